//! Dates on a page.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::locale::Locale;
use crate::markdown::KnownText;
use crate::model::{Direction, FuzzyDate};

/// A date, as people write it and as programs read it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DateView<'v> {
    /// As people write it: `about February 2025`.
    pub text: KnownText<Cow<'v, str>>,
    /// As ISO 8601-2 (EDTF) writes it: `2025-02~`.
    #[schemars(with = "String")]
    pub edtf: FuzzyDate,
    /// What HTML's `time` element may carry; absent for dates that are not exact enough.
    #[schemars(with = "Option<String>")]
    pub datetime: Option<FuzzyDate>,
    /// The language of the text.
    pub lang: KnownText<&'v str>,
    /// The direction that it runs in.
    pub dir: Direction,
}

impl<'v> DateView<'v> {
    /// A date in the words of a language.
    #[must_use]
    pub fn new<D: Clone>(date: &D, locale: &'v Locale) -> Self
    where
        FuzzyDate: From<D>,
    {
        let date = FuzzyDate::from(date.clone());
        Self {
            text: locale.date(&date),
            datetime: date.is_exact_in_html().then(|| date.clone()),
            edtf: date,
            dir: locale.date_direction(),
            lang: locale.date_lang().tag(),
        }
    }
}
