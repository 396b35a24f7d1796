//! How many people a description speaks of, where its wording leaves no doubt.
//!
//! The noun that the description turns on has to be a known word for people: before the first preposition in English, at the end in
//! Turkish, at the beginning in Arabic. "A group of officials" or "two-star general" says nothing sure, and "person briefed by
//! officials" is one person.

use crate::language::fold::{combines, fold};
use crate::language::letters::is_letter_or_number;
use crate::language::names::Tongue;

/// How many people there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    Exactly(u32),
    Several,
}

/// One member of a list: how many it is, and whether a list can go on behind it.
#[derive(Debug, Clone, Copy)]
struct Member {
    number: Number,
    /// Introduced by an article or a number, or a plural: not a second office of the one before.
    introduced: bool,
    /// Nothing follows the noun, so what comes next belongs to the list and not to an addition.
    closed: bool,
}

type Grammar = fn(&[String]) -> Option<Member>;

/// What a description in this language says of how many people there are.
pub(super) fn number(description: &str, tongue: Tongue) -> Option<Number> {
    let grammar: Grammar = match tongue {
        Tongue::English => english,
        Tongue::Turkish => turkish,
        Tongue::Arabic => arabic,
    };
    match members(description)?.as_slice() {
        [] => None,
        [only] => grammar(only).map(|member| member.number),
        several => total(several, grammar),
    }
}

/// The sum over a list: "one official, one guard and two drivers".
fn total(members: &[Vec<String>], grammar: Grammar) -> Option<Number> {
    let mut sum = Some(0_u32);
    for (index, words) in members.iter().enumerate() {
        let member = grammar(words)?;
        if !member.introduced || !member.closed && index + 1 < members.len() {
            return None;
        }
        sum = match member.number {
            Number::Exactly(number) => sum.and_then(|sum| sum.checked_add(number)),
            Number::Several => None,
        };
    }
    Some(sum.map_or(Number::Several, Number::Exactly))
}

/// The words of a description, one member of a list after the other. None where it leaves a choice, or is set apart by commas alone.
fn members(description: &str) -> Option<Vec<Vec<String>>> {
    let mut members = vec![Vec::new()];
    let (mut word, mut commas, mut joined) = (String::new(), false, false);
    for letter in description.chars().chain([' ']) {
        if is_letter_or_number(letter) || matches!(letter, '-' | '\'' | '’') || combines(letter) {
            fold(&mut word, letter);
            continue;
        }
        match word.as_str() {
            "" => {}
            "or" | "veya" | "ya" => return None,
            "and" | "ve" | "ile" => {
                joined = true;
                members.push(Vec::new());
            }
            _ => members.last_mut()?.push(std::mem::take(&mut word)),
        }
        word.clear();
        match letter {
            ',' | ';' => {
                commas = true;
                members.push(Vec::new());
            }
            '،' | '؛' | '(' | '/' | '–' | '—' => return None,
            _ => {}
        }
    }
    members.retain(|words| !words.is_empty());
    (joined || !commas).then_some(members)
}

/// Whether a word stands in a list of words.
fn is(list: &str, word: &str) -> bool {
    let list = list.as_bytes();
    let is_end = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == b' ');
    memchr::memmem::find_iter(list, word).any(|at| {
        let before = at.checked_sub(1).and_then(|before| list.get(before));
        !word.is_empty() && is_end(before) && is_end(list.get(at + word.len()))
    })
}

/// Words for people, English, in the singular; the plural has an `s`, but for [`ENGLISH_PLURALS`].
const ENGLISH: &str = "official source diplomat witness soldier resident employee officer person pilot guard driver speaker \
    worker spokesman spokeswoman spokesperson minister aide adviser advisor commander fighter activist \
    analyst expert doctor engineer sailor fisherman trader journalist reporter lawyer villager civilian \
    refugee lawmaker man woman";

const ENGLISH_PLURALS: &str = "people witnesses spokesmen spokeswomen fishermen men women";

const ENGLISH_NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// What ends the part of an English description that its noun stands in.
const ADDITIONS: &str = "of in at from with who whom whose which that than close near briefed familiar by inside within to on \
    for about over under around among between against after before involved based working serving \
    speaking present quoted linked as not outside across through without";

/// Words that make more, or fewer, people of a number before them.
const MEASURES: &str = "dozen hundred thousand score group groups team teams pair pairs couple couples";

