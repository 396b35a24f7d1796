//! Reads briefs and applies the rules to them on the way, while their text is at hand.

use std::path::{Component, Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use super::Subject;
use crate::desk::{self, Inspection, One, Open, Reading};
use crate::diagnostic::{Diagnostic, codes};
use crate::error::Error;
use crate::grounding::quotes::Outcome;
use crate::grounding::{self, Article};
use crate::model::Brief;
use crate::published::Published;
use crate::settings::Settings;
use crate::source::{self, SourceFile};
use crate::validate::validate;

/// What briefs are held against.
#[derive(Debug, Default)]
pub struct Options {
    /// What the desk has settled.
    pub settings: Settings,
    /// The text of the article for briefs that name no file with it.
    pub article: Option<Article>,
    /// What the desk published last.
    pub published: Option<Published>,
}

/// Reads the files at these paths and applies every rule; `done` counts along.
///
/// # Errors
/// When a file cannot be read at all.
pub fn read(paths: &[PathBuf], options: &Options, done: &AtomicUsize) -> Result<Reading, Error> {
    read_with(paths, options, done, &source::read)
}

/// As [`read`], where `open` may know of a text that is to stand in place of a file.
///
/// # Errors
/// When a file cannot be read at all.
pub fn read_with(
    paths: &[PathBuf],
    options: &Options,
    done: &AtomicUsize,
    open: &Open<'_>,
) -> Result<Reading, Error> {
    let inspect = |briefs: &mut [(&SourceFile, &mut Brief)]| inspect(briefs, options);
    let mut reading = desk::read(paths, &options.settings.inherited, done, &inspect, open)?;
    let across = super::desk(&reading.desk, &options.settings, options.published.as_ref());
    fetch_texts(&across, &mut reading, open)?;
    reading.diagnostics.extend(across);
    crate::diagnostic::sort(&mut reading.diagnostics);
    Ok(reading)
}

/// Everything that is wrong with one file by itself, sorted.
///
/// # Errors
/// When the text of its article cannot be read at all.
pub fn file(file: &SourceFile, options: &Options) -> Result<Vec<Diagnostic>, Error> {
    let mut validated = validate(file, &options.settings.inherited);
    if let Some(brief) = &mut validated.brief {
        let found = inspect(&mut [(file, brief)], options).into_iter().collect::<Result<Vec<_>, _>>()?;
        validated.diagnostics.extend(found.into_iter().flatten());
    }
    crate::diagnostic::sort(&mut validated.diagnostics);
    Ok(validated.diagnostics)
}

/// A file by itself with every rule that looks at one brief.
///
/// # Errors
/// When the text of its article cannot be read at all.
pub fn one(file: SourceFile, options: &Options) -> Result<One, Error> {
    desk::one(file, &options.settings.inherited, &|briefs| inspect(briefs, options))
}

/// Where the brief says that the text of its article is, if that is a place within the desk.
#[must_use]
pub fn article_path(brief: &Brief) -> Option<PathBuf> {
    let text = brief.article.text.as_ref()?;
    let folder = brief.path.parent().unwrap_or(Path::new(""));
    within_desk(folder, Path::new(text.value.as_str()))
}

/// The texts of files that only a look across the desk found something in: they were let go when each was read.
fn fetch_texts(across: &[Diagnostic], reading: &mut Reading, open: &Open<'_>) -> Result<(), Error> {
    for path in across.iter().map(|it| &it.path) {
        if !reading.texts.contains_key(path)
            && let Ok(file) = open(path)?
        {
            reading.texts.insert(file.path, file.text);
        }
    }
    Ok(())
}

/// Grounding and the rules, of some briefs together.
fn inspect(briefs: &mut [(&SourceFile, &mut Brief)], options: &Options) -> Vec<Result<Inspection, Error>> {
    let grounds: Vec<_> = briefs.iter_mut().map(|(_, brief)| Ground::of(brief, options)).collect();
    let mut found = broken_rules(briefs, &grounds, options).into_iter();
    let inspection = |ground: Result<Ground, Error>| {
        let trouble = ground?.trouble;
        Ok(found.next().into_iter().flatten().chain(trouble).collect())
    };
    grounds.into_iter().map(inspection).collect()
}

/// What the rules find in each brief whose ground could be read.
fn broken_rules<'b>(
    briefs: &'b [(&SourceFile, &mut Brief)],
    grounds: &'b [Result<Ground, Error>],
    options: &'b Options,
) -> Vec<Vec<Diagnostic>> {
    let subject = |file: &'b SourceFile, brief: &'b Brief, ground: &'b Ground| {
        Subject::new(brief, file, ground.article(options), &ground.quotes, &options.settings)
    };
    let all = briefs.iter().zip(grounds);
    let subjects: Vec<_> =
        all.filter_map(|((file, brief), ground)| Some(subject(file, brief, ground.as_ref().ok()?))).collect();
    super::briefs(&subjects)
}

/// What a brief rests on, as far as that is at hand.
struct Ground {
    /// The text that the brief itself names.
    own: Option<Article>,
    /// Why that is not to be had.
    trouble: Option<Diagnostic>,
    /// What became of each quote.
    quotes: Vec<Outcome>,
}

impl Ground {
    /// Reads it, and looks for the quotes of the brief.
    fn of(brief: &mut Brief, options: &Options) -> Result<Self, Error> {
        let (own, trouble) = match own_article(brief)? {
            Some(Ok(article)) => (Some(article), None),
            Some(Err(diagnostic)) => (None, Some(diagnostic)),
            None => (None, None),
        };
        let mut ground = Self { own, trouble, quotes: Vec::new() };
        if let Some(article) = ground.article(options) {
            ground.quotes = grounding::quotes(brief, article);
        }
        Ok(ground)
    }

    /// The text of the article.
    fn article<'g>(&'g self, options: &'g Options) -> Option<&'g Article> {
        self.own.as_ref().or(options.article.as_ref())
    }
}

/// The text file that the brief names, or why it is not to be had.
fn own_article(brief: &Brief) -> Result<Option<Result<Article, Diagnostic>>, Error> {
    let Some(text) = &brief.article.text else { return Ok(None) };
    let refuse = |message: String| {
        Diagnostic::new(&codes::NO_ARTICLE, &brief.path, text.span, message)
            .with_help("the path is relative to the brief, and stays within the desk")
    };
    let Some(path) = article_path(brief) else {
        return Ok(Some(Err(refuse("the path of the article's text leads out of the desk".to_owned()))));
    };
    if !path.is_file() {
        return Ok(Some(Err(refuse(format!("there is no file {}", path.display())))));
    }
    Ok(Some(match source::read_article(&path)? {
        Ok(text) => Ok(Article::new(path, text)),
        Err(why) => Err(refuse(why)),
    }))
}

/// A brief is somebody else's text: it must not make the tool read just any file. One step up leaves `briefs/`, and no more.
fn within_desk(folder: &Path, path: &Path) -> Option<PathBuf> {
    let mut components = path.components().peekable();
    let base = match components.next_if_eq(&Component::ParentDir) {
        Some(_) => folder.parent()?,
        None => folder,
    };
    let inside = components.clone().all(|it| matches!(it, Component::Normal(_) | Component::CurDir));
    inside.then(|| base.join(components.collect::<PathBuf>()))
}
