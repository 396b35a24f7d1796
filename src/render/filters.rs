//! The filters of templates. Each is the same word in every kind of file, and does there what that file needs.
//!
//! - `md`: a prose field. In HTML safe markup, in Markdown safe Markdown, in plain text as `text`. `md(inline=true)` keeps it on one line;
//!   `md(page="x.html")` leads references to another page.
//! - `text`: a prose field as plain text, to be escaped like any other.
//! - `json`: a value as JSON that can stand in a `script` element.
//! - `slug`: a text as an id.
//! - `wrap(width=72, indent="  ")`: a text in lines of at most so many characters, for plain text.

use std::borrow::Cow;
use std::io;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::wrap::wrap;
use crate::locale::Locales;
use crate::markdown::{self, RefKind, Shape, Targets};
use crate::model::{Id, Lang};

/// A filter that templates can use.
#[derive(Debug)]
pub struct Filter {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// A template that uses it on a brief.
    pub example: &'static str,
}

macro_rules! filters {
    ($($name:literal, $doc:literal, $example:literal;)+) => {
        /// The filters of templates: ours, then those of the template engine.
        pub static FILTERS: &[Filter] = &[$(Filter { name: $name, doc: $doc, example: $example }),+];
    };
}

filters! {
    "md", "A prose field: safe markup in HTML, safe Markdown in Markdown, plain text in plain text. `md(inline=true)` keeps it on one line; `md(page=\"x.html\")` leads its references to another page.", "{{ brief.bottom_line | md(inline=true) }}";
    "text", "A prose field as plain text on one line, to be escaped like any other text.", "{{ brief.bottom_line | text }}";
    "wrap", "A text in lines of at most `width` characters (72 where nothing is said); lines after the first begin with `indent`.", "{{ brief.bottom_line | text | wrap(width=40, indent=\"  \") }}";
    "counted", "A number with the word for what is counted, in the form that the language of the page has for that number: `counted(of=\"briefs\")` says the message `count_briefs`.", "{{ brief.summary.facts | counted(of=\"facts\") }}";
    "json", "A value as JSON that can stand in a `script` element.", "{{ brief.topics | json }}";
    "slug", "A text as an id: small letters, digits and hyphens.", "{{ brief.title | slug }}";
    "abs", "A number without its sign.", "{{ brief.summary.facts | abs }}";
    "capitalize", "A text with its first letter large and the others small.", "{{ brief.title | capitalize }}";
    "default", "Another value where there is no such variable, or where a field is absent: a note that nobody wrote is `none`, and Tera's own `default` would leave it so.", "{{ brief.article.lang | default(value=\"none\") }}";
    "escape", "A text escaped for HTML.", "{{ brief.title | escape }}";
    "escape_html", "The same.", "{{ brief.title | escape_html }}";
    "escape_xml", "A text escaped for XML.", "{{ brief.title | escape_xml }}";
    "first", "The first value of a list.", "{% for fact in brief.key_facts %}{% if loop.first %}{{ fact.number }}{% endif %}{% endfor %}";
    "float", "A text or number as a number with a fraction.", "{{ brief.contract | float }}";
    "get", "A value of a map by its key.", "{{ brief.date | get(key=\"edtf\") }}";
    "group_by", "The values of a list in groups by one of their parts, in the order in which they are met: each has `key` and `items`.", "{% for group in brief.sources | group_by(attribute=\"kind.word\") %}{{ group.key }}: {{ group.items | length }}; {% endfor %}";
    "indent", "A text with its lines indented.", "{{ brief.title | indent(width=2) }}";
    "int", "A text or number as a whole number.", "{{ \"12\" | int }}";
    "join", "The values of a list as one text.", "{{ brief.lang | split(pat=\"-\") | join(sep=\"_\") }}";
    "keys", "The keys of a map, sorted.", "{{ brief.date | keys | join(sep=\" \") }}";
    "last", "The last value of a list.", "{{ brief.lang | split(pat=\"-\") | last }}";
    "length", "How many values a list has, or characters a text.", "{{ brief.key_facts | length }}";
    "lower", "A text in small letters.", "{{ brief.marking.label | lower }}";
    "newlines_to_br", "A text with `br` for its line breaks.", "{{ brief.title | newlines_to_br }}";
    "nth", "The value of a list at a place, from 0.", "{{ brief.lang | split(pat=\"-\") | nth(n=0) }}";
    "pairs", "A map as a list of records, each with `key` and `value`, sorted by key. A loop over the map itself has no fixed order.", "{% for it in brief.marking | pairs %}{{ it.key }}: {{ it.value }}; {% endfor %}";
    "pluralize", "An ending where there is not just one.", "{{ brief.summary.sources }} source{{ brief.summary.sources | pluralize }}";
    "replace", "A text with some of it replaced.", "{{ brief.title | replace(from=\" \", to=\"_\") }}";
    "reverse", "A list or text from its end.", "{{ brief.lang | reverse }}";
    "round", "A number without its fraction.", "{{ brief.summary.facts | round }}";
    "safe", "A value that is not escaped. `attache templates check` tells of it where it is used on what a brief says.", "{{ \"<hr>\" | safe }}";
    "sort", "A list in order, by one of the parts of its values.", "{% for source in brief.sources | sort(attribute=\"name\") %}{{ source.number }} {% endfor %}";
    "split", "A text as a list, cut where another text stands.", "{{ brief.lang | split(pat=\"-\") | length }}";
    "str", "A value as text.", "{{ brief.contract | str }}";
    "title", "A text with the first letter of each word large.", "{{ brief.id | title }}";
    "trim", "A text without white space around it.", "{{ brief.title | trim }}";
    "trim_end", "A text without white space behind it.", "{{ brief.title | trim_end }}";
    "trim_start", "A text without white space before it.", "{{ brief.title | trim_start }}";
    "truncate", "The beginning of a text.", "{{ brief.title | truncate(length=20) }}";
    "unique", "A list without repetition.", "{{ brief.lang | split(pat=\"-\") | unique | length }}";
    "upper", "A text in large letters.", "{{ brief.title | upper }}";
    "values", "The values of a map, by their keys.", "{{ brief.date | values | first }}";
    "wordcount", "How many words a text has.", "{{ brief.title | wordcount }}";
}

