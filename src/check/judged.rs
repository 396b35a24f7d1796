//! The text of a judgement, with a quick look at whether it can hold wording that a rule seeks, which spares most texts a search.

use std::cell::OnceCell;
use std::sync::LazyLock;

use super::wording::{Lists, Pieces};
use super::words::{Tongue, Word, words};

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A hedge.
    Hedge,
    /// A likelihood term of English.
    Term,
}

impl Kind {
    const fn bit(self) -> Lists {
        1 << self as Lists
    }
}

/// The text of a judgement.
#[derive(Debug)]
pub(super) struct Judged<'t> {
    text: &'t str,
    /// Its language, if rules know the wording of that.
    tongue: Option<Tongue>,
    /// The kinds of wording that it may hold.
    quick: Lists,
    /// The words, once they have been asked for.
    words: OnceCell<Vec<Word<'t>>>,
}

impl<'t> Judged<'t> {
    pub(super) fn new(text: &'t str, tongue: Option<Tongue>) -> Self {
        let quick = match tongue {
            Some(Tongue::English) => ENGLISH.found_in(text),
            Some(Tongue::Turkish | Tongue::Arabic) => Kind::Hedge.bit(),
            None => 0,
        };
        Self { text, tongue, quick, words: OnceCell::new() }
    }

    /// The words, if there may be wording of this kind among them; else none.
    pub(super) fn words(&self, wanted: Kind) -> &[Word<'t>] {
        match self.tongue {
            Some(tongue) if self.quick & wanted.bit() != 0 => {
                self.words.get_or_init(|| words(self.text, tongue))
            }
            _ => &[],
        }
    }
}

/// Without one of these an English text has no hedge, or no likelihood term.
static ENGLISH: LazyLock<Pieces> = LazyLock::new(|| {
    let hedges: &[&str] = &[
        "may", "might", "could", "perhaps", "possib", "conceiv", "rule", "exclude", "discount", "question",
        "chance",
    ];
    let terms: &[&str] =
        &["almost", "remote", "very", "highly", "likely", "probabl", "roughly", "nearly", "realistic"];
    Pieces::new(&[hedges, terms])
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::a144_hedge::hedges;
    use crate::check::likelihood_terms::terms;
    use crate::model::{LikelihoodScale, Words as _};

    #[test]
    fn no_english_wording_is_passed_over_by_the_quick_look() {
        let is_seen = |text: &str, kind| !Judged::new(text, Some(Tongue::English)).words(kind).is_empty();
        for hedge in hedges(Tongue::English) {
            assert!(is_seen(hedge, Kind::Hedge), "{hedge}");
            assert!(is_seen(&hedge.replace('\'', "’").to_uppercase(), Kind::Hedge), "{hedge}");
        }
        let mut found = 0;
        for scale in LikelihoodScale::ALL.iter().copied() {
            for term in scale.terms() {
                let text = format!("It is {term} that it holds, probably, and almost certainly so.");
                for piece in [term, &text] {
                    let said = terms(&words(piece, Tongue::English), scale);
                    found += said.len();
                    assert!(said.is_empty() || is_seen(piece, Kind::Term), "{piece}");
                }
            }
        }
        assert!(found > 30, "{found}");
        assert!(!is_seen("The stop will outlast the month.", Kind::Hedge));
        assert!(!is_seen("The stop will outlast the month.", Kind::Term));
    }
}
