//! The tree of a page → the code of a function that writes it.
//!
//! The code asks views for what a template asks of them: the path `fact.when.text` is the field `text` of what is in the field `when`.
//! Parts of what may be absent are asked for under a condition alone, as templates do; the condition then holds it by a name of its own.
//! Where a template asks for them without a condition, the code does not compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::library::{Library, Page};
use super::pages::Kind;
use super::runs::{Run, Runs};
use super::scope::{Scope, Value};
use super::tree::{Argument, Expression, Node};

/// The code of a page while it is written.
pub(crate) struct Emitter<'l> {
    pub(crate) library: &'l Library,
    kind: &'l Kind,
    page: Page,
    /// Functions that are done: that of the page, and one for each of its blocks.
    done: String,
    /// The body of the function that is being written.
    code: String,
    /// What is still to be written out in one go.
    run: Run,
    /// Blocks that have a function, or will have one.
    blocks: Vec<String>,
    /// The functions of included templates that many pages have in common.
    shared: &'l mut Shared,
    /// The templates whose nodes are being written, outermost first: none may hold itself.
    open: Vec<String>,
    counter: usize,
    pub(crate) words: &'l mut Vec<String>,
    runs: &'l mut Runs,
    /// The messages that numbers stand in.
    pub(crate) counted: &'l mut BTreeSet<String>,
}

/// The functions of the parts of the frame, which all pages have in common, with the templates that each is made from.
pub(crate) type Shared = BTreeMap<String, (String, BTreeSet<String>)>;

/// What is gathered over all pages.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) shared: Shared,
    /// The words that they print, by their places in a table of words.
    pub(crate) words: Vec<String>,
    /// What they write in one go.
    pub(crate) runs: Runs,
    /// The messages that they print numbers in.
    pub(crate) counted: BTreeSet<String>,
}

/// What became of a page.
pub(crate) struct Emitted {
    pub(crate) code: String,
    /// The templates that it is made from, and the components in angle brackets.
    pub(crate) parts: BTreeSet<String>,
}

/// Writes the functions of a page; what it has in common with others is gathered in `all`.
///
/// # Errors
/// Where the page does what this compiler does not know.
pub(crate) fn emit(library: &Library, kind: &Kind, all: &mut Gathered) -> Result<Emitted, String> {
    let page = library.page(kind.template)?;
    let nodes = page.nodes.clone();
    let mut emitter = Emitter {
        library,
        kind,
        page,
        done: String::new(),
        code: String::new(),
        run: Run::default(),
        blocks: Vec::new(),
        shared: &mut all.shared,
        open: Vec::new(),
        counter: 0,
        words: &mut all.words,
        runs: &mut all.runs,
        counted: &mut all.counted,
    };
    emitter.function(&kind.function(), &nodes)?;
    let mut next = 0;
    while let Some(block) = emitter.blocks.get(next).cloned() {
        let nodes = emitter.page.blocks.get(&block).cloned();
        let nodes =
            nodes.ok_or_else(|| format!("the block `{block}` stands in no template that is extended"))?;
        emitter.function(&kind.block(&block), &nodes)?;
        next += 1;
    }
    Ok(Emitted { code: emitter.done, parts: emitter.page.parts })
}

/// The parts of the frame: they ask for nothing but the place of the page.
const FRAME: [&str; 5] = [
    "partials/footer.html",
    "partials/header.html",
    "partials/notice.html",
    "partials/pager.html",
    "partials/site_links.html",
];

/// The name of the function of a part of the frame.
fn part(name: &str) -> String {
    format!("part_{}", name.replace(['.', '/'], "_"))
}

