//! A124: a figure that the article does not contain.

use super::{Field, Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::grounding;

static CODE: Code =
    Code { id: "A124", severity: Severity::Warning, title: "a figure that the article does not contain" };

pub(super) static RULE: Rule = Rule::grounding(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(article) = subject.article else { return };
    let Some(tongue) = grounding::comparable(subject.brief) else { return };
    for field in subject.texts() {
        if !matches!(field.field, Field::Fact | Field::Event | Field::Question | Field::Position) {
            continue;
        }
        for figure in grounding::figures(field.text, tongue) {
            if article.has_figure(&figure.readings) {
                continue;
            }
            let words = field.text.get(figure.at.clone()).unwrap_or_default();
            let message = format!("the article does not contain the figure “{words}”");
            findings.push(findings.at(subject.path(), subject.place(field, &figure.at), message).with_help(
                "check it against the article; where you counted or converted, say so under `notes`, and allow A124 with that as the reason",
            ));
        }
    }
}
