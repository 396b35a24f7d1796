//! Positions on a question, by party.

use super::compare::{Found, same_document};
use super::edition::{Asked, LastOfParty, Said};
use super::facts::date;
use super::voices::Voice;
use super::{DateOf, How, Item, Standing, Thread, details};
use crate::few::Few;
use crate::language::wording::{same_statement, same_words};
use crate::model::Position;
use crate::model::party::Known;

/// Positions that came, that changed and, where `may_go`, that the latest briefs list no more.
pub(super) fn compare<'d>(old: &Asked<'d>, new: &Asked<'d>, may_go: bool, found: &mut Found<'_, 'd>) {
    let thread = found.thread;
    let known = |it: &Said<'d>| old.position(it, |old, new| same_document(thread, old, new));
    let mut gone = if may_go { gone(old, new, &known) } else { Vec::new() };
    let follows = |before: &Said<'d>, now: &Said<'d>| follows(before, now, old, thread);
    let mut before: Vec<_> = new.positions.iter().map(known).collect();
    for (now, before) in new.positions.iter().zip(&mut before) {
        if let Some(other) = before.take_if(|before| !follows(before, now)) {
            found.went(other.brief, Item::Position(other.question, other.position));
        }
    }
    let fresh = new.positions.iter().zip(&before).filter(|(_, before)| before.is_none());
    // What was told late is not the last that its party said, of which something has become.
    let is_last = |before: &Said<'d>| old.last_of_party.of(before).is_none_or(|last| !last.is_after(before));
    let becomes = |before: &Said<'d>, now: &Said<'d>| {
        follows(before, now) && (is_last(before) || same_document(thread, before.brief, now.brief))
    };
    let renamed = renamed(&gone, fresh.map(|(now, _)| now), thread, becomes);
    gone.retain(|said| renamed.get(&said.speaker()).is_none());
    // Whether a party has turned is asked where it has not said this before.
    let may_have_turned = before.iter().any(Option::is_none);
    // Laid over what was known: a question of thousands of parties is not copied for the one that speaks today.
    let mut last = LastOfParty::default();
    let mut followed = Few::default();
    let mut follow = |before: Said<'d>| {
        if !gone.is_empty() {
            followed.insert(before.known_by());
        }
    };
    for (now, before) in new.positions.iter().zip(before) {
        if may_have_turned && let Some(before) = old.last_of_party.of(now).filter(|_| last.of(now).is_none())
        {
            last.take(before);
        }
        if let Some(before) = before {
            changes(before, *now, found);
            follow(before);
        } else if let Some(before) = renamed.get(&now.speaker()) {
            changes(*before, *now, found);
        } else if let Some(before) = turned(*now, &last, thread) {
            found.both(standing(before), standing(*now)).changed(How::Stance);
            follow(before);
        } else {
            found.came(now.brief, Item::Position(now.question, now.position));
        }
        if may_have_turned {
            last.follow(*now);
        }
    }
    // What has become another has just been told.
    for said in gone.into_iter().filter(|said| followed.get(&said.known_by()).is_none()) {
        found.went(said.brief, Item::Position(said.question, said.position));
    }
}

/// The positions that the latest briefs list no more, once each.
fn gone<'d>(
    old: &Asked<'d>,
    new: &Asked<'d>,
    known: &impl Fn(&Said<'d>) -> Option<Said<'d>>,
) -> Vec<Said<'d>> {
    let mut told = Few::default();
    new.listed_now().for_each(|said| {
        told.insert(said.known_by());
    });
    let gone = old.listed_now().filter(|said| told.insert(said.known_by()));
    gone.filter_map(|said| known(&said)).collect()
}

fn standing(said: Said<'_>) -> Standing<'_> {
    Standing { brief: said.brief, item: Item::Position(said.question, said.position) }
}

/// The one position of each party; nothing where it takes several.
fn sole_of_party<'s, 'd: 's>(said: impl Iterator<Item = &'s Said<'d>>) -> Few<Known<'d>, Option<Said<'d>>> {
    let mut parties = Few::default();
    for said in said {
        let speaker = said.speaker();
        match parties.get_mut(&speaker) {
            Some(sole) => *sole = None,
            None => parties.add(speaker, Some(*said)),
        }
    }
    parties
}

