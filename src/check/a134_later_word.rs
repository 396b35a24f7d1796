//! A134: a publication or a statement from after the brief's date.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::FuzzyDate;
use crate::model::brief::attributions;
use crate::model::date::{Relation, english};
use crate::span::Spanned;

static CODE: Code = Code {
    id: "A134",
    severity: Severity::Error,
    title: "a publication or a statement from after the brief's date",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let brief = subject.brief;
    let published = brief.article.published.iter().map(|date| ("the article was published", date));
    let sources = brief.sources.iter().filter_map(|source| source.item().published.as_ref());
    let sources = sources.map(|date| ("this source was published", date));
    let said = attributions(brief)
        .filter_map(|attribution| attribution.on.as_ref())
        .map(|date| ("this was said", date));
    for (what, date) in published.chain(sources).chain(said) {
        later(what, date, subject, findings);
    }
}

fn later(what: &str, date: &Spanned<FuzzyDate>, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let brief_date = FuzzyDate::from(subject.brief.date.value);
    if date.value.relation(&brief_date) != Relation::After {
        return;
    }
    let message =
        format!("{what} {}, after the brief's date, {}", english(&date.value), english(&brief_date));
    let finding = findings
        .at(subject.path(), date.span, message)
        .with_related(subject.brief.date.span, "the brief's date")
        .with_help(
            "a brief speaks as of its date; one of the two dates is wrong, or the brief wants a later one",
        );
    findings.push(finding);
}
