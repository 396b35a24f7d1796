//! Every link of the site leads somewhere: to a file of it, and to a part of that file where it names one.
//!
//! Pages are looked at as they are rendered and let go at once, so only digests of names are kept.

mod alike;
mod known;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher as _, Hasher as _};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use foldhash::quality::FixedState;
use memchr::{memchr, memchr2, memchr3};

use crate::diagnostic::{Diagnostic, codes};
use crate::render::{Landmarks, Written};
use alike::Alike;
use known::{Job, Known, Target, WHOLE};

/// What the pages of a site have and want, as far as they have been looked at.
#[derive(Debug, Default)]
pub(super) struct Links {
    known: Mutex<Known>,
    /// The first links of a page in each folder.
    alike: Mutex<HashMap<Box<str>, Arc<Alike>>>,
}

impl Links {
    /// Takes note of a file without links.
    pub(super) fn is_there(&self, path: &str) {
        locked(&self.known).is_there(digest(path.as_bytes()), &[]);
    }

    /// Looks at a file that a job made; at each file once.
    pub(super) fn look_at(&self, job: usize, path: &str, file: &Written) {
        if path.rsplit_once('.').is_none_or(|(_, ending)| ending != "html") {
            self.is_there(path);
            return;
        }
        let job = Job::try_from(job).unwrap_or(Job::MAX);
        let alike = self.alike(folder_of(path), job);
        let mut page = Page::new(path);
        let landmarks = landmarks(file);
        let (parts, targets) = page.parts_and_targets(&file.text, &landmarks, alike.as_deref());
        let mut known = locked(&self.known);
        known.is_there(page.file, &parts);
        known.want(&targets, job);
        drop(known);
        if alike.is_none() {
            let alike = Alike::of(behind(&file.text, &landmarks.links), job);
            locked(&self.alike).insert(folder_of(path).into(), Arc::new(alike));
        }
    }

    /// The first links of a page in this folder, if a job need not look for them.
    fn alike(&self, folder: &str, job: Job) -> Option<Arc<Alike>> {
        locked(&self.alike).get(folder).filter(|alike| alike.since <= job).cloned()
    }

    /// The jobs of which some link leads nowhere, in the order of the plan.
    pub(super) fn broken(&self) -> Vec<usize> {
        let mut jobs: Vec<_> = locked(&self.known).broken().map(|job| job as usize).collect();
        jobs.sort_unstable();
        jobs.dedup();
        jobs
    }

    /// The links of a page that lead nowhere.
    pub(super) fn broken_of<'t>(&self, path: &'t str, file: &'t Written) -> Vec<&'t str> {
        let mut page = Page::new(path);
        let known = locked(&self.known);
        let leads_nowhere = |href: &&'t [u8]| page.target(href).is_some_and(|to| !known.has(to));
        let landmarks = landmarks(file);
        let values = behind(&file.text, &landmarks.links).filter(leads_nowhere).filter_map(value);
        values.filter_map(|href| std::str::from_utf8(href).ok()).collect()
    }
}

/// What a panic elsewhere left is whole: no change is made by halves.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where the links and the parts of a page are: noted when it was written, or looked for.
fn landmarks(page: &Written) -> Cow<'_, Landmarks> {
    page.landmarks.as_ref().map_or_else(|| Cow::Owned(Landmarks::of(&page.text)), Cow::Borrowed)
}

/// A report for each link of a page that leads to a file which is not there; parts of files are not looked at.
pub(crate) fn dead(path: &str, text: &str, is_there: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let mut page = Page::new(path);
    let landmarks = Landmarks::of(text);
    let hrefs = behind(text, &landmarks.links).filter_map(value);
    let is_dead = |href: &&[u8]| {
        let file = memchr2(b'#', b':', href).and_then(|end| href.get(..end)).unwrap_or(href);
        let leads_out = href.get(file.len()) == Some(&b':');
        let to = page.place(file).filter(|_| !file.is_empty() && !leads_out);
        to.is_some_and(|to| !std::str::from_utf8(to).is_ok_and(&is_there))
    };
    let dead: BTreeSet<_> = hrefs.filter(is_dead).filter_map(|href| std::str::from_utf8(href).ok()).collect();
    dead.into_iter().map(|href| broken(path, href)).collect()
}

/// The report of a link that leads nowhere.
pub(super) fn broken(path: &str, href: &str) -> Diagnostic {
    let message = format!("a link of this page leads nowhere: {href}");
    Diagnostic::of_file(&codes::BROKEN_LINK, Path::new(path), message)
        .with_help("a template of the desk may have left out what other pages link to")
}

