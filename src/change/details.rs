//! Parts that are compared as a whole and told by name: so that "nothing has changed" is true when it is said.

use std::fmt::Debug;

use super::questions::answer;
use crate::model::{Article, Brief, Fact, Id, Judgement, Lang, Line, Position, Question, Quote};
use crate::span::Spanned;

/// The name of a part that is compared as a whole, if it differs.
type Named = Option<&'static str>;

/// A list, or what may be missing. The order of a list is no difference.
fn part<'p, T, L>(name: &'static str, old: &'p L, new: &'p L) -> Named
where
    T: Debug + PartialEq + 'p,
    &'p L: IntoIterator<Item = &'p Spanned<T>>,
{
    let values = |list: &'p L| list.into_iter().map(|it| &it.value);
    // Most of what is compared has not changed, and to spell it takes long.
    if values(old).eq(values(new)) { None } else { by_spelling(name, values(old), values(new)) }
}

/// The same for what can be told apart by its spelling alone.
fn by_spelling<T: Debug>(
    name: &'static str,
    old: impl IntoIterator<Item = T>,
    new: impl IntoIterator<Item = T>,
) -> Named {
    let (mut old, mut new) = (spelled(old), spelled(new));
    old.sort_unstable();
    new.sort_unstable();
    (old != new).then_some(name)
}

/// Values in one spelling: places in the file are left out of it, white space is folded.
fn spelled<T: Debug>(values: impl IntoIterator<Item = T>) -> Vec<String> {
    let fold = |value: T| {
        let text = format!("{value:?}").replace("\\n", " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    values.into_iter().map(fold).collect()
}

fn names(parts: impl IntoIterator<Item = Named>) -> Vec<&'static str> {
    parts.into_iter().flatten().collect()
}

pub(super) fn of_brief(old: &Brief, new: &Brief) -> Vec<&'static str> {
    names([
        (old.date.value != new.date.value).then_some("date"),
        by_spelling("language", [&old.lang], [&new.lang]),
        part("story", &old.story, &new.story),
        by_spelling("weight", [old.weight], [new.weight]),
        part("topics", &old.topics, &new.topics),
        by_spelling("article", [article(old)], [article(new)]),
        by_spelling("sources", &old.sources, &new.sources),
        by_spelling("people and places", &old.entities, &new.entities),
        by_spelling("analyst’s notes", &old.notes, &new.notes),
        by_spelling("likelihood scale", [old.likelihood_scale], [new.likelihood_scale]),
        part("AI disclosure", &old.disclosure, &new.disclosure),
    ])
}

/// The file with the article's text is a matter of layout.
fn article(brief: &Brief) -> Article {
    Article { text: None, ..brief.article.clone() }
}

pub(super) fn of_fact(old: &Fact, new: &Fact) -> Vec<&'static str> {
    names([
        quotes(&old.quotes, &new.quotes),
        by_spelling("value", &old.property, &new.property),
        part("note", &old.note, &new.note),
    ])
}

/// Where a quote stands in the article is not part of it.
fn quotes(old: &[Quote], new: &[Quote]) -> Named {
    fn told(quotes: &[Quote]) -> impl Iterator<Item = (&Line, Option<&Lang>, Option<&Id>)> {
        quotes.iter().map(|quote| {
            (&quote.text.value, quote.lang.as_ref(), quote.said_by.as_ref().map(|it| &it.id.value))
        })
    }
    if told(old).eq(told(new)) {
        return None;
    }
    by_spelling("quotes", told(old), told(new))
}

pub(super) fn of_question(old: &Question, new: &Question) -> Vec<&'static str> {
    // Another answer has another date, and is told as such.
    let same_answer = answer(old) == answer(new);
    names([
        part("why it matters", &old.matters, &new.matters),
        part("date of opening", &old.opened, &new.opened),
        part("date of the answer", &old.answered_on, &new.answered_on).filter(|_| same_answer),
        part("what would settle it", &old.would_settle, &new.would_settle),
        part("note", &old.note, &new.note),
    ])
}

pub(super) fn of_position(old: &Position, new: &Position) -> Vec<&'static str> {
    names([quotes(&old.quotes, &new.quotes)])
}

pub(super) fn of_judgement(old: &Judgement, new: &Judgement) -> Vec<&'static str> {
    names([part("basis", &old.basis, &new.basis), part("note", &old.note, &new.note)])
}
