//! What texts refer to, kept from one reader of them to the next.

use std::borrow::Cow;
use std::collections::HashMap;

use super::scan::{Reference, holds_nothing, scan};

/// The references of texts that have been scanned. Validation follows them, and then rules do: Markdown is read once for both.
#[derive(Debug, Default)]
pub struct Linked(HashMap<Box<str>, Vec<Reference>, foldhash::fast::RandomState>);

impl Linked {
    /// Keeps what was found in a text. Most texts refer to nothing, which is as soon found out as looked up.
    pub(crate) fn keep(&mut self, text: &str, references: Vec<Reference>) {
        if !references.is_empty() {
            self.0.insert(text.into(), references);
        }
    }

    /// The references in a text.
    pub(crate) fn of(&self, text: &str) -> Cow<'_, [Reference]> {
        if holds_nothing(text) {
            return Cow::Borrowed(&[]);
        }
        match self.0.get(text) {
            Some(references) => Cow::Borrowed(references),
            None => Cow::Owned(scan(text).references),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_would_be_found() {
        let (known, other) = ("[a](fact:b)", "[c](fact:d)");
        let mut linked = Linked::default();
        linked.keep(known, scan(known).references);
        linked.keep("e", Vec::new());
        for text in [known, other, "e", "<source:f>"] {
            assert_eq!(linked.of(text).as_ref(), scan(text).references);
        }
        assert!(matches!(linked.of(known), Cow::Borrowed(_)));
    }
}
