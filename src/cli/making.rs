//! What `build` and `publish` do alike: a desk is read and checked, cut, and rendered into a folder.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;
use std::thread;

use super::ceiling::tell;
use super::console::{Console, Stream, files, tally};
use super::progress::Progress;
use super::reading::{Settled, Strictness, no_briefs};
use super::timings::Timings;
use crate::ceiling::{self, Counts, Withheld};
use crate::desk::{Desk, Index, Reading};
use crate::error::Error;
use crate::model::Marking;
use crate::output::OutputDir;
use crate::render::{Renderer, TemplateSet, Unfit};
use crate::settings::Settings;
use crate::site::Site;
use crate::source;
use crate::templates;

/// A desk that is fit to be made into a site.
pub(super) struct Made {
    pub(super) settings: Settings,
    desk: Desk,
    /// What is withheld from readers, where the site is for readers alone.
    withheld: Option<Vec<Withheld>>,
    /// Whether readers may know how much that is.
    pub(super) shows_withheld: bool,
}

/// Reads the desk in this folder with every rule applied; `None` where the problems, which have been told, are too many.
pub(super) fn read(
    folder: &Path,
    settled: Settled,
    strictness: &Strictness,
    console: &mut Console,
) -> Result<Option<Made>, Error> {
    let paths = briefs(folder)?;
    let is_shown = console.is_for_people();
    let mut reading =
        counted("reading", paths.len(), is_shown, |done| settled.briefs(&paths, done, &source::read))?;
    settled.across(folder, &mut reading)?;
    console.diagnostics(Stream::Err, &reading.diagnostics, &reading.texts)?;
    if strictness.fails(&reading.diagnostics) {
        console.message(&refusal(&reading))?;
        return Ok(None);
    }
    Ok(Some(Made {
        settings: settled.options.settings,
        desk: reading.desk,
        withheld: None,
        shows_withheld: false,
    }))
}

impl Made {
    /// The briefs and editions.
    pub(super) fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Takes out what is marked higher, and says what that is.
    pub(super) fn cut(&mut self, ceiling: Marking, console: &mut Console) -> Result<(), Error> {
        let register = &mut self.settings.inherited.register;
        let cut = ceiling::cut(std::mem::take(&mut self.desk), register, ceiling);
        tell(&cut.withheld, ceiling, console)?;
        self.desk = cut.desk;
        self.withheld = Some(cut.withheld);
        Ok(())
    }

    /// The templates of the desk in `folder`; `None` where they cannot be used, which has been told.
    pub(super) fn renderer(&self, folder: &Path, console: &mut Console) -> Result<Option<Renderer>, Error> {
        match renderer(folder, &self.settings)? {
            Ok(renderer) => Ok(Some(renderer)),
            Err((diagnostics, texts)) => {
                console.diagnostics(Stream::Err, &diagnostics, &texts)?;
                console.message("nothing was written")?;
                Ok(None)
            }
        }
    }

    /// Renders the site and hands its files over; `false` where the problems, which have been told, are too many.
    pub(super) fn render(
        &self,
        renderer: &Renderer,
        out: &OutputDir,
        strictness: &Strictness,
        timings: &mut Timings,
        console: &mut Console,
    ) -> Result<bool, Error> {
        let index = Index::of(&self.desk, &self.settings.inherited.register);
        let mut site = Site::new(&self.desk, &index, &self.settings);
        if let Some(withheld) = &self.withheld {
            site = site.for_readers();
            if self.shows_withheld {
                site = site.with_withheld(Counts::of(withheld));
            }
        }
        let jobs = site.plan();
        timings.lap("sort and plan");
        let diagnostics = counted("rendering", jobs.len(), console.is_for_people(), |done| {
            site.render(&jobs, renderer, done, out)
        })?;
        timings.lap("render and stage");
        console.diagnostics(Stream::Err, &diagnostics, &renderer.texts_of(&diagnostics))?;
        let fails = strictness.fails(&diagnostics);
        if fails {
            console.message("nothing was written")?;
        }
        Ok(!fails)
    }
}

/// The renderer of a desk's site, or what makes its templates unfit for it.
pub(super) fn renderer(desk: &Path, settings: &Settings) -> Result<Result<Renderer, Unfit>, Error> {
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
        return Err(no_briefs(desk));
    }
    Ok(paths)
}

/// Does something that takes long, and shows how far it has come to a person who waits.
pub(super) fn counted<T>(
    doing: &'static str,
    all: usize,
    is_shown: bool,
    work: impl FnOnce(&AtomicUsize) -> T,
) -> T {
    let done = AtomicUsize::new(0);
    thread::scope(|scope| {
        let progress = if is_shown { Progress::start(scope, doing, &done, all) } else { None };
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
