//! A162: two questions under one id.

use std::collections::BTreeSet;

use super::words::{Tongue, words};
use super::{Findings, Rule, Whole};
use crate::diagnostic::{Code, Severity};
use crate::model::Question;
use crate::settings::Settings;

static CODE: Code = Code { id: "A162", severity: Severity::Warning, title: "two questions under one id" };

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

/// How many letters of a word count: enough to tell words apart, few enough to pass over endings.
const STEM: usize = 4;

fn check(whole: &Whole<'_>, _: &Settings, findings: &mut Findings<'_>) {
    for thread in whole.threads() {
        for (before, after) in thread.occurrences().zip(thread.occurrences().skip(1)) {
            let tongue = Tongue::of(&after.brief.lang);
            let (Some(tongue), true) = (tongue, tongue == Tongue::of(&before.brief.lang)) else { continue };
            let (one, other) = (&before.question.question.value, &after.question.question.value);
            if one == other || !is_another(before.question, after.question, tongue) {
                continue;
            }
            let message =
                format!("under the id `{}` another question was asked before", after.question.id.value);
            let earlier = format!("in {}: {one}", before.brief.path.display());
            findings.push(
                findings
                    .at(&after.brief.path, after.question.question.span, message)
                    .with_help(earlier)
                    .with_help(
                        "give the new question an id of its own, or word it so that readers know it again",
                    ),
            );
        }
    }
}

/// Whether most words of the shorter question do not stand in the other. A question that was only worded anew keeps more.
fn is_another(one: &Question, other: &Question, tongue: Tongue) -> bool {
    let (one, other) = (stems(one, tongue), stems(other, tongue));
    one.intersection(&other).count() * 2 < one.len().min(other.len())
}

fn stems(question: &Question, tongue: Tongue) -> BTreeSet<String> {
    let words = words(question.question.value.as_str(), tongue);
    words.iter().map(|word| word.folded.chars().take(STEM).collect()).collect()
}
