//! Diagnostics as workflow commands of GitHub Actions, which shows them at the lines of a pull request.

use super::position::Lines;
use super::report::slashed;
use super::{Diagnostic, Severity};
use crate::markdown::visible;

/// One diagnostic as a workflow command on one line. `lines` is the text of its file, where it could be read.
#[must_use]
pub fn render(diagnostic: &Diagnostic, lines: Option<&Lines<'_>>) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = diagnostic.span.zip(lines).map_or_else(String::new, |(span, lines)| {
        let (start, end) = (lines.position(span.start()), lines.position(span.end()));
        // Columns are understood within one line only.
        let columns = if start.line == end.line {
            format!(",col={},endColumn={}", start.column, end.column)
        } else {
            String::new()
        };
        format!(",line={},endLine={}{columns}", start.line, end.line)
    });
    let title = property(&format!("{}: {}", diagnostic.code.id, diagnostic.code.title));
    let helps = diagnostic.help.iter().map(|help| format!("\nhelp: {help}"));
    let message = data(&std::iter::once(diagnostic.message.clone()).chain(helps).collect::<String>());
    let path = property(&slashed(&diagnostic.path));
    format!("::{command} file={path}{place},title={title}::{message}")
}

/// Text as it may stand behind the command.
fn data(text: &str) -> String {
    let escaped = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    visible(&escaped).into_owned()
}

/// Text as it may stand in a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
