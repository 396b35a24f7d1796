//! How much room a page is given before it is written, in bytes: one that outgrows it is copied as it grows.

use crate::render::PAGE;
use crate::view::BriefView;
use crate::view::site::DayView;

/// What a brief takes on the page of its day.
const A_BRIEF: usize = 17 << 10;

/// A view that knows about how long its page will be.
pub(in crate::render) trait Room {
    /// As HTML. Markdown takes a quarter of it.
    fn room(&self) -> usize {
        PAGE
    }
}

impl Room for BriefView<'_> {}

impl Room for DayView<'_> {
    fn room(&self) -> usize {
        PAGE + self.briefs() * A_BRIEF
    }
}
