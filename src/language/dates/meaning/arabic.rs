//! "أمس", "الشهر المقبل", "قبل ثلاثة أيام".

use super::{Context, Meaning, Offset, Unit, away, whole};

const WEEKDAYS: [&str; 7] = ["الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعة", "السبت", "الاحد"];

pub(super) fn meaning(context: &Context<'_>) -> Meaning {
    match (context.word(0), context.word(1)) {
        ("اول", "امس") => Meaning::Offset(Offset::Day(-2)),
        ("بعد", "غد" | "غدا") => Meaning::Offset(Offset::Day(2)),
        ("امس", "") => yesterday(context),
        // Without its tanwin the word may be "became".
        ("غدا", "") if context.raw.contains('\u{64B}') => Meaning::Offset(Offset::Day(1)),
        ("اليوم", "") => today(context),
        ("هذا" | "هذه", unit) => this(context, unit),
        ("قبل", _) => before(context),
        ("منذ", _) => since(context),
        ("مطلع" | "بداية" | "اوائل" | "منتصف" | "اواخر" | "نهاية", unit) => {
            which(context, unit, 2)
        }
        ("يوم", day) if WEEKDAYS.contains(&day) => which(context, day, 2),
        (unit, _) => which(context, unit, 1),
    }
}

/// "أمس الأول" is one day farther, and "أمس الحاجة" dire need.
fn yesterday(context: &Context<'_>) -> Meaning {
    match context.after() {
        "الاول" => Meaning::Offset(Offset::Day(-2)),
        "الحاجة" => Meaning::Elsewhere,
        _ => Meaning::Offset(Offset::Day(-1)),
    }
}

/// "Today", unless it is a certain day, "that day" or "the second day", or part of the name of a paper.
fn today(context: &Context<'_>) -> Meaning {
    const BEFORE: [&str; 27] = [
        "ذلك",
        "هذا",
        "نفس",
        "ذات",
        "في",
        "من",
        "كل",
        "طوال",
        "طيلة",
        "منتصف",
        "نهاية",
        "بداية",
        "بقية",
        "مدار",
        "روسيا",
        "المصري",
        "العرب",
        "سبوتنيك",
        "صحيفة",
        "جريدة",
        "موقع",
        "قناة",
        "باقي",
        "خلال",
        "مثل",
        "القدس",
        "عمان",
    ];
    const AFTER: [&str; 6] = ["نفسه", "ذاته", "عينه", "الواحد", "بعد", "اياه"];
    let after = context.after();
    let certain = after.starts_with("ال")
        && !WEEKDAYS.contains(&after)
        && !matches!(after, "الي" | "الا" | "الان" | "الذي" | "التي" | "الذين");
    if certain || AFTER.contains(&after) || BEFORE.contains(&context.before(0)) {
        return Meaning::Elsewhere;
    }
    Meaning::Offset(Offset::Day(0))
}

fn this(context: &Context<'_>, unit: &str) -> Meaning {
    match unit {
        "الاسبوع" | "الشهر" | "العام" | "السنة" if context.before(0) != "مثل" => {
            whole(the_unit(unit), 0)
        }
        "الايام" => Meaning::Vague,
        _ => Meaning::Elsewhere,
    }
}

/// "The past week", "next Tuesday".
fn which(context: &Context<'_>, unit: &str, place: usize) -> Meaning {
    // "الأمين العام الحالي": the word for "year" also means "general".
    if unit == "العام" && place == 1 && context.before(0).starts_with("ال") {
        return Meaning::Elsewhere;
    }
    let by = match context.word(place) {
        "الماضي" | "الماضية" | "المنصرم" | "المنصرمة" | "الفائت" | "الفائتة" => {
            -1
        }
        "المقبل" | "المقبلة" | "القادم" | "القادمة" => 1,
        "الجاري" | "الجارية" | "الحالي" | "الحالية" => 0,
        _ => return Meaning::Elsewhere,
    };
    match unit {
        "الاسبوع" | "الشهر" | "العام" | "السنة" => whole(the_unit(unit), by),
        "اليوم" => Meaning::Elsewhere,
        _ => Meaning::Vague,
    }
}

fn the_unit(name: &str) -> Unit {
    match name {
        "الاسبوع" => Unit::Week,
        "الشهر" => Unit::Month,
        _ => Unit::Year,
    }
}

/// "A week ago", unless it is before something: "قبل يوم من الاقتراع", "قبل يوم الاقتراع".
fn before(context: &Context<'_>) -> Meaning {
    if context.after() == "من" {
        return Meaning::Elsewhere;
    }
    let counted = context.words.len() > 2;
    let (unit, own) = unit(if counted { context.word(2) } else { context.word(1) });
    if counted {
        return number(context.word(1)).map_or(Meaning::Vague, |count| away(unit, -count));
    }
    match own {
        Some(1) if !ends(context) => Meaning::Elsewhere,
        Some(count) => away(unit, -count),
        None => Meaning::Vague,
    }
}

/// "For three days": only with its number, since "منذ عام" goes on to name the year in many ways.
fn since(context: &Context<'_>) -> Meaning {
    let counted = context.words.len() > 2;
    let dual = unit(context.word(1)).1 == Some(2);
    if counted || dual { Meaning::Vague } else { Meaning::Elsewhere }
}

/// Whether no noun can follow that the unit belongs to.
fn ends(context: &Context<'_>) -> bool {
    context.after.is_empty()
        || context.mark_after().is_some()
        || matches!(context.after(), "ان" | "انه" | "انها" | "في" | "عن" | "الي")
}

/// A unit, and the number that its form tells.
fn unit(name: &str) -> (Unit, Option<i64>) {
    match name {
        "يوم" => (Unit::Day, Some(1)),
        "يومين" => (Unit::Day, Some(2)),
        "ايام" | "يوما" => (Unit::Day, None),
        "اسبوع" => (Unit::Week, Some(1)),
        "اسبوعين" => (Unit::Week, Some(2)),
        "اسابيع" => (Unit::Week, None),
        "شهر" => (Unit::Month, Some(1)),
        "شهرين" => (Unit::Month, Some(2)),
        "اشهر" | "شهور" => (Unit::Month, None),
        "عام" | "سنة" => (Unit::Year, Some(1)),
        "عامين" | "سنتين" => (Unit::Year, Some(2)),
        "اعوام" | "سنوات" => (Unit::Year, None),
        "ساعة" => (Unit::Other, Some(1)),
        "ساعتين" => (Unit::Other, Some(2)),
        _ => (Unit::Other, None),
    }
}

fn number(word: &str) -> Option<i64> {
    Some(match word {
        "ثلاث" | "ثلاثة" => 3,
        "اربع" | "اربعة" => 4,
        "خمس" | "خمسة" => 5,
        "ست" | "ستة" => 6,
        "سبع" | "سبعة" => 7,
        "ثماني" | "ثمانية" => 8,
        "تسع" | "تسعة" => 9,
        "عشر" | "عشرة" => 10,
        other => return other.parse().ok(),
    })
}
