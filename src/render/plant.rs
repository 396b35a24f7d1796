//! Words in the place of what templates are given, to see which of them come out.

use serde::Serialize;
use serde_json::Value;

/// Words to put in the place of texts: each with the path of its field, `brief.key_facts[].attribution.text`.
#[derive(Debug, Clone, Default)]
pub struct Planting {
    words: Vec<(String, String)>,
}

impl Planting {
    /// Plants these words, each at a path.
    #[must_use]
    pub fn new(words: Vec<(String, String)>) -> Self {
        Self { words }
    }

    /// A view with the words in it, as the engines take it. `name` is what templates know it by.
    pub(super) fn value(&self, name: &str, view: &impl Serialize) -> tera::TeraResult<tera::Value> {
        let mut value = serde_json::to_value(view)
            .map_err(|error| tera::Error::chain("cannot be written as JSON", error))?;
        for (path, word) in &self.words {
            let mut steps = path.split('.');
            if steps.next() == Some(name) {
                put(&mut value, &steps.collect::<Vec<_>>(), word);
            }
        }
        tera::Value::try_from_serializable(&value)
    }
}

/// Puts the word in the place of every text that the steps lead to.
fn put(value: &mut Value, steps: &[&str], word: &str) {
    let Some((step, rest)) = steps.split_first() else {
        if value.is_string() {
            *value = Value::String(word.to_owned());
        }
        return;
    };
    let (key, each) = step.strip_suffix("[]").map_or((*step, false), |key| (key, true));
    match value.get_mut(key) {
        Some(Value::Array(items)) if each => items.iter_mut().for_each(|item| put(item, rest, word)),
        Some(inner) if !each => put(inner, rest, word),
        _ => {}
    }
}
