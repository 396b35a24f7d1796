//! What `check`, `build` and `render` read in the same way: settings, then briefs with every rule applied.

use std::path::{Component, Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::console::{Console, Stream};
use crate::check::{self, Options, article_path};
use crate::desk::{Open, Reading, editions};
use crate::diagnostic::{Diagnostic, Severity, codes, sort};
use crate::error::Error;
use crate::grounding::Article;
use crate::model::{Brief, Marking};
use crate::own;
use crate::published;
use crate::settings;
use crate::source::{self, SourceFile};

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
    Settled::read(folder, article, published)?.briefs(paths, done, &source::read)
}

/// What briefs are read under.
pub(super) struct Settled {
    /// What they are held against.
    pub(super) options: Options,
    diagnostics: Vec<Diagnostic>,
    file: Option<SourceFile>,
    catalogues: Vec<SourceFile>,
}

impl Settled {
    /// Reads the settings of the desk in `folder`.
    pub(super) fn read(
        folder: &Path,
        article: Option<&Path>,
        published: Option<&Path>,
    ) -> Result<Self, Error> {
        let settings = settings::read(folder, &check::settable())?;
        let options = Options {
            settings: settings.settings,
            article: article.map(article_text).transpose()?,
            published: published.map(published::read).transpose()?.flatten(),
        };
        Ok(Self {
            options,
            diagnostics: settings.diagnostics,
            file: settings.file,
            catalogues: settings.catalogues,
        })
    }

    /// With the ceiling that readers will be under.
    pub(super) fn under(mut self, ceiling: Option<Marking>) -> Self {
        self.options.settings.ceiling = ceiling;
        self
    }

    /// The texts of the settings and of the catalogues.
    pub(super) fn texts(&self) -> impl Iterator<Item = (PathBuf, String)> {
        self.file.iter().chain(&self.catalogues).map(|file| (file.path.clone(), file.text.clone()))
    }

    /// Tells what is wrong with the settings, where that keeps them from being used: whether it does.
    pub(super) fn is_refused(&self, console: &mut Console) -> Result<bool, Error> {
        let is_refused = self.diagnostics.iter().any(Diagnostic::is_error);
        if is_refused {
            console.diagnostics(Stream::Err, &self.diagnostics, &self.texts().collect())?;
        }
        Ok(is_refused)
    }

    /// Reads a whole desk: its briefs and its editions.
    pub(super) fn desk(&self, folder: &Path, done: &AtomicUsize) -> Result<Reading, Error> {
        let paths = source::find(&[folder.to_owned()])?;
        let mut reading = self.briefs(&paths, done, &source::read)?;
        self.across(folder, &mut reading)?;
        Ok(reading)
    }

    /// Reads what only a whole desk has: its editions, and word of briefs that it has no more. Of a brief that could not be read nobody
    /// knows which it is.
    pub(super) fn across(&self, folder: &Path, reading: &mut Reading) -> Result<(), Error> {
        let has_all_briefs = !reading.has_errors();
        editions::read(folder, reading)?;
        if has_all_briefs {
            reading.diagnostics.extend(check::gone(&reading.desk, folder, &self.options));
            sort(&mut reading.diagnostics);
        }
        Ok(())
    }

    /// Reads the briefs at these paths. What is wrong with the settings is reported along with them.
    pub(super) fn briefs(
        &self,
        paths: &[PathBuf],
        done: &AtomicUsize,
        open: &Open<'_>,
    ) -> Result<Reading, Error> {
        let mut reading = check::read_with(paths, &self.options, done, open)?;
        if !self.diagnostics.is_empty() {
            reading.diagnostics.extend(self.diagnostics.iter().cloned());
            reading.texts.extend(self.texts());
            sort(&mut reading.diagnostics);
        }
        Ok(reading)
    }
}

/// The briefs that were asked for, and the desk whose settings hold for them: the folder that was named, or the one that the first
/// brief belongs to.
pub(super) fn given(paths: Vec<PathBuf>) -> Result<(PathBuf, Vec<PathBuf>), Error> {
    let given = if paths.is_empty() { vec![PathBuf::from(".")] } else { paths };
    let briefs = source::find(&given)?;
    let named = given.into_iter().next().filter(|path| path.is_dir());
    if let Some(bare) = named.as_deref().filter(|_| briefs.is_empty()) {
        return Err(if is_desk(bare) {
            no_briefs(bare)
        } else {
            Error::Message(format!("there are no briefs in {}", bare.display()))
        });
    }
    // A folder of briefs is no desk itself where it lies in one.
    let named =
        named.map(|folder| if is_desk(&folder) { folder } else { desk_of(&folder).unwrap_or(folder) });
    let desk = named.or_else(|| briefs.first().map(|brief| home_of(brief, None)));
    Ok((desk.unwrap_or_else(|| PathBuf::from(".")), briefs))
}

/// Reads an argument that names a desk.
pub(super) fn desk_argument() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(desk_at)
}

/// The desk that a folder names: itself, or, where it is the `briefs/` of a desk or in that, this. Many a folder is called `briefs`: only
/// settings beside it make it part of a desk.
pub(super) fn desk_at(folder: PathBuf) -> PathBuf {
    let is_its_desk = |desk: &PathBuf| has_settings(desk) && lies_in(&folder, &desk.join("briefs"));
    let desk = if is_desk(&folder) { None } else { desk_of(&folder).filter(is_its_desk) };
    desk.unwrap_or(folder)
}

