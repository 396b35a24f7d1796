//! What the template engine tells in words alone: it prints its reports, and keeps their places to itself.

use crate::span::Span;

/// One report: a message and its place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Report {
    pub(super) message: String,
    /// The template, by the name that the engine has for it.
    pub(super) template: String,
    /// From 1.
    pub(super) line: usize,
    /// From 1, in characters.
    pub(super) column: usize,
    /// How many characters are marked.
    pub(super) width: usize,
}

impl Report {
    /// The same place in the text of the template.
    pub(super) fn span(&self, text: &str) -> Span {
        let mut lines = text.split_inclusive('\n');
        let before: usize = lines.by_ref().take(self.line.saturating_sub(1)).map(str::len).sum();
        let line = lines.next().unwrap_or_default();
        let at = |nth: usize| line.char_indices().nth(nth).map_or(line.trim_end().len(), |(at, _)| at);
        let start = self.column.saturating_sub(1);
        Span::new(before + at(start), before + at(start + self.width))
    }
}

/// The reports in a text of many.
pub(super) fn reports(told: &str) -> Vec<Report> {
    let lines: Vec<_> = told.lines().collect();
    let starts = lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.strip_prefix("error: ")?)));
    starts
        .filter_map(|(at, message)| {
            let (template, line, column) = place(lines.get(at + 1)?.trim_start().strip_prefix("--> ")?)?;
            let carets = lines.get(at + 4).map_or(0, |line| line.matches('^').count());
            Some(Report { message: message.to_owned(), template, line, column, width: carets.max(1) })
        })
        .collect()
}

/// The notes behind a report: where a template was included, or a component called, from the innermost place.
pub(super) fn notes(told: &str) -> Vec<Report> {
    let notes = told.lines().filter_map(|line| line.strip_prefix("note: "));
    notes
        .filter_map(|note| {
            let (message, at) = note.rsplit_once(' ')?;
            let (template, line, column) = place(at)?;
            Some(Report { message: message.to_owned(), template, line, column, width: 1 })
        })
        .collect()
}

/// `name:line:column`
fn place(text: &str) -> Option<(String, usize, usize)> {
    let (rest, column) = text.rsplit_once(':')?;
    let (template, line) = rest.rsplit_once(':')?;
    Some((template.to_owned(), line.parse().ok()?, column.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again() {
        let told = "error: Unknown filter `x`\n --> a.html:2:4\n  |\n2 | ü{{ a | x }}\n  |    ^^\n\nnote: called from b.html:1:1\n";
        let [report] = reports(told).try_into().unwrap();
        assert_eq!(report.message, "Unknown filter `x`");
        let text = "one\nü{{ a | x }}\n";
        assert_eq!(text.get(report.span(text).range()), Some(" a"));
        let [note] = notes(told).try_into().unwrap();
        assert_eq!((note.message.as_str(), note.template.as_str()), ("called from", "b.html"));
    }
}
