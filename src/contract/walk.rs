//! A page, walked through as the engine would render it, with types in place of values.

mod expression;
mod read;
mod scope;

use std::collections::{BTreeMap, BTreeSet};

use super::code::{Node, Template};
use super::{Contract, Kind, Shape};
use crate::span::{Span, Spanned};
use scope::{Scope, Value};

pub use read::Code;

/// What is wrong with what a template asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The template, by the name that the engine has for it.
    pub template: String,
    /// Where in it.
    pub span: Span,
    /// What sort of trouble.
    pub trouble: Trouble,
    /// The path of what is printed without escape.
    pub path: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Where the template was included, from the innermost place.
    pub included: Vec<(String, Span)>,
}

/// A sort of trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// There is no such variable.
    Unknown,
    /// A text of a brief is printed without escape.
    Unescaped,
    /// A loop goes through values that have no order.
    Unordered,
}

/// What a walk through a page found.
#[derive(Debug, Default)]
pub struct Walked {
    /// What is wrong.
    pub findings: BTreeSet<Finding>,
    /// The templates that the page is made of.
    pub reached: BTreeSet<String>,
    /// Where each field is asked for, by its path: `brief.key_facts[].text`.
    pub asked: BTreeMap<String, Asked>,
    /// Where components call themselves, by way of others or not: the templates, and the names that are called.
    pub circles: Vec<(String, Spanned<String>)>,
}

/// A field that a page asks for.
#[derive(Debug)]
pub struct Asked {
    /// What it is.
    pub shape: Shape,
    /// The part of its path that may be absent, if one may: the last of several.
    pub absent: Option<String>,
    /// The templates, and where in them.
    pub places: BTreeSet<(String, Span)>,
}

impl Asked {
    fn new(value: &Value) -> Self {
        Self { shape: value.shape.clone(), absent: value.absent.clone(), places: BTreeSet::new() }
    }
}

/// How deep templates may include each other, and components call each other. The engine refuses circles of templates, but lets
/// components call themselves.
const DEEPEST: usize = 64;

/// Walks through the page that a template makes.
#[must_use]
pub fn page(contract: &Contract, code: &Code<'_>, kind: &Kind, template: &str) -> Walked {
    let extension = template.rsplit_once('.').map_or("", |(_, extension)| extension);
    let mut walk = Walk {
        contract,
        code,
        family: format!(".{extension}"),
        scope: Scope::of(kind),
        blocks: BTreeMap::new(),
        block: None,
        places: Vec::new(),
        here: String::new(),
        called: BTreeSet::new(),
        calling: Vec::new(),
        walked: Walked::default(),
    };
    walk.template(template);
    walk.walked
}

struct Walk<'w, 't> {
    contract: &'w Contract,
    code: &'w Code<'t>,
    /// What the names of templates that share components end with.
    family: String,
    scope: Scope,
    /// What each block is filled with, the last of the chain first.
    blocks: BTreeMap<&'w str, Vec<(&'t str, &'w [Node])>>,
    /// The block that is walked through, and how far up its chain.
    block: Option<(&'w str, usize)>,
    /// Where the present template was included or called, from the outermost place.
    places: Vec<(String, Span)>,
    here: String,
    /// Calls of components that have been walked through: a name and the types of its arguments.
    called: BTreeSet<(String, Vec<Value>)>,
    /// The components that are walked through, from the outermost.
    calling: Vec<String>,
    walked: Walked,
}

impl<'w, 't> Walk<'w, 't> {
    /// A page by its template: the blocks of those that extend others are put into the first of the chain.
    fn template(&mut self, name: &str) {
        let mut next = self.code.find(name);
        let mut chain: Vec<(&'t str, &'w Template)> = Vec::new();
        while let Some((name, template)) = next {
            if chain.iter().any(|(known, _)| *known == name) {
                return;
            }
            chain.push((name, template));
            next = template.extends.as_ref().and_then(|parent| self.code.find(&parent.value));
        }
        for (name, template) in &chain {
            self.walked.reached.insert((*name).to_owned());
            self.gather(name, &template.nodes);
        }
        // A template that extends another can set variables beside its blocks.
        for (name, template) in chain.iter().skip(1).rev().chain(chain.first()) {
            let above = template.extends.is_some();
            self.here = (*name).to_owned();
            let nodes = template.nodes.iter().filter(|node| !above || !matches!(node, Node::Block(..)));
            for node in nodes {
                self.node(node);
            }
        }
    }

