//! How what is shown of a change may be handled.

use super::{quotes, values};
use crate::change::{Change, How, Item, Standing, What};
use crate::model::Marking;

/// The highest marking of what there is to show of some changes, and no lower than this.
pub(super) fn highest<'c, 'd: 'c>(lowest: Option<Marking>, changes: &[&'c Change<'d>]) -> Option<Marking> {
    changes.iter().fold(lowest, |highest, change| {
        // Of what cannot be higher nothing needs to be looked up.
        if highest.is_some_and(|highest| highest >= ceiling(&change.what)) {
            return highest;
        }
        highest.max(Some(of_change(change)))
    })
}

/// The marking of a change with the words of others that are shown beside it, which have labels of their own.
pub(super) fn with_quotes(marking: Marking, change: &Change<'_>) -> Marking {
    quotes::marking(&change.what).map_or(marking, |quotes| quotes.max(marking))
}

/// The marking that nothing in a change is above: the banner of the briefs that it is about.
fn ceiling(what: &What<'_>) -> Marking {
    match what {
        What::Came(standing) | What::Went(standing) => standing.brief.banner(),
        What::Changed { old, new, .. } => old.brief.banner().max(new.brief.banner()),
    }
}

/// The highest marking of what is shown of a change: as high as the lowest ceiling under which it is shown.
pub(super) fn of_change(change: &Change<'_>) -> Marking {
    let mut highest = of_new_source(&change.what).unwrap_or(Marking::Clear);
    each_shown(change, |standing| highest = highest.max(of_standing(standing)));
    highest
}

/// A headline, a bottom line and a correction may draw on anything in their brief.
fn of_standing(standing: Standing<'_>) -> Marking {
    let Standing { brief, item } = standing;
    // Nothing in a brief is above its banner, so that most need no second look.
    if brief.banner() == brief.marking.value {
        return brief.banner();
    }
    let levels = &brief.levels;
    match item {
        Item::Brief | Item::Title | Item::BottomLine | Item::Correction(_) => brief.banner(),
        Item::Fact(fact) => levels.fact(fact),
        Item::Question(question) => levels.question(question),
        Item::Position(question, position) => levels.question(question).max(levels.position(position)),
        Item::Event(event) => levels.event(event),
        Item::Judgement(judgement) => levels.judgement(judgement),
        Item::Source(source) => levels.source(source),
    }
}

/// Goes through whatever is shown of a change: the item, what it was, and the answers to a question.
fn each_shown<'d>(change: &Change<'d>, mut visit: impl FnMut(Standing<'d>)) {
    match &change.what {
        What::Came(standing) | What::Went(standing) => visit(*standing),
        What::Changed { old, new, how } => {
            visit(*new);
            visit(*old);
            if let How::Answered(_) = how {
                let answers = [values::answer(&change.what), values::answer_before(&change.what)];
                answers.into_iter().flatten().for_each(visit);
            }
        }
    }
}

/// That of a source which only the change names: it may carry the item in a quote alone.
fn of_new_source(what: &What<'_>) -> Option<Marking> {
    match what {
        What::Changed { how: How::NewOrigin(source), .. } => source.0.marking.as_ref().map(|it| it.value),
        _ => None,
    }
}

/// The label of an item, which is that of its brief where it has none of its own.
pub(super) fn own(standing: Standing<'_>) -> Marking {
    let marking = match standing.item {
        Item::Fact(fact) => fact.marking.as_ref(),
        Item::Question(question) | Item::Position(question, _) => question.marking.as_ref(),
        Item::Event(event) => event.marking.as_ref(),
        Item::Judgement(judgement) => judgement.marking.as_ref(),
        Item::Source(source) => source.marking.as_ref(),
        Item::Brief | Item::Title | Item::BottomLine | Item::Correction(_) => None,
    };
    marking.unwrap_or(&standing.brief.marking).value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Edition, since};
    use crate::model::Brief;
    use crate::validate::sample;

    fn brief(day: u32, more: &str) -> Brief {
        let text = format!(
            "schema: 1\nid: day-{day}\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: harbour\n\
             bottom_line: Invented.\nsources: [{{id: yard, name: Yard of Oro, kind: outlet}}, \
             {{id: port, name: Port of Oro, kind: official, marking: TLP:RED}}]\n\
             key_facts: [{{id: crane, text: The crane stands., status: stated, said_by: yard{more}}}]\n"
        );
        sample(text)
    }

    #[test]
    fn a_change_that_names_a_source_is_marked_as_high_as_that_source() {
        let (old, new) =
            (brief(1, ""), brief(2, ", note: 'The [port](source:port) says so, too.', credibility: 1"));
        let changes = since([&new], &Edition::of([&old]));
        let of_kind = |wanted: fn(&How<'_>) -> bool| {
            let is_it = |what: &What<'_>| matches!(what, What::Changed { how, .. } if wanted(how));
            changes.iter().filter(|change| is_it(&change.what)).map(of_change).collect::<Vec<_>>()
        };
        assert_eq!(of_kind(|how| matches!(how, How::NewOrigin(_))), [Marking::Red]);
    }

    #[test]
    fn the_highest_of_some_changes_is_that_of_the_highest() {
        let (old, new) = (
            brief(1, ""),
            brief(2, ", when: 2025-03-02, note: 'The [port](source:port) says so, too.', credibility: 1"),
        );
        let changes = since([&new], &Edition::of([&old]));
        let changes: Vec<_> = changes.iter().collect();
        let lowest = [None, Some(Marking::Clear), Some(Marking::Green), Some(Marking::Red)];
        for until in 0..=changes.len() {
            for lowest in lowest {
                let of_each = changes[..until].iter().map(|change| of_change(change)).max();
                assert_eq!(highest(lowest, &changes[..until]), lowest.max(of_each), "{until}");
            }
        }
        let all: std::collections::BTreeSet<_> = changes.iter().map(|change| of_change(change)).collect();
        assert!(all.len() > 1, "{all:?}");
    }
}
