//! A152: readers under a ceiling who are left with a word that the desk has taken back.
//!
//! What is marked higher than a ceiling is left out as if it did not exist. Where that is the brief which reopens a question, or denies
//! a fact, readers keep the answer and the fact: for them, it is better attested than for the desk.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use foldhash::fast::RandomState;

use super::{Findings, Rule, Whole};
use crate::ceiling;
use crate::change::same_statement;
use crate::desk::overtaken::{Later, Overtaken};
use crate::desk::thread::Occurrence;
use crate::diagnostic::{Code, Severity};
use crate::model::{Brief, Fact, Id, Marking, Question, QuestionStatus, Status, Words as _};
use crate::settings::Settings;
use crate::span::Span;

static CODE: Code = Code {
    id: "A152",
    severity: Severity::Warning,
    title: "readers under a ceiling are left with what has been taken back",
};

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

fn check(whole: &Whole<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let highest = whole.desk.briefs.iter().map(Brief::banner).max();
    let mut told = BTreeSet::new();
    for ceiling in settings.ceilings().into_iter().filter(|ceiling| highest.is_some_and(|it| it > *ceiling)) {
        let mut readers = Readers { ceiling, shown: HashMap::default() };
        let answers = readers.with_answers(whole);
        let facts = readers.with_facts(whole.desk.chronological());
        for left in answers.into_iter().chain(facts) {
            // Readers under a lower ceiling may be left with the same.
            if told.insert((&left.brief.id, left.what.span())) {
                left.report(ceiling, findings);
            }
        }
    }
}

/// Something that readers have, and the later word that is withheld from them.
struct Left<'d> {
    brief: &'d Brief,
    what: What<'d>,
    later: &'d Brief,
}

enum What<'d> {
    /// A question, and how it stands now.
    Question(&'d Question, &'d Question),
    /// A fact, and the latest word on it.
    Fact(&'d Fact, &'d Fact),
}

impl What<'_> {
    fn span(&self) -> Span {
        match self {
            Self::Question(had, _) => had.status.span,
            Self::Fact(had, _) => had.status.span,
        }
    }

    /// What readers have.
    fn had(&self) -> String {
        match self {
            Self::Question(had, _) => format!("this question as {}", had.status.value.word()),
            Self::Fact(had, _) => format!("this fact as {}", had.status.value.word()),
        }
    }

    /// What they do not see.
    fn now(&self) -> &'static str {
        match self {
            Self::Question(_, now) if now.status.value == QuestionStatus::Open => "open again",
            Self::Question(had, now) if now.status.value == had.status.value => "answered otherwise",
            Self::Question(_, now) => now.status.value.word(),
            Self::Fact(_, now) => now.status.value.word(),
        }
    }
}

impl Left<'_> {
    fn report(&self, ceiling: Marking, findings: &mut Findings<'_>) {
        let (word, now) = (ceiling.word(), self.what.now());
        let message =
            format!("up to {word}, readers have {}, and do not see that it is {now}", self.what.had());
        let later = self.later.path.display();
        findings.push(
            findings
                .at(&self.brief.path, self.what.span(), message)
                .with_help(format!("it is {now} in {later}, where that is withheld from them"))
                .with_help("tell them as much as they may know in a brief that they see, or allow this with the reason"),
        );
    }
}

/// Whoever reads under a ceiling.
struct Readers<'d> {
    ceiling: Marking,
    /// What they see of the briefs that were asked for.
    shown: HashMap<&'d Id, Option<Brief>, RandomState>,
}

impl<'d> Readers<'d> {
    fn see(&mut self, brief: &'d Brief) -> Option<&Brief> {
        let ceiling = self.ceiling;
        self.shown.entry(&brief.id).or_insert_with(|| ceiling::shown(brief, ceiling)).as_ref()
    }

    fn sees_question(&mut self, at: Occurrence<'d>) -> bool {
        let id = &at.question.id.value;
        self.see(at.brief).is_some_and(|brief| brief.open_questions.iter().any(|it| it.id.value == *id))
    }

