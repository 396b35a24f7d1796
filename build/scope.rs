//! What names stand for at a place of a template.

use std::collections::BTreeMap;

/// What a name or a path stands for.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// Something in a view: the code of the place.
    Place(String),
    /// The same, and what it says needs no escape.
    Safe(String),
    /// A text that is written out in a template.
    Text(String),
    /// A condition: its code.
    Flag(String),
    /// A word of a page: the table that it stands in, and its place there.
    Word(&'static str, usize),
}

/// What names stand for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scope {
    names: BTreeMap<String, Value>,
    /// Places that are known to have something in them, with the variables that hold it.
    there: BTreeMap<String, String>,
    /// The number of the innermost loop.
    pub(crate) within: Option<usize>,
}

impl Scope {
    pub(crate) fn with(mut self, name: &str, value: Value) -> Self {
        self.bind(name, value);
        self
    }

    pub(crate) fn bind(&mut self, name: &str, value: Value) {
        self.names.insert(name.to_owned(), value);
    }

    pub(crate) fn name(&self, name: &str) -> Option<&Value> {
        self.names.get(name)
    }

    /// From here on a place is known to have something in it.
    pub(crate) fn is_there(&mut self, place: String, variable: String) {
        self.there.insert(place, variable);
    }

    /// A place, or the variable that holds what is in it.
    pub(crate) fn place(&self, place: String) -> String {
        self.there.get(&place).cloned().unwrap_or(place)
    }

    pub(crate) fn knows(&self, variable: &str) -> bool {
        self.there.values().any(|known| known == variable)
    }

    /// For a component: nothing of what is around it but what is known of places.
    pub(crate) fn apart(&self) -> Self {
        Self { there: self.there.clone(), ..Self::default() }
    }
}
