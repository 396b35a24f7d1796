//! The templates that a page can be made of, read.

use std::collections::{BTreeMap, BTreeSet};

use super::super::BUILTIN;
use super::super::code::{Component, Node, Template, parse};

/// The templates of an engine, read.
pub struct Code<'t> {
    templates: BTreeMap<&'t str, Template>,
}

impl<'t> Code<'t> {
    /// Reads templates that the engine has compiled, by the names that it has for them.
    pub fn new(templates: impl Iterator<Item = (&'t str, &'t str)>) -> Self {
        Self { templates: templates.map(|(name, text)| (name, parse(text))).collect() }
    }

    /// The names of all components, sorted.
    pub fn components(&self) -> impl Iterator<Item = &str> {
        let names: BTreeSet<_> = self.templates.values().flat_map(|it| it.components.keys()).collect();
        names.into_iter().map(String::as_str)
    }

    /// The names of the blocks that a template can fill: those of the templates that it extends.
    #[must_use]
    pub fn blocks_above(&self, template: &str) -> Vec<&str> {
        self.above(template).into_iter().flat_map(|name| self.blocks_of(name)).collect()
    }

    /// The templates that a template extends, the nearest first, by the names that the engine has for them.
    #[must_use]
    pub fn above(&self, template: &str) -> Vec<&'t str> {
        let mut names = Vec::new();
        let mut next = self.find(template);
        while let Some((name, parent)) =
            next.and_then(|(_, it)| it.extends.as_ref()).and_then(|parent| self.find(&parent.value))
        {
            if names.contains(&name) {
                break;
            }
            names.push(name);
            next = Some((name, parent));
        }
        names
    }

    /// The names of the blocks of a template, in its order.
    #[must_use]
    pub fn blocks_of(&self, template: &str) -> Vec<&str> {
        self.templates.get(template).map(|it| blocks(&it.nodes)).unwrap_or_default()
    }

    /// The components of a template: their names and parameters.
    pub fn components_of(&self, template: &str) -> impl Iterator<Item = (&str, &[String])> {
        let components = self.templates.get(template).into_iter().flat_map(|it| &it.components);
        components.map(|(name, component)| (name.as_str(), component.parameters.as_slice()))
    }

    /// The template of this name: the desk's own, or the built-in one.
    pub(super) fn find(&self, name: &str) -> Option<(&'t str, &Template)> {
        let built_in = format!("{BUILTIN}{name}");
        [name, &built_in]
            .into_iter()
            .find_map(|name| self.templates.get_key_value(name).map(|(name, template)| (*name, template)))
    }

    /// The component of this name: the desk's own, or the built-in one. Each family of files has its own.
    pub(super) fn component(&self, name: &str, family: &str) -> Option<(&'t str, &Component)> {
        let of = |built_in: bool| {
            self.templates.iter().find_map(|(template, code)| {
                let fits = template.starts_with(BUILTIN) == built_in && template.ends_with(family);
                fits.then(|| code.components.get(name)).flatten().map(|component| (*template, component))
            })
        };
        of(false).or_else(|| of(true))
    }
}

/// The names of the blocks among these nodes and below them.
fn blocks(nodes: &[Node]) -> Vec<&str> {
    let mut names = Vec::new();
    for node in nodes {
        match node {
            Node::Block(name, body) => {
                names.push(name.as_str());
                names.extend(blocks(body));
            }
            Node::Under(_, body) | Node::Capture(_, body) | Node::For { body, .. } => {
                names.extend(blocks(body));
            }
            _ => {}
        }
    }
    names
}
