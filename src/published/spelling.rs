//! What a brief says, spelled out: each value under the name that schema 1 gives it, one a line.
//!
//! What is absent leaves no trace, white space is folded, and where anything stands in a file is left out: two spellings are the same
//! where a reader reads the same.

use crate::decimal;
use crate::model::{
    Article, Attribution, Basis, Brief, CivilDate, Entity, Event, Fact, FuzzyDate, Ground, Judgement, Lang,
    Line, Note, Part, Position, Property, Prose, Question, Quote, Source, Status, Words,
};
use crate::span::Spanned;

/// Takes up named values. A part is opened by its name, so that the values of two parts cannot be taken for those of one.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spelling(String);

/// What most briefs say takes fewer bytes.
const USUAL: usize = 8 << 10;

/// Whether a text is, to a quick look, one that folding its white space would leave as it is: words with single spaces. Without a
/// branch, so that many bytes are looked at in one step.
fn is_folded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let doubled =
        pairs.fold(0, |found, (one, next)| found | u8::from(*one == b' ') & u8::from(*next == b' '));
    let white = bytes.iter().fold(0, |found, byte| found | may_be_white(*byte));
    let ends = [bytes.first(), bytes.last()];
    doubled | white == 0 && ends.iter().all(|end| end.is_some_and(|byte| *byte != b' '))
}

/// 1 if a character that begins with this byte may be white space and is no space.
fn may_be_white(byte: u8) -> u8 {
    u8::from(byte < b' ') | u8::from(byte == 0xC2) | u8::from(matches!(byte, 0xE1..=0xE3))
}

