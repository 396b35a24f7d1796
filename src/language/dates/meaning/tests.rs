use super::*;
use crate::language::dates::{What, each};

const DAY: fn(i64) -> Meaning = |by| Meaning::Offset(Offset::Day(by));
const WEEK: fn(i64) -> Meaning = |by| Meaning::Offset(Offset::Week(by));
const MONTH: fn(i64) -> Meaning = |by| Meaning::Offset(Offset::Month(by));
const YEAR: fn(i64) -> Meaning = |by| Meaning::Offset(Offset::Year(by));

/// The first wording of a text that leans on the day of writing.
fn meant(text: &str, tongue: Tongue) -> Option<Meaning> {
    let mut finds = Vec::new();
    each(text, |find, _, _| {
        if find.what == What::Relative {
            finds.push(find.at);
        }
    });
    finds.iter().map(|at| meaning(text, at, tongue)).find(|it| *it != Meaning::Elsewhere)
}

fn check(tongue: Tongue, table: &[(&str, Meaning)]) {
    for (text, expected) in table {
        assert_eq!(meant(text, tongue), Some(*expected), "{text}");
    }
}

fn none(tongue: Tongue, texts: &[&str]) {
    for text in texts {
        assert_eq!(meant(text, tongue), None, "{text}");
    }
}

#[test]
fn english() {
    check(
        Tongue::English,
        &[
            ("Today it rained.", DAY(0)),
            ("It came yesterday.", DAY(-1)),
            ("the day before yesterday", DAY(-2)),
            ("the day after tomorrow", DAY(2)),
            ("after tomorrow", DAY(1)),
            ("three days ago", DAY(-3)),
            ("a week ago", DAY(-7)),
            ("10 days from now", DAY(10)),
            ("last week", WEEK(-1)),
            ("at the beginning of last month", MONTH(-1)),
            ("two months ago", MONTH(-2)),
            ("early this year", YEAR(0)),
            ("next year’s budget", YEAR(1)),
            ("last night", DAY(-1)),
            ("next Tuesday", Meaning::Vague),
            ("a few days ago", Meaning::Vague),
            ("twenty-three days ago", Meaning::Vague),
            ("two or three days ago", Meaning::Vague),
            ("over the last three years", Meaning::Vague),
            ("in the coming days", Meaning::Vague),
            ("in today’s world", DAY(0)),
        ],
    );
}

#[test]
fn english_that_leans_on_something_else() {
    none(
        Tongue::English,
        &[
            "the now defunct party",
            "at last",
            "the last of them",
            "next to it",
            "this is it",
            "a week later",
            "two days before the vote",
            "the next day",
            "the following week",
            "the last week of May",
            "his last year in office",
            "the talks last two weeks",
            "in two days they took it",
            "once in a year",
            "Russia Today reported",
            "USA Today",
            "example.org/today",
            "today-only",
            "on Tuesday",
            "Friday prayers",
            "this quarter of the town",
            "the end of the month",
            "over the next three days forty died",
            "this day",
            "he may march on",
            "a second time",
            "the last days of the siege",
            "it went past two weeks",
        ],
    );
}

#[test]
fn turkish() {
    check(
        Tongue::Turkish,
        &[
            ("BUGÜN geldi", DAY(0)),
            ("heyet dün geldi", DAY(-1)),
            ("yarın gelecek", DAY(1)),
            ("evvelsi gün", DAY(-2)),
            ("üç gün önce", DAY(-3)),
            ("bir hafta önce", DAY(-7)),
            ("geçen hafta", WEEK(-1)),
            ("gelecek ay", MONTH(1)),
            ("geçen ayın başında", MONTH(-1)),
            ("bu yıl", YEAR(0)),
            ("iki yıl önce", YEAR(-2)),
            ("on iki gün önce", Meaning::Vague),
            ("birkaç gün önce", Meaning::Vague),
            ("önümüzdeki günlerde", Meaning::Vague),
            ("geçen Salı", Meaning::Vague),
        ],
    );
    none(
        Tongue::Turkish,
        &[
            "dünya barışı",
            "Dun Laoghaire",
            "bu gün de",
            "seçimden üç gün önce",
            "seçimden tam üç gün önce",
            "üç gün sonra",
            "ertesi gün",
            "bu pazar yeri",
            "önceki gün",
            "ayın sonunda",
            "aradan geçen yıllar",
            "Salı günü",
            "Yeni Yarın gazetesi",
        ],
    );
}

