//! Diagnostics on a line each, as compilers print them: editors and `grep` read it.

use super::position::Lines;
use super::report::one_line;
use super::{Diagnostic, Severity};

/// One diagnostic on one line. `lines` is the text of its file, where it could be read.
#[must_use]
pub fn render(diagnostic: &Diagnostic, lines: Option<&Lines<'_>>) -> String {
    let path = one_line(&diagnostic.path.display().to_string());
    let place = diagnostic.span.zip(lines).map_or_else(String::new, |(span, lines)| {
        let start = lines.position(span.start());
        format!(":{}:{}", start.line, start.column)
    });
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    format!("{path}{place}: {severity}[{}]: {}", diagnostic.code.id, one_line(&diagnostic.message))
}
