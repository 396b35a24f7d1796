//! A132: wording that means another day to whoever reads it later.

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};

use super::times::Kind;
use super::wording::{lies_in, set_apart, tongue};
use super::{Field, Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::language::dates::meaning::{Meaning, Offset, Reached, extent, instead, meaning};
use crate::language::dates::{Find, What};
use crate::language::names::{Tongue, english_month};
use crate::model::{Attribution, Brief, CivilDate, FuzzyDate, Ground};
use crate::span::{Span, Spanned};

static CODE: Code = Code {
    id: "A132",
    severity: Severity::Warning,
    title: "wording that means another day to whoever reads it later",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// How much is reported of one text. Whoever has more to mend sees the rest afterwards.
const MOST: usize = 100;

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(tongue) = tongue(subject.brief) else { return };
    for (field, times) in subject.times(Kind::Relative) {
        let places = places(field.text, times, tongue);
        if places.is_empty() {
            continue;
        }
        let apart = set_apart(field.text);
        let own = places.into_iter().filter(|(at, _)| !lies_in(&apart, at.start));
        for (at, meaning) in own.take(MOST) {
            findings.push(report(field, &at, meaning, tongue, subject, findings));
        }
    }
}

/// Where a text leans on the day of writing. What has its date beside it, "yesterday, 4 March", needs no other.
fn places(text: &str, times: &[Find], tongue: Tongue) -> Vec<(Range<usize>, Meaning)> {
    let mut places: Vec<(Range<usize>, Meaning)> = Vec::new();
    let mut date_until = None;
    for find in times {
        let joined = |from: usize| text.get(from..find.at.start).is_some_and(only_joins);
        if find.what != What::Relative {
            if places.last().is_some_and(|(at, _)| joined(at.end)) {
                places.pop();
            }
            date_until = Some(find.at.end);
        } else if !date_until.is_some_and(joined) {
            let meaning = meaning(text, &find.at, tongue);
            let year = text.get(find.at.end..).is_some_and(starts_with_year);
            if meaning != Meaning::Elsewhere && !year {
                places.push((find.at.clone(), meaning));
            }
        }
    }
    places
}

fn only_joins(between: &str) -> bool {
    between.len() < 16
        && between.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '،' | '(' | '–' | '—'))
}