impl Spelling {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self(String::new())
    }

    /// A brief as a whole.
    pub(super) fn of(brief: &Brief) -> Self {
        let mut spelling = Self::without_values(brief);
        for fact in &brief.key_facts {
            if let Some(property) = &fact.property {
                spelling.word("value of", fact.id.value.as_str());
                spelling.property(property);
            }
        }
        spelling
    }

    /// A brief without what its facts say as values: all that a record of version 1 knew of it.
    pub(super) fn without_values(brief: &Brief) -> Self {
        let mut spelling = Self(String::with_capacity(USUAL));
        spelling.brief(brief);
        spelling
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// A value. Names and folded texts hold no line break, so that no two lists of values look the same.
    fn text(&mut self, name: &str, text: &str) {
        self.spell(name, text, is_folded(text));
    }

    /// The same of prose.
    fn said(&mut self, name: &str, prose: &Spanned<Prose>) {
        let (prose, text) = (&prose.value, prose.value.as_str());
        self.spell(name, text, prose.is_evenly_spaced() || is_folded(text));
    }

    fn spell(&mut self, name: &str, text: &str, is_folded: bool) {
        if is_folded {
            self.as_it_is(name, text);
        } else {
            self.0.extend([name, ":"]);
            text.split_whitespace().for_each(|word| self.0.extend([" ", word]));
            self.0.push('\n');
        }
    }

    /// A value whose white space is folded.
    fn as_it_is(&mut self, name: &str, text: &str) {
        self.name(name);
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// The name that a value is behind.
    fn name(&mut self, name: &str) {
        self.0.push_str(name);
        self.0.push_str(": ");
    }

    /// A value without white space that could be folded: an id, a word of a vocabulary.
    fn word<'w>(&mut self, name: &str, word: impl Into<Option<&'w str>>) {
        if let Some(word) = word.into() {
            self.as_it_is(name, word);
        }
    }

    /// The same of a date.
    fn date(&mut self, name: &str, date: Option<&Spanned<FuzzyDate>>) {
        if let Some(date) = date {
            self.name(name);
            date.value.push_canonical(&mut self.0);
            self.0.push('\n');
        }
    }

    /// The same of a day.
    fn day(&mut self, name: &str, day: Option<&Spanned<CivilDate>>) {
        if let Some(day) = day {
            day.value.with_text(|text| self.as_it_is(name, text));
        }
    }

    /// The same of a number.
    fn number(&mut self, name: &str, number: Option<&Spanned<u32>>) {
        if let Some(number) = number {
            self.name(name);
            decimal::push(&mut self.0, number.value.into());
            self.0.push('\n');
        }
    }

    pub(crate) fn line(&mut self, name: &str, line: Option<&Spanned<Line>>) {
        if let Some(line) = line {
            self.text(name, line.value.as_str());
        }
    }

    pub(crate) fn prose(&mut self, name: &str, prose: Option<&Spanned<Prose>>) {
        if let Some(prose) = prose {
            self.said(name, prose);
        }
    }

    fn brief(&mut self, brief: &Brief) {
        self.text("title", brief.title.value.as_str());
        self.day("date", Some(&brief.date));
        self.word("lang", brief.lang.as_str());
        self.word("marking", brief.marking.word());
        self.word("likelihood_scale", brief.likelihood_scale.word());
        self.said("bottom_line", &brief.bottom_line);
        self.article(&brief.article);
        brief.sources.iter().for_each(|source| self.source(source));
        brief.entities.iter().for_each(|entity| self.entity(entity));
        brief.key_facts.iter().for_each(|fact| self.fact(fact));
        brief.timeline.iter().for_each(|event| self.event(event));
        brief.open_questions.iter().for_each(|question| self.question(question));
        brief.judgements.iter().for_each(|judgement| self.judgement(judgement));
        brief.notes.iter().for_each(|note| self.note(note));
        self.line("disclosure", brief.disclosure.as_ref());
    }

    pub(crate) fn article(&mut self, article: &Article) {
        self.line("article.outlet", article.outlet.as_ref());
        self.line("article.title", article.title.as_ref());
        article.url.iter().for_each(|url| self.text("article.url", url.value.as_str()));
        self.line("article.author", article.author.as_ref());
        self.date("article.published", article.published.as_ref());
        self.date("article.accessed", article.accessed.as_ref());
        self.word("article.lang", article.lang.as_ref().map(Lang::as_str));
    }

    pub(crate) fn source(&mut self, source: &Source) {
        self.word("source", source.id.value.as_str());
        self.text("name", source.name.value.as_str());
        self.word("kind", source.kind.word());
        self.number("count", source.count.as_ref());
        self.line("access", source.access.as_ref());
        self.line("descriptor", source.descriptor.as_ref());
        self.word("reliability", source.reliability.map(Words::word));
        self.word("origin", source.origin.as_ref().map(|it| it.value.as_str()));
        let item = source.item();
        self.line("title", item.title.as_ref());
        self.line("author", item.author.as_ref());
        item.url.iter().for_each(|url| self.text("url", url.value.as_str()));
        self.date("published", item.published.as_ref());
        self.date("accessed", item.accessed.as_ref());
        self.word("lang", item.lang.as_ref().map(Lang::as_str));
        self.word("marking", source.marking.as_ref().map(|it| it.word()));
    }

    pub(crate) fn entity(&mut self, entity: &Entity) {
        self.word("entity", entity.id.value.as_str());
        self.text("name", entity.name.value.as_str());
        self.word("kind", entity.kind.word());
        self.line("role", entity.role.as_ref());
        entity.aliases.iter().for_each(|alias| self.text("alias", alias.value.as_str()));
        for name in &entity.names {
            self.word("lang", name.lang.as_str());
            self.text("name", name.name.value.as_str());
        }
        self.prose("note", entity.note.as_deref());
    }

    fn fact(&mut self, fact: &Fact) {
        self.word("fact", fact.id.value.as_str());
        self.said("text", &fact.text);
        self.word("status", fact.status.word());
        fact.attribution.iter().for_each(|it| self.attribution(it));
        self.date("when", fact.when.as_ref());
        self.word("credibility", fact.credibility.as_ref().map(|it| it.word()));
        fact.quotes.iter().for_each(|quote| self.quote(quote));
        self.prose("note", fact.note.as_deref());
        self.word("marking", fact.marking.as_ref().map(|it| it.word()));
    }

    fn attribution(&mut self, attribution: &Attribution) {
        self.word("said_by", attribution.said_by.id.value.as_str());
        attribution.via.iter().for_each(|via| self.word("via", via.id.value.as_str()));
        self.date("on", attribution.on.as_ref());
    }

    pub(crate) fn quote(&mut self, quote: &Quote) {
        self.text("quote", quote.text.value.as_str());
        self.word("lang", quote.lang.as_ref().map(Lang::as_str));
        self.word("quote.said_by", quote.said_by.as_ref().map(|it| it.id.value.as_str()));
    }

    fn event(&mut self, event: &Event) {
        // An event without an id of its own has one that is made from its text, by a rule that may change.
        self.said("event", &event.text);
        self.date("when", event.when.as_ref());
        self.word("expected", event.expected.then_some("true"));
        match &event.ground {
            Ground::Fact(fact) => self.word("ground", fact.value.as_str()),
            Ground::Own { status, attribution } => {
                self.word("status", status.as_ref().map(|it| it.word()));
                self.attribution(attribution);
            }
            Ground::Assessed => self.word("status", Status::Assessed.word()),
            Ground::Unattributed => {}
        }
        self.word("marking", event.marking.as_ref().map(|it| it.word()));
    }

    fn question(&mut self, question: &Question) {
        self.word("question", question.id.value.as_str());
        self.text("text", question.question.value.as_str());
        self.prose("matters", question.matters.as_ref());
        self.word("status", question.status.word());
        self.day("opened", question.opened.as_ref());
        self.word("answered_by", question.answered_by.as_ref().map(|it| it.value.as_str()));
        self.day("answered_on", question.answered_on.as_ref());
        question.positions.iter().for_each(|position| self.position(position));
        question.would_settle.iter().for_each(|it| self.text("would_settle", it.value.as_str()));
        self.prose("note", question.note.as_deref());
        self.word("marking", question.marking.as_ref().map(|it| it.word()));
    }

    fn position(&mut self, position: &Position) {
        self.word("position", position.stance.word());
        self.prose("says", position.says.as_ref());
        self.attribution(&position.attribution);
        position.quotes.iter().for_each(|quote| self.quote(quote));
    }

    fn judgement(&mut self, judgement: &Judgement) {
        self.said("judgement", &judgement.text);
        self.word("likelihood", judgement.likelihood.as_ref().map(|it| it.term));
        self.word("confidence", judgement.confidence.word());
        judgement.basis.iter().for_each(|basis| self.basis(&basis.value));
        self.prose("note", judgement.note.as_deref());
        self.word("marking", judgement.marking.as_ref().map(|it| it.word()));
    }

    pub(crate) fn basis(&mut self, basis: &Basis) {
        let (Basis::Fact(id) | Basis::Question(id)) = basis;
        self.word("basis", id.as_str());
    }

    /// What a fact says as a value.
    pub(crate) fn property(&mut self, property: &Property) {
        self.word("property.of", property.of.value.as_str());
        self.word("property.name", property.name.value.as_str());
        self.text("property.value", property.value.value.as_str());
    }

    pub(crate) fn note(&mut self, note: &Note) {
        self.word("analyst's note", note.kind.word());
        self.said("text", &note.text);
        for about in &note.about {
            let (Part::Fact(id) | Part::Question(id) | Part::Source(id) | Part::Entity(id)) = &about.value;
            self.word("about", id.as_str());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_folded_is() {
        for white in ('\0'..=char::MAX).filter(|it| it.is_whitespace() && *it != ' ') {
            assert!(!is_folded(&format!("a{white}b")), "{white:?}");
        }
        for text in ["", " a", "a ", "a  b", "a\u{a0}"] {
            assert!(!is_folded(text), "{text:?}");
        }
        for text in ["a", "one two", "Çığlık Postası", "خبر عاجل"] {
            assert!(is_folded(text), "{text:?}");
        }
    }
}
