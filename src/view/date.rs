//! Dates on a page.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::date::english;
use crate::model::{CivilDate, FuzzyDate};

/// A date, as people write it and as programs read it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DateView {
    /// As people write it: `about February 2025`.
    pub text: String,
    /// As ISO 8601-2 (EDTF) writes it: `2025-02~`.
    pub edtf: String,
    /// What HTML's `time` element may carry; absent for dates that are not exact enough.
    pub datetime: Option<String>,
}

impl From<&FuzzyDate> for DateView {
    fn from(date: &FuzzyDate) -> Self {
        let edtf = date.to_string();
        Self { text: english(date), datetime: date.is_exact_in_html().then(|| edtf.clone()), edtf }
    }
}

impl From<&CivilDate> for DateView {
    fn from(date: &CivilDate) -> Self {
        let iso = date.to_string();
        Self { text: english(&FuzzyDate::from(*date)), edtf: iso.clone(), datetime: Some(iso) }
    }
}
