//! `attache fix`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use clap::Args;
use rayon::prelude::*;

use super::Outcome;
use super::console::{Console, Stream, files, tally};
use super::reading::{self, Settled};
use crate::check::{self, Options};
use crate::diff;
use crate::error::Error;
use crate::fix::{self, Mend, Mended};
use crate::output::{self, Overwrite};
use crate::source::{self, SourceFile};

const EXAMPLES: &str = "\
Examples:
  attache fix                       every brief of the desk you stand in
  attache fix briefs/today.yaml     one file
  attache fix --diff                show what would change, and write nothing

Mended is what leaves nothing to decide: a misspelt key, word or id that can only have meant one other, a date without its noughts, \
TLP:WHITE. Text is touched by two rules: “yesterday” becomes its date where nothing says that it was said on another day than the \
brief's (A132), and a quote gets the characters of its article (A123). Comments, order and layout stay. What remains is for you. See it \
first with --diff.";

/// Mend what leaves nothing to decide
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Fix {
    /// Briefs, folders of briefs, or desks [default: the folder you stand in]
    paths: Vec<PathBuf>,
    /// Print the changes as a diff, and write nothing
    #[arg(long)]
    diff: bool,
    /// The article's text, for briefs that name no file with it
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,
}

/// A file before and after.
struct Change {
    path: PathBuf,
    old: String,
    mended: Mended,
}

impl Fix {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let (folder, paths) = reading::given(self.paths)?;
        let settled = Settled::read(&folder, self.article.as_deref(), None)?;
        let changes: Vec<_> =
            paths.par_iter().map(|path| change(path, &settled.options)).collect::<Result<_, _>>()?;
        let changes: Vec<_> = changes.into_iter().flatten().collect();
        if self.diff {
            show(&changes, console)?;
        } else {
            write(&changes, console)?;
        }
        let stream = if self.diff { Stream::Err } else { Stream::Out };
        remaining(&settled, (&folder, &paths), &changes, stream, console)
    }
}

/// What can be mended in one file; nothing where it is no text at all, which is reported with what remains.
fn change(path: &Path, options: &Options) -> Result<Option<Change>, Error> {
    let Ok(file) = source::read(path)? else { return Ok(None) };
    let mended = fix::mend(&file, &|file| check::file(file, options))?;
    let something = !(mended.mends.is_empty() && mended.declined.is_empty());
    Ok(something.then_some(Change { path: file.path, old: file.text, mended }))
}

fn show(changes: &[Change], console: &mut Console) -> Result<(), Error> {
    for Change { path, old, mended } in changes {
        let name = path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/");
        console.diff(&diff::unified(name.trim_start_matches('/'), old, &mended.text))?;
    }
    Ok(())
}

fn write(changes: &[Change], console: &mut Console) -> Result<(), Error> {
    for Change { path, mended, .. } in changes {
        if !mended.mends.is_empty() {
            output::write_file(path, mended.text.as_bytes(), Overwrite::Yes)?;
        }
        for mend in &mended.mends {
            console.line(&line(path, mend))?;
        }
    }
    Ok(())
}

fn line(path: &Path, mend: &Mend) -> String {
    let Mend { code, position, old, new } = mend;
    format!("{}:{}:{}: mended[{}]: {old} → {new}", path.display(), position.line, position.column, code.id)
}

/// Reports what is left, as if it stood on the disk.
fn remaining(
    settled: &Settled,
    (folder, paths): (&Path, &[PathBuf]),
    changes: &[Change],
    stream: Stream,
    console: &mut Console,
) -> Result<Outcome, Error> {
    let texts: BTreeMap<_, _> = changes.iter().map(|it| (it.path.as_path(), &it.mended.text)).collect();
    let open = |path: &Path| match texts.get(path) {
        Some(text) => Ok(Ok(SourceFile::new(path, (*text).clone()))),
        None => source::read(path),
    };
    let reading = settled.briefs(paths, &AtomicUsize::new(0), &open)?;
    console.diagnostics(stream, &reading.diagnostics, &reading.texts)?;
    reading::tell_outside(folder, paths, &reading.diagnostics, console)?;
    for Change { path, mended, .. } in changes {
        for Mend { code, position, old, new } in &mended.declined {
            let place = format!("{}:{}:{}", path.display(), position.line, position.column);
            console.message(&format!(
                "{place}: not mended[{}]: {old} → {new} would make something else wrong",
                code.id
            ))?;
        }
    }
    console.message(&summary(changes, tally(&reading.diagnostics), stream))?;
    Ok(if reading.has_errors() { Outcome::Problems } else { Outcome::Fine })
}

fn summary(changes: &[Change], remains: Option<String>, stream: Stream) -> String {
    let mends: usize = changes.iter().map(|it| it.mended.mends.len()).sum();
    let touched = changes.iter().filter(|it| !it.mended.mends.is_empty()).count();
    let remains = remains.map_or_else(|| "nothing remains to report".to_owned(), |it| format!("{it} left"));
    match (mends, stream) {
        (0, _) => format!("nothing to mend: {remains}"),
        (_, Stream::Out) => format!("{mends} mended in {}: {remains}", files(touched)),
        (_, Stream::Err) => format!("{mends} to mend in {}, nothing written: {remains}", files(touched)),
    }
}
