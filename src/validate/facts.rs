//! Key facts.

use super::Validator;
use super::names::Kind;
use super::speaker::Speaking;
use crate::diagnostic::{Diagnostic, codes};
use crate::load::raw::{RawFact, RawProperty};
use crate::model::{Fact, Property};
use crate::span::Spanned;

impl Validator<'_, '_, '_> {
    pub(super) fn fact(&mut self, raw: Spanned<RawFact>) -> Option<Fact> {
        self.speaker_fits_status(&raw);
        let raw = raw.value;
        let text = self.prose(raw.text);
        let note = self.prose(raw.note).map(Box::new);
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

    fn speaker_fits_status(&mut self, raw: &Spanned<RawFact>) {
        let speaking = Speaking {
            item: "fact",
            status: raw.status.as_ref(),
            said_by: raw.said_by.as_ref(),
            via: &raw.via,
            on: raw.on.as_ref(),
        };
        let is_spoken = raw.said_by.is_some() || self.problems.is_broken("said_by", raw.span);
        if raw.status.is_none() || self.is_ours(&speaking) || is_spoken {
            return;
        }
        let span = raw.id.as_ref().map_or(raw.span, |id| id.span);
        let diagnostic =
            Diagnostic::new(&codes::NO_SPEAKER, self.path(), span, "this key fact has no speaker")
                .with_help("say who says so: `said_by: …` with the id of a source");
        self.problems.push(diagnostic);
    }
}
