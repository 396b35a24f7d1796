//! All templates together: what a page consists of once its parents and blocks are put together.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::parser::parse;
use super::tree::{Component, Node, Template};

/// Every template by its name.
pub(crate) struct Library(BTreeMap<String, Template>);

impl Library {
    /// Reads the templates of a folder.
    ///
    /// # Errors
    /// Where a file cannot be read, or has what this compiler does not know.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let mut templates = BTreeMap::new();
        collect(folder, "", &mut templates)?;
        Ok(Self(templates))
    }

    pub(crate) fn get(&self, name: &str) -> Result<&Template, String> {
        self.0.get(name).ok_or_else(|| format!("there is no template `{name}`"))
    }

    /// A component, from the templates that print into the same kind of file, with the name of its template.
    pub(crate) fn component(&self, name: &str, ending: &str) -> Result<(&str, &Component), String> {
        let templates = self.0.iter().filter(|(template, _)| template.ends_with(ending));
        let mut found = templates.filter_map(|(file, it)| Some((file.as_str(), it.components.get(name)?)));
        match (found.next(), found.next()) {
            (Some(component), None) => Ok(component),
            (None, _) => Err(format!("there is no component `{name}`")),
            (Some(_), Some(_)) => Err(format!("there are two components `{name}`")),
        }
    }

    /// What a page consists of: the nodes of the template that it rests on in the end, the blocks that stand in them, and the names
    /// of all that it extends.
    pub(crate) fn page(&self, name: &str) -> Result<Page, String> {
        let mut page = Page { parts: BTreeSet::from([name.to_owned()]), ..Page::default() };
        let mut template = self.get(name)?;
        blocks(&template.nodes, &mut page.blocks);
        while let Some(parent) = &template.extends {
            page.parts.insert(parent.clone());
            template = self.get(parent)?;
            blocks(&template.nodes, &mut page.blocks);
        }
        page.nodes.clone_from(&template.nodes);
        Ok(page)
    }
}

/// A page, put together.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) nodes: Vec<Node>,
    /// What stands in each block: the page's own where it has that block, else its parent's.
    pub(crate) blocks: BTreeMap<String, Vec<Node>>,
    /// The names of the templates that it is made from, and of the components in angle brackets, as far as they are known.
    pub(crate) parts: BTreeSet<String>,
}

/// Adds the blocks of nodes, unless a template nearer to the page has them already.
fn blocks(nodes: &[Node], found: &mut BTreeMap<String, Vec<Node>>) {
    for node in nodes {
        match node {
            Node::Block(name, body) => {
                found.entry(name.clone()).or_insert_with(|| body.clone());
                blocks(body, found);
            }
            Node::If(arms, otherwise) => {
                for (_, body) in arms {
                    blocks(body, found);
                }
                blocks(otherwise, found);
            }
            Node::For { body, otherwise, .. } => {
                blocks(body, found);
                blocks(otherwise, found);
            }
            Node::Text(_) | Node::Print(_) | Node::Set(..) | Node::Include(_) => {}
        }
    }
}

fn collect(folder: &Path, before: &str, templates: &mut BTreeMap<String, Template>) -> Result<(), String> {
    let trouble = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        // What editors leave beside a file.
        if file.starts_with(['.', '#']) {
            continue;
        }
        let name = format!("{before}{file}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), templates)?;
        } else if [".html", ".md"].iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(&path).map_err(trouble)?;
            let template = parse(&text).map_err(|error| format!("templates/{name}: {error}"))?;
            templates.insert(name, template);
        }
    }
    Ok(())
}
