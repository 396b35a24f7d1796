//! What is wrong with one file, as it is found.

use std::path::Path;

use super::lost;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown;
use crate::source::SourceFile;
use crate::span::Span;

/// How many problems of one file are told before the rest is only counted: past that it is another kind of file.
const MAX_PROBLEMS: usize = 500;

/// Collects what is wrong with one file.
#[derive(Debug)]
pub(crate) struct Problems<'t> {
    pub(crate) file: &'t SourceFile,
    pub(crate) found: Vec<Diagnostic>,
    /// Keys that are there and have no value for a reason that has been reported, each with a place in its record.
    broken: Vec<(&'static str, Span)>,
    /// Whether something refers to what nobody can know, which is not reported.
    pub(crate) is_open: bool,
    /// Whether YAML may have taken a part of a text for a comment.
    pub(super) may_lose_text: bool,
    /// Whether a value may hold a character that acts instead of being seen.
    pub(super) may_act: bool,
}

impl<'t> Problems<'t> {
    pub(crate) fn new(file: &'t SourceFile) -> Self {
        let may_lose_text = lost::is_possible(&file.text);
        let may_act = markdown::has_acting(&file.text);
        Self { file, found: Vec::new(), broken: Vec::new(), is_open: false, may_lose_text, may_act }
    }

    pub(crate) fn path(&self) -> &'t Path {
        &self.file.path
    }

    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        // However many warnings came first, a file with an error never passes as one without.
        let first_error = diagnostic.is_error() && !self.found.iter().any(Diagnostic::is_error);
        if !self.is_full() || first_error {
            self.found.push(diagnostic);
        }
    }

    /// Whether whatever else is found is not told any more, so that advice on it can be saved.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= MAX_PROBLEMS
    }

    /// Whether a text may say something else than it seems to, which is then reported.
    pub(super) fn may_hide(&self) -> bool {
        self.may_lose_text || self.may_act
    }

    /// Remembers a key without a value, as long as anything is still told.
    pub(super) fn take_broken(&mut self, key: &'static str, place: Span) {
        if !self.is_full() {
            self.broken.push((key, place));
        }
    }

    /// Whether a record that stands here has this key, with a value that has been reported as none.
    pub(crate) fn is_broken(&self, key: &str, record: Span) -> bool {
        let is_within = |place: Span| record.start() <= place.start() && place.end() <= record.end();
        self.broken.iter().any(|(broken, place)| *broken == key && is_within(*place))
    }

    pub(crate) fn report(&mut self, code: &'static Code, span: Span, message: impl Into<String>) {
        let diagnostic = Diagnostic::new(code, self.path(), span, message);
        self.push(diagnostic);
    }
}