    /// Notes what the blocks in a template are filled with.
    fn gather(&mut self, name: &'t str, nodes: &'w [Node]) {
        for node in nodes {
            match node {
                Node::Block(block, body) => {
                    self.blocks.entry(block).or_default().push((name, body));
                    self.gather(name, body);
                }
                Node::Under(_, body) | Node::Capture(_, body) | Node::For { body, .. } => {
                    self.gather(name, body);
                }
                _ => {}
            }
        }
    }

    fn nodes(&mut self, nodes: &'w [Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &'w Node) {
        match node {
            Node::Print(expression) => {
                self.value(expression);
            }
            Node::Under(expressions, body) => {
                for expression in expressions {
                    self.value(expression);
                }
                self.nodes(body);
            }
            Node::For { names, target, body, otherwise } => {
                let looped = self.value(&target.value);
                self.ordered(names, &looped, target.span);
                let mark = self.scope.mark();
                self.scope.each(names, &looped);
                self.nodes(body);
                self.scope.back_to(mark);
                self.nodes(otherwise);
            }
            Node::Set(name, expression) => {
                let value = self.value(expression);
                self.scope.set(name, value);
            }
            Node::Capture(name, body) => {
                self.nodes(body);
                self.scope.set(name, Value::any());
            }
            Node::Include(name) => self.include(&name.value, name.span),
            Node::Block(name, _) => self.fill(name, 0),
        }
    }

    /// The engine goes through a map in an order that is another in each run.
    fn ordered(&mut self, names: &[String], looped: &Value, span: Span) {
        let is_map = matches!(looped.shape, Shape::Map(_) | Shape::Record(_));
        let is_list = matches!(looped.shape, Shape::List(_));
        if is_map || names.len() > 1 && !is_list {
            let message = "this loop goes through a map, which has no fixed order".to_owned();
            let help = "go through `… | pairs`, whose values have a `key` and a `value`: the same input shall make the same page";
            self.report(Trouble::Unordered, span, message, help.to_owned());
        }
    }

    /// A block, filled with what stands at this place of its chain.
    fn fill(&mut self, name: &'w str, nth: usize) {
        let Some((template, body)) = self.blocks.get(name).and_then(|chain| chain.get(nth)).copied() else {
            return;
        };
        let (here, block) = (std::mem::replace(&mut self.here, template.to_owned()), self.block);
        self.block = Some((name, nth));
        let mark = self.scope.mark();
        self.nodes(body);
        self.scope.back_to(mark);
        (self.here, self.block) = (here, block);
    }

    /// `super()`: what the block is filled with one step up its chain.
    fn above(&mut self) {
        if let Some((name, nth)) = self.block {
            self.fill(name, nth + 1);
        }
    }

    fn include(&mut self, name: &str, span: Span) {
        let Some((name, template)) = self.code.find(name) else { return };
        self.walked.reached.insert(name.to_owned());
        let mark = self.scope.mark();
        self.scope.leave_loops();
        self.within(name, span, &template.nodes);
        self.scope.back_to(mark);
    }

    /// What stands in another template, reached from a place in this one.
    fn within(&mut self, name: &str, span: Span, nodes: &'w [Node]) {
        if self.places.len() >= DEEPEST {
            return;
        }
        let here = std::mem::replace(&mut self.here, name.to_owned());
        self.places.push((here, span));
        self.nodes(nodes);
        if let Some((here, _)) = self.places.pop() {
            self.here = here;
        }
    }

    fn report(&mut self, trouble: Trouble, span: Span, message: String, help: String) {
        self.found(trouble, span, None, message, help);
    }

    /// A text of a brief that is printed without escape.
    fn unescaped(&mut self, path: String, span: Span) {
        let message = format!("`{path}` is printed without escape");
        let help = "take out `safe`: what a brief says could become part of the page; prose has `md`";
        self.found(Trouble::Unescaped, span, Some(path), message, help.to_owned());
    }

    fn found(&mut self, trouble: Trouble, span: Span, path: Option<String>, message: String, help: String) {
        let included = self.places.iter().rev().cloned().collect();
        let template = self.here.clone();
        self.walked.findings.insert(Finding { template, span, trouble, path, message, help, included });
    }
}
