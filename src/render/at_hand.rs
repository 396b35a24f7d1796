//! What a template had at hand where it failed.

use std::ops::Range;

use tera::{Context, Value};

use crate::contract::Shape;
use crate::contract::walk::Asked;

/// The longest text that is shown of a value, in characters.
const LONGEST: usize = 60;

/// The values of the variables that are named at a place, as far as they can be told without running the template again.
pub(super) fn values(text: &str, at: &Range<usize>, context: &Context) -> Vec<String> {
    let code = text.get(at.clone()).unwrap_or_default();
    let before =
        text.get(..at.start).and_then(|text| text.rfind(['{', '%'])).map_or(at.start, |start| start + 1);
    let whole = text.get(before..at.end).unwrap_or(code);
    let mut paths: Vec<_> =
        whole.split(|c: char| !(c == '.' || c == '_' || c.is_ascii_alphanumeric())).collect();
    paths.dedup();
    paths.into_iter().filter_map(|path| value(path, context)).collect()
}

fn value(path: &str, context: &Context) -> Option<String> {
    let mut steps = path.split('.');
    let mut value = context.get(steps.next()?)?;
    for step in steps {
        value = value.as_map()?.iter().find(|(key, _)| key.as_str() == Some(step))?.1;
    }
    Some(format!("`{path}` is {}", describe(value)))
}

/// What the contract says of a field whose value is that of a loop.
pub(super) fn field(path: &str, asked: &Asked) -> Vec<String> {
    let is = match &asked.shape {
        Shape::Text => "a text",
        Shape::Number => "a number",
        Shape::Truth => "true or false",
        Shape::List(_) => "a list",
        Shape::Map(_) | Shape::Record(_) => "a record",
        Shape::Any => "anything",
    };
    let absent = asked.absent.as_ref().map(|absent| {
        format!(
            "`{absent}` may be absent: ask by `if` whether it is there, or put `| default(value=…)` behind it"
        )
    });
    [format!("`{path}` is {is}")].into_iter().chain(absent).collect()
}

fn describe(value: &Value) -> String {
    if value.is_none() {
        return "absent".to_owned();
    }
    if let Some(items) = value.as_array() {
        return format!("a list of {}", items.len());
    }
    if value.is_map() {
        return "a record".to_owned();
    }
    let text = value.to_string();
    let short: String = text.chars().take(LONGEST).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    if value.is_string() { format!("the text “{short}{more}”") } else { format!("{short}{more}") }
}
