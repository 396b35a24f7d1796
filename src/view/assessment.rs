//! What the analyst adds: judgements with what they rest on, notes, corrections.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::anchor::Anchor;
use super::date::DateView;
use super::parts::Labelled;
use crate::locale::Locale;
use crate::markdown::{KnownText, KnownWord};
use crate::model::{Basis, Brief, Correction, Id, Judgement, Likelihood, Note, Part, Prose};

/// A link to a part of the page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BasisView<'v> {
    /// The anchor that it leads to.
    pub anchor: Anchor<'v>,
    /// What a reader sees: `fact 3`.
    pub label: KnownText<Cow<'v, str>>,
}

/// A judgement. Likelihood and confidence are two things and stand in two fields.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct JudgementView<'v> {
    /// Its anchor: `judgement-…`.
    pub anchor: Anchor<'v>,
    /// The assessment, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// How likely.
    pub likelihood: Option<LikelihoodView<'v>>,
    /// How sure of the ground.
    pub confidence: Labelled<'v>,
    /// What it rests on.
    pub basis: Vec<BasisView<'v>>,
    /// A note, in Markdown.
    #[schemars(with = "Option<String>")]
    pub note: Option<&'v Prose>,
    /// A handling label of the note, where it is higher than the judgement.
    pub note_marking: Option<KnownWord>,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its brief.
    pub marking: Option<KnownWord>,
}

/// A likelihood term with the band that its scale gives it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LikelihoodView<'v> {
    /// The term of the standard, never translated: `likely`.
    pub term: &'static str,
    /// The same in the language of the page, to stand beside the term; absent on an English page.
    pub gloss: Option<&'v str>,
    /// The band: `55–80 %`.
    pub band: &'static str,
    /// The scale and its edition: `ICD 203 (2015)`.
    pub scale: &'static str,
}

impl<'v> LikelihoodView<'v> {
    pub(super) fn new(likelihood: &Likelihood, locale: &'v Locale) -> Self {
        Self {
            term: likelihood.term,
            gloss: locale.likelihood(likelihood.term),
            band: likelihood.band,
            scale: likelihood.scale.title(),
        }
    }
}

impl<'v> JudgementView<'v> {
    pub(super) fn new(judgement: &'v Judgement, brief: &'v Brief, locale: &'v Locale) -> Self {
        Self {
            anchor: Anchor::new("judgement", &judgement.id),
            text: &judgement.text.value,
            likelihood: judgement.likelihood.as_ref().map(|it| LikelihoodView::new(&it.value, locale)),
            confidence: Labelled::new(judgement.confidence.value, locale),
            basis: judgement.basis.iter().map(|basis| basis_link(&basis.value, brief, locale)).collect(),
            note: judgement.note.as_ref().map(|note| &note.value),
            note_marking: brief.levels.label_of_text(judgement, judgement.note.as_deref()),
            marking: brief.levels.label(judgement),
        }
    }
}

fn basis_link<'v>(basis: &'v Basis, brief: &'v Brief, locale: &'v Locale) -> BasisView<'v> {
    match basis {
        Basis::Fact(id) => fact_link(id, brief, locale),
        Basis::Question(id) => question_link(id, brief, locale),
    }
}

/// A link to a key fact.
pub(super) fn fact_link<'v>(id: &'v Id, brief: &Brief, locale: &'v Locale) -> BasisView<'v> {
    let place = brief.key_facts.iter().position(|fact| fact.id.value == *id);
    BasisView { anchor: Anchor::new("fact", id), label: locale.numbered("part_fact", number(place)) }
}

fn question_link<'v>(id: &'v Id, brief: &Brief, locale: &'v Locale) -> BasisView<'v> {
    let place = brief.open_questions.iter().position(|question| question.id.value == *id);
    BasisView { anchor: Anchor::new("question", id), label: locale.numbered("part_question", number(place)) }
}

/// The number of what stands at a place.
fn number(place: Option<usize>) -> usize {
    place.map_or(0, |place| place + 1)
}

/// A link to a part, called by what the reader finds there.
fn part_link<'v>(part: &'v Part, brief: &'v Brief, locale: &'v Locale) -> BasisView<'v> {
    match part {
        Part::Fact(id) => fact_link(id, brief, locale),
        Part::Question(id) => question_link(id, brief, locale),
        Part::Source(id) => {
            let place = brief.sources.iter().position(|source| source.id.value == *id);
            let label = locale.numbered("part_source", number(place));
            BasisView { anchor: Anchor::new("source", id), label }
        }
        Part::Entity(id) => {
            let entity = brief.entities.iter().find(|entity| entity.id.value == *id);
            let label = entity.map_or(id.as_str(), |entity| entity.name.value.as_str());
            BasisView { anchor: Anchor::new("entity", id), label: KnownText::any(label.into()) }
        }
    }
}

/// An analyst's note on the article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NoteView<'v> {
    /// What sort of note.
    pub kind: Labelled<'v>,
    /// The note, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// The parts that it is about.
    pub about: Vec<BasisView<'v>>,
    /// A handling label, as high as what it is about and links to; absent where nothing sets it apart from its brief.
    pub marking: Option<KnownWord>,
}

impl<'v> NoteView<'v> {
    pub(super) fn new(note: &'v Note, brief: &'v Brief, locale: &'v Locale) -> Self {
        Self {
            kind: Labelled::new(note.kind, locale),
            text: &note.text.value,
            about: note.about.iter().map(|part| part_link(&part.value, brief, locale)).collect(),
            marking: brief.levels.label(note),
        }
    }
}

/// What an earlier version had wrong.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CorrectionView<'v> {
    /// When it was put right.
    pub on: DateView<'v>,
    /// What was wrong and what is right, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// A handling label, as high as what it links to; absent where nothing sets it apart from its brief.
    pub marking: Option<KnownWord>,
}

impl<'v> CorrectionView<'v> {
    pub(super) fn new(correction: &'v Correction, brief: &Brief, locale: &'v Locale) -> Self {
        Self {
            on: DateView::new(&correction.on.value, locale),
            text: &correction.text.value,
            marking: brief.levels.label(&correction.text),
        }
    }
}
