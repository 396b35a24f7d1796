//! How far sources can be relied on.

use super::compare::Found;
use super::{How, Item, Shift, Standing};
use crate::few::Few;
use crate::model::party::Known;
use crate::model::{Brief, CivilDate, Id, Reliability, Source};

/// The sources of some briefs that no brief of the last day before gave this grade, once each.
pub(super) fn compare<'d>(
    old: &[&'d Brief],
    new: &[&'d Brief],
    earlier: Option<&Graded<'d>>,
    found: &mut Found<'_, 'd>,
) {
    // Most desks grade nobody.
    if new.iter().all(|brief| graded(brief).next().is_none()) {
        return;
    }
    let mut before = Graded::default();
    for brief in old {
        before.add(brief);
    }
    for day in new.chunk_by(|one, next| one.date.value == next.date.value) {
        let mut told = Graded::default();
        for now in day.iter().flat_map(|brief| graded(brief)) {
            let Some((then, shift)) = regraded(&[Some(&before), earlier], &now) else { continue };
            let is_told = last(&[Some(&told)], &now).iter().any(|it| it.grade() == now.grade());
            if !is_told {
                told.take(now);
                found.both(then.standing(), now.standing()).changed(How::Reliability(shift));
            }
        }
        for brief in day {
            before.add(brief);
        }
    }
}

/// The sources of a brief that it grades: who is not graded has not lost a grade.
fn graded(brief: &Brief) -> impl Iterator<Item = Listed<'_>> {
    let listed = brief.sources.iter().map(move |source| Listed { brief, source });
    listed.filter(|it| it.grade().is_some())
}

/// How each source was graded on the last day on which it was; where no brief has graded it, when it was listed last.
#[derive(Debug, Clone, Default)]
pub(super) struct Graded<'d>(Few<KnownBy<'d>, LastGrades<'d>>);

/// What a source is known by: its id, and any name of it, as another brief may give the id to somebody else.
type KnownBy<'d> = (&'d Id, Known<'d>);

/// The grades of one day, of which none is the later.
#[derive(Debug, Clone)]
struct LastGrades<'d> {
    first: Listed<'d>,
    /// Of other grades: few have any.
    others: Vec<Listed<'d>>,
}

/// A source, as a brief lists it.
#[derive(Debug, Clone, Copy)]
struct Listed<'d> {
    brief: &'d Brief,
    source: &'d Source,
}

impl<'d> Graded<'d> {
    /// Takes up the sources of a brief that is not earlier than those before it.
    pub(super) fn add(&mut self, brief: &'d Brief) {
        for source in &brief.sources {
            self.take(Listed { brief, source });
        }
    }

    fn take(&mut self, now: Listed<'d>) {
        for known in now.known_by() {
            match self.0.get_mut(&known) {
                Some(last) => last.take(now),
                None => self.0.add(known, LastGrades { first: now, others: Vec::new() }),
            }
        }
    }
}

impl<'d> LastGrades<'d> {
    fn take(&mut self, now: Listed<'d>) {
        match now.order().cmp(&self.first.order()) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal => {
                if self.iter().all(|it| it.grade() != now.grade()) {
                    self.others.push(now);
                }
            }
            std::cmp::Ordering::Greater => *self = Self { first: now, others: Vec::new() },
        }
    }

    fn iter(&self) -> impl Iterator<Item = Listed<'d>> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

impl<'d> Listed<'d> {
    fn grade(&self) -> Option<Reliability> {
        self.source.reliability
    }

    /// What is graded comes after what is not, of whatever days they are.
    fn order(&self) -> (bool, CivilDate) {
        (self.grade().is_some(), self.brief.date.value)
    }

    /// Whether people without names are those of another brief, nobody can say: they are known as what their own lists.
    fn known_by(&self) -> impl Iterator<Item = KnownBy<'d>> + use<'d> {
        let Self { brief, source } = *self;
        let count = if source.is_anonymous() { 1 } else { usize::MAX };
        Known::all(brief, source).take(count).map(move |known| (&source.id.value, known))
    }

    fn standing(&self) -> Standing<'d> {
        Standing { brief: self.brief, item: Item::Source(self.source) }
    }
}

/// All grades that a source had on the last day on which it had any.
fn last<'d>(before: &[Option<&Graded<'d>>], now: &Listed<'d>) -> Vec<Listed<'d>> {
    let graded = before.iter().flatten();
    let known: Vec<_> = graded.flat_map(|graded| now.known_by().filter_map(|it| graded.0.get(&it))).collect();
    let last = known.iter().map(|it| it.first.order()).max();
    known.into_iter().filter(|it| Some(it.first.order()) == last).flat_map(LastGrades::iter).collect()
}

/// How a source stood on the last day, at worst, and which way its grade has gone since. Who was given this grade on that day, too, has
/// not been graded anew, and who was given a better one is in no case more reliable now.
fn regraded<'d>(before: &[Option<&Graded<'d>>], now: &Listed<'d>) -> Option<(Listed<'d>, Shift)> {
    let last = last(before, now);
    if last.iter().any(|it| it.grade() == now.grade()) {
        return None;
    }
    let worst = *last.iter().max_by_key(|it| judged(it.grade()))?;
    let shift = shift(worst.grade(), now.grade())?;
    let is_certain = shift != Shift::Up || last.iter().all(|it| judged(it.grade()) > now.grade());
    Some((worst, if is_certain { shift } else { Shift::Moved }))
}

/// The grade of a source that could be judged.
fn judged(grade: Option<Reliability>) -> Option<Reliability> {
    grade.filter(|it| *it != Reliability::F)
}

/// How far a source can be relied on: up or down where it was judged and is. One that is judged at last is told of where the grade is bad.
fn shift(before: Option<Reliability>, now: Option<Reliability>) -> Option<Shift> {
    if before == now {
        return None;
    }
    match (judged(before), judged(now)) {
        // A is the best.
        (Some(before), Some(now)) => Some(if now < before { Shift::Up } else { Shift::Down }),
        (None, Some(now)) => (now > Reliability::C || before.is_some()).then_some(Shift::Moved),
        (Some(_), None) => Some(Shift::Moved),
        (None, None) => None,
    }
}
