//! Who said it, through whom, when: one grammatical phrase.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::citations::{Citation, Numbers};
use crate::locale::{Arg, Frame, Locale};
use crate::model::{Attribution, Direction, FuzzyDate, Lang, Marking, Quote, Source};

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
    pub lang: Cow<'static, str>,
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
    pub lang: Option<Cow<'static, str>>,
}

impl AttributionView {
    pub(super) fn new(
        attribution: &Attribution,
        quotes: &[Quote],
        numbers: &Numbers<'_>,
        locale: &Locale,
    ) -> Self {
        let citations = numbers.cite(attribution, quotes);
        Self { citations, ..Self::spoken(attribution, locale) }
    }

    /// A phrase on a page that has no table of sources to cite. Without an attribution it is our own assessment.
    pub(super) fn uncited(attribution: Option<&Attribution>, locale: &Locale) -> Self {
        attribution.map_or_else(|| Self::own(locale), |it| Self::spoken(it, locale))
    }

    /// Our own assessment: it has no speaker but us.
    pub(super) fn own(locale: &Locale) -> Self {
        Self::words("our_assessment", locale)
    }

    /// What is said in the place of a speaker.
    pub(super) fn words(id: &str, locale: &Locale) -> Self {
        let mut phrase = Phrase::new(locale);
        phrase.put(&locale.words_of(id), Sort::Words);
        Self::of(phrase, false)
    }

    fn spoken(attribution: &Attribution, locale: &Locale) -> Self {
        Self::of(Phrase::of(attribution, locale), attribution.said_by.is_anonymous())
    }

    /// A phrase without citations.
    fn of(phrase: Phrase<'_>, anonymous: bool) -> Self {
        Self {
            parts: phrase.parts(),
            text: phrase.text,
            citations: Vec::new(),
            anonymous,
            lang: phrase.locale.lang().tag(),
            dir: phrase.locale.direction(),
        }
    }
}

/// A phrase in the making: its text, and where the pieces of it end.
struct Phrase<'l> {
    text: String,
    pieces: Vec<Piece>,
    locale: &'l Locale,
}

/// The end of a piece in the text, and what the piece is.
struct Piece {
    end: usize,
    sort: Sort,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Words,
    Name,
    /// A date in another language than that of the phrase.
    ForeignDate,
}

impl<'l> Phrase<'l> {
    fn new(locale: &'l Locale) -> Self {
        // Room for a speaker, a carrier and a date.
        Self { text: String::with_capacity(96), pieces: Vec::with_capacity(8), locale }
    }

    /// The speaker, the carriers, the date.
    fn of(attribution: &Attribution, locale: &'l Locale) -> Self {
        let (mut phrase, frames) = (Self::new(locale), locale.frames());
        phrase.around(&frames.by, |phrase| phrase.speaker(&attribution.said_by));
        for (index, carrier) in attribution.via.iter().enumerate() {
            let frame = if index == 0 { &frames.via } else { &frames.then };
            phrase.around(frame, |phrase| phrase.speaker(carrier));
        }
        if let Some(on) = &attribution.on {
            phrase.dated(on);
        }
        phrase.close();
        phrase
    }

    /// A source by itself, with nothing behind it.
    fn of_party(source: &Source, locale: &'l Locale) -> Self {
        let mut party = Self::new(locale);
        party.speaker(source);
        party.close();
        party
    }

    /// A piece by itself.
    fn put(&mut self, text: &str, sort: Sort) {
        self.text.push_str(text);
        self.pieces.push(Piece { end: self.text.len(), sort });
    }

    /// More of the last piece.
    fn go_on(&mut self, text: &str) {
        self.text.push_str(text);
        if let Some(last) = self.pieces.last_mut() {
            last.end = self.text.len();
        }
    }

