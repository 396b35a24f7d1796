//! Links that lead nowhere once a page is a file by itself.

use pulldown_cmark::{Event, Parser, Tag};

use crate::render::Pages;
use crate::site::links::Links;

/// The links of a page and of its Markdown that lead nowhere, each once.
pub(super) fn dead_links(pages: &Pages) -> Vec<String> {
    const PAGE: &str = "page.html";
    let links = Links::default();
    links.look_at(0, PAGE, &pages.html);
    let mut dead: Vec<_> = links.broken_of(PAGE, &pages.html).into_iter().map(ToOwned::to_owned).collect();
    dead.extend(Parser::new(&pages.markdown).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            (!dest_url.contains(':')).then(|| dest_url.into_string())
        }
        _ => None,
    }));
    dead.sort();
    dead.dedup();
    dead
}
