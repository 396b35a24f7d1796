//! Values that programs get as the text that they are written as.

/// Makes a type stand in JSON, and in the contract of templates, as its text.
macro_rules! as_text {
    ($type:ty, $name:literal, $text:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // Sooner than piece by piece, each of which would be looked through by itself.
                serializer.serialize_str(&$text(self))
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string" })
            }
        }
    };
}

pub(super) use as_text;
