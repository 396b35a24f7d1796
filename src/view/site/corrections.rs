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
pub struct CorrectionsView<'v> {
    /// The corrections.
    pub corrections: Vec<CorrectedView<'v>>,
}

impl PageView for CorrectionsView<'_> {
    const TEMPLATE: &'static str = "corrections.html";
    const NAME: &'static str = "corrections";
}

/// A correction and the brief that it is of.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CorrectedView<'v> {
    /// The correction.
    pub correction: CorrectionView<'v>,
    /// The brief.
    pub brief: EntryView<'v>,
}

/// Every correction of a desk with its brief, the latest first.
#[must_use]
pub fn corrections(desk: &Desk) -> Vec<(&Correction, &Brief)> {
    let all = desk.briefs.iter().flat_map(|brief| brief.corrections.iter().map(move |it| (it, brief)));
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(correction, brief)| (std::cmp::Reverse(correction.on.value), &brief.id));
    all
}

impl<'v> CorrectionsView<'v> {
    /// A page of corrections.
    #[must_use]
    pub fn new(corrections: &[(&'v Correction, &'v Brief)], locale: &'v Locale) -> Self {
        Self { corrections: corrections.iter().map(|it| CorrectedView::new(*it, locale)).collect() }
    }
}

impl<'v> CorrectedView<'v> {
    pub(super) fn new((correction, brief): (&'v Correction, &'v Brief), locale: &'v Locale) -> Self {
        let correction = CorrectionView::new(correction, brief, locale);
        Self { correction, brief: EntryView::new(brief, locale) }
    }
}
