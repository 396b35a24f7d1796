//! The times at which a browser says that it made a PDF. The same page shall give the same bytes, and nobody needs to know when.

use memchr::memmem;

/// The entries of the document information dictionary that hold a time (ISO 32000-1, 14.3.3).
const ENTRIES: [&[u8]; 2] = [b"/CreationDate (D:", b"/ModDate (D:"];

/// The longest of them, from the slash to the bracket.
const LONGEST: usize = 48;

/// A PDF without its times. They become white space, which means nothing there, so that no other byte moves.
pub(super) fn without(mut pdf: Vec<u8>) -> Vec<u8> {
    for entry in ENTRIES {
        // The dictionary stands before all content, whose bytes may be anything.
        let Some(start) = memmem::find(&pdf, entry) else { continue };
        let end = pdf.get(start..).and_then(|rest| rest.iter().take(LONGEST).position(|byte| *byte == b')'));
        if let Some(place) = end.and_then(|end| pdf.get_mut(start..=start + end)) {
            place.fill(b' ');
        }
    }
    pdf
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_gone_and_nothing_moves() {
        let pdf =
            b"<</Title (A)\n/CreationDate (D:20250305120000+00'00')\n/ModDate (D:20250305120000Z)>>".to_vec();
        let length = pdf.len();
        let without = without(pdf);
        assert_eq!(without.len(), length);
        let words: Vec<_> = without.split(u8::is_ascii_whitespace).filter(|it| !it.is_empty()).collect();
        assert_eq!(words, [b"<</Title".as_slice(), b"(A)", b">>"]);
    }

    #[test]
    fn what_is_no_time_stays() {
        for pdf in
            [b"%PDF-1.4".to_vec(), b"/ModDate (D:".to_vec(), [b"/ModDate (D:", &[b'9'; 99][..]].concat()]
        {
            assert_eq!(without(pdf.clone()), pdf);
        }
    }
}
