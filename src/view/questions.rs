//! Open questions on a page: positions side by side, by stance.

use schemars::JsonSchema;
use serde::Serialize;

use super::anchor::anchor;
use super::assessment::{BasisView, part_label};
use super::attribution::AttributionView;
use super::citations::Numbers;
use super::date::DateView;
use super::parts::{Labelled, QuoteView};
use crate::locale::Locale;
use crate::model::{Article, Brief, Position, Question, Stance, Words as _};

/// An open question.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuestionView {
    /// Its number on the page, in the analyst's order.
    pub number: usize,
    /// Its id, the same in every brief that takes it up.
    pub id: String,
    /// Its anchor: `question-air-bases`.
    pub anchor: String,
    /// The question.
    pub question: String,
    /// Why it matters, in Markdown.
    pub matters: Option<String>,
    /// Where it stands.
    pub status: Labelled,
    /// Since when it is open.
    pub opened: Option<DateView>,
    /// The fact that answers it.
    pub answered_by: Option<BasisView>,
    /// When it was answered.
    pub answered_on: Option<DateView>,
    /// The positions, grouped by stance; stances that nobody takes are left out.
    pub stances: Vec<StanceView>,
    /// What would settle it.
    pub would_settle: Vec<String>,
    /// A note, in Markdown.
    pub note: Option<String>,
    /// A handling label of its own.
    pub marking: Option<&'static str>,
}

/// The positions that share a stance.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StanceView {
    /// The stance.
    pub stance: Labelled,
    /// Who takes it, in the analyst's order.
    pub positions: Vec<PositionView>,
}

/// One party's position.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PositionView {
    /// Its anchor: `position-…`.
    pub anchor: String,
    /// What the party says, in Markdown; absent where it declines to.
    pub says: Option<String>,
    /// Who, through whom, when.
    pub attribution: AttributionView,
    /// Words to the letter that do not stand in the text already.
    pub quotes: Vec<QuoteView>,
}

impl QuestionView {
    pub(super) fn new(
        number: usize,
        question: &Question,
        brief: &Brief,
        numbers: &Numbers<'_>,
        locale: &Locale,
    ) -> Self {
        Self {
            number,
            id: question.id.value.as_str().to_owned(),
            anchor: anchor("question", &question.id.value),
            question: question.question.value.as_str().to_owned(),
            matters: question.matters.as_ref().map(|it| it.value.as_str().to_owned()),
            status: Labelled::new(question.status.value, locale),
            opened: question.opened.as_ref().map(|date| DateView::new(&date.value, locale)),
            answered_by: question.answered_by.as_ref().map(|id| answer(&id.value, brief, locale)),
            answered_on: question.answered_on.as_ref().map(|date| DateView::new(&date.value, locale)),
            stances: stances(&question.positions, &brief.article, numbers, locale),
            would_settle: question.would_settle.iter().map(|it| it.value.as_str().to_owned()).collect(),
            note: question.note.as_ref().map(|note| note.value.as_str().to_owned()),
            marking: question.marking.as_ref().map(|marking| marking.value.word()),
        }
    }
}

fn answer(id: &crate::model::Id, brief: &Brief, locale: &Locale) -> BasisView {
    let number = brief.key_facts.iter().position(|fact| fact.id.value == *id).map_or(0, |index| index + 1);
    BasisView { anchor: anchor("fact", id), label: part_label("part_fact", number, locale) }
}

fn stances(
    positions: &[Position],
    article: &Article,
    numbers: &Numbers<'_>,
    locale: &Locale,
) -> Vec<StanceView> {
    Stance::ALL
        .iter()
        .filter_map(|stance| {
            let positions: Vec<_> = positions
                .iter()
                .filter(|position| position.stance.value == *stance)
                .map(|position| PositionView {
                    anchor: anchor("position", &position.id),
                    says: position.says.as_ref().map(|says| says.value.as_str().to_owned()),
                    attribution: AttributionView::new(
                        &position.attribution,
                        &position.quotes,
                        numbers,
                        locale,
                    ),
                    quotes: QuoteView::beside(
                        position.says.as_ref().map(|says| &says.value),
                        &position.quotes,
                        article,
                    ),
                })
                .collect();
            (!positions.is_empty()).then(|| StanceView { stance: Labelled::new(*stance, locale), positions })
        })
        .collect()
}
