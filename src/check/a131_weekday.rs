//! A131: a day of the week that does not belong to the date beside it.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::times::Kind;
use super::wording::{lies_in, set_apart, tongue};
use super::{Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Severity};
use crate::language::dates::{Find, What, When};
use crate::language::names::{Tongue, english_month, english_weekday};

static CODE: Code = Code {
    id: "A131",
    severity: Severity::Error,
    title: "a day of the week that does not belong to its date",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// The first year in which all who write these languages keep the Gregorian calendar.
const ONE_CALENDAR: i32 = 1927;

/// How much is reported of one text. Whoever has more to mend sees the rest afterwards.
const MOST: usize = 100;

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(tongue) = tongue(subject.brief) else { return };
    for (field, times) in subject.times(Kind::Weekday) {
        text(field, times, tongue, subject, findings);
    }
}

fn text(
    field: &TextField<'_>,
    times: &[Find],
    tongue: Tongue,
    subject: &Subject<'_>,
    findings: &mut Findings<'_>,
) {
    let mut wrong = Vec::new();
    for find in times {
        let What::Date(When::Day { year, month, day }, Some(weekday)) = find.what else { continue };
        let wording = field.text.get(find.at.clone()).unwrap_or_default();
        let before = field.text.get(..find.at.start).unwrap_or_default();
        // Nearly every date is right, which is sooner found out than whether the word is a day of the week.
        if let Some(truth) = truth(year, month, day, weekday, subject.brief.date.value.year())
            && names_the_day(before, wording, weekday, tongue)
        {
            wrong.push((find.at.clone(), weekday, truth));
        }
    }
    if wrong.is_empty() {
        return;
    }
    let apart = set_apart(field.text);
    let own = wrong.into_iter().filter(|(at, ..)| !lies_in(&apart, at.start));
    for (at, weekday, truth) in own.take(MOST) {
        let message = format!("{} is not a {}", truth.date, english_weekday(weekday));
        let finding = findings
            .at(subject.path(), subject.place(field, &at), message)
            .with_help(format!("{}; {}", truth.is, truth.nearest))
            .with_help("look at the article which of the two is right");
        findings.push(finding);
    }
}

/// Whether the word is the day of the week in the brief's own language, and none of the names and words that look like one.
fn names_the_day(before: &str, wording: &str, weekday: Weekday, tongue: Tongue) -> bool {
    let leads = wording.starts_with(char::is_alphabetic);
    let lower = wording.to_ascii_lowercase();
    match tongue {
        Tongue::English => {
            let full = english_weekday(weekday).to_ascii_lowercase();
            // Behind a date the day of the week needs its bracket: "after 5 March Friday prayers were held elsewhere".
            let behind = lower.ends_with(&full) && wording.contains('(');
            // "The Sun, 5 March 2025" is a paper of that day.
            let previous = before.split_whitespace().next_back().unwrap_or_default();
            let named = previous.eq_ignore_ascii_case("the") && !lower.starts_with(&full);
            let short = english_weekday(weekday).get(..3).unwrap_or_default().to_ascii_lowercase();
            if leads && lower.starts_with(&short) { !named } else { behind }
        }
        // "Pazar" is a market and "Sali" a name; with a capital, and behind the date, where Turkish has it, they are days.
        Tongue::Turkish => {
            let word = if leads {
                wording.split_whitespace().next()
            } else {
                wording.split_whitespace().next_back()
            };
            let word = word.unwrap_or_default().trim_matches(|letter: char| !letter.is_alphabetic());
            let english = lower.contains(&english_weekday(weekday).to_ascii_lowercase());
            let capital = word.starts_with(char::is_uppercase);
            capital && !english && !matches!(word, "Sali" | "SALI")
        }
        Tongue::Arabic => {
            let arabic = wording.chars().any(|letter| matches!(letter, '\u{600}'..='\u{6FF}'));
            arabic && (leads || wording.contains('('))
        }
    }
}

/// What is true of a date that stands beside a wrong day of the week.
#[derive(Debug, PartialEq, Eq)]
struct Truth {
    date: String,
    is: String,
    nearest: String,
}

/// What is true, if the day of the week is wrong. A date without its year is wrong only if it is so in the brief's year and
/// in those next to it.
fn truth(year: Option<i32>, month: u32, day: u32, weekday: Weekday, brief: i32) -> Option<Truth> {
    let years = match year {
        Some(year) if year < ONE_CALENDAR => return None,
        Some(year) => year..=year,
        None => brief - 1..=brief + 1,
    };
    let dates = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    if dates.clone().any(|date| date.weekday() == weekday) {
        return None;
    }
    let near = dates.clone().find(|date| date.year() == brief).or(dates.clone().next())?;
    let short = format!("{day} {}", english_month(month)?);
    let name = english_weekday;
    let nearest = nearest(near, weekday)?;
    let nearest = format!(
        "the nearest {} is {} {} {}",
        name(weekday),
        nearest.day(),
        english_month(nearest.month())?,
        nearest.year()
    );
    if let Some(year) = year {
        let date = format!("{short} {year}");
        return Some(Truth { is: format!("{date} is a {}", name(near.weekday())), date, nearest });
    }
    let each: Vec<String> =
        dates.map(|date| format!("a {} in {}", name(date.weekday()), date.year())).collect();
    Some(Truth { is: format!("{short} is {}", each.join(", ")), date: short, nearest })
}

/// The day with this day of the week that is at most three days away.
fn nearest(date: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = (7 + weekday.num_days_from_monday() - date.weekday().num_days_from_monday()) % 7;
    if ahead <= 3 {
        date.checked_add_days(chrono::Days::new(ahead.into()))
    } else {
        date.checked_sub_days(chrono::Days::new((7 - ahead).into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_date_is_right_or_wrong() {
        assert_eq!(truth(Some(2025), 3, 5, Weekday::Wed, 2025), None);
        let wrong = truth(Some(2025), 3, 5, Weekday::Tue, 2025).unwrap();
        assert_eq!(wrong.is, "5 March 2025 is a Wednesday");
        assert_eq!(wrong.nearest, "the nearest Tuesday is 4 March 2025");
        assert_eq!(truth(Some(1914), 6, 28, Weekday::Mon, 2025), None);
    }

    #[test]
    fn a_date_without_its_year_has_three_chances() {
        for day in [Weekday::Tue, Weekday::Wed, Weekday::Thu] {
            assert_eq!(truth(None, 3, 5, day, 2025), None);
        }
        let wrong = truth(None, 3, 5, Weekday::Fri, 2025).unwrap();
        assert_eq!(wrong.is, "5 March is a Tuesday in 2024, a Wednesday in 2025, a Thursday in 2026");
        assert_eq!(wrong.nearest, "the nearest Friday is 7 March 2025");
        assert_eq!(truth(None, 2, 29, Weekday::Mon, 2026), None);
    }

    #[test]
    fn the_nearest_day_may_lie_in_another_year() {
        let new_year = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
        assert_eq!(nearest(new_year, Weekday::Mon), NaiveDate::from_ymd_opt(2024, 12, 30));
        assert_eq!(nearest(new_year, Weekday::Sat), NaiveDate::from_ymd_opt(2025, 1, 4));
    }
}
