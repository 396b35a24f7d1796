//! The source summary: what a brief rests on, in one sentence (ICD 206, source summary statement).

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::locale::{Arg, Locale};
use crate::model::origins::Origins;
use crate::model::reached;
use crate::model::{Brief, Reliability, Source, Status};

/// What a brief rests on, counted from the same model as the page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SummaryView {
    /// The sentence: `6 sources, 3 independent origins; 2 anonymous (4 people); …`.
    pub text: String,
    /// How many sources something in it rests on; others may be listed.
    pub sources: usize,
    /// How many of them are independent of each other; whoever is only quoted is the origin of nothing.
    pub origins: usize,
    /// How many are anonymous.
    pub anonymous: usize,
    /// How many have a reliability that somebody judged.
    pub rated: usize,
    /// How many key facts.
    pub facts: usize,
    /// How many of them are claims of third parties.
    pub claimed: usize,
    /// How many of them rest on an anonymous speaker.
    pub anonymous_facts: usize,
}

impl SummaryView {
    pub(super) fn new(brief: &Brief, sources: &[&Source], locale: &Locale) -> Self {
        let facts = &brief.key_facts;
        let anonymous_speaker = |fact: &&crate::model::Fact| {
            fact.attribution.as_ref().is_some_and(|attribution| attribution.said_by.is_anonymous())
        };
        let mut summary = Self {
            text: String::new(),
            sources: sources.len(),
            origins: Origins::of([brief])
                .independent(reached::attesting(brief).into_iter().map(|source| (brief, source))),
            anonymous: sources.iter().filter(|source| source.is_anonymous()).count(),
            rated: sources.iter().filter(|source| is_rated(source)).count(),
            facts: facts.len(),
            claimed: facts.iter().filter(|fact| fact.status.value == Status::Claimed).count(),
            anonymous_facts: facts.iter().filter(anonymous_speaker).count(),
        };
        summary.text = summary.sentence(sources, locale);
        summary
    }

    fn sentence(&self, sources: &[&Source], locale: &Locale) -> String {
        if self.sources == 0 {
            return locale.word("summary_none").to_owned();
        }
        let comma = locale.word("comma");
        let count_of_sources = locale.counted("summary_sources", self.sources);
        let origins = locale.counted("summary_origins", self.origins);
        let mut parts = vec![Cow::from([&*count_of_sources, comma, &*origins].concat())];
        if self.anonymous > 0 {
            let people = ("people", Arg::Text(&people(sources, locale)));
            parts.push(locale.say("summary_anonymous", &[count(self.anonymous), people]).into());
        }
        if self.claimed > 0 {
            let facts = locale.counted("count_facts", self.facts);
            parts.push(
                locale.say("summary_claimed", &[count(self.claimed), ("facts", Arg::Text(&facts))]).into(),
            );
        }
        if self.anonymous_facts > 0 {
            parts.push(locale.counted("summary_unnamed_word", self.anonymous_facts));
        }
        parts.push(match self.rated {
            0 => locale.word("summary_not_rated").into(),
            rated if rated == self.sources => locale.word("summary_all_rated").into(),
            rated => {
                let sources = self.sources.to_string();
                locale.say("summary_some_rated", &[count(rated), ("sources", Arg::Text(&sources))]).into()
            }
        });
        sentence(&parts, locale)
    }
}

/// `F` says that nobody could judge it.
fn is_rated(source: &Source) -> bool {
    source.reliability.is_some_and(|it| it != Reliability::F)
}

fn count(count: usize) -> (&'static str, Arg<'static>) {
    ("count", Arg::Count(u64::try_from(count).unwrap_or(u64::MAX)))
}

/// Clauses as a sentence.
pub(super) fn sentence(clauses: &[Cow<'_, str>], locale: &Locale) -> String {
    let clauses = clauses.join(locale.word("semicolon"));
    locale.say("summary_sentence", &[("clauses", Arg::Text(&clauses))])
}

/// How many people the anonymous sources stand for, as far as the brief says.
fn people(sources: &[&Source], locale: &Locale) -> String {
    let counts = sources.iter().filter(|source| source.is_anonymous()).map(|source| source.count.as_ref());
    let known: u64 = counts.clone().flatten().map(|count| u64::from(count.value)).sum();
    let unknown = counts.filter(Option::is_none).count();
    let people = locale.say("summary_people", &[("count", Arg::Count(known))]);
    match (known, unknown) {
        (0, _) => locale.word("summary_people_unknown").to_owned(),
        (_, 0) => people,
        _ => locale.say("summary_people_at_least", &[("people", Arg::Text(&people))]),
    }
}