/// A page whose links are looked at.
struct Page<'p> {
    /// The folder that it is in, the one that that is in, and so on up to the root.
    folders: Vec<&'p str>,
    /// The digest of its path.
    file: u64,
    /// Room for the path of a file that is not in the root.
    path: Vec<u8>,
    /// The file of the last link as that names it, and its digest: many links in a row lead to parts of one file.
    last: (&'p [u8], u64),
}

impl<'p> Page<'p> {
    fn new(path: &'p str) -> Self {
        let folders = std::iter::successors(Some(folder_of(path)), |folder| parent(folder));
        let file = digest(path.as_bytes());
        Self { folders: folders.collect(), file, path: Vec::new(), last: (&[], file) }
    }

    /// The parts of the page, sorted, and what its links lead to beside them, but for those that it has alike with another page.
    fn parts_and_targets(
        &mut self,
        text: &'p str,
        landmarks: &Landmarks,
        alike: Option<&Alike>,
    ) -> (Vec<u32>, Vec<Target>) {
        let mut parts = Vec::with_capacity(landmarks.parts.len());
        parts.extend(behind(text, &landmarks.parts).filter_map(value).map(part));
        parts.sort_unstable();
        let mut targets = Vec::with_capacity(landmarks.links.len());
        for (place, href) in behind(text, &landmarks.links).enumerate() {
            if alike.is_some_and(|alike| alike.begins(href, place)) {
                continue;
            }
            let target = self.target(href).filter(|to| to.file != self.file || !to.is_in(&parts));
            targets.extend(target);
        }
        (parts, targets)
    }

    /// What a link leads to that begins here and goes on to a quotation mark; `None` above the root of the site, and where it leads
    /// out of the site.
    fn target(&mut self, href: &'p [u8]) -> Option<Target> {
        let (file, rest) = match href {
            // As half of the links do.
            [b'#', ..] => (&[][..], href),
            _ => href.split_at_checked(memchr3(b'"', b'#', b':', href)?)?,
        };
        let name: &[u8] = match rest {
            [b'"', ..] => &[],
            // Nor is there anything to check in `#:~:text=…`, which is for the browser.
            [b'#', part @ ..] => {
                let end = memchr2(b'"', b':', part).filter(|end| part.get(*end) == Some(&b'"'))?;
                part.get(..end)?
            }
            _ => return None,
        };
        let file = if file.is_empty() { self.file } else { self.file(file)? };
        Some(Target { file, part: part(name) })
    }

    /// The digest of the path that a link has.
    fn file(&mut self, link: &'p [u8]) -> Option<u64> {
        if self.last.0 != link {
            self.last = (link, self.place(link).map(digest)?);
        }
        Some(self.last.1)
    }

    /// The path that a link has, from the root of the site; `None` above the root and in another place.
    fn place<'s>(&'s mut self, link: &'s [u8]) -> Option<&'s [u8]> {
        if link.starts_with(b"//") {
            return None;
        }
        let mut folders = self.folders.iter();
        let (mut folder, mut file) = (folders.next()?, link);
        loop {
            match file {
                [b'.', b'.', b'/', rest @ ..] => (folder, file) = (folders.next()?, rest),
                [b'.', b'/', rest @ ..] => file = rest,
                _ => break,
            }
        }
        if folder.is_empty() {
            return Some(file);
        }
        self.path.clear();
        self.path.extend_from_slice(folder.as_bytes());
        self.path.push(b'/');
        self.path.extend_from_slice(file);
        Some(&self.path)
    }
}

/// The part of a file that has this name. Without one it is the whole: `#` alone is the head of a page.
fn part(name: &[u8]) -> u32 {
    if name.is_empty() { WHOLE } else { (digest(name) >> 32) as u32 }
}

fn digest(text: &[u8]) -> u64 {
    let mut hasher = HASHER.build_hasher();
    hasher.write(text);
    hasher.finish()
}

/// Digests of one run are held against each other alone, so any seed will do.
const HASHER: FixedState = FixedState::with_seed(0);

/// The page from each of these places on.
fn behind<'t>(page: &'t str, places: &[usize]) -> impl Iterator<Item = &'t [u8]> {
    places.iter().filter_map(|at| page.as_bytes().get(*at..))
}

/// The value of an attribute, up to the quotation mark.
fn value(behind: &[u8]) -> Option<&[u8]> {
    behind.get(..memchr(b'"', behind)?)
}

