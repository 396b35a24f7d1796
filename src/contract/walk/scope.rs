//! The names that a place in a template can use.

use super::super::{Kind, Shape};

/// What is known of a value: its type, and where in the contract it comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Value {
    pub(super) shape: Shape,
    /// `brief.key_facts[].text`; empty for what a template has made itself.
    pub(super) path: String,
    /// The last part of its path that may be absent.
    pub(super) absent: Option<String>,
}

impl Value {
    /// What a template has made of a value: of no known type, and still a text of a brief if that was one.
    pub(super) fn made_of(path: String) -> Self {
        Self { shape: Shape::Any, path, absent: None }
    }

    /// A value of which nothing is known.
    pub(super) fn any() -> Self {
        Self::made_of(String::new())
    }

    /// One of the values of a list or a map.
    pub(super) fn item(&self) -> Self {
        match &self.shape {
            Shape::List(of) | Shape::Map(of) => {
                Self { shape: (**of).clone(), path: format!("{}[]", self.path), absent: None }
            }
            _ => Self::made_of(self.path.clone()),
        }
    }
}

/// The variables that are the same on every page, which components see as well.
const EVERYWHERE: [&str; 5] = ["site", "style", "stylesheet", "policy", "logo"];

/// Names with what is known of their values; a later one hides an earlier one.
pub(super) struct Scope {
    names: Vec<(String, Value)>,
    /// What a component can take from where it is called.
    beyond: Vec<(String, Value)>,
    /// Whether this is the body of a loop.
    loops: usize,
}

/// A state of a scope to come back to.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    names: usize,
    loops: usize,
}

impl Scope {
    /// What a page begins with.
    pub(super) fn of(kind: &Kind) -> Self {
        let names = kind.variables.iter().map(|variable| {
            let name = variable.field.name.clone();
            let absent = variable.field.optional.then(|| name.clone());
            (name.clone(), Value { shape: variable.field.shape.clone(), path: name, absent })
        });
        Self { names: names.collect(), beyond: Vec::new(), loops: 0 }
    }

    /// What the body of a component begins with: its parameters, and what every template sees.
    pub(super) fn of_component(&self, names: Vec<(String, Value)>) -> Self {
        let beyond: Vec<_> = self.beyond.iter().chain(&self.names).cloned().collect();
        let everywhere = beyond.iter().filter(|(name, _)| EVERYWHERE.contains(&name.as_str()));
        Self { names: everywhere.cloned().chain(names).collect(), beyond, loops: 0 }
    }

    /// What a component takes from here without being given it.
    pub(super) fn implicit(&self, name: &str) -> Option<&Value> {
        let beyond = || self.beyond.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value);
        self.get(name).or_else(beyond)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.names.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub(super) fn set(&mut self, name: &str, value: Value) {
        self.names.push((name.to_owned(), value));
    }

    /// The names of a loop over this value.
    pub(super) fn each(&mut self, names: &[String], target: &Value) {
        self.loops += 1;
        match names {
            [value] => self.set(value, target.item()),
            [key, value] => {
                self.set(key, Value::any());
                self.set(value, target.item());
            }
            _ => {}
        }
    }

    /// An included template does not see the `loop` that it stands in.
    pub(super) fn leave_loops(&mut self) {
        self.loops = 0;
    }

    pub(super) fn in_loop(&self) -> bool {
        self.loops > 0
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { names: self.names.len(), loops: self.loops }
    }

    pub(super) fn back_to(&mut self, mark: Mark) {
        self.names.truncate(mark.names);
        self.loops = mark.loops;
    }

    /// The names that can be used, without repetition.
    pub(super) fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.names.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
