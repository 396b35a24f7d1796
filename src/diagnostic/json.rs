//! Diagnostics as JSON objects on a line each: short and exact enough to be handed back to the program that wrote the brief.
//!
//! Lines and columns count from 1, columns in characters; bytes from 0; ends are the first place after. What there is none of is
//! left out.

use serde::Serialize;

use super::position::Lines;
use super::report::{escaped, slashed};
use super::{Diagnostic, Edit, Severity};
use crate::span::Span;

#[derive(Serialize)]
struct Entry<'d> {
    code: &'static str,
    severity: Severity,
    path: String,
    #[serde(flatten)]
    place: Option<Place>,
    message: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'d str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    help: &'d [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'d>>,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    byte_start: usize,
    byte_end: usize,
}

#[derive(Serialize)]
struct Related<'d> {
    #[serde(flatten)]
    place: Place,
    message: &'d str,
}

#[derive(Serialize)]
struct Fix<'d> {
    byte_start: usize,
    byte_end: usize,
    replacement: &'d str,
}

/// One diagnostic as a JSON object without a line break. `lines` is the text of its file, where it could be read.
///
/// # Errors
/// When it cannot be written as JSON, which has not been seen.
pub fn render(diagnostic: &Diagnostic, lines: Option<&Lines<'_>>) -> serde_json::Result<String> {
    let related = diagnostic.related.iter().filter_map(|(span, message)| {
        let place = place(lines?, *span);
        Some(Related { place, message })
    });
    let entry = Entry {
        code: diagnostic.code.id,
        severity: diagnostic.severity,
        path: slashed(&diagnostic.path),
        place: diagnostic.span.zip(lines).map(|(span, lines)| place(lines, span)),
        message: &diagnostic.message,
        label: diagnostic.label.as_deref(),
        help: &diagnostic.help,
        related: related.collect(),
        fix: diagnostic.edit.as_ref().map(|Edit { span, replacement }| Fix {
            byte_start: span.start(),
            byte_end: span.end(),
            replacement,
        }),
    };
    serde_json::to_string(&entry).map(escaped)
}

fn place(lines: &Lines<'_>, span: Span) -> Place {
    let extent = lines.extent(span);
    Place {
        line: extent.start.line,
        column: extent.start.column,
        end_line: extent.end.line,
        end_column: extent.end.column,
        byte_start: span.start(),
        byte_end: span.end(),
    }
}