/// What the positions were, by party, that are there under another name: an id made of speaker, stance and date is another as soon as
/// one of them changes. That is certain only where the party took one position before and takes one now, on the same question; of
/// people without names only in two versions of one document.
fn renamed<'s, 'd: 's>(
    gone: &[Said<'d>],
    fresh: impl Iterator<Item = &'s Said<'d>>,
    thread: Thread<'d>,
    follows: impl Fn(&Said<'d>, &Said<'d>) -> bool,
) -> Few<Known<'d>, Said<'d>> {
    let mut renamed = Few::default();
    if gone.is_empty() {
        return renamed;
    }
    let (sole, fresh) = (sole_of_party(gone.iter()), sole_of_party(fresh));
    let is_one = |before: Said<'d>, now: Said<'d>| {
        on_one_question(&before, &now)
            && (!now.is_unnamed() || same_document(thread, before.brief, now.brief))
            && follows(&before, &now)
    };
    for party in gone.iter().map(Said::speaker) {
        let [before, now] = [&sole, &fresh].map(|it| it.get(&party).copied().flatten());
        if let (Some(before), Some(now)) = (before, now)
            && is_one(before, now)
        {
            renamed.add(party, before);
        }
    }
    renamed
}

/// Whether a position is what another has become. What was certainly taken before another of its party that is known is
/// [told late](crate::desk::telling::late). A stance that a brief tells of later than of what was said after it is no other one since,
/// and what follows it has become of that.
fn follows<'d>(before: &Said<'d>, now: &Said<'d>, old: &Asked<'d>, thread: Thread<'d>) -> bool {
    let is_told_late = || {
        let last = || old.last_of_party.of(now);
        now.is_before(before) || last().is_some_and(|it| it.is_after(now) || before.is_before(&it.said))
    };
    before.position.stance.value == now.position.stance.value
        || same_document(thread, before.brief, now.brief)
        || !is_told_late()
}

/// The last position of the same party, where it was of another stance and not taken later than this one. Of two that are told in two
/// briefs of one day none is the later.
fn turned<'d>(now: Said<'d>, last: &LastOfParty<'d>, thread: Thread<'d>) -> Option<Said<'d>> {
    let known = last.of(&now)?;
    let last = known.said;
    let is_later = last.is_before(&now)
        || last.brief.date.value < now.brief.date.value
        || same_document(thread, last.brief, now.brief);
    let turned = last.position.stance.value != now.position.stance.value && !known.is_after(&now);
    (turned && is_later && may_turn(&last, &now)).then_some(last)
}

/// Whether another stance would be a change of mind. That people without names have changed theirs, nobody can say.
fn may_turn(before: &Said<'_>, now: &Said<'_>) -> bool {
    !now.is_unnamed() && on_one_question(before, now)
}

/// Whether two positions are on a question in the same words: who asserts that it was taken and denies that it was refused says the same.
fn on_one_question(before: &Said<'_>, now: &Said<'_>) -> bool {
    let (then, now) = (&before.question.question.value, &now.question.question.value);
    same_statement(then.as_str(), now.as_str())
}

