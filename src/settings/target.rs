//! The places that a site is published to.

use std::collections::BTreeSet;
use std::path::Path;

use super::address::{self, Address};
use super::apart::{self, Meeting};
use super::{Output, base_url};
use crate::diagnostic::{Diagnostic, codes};
use crate::load::Problems;
use crate::load::raw_settings::RawSettings;
use crate::model::{Id, Line, Marking, WebAddress};
use crate::span::Spanned;

/// A place that the site is published to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// What it is called.
    pub name: Id,
    /// Where it is.
    pub address: Address,
    /// The highest handling label that may be seen there.
    pub ceiling: Marking,
    /// For whom it is.
    pub audience: Option<Line>,
    /// Whether readers may know how much is withheld.
    pub shows_withheld: bool,
    /// What is published besides pages; absent is whatever a build writes.
    pub include: Option<BTreeSet<Output>>,
    /// Where the site will be read there, with a slash at its end.
    pub base_url: Option<WebAddress>,
    /// How many releases are kept.
    pub keep: usize,
    /// How many files in a hundred may be deleted without asking.
    pub most_deleted: usize,
}

/// The targets of a desk, each by another name.
pub(super) fn all(raw: &RawSettings, problems: &mut Problems<'_>) -> Vec<Target> {
    let desk = problems.path().parent().unwrap_or_else(|| Path::new("")).to_owned();
    let mut targets: Vec<Target> = Vec::new();
    for raw in raw.targets.iter() {
        let (Some(name), Some(url), Some(ceiling)) = (&raw.name, &raw.url, &raw.ceiling) else { continue };
        if targets.iter().any(|known| known.name == name.value) {
            let message = format!("there is another target `{}`", name.value);
            problems.report(&codes::DUPLICATE_ID, name.span, message);
            continue;
        }
        let Some(address) = address::of(url, &desk, problems) else { continue };
        refuse_shared((&address, url), &targets, &desk, problems);
        targets.push(Target {
            name: name.value.clone(),
            address,
            ceiling: ceiling.value,
            audience: raw.audience.as_ref().map(|it| it.value.clone()),
            shows_withheld: raw.show_withheld.is_some(),
            include: raw
                .include
                .is_written()
                .then(|| raw.include.iter().map(|output| output.value).collect()),
            base_url: raw.base_url.as_ref().and_then(|it| base_url(it, problems)),
            keep: raw.keep.as_ref().map_or(KEPT, |it| number(it.value)).max(1),
            most_deleted: raw.most_deleted.as_ref().map_or(MOST_DELETED, |it| number(it.value)),
        });
    }
    targets
}

/// What is said of two targets that are not apart.
const APART: &str = "give each target a place of its own: what is published to one would overwrite or delete files of the other";

/// Reports an address whose place another target has, or is inside, or has inside its own.
fn refuse_shared(
    (address, url): (&Address, &Spanned<Line>),
    targets: &[Target],
    desk: &Path,
    problems: &mut Problems<'_>,
) {
    let mut meetings = targets
        .iter()
        .filter_map(|known| Some((&known.name, apart::meeting(address, &known.address, desk)?)));
    let message = match meetings.next() {
        None => return,
        Some((name, Meeting::Same)) => format!("the target `{name}` is at this place already"),
        Some((name, Meeting::Nested)) => {
            format!("of this place and that of the target `{name}`, one is inside the other")
        }
    };
    problems.push(Diagnostic::new(&codes::BAD_URL, problems.path(), url.span, message).with_help(APART));
}

/// How many releases a target keeps unless it says otherwise.
const KEPT: usize = 5;

/// How many files in a hundred may be deleted without asking, unless a target says otherwise.
const MOST_DELETED: usize = 20;

fn number(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}
