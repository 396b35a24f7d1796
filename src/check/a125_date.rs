//! A125: a date that the article does not contain.

use super::{Field, Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::grounding::{self, Wanted};
use crate::model::{Brief, CivilDate, FuzzyDate, Ground};
use crate::span::{Span, Spanned};

static CODE: Code =
    Code { id: "A125", severity: Severity::Warning, title: "a date that the article does not contain" };

pub(super) static RULE: Rule = Rule::grounding(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(article) = subject.article else { return };
    if grounding::comparable(subject.brief).is_none() {
        return;
    }
    let lines = date_lines(subject.brief);
    let mut look_up = |wanted: Option<Wanted>, span: Span| {
        if wanted.is_some_and(|wanted| !article.has_date(wanted, &lines)) {
            let message = "the article does not contain this date";
            findings.push(findings.at(subject.path(), span, message).with_help(
                "check it against the article; mark what you worked out as approximate (`~`) and say how under `notes`",
            ));
        }
    };
    for date in dates(subject.brief) {
        look_up(Wanted::of(&date.value), date.span);
    }
    for field in subject.texts() {
        if matches!(field.field, Field::Fact | Field::Event | Field::Question | Field::Position) {
            for (wanted, at) in grounding::dates_in(field.text) {
                look_up(Some(wanted), subject.place(field, &at));
            }
        }
    }
}

/// The days that wording like "today" in the article may lean on.
fn date_lines(brief: &Brief) -> Vec<CivilDate> {
    let published = brief.article.published.as_ref();
    let published = published.and_then(|date| date.value.earliest().day());
    std::iter::once(brief.date.value).chain(published).collect()
}

/// The dates of facts, events and positions, each where it stands.
fn dates(brief: &Brief) -> Vec<&Spanned<FuzzyDate>> {
    let facts = brief
        .key_facts
        .iter()
        .flat_map(|fact| fact.when.iter().chain(fact.attribution.iter().filter_map(|it| it.on.as_ref())));
    let events = brief.timeline.iter().flat_map(|event| {
        let own = match &event.ground {
            Ground::Own { attribution, .. } => attribution.on.as_ref(),
            Ground::Fact(_) | Ground::Assessed | Ground::Unattributed => None,
        };
        event.when.iter().chain(own)
    });
    let positions = brief.open_questions.iter().flat_map(|question| &question.positions);
    facts.chain(events).chain(positions.filter_map(|position| position.attribution.on.as_ref())).collect()
}
