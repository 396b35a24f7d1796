//! Whether a text reports somebody's words: "yesterday" in them is the day before they were said, and not the day before the brief.

use crate::check::words::{Tongue, phrase_at, words};

/// English wording that reports what somebody says; `*` stands for every ending.
const ENGLISH: &[&str] = &[
    "said",
    "say",
    "says",
    "saying",
    "told",
    "tell*",
    "according to",
    "accus*",
    "acknowledg*",
    "added",
    "adds",
    "admit*",
    "alleg*",
    "announc*",
    "answer*",
    "apparently",
    "argu*",
    "ask*",
    "assert*",
    "believ*",
    "cites",
    "cited",
    "citing",
    "claim*",
    "comment*",
    "complain*",
    "conced*",
    "confirm*",
    "contend*",
    "declar*",
    "demand*",
    "denial*",
    "denied",
    "denies",
    "deny*",
    "disclos*",
    "expects",
    "expected",
    "explain*",
    "forecast*",
    "hear",
    "heard",
    "hears",
    "inform*",
    "insist*",
    "maintain*",
    "mention*",
    "noted",
    "notes",
    "pledg*",
    "posted",
    "predict*",
    "promis*",
    "purported*",
    "quot*",
    "recall*",
    "remark*",
    "replied",
    "replies",
    "report*",
    "reveal*",
    "rumor*",
    "rumour*",
    "speak*",
    "spoke",
    "stated",
    "statement*",
    "states that",
    "stating",
    "suggest*",
    "supposedly",
    "testif*",
    "testimon*",
    "think",
    "thinks",
    "thought",
    "threat*",
    "tweet*",
    "urg*",
    "vow*",
    "warn*",
    "words",
    "writes",
    "wrote",
];

/// The same in Turkish.
const TURKISH: &[&str] = &[
    "açıkla*",
    "açıklı*",
    "aktar*",
    "alıntı*",
    "anlat*",
    "bekli*",
    "belirt*",
    "beyan*",
    "bildir*",
    "dedi*",
    "demiş*",
    "der",
    "dile getir*",
    "diye*",
    "diyor*",
    "doğrula*",
    "doğrulu*",
    "duyur*",
    "ekledi*",
    "göre",
    "haber*",
    "iddia*",
    "ifade*",
    "ilan*",
    "ileri sür*",
    "inkar*",
    "inkâr*",
    "itiraf*",
    "kayded*",
    "kaydet*",
    "konuş*",
    "öne sür*",
    "öngör*",
    "rapor*",
    "reddet*",
    "reddedi*",
    "savun*",
    "sordu*",
    "söyle*",
    "söylü*",
    "söz ver*",
    "suçla*",
    "suçlu*",
    "tahmin*",
    "tehdit*",
    "teyit*",
    "uyar*",
    "vaat*",
    "vurgula*",
    "vurgulu*",
    "yalanla*",
    "yalanlı*",
    "yazdı*",
    "yazıyor*",
];

/// The same in Arabic.
const ARABIC: &[&str] = &[
    "قال*",
    "قيل",
    "يقول*",
    "تقول*",
    "أعلن*",
    "اعلن*",
    "يعلن*",
    "تعلن*",
    "أكد*",
    "اكد*",
    "يؤكد*",
    "تؤكد*",
    "صرح*",
    "تصريح*",
    "ذكر*",
    "يذكر",
    "أفاد*",
    "افاد*",
    "يفيد",
    "تفيد",
    "زعم*",
    "يزعم*",
    "تزعم*",
    "نفى",
    "نفت",
    "ينفي",
    "تنفي",
    "أضاف*",
    "اضاف*",
    "أوضح*",
    "اوضح*",
    "أشار*",
    "اشار*",
    "أخبر*",
    "اخبر*",
    "بحسب",
    "حسب",
    "وفق*",
    "نقل*",
    "كشف*",
    "بيان*",
    "اتهم*",
    "حذر*",
    "وعد*",
    "هدد*",
    "طالب*",
];

/// Endings of the Turkish verb in words that are reported: "kapandığını" is "that it closed".
const TURKISH_ENDINGS: [&str; 8] =
    ["ığını", "iğini", "uğunu", "üğünü", "acağını", "eceğini", "klarını", "klerini"];

/// Whether a text reports somebody's words, as far as its wording tells: rather once too often.
pub(super) fn reports_words(text: &str, tongue: Tongue) -> bool {
    let words = words(text, tongue);
    let phrases = match tongue {
        Tongue::English => ENGLISH,
        Tongue::Turkish => TURKISH,
        Tongue::Arabic => ARABIC,
    };
    // "Port: quay closed" is how headlines report.
    text.contains(": ")
        || words.iter().enumerate().any(|(at, word)| {
            phrases.iter().any(|phrase| phrase_at(&words, at, phrase).is_some())
                || match tongue {
                    Tongue::English => false,
                    Tongue::Turkish => TURKISH_ENDINGS.iter().any(|end| word.folded.ends_with(end)),
                    Tongue::Arabic => {
                        joined(&word.folded).is_some_and(|bare| begins_as_one_of(bare, phrases))
                    }
                }
        })
}

/// An Arabic word without the "and" or "so" that is written as one with it.
fn joined(word: &str) -> Option<&str> {
    word.strip_prefix(['و', 'ف'])
}

fn begins_as_one_of(word: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| phrase.strip_suffix('*').is_some_and(|stem| word.starts_with(stem)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_known_in_each_language() {
        for (tongue, text) in [
            (Tongue::English, "The port said that it closed."),
            (Tongue::English, "It closed, [the port](source:port) SAYS."),
            (Tongue::English, "Port: it closed."),
            (Tongue::English, "According to the guild it closed."),
            (Tongue::Turkish, "Liman, rıhtımın kapandığını açıkladı."),
            (Tongue::Turkish, "Rıhtımın kapanacağını umuyor."),
            (Tongue::Turkish, "Loncaya göre rıhtım kapandı."),
            (Tongue::Arabic, "قالت السلطة إن الرصيف أُغلق."),
            (Tongue::Arabic, "وأعلنت السلطة إغلاق الرصيف."),
        ] {
            assert!(reports_words(text, tongue), "{text}");
        }
    }

    #[test]
    fn what_happened_is_no_report() {
        for (tongue, text) in [
            (Tongue::English, "The [port](fact:said) closed yesterday."),
            (Tongue::Turkish, "Heyet dün limana geldi."),
            (Tongue::Arabic, "أُغلق الرصيف أمس."),
        ] {
            assert!(!reports_words(text, tongue), "{text}");
        }
    }
}
