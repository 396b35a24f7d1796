//! A165: a published brief that has changed without a correction.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Findings, Options, Rule, severity};
use crate::desk::Desk;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{Brief, Id};
use crate::published::Published;
use crate::settings::Settings;

static CODE: Code = Code {
    id: "A165",
    severity: Severity::Warning,
    title: "a published brief that has changed without a correction",
};

pub(super) static RULE: Rule = Rule::published(&CODE, check);

fn check(desk: &Desk, settings: &Settings, published: &Published, findings: &mut Findings<'_>) {
    for brief in &desk.briefs {
        let Some(before) = published.of(&brief.id) else { continue };
        if brief.corrections.len() > before.corrections || before.is_said_by(brief) {
            continue;
        }
        let message =
            "this brief says something else than when it was published, and no correction tells readers so";
        findings.push(
            findings
                .at(&brief.path, brief.title.span, message)
                .with_help("add an entry to `corrections`: what was wrong, and what is right")
                .with_help_opt(registered(brief, settings))
                .with_help(
                    "where nothing was wrong, as under a higher `marking`, `allow` A165 with the reason",
                ),
        );
    }
}

/// What a brief may say otherwise although nobody has touched it.
fn registered(brief: &Brief, settings: &Settings) -> Option<String> {
    let register = &settings.inherited.register;
    let sources = brief.sources.iter().map(|it| &it.id.value).filter(|id| register.sources.contains_key(*id));
    let entities =
        brief.entities.iter().map(|it| &it.id.value).filter(|id| register.entities.contains_key(*id));
    let ids: Vec<_> = sources.chain(entities).map(|id| format!("`{id}`")).collect();
    (!ids.is_empty()).then(|| {
        format!("it takes {} from the register: what has changed there has changed here, too", ids.join(", "))
    })
}

/// What was published of the desk in `folder`, and is in none of its briefs any more. Of all of its briefs, since of some nobody could say.
#[must_use]
pub fn gone(desk: &Desk, folder: &Path, options: &Options) -> Vec<Diagnostic> {
    let (Some(published), Some(severity)) = (&options.published, severity(&CODE, &options.settings)) else {
        return Vec::new();
    };
    let there: BTreeSet<_> = desk.briefs.iter().map(|brief| &brief.id).collect();
    let gone = published.briefs().filter(|id| !there.contains(id));
    gone.map(|id| Diagnostic { severity, ..told(id, folder) }).collect()
}

fn told(id: &Id, folder: &Path) -> Diagnostic {
    let path = folder.join("briefs").join(format!("{id}.yaml"));
    let path = path.strip_prefix(".").unwrap_or(&path);
    Diagnostic::of_file(&CODE, path, format!("the brief `{id}` was published, and is gone"))
        .with_help(format!(
            "if it has another name now, write `id: {id}` in it: it is held against what was published, and readers find it where it was"
        ))
        .with_help("if it is taken back, keep it, and say so in its `corrections`: readers act on what they have read")
}
