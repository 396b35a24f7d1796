//! The texts and names that a document is made from, each by itself.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::change::Change;
use crate::check::TextField;
use crate::desk::{Daily, Index, Thread};
use crate::model::{Brief, Direction};
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
        let own = TextField::all(brief).into_iter().map(|field| field.text);
        let own = own.chain(of_parties(brief)).map(move |text| (text, of_language));
        let values = brief.key_facts.iter().filter_map(|fact| fact.property.as_ref());
        let values = values.map(move |property| (property.value.value.as_str(), of_language));
        let quotes = brief.quotes().map(|it| (it.text.value.as_str(), it.direction(&brief.lang)));
        let all = own.chain(values).chain(quotes);
        all.map(|(text, dir)| Self { text: text.to_owned(), dir: Some(dir) })
    }
}

/// What a brief itself says of entities and sources. Unnamed ones are called by a description.
fn of_parties(brief: &Brief) -> impl Iterator<Item = &str> {
    let roles = brief.entities.iter().filter(|it| !it.is_taken_up).filter_map(|it| it.role.as_ref());
    let sources = brief.sources.iter().filter(|it| !it.is_taken_up);
    let said = sources.clone().flat_map(|it| it.descriptor.iter().chain(&it.access));
    let unnamed = sources.filter(|it| it.is_anonymous()).map(|it| it.name.value.as_str());
    roles.chain(said).map(|line| line.value.as_str()).chain(unnamed)
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
    use crate::validate::sample;

    #[test]
    fn what_a_brief_says_in_its_own_words_has_its_direction_and_names_have_none() {
        let brief = sample(
            "schema: 1\ntitle: Guild\ndate: 2025-03-01\nlang: ar\nmarking: TLP:CLEAR\nbottom_line: It.\n\
             entities: [{id: oro, kind: place, name: Oro, role: A port}]\n\
             sources: [{id: port, name: Port, kind: official, descriptor: Invented}, \
             {id: crew, kind: anonymous, described_as: dockers, access: they saw it}]\n\
             key_facts: [{id: f, text: Shut., status: claimed, said_by: port, quotes: [{text: Shut, lang: en}]}]\n"
                .to_owned(),
        );
        let said = Said::all(&"Port", [&brief]);
        let told: Vec<_> = said.iter().map(|it| (&*it.text, it.dir)).collect();
        let own = ["Guild", "It.", "Shut.", "A port", "Invented", "they saw it", "dockers"];
        let own = own.map(|text| (text, Some(Direction::Rtl)));
        assert_eq!(told, [&own[..], &[("Shut", Some(Direction::Ltr)), ("Port", None)]].concat());
    }

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
