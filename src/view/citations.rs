//! Numbered citations: from a statement to its sources, and back.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::anchor::Anchor;
use crate::few::Few;
use crate::locale::Locale;
use crate::markdown::KnownText;
use crate::model::{Attribution, Brief, Id, Source};

/// A citation of a source: `[3]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Citation<'v> {
    /// The source's number in the table of sources.
    pub number: usize,
    /// The source's anchor: `source-reuters`.
    pub anchor: Anchor<'v>,
    /// What it is called where it is read out: `Source 3`.
    pub label: KnownText<Cow<'v, str>>,
}

/// The numbers of a brief's sources, each as it is cited. They follow the order of the table, and are looked up by id, never counted
/// on the way.
#[derive(Debug)]
pub(super) struct Numbers<'v> {
    citations: Few<&'v Id, Citation<'v>>,
}

impl<'v> Numbers<'v> {
    pub(super) fn of(brief: &'v Brief, locale: &'v Locale) -> Self {
        let citation = |number, id| Citation {
            number,
            anchor: Anchor::new("source", id),
            label: locale.numbered("cite_source", number),
        };
        let mut citations = Few::with_room(brief.sources.len());
        for (number, source) in (1..).zip(&brief.sources) {
            let id = &source.id.value;
            citations.add(id, citation(number, id));
        }
        Self { citations }
    }

    /// The citation of a source.
    pub(super) fn cite(&self, source: &Source) -> Option<Citation<'v>> {
        self.citations.get(&&source.id.value).cloned()
    }

    /// One citation for each source of an attribution, the speaker first, none twice.
    pub(super) fn cite_all(&self, attribution: &Attribution) -> Vec<Citation<'v>> {
        let mut citations: Vec<Citation<'v>> = Vec::with_capacity(1 + attribution.via.len());
        for source in attribution.sources() {
            let Some(citation) = self.citations.get(&&source.id.value) else { continue };
            if citations.iter().all(|known| known.number != citation.number) {
                citations.push(citation.clone());
            }
        }
        citations
    }
}
