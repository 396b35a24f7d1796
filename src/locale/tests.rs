use std::collections::BTreeSet;

use super::builtin::{TEXTS, messages};
use super::*;
use crate::model::{
    Confidence, Credibility, EntityKind, LikelihoodScale, NoteKind, QuestionStatus, Reliability, SourceKind,
    Stance, Status,
};

fn locale(lang: &str) -> &'static Locale {
    Locales::built_in().of(&Lang::parse(lang).unwrap())
}

#[test]
fn the_catalogues_have_the_same_messages_with_the_same_variables() {
    let english = messages("en").unwrap();
    for (lang, text) in TEXTS {
        let (found, faults) = catalogue::read(text);
        assert!(faults.is_empty(), "{lang}: {faults:?}");
        assert_eq!(found.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{lang}");
        for (id, pattern) in &found {
            let model = &english[id];
            assert!(pattern.values().is_subset(&model.values()), "{lang}: {id}");
            assert_eq!(desk::missing(model, pattern), None, "{lang}: {id}");
            let known = categories(&Lang::parse(lang).unwrap());
            assert!(pattern.categories().iter().all(|it| known.contains(it)), "{lang}: {id}");
        }
    }
}

#[test]
fn no_message_is_without_use() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = String::new();
    let mut folders = vec![root.join("src"), root.join("templates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path != root.join("src/locale/tests.rs") {
                sources.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    // These are put together from what they are about and a word of the input.
    let made = [
        "status_",
        "stance_",
        "question_",
        "source_",
        "entity_",
        "reliability_",
        "credibility_",
        "confidence_",
        "note_",
        "likelihood_",
        "key_",
        "counted_",
        "detail_",
    ];
    for id in messages("en").unwrap().keys() {
        let used = [format!("words.{id} "), format!("words.{id}}}"), format!("\"{id}\"")];
        let counted = id.strip_prefix("count_").is_some_and(|of| sources.contains(&format!("of=\"{of}\"")));
        let used = counted || used.iter().any(|it| sources.contains(it));
        assert!(used || made.iter().any(|prefix| id.starts_with(prefix)), "{id} is not used");
    }
}

#[test]
fn every_word_of_the_input_has_a_label_in_every_language() {
    for (lang, _) in TEXTS {
        let locale = locale(lang);
        for status in Status::ALL {
            assert!(!locale.label(*status).is_empty(), "{lang}");
            assert!(locale.has(&id("counted", status.word())), "{lang}");
        }
        assert!(Credibility::ALL.iter().all(|it| locale.has(&id("credibility", it.word()))));
        for scale in LikelihoodScale::ALL {
            for term in scale.terms() {
                assert!(locale.has(&id("likelihood", term)), "{lang}: {term}");
            }
        }
    }
}

/// Two terms of one scale, and two words of one vocabulary, are never the same words in another language.
#[test]
fn words_that_differ_in_english_stay_apart() {
    let vocabularies = ["status", "stance", "question", "reliability", "credibility", "confidence", "note"];
    for (lang, _) in TEXTS {
        let words = locale(lang).words();
        for scale in LikelihoodScale::ALL {
            let terms: BTreeSet<_> = scale.terms().collect();
            let said: BTreeSet<_> = terms.iter().map(|term| &words[&id("likelihood", term)]).collect();
            assert_eq!(said.len(), terms.len(), "{lang}: {said:?}");
        }
        for prefix in vocabularies {
            let prefix = format!("{prefix}_");
            let labels: Vec<_> = words.iter().filter(|(id, _)| id.starts_with(&prefix)).collect();
            let said: BTreeSet<_> = labels.iter().map(|(_, label)| label).collect();
            assert!(labels.len() > 2, "{prefix}");
            assert_eq!(said.len(), labels.len(), "{lang}: {labels:?}");
        }
    }
}

/// A name takes no ending, and stands behind nothing that would ask for one: it begins a phrase, or comes behind a point.
#[test]
fn no_name_is_inflected() {
    let names = ["speaker", "carrier", "who", "event", "text"];
    for lang in ["tr", "ar"] {
        for (message, pattern) in messages(lang).unwrap() {
            let mut said = String::new();
            let mark = |name| if names.contains(&name) { Arg::Name("X") } else { Arg::Text("0") };
            let args: Vec<_> = pattern.values().into_iter().map(|name| (name, mark(name))).collect();
            pattern.say(None, &args, &mut |text, is_name| said.push_str(if is_name { "{X}" } else { text }));
            for (at, _) in said.match_indices("{X}") {
                let (before, after) = said.split_at(at);
                // “Then” joins two names and asks nothing of the second.
                let before = before.trim_end().trim_end_matches("ثم");
                let stands_alone = before.trim_end().chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                let ends = after.chars().nth(3).is_none_or(|c| !c.is_alphanumeric() && c != '’' && c != '\'');
                assert!(stands_alone && ends, "{lang}: {message}: {said}");
            }
        }
    }
}

#[test]
fn a_number_takes_its_form() {
    let forms = [0, 1, 2, 3, 11, 100].map(|count| locale("ar").counted("count_briefs", count));
    assert_eq!(forms, ["لا موجزات", "موجز واحد", "موجزان", "3 موجزات", "11 موجزًا", "100 موجز"]);
    assert_eq!([1, 2].map(|count| locale("en").counted("count_briefs", count)), ["1 brief", "2 briefs"]);
    assert_eq!(locale("tr").counted("count_briefs", 2), "2 bilgi notu");
}

#[test]
fn labels_are_those_of_their_words() {
    fn same<T: Label>() {
        for locale in Locales::built_in().iter() {
            for value in T::ALL {
                assert_eq!(locale.label(*value), locale.word(&id(T::PREFIX, value.word())));
            }
        }
    }
    same::<Status>();
    same::<Stance>();
    same::<QuestionStatus>();
    same::<SourceKind>();
    same::<EntityKind>();
    same::<Reliability>();
    same::<Credibility>();
    same::<Confidence>();
    same::<NoteKind>();
}

#[test]
fn small_numbers_have_words_where_the_language_writes_them_so() {
    assert_eq!([0, 1, 12, 13].map(|count| locale("en").number(count)), ["zero", "one", "twelve", "13"]);
    assert_eq!([0, 10, 11].map(|count| locale("tr").number(count)), ["sıfır", "on", "11"]);
    assert_eq!([0, 1, u32::MAX].map(|count| locale("ar").number(count)), ["0", "1", "4294967295"]);
}

#[test]
fn dates_are_written_as_each_language_writes_them() {
    let cases = [
        ("2025-02-04", "4 Şubat 2025 Salı", "الثلاثاء 4 فبراير 2025"),
        ("2025-02", "Şubat 2025", "فبراير 2025"),
        ("2025-02~", "Şubat 2025 dolayları", "نحو فبراير 2025"),
        ("2025-02-04?", "4 Şubat 2025 (kesin değil)", "4 فبراير 2025 (غير مؤكد)"),
        ("2025-02-~04", "4 Şubat 2025 (gün yaklaşık)", "4 فبراير 2025 (اليوم تقريبي)"),
        ("2025?-02", "Şubat 2025 (yıl kesin değil)", "فبراير 2025 (السنة غير مؤكدة)"),
        ("2025~-02", "Şubat 2025 (yıl yaklaşık)", "فبراير 2025 (السنة تقريبية)"),
        ("2025-02~-04", "4 Şubat 2025 (yıl ve ay yaklaşık)", "4 فبراير 2025 (السنة والشهر تقريبيان)"),
        ("2013-01/..", "2013 Ocak ayından itibaren", "ابتداءً من يناير 2013"),
        ("../2025-02", "2025 Şubat ayına kadar", "حتى فبراير 2025"),
        // Of a day in another calendar, the weekday that we reckon would be wrong.
        ("1453-05-29", "29 Mayıs 1453", "29 مايو 1453"),
        ("1925-12-31", "31 Aralık 1925", "31 ديسمبر 1925"),
        ("1926-01-01", "1 Ocak 1926 Cuma", "الجمعة 1 يناير 1926"),
        ("0044-03-15", "15 Mart 44", "15 مارس 44"),
        ("0300", "300", "300"),
        ("2025", "2025", "2025"),
        ("202X", "2020–2029 yılları", "الأعوام من 2020 إلى 2029"),
        ("2025-XX", "2025 yılının bir ayı", "أحد أشهر عام 2025"),
        ("2025-21", "2025 ilkbaharı", "ربيع 2025"),
        ("2025-33", "2025 yılının birinci çeyreği", "الربع الأول من عام 2025"),
        ("2025-02-04/2025-02-06", "4–6 Şubat 2025", "من 4 إلى 6 فبراير 2025"),
        ("2025-02-28/2025-03-05", "28 Şubat – 5 Mart 2025", "من 28 فبراير إلى 5 مارس 2025"),
        ("2024-12-08/..", "8 Aralık 2024 tarihinden itibaren", "ابتداءً من 8 ديسمبر 2024"),
        ("2024/..", "2024 yılından itibaren", "ابتداءً من 2024"),
        ("202X/..", "2020–2029 yılları ve sonrası", "ابتداءً من الأعوام من 2020 إلى 2029"),
        ("../2025-03-05?", "5 Mart 2025 (kesin değil) ve öncesi", "حتى 5 مارس 2025 (غير مؤكد)"),
        (
            "2025-03-XX/2025-04-XX",
            "Mart 2025 içinde bir gün – Nisan 2025 içinde bir gün",
            "من أحد أيام مارس 2025 إلى أحد أيام أبريل 2025",
        ),
        ("../2025-02-06", "6 Şubat 2025 tarihine kadar", "حتى 6 فبراير 2025"),
        ("2025-01~/2025-02-06", "Ocak 2025 dolayları – 6 Şubat 2025", "من نحو يناير 2025 إلى 6 فبراير 2025"),
        ("[2025-02-04,2025-02-05,2025-02-07]", "4, 5 veya 7 Şubat 2025", "4 أو 5 أو 7 فبراير 2025"),
        ("[..2025-02-06]", "en geç 6 Şubat 2025", "في موعد أقصاه 6 فبراير 2025"),
        ("2025-03-05T10:30:00Z", "5 Mart 2025 Çarşamba, 10:30 UTC", "الأربعاء 5 مارس 2025، 10:30 UTC"),
    ];
    for (edtf, turkish, arabic) in cases {
        let date: FuzzyDate = edtf.parse().unwrap();
        assert_eq!((&*locale("tr").date(&date), &*locale("ar").date(&date)), (turkish, arabic), "{edtf}");
    }
}

#[test]
fn a_language_that_nobody_has_taught_us_is_framed_in_english() {
    assert_eq!(locale("fr").lang().as_str(), "en");
    assert_eq!(locale("tr-CY").lang().as_str(), "tr");
}

#[test]
fn a_date_is_told_as_it_is_worded_whatever_was_told_before() {
    let days = ["2025-03-05", "2014-03-05", "2025-03-06"];
    let others = ["2025-03-05~", "2025-03-05T10:00:00Z", "2025-03", "2025-03-05/2025-03-06"];
    let dates: Vec<_> =
        days.iter().chain(&others).chain(&days).map(|date| FuzzyDate::parse(date).unwrap()).collect();
    for locale in Locales::built_in().iter() {
        for date in &dates {
            assert_eq!(locale.date(date), locale.worded(date));
        }
    }
}
