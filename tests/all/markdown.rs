//! Prose: cases discovered from `tests/markdown`, and what holds of any text.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use attache::markdown::{RefKind, Shape, Targets, escape, scan, to_html, to_markdown, to_plain, visible};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::expected::{assert_expected, assert_no_orphans, files, folder};
use crate::noise::noise;

/// References lead to anchors, as on a page; people and places have none.
struct Page;

impl Targets for Page {
    fn href(&self, kind: RefKind, id: &str) -> Option<Cow<'_, str>> {
        (kind != RefKind::Entity).then(|| Cow::Owned(format!("#{kind:?}-{id}").to_lowercase()))
    }
}

/// References lead nowhere.
struct Nowhere;

impl Targets for Nowhere {
    fn href(&self, _: RefKind, _: &str) -> Option<Cow<'_, str>> {
        None
    }
}

#[test]
fn cases_become_what_is_expected() {
    let folder = folder("markdown");
    for path in files(&folder, "txt") {
        let text = std::fs::read_to_string(&path).unwrap();
        let report = [
            format!("--- html\n{}", to_html(&text, Shape::Block, &Page)),
            format!("--- html, inline\n{}\n", to_html(&text, Shape::Inline, &Page)),
            format!("--- markdown\n{}\n", to_markdown(&text, Shape::Block, &Page)),
            format!("--- markdown, inline\n{}\n", to_markdown(&text, Shape::Inline, &Page)),
            format!("--- plain\n{}\n", to_plain(&text)),
            format!("--- scan\n{}", found(&text)),
        ];
        assert_expected(&path.with_extension("out"), &report.join("\n"));
        holds(&text);
    }
    assert_no_orphans(&folder, "out", "txt");
}

fn found(text: &str) -> String {
    let scan = scan(text);
    let at = |range: &Range<usize>| text.get(range.clone()).unwrap_or("not in the text").to_owned();
    let references =
        scan.references.iter().map(|it| format!("{:?} {}: {:?}\n", it.kind, it.id, at(&it.range)));
    let refused = scan.refused.iter().map(|it| format!("refused {:?}: {:?}\n", it.reason, at(&it.range)));
    let html = scan.raw_html.iter().map(|it| format!("html: {:?}\n", at(it)));
    references.chain(refused).chain(html).collect()
}

/// A cleaner that lets through just what the module says it writes. Cleaning what it writes must change nothing.
fn cleaner() -> ammonia::Builder<'static> {
    let tags = ["p", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "br", "hr", "a"];
    let attributes = [("a", HashSet::from(["href", "rel"])), ("ol", HashSet::from(["start"]))];
    let mut cleaner = ammonia::Builder::new();
    cleaner
        .tags(HashSet::from(tags))
        .tag_attributes(HashMap::from(attributes))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None);
    cleaner
}

/// One way to write the same HTML: quotes in text need no escape.
fn plainly(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&#39;", "'").replace('\u{a0}', "&nbsp;")
}

/// What holds of the outputs of any text.
fn holds(text: &str) {
    for shape in [Shape::Block, Shape::Inline] {
        let html = to_html(text, shape, &Page);
        let cleaned = cleaner().clean(&html).to_string();
        assert_eq!(plainly(&cleaned), plainly(&html), "{shape:?} of {text:?}");
        let markdown = to_markdown(text, shape, &Page);
        // Tildes that could be misread are shown as characters.
        let words = |text: &str| one_line(&text.replace("~~", ""));
        assert_eq!(
            words(&shown(&markdown)),
            words(&text_of(&html, "")),
            "{shape:?} {markdown:?}\nfrom {text:?}"
        );
        let tildes = markdown.matches("~~").count() + markdown.matches("\\~\\~").count();
        assert!(tildes >= html.matches("del>").count(), "{shape:?} {markdown:?}\nfrom {text:?}");
        assert_is_tidy(&markdown, shape, html.contains("<pre>"));
        let once = to_markdown(text, shape, &Nowhere);
        let again = to_markdown(&once, shape, &Nowhere);
        // Code may begin with a space that does not break; as text it may not.
        let words = |markdown: &str| one_line(&shown(markdown).replace('\u{a0}', " "));
        // A quote or a list of several lines may be written in one, where its mark is text.
        if once.contains('\n') || !text.trim().contains(['\n', '\r']) {
            assert_eq!(words(&again), words(&once), "{shape:?} {again:?} from {once:?}\nfrom {text:?}");
        }
    }
    let line = to_html(text, Shape::Inline, &Page);
    assert!(!line.contains('\n'), "{text:?}");
    assert_eq!(to_plain(text), text_of(&line, "~~"), "{text:?}");
    holds_of_escaped(text);
    assert!(!found(text).contains("not in the text"), "{text:?}");
}

fn assert_is_tidy(markdown: &str, shape: Shape, has_code: bool) {
    assert!(shape == Shape::Block || !markdown.contains('\n'), "{markdown:?}");
    assert_eq!(markdown.trim_matches(['\n', ' ']), markdown);
    if !has_code {
        assert!(!markdown.contains("\n\n\n"), "{markdown:?}");
        assert!(markdown.lines().all(|line| line.trim_end_matches(' ') == line), "{markdown:?}");
    }
}

