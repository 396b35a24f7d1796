//! Which changes matter most to a reader in a hurry.

use super::values;
use crate::change::{Change, DateOf, How, Item, Shift, Standing, What};
use crate::model::{Stance, Status};

/// The place of a change among those of its story, the one that matters most first: what was put right, what is denied or disputed and
/// what questions did; what we judge ourselves and what stands on worse ground; what is new, and what we judge better than before; what
/// stands on better ground. That there is
/// another brief, which the list of briefs tells too, comes before grades, speakers, dates and wording alone.
fn rank(change: &Change<'_>) -> u8 {
    match &change.what {
        What::Came(standing) => match standing.item {
            Item::Correction(_) => 0,
            Item::Fact(_) | Item::Event(_) if is_doubted(*standing) => 1,
            Item::Question(_) | Item::Judgement(_) => 2,
            Item::Position(_, position) if position.stance.value == Stance::Denies => 2,
            Item::Fact(_) => 3,
            Item::Position(..) => 4,
            Item::Brief => 6,
            Item::Title | Item::BottomLine | Item::Event(_) | Item::Source(_) => 8,
        },
        What::Went(standing) => match standing.item {
            Item::Brief => 1,
            Item::Judgement(_) => 5,
            Item::Question(_) | Item::Position(..) => 7,
            _ => 9,
        },
        What::Changed { how, new, old } => match how {
            How::Status(_) if is_doubted(*new) || is_doubted(*old) => 1,
            How::Answered(_) | How::Reopened | How::Moved | How::AtOdds => 1,
            How::Likelihood(Shift::Down | Shift::Moved)
            | How::Confidence(Shift::Down | Shift::Moved)
            | How::Marking(_)
            | How::Stance
            | How::Status(Shift::Down)
            | How::Credibility(Shift::Down)
            | How::Reliability(Shift::Down) => 2,
            How::Again | How::Reworded if is_our_own(*new) => 2,
            How::Likelihood(Shift::Up) | How::Confidence(Shift::Up) => 3,
            How::Status(_) | How::NewOrigin(_) | How::Value => 4,
            How::SaidByAnother => 5,
            How::Followed => 6,
            How::Credibility(_) | How::Reliability(_) | How::Expectation => 7,
            How::Details(_) if is_our_own(*new) => 7,
            How::Attribution | How::Again | How::SameOrigin => 8,
            How::Reworded if !matches!(new.item, Item::BottomLine) => 8,
            How::Date(DateOf::Happened | DateOf::Opened, _) => 9,
            How::Reworded | How::Date(DateOf::Said, _) | How::Details(_) => 10,
        },
    }
}

/// Whether it is what we judge ourselves.
fn is_our_own(standing: Standing<'_>) -> bool {
    matches!(standing.item, Item::Judgement(_))
}

/// Whether somebody says that it is not so.
fn is_doubted(standing: Standing<'_>) -> bool {
    values::status(standing).is_some_and(Status::is_doubted)
}

/// Parts changes into the `most` that matter most and the others, each in the order that they have.
pub(super) fn part<'c, 'd>(
    changes: &[&'c Change<'d>],
    most: usize,
) -> (Vec<&'c Change<'d>>, Vec<&'c Change<'d>>) {
    if changes.len() <= most {
        return (changes.to_vec(), Vec::new());
    }
    let ranks: Vec<u8> = changes.iter().map(|change| rank(change)).collect();
    let (last, mut room) = last_shown(&ranks, most);
    let (mut shown, mut others) = (Vec::with_capacity(most), Vec::with_capacity(changes.len() - most));
    for (rank, change) in ranks.into_iter().zip(changes) {
        let is_shown = rank < last || rank == last && room > 0;
        room -= usize::from(is_shown && rank == last);
        if is_shown { shown.push(*change) } else { others.push(*change) }
    }
    (shown, others)
}

/// The last rank of which something is among the first `most`, and of how many there is room. Above it, all are.
fn last_shown(ranks: &[u8], most: usize) -> (u8, usize) {
    let mut room = most;
    for rank in 0..u8::MAX {
        let here = memchr::memchr_iter(rank, ranks).count();
        if here >= room {
            return (rank, room);
        }
        room -= here;
    }
    (u8::MAX, room)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Edition, compare};
    use crate::model::Brief;
    use crate::validate::sample;

    /// Eight facts, of which those that stand in the list are stated, the third denied and the others claimed.
    fn brief(stated: &[usize], worded: &str) -> Brief {
        let facts = (0..8).map(|number| {
            let status = match number {
                3 => "denied",
                _ if stated.contains(&number) => "stated",
                _ => "claimed",
            };
            format!("  - {{id: f{number}, text: {worded} {number}., status: {status}, said_by: port}}\n")
        });
        sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\nkey_facts:\n{}",
            facts.collect::<String>()
        ))
    }

    #[test]
    fn as_many_as_may_be_are_shown_and_none_before_one_that_matters_more() {
        let (old, new) = (brief(&[1, 4, 6], "Crane"), brief(&[2, 4, 7], "The crane"));
        let changes = compare(&Edition::of_one(&old), &Edition::of_one(&new));
        let places = |part: Vec<&Change<'_>>| -> Vec<usize> {
            let place = |it: &Change<'_>| changes.iter().position(|other| std::ptr::eq(it, other)).unwrap();
            part.into_iter().map(place).collect()
        };
        let mut by_weight: Vec<usize> = (0..changes.len()).collect();
        by_weight.sort_by_key(|place| rank(&changes[*place]));
        assert!(!by_weight.is_sorted(), "{changes:?}");
        for most in 0..changes.len() + 2 {
            let (mut shown, mut others) = (by_weight.clone(), Vec::new());
            if most < shown.len() {
                others = shown.split_off(most);
            }
            shown.sort_unstable();
            others.sort_unstable();
            let (first, rest) = part(&changes.iter().collect::<Vec<_>>(), most);
            assert_eq!((places(first), places(rest)), (shown, others), "{most}");
        }
    }

    #[test]
    fn what_is_denied_is_shown_before_what_is_better_attested() {
        let told = |denied: &str| {
            let status = |number: usize| if number == 7 { denied } else { "claimed" };
            let facts = (0..8).map(|number| {
                format!(
                    "  - {{id: f{number}, text: Ship {number}., status: {}, said_by: port}}\n",
                    status(number)
                )
            });
            sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\nkey_facts:\n{}",
                facts.collect::<String>()
            ))
        };
        let (old, mut new) = (told("claimed"), told("denied"));
        for fact in new.key_facts.iter_mut().take(7) {
            fact.status.value = Status::Stated;
        }
        let changes = compare(&Edition::of_one(&old), &Edition::of_one(&new));
        let (shown, _) = part(&changes.iter().collect::<Vec<_>>(), 1);
        assert_eq!(shown.first().map(|change| change.what.standing().id().as_str()), Some("f7"));
    }
}