fn english(words: &[String]) -> Option<Member> {
    let first = words.first()?.as_str();
    let (number, rest) = match first {
        "a" | "an" => (Some(1), words.get(1..)?),
        _ => match english_number(first) {
            Some(number) => (Some(number), words.get(1..)?),
            None => (None, words),
        },
    };
    let length = rest.iter().position(|word| is(ADDITIONS, word)).unwrap_or(rest.len());
    let head = rest.get(..length)?;
    let plural = english_plural(head.last()?)?;
    if head.iter().any(|word| is(MEASURES, word) || english_number(word).is_some()) {
        return None;
    }
    if head.iter().filter_map(|word| english_plural(word)).any(|other| other != plural) {
        return None;
    }
    let said = match (number, plural) {
        (Some(1) | None, false) => Number::Exactly(1),
        (Some(number), true) if number > 1 => Number::Exactly(number),
        (None, true) => Number::Several,
        _ => return None,
    };
    Some(Member { number: said, introduced: number.is_some() || plural, closed: length == rest.len() })
}

fn english_number(word: &str) -> Option<u32> {
    let index = ENGLISH_NUMBERS.iter().position(|number| *number == word);
    let spelled = index.and_then(|index| u32::try_from(index + 1).ok());
    spelled.or_else(|| word.parse().ok().filter(|number| (1..100).contains(number)))
}

/// Whether an English word for people is a plural; none for other words.
fn english_plural(word: &str) -> Option<bool> {
    if is(ENGLISH, word) {
        return Some(false);
    }
    let regular = word.strip_suffix('s').is_some_and(|stem| is(ENGLISH, stem));
    (regular || is(ENGLISH_PLURALS, word)).then_some(true)
}

/// Words for people, Turkish, without regard to diacritics, as they stand at the end of a description.
const TURKISH: &str = "yetkili yetkilisi kaynak kaynagi gorevli gorevlisi tanik tanigi diplomat asker kisi subay subayi \
    memur";

const TURKISH_PLURALS: &str = "yetkililer yetkilileri kaynaklar kaynaklari gorevliler gorevlileri taniklar taniklari diplomatlar \
    diplomatlari askerler askerleri kisiler subaylar memurlar";

const TURKISH_NUMBERS: [&str; 10] =
    ["bir", "iki", "uc", "dort", "bes", "alti", "yedi", "sekiz", "dokuz", "on"];

/// What may stand between a Turkish number and its noun, so that the number surely belongs to the noun.
const TURKISH_ADJECTIVES: &str = "ust duzey guvenlik askeri bolge bolgesel suriyeli turk yabanci batili istihbarat hukumet ordu polis \
    liman yerel diplomatik irakli eski ayri farkli kidemli isimsiz anonim resmi savunma bakanlik";

fn turkish(words: &[String]) -> Option<Member> {
    let (last, before) = words.split_last()?;
    let exactly = |number| Member { number: Number::Exactly(number), introduced: true, closed: true };
    if is(TURKISH_PLURALS, last) {
        let counted = before.iter().any(|word| turkish_number(word).is_some() || word == "biri");
        return (!counted).then_some(Member { number: Number::Several, introduced: true, closed: true });
    }
    let (first, between) = before.split_first()?;
    let (number, between) = match (turkish_number(first)?, between.split_first()) {
        (10, Some((unit, rest))) => match turkish_number(unit) {
            Some(unit) if unit < 10 => (10 + unit, rest),
            _ => (10, between),
        },
        (number, _) => (number, between),
    };
    let sure = between.iter().all(|word| is(TURKISH_ADJECTIVES, word));
    (sure && is(TURKISH, last)).then(|| exactly(number))
}

fn turkish_number(word: &str) -> Option<u32> {
    let index = TURKISH_NUMBERS.iter().position(|number| *number == word)?;
    u32::try_from(index + 1).ok()
}

/// Words for people, Arabic, with bare alifs, as a description begins with them.
const ARABIC: &str = "مصدر مسؤول مسئول دبلوماسي شاهد ضابط جندي موظف";

const ARABIC_DUALS: &str = "مصدران مصدرين مسؤولان مسئولان دبلوماسيان شاهدان ضابطان جنديان";

/// Some of these can be duals as well, so they say "several" and no more.
const ARABIC_PLURALS: &str =
    "مصادر مسؤولون مسؤولين مسئولون مسئولين دبلوماسيون دبلوماسيين شهود جنود ضباط موظفون موظفين";

const ARABIC_NUMBERS: [(&str, &str, u32); 8] = [
    ("ثلاثة", "ثلاث", 3),
    ("اربعة", "اربع", 4),
    ("خمسة", "خمس", 5),
    ("ستة", "ست", 6),
    ("سبعة", "سبع", 7),
    ("ثمانية", "ثماني", 8),
    ("تسعة", "تسع", 9),
    ("عشرة", "عشر", 10),
];

/// Beginnings of words in which the letter of "and" is part of the word.
const NO_AND: &str = "وزار وزير وزرا واحد وطني وسط";

