//! Facts, judgements and events of which readers keep what a later brief of their story takes back.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::readers::Readers;
use super::{Left, Whole};
use crate::change::Voice;
use crate::language::wording::same_statement;
use crate::model::date::Relation;
use crate::model::origins::may_be_one;
use crate::model::{Brief, Event, Fact, FuzzyDate, Id, Judgement, Status, Words as _};
use crate::span::Span;

/// What the latest day of a story takes back, where these readers do not see it.
pub(super) fn left<'d>(whole: &Whole<'d>, readers: &mut Readers<'d>) -> Vec<Left<'d>> {
    let stories: Vec<_> = whole.stories().values().collect();
    let mut left = Vec::new();
    for story in stories {
        // Where they see all of it, they see what is taken back.
        if story.iter().any(|brief| !readers.see_all(brief)) {
            left.extend(left_of::<Fact>(story, readers));
            left.extend(left_of::<Judgement>(story, readers));
            left.extend(left_of::<Event>(story, readers));
        }
    }
    left
}

/// A part that a later brief of the story can tell otherwise.
trait Part: Sized {
    fn all(brief: &Brief) -> &[Self];

    /// The id under which the briefs of a story have it.
    fn id(&self) -> &Id;

    /// Where it says what can be taken back.
    fn span(&self) -> Span;

    /// What readers have who see it, and what they do not see, where another brief takes it back.
    fn taken_back(had: (&Brief, &Self), now: (&Brief, &Self)) -> Option<(String, String)>;
}

/// Where a part is told.
type Told<'d, P> = (&'d Brief, &'d P);

/// What is told of a part on its last day, and the last that readers see of it.
struct Last<'d, P> {
    now: Vec<(Told<'d, P>, bool)>,
    seen: Vec<Told<'d, P>>,
}

fn left_of<'d, P: Part + 'd>(story: &[&'d Brief], readers: &mut Readers<'d>) -> Vec<Left<'d>> {
    let mut last: HashMap<&Id, Last<'d, P>, RandomState> = HashMap::default();
    // In the order in which they are first told.
    let mut order = Vec::new();
    for brief in story {
        let shown = readers.see(brief);
        for part in P::all(brief) {
            let of_part = last.entry(part.id()).or_insert_with(|| {
                order.push(part.id());
                Last { now: Vec::new(), seen: Vec::new() }
            });
            let is_seen = shown.is_some_and(|shown| P::all(shown).iter().any(|it| it.id() == part.id()));
            if of_part.now.first().is_some_and(|((of, _), _)| of.date.value != brief.date.value) {
                of_part.now.clear();
            }
            of_part.now.push(((brief, part), is_seen));
            if is_seen {
                if of_part.seen.first().is_some_and(|(of, _)| of.date.value != brief.date.value) {
                    of_part.seen.clear();
                }
                of_part.seen.push((brief, part));
            }
        }
    }
    order.into_iter().filter_map(|id| last.get(id)?.left()).collect()
}

impl<'d, P: Part + 'd> Last<'d, P> {
    /// What is withheld of the last day, and takes back all that readers see.
    fn left(&self) -> Option<Left<'d>> {
        let (had_in, had) = *self.seen.first()?;
        let withheld = self.now.iter().filter(|(_, is_seen)| !is_seen).map(|(told, _)| *told);
        let mut withheld =
            withheld.filter(|now| self.seen.iter().all(|it| P::taken_back(*it, *now).is_some()));
        let (later, now) = withheld.next()?;
        let (had_as, now_as) = P::taken_back((had_in, had), (later, now))?;
        Some(Left { brief: had_in, span: had.span(), had: had_as, now: now_as, later })
    }
}

impl Part for Fact {
    fn all(brief: &Brief) -> &[Self] {
        &brief.key_facts
    }

    fn id(&self) -> &Id {
        &self.id.value
    }

    fn span(&self) -> Span {
        self.status.span
    }

    fn taken_back(had: (&Brief, &Self), now: (&Brief, &Self)) -> Option<(String, String)> {
        let (before, after) = (had.1.status.value, now.1.status.value);
        // Of two briefs of one day none is the later, and a doubt is what readers must not miss.
        let is_later = had.0.date.value < now.0.date.value || after.is_doubted();
        (before != after && is_later && !takes_nothing_back(had, now))
            .then(|| (format!("this fact as {}", before.word()), format!("it is {}", after.word())))
    }
}

/// Whether the later word, each with its brief, takes nothing back: it says the same, and attests it better or on the word of somebody
/// else. Who may be the same is nobody else.
pub(in crate::check) fn takes_nothing_back(
    (brief, had): Told<'_, Fact>,
    (later, now): Told<'_, Fact>,
) -> bool {
    let is_anothers = || match (&had.attribution, &now.attribution) {
        (Some(one), Some(other)) => !may_be_one((brief, &one.said_by), (later, &other.said_by)),
        (None, None) => false,
        _ => true,
    };
    let stands = match (had.status.value.rank(), now.status.value.rank()) {
        (Some(had_rank), Some(rank)) => {
            rank > had_rank || now.status.value != Status::Disputed && is_anothers()
        }
        _ => false,
    };
    stands && same_statement(had.text.value.as_str(), now.text.value.as_str())
}

impl Part for Judgement {
    fn all(brief: &Brief) -> &[Self] {
        &brief.judgements
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn span(&self) -> Span {
        self.likelihood.as_ref().map_or(self.confidence.span, |it| it.span)
    }

    /// More confidence in the same takes nothing back.
    fn taken_back((_, had): (&Brief, &Self), (_, now): (&Brief, &Self)) -> Option<(String, String)> {
        let band = |it: &Self| it.likelihood.as_ref().map(|it| it.value.percent);
        (band(had) != band(now) || now.confidence.value < had.confidence.value)
            .then(|| (format!("this judgement as {}", weight(had)), format!("it is {}", weight(now))))
    }
}

/// How likely and how sure.
fn weight(judgement: &Judgement) -> String {
    let confidence = format!("of {} confidence", judgement.confidence.value.word());
    match &judgement.likelihood {
        Some(likelihood) => format!("{} and {confidence}", likelihood.value.term),
        None => confidence,
    }
}

impl Part for Event {
    fn all(brief: &Brief) -> &[Self] {
        &brief.timeline
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn span(&self) -> Span {
        self.when.as_ref().map_or(self.text.span, |when| when.span)
    }

    fn taken_back(had: (&Brief, &Self), now: (&Brief, &Self)) -> Option<(String, String)> {
        let status = |(brief, event): (&Brief, &Self)| Voice::of_event(event, brief).1;
        let had_as = || "this event as expected".to_owned();
        let is_taken_back = |after: &Status| after.is_doubted() && status(had) != Some(*after);
        if !had.1.is_expected(&FuzzyDate::from(had.0.date.value)) {
            return None;
        }
        if let Some(after) = status(now).filter(is_taken_back) {
            return Some((had_as(), format!("it is {}", after.word())));
        }
        let date = |event: &Self| event.when.as_ref().map(|when| when.value.clone());
        let moved = date(had.1).zip(date(now.1)).map(|(before, after)| before.relation(&after));
        let is_later = had.0.date.value < now.0.date.value;
        matches!(moved, Some(Relation::Before | Relation::After))
            .then(|| (had_as(), "it has another date".to_owned()))
            .filter(|_| is_later)
    }
}
