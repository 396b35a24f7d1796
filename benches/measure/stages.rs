//! Each stage of the way from a file to its pages, on one thread.

use std::hint::black_box;
use std::path::{Path, PathBuf};

use attache::check::{self, Subject};
use attache::locale::Locale;
use attache::model::Brief;
use attache::output::{Artifact, OutputDir, SitePath};
use attache::render::{Renderer, TemplateSet};
use attache::settings::Settings;
use attache::source::SourceFile;
use attache::view::BriefView;
use attache::{load, source, validate};

use super::clock::thread_cpu;
use super::{Failure, micros};

/// What came out of the stages before, for those after.
struct Prepared {
    paths: Vec<PathBuf>,
    files: Vec<SourceFile>,
    briefs: Vec<Brief>,
    pages: Vec<(String, String)>,
    renderer: Renderer,
}

/// A stage and its CPU time in each round, in nanoseconds a brief.
struct Stage {
    name: &'static str,
    rounds: Vec<u64>,
}

/// Measures all stages on the briefs of a folder, and prints what each costs a brief.
pub(crate) fn run(folder: &Path, rounds: usize, print: &mut dyn FnMut(&str)) -> Result<(), Failure> {
    let mut stages = Vec::new();
    let templates = timed(1, &mut || drop(black_box(renderer())))?;
    let prepared = prepare(folder)?;
    for round in 0..rounds {
        measure(&prepared, &folder.join(format!("site-{round}")), &mut stages)?;
    }
    let count = prepared.files.len();
    let (input, output) = (
        prepared.files.iter().map(|file| file.text.len()).sum::<usize>() / count.max(1),
        prepared.pages.iter().map(|(_, text)| text.len()).sum::<usize>() / count.max(1),
    );
    print(&format!(
        "{count} briefs of {input} bytes, {output} bytes of pages each; CPU time, µs a brief, {rounds} rounds"
    ));
    print(&format!("{:<44}{:>9}{:>9}", "", "least", "median"));
    for stage in &mut stages {
        stage.rounds.sort_unstable();
        let least = stage.rounds.first().copied().unwrap_or_default();
        let median = stage.rounds.get(stage.rounds.len() / 2).copied().unwrap_or_default();
        print(&format!("{:<44}{:>9}{:>9}", stage.name, micros(least), micros(median)));
    }
    print(&format!("{:<44}{:>9}", "templates compiled, once a process", micros(templates)));
    Ok(())
}

fn renderer() -> Option<Renderer> {
    Renderer::new(TemplateSet::built_in()).ok()
}

fn prepare(folder: &Path) -> Result<Prepared, Failure> {
    let paths = source::find(&[folder.to_owned()])?;
    let mut files = Vec::new();
    for path in &paths {
        files.push(source::read(path)?.map_err(|found| found.message)?);
    }
    let settings = Settings::default();
    let briefs: Vec<_> =
        files.iter().filter_map(|file| validate::validate(file, &settings.inherited).brief).collect();
    if briefs.len() != files.len() {
        return Err("not every generated brief is a good one".into());
    }
    let renderer = renderer().ok_or("the built-in templates are broken")?;
    let mut pages = Vec::new();
    for view in views(&briefs) {
        let pair = renderer.brief(&view, None).map_err(|_| "a template failed")?;
        pages.push((format!("briefs/{}.html", view.id), pair.html.text));
        pages.push((format!("briefs/{}.md", view.id), pair.markdown));
    }
    Ok(Prepared { paths, files, briefs, pages, renderer })
}

fn views(briefs: &[Brief]) -> Vec<BriefView<'_>> {
    briefs.iter().map(|brief| BriefView::new(brief, Locale::english())).collect()
}

/// One round through all stages.
fn measure(prepared: &Prepared, site: &Path, stages: &mut Vec<Stage>) -> Result<(), Failure> {
    let Prepared { paths, files, briefs, pages, renderer } = prepared;
    let views = &views(briefs);
    let each = |name, stages: &mut Vec<Stage>, work: &mut dyn FnMut()| -> Result<(), Failure> {
        let took = timed(files.len() as u64, work)?;
        match stages.iter_mut().find(|stage| stage.name == name) {
            Some(stage) => stage.rounds.push(took),
            None => stages.push(Stage { name, rounds: vec![took] }),
        }
        Ok(())
    };
    let settings = Settings::default();
    let pairs: Vec<_> = files.iter().zip(briefs).collect();
    each("read, hash", stages, &mut || over(paths, |path| source::read(path)))?;
    each("  YAML events alone (part of the next)", stages, &mut || over(files, |file| events(&file.text)))?;
    each("  YAML → tree → raw (part of the next)", stages, &mut || over(files, load::read))?;
    each("check: YAML → tree → raw → model", stages, &mut || {
        over(files, |file| validate::validate(file, &settings.inherited));
    })?;
    each("rules that look at one brief", stages, &mut || {
        over(&pairs, |(file, brief)| rules(file, brief, &settings));
    })?;
    each("view", stages, &mut || over(briefs, |brief| BriefView::new(brief, Locale::english())))?;
    each("  Tera context (part of each of the next)", stages, &mut || {
        over(views, tera::Value::try_from_serializable);
    })?;
    each("render HTML", stages, &mut || over(views, |view| renderer.brief_with("brief.html", view)))?;
    each("render Markdown", stages, &mut || over(views, |view| renderer.brief_with("brief.md", view)))?;
    let mut written = Vec::new();
    each("render both, as a build does", stages, &mut || over(views, |view| renderer.brief(view, None)))?;
    each("write, all new", stages, &mut || written.push(write(site, pages)))?;
    each("write, all unchanged", stages, &mut || written.push(write(site, pages)))?;
    written.into_iter().collect()
}

/// The rules that look at one brief by itself; without an article, those that hold it against one have nothing to do.
fn rules(file: &SourceFile, brief: &Brief, settings: &Settings) -> usize {
    check::brief(&Subject::new(brief, file, None, &[], settings)).len()
}

fn over<'t, T, R>(items: &'t [T], mut work: impl FnMut(&'t T) -> R) {
    for item in items {
        drop(black_box(work(item)));
    }
}

fn timed(count: u64, work: &mut dyn FnMut()) -> Result<u64, Failure> {
    let before = thread_cpu()?;
    work();
    Ok((thread_cpu()? - before) / count.max(1))
}

/// What the YAML parser takes by itself, whatever we make of it.
fn events(text: &str) -> usize {
    granit_parser::Parser::new_from_str(text).flatten().count()
}

fn write(site: &Path, pages: &[(String, String)]) -> Result<(), Failure> {
    let folder = OutputDir::open(site)?;
    for (path, text) in pages {
        folder.put(Artifact { path: SitePath::new(path.clone())?, content: text.as_bytes().into() })?;
    }
    folder.finish()?;
    Ok(())
}
