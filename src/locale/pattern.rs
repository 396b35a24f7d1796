//! What a message says, with places for what is put into it.

use intl_pluralrules::{PluralCategory, PluralRules};

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
    /// The words alone, where there is nothing else in it.
    pub(super) fn fixed(&self) -> Option<String> {
        let words = |piece: &Piece| match piece {
            Piece::Text(text) => Some(text.clone()),
            Piece::Place(_) | Piece::Forms { .. } => None,
        };
        self.0.iter().map(words).collect()
    }

    /// The names of the values that are put into it, in order and with repetition.
    pub(super) fn variables(&self, names: &mut Vec<String>) {
        for piece in &self.0 {
            match piece {
                Piece::Text(_) => {}
                Piece::Place(name) => names.push(name.clone()),
                Piece::Forms { of, forms, other } => {
                    names.push(of.clone());
                    for form in forms.iter().map(|(_, form)| form).chain([other]) {
                        form.variables(names);
                    }
                }
            }
        }
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
                Piece::Forms { of, forms, other } => {
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

/// The categories of numbers as catalogues name them.
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
