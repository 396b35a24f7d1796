//! Topics: the same subject in many briefs, known by how it is spelled.

use std::collections::BTreeMap;

use super::Desk;
use crate::model::{Brief, Id};

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

/// The id of a topic: spelled in ASCII where it can be. What two spellings share is one topic; rule A161 tells of it.
#[must_use]
pub fn id(name: &str) -> Id {
    Id::slug(name).unwrap_or_else(|| Id::digest(name))
}
