//! How a question was answered.

use schemars::JsonSchema;
use serde::Serialize;

use super::OnPage;
use crate::desk::overtaken::{Later, Overtaken};
use crate::desk::thread::Occurrence;
use crate::markdown::KnownWord;
use crate::model::Prose;
use crate::view::parts::{Labelled, QuoteView};
use crate::view::site::entity::LaterWord;
use crate::view::site::entry::EntryView;
use crate::view::{Anchor, AttributionView, DateView};

/// The fact that answers a question.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AnswerView<'v> {
    /// The brief that says so.
    pub brief: EntryView<'v>,
    /// Where the fact stands in it: `fact-on-duty`.
    pub anchor: Anchor<'v>,
    /// The fact, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// How well it is attested.
    pub status: Labelled<'v>,
    /// On whose word.
    pub attribution: AttributionView<'v>,
    /// When it happened, or is to.
    pub when: Option<DateView<'v>>,
    /// Words to the letter of others than its speaker.
    pub quotes: Vec<QuoteView<'v>>,
    /// When the question was answered.
    pub on: Option<DateView<'v>>,
    /// Of everybody who says something of the fact in the story the last word, where that attests it otherwise, and what other briefs of
    /// the day answer: the answer is no better than that. What its own speaker says comes first.
    pub later: Vec<LaterWord<'v>>,
    /// How many more of these words there are.
    pub later_more: Option<usize>,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its
    /// brief and all briefs on the question are marked alike.
    pub marking: Option<KnownWord>,
}

impl<'v> AnswerView<'v> {
    /// The answer that a brief gives, and what stands beside it.
    pub(super) fn new(at: Occurrence<'v>, beside: &[Later<'v>], page: OnPage<'_, 'v>) -> Option<Self> {
        let locale = page.locale;
        let fact = at.answer()?;
        let (later, later_more) = LaterWord::first(beside, locale);
        Some(Self {
            brief: EntryView::new(at.brief, locale),
            anchor: Anchor::new("fact", &fact.id.value),
            text: &fact.text.value,
            status: Labelled::attested(fact, at.brief, locale),
            attribution: AttributionView::uncited(fact.attribution.as_ref(), locale),
            on: at.question.answered_on.as_ref().map(|day| DateView::new(&day.value, locale)),
            later,
            later_more,
            when: fact.when.as_ref().map(|when| DateView::new(&when.value, locale)),
            quotes: QuoteView::of_others(&fact, at.brief, locale),
            marking: page.label(at.brief, fact),
        })
    }
}

/// What stands beside the answer that a brief gives.
pub(super) fn beside<'v>(at: Occurrence<'v>, said: &Overtaken<'v>) -> Vec<Later<'v>> {
    at.answer().map_or_else(Vec::new, |fact| said.beside(at.brief, fact))
}
