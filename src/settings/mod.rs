//! `attache.yaml` → validated settings of a desk. Everything has a default: a bare folder of briefs is a desk too.

mod address;
mod apart;
mod target;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

pub use self::address::{Address, Bucket, Remote, Ssh, Webdav};
pub use self::target::Target;
use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::error::Error;
pub use crate::load::raw_settings::{Hidden, Output};
use crate::load::raw_settings::{OutputName, RawHiding, RawLimits, RawSettings, RuleLevel};
use crate::load::{self, Problems};
use crate::locale::{self, Locale, Locales};
use crate::model::{Brief, Id, Line, Marking, TimeZone, WebAddress, Words as _};
use crate::source::{self, SourceFile};
use crate::span::Spanned;
use crate::suggest::suggest;
use crate::validate::{self, Inherited};

/// The name of the file in the root of a desk.
pub const FILE: &str = source::SETTINGS;

/// The folder of a desk that its site is built in, unless a command is told otherwise: all of it, above any ceiling too.
pub const SITE: &str = "site";

/// The folders of a desk that its own writing is in.
pub(crate) const WRITING: [&str; 3] = ["briefs", "templates", "locales"];

/// The folder of a desk where files wait for their way to a target.
pub(crate) const WAITING: &str = ".attache";

/// What the trouble with settings that cannot be read means for briefs.
const UNREAD: &str =
    "until then nobody knows the register of the desk: what briefs name of it is not looked up";

/// The name of a desk that has given itself none.
const TITLE: &str = "Briefs";

/// How many days an open question may rest before it is called stale, unless the desk says otherwise.
const STALE_AFTER_DAYS: u32 = 60;

/// What a desk has settled.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What it is called for ever, where it has said so.
    pub id: Option<Id>,
    /// The name of the desk.
    pub title: String,
    /// Where its site will be read, with a slash at its end.
    pub base_url: Option<WebAddress>,
    /// For whom its site is, where it is made for one of the targets.
    pub audience: Option<Line>,
    /// The time zone that its days are meant in.
    pub time_zone: TimeZone,
    /// What briefs take from it where they say nothing themselves.
    pub inherited: Inherited,
    /// After how many days without a move an open question is stale.
    pub stale_after_days: u32,
    /// Rules whose severity is not the default one, by code.
    pub rules: BTreeMap<String, Level>,
    /// Titles of stories, by id.
    pub stories: BTreeMap<Id, Line>,
    /// What a build writes besides pages.
    pub outputs: BTreeSet<Output>,
    /// Templates that make a file of each brief, each where it is named in the settings.
    pub brief_outputs: Vec<Spanned<String>>,
    /// What templates may hide.
    pub hidings: Vec<Hiding>,
    /// Sizes of lists on the site.
    pub limits: Limits,
    /// The languages that its pages can be in.
    pub locales: Locales,
    /// Where the site is published to.
    pub targets: Vec<Target>,
    /// The ceiling that readers are under, where it is known which.
    pub ceiling: Option<Marking>,
}

/// Something that a template may hide, because the desk says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hiding {
    /// What it hides.
    pub hides: Hidden,
    /// The name of the template.
    pub template: Spanned<String>,
    /// Why a reader can do without it.
    pub reason: String,
}

/// Sizes of lists on the site. None is nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many briefs a feed holds.
    pub feed_entries: usize,
    /// How many items a page lists before the next page begins.
    pub page_items: usize,
    /// How many briefs the home page lists.
    pub recent_briefs: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { feed_entries: 50, page_items: 100, recent_briefs: 20 }
    }
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
            id: None,
            title: TITLE.to_owned(),
            base_url: None,
            audience: None,
            time_zone: TimeZone::UTC,
            inherited: Inherited::default(),
            stale_after_days: STALE_AFTER_DAYS,
            rules: BTreeMap::new(),
            stories: BTreeMap::new(),
            outputs: Output::ALL.iter().copied().collect(),
            brief_outputs: Vec::new(),
            hidings: Vec::new(),
            limits: Limits::default(),
            locales: Locales::default(),
            targets: Vec::new(),
            ceiling: None,
        }
    }
}

