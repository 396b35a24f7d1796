//! Memory that files are written into, kept for the files after them.
//!
//! The three files of a day are large. What such a file was written into would go back to the machine when it is dropped and come again,
//! bit by bit and cleared, for the next one. So each thread keeps as much as it needs at once, up to a bound: of days of forty briefs and
//! more, the pages alone.

use std::cell::RefCell;

/// How many a thread keeps: a day has three files.
const KEPT: usize = 3;

/// The largest that is kept, and that a file has from the beginning, in bytes.
const LARGEST: usize = 1 << 20;

thread_local! {
    static SPARE: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// An empty text with room for so many bytes, or for as many as a file may have from the beginning: it grows where that is not enough.
pub(crate) fn take(bytes: usize) -> String {
    let bytes = bytes.min(LARGEST);
    let spare = SPARE.with_borrow_mut(|spare| {
        // The roomiest, since nobody knows beforehand which page will outgrow its room, and be copied.
        let (place, text) = (0..).zip(spare.iter()).max_by_key(|(_, text)| text.capacity())?;
        (text.capacity() >= bytes).then(|| spare.swap_remove(place))
    });
    spare.unwrap_or_else(|| String::with_capacity(bytes))
}

/// Keeps what a file was written into. Of more than a thread keeps, the smallest goes.
pub(crate) fn give_back(mut text: String) {
    if text.capacity() > LARGEST {
        return;
    }
    text.clear();
    SPARE.with_borrow_mut(|spare| {
        spare.push(text);
        if spare.len() > KEPT {
            let smallest = (0..).zip(spare.iter()).min_by_key(|(_, text)| text.capacity());
            if let Some((place, _)) = smallest {
                spare.swap_remove(place);
            }
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
        give_back(next);
        assert!(take(usize::MAX).capacity() <= LARGEST, "no file takes all the memory that it might need");
        give_back("Invented.".repeat(LARGEST));
        assert!(take(0).capacity() <= LARGEST);
    }

    #[test]
    fn no_more_are_kept_than_a_day_needs() {
        for page in (1..9).map(|size| take(1000 * size)).collect::<Vec<_>>() {
            give_back(page);
        }
        assert_eq!(SPARE.with_borrow(Vec::len), KEPT);
        let largest = take(8000);
        assert!(take(6000).capacity() < largest.capacity(), "the smallest have gone");
    }
}
