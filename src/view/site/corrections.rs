//! What was put right.

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::EntryView;
use super::frame::PageView;
use crate::desk::Desk;
use crate::locale::Locale;
use crate::model::{Brief, Correction};
use crate::view::CorrectionView;

/// Every correction, the latest first.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CorrectionsView {
    /// The corrections.
    pub corrections: Vec<CorrectedView>,
}

impl PageView for CorrectionsView {
    const TEMPLATE: &'static str = "corrections.html";
    const NAME: &'static str = "corrections";
}

/// A correction and the brief that it is of.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CorrectedView {
    /// The correction.
    pub correction: CorrectionView,
    /// The brief.
    pub brief: EntryView,
}

/// Every correction of a desk with its brief, the latest first.
#[must_use]
pub fn corrections(desk: &Desk) -> Vec<(&Correction, &Brief)> {
    let all = desk.briefs.iter().flat_map(|brief| brief.corrections.iter().map(move |it| (it, brief)));
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(correction, brief)| (std::cmp::Reverse(correction.on.value), &brief.id));
    all
}

impl CorrectionsView {
    /// A page of corrections.
    #[must_use]
    pub fn new(corrections: &[(&Correction, &Brief)], locale: &Locale) -> Self {
        Self { corrections: corrections.iter().map(|it| CorrectedView::new(*it, locale)).collect() }
    }
}

impl CorrectedView {
    pub(super) fn new((correction, brief): (&Correction, &Brief), locale: &Locale) -> Self {
        Self { correction: CorrectionView::new(correction, locale), brief: EntryView::new(brief, locale) }
    }
}
