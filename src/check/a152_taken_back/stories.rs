//! Facts, judgements and events of which readers keep what a later brief of their story takes back.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::readers::Readers;
use super::{Left, Whole};
use crate::change::Voice;
use crate::desk::overtaken::Later;
use crate::desk::telling::{Telling, last};
use crate::language::wording::same_statement;
use crate::locale::Locale;
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

    /// How its brief tells it, where somebody else may deny it.
    fn telling<'d>(brief: &'d Brief, part: &'d Self) -> Option<Telling<'d>>;

    /// What readers have who see it, and what they do not see, where another brief takes it back.
    fn taken_back(had: (&Brief, &Self), now: (&Brief, &Self)) -> Option<(String, String)>;
}

/// Where a part is told.
type Told<'d, P> = (&'d Brief, &'d P);

/// What is told of a part, the latest first, and whether readers see it.
type Words<'d, P> = Vec<(Told<'d, P>, bool)>;

fn left_of<'d, P: Part + 'd>(story: &[&'d Brief], readers: &mut Readers<'d>) -> Vec<Left<'d>> {
    let mut words: HashMap<&Id, Words<'d, P>, RandomState> = HashMap::default();
    // In the order in which they are first told.
    let mut order = Vec::new();
    for brief in story {
        let shown = readers.see(brief);
        for part in P::all(brief) {
            let of_part = words.entry(part.id()).or_insert_with(|| {
                order.push(part.id());
                Vec::new()
            });
            let is_seen = shown.is_some_and(|shown| P::all(shown).iter().any(|it| it.id() == part.id()));
            of_part.push(((brief, part), is_seen));
        }
    }
    let left = |id| {
        let words = words.get_mut(id)?;
        words.reverse();
        of_last_day(words).or_else(|| of_days_before(words)).or_else(|| of_own_words(words))
    };
    order.into_iter().filter_map(left).collect()
}

/// What is withheld of the last day, and takes back all that readers see.
fn of_last_day<'d, P: Part>(words: &[(Told<'d, P>, bool)]) -> Option<Left<'d>> {
    let now = last_day(words.iter().copied());
    taken_back(&seen(words.iter()), now.into_iter().filter(|(_, is_seen)| !is_seen).map(|(told, _)| told))
}

/// What is withheld of the days before, denies or disputes what readers saw by then, and still stands, while all that they have seen since
/// does neither.
fn of_days_before<'d, P: Part>(words: &[(Told<'d, P>, bool)]) -> Option<Left<'d>> {
    let telling = |(brief, part): Told<'d, P>| P::telling(brief, part);
    let is_doubted = |told: Told<'d, P>| telling(told).is_some_and(|it| it.is_doubted());
    // As of most.
    words.iter().find(|(told, is_seen)| !is_seen && is_doubted(*told))?;
    let told =
        words.iter().map(|word| Some((word.0, telling(word.0)?, word.1))).collect::<Option<Vec<_>>>()?;
    let standing = last::standing(told, |(_, telling, _)| telling);
    let is_known = standing.iter().any(|(_, telling, is_seen)| *is_seen && telling.is_doubted());
    let withheld = standing.into_iter().filter(|(_, telling, is_seen)| !is_seen && telling.is_doubted());
    withheld.filter(|_| !is_known).map(|(told, ..)| told).find_map(|told| {
        let day = told.0.date.value;
        let known = words.partition_point(|((brief, _), _)| brief.date.value > day);
        taken_back(&seen(words.iter().skip(known)), std::iter::once(told))
    })
}

