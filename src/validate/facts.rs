//! Key facts.

use super::Validator;
use super::names::Kind;
use crate::diagnostic::{Diagnostic, codes};
use crate::load::raw::{RawFact, RawProperty};
use crate::model::{Fact, Property, Status};
use crate::span::Spanned;

impl Validator<'_, '_, '_> {
    pub(super) fn fact(&mut self, raw: Spanned<RawFact>) -> Option<Fact> {
        self.speaker_fits_status(&raw);
        let raw = raw.value;
        let text = self.prose(raw.text);
        let note = self.prose(raw.note);
        let attribution = self.attribution(raw.said_by.as_ref(), &raw.via, raw.on);
        let quotes = self.quotes(raw.quotes);
        Some(Fact {
            id: raw.id?,
            text: text?,
            status: raw.status?,
            attribution,
            when: raw.when,
            credibility: raw.credibility,
            quotes,
            property: raw.property.and_then(|property| self.property(property.value)),
            note,
            marking: raw.marking,
        })
    }

    fn property(&mut self, raw: RawProperty) -> Option<Box<Property>> {
        let of = raw.of?;
        self.resolve(&of, &[Kind::Entity])?;
        Some(Box::new(Property { of, name: raw.name?, value: raw.value? }))
    }

    /// Someone else's claim has a speaker; our own assessment has none but us.
    fn speaker_fits_status(&mut self, raw: &Spanned<RawFact>) {
        let Some(status) = &raw.status else { return };
        match (status.value, &raw.said_by) {
            (Status::Assessed, Some(said_by)) => {
                let message = "an `assessed` fact is our own: it is said by nobody else";
                let diagnostic =
                    Diagnostic::new(&codes::SPEAKER_OF_OWN_ASSESSMENT, self.path(), said_by.span, message)
                        .with_related(status.span, "assessed by us")
                        .with_help("remove `said_by`, or use `claimed` if it is the source's assessment");
                self.problems.push(diagnostic);
            }
            (Status::Assessed, None) | (_, Some(_)) => {}
            (_, None) if self.problems.is_broken("said_by", raw.span) => {}
            (_, None) => {
                let span = raw.id.as_ref().map_or(raw.span, |id| id.span);
                let message = "this key fact has no speaker";
                let diagnostic = Diagnostic::new(&codes::NO_SPEAKER, self.path(), span, message)
                    .with_help("say who says so: `said_by: …` with the id of a source");
                self.problems.push(diagnostic);
            }
        }
    }
}
