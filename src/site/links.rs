//! Every link of the site leads somewhere: to a file of it, and to a part of that file where it names one.
//!
//! Pages are looked at as they are rendered and let go at once, so only digests of names are kept: some tens of bytes a link.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher as _, BuildHasherDefault, Hasher};
use std::sync::{LazyLock, Mutex, PoisonError};

use foldhash::quality::FixedState;
use memchr::arch::all::packedpair::HeuristicFrequencyRank;
use memchr::memchr;
use memchr::memmem::{Finder, FinderBuilder};

/// What the pages of a site have and want, as far as they have been looked at.
#[derive(Debug, Default)]
pub(super) struct Links {
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// Every file, and every part that a link could name.
    there: Digests,
    /// What other pages want and was not there yet, with the place in the plan of the first job that wants it.
    wanted: HashMap<u64, u32, BuildHasherDefault<AsItIs>>,
}

type Digests = HashSet<u64, BuildHasherDefault<AsItIs>>;

/// A digest is as good a hash as any.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, digest: u64) {
        self.0 = digest;
    }
}

impl Links {
    /// Looks at a file that a job made.
    pub(super) fn look_at(&self, job: usize, path: &str, text: &str) {
        let is_page = std::path::Path::new(path).extension().is_some_and(|it| it == "html");
        let (parts, wanted) = if is_page { parts_and_targets(path, text) } else { Default::default() };
        let job = u32::try_from(job).unwrap_or(u32::MAX);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let Known { there, wanted: still } = &mut *known;
        for target in wanted.into_iter().filter(|target| !there.contains(target)) {
            let first = still.entry(target).or_insert(job);
            *first = job.min(*first);
        }
        for name in parts.into_iter().chain([digest(path)]) {
            // What is there is wanted no more, and need not be kept twice.
            still.remove(&name);
            there.insert(name);
        }
    }

    /// The jobs of which some link leads nowhere, in the order of the plan.
    pub(super) fn broken(&self) -> Vec<usize> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let broken = known.wanted.iter().filter(|(target, _)| !known.there.contains(target));
        let mut jobs: Vec<_> = broken.map(|(_, job)| *job as usize).collect();
        jobs.sort_unstable();
        jobs.dedup();
        jobs
    }

    /// The links of a page that lead nowhere.
    pub(super) fn broken_of<'t>(&self, path: &str, text: &'t str) -> Vec<&'t str> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let is_there = |target: Cow<'_, str>| known.there.contains(&digest(&target));
        let leads_nowhere = |href: &&str| target(folder_of(path), path, href).is_some_and(|to| !is_there(to));
        values(text, &HREFS).filter(leads_nowhere).collect()
    }
}

/// The digests of the parts of a page, and of what it wants of others, each once.
fn parts_and_targets(path: &str, text: &str) -> (Vec<u64>, Vec<u64>) {
    let mut name = format!("{path}#");
    let page = name.len();
    let part = |id: &str| {
        name.truncate(page);
        name.push_str(id);
        digest(&name)
    };
    let mut parts: Vec<u64> = values(text, &IDS).map(part).collect();
    parts.sort_unstable();
    let folder = folder_of(path);
    let target = |href| target(folder, path, href).map(|target| digest(&target));
    let mut wanted: Vec<u64> = values(text, &HREFS).filter_map(target).collect();
    wanted.sort_unstable();
    wanted.dedup();
    // What a page wants of itself is settled here, so that it need not be kept.
    wanted.retain(|target| parts.binary_search(target).is_err());
    (parts, wanted)
}

fn digest(text: &str) -> u64 {
    let mut hasher = HASHER.build_hasher();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Digests of one run are held against each other alone, so any seed will do.
const HASHER: FixedState = FixedState::with_seed(0);

/// What names a part of a page.
static IDS: LazyLock<Finder<'static>> = LazyLock::new(|| finder(" id=\""));

/// What leads to a page or a part of one.
static HREFS: LazyLock<Finder<'static>> = LazyLock::new(|| finder(" href=\""));

/// Finds an attribute, given with the space before it and the quotation mark behind it.
fn finder(attribute: &'static str) -> Finder<'static> {
    FinderBuilder::new().build_forward_with_ranker(InPages, attribute)
}

/// How common bytes are in pages, which are full of spaces and quotation marks: so that a finder looks for what tells an attribute.
struct InPages;

impl HeuristicFrequencyRank for InPages {
    fn rank(&self, byte: u8) -> u8 {
        match byte {
            b'=' => 0,
            b'd' | b'f' => 1,
            _ => u8::MAX,
        }
    }
}

/// The values of an attribute.
fn values<'t>(text: &'t str, attribute: &'static Finder<'static>) -> impl Iterator<Item = &'t str> {
    attribute.find_iter(text.as_bytes()).filter_map(move |at| {
        let rest = text.get(at + attribute.needle().len()..)?;
        rest.get(..memchr(b'"', rest.as_bytes())?)
    })
}

/// The folder of a page.
fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Where a link of a page leads, from the root of the site; `None` above it, and where it leads out of the site. Links to a part of
/// the page itself lead into it.
fn target<'t>(folder: &str, path: &'t str, href: &'t str) -> Option<Cow<'t, str>> {
    if memchr(b':', href.as_bytes()).is_some() || href.starts_with("//") {
        return None;
    }
    // `#` alone is the head of the page.
    let href = href.strip_suffix('#').filter(|file| !file.contains('#')).unwrap_or(href);
    if href.is_empty() {
        return Some(path.into());
    }
    if href.starts_with('#') {
        return Some([path, href].concat().into());
    }
    let (mut folder, mut file) = (folder, href);
    loop {
        if let Some(rest) = file.strip_prefix("../") {
            (folder, file) = (parent(folder)?, rest);
        } else if let Some(rest) = file.strip_prefix("./") {
            file = rest;
        } else {
            break;
        }
    }
    Some(if folder.is_empty() { file.into() } else { [folder, "/", file].concat().into() })
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
        let lead = |href| target("days", "days/a.html", href);
        assert_eq!(lead("../briefs/b.html#fact-c").as_deref(), Some("briefs/b.html#fact-c"));
        assert_eq!(lead("#top").as_deref(), Some("days/a.html#top"));
        assert_eq!(lead("#").as_deref(), Some("days/a.html"));
        assert_eq!(lead("b.html").as_deref(), Some("days/b.html"));
        assert_eq!(lead("./b.html").as_deref(), Some("days/b.html"));
        assert_eq!(lead("../../x.html"), None);
        let deep = target("archive/2025", "archive/2025/a.html", "../../index.html");
        assert_eq!(deep.as_deref(), Some("index.html"));
    }

    #[test]
    fn a_link_to_nothing_is_found() {
        let links = Links::default();
        links.look_at(
            3,
            "a.html",
            r##"<p id="x"><a href="b.html#y">b</a> <a href="#x">x</a> <a href="https://c.example/">c</a>"##,
        );
        links.look_at(4, "b.html", r#"<p id="y"><a href="gone.html">gone</a>"#);
        assert_eq!(links.broken(), [4]);
        let broken = links.broken_of("b.html", r#"<a href="gone.html">gone</a>"#);
        assert_eq!(broken, ["gone.html"]);
    }
}
