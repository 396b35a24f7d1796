//! Whole numbers as text. Pages and JSON are full of small ones, which this takes fewer steps for than the library's way of writing
//! anything.

/// Adds a number.
pub(crate) fn push(text: &mut String, number: u64) {
    if number > 9 {
        push(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// Adds a number that may be below zero.
pub(crate) fn push_signed(text: &mut String, number: i64) {
    if number < 0 {
        text.push('-');
    }
    push(text, number.unsigned_abs());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_library_writes_them() {
        for number in (0..2000).chain([u64::MAX]) {
            let mut text = String::new();
            push(&mut text, number);
            assert_eq!(text, number.to_string());
        }
        for number in (-2000..2000).chain([i64::MIN, i64::MAX]) {
            let mut text = String::new();
            push_signed(&mut text, number);
            assert_eq!(text, number.to_string());
        }
    }
}
