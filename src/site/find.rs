//! One page of a site at a time: the job that makes the file at an address, and what it makes.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::{Job, Site};
use crate::diagnostic::Diagnostic;
use crate::render::Renderer;
use crate::search;
use crate::view::site::address;

/// The jobs of a site by the address of the first file that each makes.
#[derive(Debug)]
pub struct Directory<'d> {
    jobs: BTreeMap<String, Job<'d>>,
    /// Those of sources, whose places in their list are known only when it has been put in order.
    sources: OnceLock<BTreeMap<String, Job<'d>>>,
}

/// What makes a file.
#[derive(Debug, Clone, Copy)]
pub enum Maker<'d> {
    /// A template.
    Page(Job<'d>),
    /// A job that makes its files piece by piece, without a template: the search index, one brief a line.
    Stream(Job<'d>),
}

impl<'d> Directory<'d> {
    /// What would make the file at this address, from the root of the site, if there is one.
    #[must_use]
    pub fn find(&self, site: &Site<'d>, path: &str) -> Option<Maker<'d>> {
        let jobs = if path.starts_with("sources/") {
            self.sources.get_or_init(|| site.first_files(|job| matches!(job, Job::Source(_) | Job::Sources)))
        } else {
            &self.jobs
        };
        match jobs.get(path) {
            Some(Job::Ndjson) => Some(Maker::Stream(Job::Ndjson)),
            Some(job) => Some(Maker::Page(*job)),
            None if is_in(path, address::STYLE) => jobs.get(address::STYLE).map(|job| Maker::Page(*job)),
            None if is_in(path, search::FOLDER) => jobs.get(address::SEARCH).map(|job| Maker::Stream(*job)),
            None => firsts(path).iter().find_map(|first| jobs.get(first)).map(|job| Maker::Page(*job)),
        }
    }
}

/// Whether a file is in this folder of the root.
fn is_in(path: &str, of_root: &str) -> bool {
    path.split_once('/').is_some_and(|(folder, _)| folder == of_root)
}

/// The addresses of files that the same job may make first: `stories/ferry.html` for `stories/ferry/2.html`, `stories.html` for
/// `stories/_all/2.html`, `briefs/ferry.html` for `briefs/ferry.md`.
fn firsts(path: &str) -> Vec<String> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.split('.').next().unwrap_or_default();
    let beside = if folder.is_empty() { format!("{stem}.html") } else { format!("{folder}/{stem}.html") };
    let list = folder.strip_suffix("/_all").unwrap_or(folder);
    let feeds = if path == address::JSON_FEED { address::ATOM.to_owned() } else { beside };
    vec![feeds, format!("{list}.html")]
}

impl<'d> Site<'d> {
    /// Where everything is that the site consists of.
    #[must_use]
    pub fn directory(&self) -> Directory<'d> {
        Directory { jobs: self.first_files(|job| !matches!(job, Job::Source(_))), sources: OnceLock::new() }
    }

    fn first_files(&self, among: impl Fn(&Job<'d>) -> bool) -> BTreeMap<String, Job<'d>> {
        let mut first = BTreeMap::new();
        for job in self.plan().into_iter().filter(among) {
            if let Some(path) = self.first_file(job) {
                // Of two briefs with one id, the same one always.
                first.entry(path).or_insert(job);
            }
        }
        first
    }

    /// The address of the first file that a job makes.
    fn first_file(&self, job: Job<'d>) -> Option<String> {
        Some(match job {
            Job::Brief(place) => address::brief(&self.desk.briefs.get(place)?.id),
            Job::Day(date) => address::day(date),
            Job::Month((year, month)) => address::month(year, month),
            Job::Story(id) => address::story(id, 1),
            Job::Question(id) => address::question(id, 1),
            Job::Entity(place) => address::entity(self.entities.get(place)?.key, 1),
            Job::Topic(id) => address::topic(id, 1),
            Job::Source(place) => address::source(self.ordered_sources().get(place)?.0.key, 1),
            Job::Home => address::HOME.to_owned(),
            Job::Archive => address::ARCHIVE.to_owned(),
            Job::Stories => address::STORIES.to_owned(),
            Job::Questions => address::QUESTIONS.to_owned(),
            Job::Entities => address::ENTITIES.to_owned(),
            Job::Topics => address::TOPICS.to_owned(),
            Job::Sources => address::SOURCES.to_owned(),
            Job::Unnamed => address::UNNAMED.to_owned(),
            Job::Corrections => address::CORRECTIONS.to_owned(),
            Job::Search => address::SEARCH.to_owned(),
            Job::Feeds => address::ATOM.to_owned(),
            Job::Calendar => address::CALENDAR.to_owned(),
            Job::Ndjson => address::NDJSON.to_owned(),
            Job::NotFound => address::NOT_FOUND.to_owned(),
            Job::StyleSheet => address::STYLE.to_owned(),
            Job::Record => crate::published::FILE.to_owned(),
        })
    }

    /// The files that a job makes from templates.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn pages(&self, job: Job<'d>, renderer: &Renderer) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
        let files = self.files(job, renderer)?;
        Ok(files.into_iter().map(|(path, written)| (path, written.text)).collect())
    }

    /// The files that a job makes piece by piece, whole.
    #[must_use]
    pub fn streams_of(&self, job: Job<'d>) -> Vec<(String, Vec<u8>)> {
        let files = Mutex::new(Vec::new());
        match job {
            // Taking a file into memory cannot fail.
            Job::Search => drop(self.search_index(&|path, content| {
                files.lock().unwrap_or_else(PoisonError::into_inner).push((path, content));
                Ok(())
            })),
            Job::Ndjson => return vec![(address::NDJSON.to_owned(), self.lines().flatten().collect())],
            _ => {}
        }
        files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::firsts;

    #[test]
    fn files_lead_to_the_first_one_of_their_job() {
        let has = |path: &str, first: &str| firsts(path).iter().any(|it| it == first);
        assert!(has("stories/ferry/2.html", "stories/ferry.html"));
        assert!(has("stories/_all/2.html", "stories.html"));
        assert!(has("briefs/ferry.md", "briefs/ferry.html"));
        assert!(has("briefs/ferry.cable.txt", "briefs/ferry.html"));
        assert!(has("feed.json", "feed.atom") && !has("other.json", "feed.atom"));
    }
}