/// Escaped text is what it was, wherever a template puts it.
fn holds_of_escaped(text: &str) {
    let escaped = escape(text);
    let plain = one_line(text);
    for (before, after, shown_before, shown_after) in [
        ("", "", "", ""),
        ("# ", "", "", ""),
        ("- ", "", "", ""),
        ("1. ", "", "", ""),
        ("> ", "", "", ""),
        ("a ", " b", "a ", " b"),
        ("a **", "** b", "a ", " b"),
        ("[", "](https://a.example)", "", ""),
        ("x[", "](#)", "x", ""),
        ("| a |\n|---|\n| ", " |", "a ", ""),
    ] {
        if !plain.is_empty() {
            let markdown = format!("{before}{escaped}{after}");
            assert_eq!(
                shown(&markdown),
                format!("{shown_before}{plain}{shown_after}"),
                "{markdown:?}\nfrom {text:?}"
            );
        }
    }
}

/// What a reader sees of Markdown, on one line. A renderer with every extension switched on finds nothing in it but what the module
/// says it writes and what templates add.
fn shown(markdown: &str) -> String {
    let extensions = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut text = String::new();
    for event in Parser::new_ext(markdown, extensions) {
        match &event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(piece),
            Event::Start(Tag::Link { dest_url, .. }) => assert_leads_somewhere(dest_url),
            Event::Start(tag) if is_block(tag) => text.push(' '),
            Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock) => text.push(' '),
            event => assert!(is_harmless(event), "{event:?} in {markdown:?}"),
        }
    }
    one_line(&text)
}

fn is_block(tag: &Tag<'_>) -> bool {
    let written =
        matches!(tag, Tag::Paragraph | Tag::BlockQuote(None) | Tag::CodeBlock(_) | Tag::List(_) | Tag::Item);
    let of_templates = matches!(
        tag,
        Tag::Heading { id: None, .. } | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell
    );
    written || of_templates
}

fn is_harmless(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) | Event::End(_))
}

fn assert_leads_somewhere(address: &str) {
    let address = address.to_ascii_lowercase();
    let allowed = ["http://", "https://", "mailto:", "#"];
    assert!(allowed.iter().any(|it| address.starts_with(it)), "{address:?}");
}

/// What a reader sees of HTML, on one line, with a sign around what is struck out.
fn text_of(html: &str, struck: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        text.push_str(match name {
            "del" => struck,
            "" | "em" | "strong" | "code" | "a" => "",
            _ => " ",
        });
        text.push_str(after);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    one_line(&text.replace("&amp;", "&"))
}

fn one_line(text: &str) -> String {
    let words = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    visible(words.collect::<Vec<_>>().join(" ").trim()).into_owned()
}

/// Markup in pieces, from which noise is made.
const PIECES: &[&str] = &[
    "<b>",
    "</b>",
    "<script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<a@b.example>",
    "<fact:a>",
    "<https://a.example/_b_>",
    "javascript:",
    "https://a.example/",
    "www.a.example",
    "fact:a",
    "](",
    ")",
    "[",
    "]",
    "![",
    "[x](",
    "[x]: ",
    "[x]",
    "[^1]",
    "[a](fact:a)",
    "[b](entity:b)",
    "[c](javascript:c)",
    "![d](e)",
    "[](https://a.example)",
    "{#id}",
    "&lt;",
    "&#x6a;",
    "&amp;",
    "&nbsp;",
    "&#10;",
    "&#32;",
    "&#40;",
    "&#x202e;",
    "*",
    "**",
    "***",
    "_",
    "__",
    "~~",
    "~",
    "`",
    "``",
    "|",
    "$",
    "^",
    ":",
    "!",
    "#",
    "\\",
    "\n\n",
    "\n",
    "  \n",
    "\\\n",
    "- ",
    "* ",
    "> ",
    "1. ",
    "7) ",
    "# ",
    "    ",
    "```\n",
    "\n===\n",
    "\n---\n",
    "|-|\n",
    " ",
    " ",
    " ",
    "a",
    "b",
    "1",
    "(x)",
    "“q”",
    "ş",
    "أ",
    "Ⓐ",
    "\u{301}",
    "\u{200d}",
    "\u{202e}",
    "\u{a0}",
    "\t",
    "\r\n",
    "\u{1b}",
];

#[test]
fn noise_is_made_harmless() {
    let alphabet = b"ab 1.<>&;:[]()*_`~#-+=!|\\\"'\n\t/x$^{}w@";
    for seed in 0..1000 {
        holds(&String::from_utf8(noise(seed, 40, alphabet)).unwrap());
    }
    let picks: Vec<_> = (0..u8::try_from(PIECES.len()).unwrap()).collect();
    for seed in 0..2000 {
        let picked = noise(seed, 14, &picks).into_iter().map(|pick| PIECES[usize::from(pick)]);
        holds(&picked.collect::<String>());
    }
}

/// Long fields of one thing over and over; were any of it read in more than linear time, this would not end.
#[test]
fn long_fields_are_read() {
    let pieces = ["[", "_a*", "`", "<a b=\"", "![](", "&", "\\", "> - a\n", "[a]: b\n"];
    let deep = "- ".repeat(90) + "a\n" + &"b\n".repeat(50_000);
    let deeper = "- ".repeat(30_000) + "a\n" + &"b\n".repeat(30_000);
    let long = pieces.map(|piece| piece.repeat(100_000 / piece.len()));
    for text in long.iter().chain([&deep, &deeper, &"[a](fact:b) ".repeat(100_000)]) {
        let html = to_html(text, Shape::Block, &Page);
        let markdown = to_markdown(text, Shape::Inline, &Page);
        let written = html.len() + markdown.len() + escape(text).len() + found(text).len();
        assert!(written <= 100 * text.len());
    }
}