impl Emitter<'_> {
    fn function(&mut self, name: &str, nodes: &[Node]) -> Result<(), String> {
        let mut scope = Scope::of_page(self.kind.name);
        self.nodes(nodes, &mut scope)?;
        self.flush();
        let code = std::mem::take(&mut self.code);
        // Writing to memory cannot fail.
        let _ = write!(self.done, "fn {name}{} {{\n{code}}}\n", self.kind.parameters());
        Ok(())
    }

    /// Writes nodes. What they set is known to those behind them, up to the end of what encloses them; in the template language it
    /// would be known further, which no built-in template makes use of, and what would tell the difference is refused.
    fn nodes(&mut self, nodes: &[Node], scope: &mut Scope) -> Result<(), String> {
        for node in nodes {
            match node {
                Node::Text(text) => self.raw(text),
                Node::Print(expression) => self.print(expression, scope)?,
                Node::If(arms, otherwise) => self.condition(arms, otherwise, scope)?,
                Node::For { name, of, body, otherwise } => self.each(name, of, body, otherwise, scope)?,
                Node::Set(name, value) => self.set(name, value, scope)?,
                Node::Include(name) => self.include(name, scope)?,
                Node::Block(name, _) => self.block(name),
            }
        }
        Ok(())
    }

    /// A line of code, behind the text that stands before it.
    pub(crate) fn line(&mut self, line: &str) {
        self.flush();
        self.code.push_str(line);
        self.code.push('\n');
    }

    fn flush(&mut self) {
        if let Some(line) = std::mem::take(&mut self.run).code(self.kind.runs(), self.runs) {
            self.code.push_str(&line);
            self.code.push('\n');
        }
    }

    /// Text as it is. A page in HTML notes where the names of its parts and its links stand.
    pub(crate) fn raw(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, behind, note)) = self.kind.landmark(rest) {
            self.run.text(before);
            self.line(note);
            rest = behind;
        }
        self.run.text(rest);
    }

    /// A word of the language of the page.
    pub(crate) fn word(&mut self, table: &'static str, at: usize) {
        if !self.run.takes(table) {
            self.flush();
        }
        self.run.word(table, at);
    }

    pub(crate) fn number(&mut self) -> usize {
        self.counter += 1;
        self.counter
    }

    fn block(&mut self, name: &str) {
        self.line(&format!("{}(out, view, around, page);", self.kind.block(name)));
        if !self.blocks.iter().any(|known| known == name) {
            self.blocks.push(name.to_owned());
        }
    }

    fn include(&mut self, name: &str, scope: &Scope) -> Result<(), String> {
        self.page.parts.insert(name.to_owned());
        let nodes = self.library.get(name)?.nodes.clone();
        let page = scope.place("page".to_owned());
        let in_site = !self.kind.stands_alone || page != "page";
        if FRAME.contains(&name) && in_site {
            self.share(name, &nodes)?;
            self.line(&format!("{}(out, around, {page});", part(name)));
            return Ok(());
        }
        self.inside(name, &nodes, &mut scope.clone())
    }

    /// Sees to it that a part of the frame has a function.
    fn share(&mut self, name: &str, nodes: &[Node]) -> Result<(), String> {
        if let Some((_, parts)) = self.shared.get(name) {
            self.page.parts.extend(parts.iter().cloned());
            return Ok(());
        }
        let around = (std::mem::take(&mut self.code), std::mem::take(&mut self.run));
        let before = std::mem::take(&mut self.page.parts);
        let mut scope = Scope::of_frame();
        scope.is_there("page".to_owned(), "page".to_owned());
        self.inside(name, nodes, &mut scope)?;
        self.flush();
        let code = std::mem::replace(&mut self.code, around.0);
        self.run = around.1;
        let parts = std::mem::replace(&mut self.page.parts, before);
        self.page.parts.extend(parts.iter().cloned());
        let function = format!(
            "fn {}(out: &mut HtmlPage, around: &Around<'_>, page: &PageHead<'_>) {{\n{code}}}\n",
            part(name)
        );
        self.shared.insert(name.to_owned(), (function, parts));
        Ok(())
    }

    fn inside(&mut self, name: &str, nodes: &[Node], scope: &mut Scope) -> Result<(), String> {
        if self.open.iter().any(|open| open == name) {
            return Err(format!("`{name}` holds itself"));
        }
        self.open.push(name.to_owned());
        let result = self.nodes(nodes, scope);
        self.open.pop();
        result
    }

    fn condition(
        &mut self,
        arms: &[(Expression, Vec<Node>)],
        otherwise: &[Node],
        scope: &Scope,
    ) -> Result<(), String> {
        for (nth, (condition, body)) in arms.iter().enumerate() {
            let mut inner = scope.clone();
            let conditions = self.chain(condition, &mut inner)?;
            let conditions = if conditions.is_empty() { "true".to_owned() } else { conditions.join(" && ") };
            let opening = if nth == 0 { "if" } else { "} else if" };
            self.line(&format!("{opening} {conditions} {{"));
            self.nodes(body, &mut inner)?;
        }
        if !otherwise.is_empty() {
            self.line("} else {");
            self.nodes(otherwise, &mut scope.clone())?;
        }
        self.line("}");
        Ok(())
    }

    fn each(
        &mut self,
        name: &str,
        of: &Expression,
        body: &[Node],
        otherwise: &[Node],
        scope: &Scope,
    ) -> Result<(), String> {
        let Value::Place(place) = self.value(of, scope)? else {
            return Err(format!("a loop over {of:?} is not known here"));
        };
        let number = self.number();
        self.line(&format!("let list{number} = {place}.items();"));
        self.line(&format!("for (nth{number}, it{number}) in list{number}.iter().enumerate() {{"));
        let mut inner = scope.clone();
        inner.bind(name, Value::Place(format!("it{number}")))?;
        inner.within = Some(number);
        self.nodes(body, &mut inner)?;
        self.line("}");
        if !otherwise.is_empty() {
            self.line(&format!("if list{number}.is_empty() {{"));
            self.nodes(otherwise, &mut scope.clone())?;
            self.line("}");
        }
        Ok(())
    }

    fn set(&mut self, name: &str, value: &Expression, scope: &mut Scope) -> Result<(), String> {
        let value = if let Expression::Path(_) = value {
            self.value(value, scope)?
        } else {
            let (code, number) = (self.truth(value, scope)?, self.number());
            self.line(&format!("let flag{number} = {code};"));
            Value::Flag(format!("flag{number}"))
        };
        scope.set(name, value)
    }

    /// A call of a component: its body, with what it is given.
    pub(crate) fn component(&mut self, name: &str, given: &[Argument], scope: &Scope) -> Result<(), String> {
        let (file, component) = self.library.component(name, self.kind.ending())?;
        self.page.parts.extend([file.to_owned(), format!("<{name}>")]);
        let mut inner = scope.apart();
        for parameter in &component.parameters {
            let argument = given.iter().find(|(name, _)| *name == parameter.name);
            let value = match (argument, &parameter.default) {
                (Some((_, value)), _) => self.value(value, scope)?,
                // The words of a page are known everywhere here.
                (None, _) if parameter.implicit && parameter.name == "words" => continue,
                (None, Some(text)) => Value::Text(text.clone()),
                (None, None) => return Err(format!("`{name}` is not given `{}`", parameter.name)),
            };
            inner.bind(&parameter.name, value)?;
        }
        self.inside(&format!("<{name}>"), &component.body.clone(), &mut inner)
    }
}
