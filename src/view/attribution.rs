//! Who said it, through whom, when: one grammatical phrase.

use schemars::JsonSchema;
use serde::Serialize;

use super::citations::{Citation, Numbers};
use super::english::number;
use crate::model::date::english;
use crate::model::{Attribution, Direction, Quote, Source};

/// On whose word something stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AttributionView {
    /// The phrase as plain text: `Embassy of Türkiye in Damascus, via Anadolu Agency, 5 March 2025`.
    pub text: String,
    /// The same phrase in pieces, so that a page can set names apart from their neighbours.
    pub parts: Vec<PhrasePart>,
    /// The sources in it, by number.
    pub citations: Vec<Citation>,
    /// Whether the speaker is not named.
    pub anonymous: bool,
}

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PhrasePart {
    /// The words, with the white space that belongs to them.
    pub text: String,
    /// Whether it is a name or description from the brief, whose script may run another way than the phrase.
    pub name: bool,
}

/// The space does not break, so that no line begins with the dash and its comma.
const CLOSING_DASH: &str = "\u{A0}—";

/// What a part without any speaker but us carries.
pub(super) const OUR_ASSESSMENT: &str = "our assessment";

impl AttributionView {
    pub(super) fn new(attribution: &Attribution, quotes: &[Quote], numbers: &Numbers<'_>) -> Self {
        let parts = phrase(attribution);
        Self {
            text: joined(&parts),
            parts,
            citations: numbers.cite(Some(attribution), quotes),
            anonymous: attribution.said_by.is_anonymous(),
        }
    }

    /// A phrase on a page that has no table of sources to cite. Without an attribution it is our own assessment.
    pub(super) fn uncited(attribution: Option<&Attribution>) -> Self {
        let Some(attribution) = attribution else { return Self::own() };
        let parts = phrase(attribution);
        Self {
            text: joined(&parts),
            parts,
            citations: Vec::new(),
            anonymous: attribution.said_by.is_anonymous(),
        }
    }

    /// Our own assessment: it has no speaker but us.
    pub(super) fn own() -> Self {
        let parts = vec![words(OUR_ASSESSMENT)];
        Self { text: OUR_ASSESSMENT.to_owned(), parts, citations: Vec::new(), anonymous: false }
    }
}

fn words(text: impl Into<String>) -> PhrasePart {
    PhrasePart { text: text.into(), name: false }
}

fn name(source: &Source) -> PhrasePart {
    PhrasePart { text: source.name.value.to_string(), name: true }
}

/// The speaker, the carriers, the date.
pub(super) fn phrase(attribution: &Attribution) -> Vec<PhrasePart> {
    let mut parts = speaker(&attribution.said_by);
    for (index, carrier) in attribution.via.iter().enumerate() {
        parts.push(words(if index == 0 { ", via " } else { ", then " }));
        parts.extend(carrier_name(carrier));
    }
    if let Some(on) = &attribution.on {
        parts.push(words(format!(", {}", english(on))));
    }
    close(parts)
}

/// The phrase of an attribution as plain text. Without an attribution it is our own assessment.
pub(crate) fn said_by(attribution: Option<&Attribution>) -> String {
    attribution.map_or_else(|| OUR_ASSESSMENT.to_owned(), |attribution| joined(&phrase(attribution)))
}

/// A source by itself as plain text: the name of one that is named, the description of one that is not.
pub(crate) fn party_name(source: &Source) -> String {
    joined(&party(source))
}

fn joined(parts: &[PhrasePart]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect()
}

/// A source by itself, with nothing behind it.
pub(super) fn party(source: &Source) -> Vec<PhrasePart> {
    close(speaker(source))
}

/// The second dash of a description in dashes has no business at the end of the phrase.
fn close(mut parts: Vec<PhrasePart>) -> Vec<PhrasePart> {
    if parts.last().is_some_and(|last| last.text == CLOSING_DASH) {
        parts.pop();
    }
    parts
}

/// A named source by its name. Anonymous ones with how many they are and how they are described: never more than the brief says,
/// never a plural for one person.
pub(super) fn speaker(source: &Source) -> Vec<PhrasePart> {
    if !source.is_anonymous() {
        return vec![name(source)];
    }
    match source.count.as_ref().map(|count| count.value) {
        Some(1) => vec![name(source), words(" (one person, unnamed)")],
        Some(count) => {
            vec![words(format!("{} unnamed sources — ", number(count))), name(source), words(CLOSING_DASH)]
        }
        None => vec![name(source), words(" (unnamed, number not given)")],
    }
}

fn carrier_name(source: &Source) -> Vec<PhrasePart> {
    if source.is_anonymous() { speaker(source) } else { vec![name(source)] }
}

/// The direction of a text by its first strong letter, for names of unknown language.
pub(super) fn direction_of(text: &str) -> Direction {
    let rtl = |c: char| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}');
    match text.chars().find(|c| c.is_alphabetic()) {
        Some(first) if rtl(first) => Direction::Rtl,
        _ => Direction::Ltr,
    }
}
