//! Who said it, through whom, when: one grammatical phrase.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::citations::{Citation, Numbers};
use crate::json;
use crate::locale::{Frame, Locale};
use crate::markdown::KnownText;
use crate::model::{Attribution, Direction, FuzzyDate, Lang, Marking, Source};

/// On whose word something stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AttributionView<'v> {
    /// The phrase as plain text: `Embassy of Türkiye in Damascus, via Anadolu Agency, 5 March 2025`.
    pub text: String,
    /// The same phrase in pieces, so that a page can set names apart from their neighbours.
    #[serde(serialize_with = "json::for_pages")]
    pub parts: Vec<PhrasePart<'v>>,
    /// The sources in it, by number.
    pub citations: Vec<Citation<'v>>,
    /// Whether the speaker is not named.
    pub anonymous: bool,
    /// Whether it is our own assessment, which nobody says but we.
    pub ours: bool,
    /// The language of the phrase, names apart.
    pub lang: KnownText<&'v str>,
    /// The direction that it runs in.
    pub dir: Direction,
}

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PhrasePart<'v> {
    /// The words, with the white space that belongs to them.
    pub text: Cow<'v, str>,
    /// Whether it is a name or description from the brief, whose script may run another way than the phrase.
    pub name: bool,
    /// The language of the words, where it is not that of the phrase: that of a date in a language whose dates nobody has taught us,
    /// of what a brief says, of the English term of a likelihood.
    pub lang: Option<KnownText<&'v str>>,
    /// The direction that this language runs in.
    pub dir: Option<Direction>,
}

impl<'v> PhrasePart<'v> {
    /// Words of the page.
    pub(super) fn words(text: impl Into<Cow<'v, str>>) -> Self {
        Self { text: text.into(), name: false, lang: None, dir: None }
    }

    /// A name or a description, of which nobody says what language it is in.
    fn name(text: impl Into<Cow<'v, str>>) -> Self {
        Self { name: true, ..Self::words(text) }
    }

    /// The term of a scale that is in English wherever it stands.
    pub(super) fn english(text: impl Into<Cow<'v, str>>) -> Self {
        Self { lang: Some(KnownText::plain("en")), dir: Some(Direction::Ltr), ..Self::words(text) }
    }

    /// Words in a language of their own.
    pub(super) fn foreign(text: impl Into<Cow<'v, str>>, lang: &'v Lang) -> Self {
        Self { lang: Some(lang.tag()), dir: Some(lang.direction()), ..Self::words(text) }
    }
}

impl<'v> AttributionView<'v> {
    pub(super) fn new(attribution: &'v Attribution, numbers: &Numbers<'v>, locale: &'v Locale) -> Self {
        Self { citations: numbers.cite_all(attribution), ..Self::spoken(attribution, locale) }
    }

    /// A phrase on a page that has no table of sources to cite. Without an attribution it is our own assessment.
    pub(super) fn uncited(attribution: Option<&'v Attribution>, locale: &'v Locale) -> Self {
        attribution.map_or_else(|| Self::own(locale), |it| Self::spoken(it, locale))
    }

    /// Our own assessment: it has no speaker but us.
    pub(super) fn own(locale: &'v Locale) -> Self {
        Self { ours: true, ..Self::words("our_assessment", locale) }
    }

    /// What is said in the place of a speaker.
    pub(super) fn words(id: &str, locale: &'v Locale) -> Self {
        let mut phrase = Self::phrase(1, locale);
        phrase.put(locale.word(id).into(), Sort::Words);
        phrase.pieces
    }

    fn spoken(attribution: &'v Attribution, locale: &'v Locale) -> Self {
        let mut phrase = Self::phrase(most_pieces(attribution), locale);
        phrase.attribution(attribution);
        Self { anonymous: attribution.said_by.is_anonymous(), ..phrase.pieces }
    }

