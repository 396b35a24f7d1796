//! Announcements that a later brief of their story makes for another date.
//!
//! An event without an id of its own has one that is made of its date, so that two dates look like two events.

use crate::change::Thread;
use crate::desk::last_day::LastDays;
use crate::desk::telling::Telling;
use crate::model::{Brief, Event, FuzzyDate};

/// What is announced last in each story, by its words.
pub(crate) struct Moved<'b>(LastDays<(Thread<'b>, &'b str), (&'b Brief, &'b Event)>);

impl<'b> Moved<'b> {
    /// The announcements of some briefs.
    pub(crate) fn of(briefs: impl IntoIterator<Item = &'b Brief>) -> Self {
        let mut moved = Self(LastDays::default());
        // Without a story nothing follows a brief.
        for brief in briefs.into_iter().filter(|brief| brief.story.is_some()) {
            let today = FuzzyDate::from(brief.date.value);
            for event in brief.timeline.iter().filter(|event| event.is_expected(&today)) {
                moved.0.tell(key(brief, event), brief.date.value, (brief, event));
            }
        }
        moved
    }

    /// Whether the same party has announced this event for another date since, when it was still to come. Of what is announced in
    /// the same words for several dates, none is another.
    pub(crate) fn has(&self, brief: &Brief, event: &Event) -> bool {
        let last = self.0.get(&key(brief, event)).filter(|last| last.day > brief.date.value);
        last.is_some_and(|last| {
            let told = Telling::of_event(brief, event);
            let is_moved = |(later, now): (&Brief, &Event)| {
                date(now) != date(event)
                    && is_sole(later, now)
                    && told.is_followed_by(&Telling::of_event(later, now))
            };
            is_sole(brief, event)
                && event.is_expected(&FuzzyDate::from(last.day))
                && last.iter().all(is_moved)
        })
    }
}

fn key<'b>(brief: &'b Brief, event: &'b Event) -> (Thread<'b>, &'b str) {
    (Thread::of(brief), event.text.value.as_str())
}

fn date(event: &Event) -> Option<&FuzzyDate> {
    event.when.as_ref().map(|when| &when.value)
}

/// Whether a brief has one event in these words.
fn is_sole(brief: &Brief, event: &Event) -> bool {
    brief.timeline.iter().filter(|it| it.text.value.as_str() == event.text.value.as_str()).count() == 1
}
