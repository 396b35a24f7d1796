//! The positions of a party.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::Serialize;

use super::{OnPage, asked};
use crate::desk::thread::Occurrence;
use crate::language::wording::statement_key;
use crate::markdown::{KnownText, KnownWord};
use crate::model::labels::Said;
use crate::model::{Direction, Position, Prose};
use crate::view::attribution::PhrasePart;
use crate::view::parts::{Labelled, QuoteView};
use crate::view::site::entry::LinkView;
use crate::view::{Anchor, AttributionView, DateView};

/// A party and positions that it has taken.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PartyView<'v> {
    /// Who: a name, or how many unnamed people and how they are described.
    pub name: Vec<PhrasePart<'v>>,
    /// Whether it has taken another stance on the question in the same words. Of people without names nobody can say that.
    pub moved: bool,
    /// Its positions that are on this page, from the first.
    pub held: Vec<HeldView<'v>>,
}

/// A position that a party took at some time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HeldView<'v> {
    /// The stance.
    pub stance: Labelled<'v>,
    /// The question as that brief asks it, where that is another than it is now: the stance is one on that question.
    pub asked: Option<&'v str>,
    /// What the party says, in Markdown; absent where it declines to.
    #[schemars(with = "Option<String>")]
    pub says: Option<&'v Prose>,
    /// Words to the letter of others than the party.
    pub quotes: Vec<QuoteView<'v>>,
    /// Who, through whom, when.
    pub attribution: AttributionView<'v>,
    /// The brief that first told of it.
    pub brief: LinkView<'v>,
    /// Where the position stands in that brief.
    pub anchor: Anchor<'v>,
    /// The day as of which that brief speaks.
    pub told: DateView<'v>,
    /// The language of the words.
    pub lang: KnownText<&'v str>,
    /// The direction that it runs in.
    pub dir: Direction,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its
    /// brief and all briefs on the question are marked alike.
    pub marking: Option<KnownWord>,
}

/// A position, with the question that it is on.
pub(super) type Held<'v> = (Occurrence<'v>, &'v Position);

/// Whether a party has taken two stances on a question in one wording. What it says to the contrary question is no other stance.
pub(super) fn has_moved(held: &[Held<'_>]) -> bool {
    let Some(((first_at, first), _)) = held.split_first() else { return false };
    // Most have one stance all along, whatever the question was called; most questions are called one way all along.
    if held.iter().all(|(_, position)| position.stance.value == first.stance.value) {
        return false;
    }
    if held.iter().all(|(at, _)| at.question.question.value == first_at.question.question.value) {
        return true;
    }
    let mut stances: HashMap<_, _, RandomState> = HashMap::default();
    held.iter().any(|(at, position)| {
        let stance = position.stance.value;
        *stances.entry(statement_key(at.question.question.value.as_str())).or_insert(stance) != stance
    })
}

impl<'v> HeldView<'v> {
    pub(super) fn new((at, position): Held<'v>, page: OnPage<'_, 'v>) -> Self {
        let (brief, locale) = (at.brief, page.locale);
        let said = Said(at.question, position);
        Self {
            asked: asked(at.question, page.now),
            stance: Labelled::taken(position, locale),
            says: position.says.as_ref().map(|says| &says.value),
            quotes: QuoteView::of_others(&said, brief, locale),
            attribution: AttributionView::uncited(Some(&position.attribution), locale),
            brief: LinkView::brief(brief),
            anchor: Anchor::new("position", &position.id),
            told: DateView::new(&brief.date.value, locale),
            lang: brief.lang.tag(),
            dir: brief.lang.direction(),
            marking: page.label(brief, &said),
        }
    }
}
