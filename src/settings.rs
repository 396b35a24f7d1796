//! `attache.yaml` → validated settings of a desk. Everything has a default: a bare folder of briefs is a desk too.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::error::Error;
use crate::load::raw_settings::{RawSettings, RuleLevel};
use crate::load::{self, Problems};
use crate::model::LikelihoodScale;
use crate::source::{self, SourceFile};
use crate::suggest::suggest;

/// The name of the file in the root of a desk.
pub const FILE: &str = "attache.yaml";

/// How many days an open question may rest before it is called stale, unless the desk says otherwise.
const STALE_AFTER_DAYS: u32 = 60;

/// What a desk has settled.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The scale of likelihood terms where a brief names none.
    pub likelihood_scale: LikelihoodScale,
    /// After how many days without a move an open question is stale.
    pub stale_after_days: u32,
    /// Rules whose severity is not the default one, by code.
    pub rules: BTreeMap<String, Level>,
}

/// What a desk can make of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It is not applied.
    Off,
    /// What it finds has this severity.
    On(Severity),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            likelihood_scale: LikelihoodScale::Icd203,
            stale_after_days: STALE_AFTER_DAYS,
            rules: BTreeMap::new(),
        }
    }
}

/// Settings that have been read, with everything that is wrong with their file.
#[derive(Debug, Default)]
pub struct Reading {
    /// The settings; defaults where something is wrong.
    pub settings: Settings,
    /// Everything that is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The file, if there is one.
    pub file: Option<SourceFile>,
}

/// Reads the settings of the desk in this folder. `rules` are the codes that may be given a severity.
///
/// # Errors
/// When the file is there and cannot be read.
pub fn read(desk: &Path, rules: &[&str]) -> Result<Reading, Error> {
    let path = desk.join(FILE);
    let path = path.strip_prefix(".").unwrap_or(&path);
    if !path.exists() {
        return Ok(Reading::default());
    }
    match source::read(path)? {
        Ok(file) => Ok(validate(file, rules)),
        Err(diagnostic) => Ok(Reading { diagnostics: vec![diagnostic], ..Reading::default() }),
    }
}

fn validate(file: SourceFile, rules: &[&str]) -> Reading {
    let mut problems = Problems::new(&file);
    let settings =
        load::settings(&mut problems).map(|raw| settings(&raw, rules, &mut problems)).unwrap_or_default();
    let mut diagnostics = problems.found;
    crate::diagnostic::sort(&mut diagnostics);
    Reading { settings, diagnostics, file: Some(file) }
}

fn settings(raw: &RawSettings, rules: &[&str], problems: &mut Problems<'_>) -> Settings {
    let default = Settings::default();
    let mut settings = Settings {
        likelihood_scale: raw.likelihood_scale.as_ref().map_or(default.likelihood_scale, |it| it.value),
        stale_after_days: raw.stale_after_days.as_ref().map_or(default.stale_after_days, |it| it.value),
        rules: default.rules,
    };
    for rule in raw.rules.iter() {
        let (Some(code), Some(level)) = (&rule.rule, &rule.level) else { continue };
        if rules.contains(&code.value.as_str()) {
            settings.rules.insert(code.value.to_string(), level.value.into());
        } else {
            problems.push(unknown_rule(code, rules, problems.path()));
        }
    }
    settings
}

/// The report that a rule does not exist, here or in an `allow`.
#[must_use]
pub fn unknown_rule(
    code: &crate::span::Spanned<crate::model::Line>,
    rules: &[&str],
    path: &Path,
) -> Diagnostic {
    let message = format!("there is no rule `{}` that could be set", code.value);
    let diagnostic = Diagnostic::new(&codes::UNKNOWN_RULE, path, code.span, message);
    match suggest(code.value.as_str(), rules.iter().copied()) {
        Some(near) => diagnostic.with_help(format!("did you mean `{near}`?")),
        None => diagnostic.with_help("`attache explain` lists the rules"),
    }
}

impl From<RuleLevel> for Level {
    fn from(level: RuleLevel) -> Self {
        match level {
            RuleLevel::Off => Self::Off,
            RuleLevel::Warning => Self::On(Severity::Warning),
            RuleLevel::Error => Self::On(Severity::Error),
        }
    }
}