    /// A message, in which names are set apart.
    fn say(&mut self, id: &str, args: &[(&str, Arg<'_>)]) {
        let locale = self.locale;
        let mut follows_words = false;
        locale.each(id, args, &mut |text, is_name| {
            match (follows_words, is_name) {
                (true, false) => self.go_on(text),
                (false, false) => self.put(text, Sort::Words),
                (_, true) => self.put(text, Sort::Name),
            }
            follows_words = !is_name;
        });
    }

    /// A message, and in its place whatever `inner` says.
    fn around(&mut self, frame: &Frame, inner: impl FnOnce(&mut Self)) {
        let mut inner = Some(inner);
        for piece in frame.pieces() {
            if let Some(words) = piece {
                self.put(words, Sort::Words);
            } else if let Some(inner) = inner.take() {
                inner(self);
            }
        }
    }

    /// A message with words in its place, all in one piece.
    fn in_words(&mut self, frame: &Frame, words: &str) {
        let mut pieces = frame.pieces().map(|piece| piece.unwrap_or(words));
        if let Some(first) = pieces.next() {
            self.put(first, Sort::Words);
        }
        pieces.for_each(|piece| self.go_on(piece));
    }

    /// A named source by its name. Anonymous ones with how many they are and how they are described: never more than the brief
    /// says, never a plural for one person.
    fn speaker(&mut self, source: &Source) {
        let name = source.name.value.as_str();
        if !source.is_anonymous() {
            return self.put(name, Sort::Name);
        }
        let who = ("who", Arg::Name(name));
        match source.count.as_ref().map(|count| count.value) {
            Some(1) => self.say("unnamed_one", &[who]),
            Some(count) => {
                let locale = self.locale;
                let number = locale.number(count);
                self.say("unnamed_some", &[who, ("number", Arg::Text(&number))]);
                self.put(&locale.frames().close, Sort::Words);
            }
            None => self.say("unnamed_uncounted", &[who]),
        }
    }

    /// A date behind a phrase, in the language that dates are written in.
    fn dated(&mut self, date: &FuzzyDate) {
        let (text, frame) = (self.locale.date(date), &self.locale.frames().on);
        if self.locale.date_lang() == self.locale.lang() {
            return self.in_words(frame, &text);
        }
        self.around(frame, |phrase| phrase.put(&text, Sort::ForeignDate));
    }

    /// What closes a description, as the second of two dashes does, has no business at the end of the phrase.
    fn close(&mut self) {
        let Some(Piece { sort: Sort::Words, .. }) = self.pieces.last() else { return };
        let before = self.pieces.iter().rev().nth(1).map_or(0, |piece| piece.end);
        if self.text.get(before..) == Some(self.locale.frames().close.as_str()) {
            self.text.truncate(before);
            self.pieces.pop();
        }
    }

    fn parts(&self) -> Vec<PhrasePart> {
        let mut begin = 0;
        let part = |piece: &Piece| {
            let text = self.text.get(begin..piece.end).unwrap_or_default().to_owned();
            begin = piece.end;
            let foreign = (piece.sort == Sort::ForeignDate).then(|| self.locale.date_lang());
            let lang = foreign.map(Lang::tag);
            PhrasePart { text, name: piece.sort == Sort::Name, lang }
        };
        self.pieces.iter().map(part).collect()
    }
}

/// The phrase of an attribution as plain text. Without an attribution it is our own assessment.
pub(crate) fn said_by(attribution: Option<&Attribution>, locale: &Locale) -> String {
    attribution.map_or_else(|| locale.word("our_assessment"), |it| Phrase::of(it, locale).text)
}

/// A source by itself as plain text: the name of one that is named, the description of one that is not.
pub(crate) fn party_name(source: &Source, locale: &Locale) -> String {
    Phrase::of_party(source, locale).text
}

/// A source by itself, with nothing behind it.
pub(super) fn party(source: &Source, locale: &Locale) -> Vec<PhrasePart> {
    Phrase::of_party(source, locale).parts()
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
