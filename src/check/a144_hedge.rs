//! A144: a hedge in place of a likelihood term.

use super::judged::Kind;
use super::likelihood_terms::terms;
use super::words::{Tongue, Word, longest_at};
use super::{Field, Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Severity};

static CODE: Code =
    Code { id: "A144", severity: Severity::Warning, title: "a hedge that stands on no likelihood scale" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// Wordings that leave open how likely something is. "could" is also the past of "can", "may" a month and a permission, "قد" also
/// "already": they stand here only in company that leaves no doubt.
pub(super) fn hedges(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &[
            "may well",
            "might well",
            "could well",
            "might",
            "perhaps",
            "possibly",
            "conceivably",
            "may yet",
            "could yet",
            "could still",
            "could soon",
            "could be",
            "could become",
            "could lead",
            "could result",
            "cannot be ruled out",
            "can not be ruled out",
            "can't be ruled out",
            "cannot be excluded",
            "cannot be discounted",
            "cannot rule out",
            "can't rule out",
            "not out of the question",
            "a chance that",
            "a chance of",
            "some chance",
            "a good chance",
            "a fair chance",
            "every chance",
            "a possibility that",
            "a real possibility",
            "a strong possibility",
            "a distinct possibility",
            "it is possible that",
            "it is conceivable that",
        ],
        Tongue::Turkish => &[
            "olabilir",
            "belki",
            "belki de",
            "göz ardı edilemez",
            "göz ardı edilmemeli",
            "ihtimal dışı değil*",
            "olasılık dışı değil*",
            "ihtimali dışlanamaz",
            "olasılığı dışlanamaz",
            "dışlanamaz",
            "mümkün olabilir",
        ],
        Tongue::Arabic => &[
            "ربما",
            "لعل",
            "قد ي*",
            "قد لا",
            "لا يستبعد",
            "ليس مستبعدا",
            "ليس من المستبعد",
            "لا يمكن استبعاد",
            "من الممكن أن",
            "من غير المستبعد",
        ],
    }
}

/// Words before "might" that make a noun of it.
const OF_POWER: [&str; 12] =
    ["the", "its", "their", "his", "her", "military", "naval", "economic", "air", "full", "of", "industrial"];

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let brief = subject.brief;
    let Some(tongue) = Tongue::of(&brief.lang) else { return };
    for (judgement, judged) in subject.judgements() {
        let text = judgement.text.value.as_str();
        let field = TextField::prose(Field::Judgement, &judgement.text);
        let words = judged.words(Kind::Hedge);
        let mut end = 0;
        for index in 0..words.len() {
            let Some((_, range)) = longest_at(words, index, hedges(tongue)) else { continue };
            if range.start < end || is_noun(words, index) {
                continue;
            }
            end = range.end;
            let message =
                format!("`{}` does not say how likely it is", text.get(range.clone()).unwrap_or_default());
            let scale = brief.likelihood_scale.title();
            let help = format!(
                "use a term of the scale {scale} in `likelihood`, and in the text no hedge beside it"
            );
            findings
                .push(findings.at(subject.path(), subject.place(&field, &range), message).with_help(help));
        }
        if tongue == Tongue::English {
            for term in terms(judged.words(Kind::Term), brief.likelihood_scale) {
                let other = term.likelihood;
                if other.scale != brief.likelihood_scale {
                    let message = format!(
                        "`{}` is not a term of the scale {}",
                        other.term,
                        brief.likelihood_scale.title()
                    );
                    let help =
                        format!("it is a term of the scale {}; a brief keeps to one", other.scale.title());
                    let place = subject.place(&field, &term.range);
                    findings.push(findings.at(subject.path(), place, message).with_help(help));
                }
            }
        }
    }
}

fn is_noun(words: &[Word<'_>], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|index| words.get(index));
    words.get(index).is_some_and(|word| word.folded == "might")
        && before.is_some_and(|word| OF_POWER.contains(&word.folded.as_ref()) || word.folded.ends_with("'s"))
}
