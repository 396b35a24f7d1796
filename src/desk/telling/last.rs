//! Which of several words on one thing is whose last, and which still stand.
//!
//! [`last_of_each`] says what each party has said last of a thing: for what stands beside it on pages, and for the calendar. [`standing`]
//! says what stands of it as of now, where the last day counts for all who only said it before: for rules. [`replaced`] says what is not
//! told among days that are told together, where each party has its say: for roll-ups. What changed asks for each party's
//! [own last word](own_last), disputed or not, from which it may have turned round: that what is disputed still stands makes no difference
//! there, as the turn itself is told.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::late::{LastSaid, told_late};
use super::{Telling, Word};
use crate::model::{CivilDate, Status};

/// A word, and how it is told.
#[derive(Clone, Copy)]
struct Told<'d, T> {
    it: T,
    telling: Telling<'d>,
    /// Whether it is [told late](super::late).
    is_late: bool,
}

impl<T> Told<'_, T> {
    fn day(&self) -> CivilDate {
        self.telling.day()
    }
}

/// Words on one thing, the latest first.
fn latest_first<'d, T: Copy>(told: Vec<T>, telling: impl Fn(T) -> Telling<'d>) -> Vec<Told<'d, T>> {
    let told = told.into_iter().map(|it| Told { it, telling: telling(it), is_late: false });
    let mut told: Vec<_> = told.collect();
    told.sort_by_key(|it| Reverse(it.day()));
    let late = told_late(&told, |it| &it.telling);
    for (it, is_late) in told.iter_mut().zip(late) {
        it.is_late = is_late;
    }
    told
}

/// Of all words on one thing, in whatever order: those of the last day, and of those before that deny or dispute it each that still stands;
/// the latest first.
#[must_use]
pub fn standing<'d, T: Copy>(told: Vec<T>, telling: impl Fn(T) -> Telling<'d>) -> Vec<T> {
    let mut told = latest_first(told, telling);
    let Some(last) = told.first().map(Told::day) else { return Vec::new() };
    let is_shown = |it: &Told<'_, T>| it.day() == last || it.telling.is_doubted();
    // As nearly always.
    if told.iter().filter(|it| it.day() < last).any(is_shown) {
        told = parted(&told).0;
    }
    told.into_iter().filter(is_shown).map(|it| it.it).collect()
}

/// Of all words on one thing, in whatever order, the last of each party, the latest first. What a party said before another word of its own is
/// not its last, whichever brief told of it first.
#[must_use]
pub fn last_of_each<'d, T: Copy>(told: Vec<T>, telling: impl Fn(T) -> Telling<'d>) -> Vec<T> {
    // As most.
    if told.len() < 2 {
        return told;
    }
    let mut last = parted(&latest_first(told, telling)).0;
    if last.iter().any(|it| it.telling.said_on().is_some()) {
        let mut said = Later::default();
        for it in &last {
            said.take(it, false);
        }
        last.retain(|it| !it.is_late && !said.has_one_after(&it.telling));
    }
    last.into_iter().map(|it| it.it).collect()
}

/// Of all words on one thing, in whatever order, those that a later one replaces.
#[must_use]
pub fn replaced<'d, T: Copy>(told: Vec<T>, telling: impl Fn(T) -> Telling<'d>) -> Vec<T> {
    // As most.
    if told.len() < 2 {
        return Vec::new();
    }
    parted(&latest_first(told, telling)).1.into_iter().map(|it| it.it).collect()
}

/// Words on one thing, the latest first: those that stand, and those that a later one replaces.
fn parted<'d, T: Copy>(told: &[Told<'d, T>]) -> (Vec<Told<'d, T>>, Vec<Told<'d, T>>) {
    let (mut stand, mut gone, mut later) = (Vec::new(), Vec::new(), Later::default());
    for of_day in told.chunk_by(|one, next| one.day() == next.day()) {
        let (standing, replaced): (Vec<_>, Vec<_>) =
            of_day.iter().partition(|it| !later.replace(&it.telling));
        for it in &standing {
            later.take(it, it.telling.is_doubted());
        }
        for it in &replaced {
            later.take(it, false);
        }
        stand.extend(standing);
        gone.extend(replaced);
    }
    (stand, gone)
}

/// What was told later.
#[derive(Default)]
struct Later<'d> {
    all: Words<'d>,
    /// Of that, what denies or disputes, and stands.
    contrary: Words<'d>,
}

