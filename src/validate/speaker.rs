//! Whether an item has the speaker that its status asks for: someone else's claim has one, our own assessment has none but us.

use super::Validator;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::{FuzzyDate, Id, Status};
use crate::span::{Span, Spanned};

/// What is written of the speaker of an item.
#[derive(Clone, Copy)]
pub(super) struct Speaking<'r> {
    /// What the item is to its author: "fact".
    pub(super) item: &'static str,
    pub(super) status: Option<&'r Spanned<Status>>,
    pub(super) said_by: Option<&'r Spanned<Id>>,
    pub(super) via: &'r [Spanned<Id>],
    pub(super) on: Option<&'r Spanned<FuzzyDate>>,
}

impl Speaking<'_> {
    /// The first key that tells of a speaker, and its place.
    fn first_key(&self) -> Option<(&'static str, Span)> {
        let said_by = self.said_by.map(|id| ("said_by", id.span));
        let via = || self.via.first().map(|id| ("via", id.span));
        said_by.or_else(via).or_else(|| self.on.map(|on| ("on", on.span)))
    }

    /// Where anything is written that an attribution holds.
    pub(super) fn place(&self) -> Option<Span> {
        self.first_key().map(|(_, span)| span).or(self.status.map(|status| status.span))
    }
}

impl Validator<'_, '_, '_> {
    /// Whether the item is our own assessment; if somebody else's name is on it, it is told.
    pub(super) fn is_ours(&mut self, speaking: &Speaking<'_>) -> bool {
        let Some(status) = speaking.status.filter(|status| status.value == Status::Assessed) else {
            return false;
        };
        if let Some((key, span)) = speaking.first_key() {
            let message = format!("an `assessed` {} is our own, and takes no `{key}`", speaking.item);
            let diagnostic = Diagnostic::new(&codes::SPEAKER_OF_OWN_ASSESSMENT, self.path(), span, message)
                .with_related(status.span, "assessed by us")
                .with_help(format!("remove `{key}`, or use `claimed` if it is a source's assessment"));
            self.problems.push(diagnostic);
        }
        true
    }
}
