//! Dates in and out of data formats: always their text, always through the parser.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::{CivilDate, DateError, FuzzyDate};
use crate::json;

impl Serialize for CivilDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_text(|text| json::plain(text, serializer))
    }
}

impl Serialize for FuzzyDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_canonical(|text| json::plain(text, serializer))
    }
}

impl<'de> Deserialize<'de> for CivilDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text { wanted: "a day such as 2025-03-05", date: PhantomData })
    }
}

impl<'de> Deserialize<'de> for FuzzyDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_str(Text { wanted: "a date such as 2025-03-05 or 2025-02~", date: PhantomData })
    }
}

/// Reads text and nothing else; a number is not taken for a year.
struct Text<T> {
    wanted: &'static str,
    date: PhantomData<T>,
}

impl<T: FromStr<Err = DateError>> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.wanted)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|error: DateError| match error.help() {
            Some(help) => E::custom(format_args!("{text:?}: {error}; {help}")),
            None => E::custom(format_args!("{text:?}: {error}")),
        })
    }
}

impl JsonSchema for CivilDate {
    fn schema_name() -> Cow<'static, str> {
        "CivilDate".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::CivilDate").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A calendar day, YYYY-MM-DD, in the years 0001 to 9999.",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            "examples": ["2025-03-05"],
        })
    }
}

impl JsonSchema for FuzzyDate {
    fn schema_name() -> Cow<'static, str> {
        "FuzzyDate".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::FuzzyDate").into()
    }

    /// No pattern: one that took no valid date for wrong would hardly refuse anything. A year alone is a number to YAML.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer"],
            "description": "A date as precise as it is known, in EDTF (ISO 8601-2, Annex A): a day, a month or a \
                year; ~ behind it for about, ? for uncertain, % for both; X for unspecified digits; two dates \
                with a slash for a span, with .. for an open end; [..date] for by that date.",
            "examples": [
                "2025-03-05",
                "2025-02",
                "2025-02~",
                "2025-03-XX",
                "2024-12-08/..",
                "[..2025-02-06]",
                "[2025-02-04,2025-02-05]",
                "2025-03-05T10:30:00Z",
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_their_canonical_text() {
        let date: FuzzyDate = serde_json::from_str("\"?2025-?02\"").unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), "\"2025-02?\"");
        let day: CivilDate = serde_json::from_str("\"2025-03-05\"").unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2025-03-05\"");
    }

    #[test]
    fn plain_yaml_scalars_are_read_whatever_they_look_like() {
        for text in ["2025", "2025-02~", "2024-12-08/..", "2025-02-~04"] {
            let date: FuzzyDate = serde_yaml::from_str(text).unwrap();
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn errors_carry_the_text_and_the_help() {
        let error = serde_json::from_str::<FuzzyDate>("\"2025-2-4\"").unwrap_err().to_string();
        assert!(
            error.starts_with("\"2025-2-4\": a month is written with two digits; write 2025-02-04"),
            "{error}"
        );
        assert!(serde_json::from_str::<FuzzyDate>("2025").is_err());
    }

    #[test]
    fn the_schema_examples_are_dates() {
        let schema = schemars::schema_for!(FuzzyDate);
        let examples = schema.get("examples").and_then(|list| list.as_array()).unwrap();
        for example in examples {
            FuzzyDate::parse(example.as_str().unwrap()).unwrap();
        }
    }
}
