//! Topics: the same subject in many briefs, known by how it is spelled.

use std::collections::BTreeMap;

use super::Desk;
use crate::model::{Brief, Id, device};

/// A topic with its briefs.
#[derive(Debug)]
pub struct Topic<'d> {
    /// How the latest brief spells it.
    pub name: &'d str,
    /// Its briefs, from the earliest to the latest.
    pub briefs: Vec<&'d Brief>,
}

/// Every topic of a desk by its id.
pub(super) fn topics(desk: &Desk) -> BTreeMap<Id, Topic<'_>> {
    let mut topics: BTreeMap<Id, Topic<'_>> = BTreeMap::new();
    // A few names stand in thousands of briefs.
    let mut ids: BTreeMap<&str, Id> = BTreeMap::new();
    for brief in desk.chronological() {
        for topic in &brief.topics {
            let name = topic.value.as_str();
            let id = ids.entry(name).or_insert_with(|| id(name)).clone();
            let topic = topics.entry(id).or_insert_with(|| Topic { name, briefs: Vec::new() });
            topic.name = name;
            // A brief that spells one topic in two ways still stands there once.
            if topic.briefs.last().is_none_or(|last| !std::ptr::eq(*last, brief)) {
                topic.briefs.push(brief);
            }
        }
    }
    topics
}

/// The id of a topic: spelled in ASCII where it can be, and where its page can bear that name. What two spellings share is one topic; rule
/// A161 tells of it.
#[must_use]
pub fn id(name: &str) -> Id {
    match Id::slug(name) {
        Some(id) if device::is_device(id.as_str()) => Id::digest(id.as_str()),
        Some(id) => id,
        None => Id::digest(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_that_is_called_as_a_device_has_a_page_that_can_be_a_file() {
        assert_eq!(id("Console").as_str(), "console");
        for name in ["Con", "CON!", "aux", "LPT1"] {
            let page = crate::view::site::address::topic(&id(name), 1);
            assert!(crate::output::SitePath::new(&*page).is_ok(), "{page}");
        }
        assert_eq!(id("Con"), id("con"), "both spellings are one topic");
    }
}
