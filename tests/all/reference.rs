//! The references of the input and of the rules: made from the JSON Schemas and the pages of codes, and committed under `docs/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use attache::diagnostic::{Severity, pages};
use attache::{check, schema};
use serde_json::{Map, Value};

use crate::expected::{assert_expected, folder};
use crate::project::Project;
use crate::schema::to_json;

#[test]
fn the_reference_of_the_rules_is_current() {
    let mut text = "# The rules\n\n\
        What `attache check` reports, by code. `attache explain CODE` prints the same on your terminal. Codes below A100 say that \
        a file is\nnot what it should be; a desk can set the severity of the others in its `attache.yaml`, and a brief can `allow` \
        one with the reason.\n\n| code | severity | what it is |\n|---|---|---|\n"
        .to_owned();
    let mut all = String::new();
    for code in check::all_codes() {
        let severity = if code.severity == Severity::Error { "error" } else { "warning" };
        let page = pages::page(code.id).unwrap_or_else(|| panic!("{} has no page", code.id));
        let title = page.lines().next().unwrap().trim_start_matches("# ");
        writeln!(text, "| [{}](#{}) | {severity} | {} |", code.id, anchor(title), cell(code.title)).unwrap();
        write!(all, "\n#{}\n", page.trim_end()).unwrap();
    }
    assert_expected(&folder("../docs").join("rules.md"), &(text + &all));
}

/// What a code host makes of a heading.
fn anchor(title: &str) -> String {
    let kept = title.to_lowercase().replace(' ', "-");
    kept.chars().filter(|it| it.is_alphanumeric() || *it == '-' || *it == '_').collect()
}

const HEAD: &str = "# The input

Every key of every file that you write, made from the [JSON Schemas](brief.schema.json) that editors check them with. Text is UTF-8
YAML without anchors, aliases and tags. Text that holds `: ` or ` #`, or begins with a sign, goes in quotation marks. A key that is not
listed here is an error, with the nearest right one beside it; what is not known is left out, never made up.

- an *id* consists of small letters a–z and digits in groups joined by single hyphens
- a *line* is plain text without a line break, *prose* is Markdown without HTML, images and tables; in one line, `> 100`, `6. Alay` and
  `- 5` are what they look like; it refers to parts of the brief by links:
  `[words](fact:ID)`, `entity:ID`, `source:ID`, `question:ID`
- a *day* is `2025-03-05`; a *date* may be as vague as the knowledge of it is (EDTF): `2025-03`, `2025-02~` for about, `2025-03-XX`,
  `2024-12-08/..` for since, `[..2025-02-06]` for by, `[2025-02-04,2025-02-05]` for one of
- a *tag* names a language (BCP 47): `en`, `tr`, `ar`
";

const BRIEF: &str = "A brief";

/// Every key of an edition.
const EDITION: &str = "\
schema: 1
date: 2025-03-07
marking: TLP:CLEAR
note: The desk was closed in the *afternoon*.
pin: [2025-03-07-iskele]
order: [2025-03-07-ferry, 2025-03-07-pier]
leave_out: [2025-03-07-weather]
";

/// What the example of settings does not have.
const SETTINGS: &str = "\
marking_scheme: tlp-2.0
outputs: [markdown, brief.flash.html]
templates:
  allow:
    - {in: brief.flash.html, hides: positions, reason: The whole brief is one link away}
targets:
  - name: partners
    url: file:/srv/www/partners
    ceiling: TLP:GREEN
    audience: Partners of the desk
    show_withheld: count
    include: [markdown, search]
    base_url: https://partners.example/briefs/
    keep: 10
    most_deleted: 5
";

/// What the other briefs do not have.
const MORE: &str = "\
schema: 1
title: The level of Lake Oro, which is invented
date: 2025-03-06
marking: TLP:CLEAR
weight: high
bottom_line: Lake Oro Ferries says that [the lake is low](fact:level).
sources:
  - {id: operator, name: Lake Oro Ferries, kind: official, descriptor: Runs the ferry, entity: ferries}
  - id: boatmen
    kind: anonymous
    described_as: boatmen of the south shore
    reliability: F
    access: were out on the lake
    allow: [{rule: A101, reason: The article gives no number}]
entities:
  - {id: ferries, name: Lake Oro Ferries, kind: organization}
key_facts:
  - id: level
    text: The lake is low.
    status: stated
    said_by: operator
    property: {of: ferries, name: level, value: low}
  - {id: reeds, text: The reeds stand dry., status: claimed, said_by: boatmen}
";

