//! The Atom feed (RFC 4287).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::entry::Entry;
use super::{Site, highest, time, urn};
use crate::markdown::visible;
use crate::model::Brief;
use crate::view::site::address;

/// What a feed without entries was last changed at, for there is nothing to tell it from.
const NEVER: &str = "1970-01-01T00:00:00Z";

type Xml = Writer<Vec<u8>>;

/// The feed of these briefs, which are sorted and as many as it shall hold.
#[must_use]
pub fn feed<'b>(site: &Site<'_>, briefs: impl IntoIterator<Item = &'b Brief>) -> String {
    let briefs: Vec<_> = briefs.into_iter().collect();
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory cannot fail.
    let _ = write(&mut xml, site, &briefs);
    let mut text = String::from_utf8(xml.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

fn write(xml: &mut Xml, site: &Site<'_>, briefs: &[&Brief]) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xml:lang", site.lang))
        .write_inner_content(|xml| {
            head(xml, site, briefs)?;
            briefs.iter().try_for_each(|brief| entry(xml, &Entry::new(brief, site)))
        })?;
    Ok(())
}

fn head(xml: &mut Xml, site: &Site<'_>, briefs: &[&Brief]) -> io::Result<()> {
    let updated = briefs.iter().map(|brief| time::updated(brief)).max();
    let title = visible(site.title);
    text(xml, "id", &urn::of_feed(site))?;
    text(xml, "title", &title)?;
    text(xml, "updated", &updated.map_or(NEVER.to_owned(), |day| time::rfc3339(day, site.time_zone)))?;
    link(xml, "self", &site.href(address::ATOM), "application/atom+xml")?;
    link(xml, "alternate", &site.home(), "text/html")?;
    author(xml, &title)?;
    if let Some(marking) = highest(briefs.iter().copied()) {
        text(xml, "rights", marking)?;
    }
    xml.create_element("generator")
        .with_attribute(("version", env!("CARGO_PKG_VERSION")))
        .write_text_content(BytesText::new(env!("CARGO_PKG_NAME")))?;
    Ok(())
}

fn entry(xml: &mut Xml, entry: &Entry<'_>) -> io::Result<()> {
    xml.create_element("entry").with_attribute(("xml:lang", entry.lang)).write_inner_content(|xml| {
        text(xml, "id", &entry.id)?;
        text(xml, "title", &entry.title)?;
        text(xml, "published", &entry.published)?;
        text(xml, "updated", &entry.updated)?;
        link(xml, "alternate", &entry.url, "text/html")?;
        text(xml, "rights", entry.marking)?;
        for topic in &entry.topics {
            xml.create_element("category").with_attribute(("term", topic.as_ref())).write_empty()?;
        }
        typed(xml, "summary", "text", &entry.summary)?;
        typed(xml, "content", "html", &entry.html)
    })?;
    Ok(())
}

/// The desk; an entry without an author of its own has that of the feed.
fn author(xml: &mut Xml, name: &str) -> io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| text(xml, "name", name))?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(content))?;
    Ok(())
}

fn typed(xml: &mut Xml, name: &str, kind: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).with_attribute(("type", kind)).write_text_content(BytesText::new(content))?;
    Ok(())
}

fn link(xml: &mut Xml, rel: &str, href: &str, kind: &str) -> io::Result<()> {
    xml.create_element("link")
        .with_attributes([("rel", rel), ("href", href), ("type", kind)])
        .write_empty()?;
    Ok(())
}