    /// A phrase that nothing has been said in, with room for so many pieces and without citations.
    fn phrase(pieces: usize, locale: &'v Locale) -> Phrase<'v, Self> {
        let nothing = Self {
            text: String::with_capacity(LENGTH),
            parts: Vec::with_capacity(pieces),
            citations: Vec::new(),
            anonymous: false,
            ours: false,
            lang: locale.lang().tag(),
            dir: locale.direction(),
        };
        Phrase::new(nothing, locale)
    }
}

/// How many pieces the phrase of an attribution has at the most, as the built-in languages say it: the speaker, each carrier with words
/// before it, a date.
fn most_pieces(attribution: &Attribution) -> usize {
    let carriers = attribution.via.iter().map(|carrier| 1 + most_pieces_of(carrier));
    most_pieces_of(&attribution.said_by) + carriers.sum::<usize>() + usize::from(attribution.on.is_some())
}

/// How many a source has: its name, or a description in the words around it.
fn most_pieces_of(source: &Source) -> usize {
    if source.is_anonymous() { 3 } else { 1 }
}

/// Few phrases take more bytes: there is room for a speaker, a carrier and a date.
const LENGTH: usize = 96;

/// What takes a phrase in, piece by piece.
trait Pieces<'v> {
    /// A piece by itself.
    fn put(&mut self, text: Cow<'v, str>, sort: Sort<'v>);
}

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort<'v> {
    Words,
    Name,
    /// A date in another language than that of the phrase.
    ForeignDate(&'v Lang),
}

impl<'v> Pieces<'v> for String {
    fn put(&mut self, text: Cow<'v, str>, _: Sort<'v>) {
        self.push_str(&text);
    }
}

impl<'v> Pieces<'v> for Vec<PhrasePart<'v>> {
    fn put(&mut self, text: Cow<'v, str>, sort: Sort<'v>) {
        self.push(match sort {
            Sort::Words => PhrasePart::words(text),
            Sort::Name => PhrasePart::name(text),
            Sort::ForeignDate(lang) => PhrasePart::foreign(text, lang),
        });
    }
}

impl<'v> Pieces<'v> for AttributionView<'v> {
    fn put(&mut self, text: Cow<'v, str>, sort: Sort<'v>) {
        self.text.push_str(&text);
        self.parts.put(text, sort);
    }
}

/// A phrase in the making.
struct Phrase<'v, P> {
    pieces: P,
    locale: &'v Locale,
}

impl<'v, P: Pieces<'v>> Phrase<'v, P> {
    fn new(pieces: P, locale: &'v Locale) -> Self {
        Self { pieces, locale }
    }

    /// The speaker, the carriers, the date.
    fn attribution(&mut self, attribution: &'v Attribution) {
        let frames = self.locale.frames();
        self.around(&frames.by, |phrase| phrase.speaker(&attribution.said_by));
        for (index, carrier) in attribution.via.iter().enumerate() {
            let frame = if index == 0 { &frames.via } else { &frames.then };
            self.around(frame, |phrase| phrase.speaker(carrier));
        }
        if let Some(on) = &attribution.on {
            self.dated(on);
        }
    }

    /// A piece by itself.
    fn put(&mut self, text: Cow<'v, str>, sort: Sort<'v>) {
        self.pieces.put(text, sort);
    }

    /// A message, and in its place whatever `inner` says.
    fn around(&mut self, frame: &'v Frame, inner: impl FnOnce(&mut Self)) {
        let mut inner = Some(inner);
        for piece in frame.pieces() {
            if let Some(words) = piece {
                self.put(words.into(), Sort::Words);
            } else if let Some(inner) = inner.take() {
                inner(self);
            }
        }
    }

    /// A named source by its name. Anonymous ones with how many they are and how they are described: never more than the brief
    /// says, never a plural for one person.
    fn speaker(&mut self, source: &'v Source) {
        let name = source.name.value.as_str();
        if !source.is_anonymous() {
            return self.put(name.into(), Sort::Name);
        }
        let frames = self.locale.frames();
        match source.count.as_ref().map(|count| count.value) {
            Some(1) => self.described(frames.one.pieces(), name),
            Some(count) => match frames.some(count) {
                Some(frame) => self.described(frame.pieces(), name),
                None => self.described(Frame::of_some(count, self.locale).into_pieces(), name),
            },
            None => self.described(frames.uncounted.pieces(), name),
        }
    }

    /// A description, in the words that are said around it.
    fn described<W: Into<Cow<'v, str>>>(&mut self, pieces: impl Iterator<Item = Option<W>>, name: &'v str) {
        for piece in pieces {
            match piece {
                Some(words) => self.put(words.into(), Sort::Words),
                None => self.put(name.into(), Sort::Name),
            }
        }
    }

    /// A date behind a phrase, in the language that dates are written in.
    fn dated(&mut self, date: &FuzzyDate) {
        let lang = self.locale.date_lang();
        if lang == self.locale.lang() {
            return self.put(self.locale.said_on(date), Sort::Words);
        }
        let text = self.locale.date(date);
        self.around(&self.locale.frames().on, |phrase| phrase.put(text.into(), Sort::ForeignDate(lang)));
    }
}

