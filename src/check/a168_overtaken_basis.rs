//! A168: a judgement whose basis another brief takes back.
//!
//! Other briefs of a story need not list what was judged before. Where they deny what it rests on, readers still have the judgement.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::a152_taken_back::stories::taken_back_as;
use super::{Findings, Rule, Whole};
use crate::desk::overtaken::{Later, Overtaken};
use crate::diagnostic::{Code, Severity};
use crate::markdown::as_plain;
use crate::model::{Basis, Brief, CivilDate, Fact, Id, Judgement, Words as _};
use crate::settings::Settings;

static CODE: Code =
    Code { id: "A168", severity: Severity::Warning, title: "a judgement on what is taken back" };

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

fn check(whole: &Whole<'_>, _: &Settings, findings: &mut Findings<'_>) {
    for story in whole.stories().values().filter(|story| story.len() > 1) {
        let standing = standing(story);
        let overtaken = overtaken(story, &standing);
        for (brief, judgement) in standing {
            let taken_back = facts_under(judgement, brief)
                .find_map(|fact| taken_back_since(judgement, fact, &overtaken.beside(brief, fact)));
            if let Some((later, how)) = taken_back {
                report(judgement, &later, &how, findings);
            }
        }
    }
}

/// The judgements of a story that no later day has again, each with its brief.
fn standing<'d>(story: &[&'d Brief]) -> Vec<(&'d Brief, &'d Judgement)> {
    let last = last_days(story);
    let all = story.iter().flat_map(|brief| brief.judgements.iter().map(|judgement| (*brief, judgement)));
    all.filter(|(brief, judgement)| last.get(&judgement.id) == Some(&brief.date.value)).collect()
}

/// What is said in a story of the facts under some judgements, and of no other: most facts are under none.
fn overtaken<'d>(story: &[&'d Brief], standing: &[(&'d Brief, &'d Judgement)]) -> Overtaken<'d> {
    let under = standing.iter().flat_map(|(brief, judgement)| facts_under(judgement, brief));
    let under: HashSet<_, RandomState> = under.map(|fact| &fact.id.value).collect();
    let words = story.iter().flat_map(|brief| brief.key_facts.iter().map(|fact| (*brief, fact)));
    Overtaken::of_told([words.filter(|(_, fact)| under.contains(&fact.id.value)).collect()])
}

/// The day of the last brief that has each judgement of a story.
fn last_days<'d>(story: &[&'d Brief]) -> HashMap<&'d Id, CivilDate, RandomState> {
    let judged = |brief: &&'d Brief| {
        let day = brief.date.value;
        brief.judgements.iter().map(move |judgement| (&judgement.id, day))
    };
    story.iter().flat_map(judged).collect()
}

fn facts_under<'d>(judgement: &'d Judgement, brief: &'d Brief) -> impl Iterator<Item = &'d Fact> {
    judgement.basis.iter().filter_map(|basis| match &basis.value {
        Basis::Fact(id) => brief.fact(id),
        Basis::Question(_) => None,
    })
}

/// The first word that takes a fact under a judgement back. Of what was said before, whoever judged knew.
fn taken_back_since<'d>(
    judgement: &Judgement,
    fact: &Fact,
    beside: &[Later<'d>],
) -> Option<(Later<'d>, String)> {
    let is_since = |later: &Later<'_>| later.brief.date.value >= later.of.date.value;
    let is_known = |brief: &Brief| judges_on(brief, &fact.id.value) || settles(brief, judgement);
    let told = beside.iter().filter(|later| is_since(later) && is_worse(later) && !is_known(later.brief));
    told.copied().find_map(|later| Some((later, taken_back_as(&later)?)))
}

/// Whether it bears less than the fact: it is attested or held less well, or says something else.
fn is_worse(later: &Later<'_>) -> bool {
    later.attests_less() || later.is_held_less() || later.gives_another_value() || later.is_of_another_time()
}

/// Whether a brief judges on a fact itself: then readers have what follows from its word.
fn judges_on(brief: &Brief, fact: &Id) -> bool {
    let is_under = |judgement: &Judgement| facts_under(judgement, brief).any(|it| it.id.value == *fact);
    brief.judgements.iter().any(is_under)
}

/// Whether a brief settles a question that a judgement rests on: then readers have what came of it.
fn settles(brief: &Brief, judgement: &Judgement) -> bool {
    let rests_on =
        |id: &Id| judgement.basis.iter().any(|basis| matches!(&basis.value, Basis::Question(it) if it == id));
    brief.open_questions.iter().any(|question| !question.is_unsettled() && rests_on(&question.id.value))
}

/// At the word that takes it back: whoever writes it knows that the judgement stands on it no more.
fn report(judgement: &Judgement, later: &Later<'_>, how: &str, findings: &mut Findings<'_>) {
    let (had, text) = (later.fact.status.value.word(), as_plain(&judgement.text.value));
    let message = format!("this fact is {how} here, and a judgement still rests on it as {had}");
    findings.push(
        findings
            .at(&later.brief.path, later.now.status.span, message)
            .with_help(format!("“{text}” was judged in {}", later.of.path.display()))
            .with_help(
                "take that judgement up here under its `id`, and say how likely and how sure it is now",
            ),
    );
}
