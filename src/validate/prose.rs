//! Markdown prose: what its links refer to, and what of it a page will not carry.

use std::ops::Range;

use super::Validator;
use super::names::Kind;
use crate::diagnostic::{Diagnostic, codes};
use crate::load::place::place_of;
use crate::markdown::{self, RefKind, Reference};
use crate::model::{Id, Prose};
use crate::span::{Span, Spanned};

impl Validator<'_, '_, '_> {
    /// Follows the references of a prose field and passes it on.
    pub(super) fn prose(&mut self, prose: Option<Spanned<Prose>>) -> Option<Spanned<Prose>> {
        let prose = prose?;
        // As nearly all of it is.
        if markdown::is_sound(&prose.value, |kind, id| self.names.has_own(of_reference(kind), id)) {
            return Some(prose);
        }
        let scan = markdown::scan_prose(&prose.value);
        for reference in &scan.references {
            self.reference(&prose, reference);
        }
        for link in &scan.refused {
            let message = match link.reason {
                markdown::Refusal::Destination => "this link will be shown as text only",
                markdown::Refusal::MalformedReference => "this link refers to nothing",
                markdown::Refusal::Image => "this image will be shown as its description only",
            };
            let diagnostic =
                Diagnostic::new(&codes::BAD_LINK, self.path(), self.locate(&prose, &link.range), message)
                    .with_help("a link leads to http, https or mailto, or to a part of the brief: `fact:`, `question:`, `source:`, `entity:`");
            self.problems.push(diagnostic);
        }
        if let Some(range) = scan.raw_html.first() {
            let message = "HTML is not carried over; it will be shown as text";
            let diagnostic =
                Diagnostic::new(&codes::RAW_HTML, self.path(), self.locate(&prose, range), message)
                    .with_help("use Markdown, or put the text between backticks if it is meant literally");
            self.problems.push(diagnostic);
        }
        if let Some(row) = &scan.table {
            let message = "tables are not carried over; this will be shown as text";
            let diagnostic = Diagnostic::new(&codes::TABLE, self.path(), self.locate(&prose, row), message)
                .with_help("use a list, or put the figures into key facts, each with its speaker");
            self.problems.push(diagnostic);
        }
        Some(prose)
    }

    fn locate(&self, prose: &Spanned<Prose>, range: &Range<usize>) -> Span {
        place_of(&self.file.text, prose.span, prose.value.as_str(), range)
    }

    fn reference(&mut self, prose: &Spanned<Prose>, reference: &Reference) {
        let kind = of_reference(reference.kind);
        // As most lead: then nobody asks for the place.
        if self.names.has_own(kind, reference.id.as_str()) {
            return;
        }
        let span = self.locate(prose, &reference.range);
        if let Some(id) = Id::parse(&reference.id) {
            self.resolve(&Spanned::new(id, span), &[kind]);
        } else {
            let message = format!("`{}` is not an id", reference.id);
            self.problems.report(&codes::BAD_ID, span, message);
        }
    }
}

/// What a link of this kind leads to.
fn of_reference(kind: RefKind) -> Kind {
    match kind {
        RefKind::Fact => Kind::Fact,
        RefKind::Entity => Kind::Entity,
        RefKind::Source => Kind::Source,
        RefKind::Question => Kind::Question,
    }
}
