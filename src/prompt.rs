//! The input format and the rules in as few words as they need, for whoever or whatever writes briefs. Made from the JSON Schema
//! and the codes, so that it cannot say anything else.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::check;
use crate::diagnostic::Severity;
use crate::load::raw::{
    RawAllow, RawArticle, RawBrief, RawCorrection, RawEntity, RawEvent, RawFact, RawJudgement, RawName,
    RawNote, RawPosition, RawProperty, RawQuestion, RawQuote, RawSource,
};
use crate::model::LikelihoodScale;
use crate::model::words::Words;
use crate::schema;

/// A whole brief, small, about nothing real.
pub const EXAMPLE: &str = include_str!("../docs/example.yaml");

/// Where the codes begin whose sense does not follow from the form.
const FIRST_CODE: &str = "A050";

const HEAD: &str = "\
# Writing a brief for attache

A brief is the structured summary of one news article, as one YAML file. One rule stands above all: nothing may be better attested in
the brief than in the article. Every claim keeps its speaker and its carriers; what the article leaves open stays open; what is
not known is left out, never made up.

After writing, run `attache check --format json FILE`. It prints a JSON object a line for everything wrong: code, place,
message, help, and where there is just one a `fix`. Mend it and check again until nothing is printed. `attache explain CODE` tells more.

## Form

UTF-8, one mapping, no keys but these, no key twice, no anchors, aliases or tags. `*` marks required keys, `[…]` lists. Text that
holds `: ` or ` #` or begins with a sign goes in quotation marks.

- id: small letters a–z and digits in groups joined by single hyphens, unique among parts of its sort
- line: plain text without a line break
- prose: Markdown without HTML, images or tables; refer to parts by links: `[words](fact:ID)`, `entity:ID`, `source:ID`, `question:ID`
- day: YYYY-MM-DD
- tag: a language tag (BCP 47): en, tr, ar
";

/// The sections: what a record is called here, its definition in the schema, its keys in order.
const RECORDS: [(&str, &str, &[&str]); 15] = [
    ("brief", "", RawBrief::KEYS),
    ("article", "RawArticle", RawArticle::KEYS),
    ("source", "RawSource", RawSource::KEYS),
    ("entity", "RawEntity", RawEntity::KEYS),
    ("name", "RawName", RawName::KEYS),
    ("fact", "RawFact", RawFact::KEYS),
    ("quote", "RawQuote", RawQuote::KEYS),
    ("property", "RawProperty", RawProperty::KEYS),
    ("event", "RawEvent", RawEvent::KEYS),
    ("question", "RawQuestion", RawQuestion::KEYS),
    ("position", "RawPosition", RawPosition::KEYS),
    ("judgement", "RawJudgement", RawJudgement::KEYS),
    ("note", "RawNote", RawNote::KEYS),
    ("correction", "RawCorrection", RawCorrection::KEYS),
    ("allow", "RawAllow", RawAllow::KEYS),
];

/// The description, as Markdown with a line break at its end.
#[must_use]
pub fn text() -> String {
    let root = schema::root();
    let mut text = HEAD.to_owned();
    let definitions = root.get("definitions").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut prompt = Prompt { definitions, words: Vec::new(), said: BTreeSet::new() };
    // Writing to a string cannot fail.
    let _ = write!(text, "- date: {}\n\n## Keys\n\n```text", prompt.described("FuzzyDate"));
    for (name, definition, keys) in RECORDS {
        let record = prompt.definitions.get(definition).cloned().unwrap_or_else(|| root.as_value().clone());
        text.push_str(&prompt.record(name, &record, keys));
    }
    text.push_str("```\n\n## Terms of likelihood\n\n");
    for scale in LikelihoodScale::ALL {
        let terms: Vec<_> = scale.terms().collect();
        let _ = writeln!(text, "- {}: {}", scale.word(), terms.join(", "));
    }
    text.push_str("\n## What check reports\n\nCodes below A050 say that the form is not kept. Errors: ");
    text.push_str(&codes(Severity::Error));
    text.push_str("\nWarnings, to be mended or, with the reason, allowed: ");
    text.push_str(&codes(Severity::Warning));
    let _ = write!(text, "\n## Example\n\n```yaml\n{EXAMPLE}```\n");
    text
}

fn codes(severity: Severity) -> String {
    // What is wrong with settings, editions, catalogues and templates is no concern of whoever writes briefs.
    let of_desk = |id: &str| matches!(id, "A071" | "A072" | "A080") || id.starts_with("A09");
    let of_briefs = |id: &str| id >= FIRST_CODE && !of_desk(id);
    let codes = check::all_codes().filter(|code| code.severity == severity && of_briefs(code.id));
    codes.map(|code| format!("{} {}", code.id, code.title)).collect::<Vec<_>>().join("; ") + "\n"
}

struct Prompt {
    definitions: Map<String, Value>,
    /// Vocabularies that have been listed, with the key and the record that they were listed at.
    words: Vec<(Vec<Value>, String)>,
    /// Keys that have been described, with their descriptions: the same is not said again.
    said: BTreeSet<(String, String)>,
}

