//! A161: a topic that is spelled in two ways.

use std::collections::BTreeMap;

use super::{Findings, Rule, Whole};
use crate::diagnostic::{Code, Severity};
use crate::model::{Brief, Id};
use crate::settings::Settings;
use crate::span::Span;

static CODE: Code =
    Code { id: "A161", severity: Severity::Warning, title: "a topic that is spelled in two ways" };

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

/// The uses of one spelling, from the earliest brief.
type Uses<'d> = Vec<(&'d Brief, Span)>;

fn check(whole: &Whole<'_>, _: &Settings, findings: &mut Findings<'_>) {
    let mut spellings: BTreeMap<&str, Uses<'_>> = BTreeMap::new();
    for brief in whole.desk.briefs.iter().rev() {
        for topic in &brief.topics {
            spellings.entry(topic.value.as_str()).or_default().push((brief, topic.span));
        }
    }
    let mut slugs: BTreeMap<Id, Vec<(&str, Uses<'_>)>> = BTreeMap::new();
    for (spelling, uses) in spellings {
        if let Some(slug) = Id::slug(spelling) {
            slugs.entry(slug).or_default().push((spelling, uses));
        }
    }
    for (slug, mut spellings) in slugs.into_iter().filter(|(_, spellings)| spellings.len() > 1) {
        // The spelling that is used most is kept; of two, the one that came first.
        spellings.sort_by_key(|(spelling, uses)| {
            let first = uses.first().map(|(brief, span)| (brief.date.value, &brief.id, *span));
            (std::cmp::Reverse(uses.len()), first, *spelling)
        });
        let Some(((kept, kept_uses), others)) = spellings.split_first() else { continue };
        let Some((elsewhere, place)) = kept_uses.first() else { continue };
        for (other, uses) in others {
            for (brief, span) in uses {
                let message = format!("the topic `{other}` would have the same address as `{kept}`: {slug}");
                let finding = findings.at(&brief.path, *span, message);
                let finding = if elsewhere.path == brief.path {
                    finding
                        .with_related(*place, "the other spelling")
                        .with_help(format!("write `{kept}`, or name the topic so that they differ"))
                } else {
                    finding.with_help(format!(
                        "write `{kept}`, as in {}, or name the topic so that they differ",
                        elsewhere.path.display()
                    ))
                };
                findings.push(finding);
            }
        }
    }
}
