//! Prose: cases discovered from `tests/markdown`, and what holds of any text.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use attache::markdown::{RefKind, Shape, Targets, escape, to_html, to_markdown, to_plain};
use pulldown_cmark::{Event, Options, Parser};

use crate::expected::{assert_expected, assert_no_orphans, files, folder};
use crate::noise::noise;

/// References lead to anchors, as on a page.
struct Page;

impl Targets for Page {
    fn href(&self, kind: RefKind, id: &str) -> Option<Cow<'_, str>> {
        (kind != RefKind::Entity).then(|| Cow::Owned(format!("#{kind:?}-{id}").to_lowercase()))
    }
}

#[test]
fn cases_become_what_is_expected() {
    let folder = folder("markdown");
    for path in files(&folder, "txt") {
        let text = std::fs::read_to_string(&path).unwrap();
        let report = [
            format!("--- html\n{}", to_html(&text, Shape::Block, &Page)),
            format!("--- html, inline\n{}", to_html(&text, Shape::Inline, &Page)),
            format!("--- markdown\n{}", to_markdown(&text, Shape::Block, &Page)),
            format!("--- markdown, inline\n{}", to_markdown(&text, Shape::Inline, &Page)),
            format!("--- plain\n{}\n", to_plain(&text)),
        ];
        assert_expected(&path.with_extension("out"), &report.join("\n"));
        holds(&text);
    }
    assert_no_orphans(&folder, "out", "txt");
}

/// A cleaner that lets through just what the module says it writes. Cleaning what it writes must change nothing.
fn cleaner() -> ammonia::Builder<'static> {
    let tags = ["p", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "br", "hr", "a"];
    let mut cleaner = ammonia::Builder::new();
    cleaner
        .tags(HashSet::from(tags))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None);
    cleaner
}

/// One way to write the same HTML: `rel` is ours alone, and quotes in text need no escape.
fn plainly(html: &str) -> String {
    html.replace(" rel=\"noopener noreferrer\"", "")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace('\u{a0}', "&nbsp;")
}

/// What holds of the outputs of any text.
fn holds(text: &str) {
    for shape in [Shape::Block, Shape::Inline] {
        let html = to_html(text, shape, &Page);
        let cleaned = cleaner().clean(&html).to_string();
        assert_eq!(plainly(&cleaned), plainly(&html), "{shape:?} of {text:?}");
        let markdown = to_markdown(text, shape, &Page);
        assert_is_inert(&markdown, text);
        assert!(shape == Shape::Block || !markdown.contains('\n'), "{text:?}");
        let has_code =
            Parser::new(text).any(|it| matches!(it, Event::Start(pulldown_cmark::Tag::CodeBlock(_))));
        assert!(has_code || !markdown.contains("\n\n\n"), "{text:?}");
    }
    assert_is_inert(&escape(text), text);
    assert_eq!(shown(&escape(text)), one_line(text), "{text:?}");
}

/// Any renderer, with everything that renderers can do switched on, finds no HTML and no address that was refused.
fn assert_is_inert(markdown: &str, text: &str) {
    for event in Parser::new_ext(markdown, Options::all()) {
        let acts = match &event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(pulldown_cmark::Tag::Image { .. }) => true,
            Event::Start(pulldown_cmark::Tag::Link { dest_url, .. }) => {
                !["http://", "https://", "mailto:", "#"]
                    .iter()
                    .any(|it| dest_url.to_lowercase().starts_with(it))
            }
            _ => false,
        };
        assert!(!acts, "{event:?} in {markdown:?}\nfrom {text:?}");
    }
}

/// What a reader sees of Markdown, on one line.
fn shown(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    one_line(&text)
}

fn one_line(text: &str) -> String {
    attache::markdown::visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn noise_is_made_harmless() {
    let alphabet = b"ab 1.<>&;:[]()*_`~#-+=!|\\\"'\n\t/x";
    for seed in 0..3000 {
        holds(&String::from_utf8(noise(seed, 40, alphabet)).unwrap());
    }
    let words = [
        "<b>",
        "</b>",
        "<script>",
        "javascript:",
        "https://a.example/",
        "[x](",
        "](",
        ")",
        "![",
        "&lt;",
        "&#x6a;",
        "*",
        "**",
        "`",
        "\n\n",
        "\n",
        "- ",
        "> ",
        "1. ",
        "# ",
        "<!--",
        "-->",
        "fact:a",
        "[a](fact:a)",
        "[b](entity:b)",
        "\u{202e}",
        "ş",
        "أ",
        "|",
        "~~",
        "[x]: ",
        "<a@b.example>",
        "\\",
        "    ",
        "```",
    ];
    for seed in 0..3000 {
        let picks = noise(seed, 14, &(0..u8::try_from(words.len()).unwrap()).collect::<Vec<_>>());
        holds(&picks.into_iter().map(|pick| words[usize::from(pick)]).collect::<String>());
    }
}
