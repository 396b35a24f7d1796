//! Who said it, through whom, when: one grammatical phrase.

use schemars::JsonSchema;
use serde::Serialize;

use super::citations::{Citation, Numbers};
use crate::locale::{Arg, Locale};
use crate::model::{Attribution, Direction, FuzzyDate, Marking, Quote, Source};

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
        let citations = numbers.cite(attribution, quotes);
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
        let mut phrase = Phrase::new(locale);
        phrase.words(locale.words_of("our_assessment"));
        Self::of(phrase.parts, false, locale)
    }

    /// A phrase without citations.
    pub(super) fn of(parts: Vec<PhrasePart>, anonymous: bool, locale: &Locale) -> Self {
        Self {
            text: joined(&parts),
            parts,
            citations: Vec::new(),
            anonymous,
            lang: locale.lang().as_str().to_owned(),
            dir: locale.direction(),
        }
    }
}

/// A phrase in the making.
struct Phrase<'l> {
    parts: Vec<PhrasePart>,
    locale: &'l Locale,
}

impl<'l> Phrase<'l> {
    fn new(locale: &'l Locale) -> Self {
        Self { parts: Vec::with_capacity(8), locale }
    }

    fn words(&mut self, text: impl Into<String>) {
        self.parts.push(PhrasePart { text: text.into(), name: false, lang: None });
    }

    fn name(&mut self, text: &str) {
        self.parts.push(PhrasePart { text: text.to_owned(), name: true, lang: None });
    }

    /// A message, in which names are set apart.
    fn say(&mut self, id: &str, args: &[(&str, Arg<'_>)]) {
        let locale = self.locale;
        let mut follows_words = false;
        locale.each(id, args, &mut |text, is_name| {
            match self.parts.last_mut() {
                Some(last) if follows_words && !is_name => last.text.push_str(text),
                _ if is_name => self.name(text),
                _ => self.words(text),
            }
            follows_words = !is_name;
        });
    }

    /// A message with a place in it, and in that place whatever `inner` says.
    fn around(&mut self, id: &str, place: &str, inner: impl FnOnce(&mut Self)) {
        let locale = self.locale;
        let mut inner = Some(inner);
        let mut follows_words = false;
        locale.each(id, &[(place, Arg::Name(""))], &mut |text, is_place| {
            match self.parts.last_mut() {
                _ if is_place => {
                    if let Some(inner) = inner.take() {
                        inner(self);
                    }
                }
                Some(last) if follows_words => last.text.push_str(text),
                _ => self.words(text),
            }
            follows_words = !is_place;
        });
    }

    /// A named source by its name. Anonymous ones with how many they are and how they are described: never more than the brief
    /// says, never a plural for one person.
    fn speaker(&mut self, source: &Source) {
        let name = source.name.value.as_str();
        if !source.is_anonymous() {
            return self.name(name);
        }
        let who = ("who", Arg::Name(name));
        match source.count.as_ref().map(|count| count.value) {
            Some(1) => self.say("unnamed_one", &[who]),
            Some(count) => {
                let number = self.locale.number(count);
                self.say("unnamed_some", &[who, ("number", Arg::Text(&number))]);
                self.say("unnamed_close", &[]);
            }
            None => self.say("unnamed_uncounted", &[who]),
        }
    }

    /// A date behind a phrase, in the language that dates are written in.
    fn dated(&mut self, date: &FuzzyDate) {
        let text = self.locale.date(date);
        let lang = self.locale.date_lang();
        if lang == self.locale.lang() {
            return self.say("said_on", &[("date", Arg::Text(&text))]);
        }
        let lang = Some(lang.as_str().to_owned());
        self.around("said_on", "date", |phrase| {
            phrase.parts.push(PhrasePart { text, name: false, lang });
        });
    }

    /// What closes a description, as the second of two dashes does, has no business at the end of the phrase.
    fn close(mut self) -> Vec<PhrasePart> {
        if let Some(last) = self.parts.pop_if(|last| !last.name)
            && last.text != self.locale.words_of("unnamed_close")
        {
            self.parts.push(last);
        }
        self.parts
    }
}

/// The speaker, the carriers, the date.
pub(super) fn phrase(attribution: &Attribution, locale: &Locale) -> Vec<PhrasePart> {
    let mut phrase = Phrase::new(locale);
    phrase.around("said_by", "speaker", |phrase| phrase.speaker(&attribution.said_by));
    for (index, carrier) in attribution.via.iter().enumerate() {
        let id = if index == 0 { "said_via" } else { "said_then" };
        phrase.around(id, "carrier", |phrase| phrase.speaker(carrier));
    }
    if let Some(on) = &attribution.on {
        phrase.dated(on);
    }
    phrase.close()
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
    let mut text = String::with_capacity(parts.iter().map(|part| part.text.len()).sum());
    text.extend(parts.iter().map(|part| part.text.as_str()));
    text
}

/// A source by itself, with nothing behind it.
pub(super) fn party(source: &Source, locale: &Locale) -> Vec<PhrasePart> {
    let mut party = Phrase::new(locale);
    party.speaker(source);
    party.close()
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
