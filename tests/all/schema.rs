//! The JSON Schema: the committed copy is current, and it agrees with the decoder.

use std::path::Path;

use attache::diagnostic::codes;
use attache::{check, load, prompt, schema, source};
use serde_json::Value;

use crate::expected::{assert_expected, files, folder};
use crate::project::Project;

fn committed() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/brief.schema.json")
}

#[test]
fn the_committed_schema_is_current() {
    assert_expected(&committed(), &schema::brief().unwrap());
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    assert_expected(&docs.join("attache.schema.json"), &schema::settings().unwrap());
    assert_expected(&docs.join("edition.schema.json"), &schema::edition().unwrap());
}

#[test]
fn the_committed_prompt_is_current_and_short() {
    let prompt = prompt::text();
    assert_expected(&folder("../docs").join("prompt.md"), &prompt);
    let words = prompt.split_whitespace().count();
    assert!(words < 2700, "{words} words");
}

#[test]
fn the_prompt_names_every_key_word_and_code() {
    let prompt = prompt::text();
    let schema: Value = serde_json::from_str(&schema::brief().unwrap()).unwrap();
    let records = schema["definitions"].as_object().unwrap().values().chain([&schema]);
    let mut keys = 0;
    for (key, property) in records.filter_map(|it| it["properties"].as_object()).flatten() {
        keys += 1;
        assert!(["", "*"].iter().any(|star| prompt.contains(&format!("\n  {key}{star} ("))), "{key}");
        for word in property["oneOf"].as_array().into_iter().flatten() {
            let word = word["const"].as_str().unwrap();
            assert!(prompt.contains(&format!("\n    {word}: ")), "{key}: {word}");
        }
    }
    let is_key = |line: &&str| line.starts_with("  ") && !line.starts_with("   ") && line.contains(" (");
    assert_eq!(keys, prompt.lines().filter(is_key).count());
    for code in check::all_codes().filter(|code| code.id >= "A050") {
        // Settings, editions, catalogues and templates are no concern of whoever writes briefs.
        let of_desk = ["A071", "A072", "A080"].contains(&code.id) || code.id.starts_with("A09");
        assert!(of_desk != prompt.contains(&format!("{} {}", code.id, code.title)), "{}", code.id);
    }
}

#[test]
fn the_example_of_the_prompt_checks_clean() {
    let project = Project::new().file("briefs/example.yaml", prompt::EXAMPLE);
    let run = project.run(&["check", "--deny", "warnings"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
}

#[test]
fn the_schema_and_the_decoder_agree() {
    let schema: Value = serde_json::from_str(&schema::brief().unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for path in files(&folder("inputs/ok"), "yaml").iter().chain(&files(&folder("../briefs"), "yaml")) {
        let value = json(path);
        let errors: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: the schema refuses what we accept: {errors:#?}", path.display());
    }
    for path in files(&folder("inputs/bad"), "yaml") {
        let Ok(file) = source::read(&path).unwrap() else { continue };
        let Err(found) = load::read(&file) else { continue };
        // What only a date parser, a YAML reader or a calendar can see is not the schema's to refuse.
        let structural = [
            &codes::UNKNOWN_KEY,
            &codes::MISSING_KEY,
            &codes::UNKNOWN_WORD,
            &codes::BLANK,
            &codes::BAD_ID,
            &codes::BAD_LANG,
        ];
        if found.iter().any(|it| structural.contains(&it.code)) {
            let value = json(&path);
            assert!(
                !validator.is_valid(&value),
                "{}: the schema accepts what we refuse: {found:#?}",
                path.display()
            );
        }
    }
}

fn json(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    to_json(serde_yaml::from_str(&text).unwrap())
}

/// As an editor's YAML reader would hand it to a validator. JSON has no word for `.inf` and `.nan`, so they are text.
pub(crate) fn to_json(value: serde_yaml::Value) -> Value {
    match value {
        serde_yaml::Value::Number(number) => serde_json::to_value(&number)
            .ok()
            .filter(|it| !it.is_null())
            .unwrap_or_else(|| number.to_string().into()),
        serde_yaml::Value::Sequence(items) => items.into_iter().map(to_json).collect(),
        serde_yaml::Value::Mapping(entries) => entries
            .into_iter()
            .map(|(key, value)| {
                (key.as_str().map_or_else(|| format!("{key:?}"), str::to_owned), to_json(value))
            })
            .collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}