    /// The questions of which less is settled now, or that are settled otherwise, where these readers do not see it.
    fn with_answers(&mut self, whole: &Whole<'d>) -> Vec<Left<'d>> {
        let mut left = Vec::new();
        for thread in whole.threads() {
            let now = thread.latest();
            if !thread.occurrences().any(|at| stands_otherwise(at, now)) {
                continue;
            }
            let seen = thread.occurrences().rev().find(|at| self.sees_question(*at));
            if let Some(at) = seen.filter(|at| stands_otherwise(*at, now)) {
                let what = What::Question(at.question, now.question);
                left.push(Left { brief: at.brief, what, later: now.brief });
            }
        }
        left
    }

    /// The facts of which the latest word of their story attests them otherwise, where these readers do not see it.
    fn with_facts(&mut self, briefs: Vec<&'d Brief>) -> Vec<Left<'d>> {
        let mut stories: BTreeMap<&Id, Vec<&'d Brief>> = BTreeMap::new();
        for brief in briefs {
            if let Some(story) = &brief.story {
                stories.entry(&story.value).or_default().push(brief);
            }
        }
        let overtaken = Overtaken::of(stories.values().map(Vec::as_slice));
        stories.values().flat_map(|story| self.with_facts_of(story, &overtaken)).collect()
    }

    fn with_facts_of(&mut self, story: &[&'d Brief], overtaken: &Overtaken<'d>) -> Vec<Left<'d>> {
        let of_brief = |brief: &&'d Brief| overtaken.of_brief(brief);
        let mut unseen: BTreeSet<&Id> = story.iter().flat_map(of_brief).map(|it| &it.fact.id.value).collect();
        let mut left = Vec::new();
        for brief in story.iter().rev() {
            if unseen.is_empty() {
                break;
            }
            let Some(seen) = self.see(brief) else { continue };
            for fact in &seen.key_facts {
                let later = overtaken.of_brief(brief).iter().find(|it| it.fact.id.value == fact.id.value);
                // What they see last of it.
                if unseen.remove(&fact.id.value)
                    && let Some(later) = later.filter(|it| !takes_nothing_back(it))
                {
                    let what = What::Fact(later.fact, later.now);
                    left.push(Left { brief, what, later: later.brief });
                }
            }
        }
        left
    }
}

/// Whether the later word takes nothing back: it says the same, and attests it better or on the word of somebody else.
pub(super) fn takes_nothing_back(later: &Later<'_>) -> bool {
    let (had, now) = (later.fact, later.now);
    let speaker = |fact: &Fact| fact.attribution.as_ref().map(|it| it.said_by.name.value.clone());
    let stands = match (had.status.value.rank(), now.status.value.rank()) {
        (Some(had_rank), Some(rank)) => {
            rank > had_rank || now.status.value != Status::Disputed && speaker(had) != speaker(now)
        }
        _ => false,
    };
    stands && same_statement(had.text.value.as_str(), now.text.value.as_str())
}

/// Whether less of a question is settled where it stood last than in a brief, or it is settled otherwise.
fn stands_otherwise(at: Occurrence<'_>, now: Occurrence<'_>) -> bool {
    match (at.question.status.value, now.question.status.value) {
        (QuestionStatus::Open, _) | (QuestionStatus::Narrowed, QuestionStatus::Narrowed) => false,
        (QuestionStatus::Narrowed, now) => now == QuestionStatus::Open,
        (QuestionStatus::Answered, QuestionStatus::Answered) => !says_the_same(answer(at), answer(now)),
        (had, now) => had != now,
    }
}

/// The fact that answers a question, by what it says.
pub(super) fn answer(at: Occurrence<'_>) -> Option<&Fact> {
    at.brief.fact(&at.question.answered_by.as_ref()?.value)
}

pub(super) fn says_the_same(one: Option<&Fact>, other: Option<&Fact>) -> bool {
    let is_denied = |fact: &Fact| fact.status.value == Status::Denied;
    match (one, other) {
        (Some(one), Some(other)) => {
            is_denied(one) == is_denied(other)
                && same_statement(one.text.value.as_str(), other.text.value.as_str())
        }
        (one, other) => one.is_none() && other.is_none(),
    }
}
