//! Sources and entities that a brief lists although its desk has them in the register.

use crate::diagnostic::{Diagnostic, codes};
use crate::load::Problems;
use crate::load::raw::RawBrief;
use crate::model::{Id, Register};
use crate::span::{Span, Spanned};

/// Says of what is listed and lacks its keys that the register has it.
pub(super) fn advise(raw: &RawBrief, register: &Register, problems: &mut Problems<'_>) {
    if problems.found.is_empty() {
        return;
    }
    let sources = raw.sources.iter().map(|it| (it.span, it.id.as_ref()));
    let sources = sources.filter(|(_, id)| id.is_some_and(|id| register.sources.contains_key(&id.value)));
    let entities = raw.entities.iter().map(|it| (it.span, it.id.as_ref()));
    let entities = entities.filter(|(_, id)| id.is_some_and(|id| register.entities.contains_key(&id.value)));
    for (part, id) in sources.chain(entities) {
        if let Some(id) = id {
            advise_on(part, id, &mut problems.found);
        }
    }
}

fn advise_on(part: Span, id: &Spanned<Id>, found: &mut [Diagnostic]) {
    let is_within = |span: Span| part.start() <= span.start() && span.end() <= part.end();
    let lacks_key = |it: &&mut Diagnostic| it.code == &codes::MISSING_KEY && it.span.is_some_and(is_within);
    if let Some(first) = found.iter_mut().find(lacks_key) {
        first.help.push(format!(
            "`{}` is in the register of the desk: take it out here, and name it all the same",
            id.value
        ));
    }
}
