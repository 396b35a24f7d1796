//! Open questions.

use std::collections::BTreeMap;

use super::compare::Found;
use super::edition::{Asked, Edition, occurrence};
use super::matching::Held;
use super::{Answer, DateOf, DateShift, How, Item, Standing, briefs, details, positions};
use crate::language::wording::same_words;
use crate::model::{Brief, FuzzyDate, Id, Question};

/// A question that lives across the desk.
pub(super) fn of_desk<'d>(
    old: Option<&Asked<'d>>,
    new: &Asked<'d>,
    earlier: &Edition<'d>,
    found: &mut Found<'_, 'd>,
) {
    let Some(now) = new.latest() else { return };
    let Some((old, before)) = old.and_then(|old| Some((old, old.latest()?))) else {
        let first = new.days.first().copied().unwrap_or(now);
        found.came(first.brief, Item::Question(first.part));
        moves(first, &new.days, now, found);
        return;
    };
    if std::ptr::eq(before.part, now.part) && old.positions.len() == new.positions.len() {
        return;
    }
    question(before, &new.days, now, found);
    opening((old, before), (new, now), found);
    // A brief on another matter need not list what others said; only the same story lets something go.
    let same_thread = earlier.thread(before.brief) == found.thread;
    positions::compare(old, new, same_thread, found);
}

/// The questions of versions of the same briefs, each held against its own earlier version. One that a brief takes up anew is held
/// against what the desk knew of it.
pub(super) fn of_briefs<'d>(
    old: &[&'d Brief],
    new: &[&'d Brief],
    earlier: &Edition<'d>,
    found: &mut Found<'_, 'd>,
) {
    let (before, now) = (all(old), all(new));
    for (brief, question) in all_in_order(new) {
        let asked = Asked::once(brief, question);
        match (before.get(&question.id.value), earlier.questions.get(&question.id.value)) {
            (Some((brief, before)), _) => of_desk(Some(&Asked::once(brief, before)), &asked, earlier, found),
            (None, Some(known)) => of_desk(Some(known), &asked, earlier, found),
            (None, None) if old.is_empty() => {}
            (None, None) => of_desk(None, &asked, earlier, found),
        }
    }
    for (brief, question) in all_in_order(old).filter(|(_, it)| !now.contains_key(&it.id.value)) {
        found.went(brief, Item::Question(question));
    }
}

fn all<'d>(briefs: &[&'d Brief]) -> BTreeMap<&'d Id, (&'d Brief, &'d Question)> {
    all_in_order(briefs).map(|(brief, question)| (&question.id.value, (brief, question))).collect()
}

fn all_in_order<'b, 'd>(
    briefs: &'b [&'d Brief],
) -> impl Iterator<Item = (&'d Brief, &'d Question)> + use<'b, 'd> {
    briefs.iter().flat_map(|brief| brief.open_questions.iter().map(move |question| (*brief, question)))
}

/// A question that is asked no more.
pub(super) fn lost<'d>(asked: &Asked<'d>, found: &mut Found<'_, 'd>) {
    if let Some(last) = asked.latest() {
        found.went(last.brief, Item::Question(last.part));
    }
}

/// A question as it was, on each of some days, and as it is.
fn question<'d>(
    before: Held<'d, Question>,
    days: &[Held<'d, Question>],
    now: Held<'d, Question>,
    found: &mut Found<'_, 'd>,
) {
    let (old, new) = (before.part, now.part);
    if !same_words(old.question.value.as_str(), new.question.value.as_str()) {
        found.both(standing(before), standing(now)).changed(How::Reworded);
    }
    moves(before, days, now, found);
    let mut both = found.both(standing(before), standing(now));
    briefs::part_marking((before.brief, old.marking.as_ref()), (now.brief, new.marking.as_ref()), &mut both);
    both.details(|| details::of_question(old, new, occurrence(now).has_answer_of(occurrence(before))));
}

/// When a question was opened, where that is told otherwise than it was. Another brief need not say it again.
fn opening<'d>(
    (old, before): (&Asked<'d>, Held<'d, Question>),
    (new, now): (&Asked<'d>, Held<'d, Question>),
    found: &mut Found<'_, 'd>,
) {
    let is_opened_again = now.part.is_unsettled() && !before.part.is_unsettled();
    let is_one = found.same_document(before.brief, now.brief);
    let told = new.opened.filter(|it| old.may_have_been_opened(*it) && !is_opened_again);
    if told.is_none() && !is_one {
        return;
    }
    let (then, at) = (old.opened.unwrap_or(before), if is_one { now } else { told.unwrap_or(now) });
    let day = |held: Held<'d, Question>| held.part.opened.as_ref().map(|day| FuzzyDate::from(day.value));
    let shift = DateShift::of(day(then).as_ref(), day(at).as_ref());
    found.both(standing(then), standing(at)).changed(shift.map(|shift| How::Date(DateOf::Opened, shift)));
}

/// Each move of a question from where it stood, day by day.
fn moves<'d>(
    mut stood: Held<'d, Question>,
    days: &[Held<'d, Question>],
    now: Held<'d, Question>,
    found: &mut Found<'_, 'd>,
) {
    for day in days.iter().chain([&now]) {
        found.both(standing(stood), standing(*day)).changed(status(stood, *day));
        stood = *day;
    }
}

fn standing(held: Held<'_, Question>) -> Standing<'_> {
    Standing { brief: held.brief, item: Item::Question(held.part) }
}

/// Where the question stands. An answer says by which fact and what that says, which is more than that it was answered.
fn status<'d>(before: Held<'d, Question>, now: Held<'d, Question>) -> Option<How<'d>> {
    let (old, new) = (before.part, now.part);
    let (then, at) = (occurrence(before), occurrence(now));
    if let Some(answer) = at.answer().filter(|_| !at.has_answer_of(then)) {
        return Some(How::Answered(Answer(answer)));
    }
    if old.status.value == new.status.value {
        return None;
    }
    Some(if new.is_unsettled() && !old.is_unsettled() { How::Reopened } else { How::Moved })
}

#[cfg(test)]
mod tests {
    use crate::change::{Edition, How, What, since};
    use crate::model::{Brief, Id};
    use crate::validate::sample;

    fn brief(id: &str, day: u32, status: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
             sources: [{{id: yard, name: Yard of Oro, kind: official, descriptor: Invented}}]\n\
             key_facts: [{{id: rust, text: It was rust., status: stated, said_by: yard}}]\n\
             open_questions: [{{id: cause, question: Why?, status: {status}}}]\n"
        ));
        Brief { id: Id::parse(id).unwrap(), ..brief }
    }

    #[test]
    fn a_question_is_not_answered_by_one_of_two_briefs_of_a_day() {
        let answered = "answered, answered_by: rust";
        let is_answered = |day: [&Brief; 2], old: &Brief| {
            let changes = since(day, &Edition::of([old]));
            changes.iter().any(|it| matches!(it.what, What::Changed { how: How::Answered(_), .. }))
        };
        let old = brief("old", 1, "open");
        for other in ["open", "narrowed", "moot"] {
            for [one, two] in [[answered, other], [other, answered]] {
                assert!(!is_answered([&brief("a", 2, one), &brief("b", 2, two)], &old), "{one}, {two}");
            }
        }
        assert!(is_answered([&brief("a", 2, answered), &brief("b", 2, answered)], &old));
    }
}
