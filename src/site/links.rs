//! Every link of the site leads somewhere: to a file of it, and to a part of that file where it names one.
//!
//! Pages are looked at as they are rendered and let go at once, so only digests of names are kept: some tens of bytes a link.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher, Hasher};
use std::sync::{Mutex, PoisonError};

use memchr::{memchr, memmem};

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
        let parts: Digests = if is_page {
            values(text, b" id=\"").map(|id| digest(&[path, "#", id])).collect()
        } else {
            Digests::default()
        };
        let mut wanted: Vec<u64> =
            if is_page { targets(path, text).map(|(_, to)| to).collect() } else { Vec::new() };
        wanted.sort_unstable();
        wanted.dedup();
        // What a page wants of itself is settled here, so that it need not be kept.
        wanted.retain(|target| !parts.contains(target));
        let job = u32::try_from(job).unwrap_or(u32::MAX);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let Known { there, wanted: still } = &mut *known;
        for target in wanted.into_iter().filter(|target| !there.contains(target)) {
            let first = still.entry(target).or_insert(job);
            *first = job.min(*first);
        }
        there.insert(digest(&[path]));
        there.extend(parts);
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
        let broken = targets(path, text).filter(|(_, target)| !known.there.contains(target));
        broken.map(|(href, _)| href).collect()
    }
}

fn digest(text: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for piece in text {
        hasher.write(piece.as_bytes());
    }
    hasher.finish()
}

/// The values of an attribute, which is given with the space before it and the quotation mark behind it.
fn values<'t>(text: &'t str, attribute: &'static [u8]) -> impl Iterator<Item = &'t str> {
    memmem::find_iter(text.as_bytes(), attribute).filter_map(move |at| {
        let rest = text.get(at + attribute.len()..)?;
        rest.get(..memchr(b'"', rest.as_bytes())?)
    })
}

/// The links of a page into the site, each with the digest of where it leads; those to a part of the page itself are among them.
fn targets<'t>(path: &str, text: &'t str) -> impl Iterator<Item = (&'t str, u64)> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let hrefs = values(text, b" href=\"").filter(|href| !href.contains(':') && !href.starts_with("//"));
    hrefs.filter_map(move |href| Some((href, digest(&target(folder, path, href)?))))
}

/// Where a relative link leads, from the root of the site, in pieces; `None` above it.
fn target<'t>(folder: &'t str, path: &'t str, href: &'t str) -> Option<[&'t str; 5]> {
    let (file, part) = href.split_once('#').unwrap_or((href, ""));
    // `#` alone is the head of the page.
    let hash = if part.is_empty() { "" } else { "#" };
    if file.is_empty() {
        return Some([path, "", "", hash, part]);
    }
    let (mut folder, mut file) = (folder, file);
    loop {
        if let Some(rest) = file.strip_prefix("../") {
            (folder, file) = (parent(folder)?, rest);
        } else if let Some(rest) = file.strip_prefix("./") {
            file = rest;
        } else {
            break;
        }
    }
    Some([folder, if folder.is_empty() { "" } else { "/" }, file, hash, part])
}

/// The folder that a folder is in; the root is in none.
fn parent(folder: &str) -> Option<&str> {
    (!folder.is_empty()).then(|| folder.rsplit_once('/').map_or("", |(parent, _)| parent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_their_page() {
        let lead = |href| target("days", "days/a.html", href).map(|pieces| pieces.concat());
        assert_eq!(lead("../briefs/b.html#fact-c").as_deref(), Some("briefs/b.html#fact-c"));
        assert_eq!(lead("#top").as_deref(), Some("days/a.html#top"));
        assert_eq!(lead("#").as_deref(), Some("days/a.html"));
        assert_eq!(lead("b.html").as_deref(), Some("days/b.html"));
        assert_eq!(lead("./b.html").as_deref(), Some("days/b.html"));
        assert_eq!(lead("../../x.html"), None);
        let deep = target("archive/2025", "archive/2025/a.html", "../../index.html").map(|it| it.concat());
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
