//! One version of the site: answers questions until the files look different.

use std::path::PathBuf;
use std::sync::mpsc;

use super::look::Look;
use super::memory::Memory;
use super::overlay::{self, Report};
use super::pages::{Page, Pages};
use super::{Answer, Message};
use crate::desk::{Desk, Index};
use crate::diagnostic::Diagnostic;
use crate::output::media_type;
use crate::site::find::{Directory, Maker};
use crate::site::{Job, Site, dead_links};
use crate::view::site::address;

/// A version of the site, whose pages are rendered when they are asked for.
pub(super) struct Session<'m> {
    memory: &'m Memory,
    desk: &'m Desk,
    site: Site<'m>,
    directory: Directory<'m>,
    /// Everything that is wrong with the desk.
    found: Vec<Diagnostic>,
    version: String,
}

impl<'m> Session<'m> {
    /// `found` is everything that is wrong with the desk.
    pub(super) fn new(
        memory: &'m Memory,
        index: &'m Index<'m>,
        found: Vec<Diagnostic>,
        version: String,
    ) -> Self {
        let desk = memory.desk();
        let site = Site::new(desk, index, memory.settings());
        Self { memory, desk, directory: site.directory(), site, found, version }
    }

    /// Everything that is wrong with the desk.
    pub(super) fn found(&self) -> &[Diagnostic] {
        &self.found
    }

    /// Answers until the files look different: returns how. Nothing where nobody can ask or look any more.
    pub(super) fn serve(
        &self,
        messages: &mpsc::Receiver<Message>,
        pages: &mut Pages,
    ) -> Option<Result<Look, String>> {
        loop {
            match messages.recv().ok()? {
                Message::Looked(look) if self.memory.is_news(&look) => return Some(look),
                Message::Looked(_) => {}
                // Whoever asked may have gone away.
                Message::Asked(path, reply) => drop(reply.send(self.answer(&path, pages))),
            }
        }
    }

    fn answer(&self, path: &str, pages: &mut Pages) -> Answer {
        let path = if path.is_empty() { address::HOME } else { path };
        self.make(path, pages);
        if let Some(page) = pages.current(path) {
            return Answer { status: 200, kind: media_type(path), body: self.body(path, page) };
        }
        self.make(address::NOT_FOUND, pages);
        let nothing = Page::default();
        let page = pages.current(address::NOT_FOUND).unwrap_or(&nothing);
        Answer {
            status: 404,
            kind: media_type(address::NOT_FOUND),
            body: self.body(address::NOT_FOUND, page),
        }
    }

    /// Makes a file, unless it is there already or there is none.
    fn make(&self, path: &str, pages: &mut Pages) {
        if pages.current(path).is_some() {
            return;
        }
        let (job, made) = match self.directory.find(&self.site, path) {
            None => return pages.forget(path),
            Some(Maker::Stream(job)) => (job, Ok(self.site.streams_of(job))),
            Some(Maker::Page(job)) => {
                let files = self.site.pages(job, self.memory.renderer());
                (
                    job,
                    files.map(|files| {
                        files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
                    }),
                )
            }
        };
        match made {
            Ok(files) => {
                if files.iter().all(|(it, _)| it != path) {
                    pages.forget(path);
                }
                for (path, content) in files {
                    let dead = self.dead_links(&path, &content);
                    pages.keep(path, content, dead, self.brief(job));
                }
            }
            Err(found) => pages.fail(path, found, self.brief(job)),
        }
    }

    /// The links of a page that lead to no file of the site. Only templates of the desk make such.
    fn dead_links(&self, path: &str, content: &[u8]) -> Vec<Diagnostic> {
        if !self.memory.renderer().templates().has_own() || !media_type(path).starts_with("text/html") {
            return Vec::new();
        }
        let text = String::from_utf8_lossy(content);
        dead_links(path, &text, |file| self.directory.find(&self.site, file).is_some())
    }

    /// The file of the brief that a job is about.
    fn brief(&self, job: Job<'_>) -> Option<PathBuf> {
        let Job::Brief(place) = job else { return None };
        self.desk.briefs.get(place).map(|brief| brief.path.clone())
    }

    /// What is sent for a page: its content, with what is wrong over it where it is one for people.
    fn body(&self, path: &str, page: &Page) -> Vec<u8> {
        let content = page.content.as_deref().unwrap_or_default();
        if !media_type(path).starts_with("text/html") {
            return content.to_owned();
        }
        let shown = |it: &&Diagnostic| it.is_error() || self.concerns(&it.path, page);
        let found: Vec<_> = page.found.iter().chain(self.found.iter().filter(shown)).cloned().collect();
        let mut texts = self.memory.renderer().texts_of(&page.found);
        texts.extend(self.memory.texts(found.iter()));
        let report = Report {
            diagnostics: &found,
            texts: &texts,
            trouble: self.memory.trouble(),
            version: &self.version,
        };
        overlay::lay_over(&String::from_utf8_lossy(content), &report).into_bytes()
    }

    /// Whether somebody who looks at a page will want to hear of warnings in a file: that of the brief, and those that are no brief.
    fn concerns(&self, path: &PathBuf, page: &Page) -> bool {
        page.brief.as_ref() == Some(path) || !self.memory.is_brief(path)
    }
}
