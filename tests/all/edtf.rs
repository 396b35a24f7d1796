//! Dates: every example of the specification, dates as briefs have them, and texts that are no dates, from the
//! tables in `tests/edtf`; then properties that hold of any text.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use attache::model::date::{CivilDate, FuzzyDate, Relation, Shape, english};

/// What a table says, or should say, of a text.
fn outcome(text: &str) -> String {
    match FuzzyDate::parse(text) {
        Ok(date) => format!("ok {date} {} {} {}", date.earliest(), date.latest(), english(&date)),
        Err(error) => {
            let help = error.help().map(|help| format!("\t{help}")).unwrap_or_default();
            format!("err {}..{} {error}{help}", error.at.start, error.at.end)
        }
    }
}

fn tables() -> io::Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edtf");
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    Ok(files)
}

/// Every text of every table, with what is expected of it.
fn examples() -> io::Result<Vec<(String, String)>> {
    let mut examples = Vec::new();
    for file in tables()? {
        for line in fs::read_to_string(file)?.lines() {
            if let Some((text, expected)) = line.split_once('\t') {
                examples.push((text.to_owned(), expected.to_owned()));
            }
        }
    }
    Ok(examples)
}

/// The dates of all tables.
fn dates() -> io::Result<Vec<FuzzyDate>> {
    Ok(examples()?.iter().filter_map(|(text, _)| FuzzyDate::parse(text).ok()).collect())
}

