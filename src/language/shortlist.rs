//! Finds without repetition, up to a number, and a count of the rest.

use std::collections::HashSet;

/// The first finds of a text, in order of appearance.
#[derive(Debug)]
pub(crate) struct Shortlist<T> {
    /// What is listed, at most as many as was asked for.
    pub(crate) listed: Vec<T>,
    /// How many more there were, each counted once.
    pub(crate) left_out: usize,
    most: usize,
    seen: HashSet<String>,
}

impl<T> Shortlist<T> {
    /// An empty list that will hold at most this many.
    pub(crate) fn new(most: usize) -> Self {
        Self { listed: Vec::new(), left_out: 0, most, seen: HashSet::new() }
    }

    /// Takes a find, unless one with the same key came before.
    pub(crate) fn offer(&mut self, key: String, find: T) {
        if !self.seen.insert(key) {
            return;
        }
        if self.listed.len() < self.most {
            self.listed.push(find);
        } else {
            self.left_out += 1;
        }
    }

    /// Takes no find with this key from now on.
    pub(crate) fn pass_over(&mut self, key: String) {
        self.seen.insert(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_is_dropped_and_excess_is_counted() {
        let mut list = Shortlist::new(2);
        list.pass_over("e".to_owned());
        for key in ["a", "b", "a", "c", "d", "c", "b", "e"] {
            list.offer(key.to_owned(), key);
        }
        assert_eq!((list.listed, list.left_out), (vec!["a", "b"], 2));
    }
}
