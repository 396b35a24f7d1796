//! Numbers in dates.

/// A number in so many digits, zeros in front. Dates are written by the hundred on each page, and the formatter of the standard
/// library takes several times as long.
pub(super) fn digits<const N: usize>(number: impl TryInto<u32>) -> [u8; N] {
    // Years are 0 to 9999, so that nothing is lost.
    let mut rest = number.try_into().unwrap_or_default();
    let mut text = [b'0'; N];
    for place in text.iter_mut().rev() {
        *place += u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
    }
    text
}

/// Digits as text.
pub(super) fn text(digits: &[u8]) -> &str {
    str::from_utf8(digits).unwrap_or_default()
}