#[test]
fn the_tables_hold_line_by_line() {
    let mut wrong = Vec::new();
    for file in tables().unwrap() {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (text, expected) =
                line.split_once('\t').unwrap_or_else(|| panic!("{name}:{}: no TAB", number + 1));
            let found = outcome(text);
            if found != expected {
                wrong.push(format!("{name}:{}: {text}\n  wanted {expected}\n  found  {found}", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_tables_are_found() {
    assert!(tables().unwrap().len() >= 5);
    assert!(examples().unwrap().iter().filter(|(_, expected)| expected.starts_with("ok ")).count() > 100);
}

/// What must hold of any text whatever; the answer is whether it is a date.
fn check(text: &str) -> bool {
    match FuzzyDate::parse(text) {
        Ok(date) => {
            check_date(&date);
            true
        }
        Err(error) => {
            assert!(text.get(error.at.clone()).is_some(), "{text:?}: {:?} splits a character", error.at);
            assert!(!error.to_string().is_empty());
            let written = error.help().and_then(|help| help.strip_prefix("write "));
            if let Some(written) =
                written.filter(|written| !written.contains(' ') && !written.starts_with("YYYY"))
            {
                assert!(FuzzyDate::parse(written).is_ok(), "{text:?}: the help offers {written:?}");
            }
            false
        }
    }
}

fn check_date(date: &FuzzyDate) {
    let text = date.canonical();
    assert_eq!(FuzzyDate::parse(&text).as_ref(), Ok(date), "{text}");
    assert!(!english(date).is_empty());
    if let (Some(first), Some(last)) = (date.earliest().day(), date.latest().day()) {
        assert!(first <= last, "{text}: {first} is after {last}");
    }
    assert!(matches!(date.relation(date), Relation::Same | Relation::Unknown), "{text}");
    assert_eq!(date.relation(date) == Relation::Same, date.exact().is_some(), "{text}");
    if let Some(html) = date.html_datetime() {
        assert_eq!(html, text);
        assert!(!date.is_approximate() && !date.is_uncertain(), "{text}");
    }
}

const ALPHABET: [char; 15] = ['2', '0', '-', '?', '~', 'X', '/', '.', '[', ']', ',', '%', 'T', 'Z', ':'];

/// Visits every text of exactly so many characters.
fn each_text(length: usize, text: &mut String, visit: &mut impl FnMut(&str)) {
    if length == 0 {
        return visit(text);
    }
    for letter in ALPHABET {
        text.push(letter);
        each_text(length - 1, text, visit);
        text.pop();
    }
}

#[test]
fn no_short_text_is_too_much() {
    let mut accepted = 0;
    for length in 0..=5 {
        each_text(length, &mut String::new(), &mut |text| accepted += u32::from(check(text)));
    }
    assert!(accepted > 50, "{accepted} dates found");
}

#[test]
fn one_character_more_less_or_other_does_no_harm() {
    let letters = || ALPHABET.into_iter().chain(['1', '3', 'Y', 'W', ' ', '{', '+', 'é', '–', '٣']);
    for (text, _) in examples().unwrap() {
        let places = || text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for at in places() {
            let (before, behind) = text.split_at(at);
            let without = behind.chars().skip(1).collect::<String>();
            check(before);
            check(behind);
            check(&format!("{before}{without}"));
            for letter in letters() {
                check(&format!("{before}{letter}{behind}"));
                check(&format!("{before}{letter}{without}"));
            }
        }
    }
}

#[test]
fn long_texts_are_read_or_refused_like_short_ones() {
    for piece in ["2025-", "2025,", "2025/", "2025..", "[", "X", "9", "?", " ", "5 March ", "٢", "T10:30:00"]
    {
        check(&piece.repeat(20_000));
        check(&format!("[{}]", piece.repeat(20_000)));
    }
    let years: Vec<_> = (1..=9999).map(|year| format!("{year:04}")).collect();
    assert!(check(&format!("[{}]", years.join(","))));
}

#[test]
fn every_day_of_two_years_is_its_own_text() {
    let mut day = CivilDate::parse("2024-01-01").unwrap();
    let mut count = 0;
    while day.year() < 2026 {
        let text = day.to_string();
        assert_eq!(CivilDate::parse(&text), Ok(day));
        let date = FuzzyDate::parse(&text).unwrap();
        assert_eq!((date.exact(), date.canonical()), (Some(day), text));
        assert_eq!((date.earliest().day(), date.latest().day()), (Some(day), Some(day)));
        check_date(&date);
        let next = CivilDate::from_naive(day.as_naive().succ_opt().unwrap()).unwrap();
        assert_eq!(date.relation(&FuzzyDate::from(next)), Relation::Before);
        day = next;
        count += 1;
    }
    assert_eq!(count, 366 + 365);
}

#[test]
fn every_combination_of_qualifiers_reads_back() {
    let marks = ["", "?", "~", "%"];
    for year in ["2025", "202X", "20XX"] {
        for finer in ["", "-02", "-XX", "-21", "-33", "-02-04", "-02-XX", "-XX-XX"] {
            let parts: Vec<_> = finer.split('-').skip(1).collect();
            for code in 0..16_usize.pow(u32::try_from(parts.len()).unwrap() + 1) {
                let mark = |place: u32| marks[code / 4_usize.pow(place) % 4];
                let marked = |place: u32, part: &str| format!("{}{part}{}", mark(place), mark(place + 1));
                let finer = (2..).step_by(2).zip(&parts).map(|(place, part)| marked(place, part));
                let text = [marked(0, year)].into_iter().chain(finer).collect::<Vec<_>>().join("-");
                assert_eq!(check(&text), year == "2025" || parts.is_empty(), "{text}");
            }
        }
    }
}

fn opposite(relation: Relation) -> Relation {
    match relation {
        Relation::Before => Relation::After,
        Relation::After => Relation::Before,
        other => other,
    }
}

#[test]
fn relations_mirror_and_agree_with_the_bounds() {
    let dates = dates().unwrap();
    let zoned = |date: &FuzzyDate| matches!(date.shape(), Shape::Moment(moment) if moment.zone().is_some());
    for left in &dates {
        for right in &dates {
            let relation = left.relation(right);
            assert_eq!(right.relation(left), opposite(relation), "{left} and {right}");
            if relation == Relation::Before && !(zoned(left) && zoned(right)) {
                let (last, first) = (left.latest().day().unwrap(), right.earliest().day().unwrap());
                assert!(last < first, "{left} and {right}");
                assert!(left.sort_key() < right.sort_key(), "{left} and {right}");
            }
        }
    }
}

#[test]
fn what_is_before_something_before_a_third_is_before_the_third() {
    let mut dates = dates().unwrap();
    let more = [
        "2025-03-07T00:30:00+14:00",
        "2025-03-05T23:00:00-12:00",
        "2025-03-06",
        "2025-03-06T12:00:00",
        "2025-03-06T12:00:00Z",
    ];
    dates.extend(more.iter().map(|text| FuzzyDate::parse(text).unwrap()));
    let before = |left: &FuzzyDate, right: &FuzzyDate| left.relation(right) == Relation::Before;
    for first in &dates {
        for second in dates.iter().filter(|second| before(first, second)) {
            for third in dates.iter().filter(|third| before(second, third)) {
                assert!(before(first, third), "{first}, {second}, {third}");
            }
        }
    }
}

#[test]
fn doubt_never_makes_an_order_more_certain() {
    let dates = dates().unwrap();
    let plain = ["2024-12-08", "2025-02", "2025-02-04", "2025", "2025-21", "2025-33", "202X", "2025-03-XX"];
    for text in plain {
        let certain = FuzzyDate::parse(text).unwrap();
        let about = FuzzyDate::parse(&format!("{text}~")).unwrap();
        let perhaps = FuzzyDate::parse(&format!("{text}?")).unwrap();
        for other in &dates {
            let relation = certain.relation(other);
            assert!([relation, Relation::Unknown].contains(&about.relation(other)), "{about} and {other}");
            assert_eq!(perhaps.relation(other), Relation::Unknown, "{perhaps} and {other}");
        }
    }
}
