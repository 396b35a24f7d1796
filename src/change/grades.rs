//! How far whoever says something can be relied on, and how credible it is held to be.

use super::Shift;
use crate::model::{Brief, Caveats, Credibility, Event, Fact, Reliability, Standing};

/// The grades that an analyst has given: to whoever says and carries it, and to what is said. What cannot be judged has none, which is no
/// bad mark.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Grades {
    /// That of the speaker; where somebody on the way is not usually reliable, or unreliable, the worst.
    reliability: Option<Reliability>,
    credibility: Option<Credibility>,
    /// Whether the brief notes that the article gets it wrong, or so it seems.
    mistaken: bool,
}

impl Grades {
    /// Of a fact.
    pub(super) fn of_fact(fact: &Fact, brief: &Brief) -> Self {
        Self::of(Standing::of_fact(fact), brief)
    }

    /// Of what an event stands on.
    pub(super) fn of_event(event: &Event, brief: &Brief) -> Self {
        Standing::of_event(event, brief).map_or_else(Self::default, |it| Self::of(it, brief))
    }

    fn of(standing: Standing<'_>, brief: &Brief) -> Self {
        let Caveats { reliability: worst, mistaken, .. } = Caveats::of(&standing, brief);
        let reliability = worst.or_else(|| standing.attribution?.said_by.reliability);
        let credibility = standing.fact.and_then(given);
        Self {
            reliability: reliability.filter(|it| *it != Reliability::F),
            credibility: credibility.filter(|it| *it != Credibility::NotJudged),
            mistaken,
        }
    }

    /// Whether it may be called as sure as it was, or better attested: whoever says and carries it is certainly no less reliable, what is
    /// said is held to be no less credible, and is not newly noted for a mistake. Whoever is not judged stands between those who are fairly reliable and those who are not; that what was
    /// judged is not judged any more is a doubt in any case.
    pub(super) fn hold_since(self, before: Self) -> bool {
        let is_reliable = match (before.reliability, self.reliability) {
            (Some(before), Some(now)) => now <= before,
            (Some(before), None) => before > Reliability::C,
            (None, Some(now)) => now <= Reliability::C,
            (None, None) => true,
        };
        let is_credible = match (before.credibility, self.credibility) {
            // The lower the number, the more credible.
            (Some(before), Some(now)) => now <= before,
            (Some(_), None) => false,
            (None, Some(now)) => now <= Credibility::PossiblyTrue,
            (None, None) => true,
        };
        is_reliable && is_credible && (before.mistaken || !self.mistaken)
    }
}

/// How credible a fact is held to be: up or down where it was judged and is.
pub(super) fn credibility(old: &Fact, new: &Fact) -> Option<Shift> {
    let (before, now) = (given(old), given(new));
    if before == now {
        return None;
    }
    let are_judged = [before, now].iter().all(|it| it.is_some_and(|it| it != Credibility::NotJudged));
    Some(match now.cmp(&before) {
        std::cmp::Ordering::Less if are_judged => Shift::Up,
        std::cmp::Ordering::Greater if are_judged => Shift::Down,
        _ => Shift::Moved,
    })
}

/// How credible it is held to be, where that is said.
pub(super) fn given(fact: &Fact) -> Option<Credibility> {
    fact.credibility.as_ref().map(|it| it.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_doubt_does_not_hold() {
        use Credibility::{Doubtful, Improbable, PossiblyTrue, ProbablyTrue};
        use Reliability::{A, C, D, E};
        let holds = |before: (Option<Reliability>, Option<Credibility>),
                     now: (Option<Reliability>, Option<Credibility>)| {
            let grades = |(reliability, credibility)| Grades { reliability, credibility, mistaken: false };
            grades(now).hold_since(grades(before))
        };
        for (before, now, is_held) in [
            (None, None, true),
            (Some(A), Some(A), true),
            (Some(E), Some(A), true),
            (Some(A), Some(E), false),
            (Some(A), None, false),
            (Some(C), None, false),
            (Some(D), None, true),
            (None, Some(C), true),
            (None, Some(D), false),
        ] {
            assert_eq!(holds((before, None), (now, None)), is_held, "{before:?}, {now:?}");
        }
        for (before, now, is_held) in [
            (Some(ProbablyTrue), Some(ProbablyTrue), true),
            (Some(ProbablyTrue), Some(PossiblyTrue), false),
            (Some(Improbable), Some(ProbablyTrue), true),
            (Some(ProbablyTrue), None, false),
            (Some(Improbable), None, false),
            (None, Some(PossiblyTrue), true),
            (None, Some(Doubtful), false),
        ] {
            assert_eq!(holds((None, before), (None, now)), is_held, "{before:?}, {now:?}");
        }
    }
}
