//! Mappings whose keys are known.
//!
//! A record names its keys once, in [`record!`]; the struct, its decoder, the list for did-you-mean, the JSON Schema
//! and the differential test all come from there.

use super::decode::{Decode, decode_item, decode_spanned, loses_text, shape};
use super::list::List;
use super::place::mended;
use super::problems::Problems;
use super::tree::{Entry, Node, Value};
use crate::diagnostic::{Diagnostic, codes};
use crate::span::{Span, Spanned};
use crate::suggest::{only, suggest};

/// Declares a record of the input: its keys, in the order in which the schema shows them.
///
/// `required` and `optional` keys become `Option<Spanned<T>>` (a missing required key is reported, and the record lives
/// on so that references to it do not fail as well); `list` keys become a [`List`],
/// empty when absent.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident, $noun:literal {
            $($(#[$field_meta:meta])* $kind:ident $field:ident: $type:ty,)+
        }
    ) => {
        record!(@fields [$(#[$meta])*] $name [] $($(#[$field_meta])* $kind $field: $type,)+);

        impl $name {
            /// Its keys, in their natural order.
            pub(crate) const KEYS: &'static [&'static str] = &[$($crate::load::record::bare(stringify!($field))),+];
        }

        impl $crate::load::decode::Decode for $name {
            fn decode(
                node: &$crate::load::tree::Node<'_>,
                problems: &mut $crate::load::Problems<'_>,
            ) -> Option<Self> {
                let mut found = [None; Self::KEYS.len()];
                let record =
                    $crate::load::record::Record::read(node, $noun, Self::KEYS, &mut found, problems)?;
                let mut found = found.into_iter();
                Some(Self { $($field: record.$kind(
                    found.next().flatten(),
                    const { $crate::load::record::bare(stringify!($field)) },
                    problems,
                ),)+ })
            }
        }

        impl<'t> $crate::load::everyday::Written<'t> for $name {
            fn read(
                cursor: &mut $crate::load::everyday::Cursor<'t>,
                place: $crate::load::everyday::Place,
            ) -> Option<$crate::span::Spanned<Self>> {
                let start = cursor.start(place)?;
                cursor.mapping(&start)
            }
        }

        impl<'t> $crate::load::everyday::Keyed<'t> for $name {
            fn entry(
                &mut self,
                key: &$crate::load::everyday::Key<'t>,
                cursor: &mut $crate::load::everyday::Cursor<'t>,
                place: $crate::load::everyday::Place,
            ) -> Option<usize> {
                $(if key.value == const { $crate::load::record::bare(stringify!($field)) } {
                    return $crate::load::everyday::Field::fill(&mut self.$field, cursor, place);
                })+
                None
            }

            fn is_whole(&self) -> bool {
                $(record!(@is_there $kind self.$field))&&+
            }
        }
    };
    (@is_there required $field:expr) => { $field.is_some() };
    (@is_there $kind:ident $field:expr) => { true };
    (@fields [$($meta:tt)*] $name:ident [$($done:tt)*] $(#[$m:meta])* required $f:ident: $t:ty, $($rest:tt)*) => {
        record!(@fields [$($meta)*] $name [$($done)*
            $(#[$m])* #[schemars(required)] pub $f: Option<$crate::span::Spanned<$t>>,
        ] $($rest)*);
    };
    (@fields [$($meta:tt)*] $name:ident [$($done:tt)*] $(#[$m:meta])* optional $f:ident: $t:ty, $($rest:tt)*) => {
        record!(@fields [$($meta)*] $name [$($done)*
            $(#[$m])* pub $f: Option<$crate::span::Spanned<$t>>,
        ] $($rest)*);
    };
    (@fields [$($meta:tt)*] $name:ident [$($done:tt)*] $(#[$m:meta])* list $f:ident: $t:ty, $($rest:tt)*) => {
        record!(@fields [$($meta)*] $name [$($done)*
            $(#[$m])* #[serde(default)] pub $f: $crate::load::list::List<$t>,
        ] $($rest)*);
    };
    (@fields [$($meta:tt)*] $name:ident [$($done:tt)*]) => {
        $($meta)*
        #[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
        #[cfg_attr(test, derive(PartialEq))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($done)* }
    };
}
pub(crate) use record;

/// The name of a key whose word means something in Rust: `in` of `r#in`.
pub(crate) const fn bare(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', rest @ ..] => match std::str::from_utf8(rest) {
            Ok(bare) => bare,
            Err(_) => name,
        },
        _ => name,
    }
}

/// The keys of a mapping, or a report that it is none.
fn entries<'n, 't>(node: &'n Node<'t>, noun: &str, problems: &mut Problems<'_>) -> Option<&'n [Entry<'t>]> {
    match &node.value {
        Value::Map(entries) => Some(entries),
        Value::Broken => None,
        other => {
            let message = format!("{noun} is written as keys with values, not as {}", shape(other));
            problems.report(&codes::WRONG_SHAPE, node.span, message);
            None
        }
    }
}

/// Finds the entry of each key; of a key that is given twice, the first. Returns whether each entry has a key that is known.
fn find_keys<'n, 't>(
    entries: &'n [Entry<'t>],
    known: &[&'static str],
    found: &mut [Option<&'n Entry<'t>>],
) -> bool {
    // Most files give keys in their natural order, so that the next one is soon found.
    let (mut next, mut all_known) = (0, true);
    for entry in entries {
        let is_it = |key: &&str| *key == entry.key.value;
        let (before, after) = known.split_at_checked(next).unwrap_or((known, &[]));
        let place = after.iter().position(is_it).map(|place| place + before.len());
        let Some(place) = place.or_else(|| before.iter().position(is_it)) else {
            all_known = false;
            continue;
        };
        if let Some(found) = found.get_mut(place) {
            found.get_or_insert(entry);
        }
        next = place + 1;
    }
    all_known
}

/// Whether a key has no colon: it is what a text goes on with behind a comma, in `{text: One, two}`.
fn is_cut_off(file: &str, key: Span) -> bool {
    let behind = file.get(key.end()..).unwrap_or_default().trim_start();
    behind.starts_with([',', '}'])
}

/// Reports the keys that a record does not have, and returns those that they were probably meant for.
fn unknown_keys(
    entries: &[Entry<'_>],
    noun: &str,
    known: &[&'static str],
    problems: &mut Problems<'_>,
) -> Vec<&'static str> {
    if problems.is_full() && problems.found.iter().any(Diagnostic::is_error) {
        return Vec::new();
    }
    // A key that is in the record already cannot be what was meant.
    let free: Vec<_> =
        known.iter().copied().filter(|name| entries.iter().all(|entry| entry.key.value != *name)).collect();
    let unknown: Vec<_> = entries
        .iter()
        .map(|entry| &entry.key)
        .filter(|key| !known.contains(&key.value.as_ref()))
        .map(|key| (key, only(&key.value, free.iter().copied())))
        .collect();
    let mut meant = Vec::new();
    for (key, only) in &unknown {
        let message = format!("{noun} has no key `{}`", key.value);
        let diagnostic = Diagnostic::new(&codes::UNKNOWN_KEY, problems.path(), key.span, message);
        if is_cut_off(&problems.file.text, key.span) {
            let help = "inside { } a comma ends a text: text that holds one goes in quotation marks";
            problems.push(diagnostic.with_help(help));
            continue;
        }
        // Of two keys that look like a third, one was meant for something else.
        let alone = unknown.iter().filter(|(_, other)| other == only).count() == 1;
        let diagnostic = match only.filter(|_| alone) {
            Some(name) => mended(diagnostic, &problems.file.text, key.span, &key.value, name),
            None => diagnostic,
        };
        let near = suggest(&key.value, free.iter().copied());
        meant.extend(near);
        problems.push(match near {
            Some(near) => diagnostic.with_help(format!("did you mean `{near}`?")),
            None => diagnostic.with_help(format!("its keys are {}", known.join(", "))),
        });
    }
    meant
}

/// The entries of one record while it is decoded. A method for each kind of key.
pub(crate) struct Record<'n, 't> {
    entries: &'n [Entry<'t>],
    noun: &'static str,
    span: Span,
    /// Keys that are there under a wrong name: that has been reported, and is not reported again as a missing key.
    misspelt: Vec<&'static str>,
}

impl<'n, 't> Record<'n, 't> {
    /// Finds the entries of the keys that are known, in their order, and reports the others.
    pub(crate) fn read(
        node: &'n Node<'t>,
        noun: &'static str,
        known: &[&'static str],
        found: &mut [Option<&'n Entry<'t>>],
        problems: &mut Problems<'_>,
    ) -> Option<Self> {
        let entries = entries(node, noun, problems)?;
        let misspelt = if find_keys(entries, known, found) {
            Vec::new()
        } else {
            unknown_keys(entries, noun, known, problems)
        };
        Some(Self { entries, noun, span: node.span, misspelt })
    }

    pub(crate) fn required<T: Decode>(
        &self,
        entry: Option<&Entry<'_>>,
        key: &'static str,
        problems: &mut Problems<'_>,
    ) -> Option<Spanned<T>> {
        let is_lost = loses_text::<T>(entry, problems);
        match entry {
            Some(Entry { value: Node { value: Value::Absent, .. }, .. }) if is_lost => None,
            Some(Entry { key, value: Node { value: Value::Absent, .. } }) => {
                let message = format!("`{}` has no value", key.value);
                problems.report(&codes::MISSING_KEY, key.span, message);
                None
            }
            Some(entry) => decode_spanned(&entry.value, problems),
            None if self.misspelt.contains(&key) => None,
            None => {
                // The whole record may run over many lines; its first key is where the eye goes.
                let span = self.entries.first().map_or(self.span, |entry| entry.key.span);
                problems.report(&codes::MISSING_KEY, span, format!("{} needs a key `{key}`", self.noun));
                None
            }
        }
    }

    pub(crate) fn optional<T: Decode>(
        &self,
        entry: Option<&Entry<'_>>,
        key: &'static str,
        problems: &mut Problems<'_>,
    ) -> Option<Spanned<T>> {
        let is_lost = loses_text::<T>(entry, problems);
        let Some(entry) = entry else {
            if self.misspelt.contains(&key) {
                problems.take_broken(key, self.span);
            }
            return None;
        };
        if matches!(entry.value.value, Value::Absent) {
            if is_lost {
                problems.take_broken(key, entry.key.span);
            }
            return None;
        }
        let decoded = decode_spanned(&entry.value, problems);
        if decoded.is_none() {
            problems.take_broken(key, entry.key.span);
        }
        decoded
    }

    #[expect(clippy::unused_self, reason = "one form for each kind of key")]
    pub(crate) fn list<T: Decode>(
        &self,
        entry: Option<&Entry<'_>>,
        key: &'static str,
        problems: &mut Problems<'_>,
    ) -> List<T> {
        let Some(entry) = entry else { return List::default() };
        match &entry.value.value {
            Value::Absent | Value::Broken => List::default(),
            Value::List(nodes) => nodes.iter().filter_map(|node| decode_item(node, problems)).collect(),
            other => {
                let message = format!("`{key}` is a list, not {}", shape(other));
                let diagnostic =
                    Diagnostic::new(&codes::WRONG_SHAPE, problems.path(), entry.value.span, message);
                problems.push(diagnostic.with_help(match other {
                    Value::Map(_) => "put `- ` before the first key of each item",
                    _ => "write `[one, two]`, or each item on its own line behind `- `",
                }));
                List::default()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    #[test]
    fn each_key_has_its_first_entry_in_whatever_order_they_stand() {
        let known = ["a", "b", "c"];
        let names = ["a", "b", "c", "d"];
        let orders = (0..256).map(|number| [number & 3, number >> 2 & 3, number >> 4 & 3, number >> 6]);
        for order in orders {
            let entry = |(at, name): (usize, usize)| Entry {
                key: Spanned::new(Cow::Borrowed(names[name]), Span::new(at, at)),
                value: Node { value: Value::Absent, span: Span::new(at, at) },
            };
            let entries: Vec<_> = order.into_iter().enumerate().map(entry).collect();
            let mut found = [None; 3];
            assert_eq!(find_keys(&entries, &known, &mut found), !order.contains(&3));
            for (key, found) in known.iter().zip(found) {
                assert_eq!(found, entries.iter().find(|entry| entry.key.value == *key));
            }
        }
    }
}
