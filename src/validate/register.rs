//! The register of a desk: sources and entities that its briefs share.

use std::sync::Arc;

use super::Validator;
use super::names::{Kind, Names};
use crate::diagnostic::{Diagnostic, codes};
use crate::load::Problems;
use crate::load::list::List;
use crate::load::raw::{RawAllow, RawEntity, RawSource};
use crate::model::{LikelihoodScale, Register};

/// Validates the register of a desk, collecting every problem. Its parts refer to each other alone.
pub(crate) fn register(
    sources: &List<RawSource>,
    entities: List<RawEntity>,
    problems: &mut Problems<'_>,
) -> Register {
    let none = Register::default();
    let names = Names::of_parties(sources, &entities, &none, problems);
    for allow in sources.iter().map(|it| &it.allow).chain(entities.iter().map(|it| &it.allow)) {
        refuse(allow, problems);
    }
    let file = problems.file;
    // The register holds no likelihood terms, so the scale is never asked for.
    let scale = LikelihoodScale::Icd203;
    let mut validator = Validator { file, problems, names, scale };
    for entity in sources.iter().filter_map(|source| source.entity.as_ref()) {
        validator.resolve(entity, &[Kind::Entity]);
    }
    let entities = entities.into_iter().filter_map(|entity| validator.entity(entity.value));
    let entities = entities.map(|entity| (entity.id.value.clone(), Arc::new(entity))).collect();
    let sources = validator.names.sources().into_iter().map(|it| (it.id.value.clone(), it)).collect();
    Register { sources, entities, is_unread: false }
}

/// A rule is broken by what a brief says, so it is the brief that gives the reason.
fn refuse(allow: &List<RawAllow>, problems: &mut Problems<'_>) {
    if let Some(first) = allow.first() {
        let message = "a register allows nothing: the brief that breaks a rule gives the reason";
        let diagnostic = Diagnostic::new(&codes::UNKNOWN_KEY, problems.path(), first.span, message);
        problems.push(
            diagnostic
                .with_help("set the rule for the whole desk under `rules`, or write `allow` in the briefs"),
        );
    }
}