impl Prompt {
    fn record(&mut self, name: &str, record: &Value, keys: &[&str]) -> String {
        let mut text = format!("\n{name}: {}\n", description(record));
        let required = record.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        for key in keys {
            let Some(property) = record.get("properties").and_then(|properties| properties.get(key)) else {
                continue;
            };
            let star = if required.iter().any(|it| it == key) { "*" } else { "" };
            let (kind, words) = self.kind(property, &format!("{name}.{key}"));
            let described = brief_description(property, name);
            let said = !self.said.insert(((*key).to_owned(), described.clone()));
            let described =
                if said || described.is_empty() { String::new() } else { format!(": {described}") };
            let _ = writeln!(text, "  {key}{star} ({kind}){described}{words}");
        }
        text
    }

    /// What may stand behind a key, and the words of its vocabulary when they are met for the first time.
    fn kind(&mut self, property: &Value, place: &str) -> (String, String) {
        let property = self.resolved(property);
        if let Some(items) = property.get("items") {
            let (kind, words) = self.kind(items, place);
            return (format!("[{kind}]"), words);
        }
        if let Some(record) = property.get("record").and_then(Value::as_str) {
            return (record.to_owned(), String::new());
        }
        match words(&property) {
            Some(words) => self.vocabulary(&words, place),
            None => (scalar(&property).to_owned(), String::new()),
        }
    }

    fn vocabulary(&mut self, words: &[(Value, String)], place: &str) -> (String, String) {
        let values: Vec<_> = words.iter().map(|(word, _)| word.clone()).collect();
        if let Some((_, first)) = self.words.iter().find(|(known, _)| *known == values) {
            return (format!("as {first}"), String::new());
        }
        self.words.push((values, place.to_owned()));
        let list = words.iter().map(|(word, meaning)| {
            let word = word.as_str().map_or_else(|| word.to_string(), ToOwned::to_owned);
            format!("\n    {word}: {}", meaning.trim_end_matches('.'))
        });
        ("one of".to_owned(), list.collect())
    }

    /// The schema behind a reference or beside `null`; of a record, just its name.
    fn resolved(&self, property: &Value) -> Value {
        let options = property.get("anyOf").and_then(Value::as_array);
        let option = options.and_then(|options| options.iter().find(|it| it.get("$ref").is_some()));
        let target = option.unwrap_or(property).get("$ref").and_then(Value::as_str);
        let Some(name) = target.and_then(|target| target.strip_prefix("#/definitions/")) else {
            return property.clone();
        };
        match RECORDS.iter().find(|(_, definition, _)| *definition == name) {
            Some((record, ..)) => serde_json::json!({ "record": record }),
            None if matches!(name, "FuzzyDate") => serde_json::json!({ "type": "date" }),
            None => self.definitions.get(name).cloned().unwrap_or_default(),
        }
    }

    fn described(&self, definition: &str) -> String {
        let definition = self.definitions.get(definition);
        let examples = definition.and_then(|it| it.get("examples")).and_then(Value::as_array);
        let examples: Vec<_> = examples.into_iter().flatten().filter_map(Value::as_str).collect();
        format!("{} Such as {}", definition.map(description).unwrap_or_default(), examples.join("  "))
    }
}

/// The words of a vocabulary with their meanings.
fn words(property: &Value) -> Option<Vec<(Value, String)>> {
    let options = property.get("oneOf").and_then(Value::as_array)?;
    options.iter().map(|option| Some((option.get("const")?.clone(), description(option)))).collect()
}

/// What the text of a scalar is.
fn scalar(property: &Value) -> &'static str {
    let kind =
        property.get("type").and_then(|kind| kind.as_array().and_then(|kinds| kinds.first()).or(Some(kind)));
    let pattern = property.get("pattern").and_then(Value::as_str);
    match (kind.and_then(Value::as_str), pattern) {
        (Some("boolean"), _) => "true or false",
        (Some("integer"), None) => "a whole number",
        (Some("date"), _) => "date",
        (None, _) => "1–6",
        (_, Some(r"\S")) => "prose",
        (_, Some(pattern)) if pattern.starts_with("^[a-z0-9]") => "id",
        (_, Some(pattern)) if pattern.starts_with("^[0-9]{4}-") => "day",
        (_, Some(pattern)) if pattern.starts_with("^[A-Za-z]{2,3}") => "tag",
        (_, Some(pattern)) if pattern.starts_with("^[Hh]") => "web address",
        _ => "line",
    }
}

/// The description of a key without what its type says already.
fn brief_description(property: &Value, record: &str) -> String {
    const SAID_BY_TYPE: [&str; 8] = [
        " (EDTF)",
        ", in Markdown",
        ", in plain text",
        ", as a BCP 47 tag",
        ": YYYY-MM-DD",
        " One line of plain text.",
        " of Markdown",
        ": an id",
    ];
    let mut text = description(property);
    if record != "brief" {
        // Said of each sort of part in the same words, and so once.
        text = text.replace(&format!("this {record} may"), "this part may");
        text = text.replace(&format!("the {record} in"), "the part in");
    }
    SAID_BY_TYPE.iter().fold(text, |text, said| text.replace(said, ""))
}

fn description(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