/// Whether a bare year follows: "last year, 2024".
fn starts_with_year(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', ',', '،', '(']);
    rest.chars().take_while(char::is_ascii_digit).count() == 4
}

fn report(
    field: &TextField<'_>,
    at: &Range<usize>,
    meaning: Meaning,
    tongue: Tongue,
    subject: &Subject<'_>,
    findings: &Findings<'_>,
) -> Diagnostic {
    let whole = extent(field.text, at, tongue);
    let wording =
        field.text.get(whole.clone()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let span = subject.place(field, &whole);
    let message = format!("“{wording}” means another time to whoever reads this on another day");
    let finding = findings.at(subject.path(), span, message);
    let date = subject.brief.date.value;
    let Some(told) = reached(meaning, date).and_then(|reached| tell(reached, tongue)) else {
        return finding
            .with_help("write the date, as far as it is known, or say what the time is counted from");
    };
    let days = Days::of(field, subject.brief);
    let other = days.said.filter(|said| *said != date).and_then(|said| tell(reached(meaning, said)?, tongue));
    let help = match other {
        None => format!("counted from the brief's date it is {told}; write that, if it is meant"),
        Some(other) => {
            let own = if field.field == Field::Correction {
                "the correction's date"
            } else {
                "the day when it was said"
            };
            format!(
                "counted from the brief's date it is {told}, from {own} {other}; write the one that is meant"
            )
        }
    };
    let finding = finding.with_help(help);
    match reached(meaning, date) {
        Some(Reached::Day(day)) if days.allow(date, day) => {
            let plain = subject.file.text.get(span.range()) == field.text.get(at.clone());
            match instead(field.text, at, tongue, day).filter(|_| plain) {
                Some(text) => finding.with_edit(span, text),
                None => finding,
            }
        }
        _ => finding,
    }
}

fn reached(meaning: Meaning, from: CivilDate) -> Option<Reached> {
    match meaning {
        Meaning::Offset(offset) => Offset::from(offset, from.as_naive()),
        Meaning::Vague | Meaning::Elsewhere => None,
    }
}

/// A time in English words. A week has no common first day where Arabic is written.
fn tell(reached: Reached, tongue: Tongue) -> Option<String> {
    Some(match reached {
        Reached::Day(day) => written(day)?,
        Reached::Week(_) if tongue == Tongue::Arabic => return None,
        Reached::Week(monday) => format!("the week of Monday, {}", written(monday)?),
        Reached::Month { year, month } => format!("{} {year}", english_month(month)?),
        Reached::Year(year) => year.to_string(),
    })
}

fn written(day: NaiveDate) -> Option<String> {
    Some(format!("{} {} {}", day.day(), english_month(day.month())?, day.year()))
}

/// The days that a field has of its own, from which or to which its wording may be counted.
#[derive(Debug, Default)]
struct Days {
    said: Option<CivilDate>,
    /// Whether there is a day of saying, or of putting right, that is not an exact one.
    unclear: bool,
    when: Option<FuzzyDate>,
}

impl Days {
    fn of(field: &TextField<'_>, brief: &Brief) -> Self {
        match field.field {
            Field::Fact => {
                let fact = brief.key_facts.iter().find(|fact| fact.text.span == field.span);
                fact.map(|fact| Self::new(fact.attribution.as_ref(), fact.when.as_ref())).unwrap_or_default()
            }
            Field::Event => {
                let event = brief.timeline.iter().find(|event| event.text.span == field.span);
                event
                    .map(|event| Self::new(grounds(&event.ground, brief), event.when.as_ref()))
                    .unwrap_or_default()
            }
            Field::Position => Self::new(position(field.span, brief), None),
            // A correction speaks as of its own day.
            Field::Correction => {
                let correction = brief.corrections.iter().find(|it| it.text.span == field.span);
                Self { said: correction.map(|it| it.on.value), ..Self::default() }
            }
            _ => Self::default(),
        }
    }

    fn new(attribution: Option<&Attribution>, when: Option<&Spanned<FuzzyDate>>) -> Self {
        let on = attribution.and_then(|it| it.on.as_ref());
        let said = on.and_then(|on| on.value.exact());
        Self { said, unclear: on.is_some() && said.is_none(), when: when.map(|when| when.value.clone()) }
    }

    /// Whether nothing speaks for another day than this one.
    fn allow(&self, brief: CivilDate, day: NaiveDate) -> bool {
        let day = CivilDate::from_naive(day);
        let when = self.when.as_ref().is_none_or(|when| when.exact() == day);
        !self.unclear && when && self.said.is_none_or(|said| said == brief)
    }
}

fn grounds<'b>(ground: &'b Ground, brief: &'b Brief) -> Option<&'b Attribution> {
    match ground {
        Ground::Own { attribution, .. } => Some(attribution),
        Ground::Fact(id) => brief
            .key_facts
            .iter()
            .find(|fact| fact.id.value == id.value)
            .and_then(|fact| fact.attribution.as_ref()),
        Ground::Assessed | Ground::Unattributed => None,
    }
}

fn position(span: Span, brief: &Brief) -> Option<&Attribution> {
    let mut positions = brief.open_questions.iter().flat_map(|question| &question.positions);
    let here = positions.find(|it| it.says.as_ref().is_some_and(|says| says.span == span))?;
    Some(&here.attribution)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::times::Quick;
    use crate::language::dates::{ENGLISH_UNITS, all};

    #[test]
    fn no_english_wording_is_passed_over_by_the_quick_look() {
        let may_lean = |text: &str| Quick::look(text, Tongue::English).may_have(Kind::Relative);
        let leads =
            ["", "today", "yesterday", "tomorrow", "tonight", "last", "next", "this", "past", "the coming"];
        let leads =
            leads.into_iter().chain(["current", "early last", "end of this", "on", "a", "two", "several"]);
        let times = "hours day nights morning afternoon evening weeks weekend fortnight month quarter year decade summer winter \
                     spring autumn monday tuesday wednesday thursday friday saturday sunday matter";
        let mut found = 0;
        for lead in leads {
            for time in times.split_whitespace().chain(ENGLISH_UNITS) {
                for end in ["", "ago", "hence", "from now", "from today"] {
                    let text = format!("It rained {lead} {time} {end}");
                    let is_place = !places(&text, &all(&text), Tongue::English).is_empty();
                    assert!(!is_place || may_lean(&text), "{text}");
                    found += usize::from(is_place);
                }
            }
        }
        assert!(found > 400, "{found}");
        assert!(!may_lean("This brief was made at last."));
    }
}