#[test]
fn arabic() {
    check(
        Tongue::Arabic,
        &[
            ("قال أمس إن", DAY(-1)),
            ("أول أمس", DAY(-2)),
            ("أمس الأول", DAY(-2)),
            ("أمس الثلاثاء", DAY(-1)),
            ("يصل غدًا", DAY(1)),
            ("بعد غد", DAY(2)),
            ("وصل اليوم إلى", DAY(0)),
            ("صباح اليوم الأربعاء", DAY(0)),
            ("قبل ثلاثة أيام", DAY(-3)),
            ("قبل أسبوعين", DAY(-14)),
            ("قبل أسبوع.", DAY(-7)),
            ("الأسبوع الماضي", WEEK(-1)),
            ("مطلع الشهر المقبل", MONTH(1)),
            ("هذا العام", YEAR(0)),
            ("الأيام المقبلة", Meaning::Vague),
        ],
    );
    none(
        Tongue::Arabic,
        &[
            "في ذلك اليوم",
            "اليوم التالي",
            "اليوم السابع",
            "روسيا اليوم",
            "في أمس الحاجة",
            "غدا أقوى",
            "الأمين العام الحالي",
            "قبل يوم من الاقتراع",
            "قبل يوم الاقتراع",
            "بعد أسبوع",
            "خلال يومين",
            "يوم الثلاثاء",
            "منذ عام 2011",
            "واليومية",
        ],
    );
}

#[test]
fn a_single_day_has_a_form_that_can_stand_instead() {
    let day = chrono::NaiveDate::from_ymd_opt(2025, 3, 4).unwrap();
    let put = |text: &str, tongue| {
        let mut found = None;
        each(text, |find, _, _| found = found.take().or(Some(find.at)));
        instead(text, &found.unwrap(), tongue, day)
    };
    let english = |text| put(text, Tongue::English);
    assert_eq!(english("It opened yesterday.").unwrap(), "on 4 March 2025");
    assert_eq!(english("It opened three days ago, he says.").unwrap(), "on 4 March 2025");
    for text in [
        "Yesterday, it opened.",
        "since yesterday.",
        "yesterday’s vote",
        "It opened yesterday evening.",
        "the port of today.",
        "It is open today.",
        "a week ago.",
        "late yesterday.",
        "It opened a few days ago.",
    ] {
        assert_eq!(english(text), None, "{text}");
    }
    let turkish = |text| put(text, Tongue::Turkish);
    assert_eq!(turkish("Heyet dün Şam'a gitti.").unwrap(), "4 Mart 2025’te");
    assert_eq!(turkish("Heyet üç gün önce gitti.").unwrap(), "4 Mart 2025’te");
    for text in [
        "Heyet dün akşam gitti.",
        "Dün gitti.",
        "Heyet daha dün gitti.",
        "Heyet bugün gitti.",
        "Heyet dün’ün",
    ] {
        assert_eq!(turkish(text), None, "{text}");
    }
    assert_eq!(put("وصل أمس.", Tongue::Arabic), None);
}

#[test]
fn what_stands_far_away_costs_nothing_and_cuts_no_letter() {
    let text = format!("{}dün {}", "ş".repeat(500), "ğ".repeat(500));
    assert_eq!(meant(&text.replace("dün", " dün "), Tongue::Turkish), Some(DAY(-1)));
}
