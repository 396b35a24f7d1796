//! What a rule sees of one brief.

use std::cell::OnceCell;
use std::ops::Range;
use std::path::Path;

use super::judged::Judged;
use super::sentences::sentences;
use super::times::{Kind, Times};
use super::wording::tongue;
use super::words::Tongue;
use crate::grounding::Article;
use crate::grounding::quotes::Outcome;
use crate::language::dates::Find;
use crate::load::place::place_of;
use crate::markdown::{Reference, scan_prose};
use crate::model::reached::Reached;
use crate::model::{Brief, Judgement, Line, Prose, SharedText};
use crate::settings::Settings;
use crate::source::SourceFile;
use crate::span::{Span, Spanned};

/// A brief with everything that it is held against.
pub struct Subject<'s> {
    /// The brief.
    pub brief: &'s Brief,
    /// The file that it was read from.
    pub file: &'s SourceFile,
    /// The text of its article, where that is at hand.
    pub article: Option<&'s Article>,
    /// What became of each quote of the brief, in the order of [`Brief::quotes`]; none without the article.
    pub quotes: &'s [Outcome],
    /// What the desk has settled.
    pub settings: &'s Settings,
    texts: OnceCell<Vec<TextField<'s>>>,
    references: OnceCell<Vec<Reference>>,
    times: OnceCell<Vec<Times>>,
    reached: OnceCell<Reached<'s>>,
    bottom_line: OnceCell<Vec<Range<usize>>>,
    judgements: OnceCell<Vec<Judged<'s>>>,
}

/// How many of them there is room for from the beginning: no brief of a usual day has more.
const USUAL_TEXTS: usize = 64;

/// A text that a reader of the brief will see.
#[derive(Debug, Clone, Copy)]
pub struct TextField<'s> {
    /// Which field it is.
    pub field: Field,
    /// The text: Markdown in prose fields, plain in others.
    pub text: &'s str,
    /// Where it stands.
    pub span: Span,
    /// The text as it is kept for all that say it.
    shared: &'s SharedText,
}

/// A field of a brief that holds text of the analyst's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The title of the brief.
    Title,
    /// The bottom line.
    BottomLine,
    /// The statement of a key fact.
    Fact,
    /// The text of a timeline event.
    Event,
    /// An open question itself.
    Question,
    /// Why a question matters.
    Matters,
    /// What a party says to a question.
    Position,
    /// What would settle a question.
    Settle,
    /// The text of a judgement.
    Judgement,
    /// A note on a part, or an analyst's note on the article.
    Note,
    /// A correction.
    Correction,
}

impl<'s> Subject<'s> {
    /// A brief with everything that it is held against.
    #[must_use]
    pub fn new(
        brief: &'s Brief,
        file: &'s SourceFile,
        article: Option<&'s Article>,
        quotes: &'s [Outcome],
        settings: &'s Settings,
    ) -> Self {
        Self {
            brief,
            file,
            article,
            quotes,
            settings,
            texts: OnceCell::new(),
            references: OnceCell::new(),
            times: OnceCell::new(),
            reached: OnceCell::new(),
            bottom_line: OnceCell::new(),
            judgements: OnceCell::new(),
        }
    }

