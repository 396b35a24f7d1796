//! The source summary: what a brief rests on, in one sentence (ICD 206, source summary statement).

use schemars::JsonSchema;
use serde::Serialize;

use super::english::counted;
use crate::model::origins::Origins;
use crate::model::{Brief, Status};

/// What a brief rests on, counted from the same model as the page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SummaryView {
    /// The sentence: `6 sources, 3 independent origins; 2 anonymous (4 people); …`.
    pub text: String,
    /// How many sources.
    pub sources: usize,
    /// How many of them are independent of each other.
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
    pub(super) fn new(brief: &Brief) -> Self {
        let facts = &brief.key_facts;
        let anonymous_speaker = |fact: &&crate::model::Fact| {
            fact.attribution.as_ref().is_some_and(|attribution| attribution.said_by.is_anonymous())
        };
        let mut summary = Self {
            text: String::new(),
            sources: brief.sources.len(),
            origins: Origins::of(brief).count(brief),
            anonymous: brief.sources.iter().filter(|source| source.is_anonymous()).count(),
            rated: brief.sources.iter().filter(|source| source.reliability.is_some()).count(),
            facts: facts.len(),
            claimed: facts.iter().filter(|fact| fact.status.value == Status::Claimed).count(),
            anonymous_facts: facts.iter().filter(anonymous_speaker).count(),
        };
        summary.text = summary.sentence(brief);
        summary
    }

    fn sentence(&self, brief: &Brief) -> String {
        if self.sources == 0 {
            return "No sources are named.".to_owned();
        }
        let mut parts = vec![format!(
            "{}, {}",
            counted(self.sources, "source", "sources"),
            counted(self.origins, "independent origin", "independent origins"),
        )];
        if self.anonymous > 0 {
            parts.push(format!("{} anonymous ({})", self.anonymous, people(brief)));
        }
        if self.claimed > 0 {
            let facts = counted(self.facts, "key fact", "key facts");
            parts.push(format!("{} of {facts} claimed by third parties", self.claimed));
        }
        if self.anonymous_facts > 0 {
            parts.push(format!("{} on the word of unnamed people", self.anonymous_facts));
        }
        parts.push(match self.rated {
            0 => "reliability not rated".to_owned(),
            rated if rated == self.sources => "all rated for reliability".to_owned(),
            rated => format!("{rated} of {} rated for reliability", self.sources),
        });
        format!("{}.", parts.join("; "))
    }
}

/// How many people the anonymous sources stand for, as far as the brief says.
fn people(brief: &Brief) -> String {
    let counts =
        brief.sources.iter().filter(|source| source.is_anonymous()).map(|source| source.count.as_ref());
    let known: u64 = counts.clone().flatten().map(|count| u64::from(count.value)).sum();
    let unknown = counts.filter(Option::is_none).count();
    let people = if known == 1 { "1 person".to_owned() } else { format!("{known} people") };
    match (known, unknown) {
        (0, _) => "number of people not given".to_owned(),
        (_, 0) => people,
        _ => format!("at least {people}"),
    }
}
