//! Where in the file the text of a value stands.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// The place in the file of some bytes of a scalar's text. A scalar that was folded or escaped has no such place for each of
/// its bytes; then it is the whole scalar.
pub(crate) fn within(file: &str, span: Span, text: &str, at: &Range<usize>) -> Span {
    let written = file.get(span.range()).unwrap_or_default();
    let quote = usize::from(written.starts_with(['"', '\'']));
    match written.get(quote..quote + text.len()) {
        Some(same) if same == text => {
            Span::new(span.start() + quote + at.start, span.start() + quote + at.end.min(text.len()))
        }
        _ => span,
    }
}

/// As [`within`], for text that may be folded over lines: then the same characters are looked for, and taken if they stand there
/// just once.
pub(crate) fn place_of(file: &str, span: Span, text: &str, range: &Range<usize>) -> Span {
    let exact = within(file, span, text, range);
    if exact != span {
        return exact;
    }
    let written = file.get(span.range()).unwrap_or_default();
    let Some(wanted) = text.get(range.clone()).filter(|wanted| !wanted.is_empty()) else { return exact };
    let mut places = written.match_indices(wanted).map(|(at, _)| span.start() + at);
    match (places.next(), places.next()) {
        (Some(at), None) => Span::new(at, at + wanted.len()),
        _ => exact,
    }
}

/// Adds the mend of a token, if it stands in the file as it was read: quotation marks around it stay.
pub(crate) fn mended(
    diagnostic: Diagnostic,
    file: &str,
    span: Span,
    text: &str,
    replacement: impl Into<String>,
) -> Diagnostic {
    let token = within(file, span, text, &(0..text.len()));
    match file.get(token.range()) {
        Some(same) if same == text => diagnostic.with_edit(token, replacement),
        _ => diagnostic,
    }
}
