//! `allow`: a rule broken on purpose, with the reason.

use super::{RULES, settable};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{Allow, Brief};
use crate::settings::{Level, Settings, unknown_rule};

/// An allow that allows nothing: the mistake is gone, or it never was one.
pub(super) static UNUSED: Code =
    Code { id: "A170", severity: Severity::Warning, title: "an allow that allows nothing" };

/// Reports allows of rules that do not exist.
pub(super) fn unknown(brief: &Brief, found: &mut Vec<Diagnostic>) {
    if brief.allows.is_empty() {
        return;
    }
    let settable = settable();
    let unknown = brief.allows.iter().filter(|allow| !settable.contains(&allow.rule.value.as_str()));
    found.extend(unknown.map(|allow| unknown_rule(&allow.rule, &settable, &brief.path)));
}

/// Takes away what is allowed, and reports allows that took away nothing. Only rules that were applied count: an allow of another
/// may well be needed on another day.
pub(super) fn apply(brief: &Brief, applied: &[&str], found: &mut Vec<Diagnostic>, settings: &Settings) {
    for allow in brief.allows.iter().filter(|allow| applied.contains(&allow.rule.value.as_str())) {
        let before = found.len();
        found.retain(|diagnostic| !covers(allow, brief, diagnostic));
        if found.len() == before && settings.rules.get(UNUSED.id) != Some(&Level::Off) {
            found.push(unused(allow, brief));
        }
    }
}

fn covers(allow: &Allow, brief: &Brief, diagnostic: &Diagnostic) -> bool {
    let here = match (allow.within, diagnostic.span) {
        (None, _) => true,
        (Some(part), Some(span)) => part.start() <= span.start() && span.end() <= part.end(),
        (Some(_), None) => false,
    };
    here && diagnostic.code.id == allow.rule.value.as_str() && diagnostic.path == brief.path
}

fn unused(allow: &Allow, brief: &Brief) -> Diagnostic {
    let title = RULES
        .iter()
        .find(|rule| rule.code.id == allow.rule.value.as_str())
        .map_or("", |rule| rule.code.title);
    let message = format!("nothing here breaks {}: {title}", allow.rule.value);
    Diagnostic::new(&UNUSED, &brief.path, allow.rule.span, message).with_help("remove the allow")
}
