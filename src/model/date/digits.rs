//! Numbers in dates.

/// The numbers from 0 to 99 with two digits each, one right behind the other.
const PAIRS: &str = match str::from_utf8(DIGITS.as_flattened()) {
    Ok(pairs) => pairs,
    Err(_) => panic!("digits are ASCII"),
};

static DIGITS: [[u8; 2]; 100] = digits();

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "it is done by the compiler, and below 100"
)]
const fn digits() -> [[u8; 2]; 100] {
    let mut digits = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        digits[number][0] += (number / 10) as u8;
        digits[number][1] += (number % 10) as u8;
        number += 1;
    }
    digits
}

/// The last two digits of a number.
pub(super) fn two(number: u32) -> &'static str {
    // A `u32` modulo 100 is a place in any list.
    let place = usize::try_from(number % 100).unwrap_or_default();
    PAIRS.get(2 * place..2 * place + 2).unwrap_or_default()
}

/// The same, byte by byte.
pub(super) fn pair(number: u32) -> [u8; 2] {
    let place = usize::try_from(number % 100).unwrap_or_default();
    DIGITS.get(place).copied().unwrap_or_default()
}

/// The number of a month or a day as it is written in a sentence, without a nought before it.
pub(super) fn bare(number: u32) -> &'static str {
    let digits = two(number);
    digits.strip_prefix('0').unwrap_or(digits)
}

/// The four digits of a year, in two halves. Years are 0 to 9999, so that nothing is lost.
pub(super) fn of_year(year: i32) -> [&'static str; 2] {
    let year = year.unsigned_abs();
    [two(year / 100), two(year)]
}

/// The year as it is written in a sentence, without noughts before it, in two halves.
pub(super) fn bare_year(year: i32) -> [&'static str; 2] {
    match of_year(year) {
        ["00", last] => ["", last.strip_prefix('0').unwrap_or(last)],
        [century, last] => [century.strip_prefix('0').unwrap_or(century), last],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_writes_them() {
        for number in 0..100 {
            assert_eq!(two(number), format!("{number:02}"));
            assert_eq!(bare(number), number.to_string());
            assert_eq!(str::from_utf8(&pair(number)), Ok(two(number)));
        }
        for year in [0, 1, 99, 100, 2025, 9999] {
            assert_eq!(of_year(year).concat(), format!("{year:04}"));
            assert_eq!(bare_year(year).concat(), year.to_string());
        }
    }
}
