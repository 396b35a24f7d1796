//! What the shapes mean.

use schemars::JsonSchema;
use serde::Serialize;

use super::{End, MarkKind, MarkView};
use crate::locale::{Locale, id};

/// A shape and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct KeyView<'v> {
    /// The name of the shape: `day`, `within`, `lasting`, `one-of`, `expected`, `about`, `open`, `unknown`, `beyond`, `uncertain`.
    pub shape: &'static str,
    /// What it means.
    pub label: &'v str,
}

/// The shapes that these marks use, in an order of their own.
pub(super) fn of<'v>(marks: &[MarkView<'_>], locale: &'v Locale) -> Vec<KeyView<'v>> {
    let shapes: Vec<_> = marks.iter().flat_map(shapes).collect();
    let used = ALL.into_iter().filter(|shape| shapes.contains(shape));
    used.map(|shape| KeyView { shape, label: locale.word(&id("key", shape)) }).collect()
}

const ALL: [&str; 10] =
    ["day", "within", "lasting", "one-of", "about", "expected", "open", "unknown", "beyond", "uncertain"];

fn shapes(mark: &MarkView<'_>) -> impl Iterator<Item = &'static str> {
    let kind = match mark.kind {
        MarkKind::Day => Some("day"),
        MarkKind::Within => Some("within"),
        // A span both of whose ends are vague may have no certain day at all.
        MarkKind::Lasting => Some(if mark.core.is_some() { "lasting" } else { "within" }),
        MarkKind::OneOf => Some("one-of"),
        MarkKind::Beyond => None,
    };
    let ends = [mark.from, mark.to].into_iter().filter_map(|end| match end {
        End::Sharp => None,
        End::About => Some("about"),
        End::Open => Some("open"),
        End::Unknown => Some("unknown"),
        End::Beyond => Some("beyond"),
    });
    let expected = mark.expected.then_some("expected");
    let uncertain = mark.label.ends_with('?').then_some("uncertain");
    // Its ends may lie anywhere in the pale part of what lasted.
    let is_pale = mark.kind == MarkKind::Lasting && mark.core.is_some_and(|core| core.width != mark.width);
    let within = is_pale.then_some("within");
    kind.into_iter().chain(within).chain(ends).chain(expected).chain(uncertain)
}
