//! A desk → the pages of its site, first as a plan, then as artifacts.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::desk::Desk;
use crate::diagnostic::Diagnostic;
use crate::model::Brief;
use crate::output::Artifact;
use crate::render::Renderer;
use crate::view::{BriefView, IndexView};

/// One thing to render.
#[derive(Debug)]
pub enum Job<'d> {
    /// A brief: its page and its Markdown file.
    Brief(&'d Brief),
    /// The index by date.
    Index,
}

/// Everything that the site of a desk consists of.
#[must_use]
pub fn plan(desk: &Desk) -> Vec<Job<'_>> {
    desk.briefs.iter().map(Job::Brief).chain([Job::Index]).collect()
}

/// Renders every job, side by side, before anything is written; `done` counts along.
///
/// # Errors
/// All that is wrong with templates, sorted and without repetition.
pub fn render(
    jobs: &[Job<'_>],
    desk: &Desk,
    renderer: &Renderer,
    done: &AtomicUsize,
) -> Result<Vec<Artifact>, Vec<Diagnostic>> {
    let render_and_count = |job: &Job<'_>| {
        let rendered = artifacts(job, desk, renderer);
        done.fetch_add(1, Ordering::Relaxed);
        rendered
    };
    let rendered: Vec<_> = jobs.par_iter().map(render_and_count).collect();
    let mut artifacts = Vec::with_capacity(jobs.len() * 2);
    let mut diagnostics = Vec::new();
    for result in rendered {
        match result {
            Ok(rendered) => artifacts.extend(rendered),
            Err(found) => diagnostics.extend(found),
        }
    }
    if diagnostics.is_empty() { Ok(artifacts) } else { Err(without_repetition(diagnostics)) }
}

/// A template that fails, fails for every brief: once is enough.
fn without_repetition(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    crate::diagnostic::sort(&mut diagnostics);
    diagnostics.dedup_by(|a, b| (&a.path, a.span, &a.message) == (&b.path, b.span, &b.message));
    diagnostics
}

fn artifacts(job: &Job<'_>, desk: &Desk, renderer: &Renderer) -> Result<Vec<Artifact>, Vec<Diagnostic>> {
    match job {
        Job::Brief(brief) => {
            let view = BriefView::new(brief);
            let html = renderer.brief_html(&view)?;
            let markdown = renderer.brief_markdown(&view)?;
            Ok(vec![
                Artifact::new(brief_path(brief, "html"), html),
                Artifact::new(brief_path(brief, "md"), markdown),
            ])
        }
        Job::Index => {
            let html = renderer.index_html(&IndexView::new(&desk.briefs, brief_path))?;
            Ok(vec![Artifact::new("index.html".to_owned(), html)])
        }
    }
}

/// Where a brief's file is, relative to the root of the site.
fn brief_path(brief: &Brief, extension: &str) -> String {
    format!("briefs/{}.{extension}", brief.id)
}