fn arabic(words: &[String]) -> Option<Member> {
    let (first, rest) = words.split_first()?;
    let goes_on =
        |word: &String| word.starts_with('و') && !NO_AND.split(' ').any(|start| word.starts_with(start));
    if rest.iter().any(goes_on) {
        return None;
    }
    let plural_next = rest.first().is_some_and(|next| is(ARABIC_PLURALS, next));
    let counted = ARABIC_NUMBERS.iter().find(|(one, other, _)| first == one || first == other);
    let number = match counted {
        Some((.., number)) if plural_next => Number::Exactly(*number),
        None if is(ARABIC_DUALS, first) => Number::Exactly(2),
        None if is(ARABIC_PLURALS, first) => Number::Several,
        None if is(ARABIC, first) => Number::Exactly(1),
        Some(_) | None => return None,
    };
    Some(Member { number, introduced: false, closed: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(expected: Option<Number>, descriptions: &[&str]) {
        for description in descriptions {
            assert_eq!(number(description, tongue_of(description)), expected, "{description}");
        }
    }

    /// Every Turkish description here has a word that gives it away.
    fn tongue_of(description: &str) -> Tongue {
        let turkish = ["yetkili", "kaynak", "kaynağ", "asker", "iki ", "bir "];
        if description.contains(|letter| ('\u{600}'..='\u{6FF}').contains(&letter)) {
            Tongue::Arabic
        } else if turkish.iter().any(|word| description.contains(word)) {
            Tongue::Turkish
        } else {
            Tongue::English
        }
    }

    #[test]
    fn words_of_two_languages_are_read_in_one() {
        assert_eq!(number("iki diplomat", Tongue::Turkish), Some(Number::Exactly(2)));
        assert_eq!(number("on diplomat", Tongue::Turkish), Some(Number::Exactly(10)));
        assert_eq!(number("bir çift diplomat", Tongue::Turkish), None);
        assert_eq!(number("diplomat", Tongue::English), Some(Number::Exactly(1)));
        assert_eq!(number("on-the-ground officials", Tongue::Turkish), None);
    }

    #[test]
    fn a_number_with_its_noun_is_exact() {
        all(
            Some(Number::Exactly(1)),
            &["a source in the ministry", "one official", "security official", "bir yetkili"],
        );
        all(
            Some(Number::Exactly(1)),
            &[
                "person briefed by officials",
                "officials' driver",
                "مصدر مقرب من مسؤولين",
                "مسؤول في وزارة الدفاع",
            ],
        );
        all(
            Some(Number::Exactly(2)),
            &["two officials", "iki üst düzey yetkili", "İki kaynak", "مصدران", "مسؤولان"],
        );
        all(
            Some(Number::Exactly(3)),
            &["Three regional officials in Damascus", "üç güvenlik kaynağı", "ثلاثة مسؤولين"],
        );
        all(Some(Number::Exactly(12)), &["12 pilots", "on iki yetkili", "twelve guards"]);
    }

    #[test]
    fn a_list_of_people_is_added_up() {
        all(
            Some(Number::Exactly(3)),
            &["one official, one guard and a driver", "two officials and a diplomat"],
        );
        let sample = "a regional intelligence official, a Syrian security official and a foreign security source in Damascus";
        all(Some(Number::Exactly(3)), &[sample]);
        all(
            Some(Number::Exactly(2)),
            &["bir yetkili ve bir diplomat", "bir bölge yetkilisi ile bir güvenlik kaynağı"],
        );
        all(Some(Number::Several), &["harbour pilots and other people"]);
    }

    #[test]
    fn a_plural_without_a_number_is_several() {
        all(
            Some(Number::Several),
            &["security officials", "people familiar with the matter", "on-the-ground sources"],
        );
        all(
            Some(Number::Several),
            &["üst düzey yetkililer", "güvenlik kaynakları", "مصادر أمنية", "شهود عيان"],
        );
    }

    #[test]
    fn what_leaves_a_doubt_is_no_number() {
        all(
            None,
            &[
                "a group of officials",
                "a couple of pilots",
                "a dozen pilots",
                "two dozen officials",
                "two groups of men",
            ],
        );
        all(
            None,
            &["two-star general", "one of three officials", "two or three sources", "at least two officials"],
        );
        all(None, &["member of the People's Assembly", "person helping officials", "somebody"]);
        all(
            None,
            &[
                "a source close to an official and a diplomat",
                "a former minister and diplomat",
                "a diplomat, an expert",
            ],
        );
        all(
            None,
            &[
                "bir grup yetkili",
                "bir dizi kaynak",
                "birkaç yetkili",
                "bir ülkeden üç yetkili",
                "yirmi bir asker",
            ],
        );
        all(None, &["iki bakana yakın kaynak", "yetkililerden biri", "bir yetkili ile görüşen bir kaynak"]);
        all(
            None,
            &[
                "أحد المسؤولين",
                "مصدر أمني ومصدر دبلوماسي",
                "مجموعة مسؤولين",
                "ثلاثة عشر مسؤولا",
                "",
                "،",
                "and",
            ],
        );
    }
}
