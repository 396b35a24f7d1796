//! Where the links of a page stand, and the names of its parts.
//!
//! Code that templates were compiled to notes them as it writes. The pages of the engine are searched for them.

use std::sync::LazyLock;

use memchr::arch::all::packedpair::HeuristicFrequencyRank;
use memchr::memmem::{Finder, FinderBuilder};

/// A text as a renderer has written it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Its links and parts, where it is a page and they were noted as it was written.
    pub landmarks: Option<Landmarks>,
}

impl From<String> for Written {
    fn from(text: String) -> Self {
        Self { text, landmarks: None }
    }
}

/// The places in a page at which the values of certain attributes begin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Landmarks {
    /// Those of `id`, which name its parts.
    pub parts: Vec<usize>,
    /// Those of `href`, which are its links.
    pub links: Vec<usize>,
}

impl Landmarks {
    /// None yet, with room for as many as a page of so many bytes has, as a rule.
    pub(super) fn with_room(bytes: usize) -> Self {
        let room = || Vec::with_capacity(bytes / BETWEEN);
        Self { parts: room(), links: room() }
    }

    /// Those of a page.
    #[must_use]
    pub fn of(page: &str) -> Self {
        Self { parts: behind(page, 0, &IDS).collect(), links: behind(page, 0, &HREFS).collect() }
    }

    /// Adds the links that a page has from a place on.
    pub(super) fn add_links(&mut self, page: &str, from: usize) {
        self.links.extend(behind(page, from, &HREFS));
    }
}

/// How many bytes stand between two links of a page, or more.
const BETWEEN: usize = 256;

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

/// The places behind the beginning of an attribute in a page, from a place on.
fn behind<'t>(
    page: &'t str,
    from: usize,
    attribute: &'static Finder<'static>,
) -> impl Iterator<Item = usize> + 't {
    let rest = page.as_bytes().get(from..).unwrap_or_default();
    attribute.find_iter(rest).map(move |at| from + at + attribute.needle().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn landmarks_are_the_places_of_values() {
        let page = r##"<p id="a"><a data-id="b" href="#c">d id=e</a> <a class="f" href="">"##;
        let values = |places: &[usize]| -> Vec<_> {
            places.iter().map(|at| page.split_at(*at).1.split('"').next().unwrap()).collect()
        };
        let mut landmarks = Landmarks::of(page);
        assert_eq!((values(&landmarks.parts), values(&landmarks.links)), (vec!["a"], vec!["#c", ""]));
        landmarks.add_links(page, page.rfind("<a").unwrap());
        assert_eq!(values(&landmarks.links), ["#c", "", ""]);
    }
}
