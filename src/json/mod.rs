//! Values as JSON on one line, written into texts.
//!
//! The same bytes as serde_json writes, which tests hold, at half of its cost: that looks at every byte by itself, at the names of
//! fields, too, and writes bytes, which would have to be looked through once more to be text. A site has more JSON than it has input.
//! Two things are otherwise, since they have no news for whoever reads: a field that holds nothing is left out, where serde_json says
//! `null`, and so is one that is [for pages alone](for_pages). Nothing here has maps whose keys are numbers, or numbers of 128 bits: such a
//! value is an error, and serde_json writes it.

mod parts;
mod text;

use std::fmt;

use serde::{Serialize, Serializer};

use self::parts::Parts;
use crate::decimal;

/// Adds a value as JSON.
///
/// # Errors
/// When there is something in it that JSON cannot hold: maps with keys that are not text. What has been written until then stands in
/// `out`.
pub(crate) fn push(out: &mut String, value: &(impl Serialize + ?Sized)) -> fmt::Result {
    let mut json = Json { out, is_absent: false, is_plain: false };
    value.serialize(&mut json)?;
    json.stand();
    Ok(())
}

/// A field that pages need and that says nothing which does not stand beside it in plain text: it is left out of the JSON that is written
/// here, and is there for templates. For `#[serde(serialize_with)]`.
pub(crate) fn for_pages<S: Serializer>(value: &impl Serialize, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_struct(FOR_PAGES, value)
}

/// The name of no type: what [`for_pages`] calls a value by. Other serializers write the value and no name.
const FOR_PAGES: &str = "$attache::for_pages";

/// A text that can stand between quotes as it is, and is not looked through: ids, words of vocabularies and their like are half of all
/// texts.
pub(crate) fn plain<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_struct(PLAIN, text)
}

/// A text that is written so.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain<T>(pub(crate) T);

impl<T: AsRef<str>> Serialize for Plain<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        plain(self.0.as_ref(), serializer)
    }
}

/// The name of no type: what [`plain`] calls a text by.
const PLAIN: &str = "$attache::plain";

/// What values are written to.
struct Json<'o> {
    out: &'o mut String,
    /// Whether the last value was nothing: it has not been written, and whoever asked for it says what stands in its place.
    is_absent: bool,
    /// Whether the next value is a text that can stand between quotes as it is.
    is_plain: bool,
}

impl Json<'_> {
    /// Lets a value stand where there has to be one, in a list or by itself: nothing is `null` there.
    fn stand(&mut self) {
        if std::mem::take(&mut self.is_absent) {
            self.out.push_str("null");
        }
    }

    /// What the library has a way of its own to write: fractions.
    fn as_the_library(&mut self, value: &impl Serialize) -> fmt::Result {
        let text = serde_json::to_string(value).map_err(|_| fmt::Error)?;
        self.out.push_str(&text);
        Ok(())
    }
}

macro_rules! numbers {
    ($push:path: $($method:ident($number:ty);)+) => {
        $(fn $method(self, number: $number) -> fmt::Result {
            $push(self.out, number.into());
            Ok(())
        })+
    };
}

