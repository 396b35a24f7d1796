//! Diagnostics as a log in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS, 2020), which code hosts and editors
//! read.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::position::Lines;
use super::report::{escaped, slashed};
use super::{Code, Diagnostic, Edit, Severity, pages};
use crate::span::Span;

/// Where the standard keeps the schema of the format.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A log in the making: one run of the tool.
#[derive(Debug, Default)]
pub struct Log {
    codes: BTreeMap<&'static str, &'static Code>,
    results: Vec<Value>,
}

impl Log {
    /// Takes up one diagnostic. `lines` is the text of its file, where it could be read.
    pub fn add(&mut self, diagnostic: &Diagnostic, lines: Option<&Lines<'_>>) {
        self.codes.insert(diagnostic.code.id, diagnostic.code);
        let place = |span| location(&diagnostic.path, span, lines);
        let helps = diagnostic.help.iter().map(|help| format!("\nhelp: {help}"));
        let message: String = std::iter::once(diagnostic.message.clone()).chain(helps).collect();
        let mut result = json!({
            "ruleId": diagnostic.code.id,
            "level": level(diagnostic.severity),
            "message": { "text": message },
            "locations": [with_message(place(diagnostic.span), diagnostic.label.as_deref())],
        });
        if !diagnostic.related.is_empty() {
            let related = diagnostic.related.iter();
            let related = related.map(|(span, label)| with_message(place(Some(*span)), Some(label)));
            add(&mut result, "relatedLocations", related.collect());
        }
        if let Some((edit, lines)) = diagnostic.edit.as_ref().zip(lines) {
            add(&mut result, "fixes", json!([fix(edit, &diagnostic.path, lines)]));
        }
        self.results.push(result);
    }

    /// The log as JSON. Its rules are those that were broken.
    ///
    /// # Errors
    /// When it cannot be written as JSON, which has not been seen.
    pub fn finish(self) -> serde_json::Result<String> {
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": self.codes.values().map(|code| rule(code)).collect::<Value>(),
                }},
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        });
        serde_json::to_string_pretty(&log).map(escaped)
    }
}

/// Adds a property to an object.
fn add(object: &mut Value, property: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(property.to_owned(), value);
    }
}

fn rule(code: &Code) -> Value {
    let mut rule = json!({
        "id": code.id,
        "shortDescription": { "text": code.title },
        "defaultConfiguration": { "level": level(code.severity) },
    });
    if let Some(page) = pages::page(code.id) {
        add(&mut rule, "help", json!({ "text": page, "markdown": page }));
    }
    rule
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn location(path: &Path, span: Option<Span>, lines: Option<&Lines<'_>>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(path) } });
    if let Some((span, lines)) = span.zip(lines) {
        add(&mut physical, "region", region(span, lines));
    }
    json!({ "physicalLocation": physical })
}

fn with_message(mut location: Value, message: Option<&str>) -> Value {
    if let Some(message) = message {
        add(&mut location, "message", json!({ "text": message }));
    }
    location
}

fn region(span: Span, lines: &Lines<'_>) -> Value {
    let extent = lines.extent(span);
    json!({
        "startLine": extent.start.line,
        "startColumn": extent.start.column,
        "endLine": extent.end.line,
        "endColumn": extent.end.column,
    })
}

fn fix(edit: &Edit, path: &Path, lines: &Lines<'_>) -> Value {
    json!({
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(path) },
            "replacements": [{
                "deletedRegion": region(edit.span, lines),
                "insertedContent": { "text": edit.replacement },
            }],
        }],
    })
}

/// A path as a URI reference (RFC 3986): relative as the user named it, or absolute with its scheme.
fn uri(path: &Path) -> String {
    let path_text = slashed(path);
    let scheme = match (path.is_absolute(), path_text.starts_with('/')) {
        (true, true) => "file://",
        (true, false) => "file:///",
        (false, _) => "",
    };
    let encoded = path_text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    scheme.to_owned() + &encoded.collect::<String>()
}
