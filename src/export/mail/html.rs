//! The Markdown of a document as HTML that mail programs show: few elements, each with its own style, nothing to load.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::super::Document;
use super::line::Line;
use super::wholes::Wholes;
use crate::markdown::escape_html;
use crate::model::Direction;
use crate::view::MarkingView;

/// What a browser may do with the part, should somebody save it and open it there.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The HTML part, with the handling label first and last.
pub(super) fn part(document: &Document, markdown: &str) -> String {
    let banner = document.marking.as_ref().map(banner).unwrap_or_default();
    let body = body(markdown, document.dir, &Wholes::of(&document.said, document.dir));
    let lang = escape_html(&document.lang);
    let dir = match document.dir {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n</head>\n\
         <body style=\"margin:0\">\n\
         <div lang=\"{lang}\" dir=\"{dir}\" style=\"max-width:42em;margin:0 auto;padding:16px;\
         font:16px/1.5 Georgia,'Times New Roman',serif;overflow-wrap:anywhere;word-break:break-word\">\n{banner}{body}{banner}</div>\n</body>\n</html>\n",
        escape_html(&document.title)
    )
}

fn body(markdown: &str, dir: Direction, wholes: &Wholes) -> String {
    let mut out = String::with_capacity(markdown.len() * 2);
    let mut line = Line::default();
    for event in events(markdown) {
        if Line::holds(&event) {
            line.push(event);
        } else {
            std::mem::take(&mut line).write(dir, wholes, &mut out);
            take(event, dir, &mut out);
        }
    }
    line.write(dir, wholes, &mut out);
    out
}

/// The events of a document's Markdown, a text in one of them. With subscripts on, a single tilde is told from a double one.
pub(super) fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SUBSCRIPT;
    TextMergeStream::new(Parser::new_ext(markdown, options))
}

/// A handling label in its colour on black. The attribute is for mail programs that know no style.
fn banner(marking: &MarkingView) -> String {
    let colour = match &*marking.class {
        "red" => "#FF2B2B",
        "amber" | "amber-strict" => "#FFC000",
        "green" => "#33FF00",
        _ => "#FFFFFF",
    };
    format!(
        "<table role=\"presentation\" cellspacing=\"0\" cellpadding=\"6\" dir=\"ltr\" lang=\"en\" style=\"margin:12px 0\">\
         <tr><td bgcolor=\"#000000\" style=\"background:#000000;color:{colour};border:1px solid #777777;\
         font:bold 16px/1.4 Arial,sans-serif\">{}</td></tr></table>\n",
        marking.label
    )
}

/// Adds what an event stands for.
pub(super) fn take(event: Event<'_>, dir: Direction, out: &mut String) {
    match event {
        Event::Start(tag) => start(tag, dir, out),
        Event::End(tag) => out.push_str(end(tag)),
        Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => out.push_str(&escape_html(&text)),
        Event::Code(code) => {
            out.push_str("<code>");
            out.push_str(&escape_html(&code));
            out.push_str("</code>");
        }
        Event::SoftBreak => out.push('\n'),
        Event::HardBreak => out.push_str("<br>\n"),
        Event::Rule => out.push_str("<hr style=\"margin:24px 0 12px\">\n"),
        _ => {}
    }
}

/// What opens an element that runs the other way than its document.
pub(super) fn apart(dir: Direction) -> &'static str {
    match dir {
        Direction::Ltr => "<bdi dir=\"rtl\">",
        Direction::Rtl => "<bdi dir=\"ltr\">",
    }
}

fn start(tag: Tag<'_>, dir: Direction, out: &mut String) {
    match tag {
        Tag::Paragraph => out.push_str("<p style=\"margin:0 0 10px\">"),
        Tag::Heading { level, .. } => out.push_str(heading(level)),
        Tag::BlockQuote(_) => out.push_str(quote(dir)),
        Tag::CodeBlock(_) => out.push_str("<pre style=\"white-space:pre-wrap\">"),
        Tag::List(first) => out.push_str(&list(first)),
        Tag::Item => out.push_str("<li style=\"margin:0 0 8px\">"),
        Tag::Emphasis => out.push_str(match dir {
            Direction::Ltr => "<em>",
            // Arabic does not lean.
            Direction::Rtl => "<em style=\"font-style:normal\">",
        }),
        Tag::Strong => out.push_str("<strong>"),
        Tag::Strikethrough => out.push_str("<del>"),
        Tag::Subscript => out.push('~'),
        Tag::Link { dest_url, .. } if leads_outside(&dest_url) => {
            out.push_str("<a href=\"");
            out.push_str(&escape_html(&dest_url));
            out.push_str("\">");
        }
        // Closed like any other.
        Tag::Link { .. } => out.push_str("<a>"),
        _ => {}
    }
}

fn end(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "</p>\n",
        TagEnd::Heading(HeadingLevel::H1) => "</h1>\n",
        TagEnd::Heading(HeadingLevel::H2) => "</h2>\n",
        TagEnd::Heading(_) => "</h3>\n",
        TagEnd::BlockQuote(_) => "</blockquote>\n",
        TagEnd::CodeBlock => "</pre>\n",
        TagEnd::List(true) => "</ol>\n",
        TagEnd::List(false) => "</ul>\n",
        TagEnd::Item => "</li>\n",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::Strikethrough => "</del>",
        TagEnd::Subscript => "~",
        TagEnd::Link => "</a>",
        _ => "",
    }
}

fn heading(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 => "<h1 style=\"font-size:26px;line-height:1.25;margin:16px 0 8px\">",
        HeadingLevel::H2 => {
            "<h2 style=\"font-size:20px;line-height:1.3;margin:28px 0 10px;padding:8px 0 0;border-top:2px solid #777777\">"
        }
        _ => "<h3 style=\"font-size:17px;line-height:1.35;margin:20px 0 8px\">",
    }
}

/// A quote, with a line on the side that the document begins on. Its words are set apart where they run the other way.
fn quote(dir: Direction) -> &'static str {
    match dir {
        Direction::Ltr => {
            "<blockquote style=\"margin:0 0 10px;padding:0 12px;border-left:3px solid #999999\">\n"
        }
        Direction::Rtl => {
            "<blockquote style=\"margin:0 0 10px;padding:0 12px;border-right:3px solid #999999\">\n"
        }
    }
}

fn list(first: Option<u64>) -> String {
    let start = match first {
        None => "<ul",
        Some(1) => "<ol",
        Some(first) => return format!("<ol start=\"{first}\" style=\"margin:0 0 10px\">\n"),
    };
    format!("{start} style=\"margin:0 0 10px\">\n")
}

/// Where a link may lead: the addresses that prose may have.
fn leads_outside(href: &str) -> bool {
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}
