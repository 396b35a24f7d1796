//! The texts and names that a document is made from, each by itself.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::change::Change;
use crate::check::TextField;
use crate::desk::{Daily, Index, Thread};
use crate::model::{Brief, Direction, Quote};
use crate::view::site::CARRIED_OVER;

/// A text or a name that a document is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// As it is written, in Markdown where it is prose.
    pub text: String,
    /// The direction that it runs in, where its language is known: what a brief says in its own words runs as its language does. Of a
    /// name nobody says what language it is in.
    pub dir: Option<Direction>,
}

impl Said {
    /// Every text in a view, phrases in their pieces, and those of the briefs that it tells of. A view that cannot be written as JSON has
    /// none of its own: its pages have been rendered from it.
    pub(super) fn all<'b>(view: &impl Serialize, briefs: impl IntoIterator<Item = &'b Brief>) -> Vec<Self> {
        let mut all: Vec<_> = briefs.into_iter().flat_map(Self::in_brief).collect();
        let unknown = in_view(view).into_iter().map(|text| Self { text, dir: None });
        all.extend(unknown);
        all
    }

    /// What a brief says in its own words, and whom it quotes.
    fn in_brief(brief: &Brief) -> impl Iterator<Item = Self> {
        let of_language = brief.lang.direction();
        let own = TextField::all(brief).into_iter().map(move |field| (field.text, of_language));
        let values = brief.key_facts.iter().filter_map(|fact| fact.property.as_ref());
        let values = values.map(move |property| (property.value.value.as_str(), of_language));
        let quote = |quote: &'_ Quote| quote.direction(&brief.lang);
        let quotes = brief.quotes().map(move |it| (it.text.value.as_str(), quote(it)));
        let all = own.chain(values).chain(quotes);
        all.map(|(text, dir)| Self { text: text.to_owned(), dir: Some(dir) })
    }
}

/// The briefs whose words stand in a daily brief.
pub(super) fn told_by<'d>(daily: &Daily<'d>, changes: &[Change<'d>], index: &Index<'d>) -> Vec<&'d Brief> {
    let standings =
        changes.iter().flat_map(|change| change.what.before().into_iter().chain([change.what.standing()]));
    let threads: Vec<Thread<'d>> =
        daily.questions(index).into_iter().chain(daily.carried_over(index, CARRIED_OVER)).collect();
    let corrected = daily.corrections(index).into_iter().map(|(_, brief)| brief);
    let mut briefs = daily.briefs.clone();
    briefs.extend(standings.map(|standing| standing.brief));
    briefs.extend(threads.iter().flat_map(Thread::told_by));
    briefs.extend(corrected);
    briefs.sort_unstable_by_key(|brief| &brief.id);
    briefs.dedup_by_key(|brief| &brief.id);
    briefs
}

/// Every text in a view.
fn in_view(view: &impl Serialize) -> Vec<String> {
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
