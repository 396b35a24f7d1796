//! Memory that files are written into, kept for the files after them.
//!
//! The files of a day are large. What such a file was written into would go back to the machine when it is dropped and come again, bit by
//! bit and cleared, for the next one: of ten thousand briefs, that is half a gigabyte. So each thread keeps as much as it needs at once.

use std::cell::RefCell;

/// How many a thread keeps: a day has three files.
const KEPT: usize = 3;

/// The largest that is kept, in bytes.
const LARGEST: usize = 1 << 20;

thread_local! {
    static SPARE: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// An empty text with room for so many bytes.
pub(crate) fn take(bytes: usize) -> String {
    let spare = SPARE.with_borrow_mut(Vec::pop);
    spare.filter(|spare| spare.capacity() >= bytes).unwrap_or_else(|| String::with_capacity(bytes))
}

/// Keeps what a file was written into.
pub(crate) fn give_back(mut text: String) {
    if text.capacity() > LARGEST {
        return;
    }
    text.clear();
    SPARE.with_borrow_mut(|spare| {
        if spare.len() < KEPT {
            spare.push(text);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_is_written_where_the_last_one_was() {
        let mut page = take(100_000);
        page.push_str("Invented.");
        let place = page.as_ptr();
        give_back(page);
        let next = take(90_000);
        assert_eq!((next.as_str(), next.as_ptr()), ("", place));
        let too_large = take(LARGEST + 1);
        give_back(too_large);
        assert!(take(0).capacity() <= LARGEST);
    }

    #[test]
    fn no_more_are_kept_than_a_day_needs() {
        for page in (0..9).map(|_| take(10)).collect::<Vec<_>>() {
            give_back(page);
        }
        assert_eq!(SPARE.with_borrow(Vec::len), KEPT);
    }
}
