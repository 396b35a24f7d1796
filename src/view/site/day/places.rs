//! Where a day has its stories.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::change::Thread;
use crate::desk::Daily;

/// The place of the first brief of each story, and of each brief that belongs to none.
pub(super) fn of<'d>(daily: &Daily<'d>) -> HashMap<Thread<'d>, usize, RandomState> {
    let mut places = HashMap::with_capacity_and_hasher(daily.briefs.len(), RandomState::default());
    for (place, brief) in daily.briefs.iter().enumerate() {
        places.entry(Thread::of(brief)).or_insert(place);
    }
    places
}
