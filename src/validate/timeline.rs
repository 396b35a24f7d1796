//! Timeline events.

use super::names::Kind;
use super::speaker::Speaking;
use super::{Validator, push_digest};
use crate::diagnostic::{Diagnostic, codes};
use crate::load::raw::RawEvent;
use crate::model::id::MAX_ID_BYTES;
use crate::model::{Event, Ground, Id, Prose};
use crate::span::{Span, Spanned};

impl Validator<'_, '_, '_> {
    pub(super) fn event(&mut self, raw: Spanned<RawEvent>) -> Option<Event> {
        let Spanned { value: mut raw, span } = raw;
        let text = self.prose(raw.text.take());
        let ground = self.ground(&mut raw, span);
        let text = text?;
        Some(Event {
            id: event_id(&mut raw, &text.value)?,
            when: raw.when,
            text,
            expected: raw.expected.as_ref().is_some_and(|expected| expected.value),
            ground: ground?,
            marking: raw.marking,
        })
    }

    fn ground(&mut self, raw: &mut RawEvent, whole: Span) -> Option<Ground> {
        let speaking = Speaking {
            item: "event",
            status: raw.status.as_ref(),
            said_by: raw.said_by.as_ref(),
            via: &raw.via,
            on: raw.on.as_ref(),
        };
        let own = speaking.place();
        if let Some(fact) = raw.fact.take() {
            self.one_ground(&fact, own);
            self.resolve(&fact, &[Kind::Fact])?;
            return Some(Ground::Fact(fact));
        }
        if self.is_ours(&speaking) {
            return Some(Ground::Assessed);
        }
        let attribution = self.attribution(raw.said_by.as_ref(), &raw.via, raw.on.take());
        if raw.said_by.is_some() {
            return attribution.map(|attribution| Ground::Own { status: raw.status.take(), attribution });
        }
        if let Some(span) = own.filter(|_| !self.problems.is_broken("said_by", whole)) {
            let diagnostic =
                Diagnostic::new(&codes::NO_SPEAKER, self.path(), span, "this event has no speaker")
                    .with_help("say who says so: `said_by: …`, or take a key fact's attribution: `fact: …`");
            self.problems.push(diagnostic);
        }
        Some(Ground::Unattributed)
    }

    /// An event on a key fact has the attribution of that, and none of its own.
    fn one_ground(&mut self, fact: &Spanned<Id>, own: Option<Span>) {
        let Some(own) = own else { return };
        let message = "this event takes its attribution from a key fact and has one of its own";
        let diagnostic = Diagnostic::new(&codes::TWO_GROUNDS, self.path(), own, message)
            .with_related(fact.span, "the key fact")
            .with_help("keep `fact`, or keep `said_by`, `via`, `on` and `status`");
        self.problems.push(diagnostic);
    }
}

fn event_id(raw: &mut RawEvent, text: &Prose) -> Option<Id> {
    if let Some(id) = raw.id.take() {
        return Some(id.value);
    }
    let mut id = String::with_capacity(MAX_ID_BYTES);
    raw.when.iter().for_each(|when| when.value.push_canonical(&mut id));
    id.push('-');
    push_digest(&mut id, text.as_str());
    Id::slug(&id)
}
