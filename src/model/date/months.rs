//! The names of months. Their places are those of `chrono::Month`, from January on.

/// In English.
pub(crate) const ENGLISH: [&str; 12] = [
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
pub(crate) const SHORT_ENGLISH: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// In Turkish.
pub(crate) const TURKISH: [&str; 12] = [
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım",
    "Aralık",
];

/// In Turkish, for the axis of a picture (Unicode CLDR 45).
pub(crate) const SHORT_TURKISH: [&str; 12] =
    ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"];

/// In Arabic: the names of the Gregorian months that most Arab news services write, with which readers in Syria, Iraq and Lebanon,
/// where the months are also called `كانون الثاني` and so on, are familiar.
pub(crate) const ARABIC: [&str; 12] = [
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
