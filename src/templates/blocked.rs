//! What a page's own policy keeps from having an effect: styles and scripts beside the built-in ones, and whatever would be fetched.

use std::collections::BTreeSet;

use super::markup::{Piece, Tag, pieces};
use crate::contract::BUILTIN;
use crate::contract::walk::Walked;
use crate::diagnostic::{Diagnostic, codes};
use crate::render::{Family, TemplateSet};
use crate::site::Rendered;
use crate::span::Span;

/// What stands in a page that carries a policy.
const POLICY: &str = "http-equiv=\"Content-Security-Policy\"";

/// Elements that fetch what their `src` names.
const FETCH: [&str; 8] = ["audio", "embed", "iframe", "img", "script", "source", "track", "video"];

/// What has no effect in the desk's own templates, where they make pages that carry the policy. `made` are such pages.
pub(super) fn blocked<'p>(
    made: impl Iterator<Item = &'p Rendered>,
    pages: &[(String, Walked)],
    templates: &TemplateSet,
) -> Vec<Diagnostic> {
    let under_policy: BTreeSet<_> = made
        .filter(|page| page.written.text.contains(POLICY) && !page.written.text.contains("; script-src "))
        .map(|page| page.template.as_str())
        .collect();
    let reached = pages.iter().filter(|(page, _)| under_policy.contains(page.as_str()));
    let reached: BTreeSet<_> = reached.flat_map(|(_, walked)| &walked.reached).collect();
    let own =
        reached.into_iter().filter(|name| !name.starts_with(BUILTIN) && Family::of(name) == Family::Html);
    own.flat_map(|name| in_template(name, templates)).collect()
}

fn in_template(name: &str, templates: &TemplateSet) -> Vec<Diagnostic> {
    // Small letters of one alphabet keep every place where it is.
    let text = templates.text(name).unwrap_or_default().to_ascii_lowercase();
    let tags = pieces(&text).into_iter().filter_map(|piece| match piece {
        Piece::Tag(tag) if !tag.ends => Some(tag),
        _ => None,
    });
    let found = tags.filter_map(|tag| Some((tag.start(&text), tag.name.len(), trouble(&tag)?)));
    found
        .map(|(start, length, (message, help))| {
            let span = Span::new(start, start + length);
            Diagnostic::new(&codes::NO_EFFECT, &templates.path(name), span, message).with_help(help)
        })
        .collect()
}

/// What of an element has no effect, and what to do instead.
fn trouble(tag: &Tag<'_>) -> Option<(&'static str, &'static str)> {
    let source = tag.get("src").unwrap_or_default();
    // The style sheet and the script of the page itself are variables.
    let is_given = tag.rest.trim_start().starts_with("{{");
    let is_sheet = tag.name == "link"
        && tag.get("rel").is_some_and(|rel| rel.contains("stylesheet"))
        && tag.get("href").is_none_or(|href| !href.ends_with("{{ stylesheet }}"));
    let is_script = tag.name == "script"
        && tag.get("type").is_none_or(|kind| kind.contains("javascript") || kind == "module");
    if is_sheet || FETCH.contains(&tag.name) && !source.is_empty() && !is_inside(source) {
        let help =
            "a page fetches nothing: an image can stand in it as a `data:` address, a style in theme.css";
        Some(("this is not loaded", help))
    } else if is_script && tag.get("src").is_none() && !is_given {
        Some((
            "this script does not run",
            "pages work without scripts; their Content-Security-Policy allows none",
        ))
    } else if tag.attributes.iter().any(|(name, _)| *name == "style") || tag.name == "style" && !is_given {
        let help = "give the element a class, and the class a rule in theme.css: the Content-Security-Policy allows no other style";
        Some(("this style is not applied", help))
    } else {
        None
    }
}

/// Whether an address holds what it stands for, or is one that a variable gives.
fn is_inside(address: &str) -> bool {
    address.starts_with("data:") || address.starts_with("{{")
}
