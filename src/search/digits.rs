//! Numbers as text: few characters for small numbers, none of which means anything in a script.

/// The characters of numbers: printable ASCII from `#` on, without `\` and `<`. White space, `!` and `"` are left for other uses.
const DIGITS: &[u8; 90] =
    b"#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// How many of the characters end a number. The others say that it goes on, so that a gap below this takes one character.
const ENDS: u32 = 66;

/// How many of the characters say that a number goes on.
const GOES_ON: u32 = 24;

/// The character of a small number; numbers above the last character share it.
pub(super) fn digit(value: usize) -> char {
    char::from(DIGITS.get(value).copied().unwrap_or(b'~'))
}

/// Writes a number, its most significant digit first.
pub(super) fn push(text: &mut String, value: u32) {
    if value >= ENDS {
        push_leading(text, value / ENDS);
    }
    text.push(digit((value % ENDS) as usize));
}

/// Writes the digits that go on. There is no zero among them, so no number can be written in two ways.
fn push_leading(text: &mut String, value: u32) {
    if let Some(value) = value.checked_sub(1) {
        push_leading(text, value / GOES_ON);
        text.push(digit((ENDS + value % GOES_ON) as usize));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `templates/search.js` reads them.
    fn read(text: &str) -> Vec<u32> {
        let (mut numbers, mut leading) = (Vec::new(), 0);
        for byte in text.bytes() {
            let value = u32::try_from(DIGITS.iter().position(|&it| it == byte).unwrap()).unwrap();
            if value < ENDS {
                numbers.push(leading * ENDS + value);
                leading = 0;
            } else {
                leading = leading * GOES_ON + value - ENDS + 1;
            }
        }
        numbers
    }

    #[test]
    fn numbers_come_back() {
        let numbers: Vec<u32> = (0..50_000).chain([65_535, 1 << 20, u32::MAX / 2, u32::MAX]).collect();
        let mut text = String::new();
        for &number in &numbers {
            push(&mut text, number);
        }
        assert_eq!(read(&text), numbers);
    }

    #[test]
    fn small_numbers_are_short_and_no_character_ends_a_string_or_an_element() {
        let length = |value| {
            let mut text = String::new();
            push(&mut text, value);
            text.len()
        };
        assert_eq!([0, 65, 66, 1_649, 1_650].map(length), [1, 1, 2, 2, 3]);
        assert!(DIGITS.iter().all(|byte| byte.is_ascii_graphic() && !b"\"\\<!".contains(byte)));
    }
}
