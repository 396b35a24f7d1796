//! What may be seen under a ceiling: a desk without whatever is marked higher, cut before any page is thought of.
//!
//! The cut happens once, on the model, so that no page, feed or index can forget it. A part is at least as high as what it stands
//! on (`model::levels`): a fact goes with its speaker, an event with its fact, a judgement with its basis, a question with its answer,
//! and a whole brief with a fact that its bottom line links to. Nobody who reads the rest can tell that anything is missing, and nothing in it
//! looks better attested than before: two sources that come from one origin stay one.

mod brief;
mod counts;
mod names;
mod order;
mod origins;
mod reach;
mod register;

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::desk::Desk;
use crate::model::{Brief, Edition, Id, Marking, Register};

pub use counts::Counts;
use origins::Origins;
use register::Hidden;

/// What of a desk may be seen.
#[derive(Debug)]
pub struct Cut {
    /// The desk without what is withheld.
    pub desk: Desk,
    /// What is withheld, by path and kind.
    pub withheld: Vec<Withheld>,
}

/// What is withheld of one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Withheld {
    /// The file.
    pub path: PathBuf,
    /// What of it.
    pub what: What,
}

/// How much of a file is withheld.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The whole brief, because it is marked so.
    Brief(Marking),
    /// The whole brief, because its bottom line links to a part that is withheld.
    BottomLine(Id),
    /// So many parts of it.
    Parts(usize),
    /// The editor's note.
    Note(Marking),
}

/// Takes out of a desk and its register what is marked higher than `ceiling`, and every part that stands on it.
#[must_use]
pub fn cut(desk: Desk, register: &mut Register, ceiling: Marking) -> Cut {
    let hidden = Hidden::of(register, ceiling);
    let origins = Origins::of(&desk, |brief| brief::is_whole(brief, &hidden, ceiling));
    hidden.take_out_of(register);
    let mut withheld = Vec::new();
    let mut left = Vec::with_capacity(desk.briefs.len());
    for (place, brief) in desk.briefs.into_iter().enumerate() {
        let path = brief.path.clone();
        let what = match brief::cut(brief, &hidden, ceiling) {
            Ok(it) => {
                let parts = it.parts;
                left.push((place, it.brief));
                (parts > 0).then_some(What::Parts(parts))
            }
            Err(what) => Some(what),
        };
        withheld.extend(what.map(|what| Withheld { path, what }));
    }
    origins.keep(&mut left, &hidden);
    let kept: Vec<Brief> = left.into_iter().map(|(_, brief)| brief).collect();
    let ids: BTreeSet<&Id> = kept.iter().map(|brief| &brief.id).collect();
    let mut editions = desk.editions;
    for edition in editions.values_mut() {
        if let Some(marking) = cut_edition(edition, &ids, ceiling) {
            withheld.push(Withheld { path: edition.path.clone(), what: What::Note(marking) });
        }
    }
    let days: BTreeSet<_> = kept.iter().map(|brief: &Brief| brief.date.value).collect();
    editions.retain(|day, _| days.contains(day));
    withheld.sort();
    let mut desk = Desk { briefs: kept, editions };
    // What is withheld is not told by the labels of what is left.
    desk.set_apart();
    Cut { desk, withheld }
}

/// What of the statements and questions of one brief may be seen; nothing where it is withheld as a whole.
#[must_use]
pub fn shown(brief: &Brief, ceiling: Marking) -> Option<Brief> {
    brief::cut(brief.clone(), &Hidden::default(), ceiling).ok().map(|left| left.brief)
}

/// The editor's hand in what may be seen; the marking of a note that may not.
fn cut_edition(edition: &mut Edition, kept: &BTreeSet<&Id>, ceiling: Marking) -> Option<Marking> {
    for named in [&mut edition.pin, &mut edition.order, &mut edition.leave_out] {
        named.retain(|id| kept.contains(&id.value));
    }
    let marking = edition.note.as_ref().map(|(_, marking)| *marking).filter(|marking| *marking > ceiling)?;
    edition.note = None;
    Some(marking)
}
