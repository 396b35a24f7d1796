//! References to sources, and who said what through whom.

use std::sync::Arc;

use super::names::Kind;
use super::{Validator, each};
use crate::diagnostic::{Diagnostic, codes};
use crate::load::list::List;
use crate::load::place::within;
use crate::load::raw::RawQuote;
use crate::model::{Attribution, FuzzyDate, Id, Quote, Source};
use crate::span::{Span, Spanned};

impl Validator<'_, '_, '_> {
    /// The first of these kinds that has a part with this id, or a report that none has.
    pub(super) fn resolve(&mut self, id: &Spanned<Id>, kinds: &[Kind]) -> Option<Kind> {
        for kind in kinds.iter().copied() {
            if self.names.has_own(kind, &id.value) {
                return Some(kind);
            }
            if self.names.is_registered(kind, &id.value) {
                self.names.take_up(kind, id);
                return Some(kind);
            }
        }
        if self.names.may_be_registered(kinds) {
            self.problems.is_open = true;
        } else {
            let diagnostic = self.unknown(id, kinds);
            self.problems.push(diagnostic);
        }
        None
    }

    /// The report that a reference leads nowhere, with the nearest id, or where the id does stand.
    pub(super) fn unknown(&self, id: &Spanned<Id>, kinds: &[Kind]) -> Diagnostic {
        let nouns: Vec<_> = kinds.iter().map(|kind| kind.noun()).collect();
        let message = format!("there is no {} `{}`", nouns.join(" or "), id.value);
        let diagnostic = Diagnostic::new(&codes::UNKNOWN_REFERENCE, self.path(), id.span, message);
        let elsewhere = [Kind::Source, Kind::Entity, Kind::Fact, Kind::Question]
            .into_iter()
            .find(|kind| self.names.has(*kind, &id.value));
        if let Some(kind) = elsewhere {
            return diagnostic.with_help(format!("`{}` is the id of {}", id.value, kind.one()));
        }
        let diagnostic = match self.names.near(kinds, id.value.as_str()) {
            Some(near) => diagnostic.with_help(format!("did you mean `{near}`?")),
            None => diagnostic,
        };
        match self.names.meant(kinds, id.value.as_str()).zip(self.id_token(id)) {
            Some((meant, token)) => diagnostic.with_edit(token, meant),
            None => diagnostic,
        }
    }

    /// Where the id itself stands in the file: inside its quotation marks, or behind the `fact:` of a link.
    fn id_token(&self, id: &Spanned<Id>) -> Option<Span> {
        let (text, id, span) = (&self.file.text, id.value.as_str(), id.span);
        let quoted = within(text, span, id, &(0..id.len()));
        let linked = Span::new(span.end().checked_sub(id.len())?, span.end());
        let before = text.get(span.start()..linked.start());
        let is_link = before.is_some_and(|before| before.ends_with(':'));
        let token = if is_link { linked } else { quoted };
        text.get(token.range()).filter(|same| *same == id).map(|_| token)
    }

    pub(super) fn source_ref(&mut self, id: &Spanned<Id>) -> Option<Spanned<Arc<Source>>> {
        let own = self.names.find_source(&id.value);
        // Only a source that the brief does not have itself is looked for elsewhere.
        let source = own.or_else(|| {
            self.resolve(id, &[Kind::Source])?;
            self.names.find_source(&id.value)
        })?;
        Some(id.with(source))
    }

    /// `None` when there is no speaker; whether that is allowed is for the caller to say.
    pub(super) fn attribution(
        &mut self,
        said_by: Option<&Spanned<Id>>,
        via: &[Spanned<Id>],
        on: Option<Spanned<FuzzyDate>>,
    ) -> Option<Attribution> {
        let said_by = said_by.and_then(|id| self.source_ref(id));
        let mut carriers = Vec::with_capacity(via.len());
        carriers.extend(via.iter().filter_map(|id| self.source_ref(id)));
        Some(Attribution { said_by: said_by?, via: carriers.into(), on })
    }

    pub(super) fn quotes(&mut self, raw: List<RawQuote>) -> Box<[Quote]> {
        each(raw, |raw| {
            let said_by = raw.said_by.as_ref().and_then(|id| self.source_ref(id));
            Some(Quote {
                text: raw.value.text?,
                lang: raw.value.lang.map(|lang| lang.value),
                said_by,
                found: None,
            })
        })
    }
}
