//! What templates may ask for: every variable with its type and its meaning, read off the view structs and their docs.
//!
//! A template that asks for anything else is wrong, and can be told so before a page is rendered; the reference page for template
//! authors is written from the same tree, so that neither can fall behind the code.

mod arguments;
mod code;
mod kinds;
mod shape;
pub mod walk;

use std::collections::BTreeMap;

pub use arguments::arguments_of;
pub use code::unclosed;

pub use crate::load::raw_settings::is_output;
pub use kinds::{Kind, Variable};
pub use shape::{Field, Record, Shape};

/// What the name of a built-in template starts with, so that an override can still reach the original.
pub const BUILTIN: &str = "builtin/";

/// Everything that templates may ask for.
#[derive(Debug)]
pub struct Contract {
    /// The records that variables are made of, by name.
    pub records: BTreeMap<String, Record>,
    /// The pages, each with its variables.
    pub kinds: Vec<Kind>,
}

impl Contract {
    /// The contract of this version.
    #[must_use]
    pub fn new() -> Self {
        kinds::contract()
    }

    /// The page that this template makes. A template of the desk's own that makes a file of each brief has what `brief.html` has.
    #[must_use]
    pub fn kind(&self, template: &str) -> Option<&Kind> {
        let of = |name: &str| self.kinds.iter().find(|kind| kind.template == name);
        of(template).or_else(|| is_output(template).then(|| of("brief.html")).flatten())
    }

    /// The records that these shapes are made of, in the order in which they are met.
    #[must_use]
    pub fn records_of<'c>(&'c self, shapes: impl IntoIterator<Item = &'c Shape>) -> Vec<&'c str> {
        let mut due: Vec<_> = shapes.into_iter().filter_map(Shape::record).collect();
        due.reverse();
        let mut met: Vec<&str> = Vec::new();
        while let Some(name) = due.pop() {
            if !met.contains(&name) {
                met.push(name);
                due.extend(self.fields(name).iter().filter_map(|field| field.shape.record()).rev());
            }
        }
        met
    }

    /// The fields of a record.
    #[must_use]
    pub fn fields(&self, record: &str) -> &[Field] {
        self.records.get(record).map(|record| record.fields.as_slice()).unwrap_or_default()
    }
}

impl Default for Contract {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variable_has_a_meaning_and_a_type() {
        let contract = Contract::new();
        for kind in &contract.kinds {
            for variable in &kind.variables {
                assert!(!variable.field.doc.is_empty(), "{}: {}", kind.template, variable.field.name);
                assert_ne!(variable.field.shape, Shape::Any, "{}: {}", kind.template, variable.field.name);
            }
        }
        for (name, record) in &contract.records {
            for field in &record.fields {
                assert!(!field.doc.is_empty(), "{name}.{}", field.name);
                assert_ne!(field.shape, Shape::Any, "{name}.{}", field.name);
            }
        }
    }

    #[test]
    fn the_built_in_templates_keep_to_it() {
        let set = crate::render::TemplateSet::built_in();
        let code = walk::Code::new(set.code());
        let contract = Contract::new();
        let mut reached = std::collections::BTreeSet::new();
        for kind in &contract.kinds {
            let walked = walk::page(&contract, &code, kind, kind.template);
            assert_eq!(walked.findings.into_iter().collect::<Vec<_>>(), []);
            reached.extend(walked.reached);
        }
        let unused: Vec<_> =
            set.code().map(|(name, _)| name).filter(|name| !reached.contains(*name)).collect();
        assert_eq!(unused, [] as [&str; 0]);
    }

    #[test]
    fn an_output_has_a_name_and_an_extension() {
        assert!(is_output("brief.cable.txt"));
        assert!(!is_output("brief.html"));
        assert!(!is_output("brief.a.b.txt"));
        assert!(!is_output("brief..txt"));
        assert!(!is_output("partials/brief.a.txt"));
    }
}
