//! Open questions on a page: positions side by side, by stance.

use schemars::JsonSchema;
use serde::Serialize;

use super::anchor::Anchor;
use super::assessment::{BasisView, fact_link};
use super::attribution::AttributionView;
use super::citations::Numbers;
use super::date::DateView;
use super::parts::{Labelled, QuoteView};
use crate::locale::Locale;
use crate::markdown::{KnownText, KnownWord};
use crate::model::labels::{Detail, Said};
use crate::model::{Attestation, Brief, Fact, Prose, Question, Stance, Words as _};

/// An open question.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuestionView<'v> {
    /// Its number on the page, in the analyst's order.
    pub number: usize,
    /// Its id, the same in every brief that takes it up.
    pub id: KnownText<&'v str>,
    /// Its anchor: `question-air-bases`.
    pub anchor: Anchor<'v>,
    /// The question.
    pub question: &'v str,
    /// Why it matters, in Markdown.
    #[schemars(with = "Option<String>")]
    pub matters: Option<&'v Prose>,
    /// A handling label of why it matters, where it is higher than the question.
    pub matters_marking: Option<KnownWord>,
    /// Where it stands.
    pub status: Labelled<'v>,
    /// Since when it is open.
    pub opened: Option<DateView<'v>>,
    /// The fact that answers it.
    pub answered_by: Option<BasisView<'v>>,
    /// How well that fact is attested.
    pub answer: Option<GroundView<'v>>,
    /// When it was answered.
    pub answered_on: Option<DateView<'v>>,
    /// The positions, grouped by stance; stances that nobody takes are left out.
    pub stances: Vec<StanceView<'v>>,
    /// What would settle it.
    pub would_settle: Vec<&'v str>,
    /// A note, in Markdown.
    #[schemars(with = "Option<String>")]
    pub note: Option<&'v Prose>,
    /// A handling label of the note, where it is higher than the question.
    pub note_marking: Option<KnownWord>,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its brief.
    pub marking: Option<KnownWord>,
}

/// How well attested the fact of a brief is that answers a question: an answer may be no more than somebody's claim.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GroundView<'v> {
    /// Its status.
    pub status: Labelled<'v>,
    /// On whose word it stands; absent where it is our own assessment.
    pub attribution: Option<AttributionView<'v>>,
}

impl<'v> GroundView<'v> {
    fn new(fact: &'v Fact, locale: &'v Locale) -> Self {
        let attribution = fact.attribution.as_ref();
        Self {
            status: Labelled::status(Attestation::of_fact(fact), locale),
            attribution: attribution.map(|it| AttributionView::uncited(Some(it), locale)),
        }
    }
}

/// The positions that share a stance.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StanceView<'v> {
    /// The stance.
    pub stance: Labelled<'v>,
    /// Who takes it, in the analyst's order.
    pub positions: Vec<PositionView<'v>>,
}

/// One party's position.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PositionView<'v> {
    /// Its anchor: `position-…`.
    pub anchor: Anchor<'v>,
    /// What the party says, in Markdown; absent where it declines to.
    #[schemars(with = "Option<String>")]
    pub says: Option<&'v Prose>,
    /// Who, through whom, when.
    pub attribution: AttributionView<'v>,
    /// Words to the letter that do not stand in the text already.
    pub quotes: Vec<QuoteView<'v>>,
    /// A handling label, where it is higher than the question.
    pub marking: Option<KnownWord>,
}

impl<'v> QuestionView<'v> {
    pub(super) fn new(
        number: usize,
        question: &'v Question,
        brief: &'v Brief,
        numbers: &Numbers<'v>,
        locale: &'v Locale,
    ) -> Self {
        let answer = question.answer(brief);
        Self {
            number,
            id: question.id.value.known(),
            anchor: Anchor::new("question", &question.id.value),
            question: question.question.value.as_str(),
            matters: question.matters.as_ref().map(|it| &it.value),
            matters_marking: brief.levels.label_of_text(question, question.matters.as_ref()),
            status: Labelled::new(question.status.value, locale),
            opened: question.opened.as_ref().map(|date| DateView::new(&date.value, locale)),
            answered_by: question.answered_by.as_ref().map(|id| fact_link(&id.value, brief, locale)),
            answer: answer.map(|fact| GroundView::new(fact, locale)),
            answered_on: question.answered_on.as_ref().map(|date| DateView::new(&date.value, locale)),
            stances: stances(question, brief, numbers, locale),
            would_settle: question.would_settle.iter().map(|it| it.value.as_str()).collect(),
            note: question.note.as_ref().map(|note| &note.value),
            note_marking: brief.levels.label_of_text(question, question.note.as_deref()),
            marking: brief.levels.label(question),
        }
    }
}

fn stances<'v>(
    question: &'v Question,
    brief: &Brief,
    numbers: &Numbers<'v>,
    locale: &'v Locale,
) -> Vec<StanceView<'v>> {
    Stance::ALL
        .iter()
        .filter_map(|stance| {
            let positions: Vec<_> = question
                .positions
                .iter()
                .filter(|position| position.stance.value == *stance)
                .map(|position| (position, Said(question, position)))
                .map(|(position, said)| PositionView {
                    anchor: Anchor::new("position", &position.id),
                    says: position.says.as_ref().map(|says| &says.value),
                    attribution: AttributionView::new(&position.attribution, numbers, locale),
                    quotes: QuoteView::beside(&said, brief, numbers, locale),
                    marking: brief.levels.label_of(question, Detail::Position(position)),
                })
                .collect();
            (!positions.is_empty()).then(|| StanceView { stance: Labelled::new(*stance, locale), positions })
        })
        .collect()
}
