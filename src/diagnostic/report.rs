//! The formats in which diagnostics are written.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::position::Lines;
use super::{Diagnostic, github, human, json, sarif, short};
use crate::markdown::{acts, visible};

/// The texts of the files that diagnostics are about.
pub type Texts = BTreeMap<PathBuf, String>;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The source line, a caret, and what to do
    Human,
    /// A line each: `file:line:column: error[A022]: …`
    Short,
    /// A JSON object on a line each, for programs
    Json,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// Annotations for GitHub Actions
    Github,
}

/// Writes diagnostics in a format. They are sorted by file, so that each text is gone through once.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(
    out: &mut dyn Write,
    format: Format,
    diagnostics: &[Diagnostic],
    texts: &Texts,
) -> io::Result<()> {
    let mut log = sarif::Log::default();
    let mut lines: Option<(&Path, Lines<'_>)> = None;
    for diagnostic in diagnostics {
        let path = diagnostic.path.as_path();
        if lines.as_ref().is_none_or(|(of, _)| *of != path) {
            lines = texts.get(path).map(|text| (path, Lines::new(text)));
        }
        let lines = lines.as_ref().map(|(_, lines)| lines);
        match format {
            Format::Human => writeln!(out, "{}\n", human::render(diagnostic, lines))?,
            Format::Short => writeln!(out, "{}", short::render(diagnostic, lines))?,
            Format::Json => writeln!(out, "{}", json::render(diagnostic, lines)?)?,
            Format::Sarif => log.add(diagnostic, lines),
            Format::Github => writeln!(out, "{}", github::render(diagnostic, lines))?,
        }
    }
    match format {
        Format::Sarif => writeln!(out, "{}", log.finish()?),
        _ => Ok(()),
    }
}

/// A path with forward slashes on every system.
pub(super) fn slashed(path: &Path) -> String {
    path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/")
}

/// A text on one line, with what would act on a terminal made visible.
pub(super) fn one_line(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ")
}

/// JSON in which what would act on a terminal is written as `\u…`: it says the same, and a terminal shows it.
pub(crate) fn escaped(json: String) -> String {
    if !json.chars().any(acts) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if acts(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = fmt::Write::write_fmt(&mut escaped, format_args!("\\u{unit:04x}"));
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}