/// The folder of a page.
fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folder that a folder is in; the root is in none.
fn parent(folder: &str) -> Option<&str> {
    (!folder.is_empty()).then(|| folder_of(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_their_page() {
        let lead = |href: &str| Page::new("days/a.html").target(format!("{href}\">a").as_bytes());
        let at = |path: &str, name: &str| {
            Some(Target { file: digest(path.as_bytes()), part: part(name.as_bytes()) })
        };
        assert_eq!(lead("../briefs/b.html#fact-c"), at("briefs/b.html", "fact-c"));
        assert_eq!(lead("#top"), at("days/a.html", "top"));
        assert_eq!(lead("#"), at("days/a.html", ""));
        assert_eq!(lead(""), at("days/a.html", ""));
        assert_eq!(lead("b.html"), at("days/b.html", ""));
        assert_eq!(lead("./b.html#"), at("days/b.html", ""));
        for outside in
            ["../../x.html", "https://c.example/#d", "//c.example/", "mailto:a@b.example", "#:~:text=a"]
        {
            assert_eq!(lead(outside), None);
        }
        let mut deep = Page::new("archive/2025/a.html");
        assert_eq!(deep.target(b"../../index.html\""), at("index.html", ""));
        assert_eq!(deep.target(b"../b.html#c\""), at("archive/b.html", "c"));
        assert_eq!(deep.target(b"never ended"), None);
    }

    #[test]
    fn links_to_parts_of_one_file_lead_to_it() {
        let text =
            r##"<a href="b.html#x"><a href="b.html#y"><a href="c.html#y"><a href="#y"><a href="b.html">"##;
        let (_, targets) = Page::new("d/a.html").parts_and_targets(text, &Landmarks::of(text), None);
        let alone = |href: &str| Page::new("d/a.html").target(href.as_bytes()).unwrap();
        let hrefs = ["b.html#x\"", "b.html#y\"", "c.html#y\"", "#y\"", "b.html\""];
        assert_eq!(targets, hrefs.map(alone));
    }

    /// A page of which nothing was noted.
    fn page(text: &str) -> Written {
        text.to_owned().into()
    }

    #[test]
    fn a_link_to_nothing_is_found() {
        let links = Links::default();
        links.look_at(
            3,
            "a.html",
            &page(r##"<p id="x"><a href="b.html#y">b</a> <a href="#x">x</a> <a href="https://c.example/">c</a>"##),
        );
        let with_gone = page(r#"<p id="y"><a href="gone.html">gone</a>"#);
        links.look_at(4, "b.html", &with_gone);
        assert_eq!(links.broken(), [4]);
        assert_eq!(links.broken_of("b.html", &with_gone), ["gone.html"]);
        links.is_there("gone.html");
        assert!(links.broken_of("b.html", &with_gone).is_empty());
    }

    #[test]
    fn what_was_noted_is_what_is_looked_at() {
        let text = r#"<a href="gone.html"> <a href="lost.html">"#;
        let noted = |links: &[usize]| Written {
            text: text.to_owned(),
            landmarks: Some(Landmarks { links: links.to_vec(), ..Landmarks::default() }),
        };
        for (places, broken) in [(vec![9], vec!["gone.html"]), (vec![], vec![])] {
            let links = Links::default();
            links.look_at(0, "a.html", &noted(&places));
            assert_eq!(links.broken().len(), broken.len());
            assert_eq!(links.broken_of("a.html", &noted(&places)), broken);
        }
    }

    #[test]
    fn the_first_job_that_misses_something_is_told_in_whatever_order_pages_come() {
        let pages = [
            (1, "a.html", r#"<a href="b.html#x"> <a href="c.html">"#),
            (2, "b.html", r#"<p id="y"><a href="c.html#z"> <a href="a.html">"#),
            (3, "d.html", r##"<a href="b.html#x"> <a href="b.html#y"> <a href="c.html#z"> <a href="#w">"##),
            (4, "e.html", r#"<a href="b.html#x"> <a href="a.html#"> <a href="d.html#y">"#),
        ];
        for first in 0..pages.len() {
            let links = Links::default();
            for (job, path, text) in pages.iter().cycle().skip(first).take(pages.len()) {
                links.look_at(*job, path, &page(text));
            }
            assert_eq!(links.broken(), [1, 2, 3, 4]);
        }
    }

    #[test]
    fn what_pages_of_a_folder_have_alike_is_told_of_the_first_in_whatever_order_they_come() {
        let text = |own: &str| format!(r##"<a href="../gone.html"> <a href="#a"> <a href="{own}">"##);
        let look_at = |jobs: &[usize]| {
            let links = Links::default();
            for job in jobs {
                links.look_at(*job, &format!("d/{job}.html"), &page(&text(&format!("{job}.html"))));
            }
            links.is_there("gone.html");
            links
        };
        // The part that each page links to and has not is told of each.
        assert_eq!(look_at(&[5, 3, 4]).broken(), [3, 4, 5]);
        let links = Links::default();
        for job in [5, 3, 4] {
            links.look_at(
                job,
                &format!("d/{job}.html"),
                &page(r#"<a href="../gone.html"> <a href="../gone.html#x">"#),
            );
        }
        links.look_at(2, "e/2.html", &page(r#"<a href="3.html"> <a href="4.html">"#));
        assert_eq!(links.broken(), [2, 3]);
    }
}
