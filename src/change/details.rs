//! Parts that are compared as a whole and told by name: so that "nothing has changed" is true when it is said.

use crate::model::{Basis, Brief, CivilDate, Fact, Judgement, Line, Position, Prose, Question};
use crate::published::Spelling;
use crate::span::Spanned;

/// The name of a part that is compared as a whole, if it differs.
type Named = Option<&'static str>;

/// A list, or what may be missing. The order of a list is no difference.
fn listed<T>(
    name: &'static str,
    old: impl IntoIterator<Item = T>,
    new: impl IntoIterator<Item = T>,
    spell: impl Fn(&mut Spelling, T),
) -> Named {
    let spelled = |values: &mut dyn Iterator<Item = T>| {
        let mut all: Vec<_> = values
            .map(|value| {
                let mut spelling = Spelling::new();
                spell(&mut spelling, value);
                spelling
            })
            .collect();
        all.sort_unstable();
        all
    };
    (spelled(&mut old.into_iter()) != spelled(&mut new.into_iter())).then_some(name)
}

/// The same of values that are told apart without being spelled, as most of what is compared has not changed.
fn part<'p, T, L>(
    name: &'static str,
    old: &'p L,
    new: &'p L,
    spell: impl Fn(&mut Spelling, &'p Spanned<T>),
) -> Named
where
    T: PartialEq + 'p,
    L: ?Sized,
    &'p L: IntoIterator<Item = &'p Spanned<T>>,
{
    let values = |list: &'p L| list.into_iter().map(|it| &it.value);
    if values(old).eq(values(new)) { None } else { listed(name, old, new, spell) }
}

/// A value that is the same or not.
fn value<T: PartialEq + Copy>(name: &'static str, old: T, new: T) -> Named {
    (old != new).then_some(name)
}

fn line(spelling: &mut Spelling, line: &Spanned<Line>) {
    spelling.line("", Some(line));
}

fn prose(spelling: &mut Spelling, prose: &Spanned<Prose>) {
    spelling.prose("", Some(prose));
}

fn note(old: Option<&Spanned<Prose>>, new: Option<&Spanned<Prose>>) -> Named {
    let [old, new] = [old, new].map(|note| note.map(std::slice::from_ref).unwrap_or_default());
    part("note", old, new, prose)
}

fn basis(spelling: &mut Spelling, basis: &Spanned<Basis>) {
    spelling.basis(&basis.value);
}

fn day(day: Option<&Spanned<CivilDate>>) -> Option<CivilDate> {
    day.map(|day| day.value)
}

fn names(parts: impl IntoIterator<Item = Named>) -> Vec<&'static str> {
    parts.into_iter().flatten().collect()
}

pub(super) fn of_brief(old: &Brief, new: &Brief) -> Vec<&'static str> {
    names([
        value("date", old.date.value, new.date.value),
        value("language", old.lang.as_str(), new.lang.as_str()),
        value("story", old.story.as_ref().map(|it| &it.value), new.story.as_ref().map(|it| &it.value)),
        value("weight", old.weight, new.weight),
        part("topics", &old.topics, &new.topics, line),
        listed("article", [&old.article], [&new.article], Spelling::article),
        listed("sources", &old.sources, &new.sources, |spelling, it| spelling.source(it)),
        listed("people and places", &old.entities, &new.entities, Spelling::entity),
        listed("analyst’s notes", &old.notes, &new.notes, Spelling::note),
        value("likelihood scale", old.likelihood_scale, new.likelihood_scale),
        part("AI disclosure", &old.disclosure, &new.disclosure, line),
    ])
}

/// Of a fact. Another value of the same thing is told as such.
pub(super) fn of_fact(old: &Fact, new: &Fact, another_value: bool) -> Vec<&'static str> {
    names([
        listed("quotes", &old.quotes, &new.quotes, Spelling::quote),
        listed("value", &old.property, &new.property, |spelling, it| spelling.property(it))
            .filter(|_| !another_value),
        note(old.note.as_deref(), new.note.as_deref()),
    ])
}

/// Of a question. Another answer than before has another date, and is told as such.
pub(super) fn of_question(old: &Question, new: &Question, same_answer: bool) -> Vec<&'static str> {
    names([
        part("why it matters", &old.matters, &new.matters, prose),
        value("date of the answer", day(old.answered_on.as_ref()), day(new.answered_on.as_ref()))
            .filter(|_| same_answer),
        part("what would settle it", &old.would_settle, &new.would_settle, line),
        note(old.note.as_deref(), new.note.as_deref()),
    ])
}

pub(super) fn of_position(old: &Position, new: &Position) -> Vec<&'static str> {
    names([listed("quotes", &old.quotes, &new.quotes, Spelling::quote)])
}

pub(super) fn of_judgement(old: &Judgement, new: &Judgement) -> Vec<&'static str> {
    names([basis_of(old, new), note(old.note.as_deref(), new.note.as_deref())])
}

/// On what a judgement rests, which is told of one that another brief makes, too.
pub(super) fn of_judgement_again(old: &Judgement, new: &Judgement) -> Vec<&'static str> {
    names([basis_of(old, new)])
}

fn basis_of(old: &Judgement, new: &Judgement) -> Named {
    part("basis", &old.basis, &new.basis, basis)
}
