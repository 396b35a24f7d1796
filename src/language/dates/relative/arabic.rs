//! "قبل أسبوع", "مطلع الشهر الماضي", "يوم الثلاثاء".

use super::is_count;
use crate::language::names;
use crate::language::window::Window;

/// "Last", "next", "current", in both genders.
const WHICH: [&str; 16] = [
    "الماضي",
    "الماضية",
    "المقبل",
    "المقبلة",
    "القادم",
    "القادمة",
    "الجاري",
    "الجارية",
    "الحالي",
    "الحالية",
    "المنصرم",
    "المنصرمة",
    "الفائت",
    "الفائتة",
    "التالي",
    "السابق",
];

const THE_UNITS: [&str; 11] = [
    "اليوم",
    "الاسبوع",
    "الشهر",
    "العام",
    "السنة",
    "الايام",
    "الاسابيع",
    "الاشهر",
    "السنوات",
    "الاعوام",
    "الساعات",
];

const UNITS: [&str; 20] = [
    "ساعة",
    "ساعتين",
    "ساعات",
    "يوم",
    "يومين",
    "ايام",
    "يوما",
    "اسبوع",
    "اسبوعين",
    "اسابيع",
    "شهر",
    "شهرين",
    "اشهر",
    "شهور",
    "عام",
    "عامين",
    "اعوام",
    "سنة",
    "سنتين",
    "سنوات",
];

const COUNTS: [&str; 18] = [
    "ثلاث",
    "ثلاثة",
    "اربع",
    "اربعة",
    "خمس",
    "خمسة",
    "ست",
    "ستة",
    "سبع",
    "سبعة",
    "ثماني",
    "ثمانية",
    "تسع",
    "تسعة",
    "عشر",
    "عشرة",
    "عدة",
    "بضعة",
];

const PARTS: [&str; 6] = ["مطلع", "بداية", "اوائل", "منتصف", "اواخر", "نهاية"];

const THIS: [&str; 2] = ["هذا", "هذه"];

const NEAR_DAYS: [&str; 3] = ["اليوم", "امس", "غدا"];

const BEFORE_AND_AFTER: [&str; 4] = ["قبل", "منذ", "بعد", "خلال"];

/// "First", in "the day before yesterday".
const FIRST: [&str; 1] = ["اول"];

/// "Day", before a day of the week.
const DAY: [&str; 1] = ["يوم"];

/// The words that such wording begins with.
pub(super) const BEGINNINGS: [&[&str]; 8] =
    [&PARTS, &THE_UNITS, &THIS, &NEAR_DAYS, &BEFORE_AND_AFTER, &FIRST, &DAY, names::WEEKDAYS];

pub(super) fn find(window: Window<'_>) -> Option<usize> {
    if window.is_word(0, &PARTS) && window.is_word(1, &THE_UNITS) {
        return which(window, 1).or(Some(2));
    }
    which(window, 0).or_else(|| by_itself(window)).or_else(|| counted(window))
}

/// "The past week", "this week", "next Tuesday".
fn which(window: Window<'_>, place: usize) -> Option<usize> {
    if window.is_word(place, &THIS) {
        return window.is_word(place + 1, &THE_UNITS).then_some(place + 2);
    }
    let named = window.is_word(place, &THE_UNITS) || names::weekday(window, place, false).is_some();
    (named && window.is_word(place + 1, &WHICH)).then_some(place + 2)
}

/// "Today", "yesterday", "the day after tomorrow", "on Tuesday".
fn by_itself(window: Window<'_>) -> Option<usize> {
    if window.is_word(0, &FIRST) && window.is_word(1, &["امس"]) {
        return Some(2);
    }
    if window.is_word(0, &["بعد"]) && window.is_word(1, &["غد", "غدا"]) {
        return Some(2);
    }
    if window.is_word(0, &DAY) && names::weekday(window, 1, false).is_some() {
        return which(window, 1).or(Some(2));
    }
    window.is_word(0, &NEAR_DAYS).then_some(1)
}

/// "A week ago", "for two months", "within ten days".
fn counted(window: Window<'_>) -> Option<usize> {
    if !window.is_word(0, &BEFORE_AND_AFTER) {
        return None;
    }
    let unit = 1 + usize::from(is_count(window, 1) || window.is_word(1, &COUNTS));
    // "منذ عام 2011", "قبل شهر شباط" and "منذ يوم الجمعة" go on to name the year, the month, the day.
    let absolute = window.number(unit + 1).is_some()
        || names::month(window, unit + 1).is_some()
        || names::weekday(window, unit + 1, false).is_some();
    (window.is_word(unit, &UNITS) && !absolute).then_some(unit + 1)
}
