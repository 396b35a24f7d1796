//! Judgements.

use super::names::Kind;
use super::{Validator, each, push_digest};
use crate::diagnostic::{Diagnostic, codes};
use crate::load::raw::RawJudgement;
use crate::model::id::MAX_ID_BYTES;
use crate::model::{Basis, Id, Judgement, Likelihood, LikelihoodScale, Line, Prose};
use crate::span::Spanned;
use crate::suggest::suggest;

impl Validator<'_, '_, '_> {
    pub(super) fn judgement(&mut self, raw: Spanned<RawJudgement>) -> Option<Judgement> {
        let raw = raw.value;
        let text = self.prose(raw.text);
        let note = self.prose(raw.note).map(Box::new);
        let likelihood = raw.likelihood.as_ref().and_then(|term| self.likelihood(term));
        let basis = each(raw.basis, |id| {
            let kind = self.resolve(&id, &[Kind::Fact, Kind::Question])?;
            let part = match kind {
                Kind::Question => Basis::Question,
                _ => Basis::Fact,
            };
            Some(Spanned::new(part(id.value), id.span))
        });
        let text = text?;
        let id = match raw.id {
            Some(id) => id.value,
            None => id_of(&text.value)?,
        };
        let confidence = raw.confidence?;
        Some(Judgement { id, text, likelihood, confidence, basis, note, marking: raw.marking })
    }

    fn likelihood(&mut self, term: &Spanned<Line>) -> Option<Spanned<Likelihood>> {
        let text = term.value.as_str();
        if let Some(found) = self.scale.find(text) {
            return Some(term.with(found));
        }
        let message = format!("`{text}` is not a term of the scale {}", self.scale.title());
        let diagnostic = Diagnostic::new(&codes::OFF_SCALE, self.path(), term.span, message);
        let diagnostic = match suggest(text, self.scale.terms()) {
            Some(near) => diagnostic.with_help(format!("did you mean `{near}`?")),
            None => diagnostic
                .with_help(format!("its terms are {}", self.scale.terms().collect::<Vec<_>>().join(", "))),
        };
        let elsewhere = LikelihoodScale::having(text).next();
        self.problems.push(diagnostic.with_help_opt(
            elsewhere.map(|scale| format!("`{text}` is a term of the scale {}", scale.title())),
        ));
        None
    }
}

/// The id of a judgement that was given none.
fn id_of(text: &Prose) -> Option<Id> {
    let mut id = String::with_capacity(MAX_ID_BYTES);
    push_digest(&mut id, text.as_str());
    Id::parse(&id)
}
