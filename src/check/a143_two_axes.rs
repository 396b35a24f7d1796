//! A143: how likely and how sure in one sentence.

use super::likelihood_terms::terms;
use super::sentences::sentences;
use super::words::{Tongue, Word, longest_at, words};
use super::{Field, Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Severity};
use crate::model::LikelihoodScale;

static CODE: Code =
    Code { id: "A143", severity: Severity::Warning, title: "how likely and how sure in one sentence" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// A piece of a word without which no sentence of the language speaks of confidence.
fn hint(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::English => "onfiden",
        Tongue::Turkish => "üven",
        Tongue::Arabic => "ثق",
    }
}

/// How a language names a level of confidence.
fn confidence(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &[
            "high confidence",
            "moderate confidence",
            "medium confidence",
            "low confidence",
            "highly confident",
            "moderately confident",
            "very confident",
            "confidence is high",
            "confidence is moderate",
            "confidence is low",
            "confidence level",
            "level of confidence",
        ],
        Tongue::Turkish => &[
            "yüksek güven*",
            "orta güven*",
            "düşük güven*",
            "orta düzeyde güven*",
            "yüksek düzeyde güven*",
            "düşük düzeyde güven*",
            "güven düzey*",
            "güven derece*",
            "güven seviye*",
        ],
        Tongue::Arabic => &[
            "ثقة عالية",
            "بثقة عالية",
            "ثقة كبيرة",
            "بثقة كبيرة",
            "ثقة متوسطة",
            "بثقة متوسطة",
            "ثقة منخفضة",
            "بثقة منخفضة",
            "ثقة ضعيفة",
            "درجة الثقة",
            "مستوى الثقة",
            "درجة ثقة",
            "مستوى ثقة",
        ],
    }
}

/// How Turkish and Arabic say that something is likely. The terms of a scale are English and found by themselves.
fn likelihood(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &[],
        Tongue::Turkish => &[
            "muhtemel*",
            "olası",
            "olasıdır",
            "büyük olasılıkla",
            "yüksek olasılıkla",
            "düşük olasılıkla",
            "büyük ihtimalle",
            "yüksek ihtimalle",
            "düşük ihtimalle",
        ],
        Tongue::Arabic => {
            &["المرجح", "مرجح", "المحتمل", "محتمل", "المستبعد", "مستبعد", "شبه المؤكد", "يرجح", "يحتمل"]
        }
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(tongue) = Tongue::of(&subject.brief.lang) else { return };
    // What a party says, it may say as it likes: only the analyst's own prose is looked at.
    let own = |field: &TextField<'_>| {
        matches!(field.field, Field::BottomLine | Field::Judgement | Field::Note | Field::Matters)
    };
    for field in subject.texts().iter().filter(|field| own(field) && field.text.contains(hint(tongue))) {
        for sentence in sentences(field.text) {
            let text = field.text.get(sentence.clone()).unwrap_or_default();
            if !text.contains(hint(tongue)) {
                continue;
            }
            let words = words(text, tongue);
            let all = 0..words.len();
            let level = all.clone().find_map(|at| longest_at(&words, at, confidence(tongue)));
            let (Some((_, level)), true) =
                (level, says_how_likely(&words, tongue, subject.brief.likelihood_scale))
            else {
                continue;
            };
            let place = subject.place(field, &(sentence.start + level.start..sentence.start + level.end));
            let message =
                "this sentence says how likely something is and how sure we are, which readers then mix up";
            findings.push(findings.at(subject.path(), place, message).with_label("how sure").with_help(
                "say it in two sentences (ICD 203), or leave the level to the judgement's `confidence`",
            ));
        }
    }
}

fn says_how_likely(words: &[Word<'_>], tongue: Tongue, scale: LikelihoodScale) -> bool {
    match tongue {
        Tongue::English => !terms(words, scale).is_empty(),
        _ => (0..words.len()).any(|at| longest_at(words, at, likelihood(tongue)).is_some()),
    }
}
