//! The digest of what a brief says.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::Content;
use crate::model::{
    Article, Attribution, Basis, Brief, Entity, Event, Fact, Ground, Judgement, Line, Note, Part, Position,
    Prose, Question, Quote, Source, Words,
};
use crate::span::Spanned;

impl Content {
    /// What a brief says now.
    #[must_use]
    pub fn of(brief: &Brief) -> Self {
        let mut hash = Hash(String::with_capacity(USUAL));
        hash.brief(brief);
        Self { sha256: HEXLOWER.encode(&Sha256::digest(&hash.0)), corrections: brief.corrections.len() }
    }
}

/// Takes up named values. A part is opened by its name, so that the values of two parts cannot be taken for those of one.
struct Hash(String);

/// What most briefs say takes fewer bytes.
const USUAL: usize = 8 << 10;

/// Whether a text is, to a quick look, one that folding its white space would leave as it is: words of ASCII with single spaces.
fn is_folded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let doubled = bytes.iter().zip(bytes.iter().skip(1)).any(|(one, next)| *one == b' ' && *next == b' ');
    let white = |byte: &u8| *byte < b' ' || !byte.is_ascii();
    !doubled && !bytes.iter().any(white) && text.trim() == text && !text.is_empty()
}

impl Hash {
    /// A value. Names and folded texts hold no line break, so that no two lists of values look the same.
    fn text(&mut self, name: &str, text: &str) {
        self.0.push_str(name);
        self.0.push(':');
        if is_folded(text) {
            self.0.push(' ');
            self.0.push_str(text);
            self.0.push('\n');
            return;
        }
        for word in text.split_whitespace() {
            self.0.push(' ');
            self.0.push_str(word);
        }
        self.0.push('\n');
    }

