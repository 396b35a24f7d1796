//! Sample pages with words planted in the fields that matter, and which of the words come out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::concern::{CONCERNS, Concern};
use super::{readable, samples};
use crate::error::Error;
use crate::render::{Compound, Family, Place, Planting, Renderer};
use crate::settings::Settings;
use crate::site::Rendered;

/// What comes out of the pages of some samples.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The places whose words come out, page by page, by the template of the page.
    pages: BTreeMap<String, Vec<BTreeSet<Place>>>,
    /// Every place that has a word.
    planted: BTreeSet<Place>,
}

/// How much of what must be shown is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Extent {
    /// Some of it.
    Sometimes,
    /// All of it.
    Never,
}

/// What comes out of the full sample in a site, and of a brief that is rendered by itself.
///
/// Each is rendered twice: with words in place of what people read, and with words in place of the words of closed vocabularies
/// too. Templates choose by those, so that the second rendering counts for nothing but for whether they are printed.
pub(super) fn seen(renderer: &Renderer, settings: &Settings) -> Result<[Seen; 2], Error> {
    let all: BTreeSet<_> =
        CONCERNS.iter().flat_map(|concern| concern.shown.iter().copied().chain(concern.beside)).collect();
    let (vocabulary, prose): (Vec<_>, Vec<_>) = all.into_iter().partition(|path| is_vocabulary(path));
    let unseen = renderer.templates().unseen();
    let mut seen = [Seen::default(), Seen::default()];
    for paths in [prose.clone(), [prose, vocabulary].concat()] {
        let is_first = !paths.iter().any(|path| is_vocabulary(path));
        let planting = Planting::new(paths.into_iter().map(Arc::from).collect());
        let renderer = renderer.clone().planted(planting.clone());
        let in_site = samples::pages(&samples::STORY, &renderer, settings)?;
        let alone = samples::alone(&renderer);
        // A page that breaks hides nothing: that it breaks is told where it is rendered.
        if is_first && in_site.iter().chain(&alone).any(Result::is_err) {
            return Ok([Seen::default(), Seen::default()]);
        }
        for (seen, pages) in seen.iter_mut().zip([in_site, alone]) {
            for (nth, page) in pages.into_iter().enumerate() {
                let Ok(page) = page else { continue };
                let text = text(&page, &unseen);
                let found =
                    planting.found(&text).into_iter().filter(|it| is_first != is_vocabulary(&it.path));
                seen.add(page.template, nth, found);
            }
            seen.planted.extend(planting.places());
        }
    }
    Ok(seen)
}

/// Whether a field says one of a few words, for programs.
fn is_vocabulary(path: &str) -> bool {
    path.rsplit('.').next() == Some("word")
}

fn text(page: &Rendered, unseen: &[Compound]) -> String {
    match Family::of(&page.template) {
        Family::Html => readable::html(&page.written.text, unseen),
        // What stands in a comment of Markdown is not read either.
        Family::Markdown => readable::html(&page.written.text, &[]),
        Family::Plain => page.written.text.to_lowercase(),
    }
}

impl Seen {
    /// Adds what came out of a page of this template, the `nth` of all pages.
    fn add(&mut self, template: String, nth: usize, found: impl Iterator<Item = Place>) {
        let pages = self.pages.entry(template).or_default();
        if pages.len() <= nth {
            pages.resize_with(nth + 1, BTreeSet::new);
        }
        if let Some(page) = pages.get_mut(nth) {
            page.extend(found);
        }
    }

    /// Whether the pages of a template hide what they must show, and how much of it.
    pub(super) fn hides(&self, template: &str, concern: &Concern) -> Option<Extent> {
        let pages = self.pages.get(template)?;
        let Some(beside) = concern.beside else {
            let is_shown = pages.iter().flatten().any(|place| concern.shown.contains(&&*place.path));
            return (!is_shown).then_some(Extent::Never);
        };
        let (mut shown, mut hidden) = (0, 0);
        for page in pages {
            let due: BTreeSet<_> = page
                .iter()
                .filter(|place| *place.path == *beside)
                .flat_map(|about| self.due(concern, about))
                .collect();
            for (view, item) in due {
                let here = |place: &Place| place.view == view && concern.item(place) == Some(item);
                if page.iter().any(here) { shown += 1 } else { hidden += 1 }
            }
        }
        match (shown, hidden) {
            (_, 0) => None,
            (0, _) => Some(Extent::Never),
            _ => Some(Extent::Sometimes),
        }
    }

    /// Whether a page of a template shows what a concern is about.
    pub(super) fn shows(&self, template: &str, concern: &Concern) -> bool {
        let mut shown = self.pages.get(template).into_iter().flatten().flatten();
        shown.any(|place| concern.beside == Some(&*place.path))
    }

    /// What must be shown where this is: the view, and the number of the item in each list.
    fn due<'s>(
        &'s self,
        concern: &'s Concern,
        about: &'s Place,
    ) -> impl Iterator<Item = (&'s str, &'s [usize])> {
        let same = self.planted.iter().filter(|place| place.view == about.view);
        same.filter_map(|place| Some((place.view.as_str(), concern.item(place)?)))
            .filter(|(_, item)| item.starts_with(&about.at))
    }
}

impl Concern {
    /// The item that a place shows something of, if it does: parts of an attribution are all of the same one.
    fn item<'p>(&self, place: &'p Place) -> Option<&'p [usize]> {
        let depth = self.shown.first()?.matches("[]").count();
        self.shown.contains(&&*place.path).then(|| place.at.get(..depth)).flatten()
    }
}
