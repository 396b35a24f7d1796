//! What the shapes mean.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::{End, MarkKind, MarkView};

/// A shape and its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct KeyView {
    /// The name of the shape: `day`, `within`, `lasting`, `one-of`, `expected`, `about`, `open`, `unknown`, `beyond`, `uncertain`.
    pub shape: &'static str,
    /// What it means.
    pub label: &'static str,
}

/// The shapes that these marks use, in an order of their own.
pub(super) fn of(marks: &[MarkView]) -> Vec<KeyView> {
    let shapes: BTreeSet<_> = marks.iter().flat_map(shapes).collect();
    ALL.iter().filter(|key| shapes.contains(key.shape)).copied().collect()
}

const ALL: [KeyView; 10] = [
    key("day", "on that day"),
    key("within", "at some time in it"),
    key("lasting", "all that time"),
    key("one-of", "one of these dates"),
    key("about", "about then"),
    key("expected", "expected"),
    key("open", "open on that side"),
    key("unknown", "limit not known"),
    key("beyond", "beyond the picture"),
    key("uncertain", "date uncertain"),
];

const fn key(shape: &'static str, label: &'static str) -> KeyView {
    KeyView { shape, label }
}

fn shapes(mark: &MarkView) -> impl Iterator<Item = &'static str> {
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
    kind.into_iter().chain(ends).chain(expected).chain(uncertain)
}