    fn value(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.text(name, &value.to_string());
        }
    }

    fn line(&mut self, name: &str, line: Option<&Spanned<Line>>) {
        if let Some(line) = line {
            self.text(name, line.value.as_str());
        }
    }

    fn prose(&mut self, name: &str, prose: Option<&Spanned<Prose>>) {
        if let Some(prose) = prose {
            self.text(name, prose.value.as_str());
        }
    }

    fn brief(&mut self, brief: &Brief) {
        self.line("title", Some(&brief.title));
        self.value("date", Some(brief.date.value));
        self.value("lang", Some(&brief.lang));
        self.value("marking", Some(brief.marking.word()));
        self.value("likelihood_scale", Some(brief.likelihood_scale.word()));
        self.prose("bottom_line", Some(&brief.bottom_line));
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

    fn article(&mut self, article: &Article) {
        self.line("article.outlet", article.outlet.as_ref());
        self.line("article.title", article.title.as_ref());
        self.value("article.url", article.url.as_ref().map(|it| it.value.as_str()));
        self.line("article.author", article.author.as_ref());
        self.value("article.published", article.published.as_ref().map(|it| &it.value));
        self.value("article.accessed", article.accessed.as_ref().map(|it| &it.value));
        self.value("article.lang", article.lang.as_ref());
    }

    fn source(&mut self, source: &Source) {
        self.text("source", source.id.value.as_str());
        self.line("name", Some(&source.name));
        self.text("kind", source.kind.word());
        self.value("count", source.count.as_ref().map(|it| it.value));
        self.line("access", source.access.as_ref());
        self.line("descriptor", source.descriptor.as_ref());
        self.value("reliability", source.reliability.map(Words::word));
        self.value("origin", source.origin.as_ref().map(|it| &it.value));
        let item = source.item();
        self.line("title", item.title.as_ref());
        self.line("author", item.author.as_ref());
        self.value("url", item.url.as_ref().map(|it| it.value.as_str()));
        self.value("published", item.published.as_ref().map(|it| &it.value));
        self.value("accessed", item.accessed.as_ref().map(|it| &it.value));
        self.value("lang", item.lang.as_ref());
        self.value("marking", source.marking.as_ref().map(|it| it.word()));
    }

    fn entity(&mut self, entity: &Entity) {
        self.text("entity", entity.id.value.as_str());
        self.line("name", Some(&entity.name));
        self.text("kind", entity.kind.word());
        self.line("role", entity.role.as_ref());
        entity.aliases.iter().for_each(|alias| self.line("alias", Some(alias)));
        for name in &entity.names {
            self.value("lang", Some(&name.lang));
            self.line("name", Some(&name.name));
        }
        self.prose("note", entity.note.as_ref());
    }

    fn fact(&mut self, fact: &Fact) {
        self.text("fact", fact.id.value.as_str());
        self.prose("text", Some(&fact.text));
        self.text("status", fact.status.word());
        fact.attribution.iter().for_each(|it| self.attribution(it));
        self.value("when", fact.when.as_ref().map(|it| &it.value));
        self.value("credibility", fact.credibility.as_ref().map(|it| it.word()));
        fact.quotes.iter().for_each(|quote| self.quote(quote));
        self.prose("note", fact.note.as_ref());
        self.value("marking", fact.marking.as_ref().map(|it| it.word()));
    }

    fn attribution(&mut self, attribution: &Attribution) {
        self.text("said_by", attribution.said_by.id.value.as_str());
        attribution.via.iter().for_each(|via| self.text("via", via.id.value.as_str()));
        self.value("on", attribution.on.as_ref().map(|it| &it.value));
    }

    fn quote(&mut self, quote: &Quote) {
        self.line("quote", Some(&quote.text));
        self.value("lang", quote.lang.as_ref());
        self.value("quote.said_by", quote.said_by.as_ref().map(|it| &it.id.value));
    }

    fn event(&mut self, event: &Event) {
        // An event without an id of its own has one that is made from its text, by a rule that may change.
        self.prose("event", Some(&event.text));
        self.value("when", event.when.as_ref().map(|it| &it.value));
        self.value("expected", event.expected.then_some(true));
        match &event.ground {
            Ground::Fact(fact) => self.text("ground", fact.value.as_str()),
            Ground::Own { status, attribution } => {
                self.value("status", status.as_ref().map(|it| it.word()));
                self.attribution(attribution);
            }
            Ground::Unattributed => {}
        }
        self.value("marking", event.marking.as_ref().map(|it| it.word()));
    }

    fn question(&mut self, question: &Question) {
        self.text("question", question.id.value.as_str());
        self.line("text", Some(&question.question));
        self.prose("matters", question.matters.as_ref());
        self.text("status", question.status.word());
        self.value("opened", question.opened.as_ref().map(|it| it.value));
        self.value("answered_by", question.answered_by.as_ref().map(|it| &it.value));
        self.value("answered_on", question.answered_on.as_ref().map(|it| it.value));
        question.positions.iter().for_each(|position| self.position(position));
        question.would_settle.iter().for_each(|it| self.line("would_settle", Some(it)));
        self.prose("note", question.note.as_ref());
        self.value("marking", question.marking.as_ref().map(|it| it.word()));
    }

    fn position(&mut self, position: &Position) {
        self.text("position", position.stance.word());
        self.prose("says", position.says.as_ref());
        self.attribution(&position.attribution);
        position.quotes.iter().for_each(|quote| self.quote(quote));
    }

    fn judgement(&mut self, judgement: &Judgement) {
        self.prose("judgement", Some(&judgement.text));
        self.value("likelihood", judgement.likelihood.as_ref().map(|it| it.term));
        self.text("confidence", judgement.confidence.word());
        for basis in &judgement.basis {
            let (Basis::Fact(id) | Basis::Question(id)) = &basis.value;
            self.text("basis", id.as_str());
        }
        self.prose("note", judgement.note.as_ref());
        self.value("marking", judgement.marking.as_ref().map(|it| it.word()));
    }

    fn note(&mut self, note: &Note) {
        self.text("analyst's note", note.kind.word());
        self.prose("text", Some(&note.text));
        for about in &note.about {
            let (Part::Fact(id) | Part::Question(id) | Part::Source(id) | Part::Entity(id)) = &about.value;
            self.text("about", id.as_str());
        }
    }
}
