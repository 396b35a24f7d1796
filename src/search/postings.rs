//! Which documents have a word, and where in them.

use super::digits;

/// The documents that have a word, in their order, each with the bits of the fields that it stands in there.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// For each but the latest: its distance from the one before, and below it four bits for the fields, in groups of seven bits.
    bytes: Vec<u8>,
    /// The number after that of the last in `bytes`.
    next: u32,
    /// The latest, to which more fields may come.
    latest: u32,
    fields: u8,
}

/// How many bytes a part may have before another is begun. Several fit into a file.
const PART: usize = 24_000;

/// About how many bytes a document takes in a part: its distance from the one before is small, as a rule.
const DOCUMENT: usize = 2;

/// How many bytes stand around the documents of most words.
const LIST: usize = 8;

impl Postings {
    pub(super) fn of(document: u32, field: u8) -> Self {
        Self { bytes: Vec::new(), next: 0, latest: document, fields: field }
    }

    /// Notes that the word stands in a field of a document. Documents come in their order.
    pub(super) fn add(&mut self, document: u32, field: u8) {
        if self.latest == document {
            self.fields |= field;
            return;
        }
        self.close();
        self.latest = document;
        self.fields = field;
    }

    fn close(&mut self) {
        let gap = u64::from(self.latest.saturating_sub(self.next));
        let mut value = gap << 4 | u64::from(self.fields & 15);
        while value > 127 {
            self.bytes.push((value & 127) as u8 | 128);
            value >>= 7;
        }
        self.bytes.push((value & 127) as u8);
        self.next = self.latest.saturating_add(1);
    }
}

/// The documents of one word after another on their way to text, in room that is the same for all words.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// By the fields that the word stands in there.
    documents: [Vec<u32>; 16],
    /// How many documents are in all lists.
    count: usize,
    /// How many of the lists have been written, and how many documents of the next one.
    written: (usize, usize),
}

impl Lists {
    /// Takes up another word.
    pub(super) fn take(&mut self, mut postings: Postings) {
        postings.close();
        self.documents.iter_mut().for_each(Vec::clear);
        (self.count, self.written) = (0, (0, 0));
        let mut next = 0_u32;
        let (mut value, mut shift) = (0_u64, 0);
        for byte in postings.bytes {
            value |= u64::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                let document = next.saturating_add(u32::try_from(value >> 4).unwrap_or(u32::MAX));
                if let Some(list) = self.documents.get_mut((value & 15) as usize) {
                    list.push(document);
                    self.count += 1;
                }
                next = document.saturating_add(1);
                (value, shift) = (0, 0);
            }
        }
    }

    /// The next part of their text, if there is one: for each set of fields `!`, its digit, and the distances from one document to the
    /// next. Several parts where it is long, each of which can be read by itself.
    pub(super) fn next_part(&mut self) -> Option<String> {
        if self.written.0 == self.documents.len() {
            return None;
        }
        let mut part = String::with_capacity((LIST + DOCUMENT * self.count).min(PART + LIST));
        while let (fields, done) = self.written
            && let Some(documents) = self.documents.get(fields)
        {
            let mut list = List::default();
            for (place, document) in documents.iter().enumerate().skip(done) {
                if part.len() >= PART {
                    self.written = (fields, place);
                    return Some(part);
                }
                list.push(&mut part, fields, *document);
            }
            self.written = (fields + 1, 0);
        }
        (!part.is_empty()).then_some(part)
    }
}

/// A list of documents that is being written.
#[derive(Default)]
struct List {
    begun: bool,
    next: u32,
}

impl List {
    fn push(&mut self, part: &mut String, fields: usize, document: u32) {
        if !self.begun {
            part.push('!');
            part.push(digits::digit(fields));
            self.begun = true;
        }
        digits::push(part, document.saturating_sub(self.next));
        self.next = document.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(pairs: &[(u32, u8)]) -> Lists {
        let (first, rest) = pairs.split_first().unwrap();
        let mut postings = Postings::of(first.0, first.1);
        for &(document, field) in rest {
            postings.add(document, field);
        }
        let mut lists = Lists::default();
        // Nothing is left of a word that was there before.
        lists.take(Postings::of(5, 2));
        lists.next_part();
        lists.take(postings);
        lists
    }

    fn parts(pairs: &[(u32, u8)]) -> Vec<String> {
        let mut lists = lists(pairs);
        std::iter::from_fn(|| lists.next_part()).collect()
    }

    #[test]
    fn documents_come_back_with_all_their_fields() {
        let added = [(0, 1), (1, 8), (1, 2), (1, 8), (300, 1), (70_000, 4), (u32::MAX - 1, 15)];
        let mut kept = <[Vec<u32>; 16]>::default();
        (kept[1], kept[4], kept[10], kept[15]) = (vec![0, 300], vec![70_000], vec![1], vec![u32::MAX - 1]);
        assert_eq!(lists(&added).documents, kept);
    }

    #[test]
    fn a_list_is_written_by_fields_and_in_parts_where_it_is_long() {
        assert_eq!(parts(&[(2, 1), (3, 8), (4, 1)]), ["!$%$!+&"]);
        let long = parts(&(0..60_000).map(|it| (it, 1)).collect::<Vec<_>>());
        assert_eq!(long.iter().map(String::len).collect::<Vec<_>>(), [24_000, 24_000, 12_011]);
        assert!(long.iter().all(|part| part.starts_with("!$")));
    }
}
