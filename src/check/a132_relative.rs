//! A132: wording that means another day to whoever reads it later.

mod reckoning;
mod reports;

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};

use super::times::Kind;
use super::wording::{lies_in, set_apart, tongue};
use super::{Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::language::dates::meaning::{Meaning, Reached, extent, instead, meaning};
use crate::language::dates::{Find, What};
use crate::language::names::{Tongue, english_month};
use crate::model::CivilDate;
use reckoning::{Base, Reckoning};

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
        let reckoning = Reckoning::of(field, times, tongue, subject);
        let own = places.into_iter().filter(|(at, _)| !lies_in(&apart, at.start));
        for (at, meaning) in own.take(MOST) {
            findings.push(report(field, (&at, meaning), tongue, subject, &reckoning, findings));
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
    (at, meaning): (&Range<usize>, Meaning),
    tongue: Tongue,
    subject: &Subject<'_>,
    reckoning: &Reckoning<'_>,
    findings: &Findings<'_>,
) -> Diagnostic {
    let whole = extent(field.text, at, tongue);
    let wording =
        field.text.get(whole.clone()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let span = subject.place(field, &whole);
    let message = format!("“{wording}” means another time to whoever reads this on another day");
    let finding = findings.at(subject.path(), span, message).with_help(help(meaning, tongue, reckoning));
    match reached(meaning, subject.brief.date.value) {
        Some(Reached::Day(day)) if reckoning.is_sure_of(day) => {
            let plain = subject.file.text.get(span.range()) == field.text.get(at.clone());
            match instead(field.text, at, tongue, day).filter(|_| plain) {
                Some(text) => finding.with_edit(span, text),
                None => finding,
            }
        }
        _ => finding,
    }
}

/// What to write: the dates that it comes to, counted from each day that it may be counted from.
fn help(meaning: Meaning, tongue: Tongue, reckoning: &Reckoning<'_>) -> String {
    const AS_KNOWN: &str = "write the date, as far as it is known, or say what the time is counted from";
    let Meaning::Offset(offset) = meaning else { return AS_KNOWN.to_owned() };
    let bases = reckoning.bases(offset);
    let told = |base: &Base| Some((*base, tell(reached(meaning, base.day)?, tongue)?));
    let told: Vec<_> = bases.iter().filter_map(told).collect();
    match told.as_slice() {
        [] => match reckoning.untold {
            Some(reason) => format!("{reason}: {AS_KNOWN}"),
            None => AS_KNOWN.to_owned(),
        },
        [(base, date), (other, another), ..] if another != date => format!(
            "counted from {} it is {date}, from {} {another}; write the one that is meant",
            base.name, other.name
        ),
        [(base, date), ..] => {
            let own = Some(base.day).filter(|day| reckoning.reports && *day == reckoning.brief);
            let condition = match own.and_then(|day| written(day.as_naive())) {
                Some(day) => format!("it was said on {day}"),
                None => "it is meant".to_owned(),
            };
            format!("counted from {} it is {date}; write that, if {condition}", base.name)
        }
    }
}

fn reached(meaning: Meaning, from: CivilDate) -> Option<Reached> {
    match meaning {
        Meaning::Offset(offset) => offset.from(from.as_naive()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::times::Times;
    use crate::language::dates::{ENGLISH_UNITS, all};
    use crate::model::SharedText;

    #[test]
    fn no_english_wording_is_passed_over_by_the_quick_look() {
        let may_lean =
            |text: &str| Times::of(&SharedText::from(text), Tongue::English).may_have(Kind::Relative);
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
