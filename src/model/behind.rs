//! Who stands behind a fact.

use super::{Attribution, Brief, Fact, Source, Status};
use crate::markdown::{RefKind, references};

/// The sources that stand behind a fact, if it is rated as confirmed, and are named beside it otherwise: its speaker, its carriers, and every source and every fact that its
/// text or its note refers to by link. Whoever is quoted beside them may say the contrary, and so may a fact that is disputed, denied or
/// our own assessment. A source that is named twice comes twice.
pub(crate) fn behind<'b>(fact: &'b Fact, brief: &'b Brief) -> Vec<&'b Source> {
    let mut sources: Vec<&Source> = speakers(fact).collect();
    let texts = std::iter::once(&fact.text).chain(fact.note.as_deref());
    for (kind, id) in texts.flat_map(|text| references(text)) {
        match kind {
            RefKind::Source => {
                let mut listed = brief.sources.iter().map(|source| &**source);
                sources.extend(listed.find(|source| source.id.value.as_str() == id));
            }
            RefKind::Fact => {
                let linked = brief.key_facts.iter().find(|it| it.id.value.as_str() == id);
                sources.extend(linked.filter(|it| says_so(it)).into_iter().flat_map(speakers));
            }
            RefKind::Entity | RefKind::Question => {}
        }
    }
    sources
}

/// Whether somebody says that it is so, and the brief knows of nobody who says that it is not.
pub(crate) fn says_so(fact: &Fact) -> bool {
    matches!(fact.status.value, Status::Claimed | Status::Stated | Status::Observed)
}

/// Whoever says what a fact says, and who carries it.
pub(crate) fn speakers(fact: &Fact) -> impl Iterator<Item = &Source> {
    fact.attribution.iter().flat_map(Attribution::sources)
}
