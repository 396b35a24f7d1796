//! `attache build`

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;
use std::thread;

use clap::Args;

use super::Outcome;
use super::console::{Console, Stream, files, tally};
use super::progress::Progress;
use super::reading::{self, Strictness};
use crate::desk::Reading;
use crate::error::Error;
use crate::output::{self, OutputDir};
use crate::render::{Renderer, TemplateSet};
use crate::{site, source};

const EXAMPLES: &str = "\
Examples:
  attache build                       the desk you stand in, into site/
  attache build /srv/desk --out /srv/www/briefs

A desk is a folder with briefs/ in it and, if you like, templates/ of its own. Nothing is written unless everything could be
rendered; files that have not changed are not touched.";

/// Build the site of a desk: a page and a Markdown file for each brief, and an index by date
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Build {
    /// The desk
    #[arg(default_value = ".")]
    desk: PathBuf,
    /// The folder to write to; attache makes it, and writes to no folder that it did not make [default: site/ in the desk]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    strictness: Strictness,
}

impl Build {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let out = self.out.unwrap_or_else(|| self.desk.join("site"));
        let paths = briefs(&self.desk)?;
        let reading = counted("reading", paths.len(), |done| {
            reading::read(&self.desk, &paths, None, Some(&out), done)
        })?;
        console.diagnostics(Stream::Err, &reading.diagnostics, &reading.texts)?;
        if self.strictness.fails(&reading.diagnostics) {
            console.message(&refusal(&reading))?;
            return Ok(Outcome::Problems);
        }
        let renderer = match Renderer::new(TemplateSet::with_folder(&self.desk.join("templates"))?) {
            Ok(renderer) => renderer,
            Err((diagnostics, texts)) => {
                console.diagnostics(Stream::Err, &diagnostics, &texts)?;
                console.message("nothing was written")?;
                return Ok(Outcome::Problems);
            }
        };
        let Some(report) = write(&reading, &renderer, &out, console)? else { return Ok(Outcome::Problems) };
        console.message(&closing_line(&report, &out))?;
        Ok(Outcome::Fine)
    }
}

fn briefs(desk: &Path) -> Result<Vec<PathBuf>, Error> {
    let paths = source::find(&[desk.to_owned()])?;
    if paths.is_empty() {
        let folder = desk.join("briefs");
        let message = format!("there are no briefs in {}; `attache new TITLE` starts one", folder.display());
        return Err(Error::Message(message));
    }
    Ok(paths)
}

/// Renders the site into its folder; nothing that a reader could see changes before all of it has been rendered.
fn write(
    reading: &Reading,
    renderer: &Renderer,
    out: &Path,
    console: &mut Console,
) -> Result<Option<output::Report>, Error> {
    let folder = OutputDir::open(out)?;
    let jobs = site::plan(&reading.desk);
    let sink = |artifact| folder.put(artifact).map(drop);
    let diagnostics =
        counted("rendering", jobs.len(), |done| site::render(&jobs, &reading.desk, renderer, done, &sink))?;
    if diagnostics.is_empty() {
        return Ok(Some(folder.finish()?));
    }
    console.diagnostics(Stream::Err, &diagnostics, &renderer.texts_of(&diagnostics))?;
    console.message("nothing was written")?;
    Ok(None)
}

fn counted<T>(doing: &'static str, all: usize, work: impl FnOnce(&AtomicUsize) -> T) -> T {
    let done = AtomicUsize::new(0);
    thread::scope(|scope| {
        let progress = Progress::start(scope, doing, &done, all);
        let result = work(&done);
        if let Some(progress) = progress {
            progress.stop();
        }
        result
    })
}

fn refusal(reading: &Reading) -> String {
    let found = tally(&reading.diagnostics).unwrap_or_default();
    format!("{} read: {found}; nothing was written", files(reading.files))
}

fn closing_line(report: &output::Report, out: &Path) -> String {
    let removed = if report.removed > 0 { format!(", {} removed", report.removed) } else { String::new() };
    let index = out.join("index.html");
    let mut line = format!(
        "{} written, {} unchanged{removed}: {}",
        files(report.written),
        report.unchanged,
        index.display()
    );
    for kept in &report.kept {
        line.push_str("\nkept ");
        line.push_str(kept.as_str());
        line.push_str(": the site has it no more, but somebody edited it");
    }
    line
}
