//! What was expected and has happened since.

use super::telling::Telling;
use crate::model::{Brief, CivilDate, Doubt, Event, FuzzyDate};

/// How well it is attested that an event has happened, and as of which day last: of most events nobody has told that yet.
#[derive(Debug, Default)]
pub struct Happened(Vec<(Doubt, CivilDate)>);

impl Happened {
    /// Takes up what a brief tells of the event, as the last word of whoever says it. That it has not happened takes nothing away.
    pub fn take(&mut self, brief: &Brief, event: &Event) {
        if is_to_come(brief, event) || Telling::of_event(brief, event).is_doubted() {
            return;
        }
        let (doubt, day) = (Doubt::of_event(event, brief), brief.date.value);
        match self.0.iter_mut().find(|(known, _)| *known == doubt) {
            Some((_, last)) => *last = (*last).max(day),
            None => self.0.push((doubt, day)),
        }
    }

    /// Whether a brief announces the event, and a later one tells that it has happened, as well attested. What its own speaker expected is
    /// replaced by whatever that says later.
    #[must_use]
    pub fn since(&self, brief: &Brief, event: &Event) -> bool {
        let as_well = |(doubt, day): &(Doubt, CivilDate)| {
            *day > brief.date.value && *doubt >= Doubt::of_event(event, brief)
        };
        is_to_come(brief, event) && self.0.iter().any(as_well)
    }
}

/// Whether a brief tells an event as one that is to come.
#[must_use]
pub fn is_to_come(brief: &Brief, event: &Event) -> bool {
    event.is_expected(&FuzzyDate::from(brief.date.value))
}