/// The phrase of an attribution as plain text. Without an attribution it is our own assessment.
pub(crate) fn said_by(attribution: Option<&Attribution>, locale: &Locale) -> String {
    let Some(attribution) = attribution else { return locale.word("our_assessment").to_owned() };
    word_of(attribution, String::with_capacity(LENGTH), locale)
}

/// The same in pieces, of somebody's word.
pub(super) fn phrase<'v>(attribution: &'v Attribution, locale: &'v Locale) -> Vec<PhrasePart<'v>> {
    word_of(attribution, Vec::with_capacity(most_pieces(attribution)), locale)
}

fn word_of<'v, P: Pieces<'v>>(attribution: &'v Attribution, pieces: P, locale: &'v Locale) -> P {
    let mut phrase = Phrase::new(pieces, locale);
    phrase.attribution(attribution);
    phrase.pieces
}

/// A source by itself as plain text: the name of one that is named, the description of one that is not.
pub(crate) fn party_name(source: &Source, locale: &Locale) -> String {
    by_itself(source, String::with_capacity(LENGTH), locale)
}

/// A source by itself, with nothing behind it.
pub(super) fn party<'v>(source: &'v Source, locale: &'v Locale) -> Vec<PhrasePart<'v>> {
    by_itself(source, Vec::with_capacity(most_pieces_of(source)), locale)
}

fn by_itself<'v, P: Pieces<'v>>(source: &'v Source, pieces: P, locale: &'v Locale) -> P {
    let mut phrase = Phrase::new(pieces, locale);
    phrase.speaker(source);
    phrase.pieces
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    /// Templates may print and pass on whatever the reference lists: what is absent is there as nothing.
    #[test]
    fn a_piece_has_every_field_for_templates_where_that_is_absent_too() {
        let fields = serde_json::json!({"text": "Oro", "name": true, "lang": null, "dir": null});
        assert_eq!(serde_json::to_value(PhrasePart::name("Oro")).unwrap(), fields);
    }

    /// The phrase of a fact that dock workers stand behind, in whole and in parts.
    fn phrase(said: &str) -> String {
        let text = format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: crew, kind: anonymous, count: 2, described_as: dock workers}}, \
             {{id: crowd, kind: anonymous, count: 1200, described_as: people at the gate}}, \
             {{id: one, kind: anonymous, count: 1, described_as: a guard}}, \
             {{id: some, kind: anonymous, described_as: guards}}, \
             {{id: wire, name: Wire of Oro, kind: agency}}]\n\
             key_facts: [{{id: crane, text: The crane stands., status: claimed, {said}}}]\n"
        );
        let brief = sample(text);
        let attribution = brief.key_facts[0].attribution.as_ref();
        let view = AttributionView::uncited(attribution, Locale::english());
        let parts: String = view.parts.iter().map(|part| &*part.text).collect();
        assert_eq!((&parts, &view.text), (&view.text, &said_by(attribution, Locale::english())));
        view.text
    }

    #[test]
    fn unnamed_people_are_as_many_as_the_brief_says() {
        let cases = [
            ("said_by: crew", "two unnamed sources (dock workers)"),
            ("said_by: crew, via: [wire]", "two unnamed sources (dock workers), via Wire of Oro"),
            ("said_by: crew, on: 2025-02-27", "two unnamed sources (dock workers), 27 February 2025"),
            ("said_by: wire, via: [crew]", "Wire of Oro, via two unnamed sources (dock workers)"),
            ("said_by: wire, via: [crowd]", "Wire of Oro, via 1200 unnamed sources (people at the gate)"),
            ("said_by: one, on: 2025-02-27", "a guard (one person, unnamed), 27 February 2025"),
            ("said_by: some", "guards (unnamed, number not given)"),
        ];
        for (said, expected) in cases {
            assert_eq!(phrase(said), expected);
        }
    }
}