/// What is withheld as the last word of a party and takes back what readers see as that, whatever others say.
fn of_own_words<'d, P: Part>(words: &[(Told<'d, P>, bool)]) -> Option<Left<'d>> {
    // As of most.
    words.iter().find(|(_, is_seen)| !is_seen)?;
    let telling = |(brief, part): Told<'d, P>| P::telling(brief, part);
    let told =
        words.iter().map(|word| Some((word.0, telling(word.0)?, word.1))).collect::<Option<Vec<_>>>()?;
    let last = last::last_of_each(told.clone(), |(_, telling, _)| telling);
    let withheld = last.into_iter().filter(|(_, telling, is_seen)| !is_seen && !telling.is_unnamed());
    withheld.into_iter().find_map(|(now, of, _)| {
        let seen = told.iter().copied().filter(|(.., is_seen)| *is_seen);
        let (had, ..) = last::own_last(seen, &of, |(_, telling, _)| telling)?;
        taken_back(&[had], std::iter::once(now))
    })
}

/// What readers see of the last day of which they see anything.
fn seen<'w, 'd: 'w, P: 'd>(words: impl Iterator<Item = &'w (Told<'d, P>, bool)>) -> Vec<Told<'d, P>> {
    last_day(words.copied().filter(|(_, is_seen)| *is_seen)).into_iter().map(|(told, _)| told).collect()
}

/// The words of the last day, of the latest first.
fn last_day<'d, P: 'd>(words: impl Iterator<Item = (Told<'d, P>, bool)>) -> Vec<(Told<'d, P>, bool)> {
    let mut words = words.peekable();
    let day = words.peek().map(|((brief, _), _)| brief.date.value);
    let mut of_day: Vec<_> = words.take_while(|((brief, _), _)| Some(brief.date.value) == day).collect();
    of_day.reverse();
    of_day
}

/// The first of what is withheld that takes back all that readers see.
fn taken_back<'d, P: Part>(
    seen: &[Told<'d, P>],
    mut withheld: impl Iterator<Item = Told<'d, P>>,
) -> Option<Left<'d>> {
    let (had_in, had) = *seen.first()?;
    let (later, now) = withheld.find(|now| seen.iter().all(|it| P::taken_back(*it, *now).is_some()))?;
    let (had_as, now_as) = P::taken_back((had_in, had), (later, now))?;
    Some(Left { brief: had_in, span: had.span(), had: had_as, now: now_as, later })
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

    fn telling<'d>(brief: &'d Brief, fact: &'d Self) -> Option<Telling<'d>> {
        Some(Telling::of_fact(brief, fact))
    }

    fn taken_back(had: (&Brief, &Self), now: (&Brief, &Self)) -> Option<(String, String)> {
        let later = Later { of: had.0, fact: had.1, brief: now.0, now: now.1 };
        // Of two briefs of one day none is the later, and a doubt is what readers must not miss.
        let is_later = had.0.date.value < now.0.date.value || now.1.status.value.is_doubted();
        let now_as = taken_back_as(&later).filter(|_| is_later)?;
        Some((format!("this fact as {}", had.1.status.value.word()), format!("it is {now_as}")))
    }
}

/// How a later word takes back what was said of a fact: `denied`. Other words may say the same; another value or time does not.
pub(in crate::check) fn taken_back_as(later: &Later<'_>) -> Option<String> {
    let (had, has) = (later.fact.status.value, later.now.status.value);
    let is_held_less = || later.now.credibility.as_ref().filter(|_| later.is_held_less());
    if had != has && !takes_nothing_back((later.of, later.fact), (later.brief, later.now)) {
        Some(has.word().to_owned())
    } else if let Some(credibility) = is_held_less() {
        Some(format!("held for {}", Locale::english().label(credibility.value)))
    } else if later.gives_another_value() {
        Some("told with another value".to_owned())
    } else {
        later.is_of_another_time().then(|| "told of another time".to_owned())
    }
}

/// Whether the later word, each with its brief, takes nothing back: it says the same, and attests it better or on the word of somebody
/// else. Who may be the same is nobody else.
fn takes_nothing_back((brief, had): Told<'_, Fact>, (later, now): Told<'_, Fact>) -> bool {
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

    /// Nobody denies what is our own.
    fn telling<'d>(_: &'d Brief, _: &'d Self) -> Option<Telling<'d>> {
        None
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

    fn telling<'d>(brief: &'d Brief, event: &'d Self) -> Option<Telling<'d>> {
        Some(Telling::of_event(brief, event))
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
