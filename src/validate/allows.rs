//! Rules that a brief or one of its parts may break.

use crate::load::list::List;
use crate::load::raw::{RawAllow, RawBrief};
use crate::model::Allow;
use crate::span::Span;

/// Every `allow` of a brief, each with the part that it is for. Whether its rule exists is for the rules to say.
pub(super) fn collect(raw: &RawBrief) -> Vec<Allow> {
    let mut allows = Vec::new();
    let mut add =
        |list: &List<RawAllow>, within: Option<Span>| {
            allows.extend(list.iter().filter_map(|raw| {
                Some(Allow { rule: raw.rule.clone()?, reason: raw.reason.clone()?, within })
            }));
        };
    add(&raw.allow, None);
    raw.sources.iter().for_each(|it| add(&it.allow, Some(it.span)));
    raw.entities.iter().for_each(|it| add(&it.allow, Some(it.span)));
    raw.key_facts.iter().for_each(|it| add(&it.allow, Some(it.span)));
    raw.timeline.iter().for_each(|it| add(&it.allow, Some(it.span)));
    raw.open_questions.iter().for_each(|it| add(&it.allow, Some(it.span)));
    raw.judgements.iter().for_each(|it| add(&it.allow, Some(it.span)));
    allows
}
