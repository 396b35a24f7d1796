//! The types of variables, read off a JSON Schema.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

/// What a variable is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A text.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
    /// Values of one shape, in order.
    List(Box<Shape>),
    /// Values of one shape, by keys that come from the data.
    Map(Box<Shape>),
    /// A record, by its name in the contract.
    Record(String),
    /// Not known: nothing is said about it.
    Any,
}

/// A part of a record, or a variable.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it means.
    pub doc: String,
    /// What it is.
    pub shape: Shape,
    /// Whether it may be absent.
    pub optional: bool,
}

/// Parts with names.
#[derive(Debug, Clone)]
pub struct Record {
    /// What it is.
    pub doc: String,
    /// Its parts, by name.
    pub fields: Vec<Field>,
}

impl Shape {
    /// The name of the record that it is, or is a list or map of.
    #[must_use]
    pub fn record(&self) -> Option<&str> {
        match self {
            Self::Record(name) => Some(name),
            Self::List(of) | Self::Map(of) => of.record(),
            _ => None,
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("text"),
            Self::Number => f.write_str("number"),
            Self::Truth => f.write_str("true or false"),
            Self::List(of) => write!(f, "list of {of}"),
            Self::Map(of) => write!(f, "{of} by id"),
            Self::Record(name) => f.write_str(name),
            Self::Any => f.write_str("anything"),
        }
    }
}

/// The records among the definitions of a schema.
pub(super) fn records(definitions: &serde_json::Map<String, Value>) -> BTreeMap<String, Record> {
    let records = definitions.iter().filter_map(|(name, schema)| {
        let properties = schema.get("properties")?.as_object()?;
        let fields = properties.iter().map(|(name, schema)| field(name, schema, definitions)).collect();
        Some((name.clone(), Record { doc: doc(schema), fields }))
    });
    records.collect()
}

/// A field of this name and schema.
pub(super) fn field(name: &str, schema: &Value, definitions: &serde_json::Map<String, Value>) -> Field {
    let (shape, optional) = shape(schema, definitions);
    Field { name: name.to_owned(), doc: doc(schema), shape, optional }
}

fn doc(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The shape, and whether it may be absent.
fn shape(schema: &Value, definitions: &serde_json::Map<String, Value>) -> (Shape, bool) {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return (reference(name, definitions), false);
    }
    for key in ["anyOf", "oneOf", "allOf"] {
        if let Some(choices) = schema.get(key).and_then(Value::as_array) {
            return choice(choices, definitions);
        }
    }
    let (words, optional) = types(schema);
    let inner = |key: &str| schema.get(key).map_or(Shape::Any, |schema| shape(schema, definitions).0);
    let found = match words.as_slice() {
        ["string"] => Shape::Text,
        ["integer" | "number"] => Shape::Number,
        ["boolean"] => Shape::Truth,
        ["array"] => Shape::List(Box::new(inner("items"))),
        ["object"] => Shape::Map(Box::new(inner("additionalProperties"))),
        _ if schema.get("const").or_else(|| schema.get("enum")).is_some() => Shape::Text,
        _ => Shape::Any,
    };
    (found, optional)
}

/// The words of `type` but `null`, and whether that is one of them.
fn types(schema: &Value) -> (Vec<&str>, bool) {
    let words: Vec<_> = match schema.get("type") {
        Some(Value::String(word)) => vec![word.as_str()],
        Some(Value::Array(words)) => words.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let optional = words.contains(&"null");
    (words.into_iter().filter(|word| *word != "null").collect(), optional)
}

fn reference(name: &str, definitions: &serde_json::Map<String, Value>) -> Shape {
    let name = name.rsplit('/').next().unwrap_or_default();
    match definitions.get(name) {
        Some(definition) if definition.get("properties").is_some() => Shape::Record(name.to_owned()),
        Some(definition) => shape(definition, definitions).0,
        None => Shape::Any,
    }
}

/// One of several: a value or nothing, or one of some words.
fn choice(choices: &[Value], definitions: &serde_json::Map<String, Value>) -> (Shape, bool) {
    let is_null = |schema: &&Value| schema.get("type").and_then(Value::as_str) == Some("null");
    let optional = choices.iter().any(|schema| is_null(&schema));
    let mut shapes: Vec<_> =
        choices.iter().filter(|schema| !is_null(schema)).map(|schema| shape(schema, definitions).0).collect();
    shapes.dedup();
    match shapes.as_slice() {
        [one] => (one.clone(), optional),
        _ => (Shape::Any, optional),
    }
}