/// The width of lines of plain text, unless a template says otherwise: what a quoted e-mail has room for.
const WIDTH: usize = 72;

/// References to parts lead to their anchors, on this page or on another.
pub(super) struct Anchors<'a> {
    pub(super) page: &'a str,
}

impl Targets for Anchors<'_> {
    fn href(&self, kind: RefKind, id: &str) -> Option<Cow<'_, str>> {
        let kind = match kind {
            RefKind::Fact => "fact",
            RefKind::Entity => "entity",
            RefKind::Source => "source",
            RefKind::Question => "question",
        };
        Some(Cow::Owned([self.page, "#", kind, "-", id].concat()))
    }
}

/// Markdown has no anchors of its own, so references stay text.
pub(super) struct NoAnchors;

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

pub(super) fn register_plain(engine: &mut Tera) {
    engine.register_filter("md", |text: &str, _: Kwargs, _: &State| markdown::to_plain(text));
}

pub(super) fn register_common(engine: &mut Tera) {
    engine.register_filter("text", |text: &str, _: Kwargs, _: &State| markdown::to_plain(text));
    engine
        .register_filter("json", |value: Value, _: Kwargs, _: &State| -> TeraResult<Value> { json(&value) });
    engine.register_filter("default", |value: Value, arguments: Kwargs, _: &State| -> TeraResult<Value> {
        let other = arguments.must_get::<Value>("value")?;
        Ok(if value.is_undefined() || value.is_none() { other } else { value })
    });
    engine.register_filter("wrap", |text: &str, arguments: Kwargs, _: &State| -> TeraResult<String> {
        let width = arguments.get::<usize>("width")?.unwrap_or(WIDTH);
        Ok(wrap(text, width, arguments.get::<&str>("indent")?.unwrap_or_default()))
    });
    register_counted(engine, Locales::default());
    engine.register_filter("slug", |text: &str, _: Kwargs, _: &State| {
        Id::slug(text).map(|id| id.to_string()).unwrap_or_default()
    });
}

/// Numbers in the language of the page, which its `words` tell.
pub(super) fn register_counted(engine: &mut Tera, locales: Locales) {
    engine.register_filter("counted", move |count: usize, arguments: Kwargs, state: &State| {
        counted(count, &arguments, state, &locales)
    });
}

fn counted(count: usize, arguments: &Kwargs, state: &State, locales: &Locales) -> TeraResult<String> {
    let words = state.get::<Value>("words")?.unwrap_or_else(Value::none);
    let lang = words.get_from_path("lang").and_then(|lang| Lang::parse(lang.as_str()?));
    let locale = locales.of(&lang.unwrap_or_else(Lang::english));
    let of: String = arguments.must_get("of")?;
    let message = format!("count_{of}");
    if locale.has(&message) {
        Ok(locale.counted(&message, count).into_owned())
    } else {
        Err(tera::Error::message(format!("there is nothing called `{of}` to count")))
    }
}

fn shape(arguments: &Kwargs) -> TeraResult<Shape> {
    Ok(if arguments.get::<bool>("inline")?.unwrap_or(false) { Shape::Inline } else { Shape::Block })
}

/// What has a meaning in markup is written as an escape, so that no text can end the element that the JSON stands in.
fn json(value: &Value) -> TeraResult<Value> {
    // By way of a value of JSON, whose keys are sorted.
    let text = serde_json::to_value(value)
        .and_then(|value| serde_json::to_string(&value))
        .map_err(|error| tera::Error::chain("not JSON", error))?;
    Ok(Value::safe_string(
        &text
            .replace('<', "\\u003c")
            .replace('>', "\\u003e")
            .replace('&', "\\u0026")
            .replace('\'', "\\u0027")
            .replace('\u{2028}', "\\u2028")
            .replace('\u{2029}', "\\u2029"),
    ))
}

/// What HTML templates print without a filter. Characters that act instead of being seen are shown as such, as in prose.
pub(super) fn escape_html(text: &str, output: &mut dyn io::Write) -> io::Result<()> {
    tera::escape_html(&markdown::visible(text), output)
}

/// What plain templates print without a filter: nothing has a meaning there but characters that act.
pub(super) fn escape_plain(text: &str, output: &mut dyn io::Write) -> io::Result<()> {
    output.write_all(markdown::visible(text).as_bytes())
}

/// What Markdown templates print without a filter.
pub(super) fn escape_markdown(text: &str, output: &mut dyn io::Write) -> io::Result<()> {
    output.write_all(markdown::escape(text).as_bytes())
}
