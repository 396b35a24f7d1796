//! The words that templates print as they are.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::locale::Locale;

/// The words of a page in its language, by the ids of their messages; `lang` and `dir` are the language and its direction.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct PageWords(BTreeMap<String, String>);

impl PageWords {
    /// A word by the id of its message.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

impl From<&Locale> for PageWords {
    fn from(locale: &Locale) -> Self {
        Self(locale.words())
    }
}

impl JsonSchema for PageWords {
    fn schema_name() -> Cow<'static, str> {
        "PageWords".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let text = |(id, word): (String, String)| {
            let doc = match id.as_str() {
                "lang" => "The language.".to_owned(),
                "dir" => "The direction that it runs in.".to_owned(),
                "date_lang" => "The language that dates are written in.".to_owned(),
                _ => format!("“{word}” in English."),
            };
            (id, json_schema!({ "type": "string", "description": doc }).to_value())
        };
        let properties: Map<String, Value> = Locale::english().words().into_iter().map(text).collect();
        json_schema!({
            "description": "The words of a page in its language, by the ids of their messages in `locales/`; `lang` and `dir` are the language and its direction.",
            "type": "object",
            "properties": properties,
        })
    }
}
