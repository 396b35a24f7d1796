//! A desk → the pages of its site, first as a plan, then as files.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::desk::Desk;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::model::Brief;
use crate::output::{Artifact, OutputError, SitePath};
use crate::published::{self, Published};
use crate::render::Renderer;
use crate::view::{BriefView, IndexView};

/// One thing to render.
#[derive(Debug)]
pub enum Job<'d> {
    /// A brief: its page and its Markdown file.
    Brief(&'d Brief),
    /// The index by date.
    Index,
    /// What is remembered of the briefs, for the next check.
    Record,
}

/// Everything that the site of a desk consists of.
#[must_use]
pub fn plan(desk: &Desk) -> Vec<Job<'_>> {
    desk.briefs.iter().map(Job::Brief).chain([Job::Index, Job::Record]).collect()
}

/// Renders every job, side by side, and hands each file to `sink` as it comes; `done` counts along.
///
/// Returns what is wrong with templates, sorted and without repetition. Where that is anything, the files that were handed over
/// are no whole site, and must not be published as one.
///
/// # Errors
/// When `sink` cannot take a file.
pub fn render(
    jobs: &[Job<'_>],
    desk: &Desk,
    renderer: &Renderer,
    done: &AtomicUsize,
    sink: &(impl Fn(Artifact) -> Result<(), OutputError> + Sync),
) -> Result<Vec<Diagnostic>, Error> {
    let results: Vec<_> = jobs
        .par_iter()
        .map(|job| {
            let result = pages(job, desk, renderer).map(|pages| hand_over(pages, sink));
            done.fetch_add(1, Ordering::Relaxed);
            result
        })
        .collect();
    let mut diagnostics = Vec::new();
    for result in results {
        match result {
            Ok(handed_over) => handed_over?,
            Err(found) => diagnostics.extend(found),
        }
    }
    Ok(without_repetition(diagnostics))
}

fn hand_over(
    pages: Vec<(String, String)>,
    sink: &impl Fn(Artifact) -> Result<(), OutputError>,
) -> Result<(), OutputError> {
    for (path, text) in pages {
        sink(Artifact { path: SitePath::new(path)?, content: text.into_bytes() })?;
    }
    Ok(())
}

/// A template that fails, fails for every brief: once is enough.
fn without_repetition(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    crate::diagnostic::sort(&mut diagnostics);
    diagnostics.dedup_by(|a, b| (&a.path, a.span, &a.message) == (&b.path, b.span, &b.message));
    diagnostics
}

/// The files of a job, by path.
fn pages(job: &Job<'_>, desk: &Desk, renderer: &Renderer) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
    match job {
        Job::Brief(brief) => {
            let view = BriefView::new(brief);
            let pages = renderer.brief(&view)?;
            Ok(vec![(brief_path(brief, "html"), pages.html), (brief_path(brief, "md"), pages.markdown)])
        }
        Job::Record => Ok(vec![(published::FILE.to_owned(), Published::of_desk(desk).text())]),
        Job::Index => {
            let html = renderer.index_html(&IndexView::new(&desk.briefs, brief_path))?;
            Ok(vec![("index.html".to_owned(), html)])
        }
    }
}

/// Where a brief's file is, relative to the root of the site.
fn brief_path(brief: &Brief, extension: &str) -> String {
    format!("briefs/{}.{extension}", brief.id)
}
