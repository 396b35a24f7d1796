//! Words in the place of what templates are given, to see which of them come out.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// Puts a word of its own in the place of each text that a field has, in each item of each list on the way to it, and remembers
/// which word stands for what.
#[derive(Debug, Clone, Default)]
pub struct Planting {
    paths: Vec<Arc<str>>,
    /// What stands behind each word.
    tail: &'static str,
    planted: Arc<Mutex<BTreeMap<String, Place>>>,
}

/// The place of one text among all that templates are given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The digest of the view that it is in: the numbers of the items of one view say nothing of those of another.
    pub view: String,
    /// The path of the field: `brief.key_facts[].text`.
    pub path: Arc<str>,
    /// Which item of each list on the path, from 0.
    pub at: Vec<usize>,
}

/// What a planted word begins with. It stands in no text that people write.
const BEGINS: &str = "zqx";
/// What it ends with.
const ENDS: &str = "xqz";
/// How many letters stand between the two.
const LETTERS: usize = 8;

impl Planting {
    /// Plants in the fields of these paths.
    #[must_use]
    pub fn new(paths: Vec<Arc<str>>) -> Self {
        Self { paths, ..Self::default() }
    }

    /// With this behind each word.
    #[must_use]
    pub fn with_tail(self, tail: &'static str) -> Self {
        Self { tail, ..self }
    }

    /// Every place where a word was planted.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        self.planted.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    /// The places whose words stand in a text of small letters.
    #[must_use]
    pub fn found(&self, text: &str) -> Vec<Place> {
        let planted = self.planted.lock().unwrap_or_else(PoisonError::into_inner);
        let length = BEGINS.len() + LETTERS + ENDS.len();
        text.match_indices(BEGINS)
            .filter_map(|(at, _)| planted.get(text.get(at..at + length)?).cloned())
            .collect()
    }

    /// A view with the words in it, as the engines take it. `name` is what templates know it by.
    pub(super) fn value(&self, name: &str, view: &impl Serialize) -> tera::TeraResult<tera::Value> {
        let mut value = serde_json::to_value(view)
            .map_err(|error| tera::Error::chain("cannot be written as JSON", error))?;
        let view = letters(format!("{name} {value}").as_bytes());
        for path in &self.paths {
            let mut steps = path.split('.');
            if steps.next() == Some(name) {
                let mut place = Place { view: view.clone(), path: Arc::clone(path), at: Vec::new() };
                self.put(&mut value, &steps.collect::<Vec<_>>(), &mut place);
            }
        }
        tera::Value::try_from_serializable(&value)
    }

    /// Puts a word in the place of every text that the steps lead to.
    fn put(&self, value: &mut Value, steps: &[&str], place: &mut Place) {
        let Some((step, rest)) = steps.split_first() else {
            if value.is_string() {
                *value = Value::String(self.word(place) + self.tail);
            }
            return;
        };
        let (key, each) = step.strip_suffix("[]").map_or((*step, false), |key| (key, true));
        match value.get_mut(key) {
            Some(Value::Array(items)) if each => {
                for (nth, item) in items.iter_mut().enumerate() {
                    place.at.push(nth);
                    self.put(item, rest, place);
                    place.at.pop();
                }
            }
            Some(inner) if !each => self.put(inner, rest, place),
            _ => {}
        }
    }

    /// The word of a place: a function of it, so that it is the same in every run.
    fn word(&self, place: &Place) -> String {
        let word = format!("{BEGINS}{}{ENDS}", letters(format!("{place:?}").as_bytes()));
        let mut planted = self.planted.lock().unwrap_or_else(PoisonError::into_inner);
        planted.insert(word.clone(), place.clone());
        word
    }
}

/// Small letters that stand for these bytes: no escape changes them.
fn letters(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(LETTERS).map(|byte| char::from(b'a' + byte % 26)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_item_has_its_own_word() {
        let planting = Planting::new(
            ["brief.facts[].text", "brief.facts[].said.by", "page.text"].map(Arc::from).to_vec(),
        );
        let view = json!({"facts": [{"text": "a", "said": {"by": "b"}}, {"text": "a", "said": null}]});
        let value = planting.value("brief", &view).unwrap();
        let text = serde_json::to_string(&value).unwrap();
        let found: Vec<_> = planting.found(&text).into_iter().map(|place| (place.path, place.at)).collect();
        assert_eq!(found.len(), 3);
        for (path, at) in [("brief.facts[].text", vec![1]), ("brief.facts[].said.by", vec![0])] {
            assert!(found.contains(&(path.into(), at)), "{found:?}");
        }
        assert_eq!(planting.places().len(), 3);
        assert!(planting.found("zqx zqxaaaaaaaaxqz zqxé").is_empty());
    }
}
