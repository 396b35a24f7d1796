//! A136: the same property of the same entity with two values at one time.
//!
//! Silence is the rule where time leaves room. A fact takes part only if its time is certain: a day, a span of days, or a span that
//! is still open, which its brief vouches for up to the brief's own date and no further. So a value that is replaced later is no
//! contradiction, and what cannot be ordered is not reported. What is disputed or denied says so itself.

use std::collections::BTreeMap;

use super::{Findings, Rule, Whole};
use crate::diagnostic::{Code, Severity};
use crate::model::date::{Bound, Shape};
use crate::model::{Brief, CivilDate, Fact, FuzzyDate, Property, Status};
use crate::settings::Settings;

static CODE: Code = Code {
    id: "A136",
    severity: Severity::Warning,
    title: "the same property of the same entity with two values at one time",
};

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

/// A value that a fact gives a property, for a time.
struct Statement<'d> {
    start: CivilDate,
    end: CivilDate,
    value: String,
    property: &'d Property,
    brief: &'d Brief,
}

fn check(whole: &Whole<'_>, _: &Settings, findings: &mut Findings<'_>) {
    let mut statements: BTreeMap<(&str, String, &str), Vec<Statement<'_>>> = BTreeMap::new();
    for brief in &whole.desk.briefs {
        for fact in &brief.key_facts {
            let Some(property) = &fact.property else { continue };
            let Some(entity) = brief.entities.iter().find(|entity| entity.id.value == property.of.value)
            else {
                continue;
            };
            // Ids are each brief's own; only with the same name behind it is it the same entity.
            let key = (
                property.of.value.as_str(),
                folded(entity.name.value.as_str()),
                property.name.value.as_str(),
            );
            statements.entry(key).or_default().extend(statement(brief, fact, property));
        }
    }
    for statements in statements.into_values() {
        sweep(statements, findings);
    }
}

fn statement<'d>(brief: &'d Brief, fact: &'d Fact, property: &'d Property) -> Option<Statement<'d>> {
    if matches!(fact.status.value, Status::Disputed | Status::Denied) {
        return None;
    }
    let (start, end) = extent(&fact.when.as_ref()?.value, brief.date.value)?;
    Some(Statement { start, end, value: folded(property.value.value.as_str()), property, brief })
}

/// The days for which a date certainly speaks.
fn extent(when: &FuzzyDate, brief_date: CivilDate) -> Option<(CivilDate, CivilDate)> {
    if when.is_approximate() || when.is_uncertain() {
        return None;
    }
    if let Some(day) = when.exact() {
        return Some((day, day));
    }
    match (when.shape(), when.earliest(), when.latest()) {
        (Shape::Between(_), Bound::Day(start), Bound::Day(end)) => Some((start, end)),
        (Shape::From { .. }, Bound::Day(start), _) if start <= brief_date => Some((start, brief_date)),
        _ => None,
    }
}

/// Goes through the statements by time. It is enough to remember the one that lasts longest and the longest of another value: a later
/// one that contradicts any contradicts one of these.
fn sweep(mut statements: Vec<Statement<'_>>, findings: &mut Findings<'_>) {
    statements.sort_by(|a, b| {
        (a.start, a.end, &a.brief.path, a.property.value.span).cmp(&(
            b.start,
            b.end,
            &b.brief.path,
            b.property.value.span,
        ))
    });
    let mut longest: Vec<&Statement<'_>> = Vec::new();
    for statement in &statements {
        let other =
            longest.iter().find(|known| known.value != statement.value && known.end >= statement.start);
        if let Some(other) = other {
            report(statement, other, findings);
        }
        longest.push(statement);
        longest.sort_by_key(|known| std::cmp::Reverse(known.end));
        let first = longest.first().map(|known| known.value.clone());
        let second = longest.iter().position(|known| Some(&known.value) != first.as_ref());
        longest = longest
            .first()
            .copied()
            .into_iter()
            .chain(second.and_then(|at| longest.get(at).copied()))
            .collect();
    }
}

/// Reports at the brief that came later, where somebody is at work.
fn report(one: &Statement<'_>, other: &Statement<'_>, findings: &mut Findings<'_>) {
    let order = |it: &Statement<'_>| (it.brief.date.value, it.brief.path.clone(), it.property.value.span);
    let (earlier, later) = if order(one) <= order(other) { (one, other) } else { (other, one) };
    let name = &later.property.name.value;
    let place = if earlier.brief.path == later.brief.path {
        "elsewhere in this brief".to_owned()
    } else {
        format!("in {}", earlier.brief.path.display())
    };
    let message = format!(
        "the {name} of `{}` is `{}` here and `{}` {place}, at the same time",
        later.property.of.value, later.property.value.value, earlier.property.value.value
    );
    let mut finding = findings.at(&later.brief.path, later.property.value.span, message);
    if earlier.brief.path == later.brief.path {
        finding = finding.with_related(earlier.property.value.span, "the other value");
    }
    findings.push(finding.with_help("if both are claimed, mark the facts `disputed`; if one has replaced the other, give each its time in `when`"));
}

/// White space and letter case do not make another value.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
