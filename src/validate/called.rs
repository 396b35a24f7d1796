//! Sources that a brief refers to by their names, where it has to say their ids.

use crate::diagnostic::{Diagnostic, codes};
use crate::load::Problems;
use crate::load::raw::RawBrief;
use crate::model::{Id, Register};

/// Says of a name in the place of an id whose id is meant.
pub(super) fn advise(raw: &RawBrief, register: &Register, problems: &mut Problems<'_>) {
    let text = &problems.file.text;
    for found in problems.found.iter_mut().filter(|it| it.code == &codes::BAD_ID) {
        let written = found.span.and_then(|span| text.get(span.range())).map(unquoted);
        if let Some(id) = written.and_then(|name| called(name, raw, register)) {
            say(id, found);
        }
    }
}

/// The only source of this name, in the brief or else in the register.
fn called<'i>(name: &str, raw: &'i RawBrief, register: &'i Register) -> Option<&'i Id> {
    let own = raw.sources.iter().filter_map(|it| Some((&it.id.as_ref()?.value, it.name.as_ref()?)));
    let own = own.filter(|(_, it)| it.value.as_str() == name).map(|(id, _)| id);
    let registered = register.sources.values().filter(|it| it.name.value.as_str() == name);
    let mut ids = own.chain(registered.map(|it| &it.id.value));
    let first = ids.next()?;
    ids.all(|id| id == first).then_some(first)
}

fn say(id: &Id, found: &mut Diagnostic) {
    found.help = vec![format!("write `{id}`: that is the id of the source of this name")];
}

/// A text in YAML without its quotation marks.
fn unquoted(text: &str) -> &str {
    let inner = |mark| text.strip_prefix(mark)?.strip_suffix(mark);
    inner('"').or_else(|| inner('\'')).unwrap_or(text)
}
