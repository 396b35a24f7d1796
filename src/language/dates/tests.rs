//! One table a language. All wording is invented.

use super::*;

/// What is found in a text: dates as EDTF with the day of the week behind, other wording as it is.
fn found(text: &str) -> Vec<String> {
    let show = |find: Find| match find.what {
        What::Date(when, Some(weekday)) => format!("{} {weekday}", when.edtf()),
        What::Date(when, None) => when.edtf(),
        What::Relative => format!("~{}", text.get(find.at).unwrap()),
    };
    find(text).listed.into_iter().map(show).collect()
}

fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(found(text), *expected, "{text}");
    }
}

#[test]
fn english_days() {
    check(&[
        ("on December 8, 2024, it", &["2024-12-08"]),
        ("on December 8 2024", &["2024-12-08"]),
        ("on Dec. 8, 2024.", &["2024-12-08"]),
        ("on Sept 8th, 2024", &["2024-09-08"]),
        ("on 8 December 2024", &["2024-12-08"]),
        ("on the 8th of December, 2024", &["2024-12-08"]),
        ("on 8 Dec. 2024", &["2024-12-08"]),
        ("on DECEMBER 8, 2024", &["2024-12-08"]),
        ("on december 8, 2024", &["2024-12-08"]),
        ("on March 5,2025", &["2025-03-05"]),
        ("on March 5.", &["????-03-05"]),
        ("on March 5, 300 came", &["????-03-05"]),
        ("on February 4–6, 2025", &["2025-02-04/2025-02-06"]),
        ("on 4-6 February", &["????-02-04/????-02-06"]),
        ("February 27-March 5, 2025", &["????-02-27", "2025-03-05"]),
        ("on March\n5, 2025", &["2025-03-05"]),
    ]);
}

#[test]
fn days_of_the_week_beside_a_date() {
    check(&[
        ("Wednesday, March 5", &["????-03-05 Wed"]),
        ("Wednesday March 5, 2025", &["2025-03-05 Wed"]),
        ("Wed., 5 March 2025", &["2025-03-05 Wed"]),
        ("Wednesday (March 5)", &["????-03-05 Wed"]),
        ("March 5 (Wednesday)", &["????-03-05 Wed"]),
        ("Wednesday the 5th of March", &["????-03-05 Wed"]),
        ("Wednesday, 05.03.2025", &["2025-03-05 Wed"]),
        ("5 Mart 2025 Çarşamba günü", &["2025-03-05 Wed"]),
        ("5 Mart Çarşamba", &["????-03-05 Wed"]),
        ("الأربعاء 5 آذار", &["????-03-05 Wed"]),
        ("يوم الأربعاء، 5 مارس 2025", &["2025-03-05 Wed"]),
        ("الأربعاء الموافق 5 مارس", &["????-03-05 Wed"]),
    ]);
}

#[test]
fn english_months_and_years() {
    check(&[
        ("in February 2025", &["2025-02"]),
        ("February, 2025", &["2025-02"]),
        ("in February of 2025", &["2025-02"]),
        ("in February.", &["????-02"]),
        ("mid-March", &["????-03"]),
        ("the end of May", &["????-05"]),
        ("since 2011", &["2011"]),
    ]);
}