/// The desk that a brief is read with: the one that it belongs to, or the one in whose folder it lies. A brief outside of any, such as an
/// older version of one, is read with the desk of the brief beside it, or with the one that we stand in.
pub(super) fn home_of(brief: &Path, beside: Option<&Path>) -> PathBuf {
    let folder = brief.parent().filter(|folder| is_desk(folder));
    desk_of(brief)
        .or_else(|| folder.map(Path::to_owned))
        .or_else(|| beside.and_then(desk_of))
        .unwrap_or_else(|| PathBuf::from("."))
}

/// Says of briefs that lie outside the desk that they were read with that this is so, and what to do where none is at hand whose
/// register could tell who is meant.
pub(super) fn tell_outside(
    desk: &Path,
    briefs: &[PathBuf],
    diagnostics: &[Diagnostic],
    console: &mut Console,
) -> Result<(), Error> {
    if is_desk(desk) {
        let Some(outside) = briefs.iter().find(|brief| !lies_in(brief, desk)) else { return Ok(()) };
        let (outside, desk) = (outside.display(), desk.display());
        return console.message(&format!(
            "{outside} lies outside the desk in {desk}, and is read with its settings and its register"
        ));
    }
    let lacks = |brief: &&PathBuf| {
        diagnostics.iter().any(|it| it.code.id == codes::UNKNOWN_REFERENCE.id && it.path == **brief)
    };
    let Some(outside) = briefs.iter().find(lacks) else { return Ok(()) };
    console.message(&format!(
        "{} lies outside a desk, and no register is known: run this in the folder of the desk that it belongs to",
        outside.display()
    ))
}

/// Whether a file lies in a folder, however both are written.
fn lies_in(file: &Path, folder: &Path) -> bool {
    match (file.canonicalize(), folder.canonicalize()) {
        (Ok(file), Ok(folder)) => file.starts_with(folder),
        _ => true,
    }
}

/// Whether a folder has what only the root of a desk has.
fn is_desk(folder: &Path) -> bool {
    folder.join("briefs").is_dir() || folder.join(settings::FILE).exists()
}

fn has_settings(folder: &Path) -> bool {
    folder.join(settings::FILE).is_file()
}

/// Refuses a file of output that would stand among what it is made from, or would be called as that is.
pub(super) fn refuse_file(desk: &Path, out: &Path) -> Result<(), Error> {
    if source::is_yaml(out) {
        return Err(Error::Message(format!(
            "{} is the name of a brief or of settings, and nothing that is made from them is YAML; choose another `--out`",
            out.display()
        )));
    }
    refuse_folder(desk, out)
}

/// Refuses a folder of output among what it is made from.
pub(super) fn refuse_folder(desk: &Path, out: &Path) -> Result<(), Error> {
    if own::holds(desk, out) { Err(among_own(out)) } else { Ok(()) }
}

/// Refuses a file of output in the place of the text of an article, which is the desk's own writing wherever it lies.
pub(super) fn refuse_text<'b>(briefs: impl IntoIterator<Item = &'b Brief>, out: &Path) -> Result<(), Error> {
    let place = own::known(out);
    let is_there = |brief: &&Brief| article_path(brief).is_some_and(|text| own::known(&text) == place);
    briefs.into_iter().find(is_there).map_or(Ok(()), |brief| {
        Err(Error::Message(format!(
            "{} is the text of the article that {} summarises; choose another `--out`",
            out.display(),
            brief.path.display()
        )))
    })
}

fn among_own(out: &Path) -> Error {
    Error::Message(format!(
        "{} is where a desk keeps its own writing: briefs, settings, templates, words; choose another `--out`",
        out.display()
    ))
}

/// Refuses a folder among files that are read one by one.
pub(super) fn refuse_folders(files: &[PathBuf], help: &str) -> Result<(), Error> {
    match files.iter().find(|file| file.is_dir() && !source::is_yaml(file)) {
        Some(folder) => {
            Err(Error::Message(format!("{} is a folder, and a brief is a file; {help}", folder.display())))
        }
        None => Ok(()),
    }
}

/// The error that a desk has nothing in it.
pub(super) fn no_briefs(desk: &Path) -> Error {
    let folder = desk.join("briefs");
    let place = folder.display();
    Error::Message(if folder.is_dir() {
        format!("there are no briefs in {place}; `attache new TITLE` starts one")
    } else {
        format!("there is no folder {place}; `attache new TITLE` makes it, with a first brief in it")
    })
}

fn article_text(path: &Path) -> Result<Article, Error> {
    let text = source::read_article(path)?.map_err(Error::Message)?;
    Ok(Article::new(path.to_owned(), text))
}

/// The desk that a brief, or a folder of briefs, belongs to: the folder above the `briefs/` that it is in. Whoever stands in that need
/// not name it.
pub(super) fn desk_of(brief: &Path) -> Option<PathBuf> {
    let Some(briefs) = in_briefs(brief) else { return desk_above(brief) };
    let desk = brief.ancestors().nth(briefs + 1)?;
    Some(if desk.as_os_str().is_empty() { PathBuf::from(".") } else { desk.to_owned() })
}

/// How many steps above a path the next `briefs/` is.
fn in_briefs(path: &Path) -> Option<usize> {
    path.ancestors().position(|folder| folder.file_name().is_some_and(|name| name == "briefs"))
}

/// The desk above the folder that we stand in, for a path within that folder.
fn desk_above(path: &Path) -> Option<PathBuf> {
    let steps = in_briefs(&std::path::absolute(path).ok()?)? + 1;
    let mut below = path.components().filter(|part| *part != Component::CurDir);
    let depth = below.try_fold(0, |depth, part| matches!(part, Component::Normal(_)).then_some(depth + 1))?;
    let desk: PathBuf = std::iter::repeat_n(Component::ParentDir, steps.checked_sub(depth)?).collect();
    // Many a folder is called `briefs`.
    has_settings(&desk).then_some(desk)
}
