//! What a message says, with places for what is put into it.

use std::collections::BTreeSet;

use intl_pluralrules::{PluralCategory, PluralRules};

use Piece::Forms;

/// A text with places for values, and with several forms where a number decides between them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Pattern(pub(super) Vec<Piece>);

/// A piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// The place of a value.
    Place(String),
    /// Forms of which a number takes one.
    Forms { of: String, forms: Vec<(Key, Pattern)>, other: Pattern },
}

/// Which numbers a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// This number.
    Exactly(u64),
    /// The numbers of a category of the language (Unicode CLDR, plural rules).
    Category(&'static str),
}

impl Key {
    fn category(&self) -> Option<&'static str> {
        match self {
            Self::Category(name) => Some(name),
            Self::Exactly(_) => None,
        }
    }
}

/// Every form.
fn all<'f>(forms: &'f [(Key, Pattern)], other: &'f Pattern) -> impl Iterator<Item = &'f Pattern> {
    forms.iter().map(|(_, form)| form).chain([other])
}

/// The name of a value that stands by itself.
fn placed(piece: &Piece) -> BTreeSet<&str> {
    match piece {
        Piece::Place(name) => BTreeSet::from([name.as_str()]),
        Piece::Text(_) | Forms { .. } => BTreeSet::new(),
    }
}

/// A value that is put into a message.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Arg<'a> {
    /// A number, printed in digits; it also decides between forms.
    Count(u64),
    /// A text.
    Text(&'a str),
    /// A name or description from a brief, whose script may run another way than the message.
    Name(&'a str),
}

impl Pattern {
    /// The words alone, where there is nothing else in it: one piece, as they are put together in a catalogue, or none.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// The names of the values that the message knows, those that choose between forms too.
    pub(super) fn values(&self) -> BTreeSet<&str> {
        self.0
            .iter()
            .flat_map(|piece| match piece {
                Forms { of, forms, other } => {
                    all(forms, other).flat_map(Self::values).chain([of.as_str()]).collect()
                }
                piece => placed(piece),
            })
            .collect()
    }

    /// The names of the values that are said whatever they are.
    pub(super) fn always(&self) -> BTreeSet<&str> {
        self.0
            .iter()
            .flat_map(|piece| match piece {
                Forms { forms, other, .. } => {
                    let said = forms.iter().map(|(_, form)| form.always());
                    said.fold(other.always(), |common, form| &common & &form)
                }
                piece => placed(piece),
            })
            .collect()
    }

    /// The names of the values that are said where a number has no form of its own.
    pub(super) fn by_default(&self) -> BTreeSet<&str> {
        self.0
            .iter()
            .flat_map(|piece| match piece {
                Forms { other, .. } => other.by_default(),
                piece => placed(piece),
            })
            .collect()
    }

    /// The categories of numbers that have forms; `other` needs none.
    pub(super) fn categories(&self) -> BTreeSet<&'static str> {
        let mut found = BTreeSet::new();
        for piece in &self.0 {
            if let Forms { forms, other, .. } = piece {
                found.extend(all(forms, other).flat_map(Self::categories));
                found.extend(
                    forms.iter().filter_map(|(key, _)| key.category()).filter(|name| *name != "other"),
                );
            }
        }
        found
    }

    /// Says the message piece by piece; `true` comes with a name.
    pub(super) fn say(
        &self,
        rules: Option<&PluralRules>,
        args: &[(&str, Arg<'_>)],
        sink: &mut dyn FnMut(&str, bool),
    ) {
        let value = |wanted: &str| args.iter().find(|(name, _)| *name == wanted).map(|(_, arg)| *arg);
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => sink(text, false),
                Piece::Place(name) => match value(name) {
                    Some(Arg::Count(count)) => sink(&count.to_string(), false),
                    Some(Arg::Text(text)) => sink(text, false),
                    Some(Arg::Name(text)) => sink(text, true),
                    None => {}
                },
                Forms { of, forms, other } => {
                    let count = match value(of) {
                        Some(Arg::Count(count)) => Some(count),
                        _ => None,
                    };
                    form(forms, count, rules).unwrap_or(other).say(rules, args, sink);
                }
            }
        }
    }
}

/// The form of a number: one that names it, or that of its category.
fn form<'f>(
    forms: &'f [(Key, Pattern)],
    count: Option<u64>,
    rules: Option<&PluralRules>,
) -> Option<&'f Pattern> {
    let count = count?;
    let exact = forms.iter().find(|(key, _)| *key == Key::Exactly(count));
    let category = || {
        let category = name(&rules?.select(count).ok()?);
        forms.iter().find(|(key, _)| *key == Key::Category(category))
    };
    exact.or_else(category).map(|(_, form)| form)
}

/// The categories of numbers (Unicode CLDR, plural rules) as catalogues name them.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The name of a category.
fn name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

/// The categories that the language's whole numbers fall into, from the smallest on, and `other`, which every language has.
pub(super) fn categories(rules: Option<&PluralRules>) -> Vec<&'static str> {
    // No rule of CLDR tells whole numbers apart that are alike up to here, but for the millions of Romance languages.
    let numbers = (0..=200).chain([1_000_000_u64]);
    let mut found: Vec<_> = numbers.filter_map(|it| Some(name(&rules?.select(it).ok()?))).collect();
    found.push("other");
    CATEGORIES.into_iter().filter(|name| found.contains(name)).collect()
}
