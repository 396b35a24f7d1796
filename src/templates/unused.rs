//! Files of a desk's templates that no page is made of: their names may be misspelt.

use crate::contract::is_output;
use crate::contract::walk::Walked;
use crate::diagnostic::{Diagnostic, codes};
use crate::render::{TemplateSet, is_code};
use crate::settings::Settings;
use crate::suggest::suggest;

/// Files that no page is made of.
pub(super) fn unused(
    templates: &TemplateSet,
    settings: &Settings,
    pages: &[(String, Walked)],
) -> Vec<Diagnostic> {
    let reached = |name: &str| pages.iter().any(|(_, walked)| walked.reached.contains(name));
    let listed = |name: &str| settings.brief_outputs.iter().any(|output| output.value == name);
    let idle = templates.idle().map(|(name, reason)| told(name, reason.to_owned(), templates));
    let own = templates.own().filter_map(|name| {
        let help = if is_output(name) && !listed(name) {
            format!("name it under `outputs` in attache.yaml, and each brief has a file of it: `outputs: [{name}]`")
        } else if is_code(name) && !reached(name) || !is_code(name) && !is_look(name) {
            near(name, templates)
        } else {
            return None;
        };
        Some(told(name, help, templates))
    });
    idle.chain(own).collect()
}

fn is_look(name: &str) -> bool {
    TemplateSet::looks().contains(&name)
}

fn near(name: &str, templates: &TemplateSet) -> String {
    match suggest(name, templates.built_ins().chain(TemplateSet::looks())) {
        Some(near) if near != name => format!("did you mean `{near}`?"),
        _ => "`attache templates list` has the names that pages are made of".to_owned(),
    }
}

fn told(name: &str, help: String, templates: &TemplateSet) -> Diagnostic {
    let message = "no page is made of this file";
    Diagnostic::of_file(&codes::UNUSED_TEMPLATE, &templates.path(name), message).with_help(help)
}
