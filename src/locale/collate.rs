//! The order of names, as a reader of the language looks for them in a list.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Numbers stand before letters, behind the gap between two words.
const NUMBER: u32 = 2;
const GAP: u32 = 1;

/// What sorts a name in a list of this language: its letters without marks, its numbers by their value.
pub(super) fn key(name: &str, is_turkish: bool) -> Vec<u32> {
    let mut key = Vec::with_capacity(name.len());
    let mut digits = String::new();
    for letter in name.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        number(&mut digits, &mut key);
        match of_turkish(letter).filter(|_| is_turkish) {
            Some(place) => key.push(place),
            None => plain(letter, &mut key),
        }
    }
    number(&mut digits, &mut key);
    key
}

/// A run of digits: the longer number is the greater.
fn number(digits: &mut String, key: &mut Vec<u32>) {
    if digits.is_empty() {
        return;
    }
    let value = digits.trim_start_matches('0');
    key.extend([NUMBER, u32::try_from(value.len()).unwrap_or(u32::MAX)]);
    key.extend(value.chars().map(u32::from));
    digits.clear();
}

/// The place of a letter among others, each of which leaves room for one that follows it.
fn place(letter: char) -> u32 {
    2 * u32::from(letter)
}

/// A letter of the Turkish alphabet that another has no place for: Ç stands between C and D, ı before i.
fn of_turkish(letter: char) -> Option<u32> {
    let before = match letter {
        'ç' | 'Ç' => 'c',
        'ğ' | 'Ğ' => 'g',
        'i' | 'İ' => 'i',
        'ö' | 'Ö' => 'o',
        'ş' | 'Ş' => 's',
        'ü' | 'Ü' => 'u',
        'ı' | 'I' => return Some(place('i')),
        _ => return None,
    };
    Some(place(before) + 1)
}

/// A letter without its marks and its case; the forms of alif are one.
fn plain(letter: char, key: &mut Vec<u32>) {
    if letter.is_whitespace() {
        key.push(GAP);
        return;
    }
    for part in letter.nfd().filter(|part| part.is_alphanumeric() && !is_combining_mark(*part)) {
        match part {
            'ٱ' => key.push(place('ا')),
            'ـ' => {}
            'ı' => key.push(place('i')),
            'ß' => key.extend([place('s'), place('s')]),
            _ => key.extend(part.to_lowercase().map(place)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut names: Vec<&str>, is_turkish: bool) -> Vec<&str> {
        names.sort_by_key(|name| key(name, is_turkish));
        names
    }

    #[test]
    fn names_are_in_the_order_of_their_language() {
        for (expected, is_turkish) in [
            (vec!["Cevizli", "Çamlık", "Darıca"], true),
            (vec!["Gülova", "Ğ", "Hisar", "Irmak", "İncesu", "Jale"], true),
            (vec!["Ova", "Ömerli", "Pınar", "Sahil", "Şahin", "Taş", "Uzun", "Ünlü", "Vadi"], true),
            (vec!["Çamlık", "Cevizli", "Darıca", "Émile", "Ewald", "Zorn"], false),
            (vec!["Pier 1", "Pier 8", "Pier 15", "Pier 022", "Pier 100", "Pier A"], false),
            (vec!["New Quay", "Newark"], false),
            (vec!["أحمر", "آخر", "إدارة", "باب"], false),
        ] {
            let mut turned = expected.clone();
            turned.reverse();
            assert_eq!(sorted(turned, is_turkish), expected);
        }
    }
}
