//! The names of months.

use chrono::Month;

/// The names of the months, from January on.
pub(crate) type Names = [&'static str; 12];

/// The name of a month.
pub(crate) fn of(names: &Names, month: Month) -> &'static str {
    names.get(month as usize).copied().unwrap_or_default()
}

/// In English.
pub(crate) const ENGLISH: Names = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// In English, for the axis of a picture.
pub(crate) const SHORT_ENGLISH: Names =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// In Turkish.
pub(crate) const TURKISH: Names = [
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım",
    "Aralık",
];

/// In Turkish, for the axis of a picture (Unicode CLDR 45).
pub(crate) const SHORT_TURKISH: Names =
    ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"];

/// In Arabic: the names of the Gregorian months that most Arab news services write, with which readers in Syria, Iraq and Lebanon,
/// where the months are also called `كانون الثاني` and so on, are familiar.
pub(crate) const ARABIC: Names = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