#[test]
fn english_words_that_are_no_dates() {
    for text in [
        "they may 5",
        "up to 5 may die",
        "a march 5 long",
        "may 2025",
        "March 5,000 men",
        "March 5.5",
        "March 5%",
        "March 10:30",
        "a March 5-year plan",
        "February 30, 2025",
        "in 2,000 homes",
        "room 2025",
        "Mars 5",
        "March of the 5",
        "12.5 March",
        "version 1.2.3",
        "10.0.0.1",
        "March 32",
        "march on",
        "May we",
        "March\n\n5",
        "9999999999 March",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn digits() {
    check(&[
        ("2025-03-05", &["2025-03-05"]),
        ("2025-03-05T10:00:00Z", &["2025-03-05"]),
        ("2025/3/5", &["2025-03-05"]),
        ("05.03.2025", &["2025-03-05"]),
        ("5.3.2025.", &["2025-03-05"]),
        ("5/3/2025", &["[2025-03-05,2025-05-03]"]),
        ("12-11-2024", &["[2024-11-12,2024-12-11]"]),
        ("5/5/2025", &["2025-05-05"]),
        ("25/3/2025", &["2025-03-25"]),
        ("3/25/2025", &["2025-03-25"]),
        ("03.25.2025", &[]),
        ("2025-13-01", &[]),
        ("32/1/2025", &[]),
        ("1.2.3.2025", &[]),
        ("5/3/2025/7", &[]),
        ("5/3-2025", &[]),
        ("5 / 3 / 2025", &[]),
        ("٢٠٢٥/٣/٥", &["2025-03-05"]),
        ("٠٥\u{200f}/٠٣\u{200f}/٢٠٢٥", &["[2025-03-05,2025-05-03]"]),
    ]);
}

#[test]
fn turkish() {
    check(&[
        ("5 Mart'ta", &["????-03-05"]),
        ("5 MART 2025’TE", &["2025-03-05"]),
        ("5 şubat 2025 tarihinde", &["2025-02-05"]),
        ("8 ARALIK 2024", &["2024-12-08"]),
        ("1 HAZİRAN ve 2 haziran ve 3 Hazi\u{307}ran", &["????-06-01", "????-06-02", "????-06-03"]),
        ("7 KASIM, 7 kasim", &["????-11-07"]),
        ("4-6 Şubat 2025", &["2025-02-04/2025-02-06"]),
        ("Şubat ayında", &["????-02"]),
        ("Şubat'ta ve Mayıs’tan", &["????-02", "????-05"]),
        ("martta", &["????-03"]),
        ("Şubat 2025'te", &["2025-02"]),
        ("2025 yılının Şubat ayında", &["2025-02"]),
        ("2025'in Mart ayında", &["2025-03"]),
        ("yüzde 5 Mart ayında", &["????-03"]),
        ("2011 yılında, 2012'den", &["2011", "2012"]),
        ("geçen şubat", &["????-02"]),
        ("Eylül'ün ve Nisan'a ve Ekim", &[]),
        ("Mart 5 kişi", &[]),
    ]);
}

#[test]
fn arabic() {
    check(&[
        ("في 5 آذار 2025", &["2025-03-05"]),
        ("٥ مارس ٢٠٢٥", &["2025-03-05"]),
        ("۵ مارس ۲۰۲۵", &["2025-03-05"]),
        ("8 ديسمبر/كانون الأول 2024", &["2024-12-08"]),
        ("8 كانون الأول (ديسمبر) 2024", &["2024-12-08"]),
        ("8 كانون الاول من عام 2024", &["2024-12-08"]),
        ("الثامن من ديسمبر عام 2024", &["2024-12-08"]),
        ("السابع والعشرين من شباط", &["????-02-27"]),
        ("الحادي عشر من شهر أيلول", &["????-09-11"]),
        ("١ تشرين الثاني و٢ تِشْرِين الأَوَّل", &["????-11-01", "????-10-02"]),
        ("في شباط", &["????-02"]),
        ("شهر فبرايـر", &["????-02"]),
        ("شباط/فبراير 2025", &["2025-02"]),
        ("في آب", &["????-08"]),
        ("من أب", &[]),
        ("5 أبواب", &[]),
        ("منذ عام 2011", &["2011"]),
        ("\u{200f}5\u{200f} آذار", &["????-03-05"]),
    ]);
}

#[test]
fn english_wording_that_leans_on_a_date() {
    check(&[
        ("A week ago", &["~A week ago"]),
        ("today", &["~today"]),
        ("at the beginning of last month", &["~beginning of last month"]),
        ("last month and next week", &["~last month", "~next week"]),
        ("in the coming days", &["~coming days"]),
        ("over the last three years", &["~last three years"]),
        ("a couple of days earlier", &["~a couple of days earlier"]),
        ("two weeks from now", &["~two weeks from now"]),
        ("10 days later", &["~10 days later"]),
        ("within two weeks", &["~within two weeks"]),
        ("early this year", &["~early this year"]),
        ("at the end of the week", &["~end of the week"]),
        ("on Tuesday", &["~Tuesday"]),
        ("next Tuesday", &["~next Tuesday"]),
        ("today, Friday, May 2", &["~today", "????-05-02 Fri"]),
        ("a few of the last men in a row", &[]),
    ]);
}

#[test]
fn turkish_wording_that_leans_on_a_date() {
    check(&[
        ("BUGÜN", &["~BUGÜN"]),
        ("dün ve yarın", &["~dün", "~yarın"]),
        ("bir hafta önce", &["~bir hafta önce"]),
        ("3 gün sonra", &["~3 gün sonra"]),
        ("geçen ayın başında", &["~geçen ayın başında"]),
        ("önümüzdeki günlerde", &["~önümüzdeki günlerde"]),
        ("bu yıl", &["~bu yıl"]),
        ("ayın sonunda", &["~ayın sonunda"]),
        ("Salı günü", &["~Salı günü"]),
        ("geçen Salı", &["~geçen Salı"]),
        ("bir ay ve pazar", &[]),
    ]);
}

#[test]
fn arabic_wording_that_leans_on_a_date() {
    check(&[
        ("اليوم", &["~اليوم"]),
        ("أمس وغداً", &["~أمس"]),
        ("غداً", &["~غداً"]),
        ("أول أمس", &["~أول أمس"]),
        ("الأسبوع الماضي", &["~الأسبوع الماضي"]),
        ("مطلع الشهر المقبل", &["~مطلع الشهر المقبل"]),
        ("قبل أسبوعين", &["~قبل أسبوعين"]),
        ("قبل ثلاثة أيام", &["~قبل ثلاثة أيام"]),
        ("خلال 10 أيام", &["~خلال 10 أيام"]),
        ("هذا العام", &["~هذا العام"]),
        ("يوم الثلاثاء الماضي", &["~يوم الثلاثاء الماضي"]),
        ("يوم الثلاثاء", &["~يوم الثلاثاء"]),
        ("في الأيام المقبلة", &["~الأيام المقبلة"]),
        ("قبل شهر شباط", &["????-02"]),
        ("منذ يوم الجمعة 11 نيسان", &["????-04-11 Fri"]),
    ]);
}

#[test]
fn repetition_is_one_find_and_a_weekday_is_news() {
    let text = "March 5, March 5, 5 March, 5 آذار, today, Today, March 5, 2025";
    assert_eq!(found(text), ["????-03-05", "~today", "2025-03-05"]);
    assert_eq!(found("Wednesday, March 5; March 5"), ["????-03-05 Wed"]);
    assert_eq!(found("March 5; Wednesday, March 5; Wed., March 5"), ["????-03-05", "????-03-05 Wed"]);
}

#[test]
fn lines_are_counted_from_the_start() {
    let list = find("x\n\r\n\rMay 5\n\n\nx today");
    let lines: Vec<_> = list.listed.iter().map(|find| find.line).collect();
    assert_eq!(lines, [4, 7]);
}

#[test]
fn many_are_counted() {
    let text: String =
        (1..=28).flat_map(|day| (1..=10).map(move |year| format!("May {day}, {}\n", 2000 + year))).collect();
    let list = find(&text);
    assert_eq!((list.listed.len(), list.left_out), (100, 180));
}

/// In a debug build, every place that is passed over is looked at once more.
#[test]
fn no_wording_begins_with_another_word_than_is_known() {
    let firsts = [
        "Mart",
        "Subattan",
        "ekimdeki",
        "Jan",
        "Sept",
        "march",
        "وشباط",
        "بتشرين",
        "كانون",
        "اب",
        "وحزيران",
        "الحادي",
        "العشرين",
        "يوم",
        "الاثنين",
        "monday",
        "cuma",
        "Sun",
        "5",
        "2025",
        "throughout",
        "by",
        "mid",
        "gecen",
        "bu",
        "شهر",
        "من",
        "سنة",
        "beginning",
        "earlier",
        "tonight",
        "previous",
        "within",
        "some",
        "several",
        "yarinki",
        "evvelsi",
        "birkac",
        "haftanin",
        "اوائل",
        "السنوات",
        "هذه",
        "غدا",
        "خلال",
        "اول",
        "the",
        "x",
    ];
    let seconds = [
        "5",
        "2025",
        "(",
        "-",
        "of",
        "the",
        "March",
        "nisan",
        "شباط",
        "الثاني",
        "عشر",
        "friday",
        "gunu",
        "الماضي",
        "few",
        "weeks",
        "hafta",
        "basinda",
        "امس",
        "غد",
        "الشهر",
        "اسبوع",
        "ayinda",
        "'",
        "x",
    ];
    let thirds = ["2025", "5", "march", "ago", "once", "weeks", "المقبل", "من", "x"];
    for first in firsts {
        for second in seconds {
            for third in thirds {
                all(&format!("x {first} {second} {third} 2025"));
            }
        }
    }
}
