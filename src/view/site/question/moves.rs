//! What moved a question.

use schemars::JsonSchema;
use serde::Serialize;

use super::answer::{AnswerView, beside};
use super::{OnPage, asked};
use crate::desk::overtaken::Overtaken;
use crate::desk::thread::{Move, Occurrence};
use crate::markdown::KnownWord;
use crate::model::labels::Said;
use crate::model::{CivilDate, Position};
use crate::view::DateView;
use crate::view::attribution::{PhrasePart, party as party_name};
use crate::view::parts::Labelled;
use crate::view::site::entry::EntryView;

/// What moved a question.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MoveView<'v> {
    /// The brief that told of it.
    pub brief: EntryView<'v>,
    /// Where the question stood before; absent where this brief is the first, or it stands there still.
    pub before: Option<Labelled<'v>>,
    /// Where it stands since; absent where it stayed.
    pub status: Option<Labelled<'v>>,
    /// The fact that answers it since.
    pub answer: Option<AnswerView<'v>>,
    /// The question as that brief asks it, where that is another than it is now: an answer and a stance are on that question.
    pub asked: Option<&'v str>,
    /// Who took a new position.
    pub positions: Vec<MovedPosition<'v>>,
    /// When the question was opened, where this brief puts that right.
    pub opened: Option<DateView<'v>>,
    /// When it had been opened by what was known; absent where that was not known.
    pub opened_before: Option<DateView<'v>>,
}

/// A new position in a move.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MovedPosition<'v> {
    /// Who.
    pub name: Vec<PhrasePart<'v>>,
    /// The stance.
    pub stance: Labelled<'v>,
    /// A handling label, as high as the position and what it stands on are marked; absent where nothing sets it apart from its
    /// brief and all briefs on the question are marked alike.
    pub marking: Option<KnownWord>,
}

impl<'v> MoveView<'v> {
    pub(super) fn new(moved: &Move<'v>, said: &Overtaken<'v>, page: OnPage<'_, 'v>) -> Self {
        let locale = page.locale;
        let status = |at: Occurrence<'_>| Labelled::new(at.question.status.value, locale);
        let answer = if moved.is_answered_anew() { Some(moved.at) } else { None };
        let is_told = moved.changed_status() || answer.is_some();
        let opened = moved.opened.filter(|_| moved.puts_opening_right());
        let date = |day: CivilDate| DateView::new(&day, locale);
        let position = |it: &&'v Position| MovedPosition {
            name: party_name(&it.attribution.said_by, locale),
            stance: Labelled::taken(it, locale),
            marking: page.label(moved.at.brief, &Said(moved.at.question, it)),
        };
        Self {
            brief: EntryView::new(moved.at.brief, locale),
            before: moved.before.filter(|_| moved.changed_status()).map(status),
            status: is_told.then(|| status(moved.at)),
            answer: answer.and_then(|at| AnswerView::new(at, &beside(at, said), page)),
            asked: asked(moved.at.question, page.now),
            positions: moved.positions.iter().map(position).collect(),
            opened: opened.map(|(_, day)| date(day)),
            opened_before: opened.and_then(|(before, _)| before).map(date),
        }
    }
}
