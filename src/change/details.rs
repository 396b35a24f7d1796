//! Parts that are compared as a whole and told by name: so that "nothing has changed" is true when it is said.

use std::fmt::Debug;

use crate::model::{Brief, Fact, Judgement, Position, Question};

type Named<'p> = (&'static str, Vec<String>, Vec<String>);

/// The names of those that differ. The order of a list is no difference.
fn differing(parts: impl IntoIterator<Item = Named<'static>>) -> Vec<&'static str> {
    let differs = |(name, mut old, mut new): Named<'static>| {
        old.sort();
        new.sort();
        (old != new).then_some(name)
    };
    parts.into_iter().filter_map(differs).collect()
}

/// Values in one spelling: places in the file are left out of it, white space is folded.
fn spelled<T: Debug>(values: impl IntoIterator<Item = T>) -> Vec<String> {
    let fold = |value: T| {
        let text = format!("{value:?}").replace("\\n", " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    values.into_iter().map(fold).collect()
}

pub(super) fn of_brief(old: &Brief, new: &Brief) -> Vec<&'static str> {
    differing([
        ("date", spelled([old.date.value]), spelled([new.date.value])),
        ("language", spelled([&old.lang]), spelled([&new.lang])),
        ("story", spelled(&old.story), spelled(&new.story)),
        ("topics", spelled(&old.topics), spelled(&new.topics)),
        ("article", article(old), article(new)),
        ("sources", spelled(&old.sources), spelled(&new.sources)),
        ("people and places", spelled(&old.entities), spelled(&new.entities)),
        ("analyst’s notes", spelled(&old.notes), spelled(&new.notes)),
        ("likelihood scale", spelled([old.likelihood_scale]), spelled([new.likelihood_scale])),
        ("AI disclosure", spelled(&old.disclosure), spelled(&new.disclosure)),
    ])
}

/// The file with the article's text is a matter of layout.
fn article(brief: &Brief) -> Vec<String> {
    let mut article = brief.article.clone();
    article.text = None;
    spelled([article])
}

pub(super) fn of_fact(old: &Fact, new: &Fact) -> Vec<&'static str> {
    differing([
        ("item credibility", spelled(&old.credibility), spelled(&new.credibility)),
        ("quotes", quotes(&old.quotes), quotes(&new.quotes)),
        ("value", spelled(&old.property), spelled(&new.property)),
        ("note", spelled(&old.note), spelled(&new.note)),
    ])
}

/// Where a quote stands in the article is not part of it.
fn quotes(quotes: &[crate::model::Quote]) -> Vec<String> {
    let speaker = |quote: &crate::model::Quote| quote.said_by.as_ref().map(|it| it.id.value.clone());
    spelled(quotes.iter().map(|quote| (&quote.text, &quote.lang, speaker(quote))))
}

pub(super) fn of_question(old: &Question, new: &Question) -> Vec<&'static str> {
    differing([
        ("why it matters", spelled(&old.matters), spelled(&new.matters)),
        ("date of opening", spelled(&old.opened), spelled(&new.opened)),
        ("date of the answer", spelled(&old.answered_on), spelled(&new.answered_on)),
        ("what would settle it", spelled(&old.would_settle), spelled(&new.would_settle)),
        ("note", spelled(&old.note), spelled(&new.note)),
    ])
}

pub(super) fn of_position(old: &Position, new: &Position) -> Vec<&'static str> {
    differing([("quotes", quotes(&old.quotes), quotes(&new.quotes))])
}

pub(super) fn of_judgement(old: &Judgement, new: &Judgement) -> Vec<&'static str> {
    differing([
        ("basis", spelled(&old.basis), spelled(&new.basis)),
        ("note", spelled(&old.note), spelled(&new.note)),
    ])
}