#[test]
fn the_reference_of_the_input_is_current() {
    let mut text = HEAD.to_owned();
    let project = Project::new().file("briefs/more.yaml", MORE);
    let run = project.run(&["check"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let mut briefs = ["inputs/ok/every-field.yaml", "../docs/example.yaml"].map(example).to_vec();
    briefs.push(parsed(MORE));
    let parts: Value = serde_json::from_str(&schema::brief().unwrap()).unwrap();
    for (title, place, schema, examples) in [
        (BRIEF, "`briefs/*.yaml`", schema::brief().unwrap(), briefs),
        (
            "The settings of a desk",
            "`attache.yaml`",
            schema::settings().unwrap(),
            vec![settings(), parsed(SETTINGS)],
        ),
        ("An edition", "`briefs/daily/DATE.yaml`", schema::edition().unwrap(), vec![parsed(EDITION)]),
    ] {
        let root: Value = serde_json::from_str(&schema).unwrap();
        let mut reference = Reference::of(title, &root, &parts);
        for example in &examples {
            reference.gather("", &root, example);
        }
        write!(text, "\n## {title}: {place}\n").unwrap();
        reference.record("", &root, &mut text);
        for (name, definition) in &reference.definitions {
            // What briefs have too has been told with them.
            if definition.get("properties").is_some()
                && (title == BRIEF || parts["definitions"].get(name).is_none())
            {
                write!(text, "\n### {title}: {}\n", noun(name)).unwrap();
                reference.record(name, definition, &mut text);
            }
        }
    }
    assert_expected(&folder("../docs").join("input.md"), &text);
}

/// A good file.
fn example(path: &str) -> Value {
    parsed(&fs::read_to_string(folder(path)).unwrap())
}

fn parsed(text: &str) -> Value {
    to_json(serde_yaml::from_str(text).unwrap())
}

/// The example of settings with every key taken out of its comment.
fn settings() -> Value {
    let text = fs::read_to_string(folder("../docs/attache.example.yaml")).unwrap();
    let is_key = |line: &str| {
        let bare = line.trim_start_matches("# ");
        let key = bare.split(':').next().unwrap_or_default();
        line.starts_with("#   - ")
            || (bare.contains(':') && key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_'))
    };
    let lines = text.lines().filter(|line| is_key(line)).map(|line| line.trim_start_matches("# "));
    to_json(serde_yaml::from_str(&lines.collect::<Vec<_>>().join("\n")).unwrap())
}

/// `RawFact` → `fact`.
fn noun(definition: &str) -> String {
    definition.trim_start_matches("Raw").to_lowercase()
}

/// One file's keys.
struct Reference {
    title: &'static str,
    /// The sorts of records that briefs have.
    of_briefs: BTreeSet<String>,
    definitions: Map<String, Value>,
    /// Records of each sort that stand in good files.
    examples: BTreeMap<String, Vec<Value>>,
}

impl Reference {
    fn of(title: &'static str, root: &Value, parts: &Value) -> Self {
        let of_briefs = parts["definitions"].as_object().unwrap().keys().cloned().collect();
        let definitions = root["definitions"].as_object().cloned().unwrap_or_default();
        Self { title, of_briefs, definitions, examples: BTreeMap::new() }
    }

    /// The definition that a property refers to, by its name, and whether it is a list of them.
    fn target(property: &Value) -> Option<(String, bool)> {
        if let Some(items) = property.get("items") {
            return Self::target(items).map(|(name, _)| (name, true));
        }
        let options = property.get("anyOf").and_then(Value::as_array);
        let of = options.and_then(|it| it.iter().find(|it| it.get("$ref").is_some())).unwrap_or(property);
        let name = of.get("$ref")?.as_str()?.strip_prefix("#/definitions/")?;
        Some((name.to_owned(), false))
    }

    /// The file that a record is told of with.
    fn home(&self, name: &str) -> &'static str {
        if self.of_briefs.contains(name) { BRIEF } else { self.title }
    }

    /// Finds the records in a good file.
    fn gather(&mut self, name: &str, schema: &Value, value: &Value) {
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
        for (key, property) in properties {
            let Some((target, _)) = Self::target(property) else { continue };
            let Some(definition) = self.definitions.get(&target).cloned() else { continue };
            let list = [value[key].clone()];
            for item in value[key].as_array().map_or(&list[..], Vec::as_slice) {
                self.gather(&target, &definition, item);
            }
        }
        if value.is_object() {
            self.examples.entry(name.to_owned()).or_default().push(value.clone());
        }
    }

    fn record(&self, name: &str, schema: &Value, text: &mut String) {
        let properties = schema["properties"].as_object().unwrap();
        let required: Vec<_> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let others = properties.keys().map(String::as_str).filter(|key| !required.contains(key));
        let keys: Vec<_> = required.iter().copied().chain(others).collect();
        write!(text, "\n{}\n\n| key | what stands there | meaning |\n|---|---|---|\n", said(schema)).unwrap();
        let mut words = String::new();
        for key in &keys {
            let property = &properties[*key];
            let star = if required.contains(key) { ", required" } else { "" };
            let kind = self.kind(property);
            writeln!(text, "| `{key}`{star} | {kind} | {} |", cell(&said(property))).unwrap();
            if let Some(list) = self.words(property) {
                write!(words, "\n`{key}` is one of\n\n{list}").unwrap();
            }
        }
        text.push_str(&words);
        write!(text, "\n```yaml\n{}```\n", self.example(name, &keys)).unwrap();
    }

    /// What may stand behind a key.
    fn kind(&self, property: &Value) -> String {
        if let Some(items) = property.get("items") {
            return format!("list of {}", self.kind(items));
        }
        match Self::target(property) {
            Some((name, _)) if name == "FuzzyDate" => "date".to_owned(),
            Some((name, _)) if self.definitions[&name].get("properties").is_some() => {
                format!("[{}](#{})", noun(&name), anchor(&format!("{}: {}", self.home(&name), noun(&name))))
            }
            Some((name, _)) => self.kind(&self.definitions[&name]),
            None => scalar(property).to_owned(),
        }
    }

    /// The words of a vocabulary with their meanings, a line each; of a property that takes other text too, those words.
    fn words(&self, property: &Value) -> Option<String> {
        let property = property.get("items").unwrap_or(property);
        if let Some((target, _)) = Self::target(property) {
            return self.words(&self.definitions[&target]);
        }
        let options = property.get("oneOf")?.as_array()?.clone();
        let line = |option: &Value| {
            let word = option["const"].as_str().map_or_else(|| option["const"].to_string(), str::to_owned);
            format!("- `{word}`: {}\n", said(option))
        };
        Some(options.iter().filter(|it| it.get("const").is_some()).map(line).collect())
    }

    /// As few records of good files as show every key that any of them has, as YAML.
    fn example(&self, name: &str, keys: &[&str]) -> String {
        let mut left: BTreeSet<&str> = keys.iter().copied().collect();
        let mut shown = Vec::new();
        // Of the whole file only its own keys are shown: the parts have examples of their own.
        let examples: Vec<_> = self
            .examples
            .get(name)
            .unwrap_or_else(|| panic!("{} {name}: no example", self.title))
            .iter()
            .map(|it| if name.is_empty() { shallow(it) } else { it.clone() })
            .collect();
        loop {
            let new = |it: &Value| left.iter().filter(|key| it.get(**key).is_some()).count();
            let best = examples.iter().rev().max_by_key(|it| new(it)).filter(|it| new(it) > 0);
            let Some(best) = best else { break };
            left.retain(|key| best.get(*key).is_none());
            shown.push(serde_yaml::to_string(best).unwrap());
        }
        // Whole files show their parts elsewhere; an `allow` is the same wherever it stands.
        left.retain(|key| *key != "allow" && !name.is_empty());
        assert!(left.is_empty(), "{} {name}: no example has {left:?}", self.title);
        shown.join("---\n")
    }
}

/// A record without the records in it.
fn shallow(record: &Value) -> Value {
    let is_flat = |value: &Value| {
        !value.is_object() && !value.as_array().is_some_and(|it| it.iter().any(Value::is_object))
    };
    let kept = record.as_object().unwrap().iter().filter(|(_, value)| is_flat(value));
    Value::Object(kept.map(|(key, value)| (key.clone(), value.clone())).collect())
}

/// What the text of a scalar is.
fn scalar(property: &Value) -> &'static str {
    let kind = property.get("type").map(|it| it.as_array().and_then(|it| it.first()).unwrap_or(it));
    let pattern = property.get("pattern").and_then(Value::as_str);
    match (kind.and_then(Value::as_str), pattern) {
        _ if property.get("oneOf").is_some() => "one word",
        _ if property.get("enum").is_some() => "1–6",
        (Some("boolean"), _) => "true or false",
        (Some("integer"), None) => "whole number",
        (_, Some(r"\S")) => "prose",
        (_, Some(pattern)) if pattern.starts_with("^[a-z0-9]") => "id",
        (_, Some(pattern)) if pattern.starts_with("^[0-9]{4}-") => "day",
        (_, Some(pattern)) if pattern.starts_with("^[A-Za-z]{2,3}") => "tag",
        (_, Some(pattern)) if pattern.starts_with("^[Hh]") => "web address",
        _ => "line",
    }
}

fn said(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
