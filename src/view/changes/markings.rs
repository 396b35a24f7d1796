//! How what is shown of a change may be handled.

use super::values;
use crate::change::{Change, How, Item, Standing, Voice, What};
use crate::model::Marking;

/// The highest marking of what is shown of a change.
pub(super) fn of(change: &Change<'_>) -> Marking {
    let now = change.what.standing();
    let answers = [values::answer(&change.what), values::answer_before(&change.what)];
    let beside = answers.into_iter().chain([before(&change.what)]).flatten().map(marking_of);
    beside.chain(of_new_source(&change.what)).fold(marking_of(now), Marking::max)
}

/// That of a source which only the change names: it may carry the item in a quote alone.
fn of_new_source(what: &What<'_>) -> Option<Marking> {
    match what {
        What::Changed { how: How::NewOrigin(source), .. } => source.0.marking.as_ref().map(|it| it.value),
        _ => None,
    }
}

fn before<'d>(what: &What<'d>) -> Option<Standing<'d>> {
    match what {
        What::Changed { old, .. } => Some(*old),
        What::Came(_) | What::Went(_) => None,
    }
}

fn marking_of(standing: Standing<'_>) -> Marking {
    let Standing { brief, .. } = standing;
    // Nothing in a brief is above its banner, so that most need no second look.
    if brief.banner() == brief.marking.value {
        debug_assert_eq!(of_parts(standing), brief.banner(), "a part is above the banner of its brief");
        return brief.banner();
    }
    of_parts(standing)
}

/// A headline and a bottom line may draw on anything in their brief.
fn of_parts(standing: Standing<'_>) -> Marking {
    let of_sources = match values::spoken(standing) {
        Some(Voice::Spoken(attribution)) => {
            attribution.sources().filter_map(|source| source.marking.as_ref()).map(|it| it.value).max()
        }
        _ => None,
    };
    let part = match standing.item {
        Item::Brief | Item::Title | Item::BottomLine | Item::Correction(_) => Some(standing.brief.banner()),
        _ => Some(own(standing)),
    };
    [of_sources, part].into_iter().flatten().fold(standing.brief.marking.value, Marking::max)
}

/// The label of an item, which is that of its brief where it has none of its own.
pub(super) fn own(standing: Standing<'_>) -> Marking {
    let marking = match standing.item {
        Item::Fact(fact) => fact.marking.as_ref(),
        Item::Question(question) | Item::Position(question, _) => question.marking.as_ref(),
        Item::Event(event) => event.marking.as_ref(),
        Item::Judgement(judgement) => judgement.marking.as_ref(),
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

    fn brief(day: u32, note: &str) -> Brief {
        let text = format!(
            "schema: 1\nid: day-{day}\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: harbour\n\
             bottom_line: Invented.\nsources: [{{id: yard, name: Yard of Oro, kind: outlet}}, \
             {{id: port, name: Port of Oro, kind: official, marking: TLP:RED}}]\n\
             key_facts: [{{id: crane, text: The crane stands., status: stated, said_by: yard, credibility: 1{note}}}]\n"
        );
        sample(text)
    }

    #[test]
    fn a_change_that_names_a_source_is_marked_as_high_as_that_source() {
        let (old, new) = (brief(1, ""), brief(2, ", note: '[The port](source:port) says so.'"));
        let changes = since([&new], &Edition::of([&old]));
        let of_kind = |wanted: fn(&How<'_>) -> bool| {
            let is_it = |what: &What<'_>| matches!(what, What::Changed { how, .. } if wanted(how));
            changes.iter().filter(|change| is_it(&change.what)).map(of).collect::<Vec<_>>()
        };
        assert_eq!(of_kind(|how| matches!(how, How::NewOrigin(_))), [Marking::Red]);
    }
}
