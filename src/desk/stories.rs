//! Briefs by story.

use std::collections::BTreeMap;

use crate::model::{Brief, Id, Matter};

/// The briefs of each story, from the earliest to the latest.
pub type Stories<'d> = BTreeMap<&'d Id, Vec<&'d Brief>>;

/// Sorts briefs that come from the earliest to the latest.
#[must_use]
pub fn stories<'d>(briefs: impl IntoIterator<Item = &'d Brief>) -> Stories<'d> {
    let mut stories = Stories::new();
    for brief in briefs {
        if let Matter::Story(story) = Matter::of(brief) {
            stories.entry(story).or_default().push(brief);
        }
    }
    stories
}
