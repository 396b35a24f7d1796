//! Diagnostics: trouble in the user's files. All are collected, sorted by path and offset, and reported together, in one of the
//! formats of [`report`]: a file each.

pub mod codes;
pub mod github;
pub mod human;
pub mod json;
pub mod pages;
pub mod position;
pub mod report;
pub mod sarif;
pub mod short;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::span::Span;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The brief cannot be used.
    Error,
    /// The brief can be used, and should be looked at.
    Warning,
}

/// A sort of trouble: a stable code with what it always is.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable name: `A011`.
    pub id: &'static str,
    /// How bad it is unless the desk says otherwise.
    pub severity: Severity,
    /// What it is, in one line.
    pub title: &'static str,
}

/// One thing that is wrong in a file.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The sort of trouble.
    pub code: &'static Code,
    /// How bad it is here.
    pub severity: Severity,
    /// The file, as the user named it.
    pub path: PathBuf,
    /// Where in the file; absent when it is the file as a whole.
    pub span: Option<Span>,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// A word at the caret.
    pub label: Option<String>,
    /// Other places in the same file that belong to it, each with a word.
    pub related: Vec<(Span, String)>,
    /// What to do about it.
    pub help: Vec<String>,
    /// A mechanical mend, where there is just one: for `attache fix`.
    pub edit: Option<Edit>,
}

/// A change of a file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards, as it is to be written in the file.
    pub replacement: String,
}

impl Diagnostic {
    /// Trouble at a place.
    #[must_use]
    pub fn new(code: &'static Code, path: &Path, span: Span, message: impl Into<String>) -> Self {
        Self { span: Some(span), ..Self::of_file(code, path, message) }
    }

    /// Trouble with a file as a whole.
    #[must_use]
    pub fn of_file(code: &'static Code, path: &Path, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            path: path.to_owned(),
            span: None,
            message: message.into(),
            label: None,
            related: Vec::new(),
            help: Vec::new(),
            edit: None,
        }
    }

    /// Adds a word at the caret.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds another place in the same file.
    #[must_use]
    pub fn with_related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Adds a line of advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds a line of advice where there is one.
    #[must_use]
    pub fn with_help_opt(mut self, help: Option<impl Into<String>>) -> Self {
        self.help.extend(help.map(Into::into));
        self
    }

    /// Adds a mechanical mend. It must leave nothing to decide: whoever has doubts gives help instead.
    #[must_use]
    pub fn with_edit(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.edit = Some(Edit { span, replacement: replacement.into() });
        self
    }

    /// Whether the file cannot be used because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Sorts by file and place, so that a report does not depend on the order of reading or of the rules.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        (&a.path, a.span, a.code.id, &a.message).cmp(&(&b.path, b.span, b.code.id, &b.message))
    });
}

/// `2 errors, 1 warning`; nothing when there is nothing.
#[must_use]
pub fn tally(diagnostics: &[Diagnostic]) -> Option<String> {
    let count = |severity| diagnostics.iter().filter(|it| it.severity == severity).count();
    let phrase = |count: usize, one: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {one}s")),
    };
    let parts: Vec<_> =
        [phrase(count(Severity::Error), "error"), phrase(count(Severity::Warning), "warning")]
            .into_iter()
            .flatten()
            .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
