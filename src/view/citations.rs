//! Numbered citations: from a statement to its sources, and back.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::anchor::anchor;
use crate::locale::Locale;
use crate::model::{Attribution, Brief, Id, Quote};

/// A citation of a source: `[3]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Citation {
    /// The source's number in the table of sources.
    pub number: usize,
    /// The source's anchor: `source-reuters`.
    pub anchor: String,
    /// What it is called where it is read out: `Source 3`.
    pub label: String,
}

/// The numbers of a brief's sources. They follow the order of the table, and are looked up by id, never counted on the way.
#[derive(Debug)]
pub(super) struct Numbers<'b> {
    numbers: BTreeMap<&'b Id, usize>,
}

impl<'b> Numbers<'b> {
    pub(super) fn of(brief: &'b Brief) -> Self {
        let numbers =
            brief.sources.iter().enumerate().map(|(index, source)| (&source.id.value, index + 1)).collect();
        Self { numbers }
    }

    /// One citation for each source of an attribution and of the quotes beside it, the speaker first, none twice.
    pub(super) fn cite(
        &self,
        attribution: Option<&Attribution>,
        quotes: &[Quote],
        locale: &Locale,
    ) -> Vec<Citation> {
        let mut citations: Vec<Citation> = Vec::new();
        let spoken = attribution.into_iter().flat_map(|it| std::iter::once(&it.said_by).chain(&it.via));
        let speakers = quotes.iter().filter_map(|quote| quote.said_by.as_ref());
        for source in spoken.chain(speakers) {
            let id = &source.id.value;
            let Some(number) = self.numbers.get(id) else { continue };
            if citations.iter().all(|citation| citation.number != *number) {
                let label = locale.counted_as("cite_source", "number", *number);
                citations.push(Citation { number: *number, anchor: anchor("source", id), label });
            }
        }
        citations
    }
}
