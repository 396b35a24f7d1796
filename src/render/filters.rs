//! The filters of templates. Each is the same word in every kind of file, and does there what that file needs.
//!
//! - `md`: a prose field. In HTML safe markup, in Markdown safe Markdown. `md(inline=true)` keeps it on one line;
//!   `md(page="x.html")` leads references to another page.
//! - `text`: a prose field as plain text, to be escaped like any other.
//! - `json`: a value as JSON that can stand in a `script` element.
//! - `slug`: a text as an id.

use std::borrow::Cow;
use std::io;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::markdown::{self, RefKind, Shape, Targets};
use crate::model::Id;

/// References to parts lead to their anchors, on this page or on another.
struct Anchors<'a> {
    page: &'a str,
}

impl Targets for Anchors<'_> {
    fn href(&self, kind: RefKind, id: &str) -> Option<Cow<'_, str>> {
        let kind = match kind {
            RefKind::Fact => "fact",
            RefKind::Entity => "entity",
            RefKind::Source => "source",
            RefKind::Question => "question",
        };
        Some(Cow::Owned(format!("{}#{kind}-{id}", self.page)))
    }
}

/// Markdown has no anchors of its own, so references stay text.
struct NoAnchors;

impl Targets for NoAnchors {
    fn href(&self, _: RefKind, _: &str) -> Option<Cow<'_, str>> {
        None
    }
}

pub(super) fn register_html(engine: &mut Tera) {
    engine.register_filter("md", |text: &str, arguments: Kwargs, _: &State| -> TeraResult<Value> {
        let page = arguments.get::<&str>("page")?.unwrap_or_default();
        let html = markdown::to_html(text, shape(&arguments)?, &Anchors { page });
        Ok(Value::safe_string(&html))
    });
}

pub(super) fn register_markdown(engine: &mut Tera) {
    engine.register_filter("md", |text: &str, arguments: Kwargs, _: &State| -> TeraResult<Value> {
        Ok(Value::safe_string(&markdown::to_markdown(text, shape(&arguments)?, &NoAnchors)))
    });
}

pub(super) fn register_common(engine: &mut Tera) {
    engine.register_filter("text", |text: &str, _: Kwargs, _: &State| markdown::to_plain(text));
    engine
        .register_filter("json", |value: Value, _: Kwargs, _: &State| -> TeraResult<Value> { json(&value) });
    engine.register_filter("slug", |text: &str, _: Kwargs, _: &State| {
        Id::slug(text).map(|id| id.to_string()).unwrap_or_default()
    });
}

fn shape(arguments: &Kwargs) -> TeraResult<Shape> {
    Ok(if arguments.get::<bool>("inline")?.unwrap_or(false) { Shape::Inline } else { Shape::Block })
}

/// `<` is written as an escape, so that no text can end the element that the JSON stands in.
fn json(value: &Value) -> TeraResult<Value> {
    let text = serde_json::to_string(value).map_err(|error| tera::Error::chain("not JSON", error))?;
    Ok(Value::safe_string(
        &text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"),
    ))
}

/// What HTML templates print without a filter. Characters that act instead of being seen are shown as such, as in prose.
pub(super) fn escape_html(text: &str, output: &mut dyn io::Write) -> io::Result<()> {
    tera::escape_html(&markdown::visible(text), output)
}

/// What Markdown templates print without a filter.
pub(super) fn escape_markdown(text: &str, output: &mut dyn io::Write) -> io::Result<()> {
    output.write_all(markdown::escape(text).as_bytes())
}
