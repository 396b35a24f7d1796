//! The template engine's errors as diagnostics.

use tera::{Error, ErrorKind, ReportError};

use super::templates::TemplateSet;
use crate::diagnostic::{Diagnostic, codes};
use crate::span::Span;

/// What is wrong with a template. `of` names what was being rendered, if anything was.
pub(super) fn report(error: &Error, templates: &TemplateSet, of: Option<&str>) -> Vec<Diagnostic> {
    let diagnostic = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => located(report, templates),
        _ => {
            let path = templates.path("templates");
            Diagnostic::of_file(&codes::TEMPLATE, &path, error.to_string())
        }
    };
    vec![diagnostic.with_help_opt(of.map(|of| format!("while rendering {of}")))]
}

fn located(report: &ReportError, templates: &TemplateSet) -> Diagnostic {
    let name = report.filename();
    let text = templates.text(name).unwrap_or_default();
    let range = report.span().range.clone();
    let mut message = report.message().to_owned();
    if let Some(first) = message.get(..1).map(str::to_lowercase) {
        message.replace_range(..1, &first);
    }
    let span = Span::new(range.start.min(text.len()), range.end.min(text.len()));
    Diagnostic::new(&codes::TEMPLATE, &templates.path(name), span, message)
}
