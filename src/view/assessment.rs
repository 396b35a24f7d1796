//! What the analyst adds: judgements with what they rest on, notes, corrections.

use schemars::JsonSchema;
use serde::Serialize;

use super::anchor::anchor;
use super::date::DateView;
use super::parts::Labelled;
use crate::locale::Locale;
use crate::model::{Basis, Brief, Correction, Judgement, Likelihood, Note, Part, Words as _};

/// A link to a part of the page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BasisView {
    /// The anchor that it leads to.
    pub anchor: String,
    /// What a reader sees: `fact 3`.
    pub label: String,
}

/// A judgement. Likelihood and confidence are two things and stand in two fields.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct JudgementView {
    /// Its anchor: `judgement-…`.
    pub anchor: String,
    /// The assessment, in Markdown.
    pub text: String,
    /// How likely.
    pub likelihood: Option<LikelihoodView>,
    /// How sure of the ground.
    pub confidence: Labelled,
    /// What it rests on.
    pub basis: Vec<BasisView>,
    /// A note, in Markdown.
    pub note: Option<String>,
    /// A handling label of its own.
    pub marking: Option<&'static str>,
}

/// A likelihood term with the band that its scale gives it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LikelihoodView {
    /// The term of the standard, never translated: `likely`.
    pub term: &'static str,
    /// The same in the language of the page, to stand beside the term; absent on an English page.
    pub gloss: Option<String>,
    /// The band: `55–80 %`.
    pub band: &'static str,
    /// The scale and its edition: `ICD 203 (2015)`.
    pub scale: &'static str,
}

impl LikelihoodView {
    pub(super) fn new(likelihood: &Likelihood, locale: &Locale) -> Self {
        Self {
            term: likelihood.term,
            gloss: locale.likelihood(likelihood.term),
            band: likelihood.band,
            scale: likelihood.scale.title(),
        }
    }
}

impl JudgementView {
    pub(super) fn new(judgement: &Judgement, brief: &Brief, locale: &Locale) -> Self {
        Self {
            anchor: anchor("judgement", &judgement.id),
            text: judgement.text.value.as_str().to_owned(),
            likelihood: judgement.likelihood.as_ref().map(|it| LikelihoodView::new(&it.value, locale)),
            confidence: Labelled::new(judgement.confidence.value, locale),
            basis: judgement.basis.iter().map(|basis| basis_view(&basis.value, brief, locale)).collect(),
            note: judgement.note.as_ref().map(|note| note.value.as_str().to_owned()),
            marking: judgement.marking.as_ref().map(|marking| marking.value.word()),
        }
    }
}

fn basis_view(basis: &Basis, brief: &Brief, locale: &Locale) -> BasisView {
    match basis {
        Basis::Fact(id) => part_view(&Part::Fact(id.clone()), brief, locale),
        Basis::Question(id) => part_view(&Part::Question(id.clone()), brief, locale),
    }
}

/// A link to a part, called by what the reader finds there.
fn part_view(part: &Part, brief: &Brief, locale: &Locale) -> BasisView {
    let place = |found: Option<usize>| found.map_or(0, |index| index + 1);
    match part {
        Part::Fact(id) => {
            let number = place(brief.key_facts.iter().position(|fact| fact.id.value == *id));
            BasisView { anchor: anchor("fact", id), label: part_label("part_fact", number, locale) }
        }
        Part::Question(id) => {
            let number = place(brief.open_questions.iter().position(|question| question.id.value == *id));
            BasisView { anchor: anchor("question", id), label: part_label("part_question", number, locale) }
        }
        Part::Source(id) => {
            let number = place(brief.sources.iter().position(|source| source.id.value == *id));
            BasisView { anchor: anchor("source", id), label: part_label("part_source", number, locale) }
        }
        Part::Entity(id) => {
            let name = brief.entities.iter().find(|entity| entity.id.value == *id);
            let label =
                name.map_or_else(|| id.as_str().to_owned(), |entity| entity.name.value.as_str().to_owned());
            BasisView { anchor: anchor("entity", id), label }
        }
    }
}

/// `fact 3`.
pub(super) fn part_label(id: &str, number: usize, locale: &Locale) -> String {
    locale.counted_as(id, "number", number)
}

/// An analyst's note on the article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NoteView {
    /// What sort of note.
    pub kind: Labelled,
    /// The note, in Markdown.
    pub text: String,
    /// The parts that it is about.
    pub about: Vec<BasisView>,
}

impl NoteView {
    pub(super) fn new(note: &Note, brief: &Brief, locale: &Locale) -> Self {
        Self {
            kind: Labelled::new(note.kind, locale),
            text: note.text.value.as_str().to_owned(),
            about: note.about.iter().map(|part| part_view(&part.value, brief, locale)).collect(),
        }
    }
}

/// What an earlier version had wrong.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CorrectionView {
    /// When it was put right.
    pub on: DateView,
    /// What was wrong and what is right, in Markdown.
    pub text: String,
}

impl CorrectionView {
    pub(super) fn new(correction: &Correction, locale: &Locale) -> Self {
        Self {
            on: DateView::new(&correction.on.value, locale),
            text: correction.text.value.as_str().to_owned(),
        }
    }
}
