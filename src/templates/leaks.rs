//! Texts that get out of where a template prints them. Without a filter nothing does: but a template may take the escape away, or
//! print into an attribute that has no quotation marks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::markup::{Piece, pieces};
use super::samples;
use crate::contract::walk::Walked;
use crate::contract::{BUILTIN, Shape};
use crate::diagnostic::{Diagnostic, codes};
use crate::error::Error;
use crate::render::{Family, Planting, Renderer, TemplateSet};
use crate::settings::Settings;
use crate::span::Span;

/// Stands behind each planted word: an element and an attribute that no page has, if they are read as such.
const PROBE: &str = " \"'><zqx-probe zqx-attr=1 ";

/// Fields that are told to be safe as they are, and hold no text of a brief.
const EXEMPT: [&str; 3] = [".json_ld", ".url", ".root"];

/// The texts that reach a page as markup, by the template of the desk that prints them.
pub(super) fn leaks(
    renderer: &Renderer,
    settings: &Settings,
    pages: &[(String, Walked)],
) -> Result<Vec<Diagnostic>, Error> {
    let places = places(pages);
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let planting = Planting::new(places.keys().cloned().collect()).with_tail(PROBE);
    let planted = renderer.clone().planted(planting.clone());
    let in_site = samples::pages(&samples::STORY, &planted, settings)?;
    let made = in_site.into_iter().chain(samples::alone(&planted)).flatten();
    let html = made.filter(|page| Family::of(&page.template) == Family::Html);
    let leaked: BTreeSet<_> =
        html.flat_map(|page| leaked(&page.written.text.to_lowercase(), &planting)).collect();
    Ok(leaked.iter().filter_map(|path| told(path, places.get(path)?, renderer.templates())).collect())
}

/// The engine does not tell which of the places printed it: the first stands for all.
fn told(path: &str, places: &BTreeSet<(String, Span)>, templates: &TemplateSet) -> Option<Diagnostic> {
    let (template, span) = places.first()?;
    let message = format!("`{path}` gets out of where it is printed, and becomes markup");
    let diagnostic = Diagnostic::new(&codes::UNESCAPED, &templates.path(template), *span, message).with_help(
        "take out `safe`, put quotation marks around the values of attributes, and print JSON in a `script` element alone",
    );
    let others = places.iter().skip(1);
    Some(others.fold(diagnostic, |diagnostic, (template, span)| {
        diagnostic.with_help(super::at("or is it printed at", template, *span, templates))
    }))
}

type Places = BTreeMap<Arc<str>, BTreeSet<(String, Span)>>;

/// The places where templates of the desk ask for texts, but for those that are known to be printed without escape.
fn places(pages: &[(String, Walked)]) -> Places {
    let mut places = Places::new();
    for (_, walked) in pages {
        let known: BTreeSet<_> = walked.findings.iter().filter_map(|it| it.path.as_deref()).collect();
        let texts = walked.asked.iter().filter(|(_, asked)| asked.shape == Shape::Text);
        for (path, asked) in texts {
            if known.contains(path.as_str()) || EXEMPT.iter().any(|end| path.ends_with(end)) {
                continue;
            }
            let own = asked.places.iter().filter(|(template, _)| !template.starts_with(BUILTIN)).cloned();
            let own: Vec<_> = own.collect();
            if !own.is_empty() {
                places.entry(path.as_str().into()).or_default().extend(own);
            }
        }
    }
    places
}

/// The paths of the texts that are markup in a page.
fn leaked(text: &str, planting: &Planting) -> Vec<Arc<str>> {
    let tags = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Tag(tag) => Some(tag),
        Piece::Text(_) => None,
    });
    let probes = tags.filter(|tag| {
        tag.name == "zqx-probe" || tag.attributes.iter().any(|(name, _)| name.ends_with("zqx-attr"))
    });
    probes
        .filter_map(|tag| {
            let before = text.get(..text.len() - tag.rest.len()).unwrap_or_default();
            Some(planting.found(before).pop()?.path)
        })
        .collect()
}