impl Settings {
    /// The language of the site: that of its own pages, and of what stands around every page.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        self.locales.of(&self.inherited.lang)
    }

    /// The ceilings that readers may be under, the highest first: those of all targets, unless it is known which.
    #[must_use]
    pub fn ceilings(&self) -> Vec<Marking> {
        let of_targets = || self.targets.iter().map(|target| target.ceiling).collect();
        let ceilings: BTreeSet<_> = self.ceiling.map_or_else(of_targets, |ceiling| [ceiling].into());
        ceilings.into_iter().rev().collect()
    }

    /// The language of a brief's own page.
    #[must_use]
    pub fn locale_of(&self, brief: &Brief) -> &Locale {
        self.locales.of(&brief.lang)
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
    /// The desk's catalogues of messages.
    pub catalogues: Vec<SourceFile>,
}

/// Reads the settings of the desk in this folder. `rules` are the codes that may be given a severity.
///
/// # Errors
/// When the file, or a catalogue, is there and cannot be read.
pub fn read(desk: &Path, rules: &[&str]) -> Result<Reading, Error> {
    let mut reading = read_file(desk, rules)?;
    let locale::Reading { locales, diagnostics, files } = locale::read(desk)?;
    reading.settings.locales = locales;
    reading.diagnostics.extend(diagnostics);
    reading.catalogues = files;
    Ok(reading)
}

/// The file of the desk in this folder, as messages name it.
#[must_use]
pub fn path(desk: &Path) -> PathBuf {
    desk.strip_prefix(".").unwrap_or(desk).join(FILE)
}

fn read_file(desk: &Path, rules: &[&str]) -> Result<Reading, Error> {
    let path = path(desk);
    if path.symlink_metadata().is_err() {
        return Ok(other_name(desk).map_or_else(Reading::default, Reading::unread));
    }
    match source::read(&path)? {
        Ok(file) => Ok(validate(file, rules)),
        Err(diagnostic) => Ok(Reading::unread(diagnostic)),
    }
}

/// The report that there are settings, under a name by which they are not found: `attache.yml`, `Attache.yaml`. A system that does not tell
/// capitals from small letters finds them by most of these.
fn other_name(desk: &Path) -> Option<Diagnostic> {
    let entries = desk.read_dir().ok()?.filter_map(Result::ok);
    let is_meant = |path: &Path| source::is_settings(path) && path.is_file();
    let name = entries.filter(|it| is_meant(&it.path())).map(|it| it.file_name()).min()?;
    let other = path(desk).with_file_name(name);
    let message = format!("the settings of a desk are in `{FILE}`; nothing is read from this file");
    Some(Diagnostic::of_file(&codes::OTHER_NAME, &other, message).with_help(format!("rename it to `{FILE}`")))
}

impl Reading {
    /// Settings that could not be read, and so a register of which nothing is known.
    fn unread(diagnostic: Diagnostic) -> Self {
        let mut reading = Self::default();
        reading.settings.inherited.register.is_unread = true;
        reading.diagnostics.push(diagnostic.with_help(UNREAD));
        reading
    }
}

fn validate(file: SourceFile, rules: &[&str]) -> Reading {
    let mut problems = Problems::new(&file);
    let raw = load::settings(&mut problems);
    let is_unread = raw.is_none() && problems.found.iter().any(Diagnostic::is_error);
    let mut settings = raw.map(|mut raw| settings(&mut raw, rules, &mut problems)).unwrap_or_default();
    settings.inherited.register.is_unread = is_unread;
    let mut diagnostics = problems.found;
    crate::diagnostic::sort(&mut diagnostics);
    if let Some(first) = diagnostics.iter_mut().find(|it| is_unread && it.is_error()) {
        first.help.push(UNREAD.to_owned());
    }
    Reading { settings, diagnostics, file: Some(file), catalogues: Vec::new() }
}

fn settings(raw: &mut RawSettings, rules: &[&str], problems: &mut Problems<'_>) -> Settings {
    let default = Settings::default();
    let inherited = Inherited {
        lang: raw.lang.as_ref().map_or(default.inherited.lang, |it| it.value.clone()),
        likelihood_scale: raw
            .likelihood_scale
            .as_ref()
            .map_or(default.inherited.likelihood_scale, |it| it.value),
        register: validate::register(&raw.sources, std::mem::take(&mut raw.entities), problems),
    };
    let (outputs, brief_outputs) = outputs(raw, default.outputs);
    Settings {
        id: raw.id.as_ref().map(|it| it.value.clone()),
        title: raw.title.as_ref().map_or(default.title, |it| it.value.to_string()),
        audience: default.audience,
        base_url: raw.base_url.as_ref().and_then(|it| base_url(it, problems)),
        time_zone: raw.time_zone.as_ref().map_or(default.time_zone, |it| it.value),
        inherited,
        stale_after_days: raw.stale_after_days.as_ref().map_or(default.stale_after_days, |it| it.value),
        rules: levels(raw, rules, problems),
        stories: stories(raw, problems),
        outputs,
        brief_outputs,
        hidings: raw.templates.iter().flat_map(|it| it.allow.iter()).filter_map(|it| hiding(it)).collect(),
        limits: raw.limits.as_ref().map_or(default.limits, |raw| limits(raw, problems)),
        locales: default.locales,
        targets: target::all(raw, problems),
        ceiling: None,
    }
}