/// What was told, and whether it is told late, by whose word it is known to be.
type Words<'d> = HashMap<Word<'d>, Vec<(Telling<'d>, bool)>, RandomState>;

impl<'d> Later<'d> {
    fn take<T>(&mut self, it: &Told<'d, T>, is_contrary: bool) {
        for word in it.telling.words() {
            self.all.entry(word).or_default().push((it.telling, it.is_late));
            if is_contrary {
                self.contrary.entry(word).or_default().push((it.telling, it.is_late));
            }
        }
    }

    fn replace(&self, telling: &Telling<'d>) -> bool {
        let later = if telling.status == Some(Status::Disputed) { &self.contrary } else { &self.all };
        let follows = |(later, is_late): &(Telling<'d>, bool)| {
            if *is_late { telling.is_said_before(later) } else { !later.is_said_before(telling) }
        };
        telling.words().any(|word| later.get(&word).is_some_and(|later| later.iter().any(follows)))
    }

    /// Whether its party certainly said one of them after it.
    fn has_one_after(&self, telling: &Telling<'d>) -> bool {
        let is_after = |(it, _): &(Telling<'d>, bool)| telling.is_said_before(it);
        telling.words().any(|word| self.all.get(&word).is_some_and(|said| said.iter().any(is_after)))
    }
}

/// Of some words on one thing, the latest first, the last of the party whose word this is: the first of its words that it did not certainly
/// say before another of them. Nothing of people without names.
pub fn own_last<'d, T: Copy>(
    told: impl Iterator<Item = T>,
    of: &Telling<'d>,
    telling: impl Fn(T) -> Telling<'d>,
) -> Option<T> {
    let own: Vec<_> = told.map(|it| (it, telling(it))).filter(|(_, it)| it.is_of_party(of)).collect();
    let mut said = LastSaid::default();
    for (_, it) in &own {
        said.take(it.said_on());
    }
    own.into_iter().find(|(_, it)| !said.is_after(it.said_on())).map(|(it, _)| it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Brief, Id};
    use crate::validate::sample;

    /// A day, who says it, if not we ourselves, and how well it is attested. `port 1` said it on the first of the month.
    type Said<'s> = (u32, &'s str, &'s str);

    fn brief((day, said_by, status): Said<'_>) -> Brief {
        let (name, on) = said_by.split_once(' ').unwrap_or((said_by, ""));
        let said = if name == "us" { String::new() } else { format!(", said_by: {name}") };
        let on = if on.is_empty() { String::new() } else { format!(", on: 2025-03-0{on}") };
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
             sources:\n- {{id: port, name: Port of Oro, kind: official, descriptor: Invented}}\n\
             - {{id: guild, name: Guild of Oro, kind: official, descriptor: Invented}}\n\
             - {{id: crew, kind: anonymous, described_as: the crew, count: 2}}\n\
             key_facts: [{{id: open, text: The quay opens., status: {status}{said}{on}}}]\n"
        ));
        Brief { id: Id::parse(&format!("{name}-{day}")).unwrap(), ..brief }
    }

    fn briefs(told: &[Said<'_>]) -> Vec<Brief> {
        let mut briefs: Vec<_> = told.iter().copied().map(brief).collect();
        // In whatever order.
        briefs.rotate_left(told.len() / 2);
        briefs
    }

    fn tellings(briefs: &[Brief]) -> Vec<Telling<'_>> {
        let facts = briefs.iter().flat_map(|brief| brief.key_facts.iter().map(move |fact| (brief, fact)));
        facts.map(|(brief, fact)| Telling::of_fact(brief, fact)).collect()
    }

    fn names<'d>(told: impl IntoIterator<Item = Telling<'d>>) -> String {
        told.into_iter().map(|it| it.brief.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn left(told: &[Said<'_>]) -> String {
        names(standing(tellings(&briefs(told)), |it| it))
    }

    fn gone(told: &[Said<'_>]) -> String {
        names(replaced(tellings(&briefs(told)), |it| it))
    }

    /// What a party said last, of all that was told but the last, which it says.
    fn last_before(told: &[Said<'_>]) -> String {
        let (now, before) = told.split_last().unwrap();
        let (now, before) = ([brief(*now)], before.iter().copied().rev().map(brief).collect::<Vec<_>>());
        let [now] = tellings(&now).try_into().unwrap();
        names(own_last(tellings(&before).into_iter(), &now, |it| it))
    }

    #[test]
    fn each_party_is_followed_by_itself_alone() {
        let (denies, says) = ((1, "port", "denied"), (2, "port", "stated"));
        let (others, again) = ((3, "guild", "denied"), (4, "port", "denied"));
        let between = [(4, "port 4", "stated"), (5, "port", "denied"), (6, "port 1", "stated")];
        for (told, stands, is_gone, last) in [
            (&[denies, says][..], "port-2", "port-1", "port-1"),
            (&[denies, says, others], "guild-3", "port-1", ""),
            (&[denies, says, others, again], "port-4 guild-3", "port-2 port-1", "port-2"),
            (&[denies, others, again], "port-4 guild-3", "port-1", "port-1"),
            (&[denies, others, (4, "guild", "claimed")], "guild-4 port-1", "guild-3", "guild-3"),
            // None of one day is the later.
            (&[denies, (1, "port", "stated")], "port-1 port-1", "", "port-1"),
            (&[denies, (2, "port", "denied"), says], "port-2 port-2", "port-1", "port-2"),
            // Whether people without names are those who spoke before, nobody can say.
            (&[(1, "crew", "denied"), (2, "crew", "claimed")], "crew-2 crew-1", "", ""),
            (&[(1, "crew", "denied"), (2, "crew", "denied"), says], "crew-2 port-2", "crew-1", ""),
            // What is disputed is not settled by whoever says it again.
            (&[(1, "port", "disputed"), says], "port-2 port-1", "", "port-1"),
            (&[(1, "port", "disputed"), (2, "port", "disputed")], "port-2", "port-1", "port-1"),
            (&[(1, "port", "disputed"), (2, "port", "denied"), others], "guild-3 port-2", "port-1", ""),
            // The denial in between was taken back.
            (
                &[(1, "port", "disputed"), (2, "port", "denied"), (3, "port", "stated")],
                "port-3 port-1",
                "port-2",
                "port-2",
            ),
            // What we assess ourselves replaces what we did, and nobody else's word.
            (&[denies, (2, "us", "assessed")], "us-2 port-1", "", ""),
            (&[(1, "us", "assessed"), denies, (2, "us", "assessed")], "us-2 port-1", "us-1", "us-1"),
            // What was said before has only been told of later.
            (&[(2, "port 2", "denied"), (3, "port 1", "stated")], "port-3 port-2", "", "port-2"),
            (&[(2, "port 2", "denied"), (3, "port 3", "stated")], "port-3", "port-2", "port-2"),
            (&[(2, "port 2", "denied"), (3, "port", "stated")], "port-3", "port-2", "port-2"),
            (
                &[(2, "port 2", "denied"), (3, "port 1", "stated"), (4, "port 4", "stated")],
                "port-4",
                "port-3 port-2",
                "port-2",
            ),
            // And before that something without a date: that is the last word.
            (&between, "port-6 port-5", "port-4", "port-5"),
            (
                &[between[0], between[1], between[2], (7, "port", "stated")],
                "port-7",
                "port-6 port-5 port-4",
                "port-5",
            ),
        ] {
            assert_eq!(left(told), stands, "{told:?}");
            assert_eq!(gone(told), is_gone, "{told:?}");
            assert_eq!(last_before(told), last, "{told:?}");
        }
    }

    #[test]
    fn a_denial_stands_until_whoever_denied_says_otherwise() {
        let (stated, denied) = ((1, "port", "stated"), (2, "port", "denied"));
        assert_eq!(left(&[stated, denied, (3, "guild", "claimed")]), "guild-3 port-2");
        assert_eq!(left(&[stated, denied, (3, "guild", "claimed"), (4, "port", "stated")]), "port-4");
        assert_eq!(left(&[stated, (2, "guild", "denied"), (3, "port", "stated")]), "port-3 guild-2");
        assert_eq!(left(&[stated, (2, "guild", "claimed"), (3, "port", "stated")]), "port-3");
    }

    #[test]
    fn of_each_party_the_last_word_is_what_it_said_last() {
        let last = |told: &[Said<'_>]| names(last_of_each(tellings(&briefs(told)), |it| it));
        let (stated, put_right, others) =
            ((1, "port", "stated"), (2, "port", "claimed"), (3, "guild", "claimed"));
        assert_eq!(last(&[stated, put_right, others]), "guild-3 port-2");
        assert_eq!(last(&[(2, "port 2", "denied"), (3, "port 1", "stated")]), "port-2");
        assert_eq!(last(&[(2, "port 2", "denied"), (3, "guild 1", "stated")]), "guild-3 port-2");
        assert_eq!(
            last(&[(4, "port 4", "stated"), (5, "port", "denied"), (6, "port 1", "stated")]),
            "port-5"
        );
        assert_eq!(last(&[(1, "crew", "claimed"), (2, "crew", "claimed"), others]), "guild-3 crew-2");
    }

    /// What is replaced is found by hash; asked of each pair, it is the same.
    #[test]
    fn what_is_replaced_is_followed() {
        let said = |day: u32, of_day: usize| {
            let saying = |place: usize| {
                let speakers = ["port", "guild", "us", "port 1", "port 3"];
                let speaker = speakers.get(place / 2)?;
                let status = if *speaker == "us" { "assessed" } else { ["denied", "stated"][place % 2] };
                Some((day, *speaker, status))
            };
            saying(of_day)
        };
        for places in 0..11_usize.pow(3) {
            let told = (1..4).zip([places % 11, places / 11 % 11, places / 121]);
            let told: Vec<_> = told.filter_map(|(day, place)| said(day, place)).collect();
            // Nobody says today what they will say tomorrow.
            if told.iter().any(|(day, said_by, _)| said_by.ends_with('3') && *day < 3) {
                continue;
            }
            let briefs = briefs(&told);
            let all = tellings(&briefs);
            let is_followed = |it: &&Telling<'_>| all.iter().any(|later| it.is_followed_by(later));
            let mut followed: Vec<_> = all.iter().filter(is_followed).map(|it| &it.brief.id).collect();
            followed.sort_unstable();
            let mut found: Vec<_> = replaced(all.clone(), |it| it).iter().map(|it| &it.brief.id).collect();
            found.sort_unstable();
            assert_eq!(found, followed, "{told:?}");
        }
    }
}