    /// The file that the brief was read from.
    #[must_use]
    pub fn path(&self) -> &'s Path {
        &self.brief.path
    }

    /// The place in the file of some bytes of a text in it; the whole text where folding or escapes hide them.
    #[must_use]
    pub fn place(&self, field: &TextField<'_>, range: &Range<usize>) -> Span {
        place_of(&self.file.text, field.span, field.text, range)
    }

    /// Every text of the analyst's own, in the order of the page. Quotes are not among them: they are others' words.
    #[must_use]
    pub fn texts(&self) -> &[TextField<'s>] {
        self.texts.get_or_init(|| TextField::all(self.brief))
    }

    /// What the bottom line refers to.
    pub(super) fn bottom_line_references(&self) -> &[Reference] {
        self.references.get_or_init(|| scan_prose(&self.brief.bottom_line).references)
    }

    /// The wording that tells a time in each of the texts that may have some for a rule; of none, if the brief is in a language whose
    /// wording rules do not know. Two rules look at it, and a text is looked at and searched once.
    pub(super) fn times(&self, wanted: Kind) -> impl Iterator<Item = (&TextField<'s>, &[Find])> {
        let texts = self.texts();
        let times = self.times.get_or_init(|| match tongue(self.brief) {
            Some(tongue) => texts.iter().map(|field| Times::of(field.shared, tongue)).collect(),
            None => Vec::new(),
        });
        let fields = texts.iter().zip(times).filter(move |(_, times)| times.may_have(wanted));
        fields.map(|(field, times)| (field, times.found(field.text)))
    }

    /// Which sources and entities something in the brief refers to, of itself or through others.
    pub(super) fn reached(&self) -> &Reached<'s> {
        self.reached.get_or_init(|| Reached::of(self.brief))
    }

    /// The sentences of the bottom line.
    pub(super) fn bottom_line_sentences(&self) -> &[Range<usize>] {
        self.bottom_line.get_or_init(|| sentences(self.brief.bottom_line.value.as_str()))
    }

    /// The judgements with the text of each.
    pub(super) fn judgements(&self) -> impl Iterator<Item = (&'s Judgement, &Judged<'s>)> {
        let judgements = &self.brief.judgements;
        let all = self.judgements.get_or_init(|| {
            let tongue = Tongue::of(&self.brief.lang);
            judgements.iter().map(|it| Judged::new(it.text.value.as_str(), tongue)).collect()
        });
        judgements.iter().zip(all)
    }
}

impl<'s> TextField<'s> {
    /// Every text of the analyst's own in a brief, in the order of its page.
    #[must_use]
    pub fn all(brief: &'s Brief) -> Vec<Self> {
        let mut texts = Vec::with_capacity(USUAL_TEXTS);
        texts.extend([
            Self::line(Field::Title, &brief.title),
            Self::prose(Field::BottomLine, &brief.bottom_line),
        ]);
        for fact in &brief.key_facts {
            texts.push(Self::prose(Field::Fact, &fact.text));
            texts.extend(fact.note.iter().map(|note| Self::prose(Field::Note, note)));
        }
        for question in &brief.open_questions {
            texts.push(Self::line(Field::Question, &question.question));
            texts.extend(question.matters.iter().map(|it| Self::prose(Field::Matters, it)));
            let says = question.positions.iter().filter_map(|position| position.says.as_ref());
            texts.extend(says.map(|it| Self::prose(Field::Position, it)));
            texts.extend(question.would_settle.iter().map(|it| Self::line(Field::Settle, it)));
            texts.extend(question.note.iter().map(|note| Self::prose(Field::Note, note)));
        }
        texts.extend(brief.timeline.iter().map(|event| Self::prose(Field::Event, &event.text)));
        for judgement in &brief.judgements {
            texts.push(Self::prose(Field::Judgement, &judgement.text));
            texts.extend(judgement.note.iter().map(|note| Self::prose(Field::Note, note)));
        }
        texts.extend(brief.notes.iter().map(|note| Self::prose(Field::Note, &note.text)));
        texts.extend(
            brief
                .entities
                .iter()
                .filter_map(|entity| entity.note.as_ref())
                .map(|it| Self::prose(Field::Note, it)),
        );
        texts.extend(brief.corrections.iter().map(|it| Self::prose(Field::Correction, &it.text)));
        texts
    }

    pub(super) fn prose(field: Field, prose: &'s Spanned<Prose>) -> Self {
        Self { field, text: prose.value.as_str(), span: prose.span, shared: prose.value.shared() }
    }

    fn line(field: Field, line: &'s Spanned<Line>) -> Self {
        Self { field, text: line.value.as_str(), span: line.span, shared: line.value.shared() }
    }
}