fn changes<'d>(before: Said<'d>, now: Said<'d>, found: &mut Found<'_, 'd>) {
    let (old, new) = (before.position, now.position);
    if old.stance.value != new.stance.value {
        if may_turn(&before, &now) {
            // Whoever takes another stance says something else, and later: both are told whole.
            found.both(standing(before), standing(now)).changed(How::Stance);
        } else {
            found.came(now.brief, Item::Position(now.question, new));
            found.went(before.brief, Item::Position(before.question, old));
        }
        return;
    }
    let mut both = found.both(standing(before), standing(now));
    let says = |position: &'d Position| position.says.as_ref().map_or("", |says| says.value.as_str());
    if !same_words(says(old), says(new)) {
        both.changed(How::Reworded);
    }
    let others_word = Voice::Spoken(&old.attribution).differs(Voice::Spoken(&new.attribution));
    both.changed(others_word.then_some(How::Attribution));
    let on = (old.attribution.on.as_ref(), new.attribution.on.as_ref());
    both.changed(date(on.into(), DateOf::Said, || true).filter(|_| !others_word));
    both.details(|| details::of_position(old, new));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Edition, What, since};
    use crate::model::{Brief, FuzzyDate, Id};
    use crate::span::{Span, Spanned};
    use crate::validate::sample;

    const PORT: &str = "{id: port, name: Port of Oro, kind: official, descriptor: Invented}";
    const CREW: &str = "{id: port, kind: anonymous, described_as: officers, count: 2}";

    fn brief(day: u32, question: &str, source: &str, stance: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: bribe\n\
             sources: [{source}]\nopen_questions: [{{id: bribe, question: {question}, status: open, positions: [\
             {{stance: {stance}, says: So it is., said_by: port, on: 2025-03-0{day}}}]}}]\n"
        ));
        Brief { id: Id::parse(&format!("day-{day}")).unwrap(), ..brief }
    }

    /// What is told of positions on the second day.
    fn told(old: &Brief, new: &Brief) -> Vec<&'static str> {
        let changes = since([new], &Edition::of([old]));
        let positions =
            changes.into_iter().filter(|it| matches!(it.what.standing().item, Item::Position(..)));
        let word = |what: What<'_>| match what {
            What::Came(_) => "came",
            What::Went(_) => "went",
            What::Changed { how: How::Stance, .. } => "stance",
            What::Changed { .. } => "changed",
        };
        positions.map(|change| word(change.what)).collect()
    }

    #[test]
    fn nobody_has_turned_who_said_so_before_what_is_known() {
        let said = |day: u32, on: u32, stance: &str| {
            let mut brief = brief(day, "Took?", PORT, stance);
            for position in brief.open_questions.iter_mut().flat_map(|it| &mut it.positions) {
                let on = FuzzyDate::parse(&format!("2025-03-0{on}")).unwrap();
                position.attribution.on = Some(Spanned::new(on, Span::default()));
            }
            brief
        };
        let (cautions, denies) = (said(7, 6, "cautions"), said(8, 1, "denies"));
        assert_eq!(told(&cautions, &denies), ["came", "went"]);
        // What comes after is held against what was said last.
        let after = |stance: &str| {
            let now = said(9, 9, stance);
            let changes = since([&now], &Edition::of([&cautions, &denies]));
            let told = changes.iter().filter_map(|it| match it.what {
                What::Changed { old, how: How::Stance, .. } => Some(old.brief.date.value.to_string()),
                What::Came(_) => Some("came".to_owned()),
                What::Went(Standing { brief, .. }) => Some(format!("went {}", brief.date.value)),
                What::Changed { .. } => None,
            });
            told.collect::<Vec<_>>()
        };
        assert_eq!(after("asserts"), ["2025-03-07", "went 2025-03-08"]);
        assert_eq!(after("cautions"), ["came", "went 2025-03-08"]);
    }

    #[test]
    fn nobody_has_turned_who_is_not_named() {
        let told = |source| told(&brief(1, "Took?", source, "asserts"), &brief(2, "Took?", source, "denies"));
        assert_eq!(told(PORT), ["stance"]);
        assert_eq!(told(CREW), ["came", "went"]);
    }

    #[test]
    fn nobody_has_turned_who_answers_the_contrary_question() {
        let told =
            |asked| told(&brief(1, "Did they take it?", PORT, "asserts"), &brief(2, asked, PORT, "denies"));
        assert_eq!(told("Did they take  it?"), ["stance"]);
        assert_eq!(told("Did they refuse it?"), ["came", "went"]);
    }

    #[test]
    fn a_party_is_known_again_however_its_name_is_spelled() {
        let told = |name: &str| {
            let other = format!("{{id: port, name: {name}, kind: official, descriptor: Invented}}");
            told(&brief(1, "Took?", PORT, "asserts"), &brief(2, "Took?", &other, "denies"))
        };
        assert_eq!(told("PORT OF ORO"), ["stance"]);
        assert_eq!(told("Port of Ira"), ["came", "went"]);
    }
}
