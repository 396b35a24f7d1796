//! Lists and objects in JSON, part by part.

use std::fmt;

use serde::ser::{
    self, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::{Json, text};

/// A list or an object of which some parts may have been written.
pub(super) struct Parts<'w, 'o> {
    json: &'w mut Json<'o>,
    is_first: bool,
    is_object: bool,
    /// Whether it is the value of a variant, which an object holds.
    is_held: bool,
    /// Where the entry of a map begins that has a key and no value yet.
    entry: Option<Start>,
}

impl<'w, 'o> Parts<'w, 'o> {
    pub(super) fn list(json: &'w mut Json<'o>) -> Self {
        json.out.push('[');
        Self { json, is_first: true, is_object: false, is_held: false, entry: None }
    }

    pub(super) fn object(json: &'w mut Json<'o>) -> Self {
        json.out.push('{');
        Self { json, is_first: true, is_object: true, is_held: false, entry: None }
    }

    /// A list that is the value of a variant: the object that it stands in has the name of that alone.
    pub(super) fn list_of_variant(json: &'w mut Json<'o>, variant: &'static str) -> Self {
        open(json, variant);
        Self { is_held: true, ..Self::list(json) }
    }

    /// An object that is the value of a variant.
    pub(super) fn object_of_variant(json: &'w mut Json<'o>, variant: &'static str) -> Self {
        open(json, variant);
        Self { is_held: true, ..Self::object(json) }
    }

    /// Adds a value with its name, unless it is nothing. As a part of its caller, which knows the name, that is written without a call.
    #[inline]
    pub(super) fn field<T: ser::Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> fmt::Result {
        let start = Start { at: self.json.out.len(), is_first: self.is_first };
        // Few steps, each of which has to make sure of its room: there are hundreds of fields to a brief.
        if std::mem::take(&mut self.is_first) {
            self.json.out.push('"');
        } else {
            self.json.out.push_str(",\"");
        }
        text::push_bare(self.json.out, name);
        self.json.out.push_str("\":");
        value.serialize(&mut *self.json)?;
        self.settle(start);
        Ok(())
    }

    pub(super) fn close(self) {
        // Each a byte that is known, which takes no steps to write as one.
        if self.is_object {
            self.json.out.push('}');
        } else {
            self.json.out.push(']');
        }
        if self.is_held {
            self.json.out.push('}');
        }
    }

    fn item<T: ser::Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.separate();
        value.serialize(&mut *self.json)?;
        self.json.stand();
        Ok(())
    }

    fn separate(&mut self) {
        if !std::mem::take(&mut self.is_first) {
            self.json.out.push(',');
        }
    }

    /// Begins a part that may turn out to be nothing.
    fn start(&mut self) -> Start {
        let start = Start { at: self.json.out.len(), is_first: self.is_first };
        self.separate();
        start
    }

    /// Takes back what was written of a part that is nothing.
    fn settle(&mut self, start: Start) {
        if std::mem::take(&mut self.json.is_absent) {
            self.json.out.truncate(start.at);
            self.is_first = start.is_first;
        }
    }
}

/// Where a part begins.
#[derive(Clone, Copy)]
struct Start {
    at: usize,
    is_first: bool,
}

pub(super) fn open(json: &mut Json<'_>, variant: &'static str) {
    json.out.push('{');
    text::push_plain(json.out, variant);
    json.out.push(':');
}

macro_rules! lists {
    ($($list:ident::$add:ident;)+) => {
        $(impl $list for Parts<'_, '_> {
            type Ok = ();
            type Error = fmt::Error;

            fn $add<T: ser::Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
                self.item(value)
            }

            fn end(self) -> fmt::Result {
                self.close();
                Ok(())
            }
        })+
    };
}

lists! {
    SerializeSeq::serialize_element;
    SerializeTuple::serialize_element;
    SerializeTupleStruct::serialize_field;
    SerializeTupleVariant::serialize_field;
}

macro_rules! objects {
    ($($object:ident;)+) => {
        $(impl $object for Parts<'_, '_> {
            type Ok = ();
            type Error = fmt::Error;

            #[inline]
            fn serialize_field<T: ser::Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> fmt::Result {
                self.field(name, value)
            }

            fn end(self) -> fmt::Result {
                self.close();
                Ok(())
            }
        })+
    };
}

objects! {
    SerializeStruct;
    SerializeStructVariant;
}

impl SerializeMap for Parts<'_, '_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: ser::Serialize + ?Sized>(&mut self, key: &T) -> fmt::Result {
        self.entry = Some(self.start());
        let start = self.json.out.len();
        key.serialize(&mut *self.json)?;
        let is_text = self.json.out.get(start..).is_some_and(|key| key.starts_with('"'));
        if is_text { Ok(()) } else { Err(fmt::Error) }
    }

    fn serialize_value<T: ser::Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.json.out.push(':');
        value.serialize(&mut *self.json)?;
        if let Some(start) = self.entry.take() {
            self.settle(start);
        }
        Ok(())
    }

    fn end(self) -> fmt::Result {
        self.close();
        Ok(())
    }
}
