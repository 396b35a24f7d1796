//! How what is shown of a change may be handled.

use super::values;
use crate::change::{Change, Item, Standing, Voice, What};
use crate::model::{Attribution, Marking};

/// The highest marking of what is shown of a change.
pub(super) fn of(change: &Change<'_>) -> Marking {
    let now = change.what.standing();
    let beside = [values::answer(&change.what), before(&change.what)];
    beside.into_iter().flatten().map(marking_of).fold(marking_of(now), Marking::max)
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
        Some(Voice::Spoken(Attribution { said_by, via, .. })) => {
            let sources = std::iter::once(said_by).chain(via);
            sources.filter_map(|source| source.marking.as_ref()).map(|it| it.value).max()
        }
        _ => None,
    };
    let part = match standing.item {
        Item::Brief | Item::Title | Item::BottomLine | Item::Correction(_) => Some(standing.brief.banner()),
        _ => own(standing),
    };
    [of_sources, part].into_iter().flatten().fold(standing.brief.marking.value, Marking::max)
}

pub(super) fn own(standing: Standing<'_>) -> Option<Marking> {
    let marking = match standing.item {
        Item::Brief => Some(&standing.brief.marking),
        Item::Fact(fact) => fact.marking.as_ref(),
        Item::Question(question) | Item::Position(question, _) => question.marking.as_ref(),
        Item::Event(event) => event.marking.as_ref(),
        Item::Judgement(judgement) => judgement.marking.as_ref(),
        Item::Title | Item::BottomLine | Item::Correction(_) => None,
    };
    marking.map(|marking| marking.value)
}
