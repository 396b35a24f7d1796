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

/// What is known everywhere, whatever else is called so.
const EVERYWHERE: [&str; 8] = ["logo", "loop", "policy", "script", "site", "style", "stylesheet", "words"];

impl Scope {
    /// That of a page, whose view has this name.
    pub(crate) fn of_page(view: &str) -> Self {
        let mut scope = Self::of_frame();
        scope.names.insert(view.to_owned(), Value::Place("view".to_owned()));
        scope
    }

    /// That of a part of the frame, which knows of the place of the page alone.
    pub(crate) fn of_frame() -> Self {
        let page = Value::Place("page".to_owned());
        Self { names: BTreeMap::from([("page".to_owned(), page)]), ..Self::default() }
    }

    /// Gives a name to something for what is enclosed here.
    ///
    /// # Errors
    /// Where the name is that of something known everywhere.
    pub(crate) fn bind(&mut self, name: &str, value: Value) -> Result<(), String> {
        if EVERYWHERE.contains(&name) {
            return Err(format!("nothing else can be called `{name}` here"));
        }
        self.names.insert(name.to_owned(), value);
        Ok(())
    }

    /// Gives a name to something for what follows.
    ///
    /// # Errors
    /// Where something has that name already: the template language would change it for what follows further out, too.
    pub(crate) fn set(&mut self, name: &str, value: Value) -> Result<(), String> {
        if self.names.contains_key(name) {
            return Err(format!("`{name}` is set twice"));
        }
        self.bind(name, value)
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
