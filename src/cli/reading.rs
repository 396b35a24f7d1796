//! What `check`, `build` and `render` read in the same way: settings, then briefs with every rule applied.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use clap::{Args, ValueEnum};

use crate::check::{self, ArticleText, Options};
use crate::desk::Reading;
use crate::diagnostic::{Diagnostic, Severity, sort};
use crate::error::Error;
use crate::published;
use crate::settings;
use crate::source;

/// Warnings that shall fail.
#[derive(Debug, Args)]
pub(super) struct Strictness {
    /// Fail for these too
    #[arg(long, value_name = "WHAT")]
    deny: Option<Deny>,
}

/// What else than errors shall fail.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Deny {
    /// Warnings.
    Warnings,
}

impl Strictness {
    /// Whether any of these is one too many.
    pub(super) fn fails(&self, diagnostics: &[Diagnostic]) -> bool {
        let worst_allowed = if self.deny.is_some() { None } else { Some(Severity::Warning) };
        diagnostics.iter().any(|it| Some(it.severity) != worst_allowed)
    }
}

/// Reads the briefs at these paths as the desk in `folder` has settled it, and holds them against what the site in `published` has.
pub(super) fn read(
    folder: &Path,
    paths: &[PathBuf],
    article: Option<&Path>,
    published: Option<&Path>,
    done: &AtomicUsize,
) -> Result<Reading, Error> {
    let settings = settings::read(folder, &check::settable())?;
    let options = Options {
        settings: settings.settings,
        article: article.map(article_text).transpose()?,
        published: published.map(published::read).transpose()?.flatten(),
    };
    let mut reading = check::read(paths, &options, done)?;
    if !settings.diagnostics.is_empty() {
        reading.diagnostics.extend(settings.diagnostics);
        reading.texts.extend(settings.file.map(|file| (file.path, file.text)));
        sort(&mut reading.diagnostics);
    }
    Ok(reading)
}

fn article_text(path: &Path) -> Result<ArticleText, Error> {
    let text = source::read_article(path)?.map_err(Error::Message)?;
    Ok(ArticleText { path: path.to_owned(), text })
}

/// The desk that a brief belongs to: the folder above the `briefs/` that it is in.
pub(super) fn desk_of(brief: &Path) -> Option<PathBuf> {
    let briefs = brief.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "briefs"))?;
    briefs.parent().map(|desk| if desk.as_os_str().is_empty() { PathBuf::from(".") } else { desk.to_owned() })
}