/// The words among the outputs, and the templates. An empty list is none of them; templates alone do not change which words there are.
fn outputs(raw: &RawSettings, default: BTreeSet<Output>) -> (BTreeSet<Output>, Vec<Spanned<String>>) {
    let mut words = BTreeSet::new();
    let mut templates: Vec<Spanned<String>> = Vec::new();
    for output in raw.outputs.iter() {
        match &output.value {
            OutputName::Word(word) => {
                words.insert(*word);
            }
            OutputName::Template(name) if templates.iter().all(|known| known.value != *name) => {
                templates.push(output.with(name.clone()));
            }
            OutputName::Template(_) => {}
        }
    }
    let is_settled = !words.is_empty() || (raw.outputs.is_written() && templates.is_empty());
    (if is_settled { words } else { default }, templates)
}

fn hiding(raw: &RawHiding) -> Option<Hiding> {
    Some(Hiding {
        hides: raw.hides.as_ref()?.value,
        template: raw.r#in.as_ref().map(|it| it.with(it.value.to_string()))?,
        reason: raw.reason.as_ref()?.value.to_string(),
    })
}

fn levels(raw: &RawSettings, rules: &[&str], problems: &mut Problems<'_>) -> BTreeMap<String, Level> {
    let mut levels = BTreeMap::new();
    for rule in raw.rules.iter() {
        let (Some(code), Some(level)) = (&rule.rule, &rule.level) else { continue };
        if rules.contains(&code.value.as_str()) {
            levels.insert(code.value.to_string(), level.value.into());
        } else {
            problems.push(unknown_rule(code, rules, problems.path()));
        }
    }
    levels
}

fn stories(raw: &RawSettings, problems: &mut Problems<'_>) -> BTreeMap<Id, Line> {
    let mut stories = BTreeMap::new();
    for story in raw.stories.iter() {
        let (Some(id), Some(title)) = (&story.id, &story.title) else { continue };
        if stories.insert(id.value.clone(), title.value.clone()).is_some() {
            let message = format!("the story `{}` has a title already", id.value);
            problems.report(&codes::DUPLICATE_ID, id.span, message);
        }
    }
    stories
}

/// Addresses are made by putting a path behind it, so it ends where a path can follow.
fn base_url(address: &Spanned<WebAddress>, problems: &mut Problems<'_>) -> Option<WebAddress> {
    let text = address.value.as_str();
    if text.ends_with('/') && !text.contains(['?', '#']) {
        return Some(address.value.clone());
    }
    let message = "a base URL ends with a slash, and has neither query nor fragment";
    let diagnostic = Diagnostic::new(&codes::BAD_URL, problems.path(), address.span, message);
    let bare = text.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    problems.push(diagnostic.with_help(format!("write `{bare}/`")));
    None
}

fn limits(raw: &RawLimits, problems: &mut Problems<'_>) -> Limits {
    let mut limit = |value: &Option<Spanned<u32>>, default: usize| match value {
        Some(value) if value.value == 0 => {
            problems.report(&codes::BAD_NUMBER, value.span, "a list holds at least one item");
            default
        }
        Some(value) => usize::try_from(value.value).unwrap_or(usize::MAX),
        None => default,
    };
    let default = Limits::default();
    Limits {
        feed_entries: limit(&raw.feed_entries, default.feed_entries),
        page_items: limit(&raw.page_items, default.page_items),
        recent_briefs: limit(&raw.recent_briefs, default.recent_briefs),
    }
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
    if codes::ALL.iter().any(|known| known.id == code.value.as_str()) {
        return diagnostic
            .with_help("codes below A100 say that a file is not what it should be: no desk sets them, and no brief allows them");
    }
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
