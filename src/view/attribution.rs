//! Who said it, through whom, when: one grammatical phrase.

use schemars::JsonSchema;
use serde::Serialize;

use super::citations::{Citation, Numbers};
use crate::locale::{Arg, Locale};
use crate::model::{Attribution, Direction, Marking, Quote, Source};

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
    /// The language of the phrase, names apart.
    pub lang: String,
    /// The direction that it runs in.
    pub dir: Direction,
}

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PhrasePart {
    /// The words, with the white space that belongs to them.
    pub text: String,
    /// Whether it is a name or description from the brief, whose script may run another way than the phrase.
    pub name: bool,
    /// The language of the words, where it is not that of the phrase: that of a date in a language whose dates nobody has taught us.
    pub lang: Option<String>,
}

impl AttributionView {
    pub(super) fn new(
        attribution: &Attribution,
        quotes: &[Quote],
        numbers: &Numbers<'_>,
        locale: &Locale,
    ) -> Self {
        let citations = numbers.cite(Some(attribution), quotes, locale);
        let anonymous = attribution.said_by.is_anonymous();
        Self { citations, ..Self::of(phrase(attribution, locale), anonymous, locale) }
    }

    /// A phrase on a page that has no table of sources to cite. Without an attribution it is our own assessment.
    pub(super) fn uncited(attribution: Option<&Attribution>, locale: &Locale) -> Self {
        match attribution {
            Some(it) => Self::of(phrase(it, locale), it.said_by.is_anonymous(), locale),
            None => Self::own(locale),
        }
    }

    /// Our own assessment: it has no speaker but us.
    pub(super) fn own(locale: &Locale) -> Self {
        Self::of(vec![words(locale.word("our_assessment"))], false, locale)
    }

    /// A phrase without citations.
    pub(super) fn of(parts: Vec<PhrasePart>, anonymous: bool, locale: &Locale) -> Self {
        Self {
            text: joined(&parts),
            parts,
            citations: Vec::new(),
            anonymous,
            lang: locale.lang().to_string(),
            dir: locale.direction(),
        }
    }
}

fn words(text: impl Into<String>) -> PhrasePart {
    PhrasePart { text: text.into(), name: false, lang: None }
}

/// A message as parts of a phrase.
fn parts(id: &str, args: &[(&str, Arg<'_>)], locale: &Locale) -> Vec<PhrasePart> {
    locale.phrase(id, args).into_iter().map(|(text, name)| PhrasePart { text, name, lang: None }).collect()
}

/// A message around a phrase that is made already.
fn around(id: &str, place: &str, inner: Vec<PhrasePart>, locale: &Locale) -> Vec<PhrasePart> {
    let mut inner = Some(inner);
    let mut phrase = Vec::new();
    for part in parts(id, &[(place, Arg::Name(""))], locale) {
        if part.name { phrase.extend(inner.take().unwrap_or_default()) } else { phrase.push(part) }
    }
    phrase
}

/// The speaker, the carriers, the date.
pub(super) fn phrase(attribution: &Attribution, locale: &Locale) -> Vec<PhrasePart> {
    let mut phrase = around("said_by", "speaker", speaker(&attribution.said_by, locale), locale);
    for (index, carrier) in attribution.via.iter().enumerate() {
        let id = if index == 0 { "said_via" } else { "said_then" };
        phrase.extend(around(id, "carrier", speaker(carrier, locale), locale));
    }
    if let Some(on) = &attribution.on {
        phrase.extend(dated(&locale.date(on), locale));
    }
    close(phrase, locale)
}

/// A date behind a phrase.
fn dated(date: &str, locale: &Locale) -> Vec<PhrasePart> {
    let lang = locale.date_lang();
    if lang == *locale.lang() {
        return parts("said_on", &[("date", Arg::Text(date))], locale);
    }
    let date = PhrasePart { lang: Some(lang.to_string()), ..words(date) };
    around("said_on", "date", vec![date], locale)
}

/// The phrase of an attribution as plain text. Without an attribution it is our own assessment.
pub(crate) fn said_by(attribution: Option<&Attribution>, locale: &Locale) -> String {
    attribution.map_or_else(|| locale.word("our_assessment"), |it| joined(&phrase(it, locale)))
}

/// A source by itself as plain text: the name of one that is named, the description of one that is not.
pub(crate) fn party_name(source: &Source, locale: &Locale) -> String {
    joined(&party(source, locale))
}

fn joined(parts: &[PhrasePart]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect()
}

/// A source by itself, with nothing behind it.
pub(super) fn party(source: &Source, locale: &Locale) -> Vec<PhrasePart> {
    close(speaker(source, locale), locale)
}

/// What closes a description, as the second of two dashes does, has no business at the end of the phrase.
fn close(mut parts: Vec<PhrasePart>, locale: &Locale) -> Vec<PhrasePart> {
    let closing = locale.word("unnamed_close");
    if parts.last().is_some_and(|last| !last.name && last.text == closing) {
        parts.pop();
    }
    parts
}

/// A named source by its name. Anonymous ones with how many they are and how they are described: never more than the brief says,
/// never a plural for one person.
pub(super) fn speaker(source: &Source, locale: &Locale) -> Vec<PhrasePart> {
    let name = source.name.value.as_str();
    if !source.is_anonymous() {
        return vec![PhrasePart { text: name.to_owned(), name: true, lang: None }];
    }
    let who = ("who", Arg::Name(name));
    match source.count.as_ref().map(|count| count.value) {
        Some(1) => parts("unnamed_one", &[who], locale),
        Some(count) => {
            let number = locale.number(count);
            let mut phrase = parts("unnamed_some", &[who, ("number", Arg::Text(&number))], locale);
            phrase.extend(parts("unnamed_close", &[], locale));
            phrase
        }
        None => parts("unnamed_uncounted", &[who], locale),
    }
}

/// A class name for a marking: the label without the characters that CSS would trip over.
pub(super) fn marking_class(marking: Marking) -> &'static str {
    match marking {
        Marking::Clear => "clear",
        Marking::Green => "green",
        Marking::Amber => "amber",
        Marking::AmberStrict => "amber-strict",
        Marking::Red => "red",
    }
}

/// The direction of a text by its first strong letter, for names of unknown language.
pub(super) fn direction_of(text: &str) -> Direction {
    let rtl = |c: char| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}');
    match text.chars().find(|c| c.is_alphabetic()) {
        Some(first) if rtl(first) => Direction::Rtl,
        _ => Direction::Ltr,
    }
}
