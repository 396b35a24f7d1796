//! The texts and names that a document is made from, each by itself.

use serde::Serialize;
use serde_json::{Map, Value};

/// Every text in a view, phrases in their pieces. A view that cannot be written as JSON has none: its pages have been rendered from it.
pub(super) fn in_view(view: &impl Serialize) -> Vec<String> {
    let mut texts = Vec::new();
    if let Ok(value) = serde_json::to_value(view) {
        collect(value, &mut texts);
    }
    texts.sort_unstable();
    texts.dedup();
    texts
}

fn collect(value: Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.into_iter().for_each(|it| collect(it, texts)),
        Value::Object(fields) => {
            let phrases: Vec<_> = fields.keys().filter_map(|name| phrase(name, &fields)).collect();
            let alone = fields.into_iter().filter(|(name, _)| !phrases.contains(name));
            alone.for_each(|(_, it)| collect(it, texts));
        }
        _ => {}
    }
}

/// The field that has as a whole what this one has in pieces: in a phrase, names and the words of the page stand side by side.
fn phrase(pieces: &str, fields: &Map<String, Value>) -> Option<String> {
    let is_in_pieces = fields.get(pieces).and_then(Value::as_array).is_some_and(|it| !it.is_empty());
    let whole = if pieces == "parts" { "text" } else { pieces.strip_suffix("_parts")? };
    is_in_pieces.then(|| whole.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_told_in_their_pieces() {
        let view = serde_json::json!({
            "title": "One",
            "attribution": {"text": "Two, today", "parts": [{"text": "Two", "name": true}, {"text": ", today"}]},
            "changes": [{"before": "Three", "before_parts": [], "after": "Four: five", "after_parts": [{"text": "five"}]}],
        });
        assert_eq!(in_view(&view), [", today", "One", "Three", "Two", "five"]);
    }
}
