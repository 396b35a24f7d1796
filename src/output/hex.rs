//! Digests as text.

/// A SHA-256, as bytes.
pub(super) type Digest = [u8; 32];

/// Appends the digest in lower-case hexadecimal.
pub(super) fn push(text: &mut String, digest: &Digest) {
    for byte in digest {
        for nibble in [byte >> 4, byte & 0xF] {
            text.extend(char::from_digit(nibble.into(), 16));
        }
    }
}

/// The digest that 64 lower-case hexadecimal digits stand for.
pub(super) fn parse(text: &str) -> Option<Digest> {
    let mut digest = Digest::default();
    if text.len() != digest.len() * 2 {
        return None;
    }
    for (byte, pair) in digest.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = value(*high)? << 4 | value(*low)?;
    }
    Some(digest)
}

fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let digest: Digest = std::array::from_fn(|at| u8::try_from(at * 8 % 256).unwrap());
        let mut text = String::new();
        push(&mut text, &digest);
        assert!(text.starts_with("000810"));
        assert_eq!(parse(&text), Some(digest));
    }

    #[test]
    fn nothing_else_can() {
        for text in ["", "00", &"g".repeat(64), &"A".repeat(64), &"é".repeat(32), &"0".repeat(66)] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