impl<'w, 'o> Serializer for &'w mut Json<'o> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Parts<'w, 'o>;
    type SerializeTuple = Parts<'w, 'o>;
    type SerializeTupleStruct = Parts<'w, 'o>;
    type SerializeTupleVariant = Parts<'w, 'o>;
    type SerializeMap = Parts<'w, 'o>;
    type SerializeStruct = Parts<'w, 'o>;
    type SerializeStructVariant = Parts<'w, 'o>;

    fn serialize_bool(self, value: bool) -> fmt::Result {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    numbers! {
        decimal::push:
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
    }

    numbers! {
        decimal::push_signed:
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
    }

    fn serialize_f32(self, value: f32) -> fmt::Result {
        self.as_the_library(&value)
    }

    fn serialize_f64(self, value: f64) -> fmt::Result {
        self.as_the_library(&value)
    }

    fn serialize_char(self, value: char) -> fmt::Result {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> fmt::Result {
        let push = if std::mem::take(&mut self.is_plain) { text::push_plain } else { text::push };
        push(self.out, text);
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> fmt::Result {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> fmt::Result {
        self.is_absent = true;
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> fmt::Result {
        text::push_plain(self.out, variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> fmt::Result {
        if name == FOR_PAGES {
            return self.serialize_none();
        }
        self.is_plain = name == PLAIN;
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> fmt::Result {
        parts::open(self, variant);
        value.serialize(&mut *self)?;
        self.stand();
        self.out.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'w, 'o>, fmt::Error> {
        Ok(Parts::list(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'w, 'o>, fmt::Error> {
        Ok(Parts::list(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'w, 'o>, fmt::Error> {
        Ok(Parts::list(self))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'w, 'o>, fmt::Error> {
        Ok(Parts::list_of_variant(self, variant))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'w, 'o>, fmt::Error> {
        Ok(Parts::object(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'w, 'o>, fmt::Error> {
        Ok(Parts::object(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'w, 'o>, fmt::Error> {
        Ok(Parts::object_of_variant(self, variant))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> fmt::Result {
        text::push_written(self.out, value)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn json(value: &impl Serialize) -> Result<String, fmt::Error> {
        let mut out = String::new();
        push(&mut out, value).map(|()| out)
    }

    /// The same as the library writes, of a value that has something in each field.
    fn holds(value: &impl Serialize) {
        assert_eq!(json(value), Ok(serde_json::to_string(value).unwrap()));
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    enum Kind {
        JustAWord,
        One(u8),
        Two(u8, i64),
        Named {
            #[serde(rename = "@id")]
            id: Option<char>,
            end: (),
        },
        Nothing {},
    }

    #[derive(Serialize)]
    struct Nothing;

    #[derive(Serialize)]
    struct Whole<'t> {
        kinds: Vec<Kind>,
        some: Option<u8>,
        map: BTreeMap<&'t str, Vec<bool>>,
        pair: (f64, f32),
        tuple: Pair,
        wrapped: Wrapped,
        nothing: (Nothing, [u8; 0], String),
    }

    #[derive(Serialize)]
    struct Pair(u64, i32);

    #[derive(Serialize)]
    struct Wrapped(u16);

    #[test]
    fn values_are_written_as_the_library_writes_them() {
        let kinds = vec![
            Kind::JustAWord,
            Kind::One(0),
            Kind::Two(10, i64::MIN),
            Kind::Named { id: Some('"'), end: () },
            Kind::Nothing {},
        ];
        holds(&Whole {
            kinds,
            some: Some(1),
            map: [("", vec![]), ("a\"b", vec![true, false])].into(),
            pair: (1.0, f32::NAN),
            tuple: Pair(u64::MAX, -1),
            wrapped: Wrapped(u16::MAX),
            nothing: (Nothing, [], String::new()),
        });
        holds(&BTreeMap::<String, u8>::new());
        holds(&serde_json::json!({"a": [1, 2.5, -3, {"b": []}], "<": "\u{2028}"}));
    }

    #[derive(Serialize)]
    struct Sparse {
        first: Option<u8>,
        second: Option<u8>,
        third: Option<Box<Sparse>>,
        #[serde(serialize_with = "for_pages")]
        pieces: Vec<u8>,
        last: [Option<bool>; 2],
    }

    #[test]
    fn a_field_that_holds_nothing_or_is_for_pages_is_left_out() {
        let sparse =
            |first, second, third| Sparse { first, second, third, pieces: vec![1], last: [None, Some(true)] };
        let inner = sparse(None, None, None);
        assert_eq!(json(&inner), Ok(r#"{"last":[null,true]}"#.to_owned()));
        let outer = sparse(None, Some(2), Some(Box::new(inner)));
        assert_eq!(
            json(&outer),
            Ok(r#"{"second":2,"third":{"last":[null,true]},"last":[null,true]}"#.to_owned())
        );
        let map = BTreeMap::from([("a", None), ("b", Some(1)), ("c", None)]);
        assert_eq!(json(&map), Ok(r#"{"b":1}"#.to_owned()));
        assert_eq!(json(&Kind::Named { id: None, end: () }), Ok(r#"{"named":{"end":null}}"#.to_owned()));
    }

    #[test]
    fn nothing_by_itself_and_in_a_list_is_null() {
        holds(&None::<u8>);
        holds(&[None, Some(1), None]);
        holds(&(Some(()), None::<u8>));
        holds(&Result::<Option<u8>, u8>::Ok(None));
    }

    #[test]
    fn a_text_that_is_known_to_be_plain_is_a_text() {
        holds(&(Plain("a"), "\"", [Plain("b"), Plain("")], "\\"));
    }

    #[test]
    fn templates_have_what_is_for_pages() {
        let sparse = Sparse { first: None, second: None, third: None, pieces: vec![1], last: [None; 2] };
        let value = serde_json::to_value(&sparse).unwrap();
        assert_eq!(value["pieces"], serde_json::json!([1]));
    }

    #[test]
    fn what_json_cannot_hold_is_no_json() {
        assert_eq!(json(&BTreeMap::from([([1], 2)])), Err(fmt::Error));
        assert_eq!(json(&BTreeMap::from([(1, 2)])), Err(fmt::Error));
        assert_eq!(json(&u128::MAX), Err(fmt::Error));
    }
}
