//! Links that lead nowhere once a page is a file by itself.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Parser, Tag};

use crate::render::Pages;
use crate::templates::markup::{Piece, pieces};

/// The attributes that lead somewhere, or load something.
const LEADING: [&str; 6] = ["href", "src", "action", "formaction", "poster", "xlink:href"];

/// The links of a page and of its Markdown that lead nowhere, each once.
pub(super) fn dead_links(pages: &Pages) -> BTreeSet<String> {
    // To a browser the case of names does not matter.
    let html = pages.html.text.to_ascii_lowercase();
    let mut ids = BTreeSet::new();
    let mut hrefs = BTreeSet::new();
    for piece in pieces(&html) {
        let Piece::Tag(tag) = piece else { continue };
        ids.extend(tag.get("id"));
        hrefs.extend(LEADING.iter().filter_map(|name| tag.get(name)));
    }
    let dead = hrefs.into_iter().filter(|href| match href.strip_prefix('#') {
        Some(part) => !part.is_empty() && !ids.contains(part),
        None => !leads_outside(href),
    });
    let of_markdown = Parser::new(&pages.markdown).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.into_string())
        }
        _ => None,
    });
    let of_markdown = of_markdown.filter(|href| !leads_outside(href));
    dead.map(ToOwned::to_owned).chain(of_markdown).collect()
}

/// Whether an address begins with its scheme (RFC 3986, 3.1), and so means the same everywhere.
fn leads_outside(href: &str) -> bool {
    let scheme = href.trim().split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|it| {
        it.starts_with(|c: char| c.is_ascii_alphabetic())
            && it.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_nowhere_from_a_file_is_found() {
        let html = r##"<p id="Here"><a href="#here">a</a><a HREF='#there'>b</a><a href=../c.html>c</a><a href="#">d</a>
            <a href="//e.example/">e</a><img src="/f.png"><a href="https://g.example/?a:b">g</a><img src="data:,">
            <a href="h?a:b">h</a><a href="mailto:i@i.example">i</a>"##;
        let markdown = "[j](j.md) <https://k.example> ![l](../l.png) \\[m](n)";
        let pages = Pages { html: html.to_owned().into(), markdown: markdown.to_owned(), others: Vec::new() };
        let dead: Vec<_> = dead_links(&pages).into_iter().collect();
        assert_eq!(dead, ["#there", "../c.html", "../l.png", "//e.example/", "/f.png", "h?a:b", "j.md"]);
    }
}
