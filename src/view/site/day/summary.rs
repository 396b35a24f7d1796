//! What a daily brief rests on.

use std::collections::HashSet;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::Serialize;

use super::last_words::LastWords;
use crate::desk::Daily;
use crate::locale::{Arg, Locale, id};
use crate::model::headcount::Headcount;
use crate::model::origins::Origins;
use crate::model::party::Known;
use crate::model::{Attestation, Brief, Fact, Status, Words as _, reached};
use crate::view::parts::Labelled;
use crate::view::summary::sentence;

/// What the briefs rest on, counted from the same model as their pages.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DaySummary<'v> {
    /// In a sentence or two.
    pub text: String,
    /// How many briefs.
    pub briefs: usize,
    /// How many key facts.
    pub facts: usize,
    /// How many key facts of each status; those that none has are left out.
    pub statuses: Vec<Counted<'v>>,
    /// How many of them we hold for doubtful or improbable, whatever their status.
    pub held_doubtful: usize,
    /// How many named sources, each counted once, under whatever names it is one entity and under whatever ids it bears one name.
    pub named: usize,
    /// How many anonymous sources, each brief's own, but for those whom a story tells of again in the same words.
    pub anonymous: usize,
    /// Whether several briefs have some of these in the same words: then there may be more people than descriptions.
    pub anonymous_at_least: bool,
    /// How many independent origins over all briefs: those that have a named source in common are one.
    pub origins: usize,
    /// How many key facts rest on an anonymous speaker.
    pub anonymous_facts: usize,
}

/// A word with how often it occurs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Counted<'v> {
    /// The word.
    pub word: Labelled<'v>,
    /// How often.
    pub count: usize,
}

impl<'v> DaySummary<'v> {
    pub(super) fn new<'b>(daily: &Daily<'b>, last: &LastWords<'_>, locale: &'v Locale) -> Self {
        let briefs = &daily.briefs;
        let last_of = |brief| move |fact: &&Fact| last.has_fact(brief, fact);
        let facts = briefs.iter().flat_map(|brief| brief.key_facts.iter().filter(last_of(brief)));
        let facts: Vec<_> = facts.collect();
        let of_brief =
            |brief: &'b Brief| reached::named(brief).into_iter().map(move |source| (brief, source));
        let rests_on: Vec<_> = briefs.iter().copied().flat_map(of_brief).collect();
        let attesting = briefs
            .iter()
            .flat_map(|brief| reached::attesting(brief).into_iter().map(move |source| (*brief, source)));
        let (mut named, mut anonymous) =
            (Headcount::with_room(rests_on.len()), HashSet::<_, RandomState>::default());
        let mut unnamed = 0;
        for (brief, source) in &rests_on {
            if source.is_anonymous() {
                unnamed += 1;
                // Those of whom a story tells again in the same words are told of once.
                anonymous.insert(Known::of(brief, source));
            } else {
                named.take(brief, source);
            }
        }
        let unnamed_speaker = |fact: &&&Fact| {
            fact.attribution.as_ref().is_some_and(|attribution| attribution.said_by.is_anonymous())
        };
        let mut summary = Self {
            text: String::new(),
            briefs: briefs.len(),
            facts: facts.len(),
            statuses: statuses(&facts, locale),
            held_doubtful: held_doubtful(&facts),
            named: named.count(),
            anonymous: anonymous.len(),
            anonymous_at_least: unnamed > anonymous.len(),
            origins: Origins::of(briefs.iter().copied()).independent(attesting),
            anonymous_facts: facts.iter().filter(unnamed_speaker).count(),
        };
        summary.text = summary.sentence(locale);
        summary
    }

    fn sentence(&self, locale: &Locale) -> String {
        let named = locale.counted("summary_named_sources", self.named);
        let origins = locale.counted("summary_origins", self.origins);
        let anonymous = ("count", Arg::Count(u64::try_from(self.anonymous).unwrap_or(u64::MAX)));
        let message = if self.anonymous_at_least {
            "summary_named_and_anonymous_at_least"
        } else {
            "summary_named_and_anonymous"
        };
        let mut parts = vec![
            locale.counted("count_briefs", self.briefs),
            locale.say(message, &[("named", Arg::Text(&named)), anonymous]).into(),
            origins,
        ];
        if self.facts > 0 {
            let words = in_words(&self.statuses, self.held_doubtful, locale);
            let facts = locale.counted("count_facts", self.facts);
            let args = [("facts", Arg::Text(&facts)), ("statuses", Arg::Text(&words))];
            parts.push(locale.say("summary_statuses", &args).into());
        }
        if self.anonymous_facts > 0 {
            parts.push(locale.counted("summary_unnamed_word", self.anonymous_facts));
        }
        sentence(&parts, locale)
    }
}

/// How many facts there are of each status; those that none has are left out.
pub(super) fn statuses<'v>(facts: &[&Fact], locale: &'v Locale) -> Vec<Counted<'v>> {
    let counted = |status: &Status| {
        let of_status = || facts.iter().filter(|fact| fact.status.value == *status);
        let is_by_another = of_status().any(|fact| Attestation::of_fact(fact).is_by_another);
        let word = Labelled::status(Attestation { status: *status, is_by_another }, locale);
        Counted { word, count: of_status().count() }
    };
    Status::ALL.iter().map(counted).filter(|it| it.count > 0).collect()
}

/// How many of some facts we hold for doubtful or improbable, whatever their status.
pub(super) fn held_doubtful(facts: &[&Fact]) -> usize {
    facts.iter().filter(|fact| fact.is_held_doubtful()).count()
}

/// Both in words: `2 stated, 1 denied, 1 of them held doubtful or improbable`.
pub(super) fn in_words(statuses: &[Counted<'_>], held_doubtful: usize, locale: &Locale) -> String {
    let word = |it: &Counted<'_>| locale.counted(&id("counted", &it.word.word), it.count);
    let doubtful = (held_doubtful > 0).then(|| locale.counted("counted_held_doubtful", held_doubtful));
    statuses.iter().map(word).chain(doubtful).collect::<Vec<_>>().join(locale.word("comma"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Desk, Index};
    use crate::model::{Brief, Id, Register};
    use crate::validate::sample;

    #[test]
    fn a_named_source_is_counted_once_however_its_name_is_spelled() {
        let brief = |id: &str, source: &str, name: &str, entity: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 entities: [{{id: head, kind: person, name: Head of Oro}}]\n\
                 sources: [{{id: {source}, name: {name}, kind: official, descriptor: Invented{entity}}}]\n\
                 key_facts: [{{id: rust, text: It was rust., status: claimed, said_by: {source}}}]\n"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let named = |briefs: Vec<Brief>| {
            let (desk, register) = (Desk { briefs, ..Desk::default() }, Register::default());
            let index = Index::of(&desk, &register);
            let day = desk.today().unwrap();
            let daily = Daily::new(&desk, &index, day, day);
            DaySummary::new(&daily, &LastWords::of(&daily.briefs), Locale::english()).named
        };
        let head = ", entity: head";
        assert_eq!(
            named(vec![brief("a", "port", "Port of Oro", ""), brief("b", "port", "PORT OF ORO", "")]),
            1
        );
        assert_eq!(
            named(vec![brief("a", "port", "Port of Oro", ""), brief("b", "port", "Port of Ira", "")]),
            2
        );
        assert_eq!(
            named(vec![brief("a", "one", "Port of Oro", ""), brief("b", "two", "Port of Oro", "")]),
            1
        );
        assert_eq!(
            named(vec![brief("a", "one", "The Head", head), brief("b", "two", "His Office", head)]),
            1
        );
    }
}
