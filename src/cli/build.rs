//! `attache build`

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;
use std::thread;

use clap::Args;

use super::Outcome;
use super::ceiling::{marking, told};
use super::console::{Console, Stream, files, tally};
use super::progress::Progress;
use super::reading::{Settled, Strictness};
use super::timings::Timings;
use crate::ceiling;
use crate::desk::{Desk, Index, Reading, editions};
use crate::error::Error;
use crate::model::Marking;
use crate::output::{self, OutputDir};
use crate::render::{Renderer, TemplateSet, Unfit};
use crate::settings::Settings;
use crate::site::Site;
use crate::source;
use crate::templates;

const EXAMPLES: &str = "\
Examples:
  attache build                       the desk you stand in, into site/
  attache build /srv/desk --out /srv/www/briefs

A desk is a folder with briefs/ in it and, if you like, templates/ of its own. Nothing is written unless everything could be
rendered; files that have not changed are not touched.";

/// Build the site of a desk: pages of briefs, days, stories, questions, people, topics and sources, with search and feeds
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Build {
    /// The desk
    #[arg(default_value = ".")]
    desk: PathBuf,
    /// The folder to write to; attache makes it, and writes to no folder that it did not make [default: site/ in the desk]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Leave out whatever is marked higher than this, and every part that stands on it
    #[arg(long, value_name = "MARKING", value_parser = marking())]
    ceiling: Option<Marking>,
    /// Say how long each stage took
    #[arg(long)]
    timings: bool,
    #[command(flatten)]
    strictness: Strictness,
}

impl Build {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let out = self.out.clone().unwrap_or_else(|| self.desk.join("site"));
        let mut timings = Timings::start();
        let paths = briefs(&self.desk)?;
        let settled = Settled::read(&self.desk, None, Some(&out))?;
        let mut reading =
            counted("reading", paths.len(), |done| settled.briefs(&paths, done, &source::read))?;
        editions::read(&self.desk, &mut reading)?;
        timings.lap("read and check");
        console.diagnostics(Stream::Err, &reading.diagnostics, &reading.texts)?;
        if self.strictness.fails(&reading.diagnostics) {
            console.message(&refusal(&reading))?;
            return Ok(Outcome::Problems);
        }
        let mut settings = settled.options.settings;
        if let Some(ceiling) = self.ceiling {
            let cut = ceiling::cut(std::mem::take(&mut reading.desk), ceiling);
            console.message(&told(&cut.withheld, ceiling))?;
            reading.desk = cut.desk;
            settings.inherited.register = ceiling::cut_register(&settings.inherited.register, ceiling);
        }
        let settings = &settings;
        let renderer = match renderer(&self.desk, settings)? {
            Ok(renderer) => renderer,
            Err((diagnostics, texts)) => {
                console.diagnostics(Stream::Err, &diagnostics, &texts)?;
                console.message("nothing was written")?;
                return Ok(Outcome::Problems);
            }
        };
        let Some(report) = self.write(&reading.desk, settings, &renderer, &out, &mut timings, console)?
        else {
            return Ok(Outcome::Problems);
        };
        console.message(&closing_line(&report, &out))?;
        if self.timings {
            console.message(&timings.report())?;
        }
        Ok(Outcome::Fine)
    }

    /// Renders the site into its folder; nothing that a reader could see changes before all of it has been rendered.
    fn write(
        &self,
        desk: &Desk,
        settings: &Settings,
        renderer: &Renderer,
        out: &Path,
        timings: &mut Timings,
        console: &mut Console,
    ) -> Result<Option<output::Report>, Error> {
        let folder = OutputDir::open(out)?;
        let index = Index::of(desk, &settings.inherited.register);
        let mut site = Site::new(desk, &index, settings);
        if self.ceiling.is_some() {
            site = site.for_readers();
        }
        let jobs = site.plan();
        timings.lap("sort and plan");
        let diagnostics =
            counted("rendering", jobs.len(), |done| site.render(&jobs, renderer, done, &folder))?;
        timings.lap("render and stage");
        console.diagnostics(Stream::Err, &diagnostics, &renderer.texts_of(&diagnostics))?;
        if !self.strictness.fails(&diagnostics) {
            let report = folder.finish()?;
            timings.lap("put in place");
            return Ok(Some(report));
        }
        console.message("nothing was written")?;
        Ok(None)
    }
}

fn renderer(desk: &Path, settings: &Settings) -> Result<Result<Renderer, Unfit>, Error> {
    let templates = TemplateSet::with_folder(&desk.join("templates"))?;
    let renderer = match templates::renderer(templates, settings, desk) {
        Ok(renderer) => renderer,
        Err(unfit) => return Ok(Err(unfit)),
    };
    let refused = templates::refused(&renderer, settings)?;
    if refused.is_empty() {
        return Ok(Ok(renderer));
    }
    let texts = renderer.texts_of(&refused);
    Ok(Err((refused, texts)))
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
