//! A template as a tree: as much of the template language as the built-in templates use.

use std::collections::BTreeMap;

/// A template.
#[derive(Debug, Default)]
pub(crate) struct Template {
    /// What it extends.
    pub(crate) extends: Option<String>,
    /// What it consists of.
    pub(crate) nodes: Vec<Node>,
    /// The components that it defines.
    pub(crate) components: BTreeMap<String, Component>,
}

/// A component.
#[derive(Debug)]
pub(crate) struct Component {
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Vec<Node>,
}

/// A parameter of a component.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    /// `@name`: it comes from where the component is called.
    pub(crate) implicit: bool,
    /// The text that stands for it where it is not given.
    pub(crate) default: Option<String>,
}

/// A piece of a template.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Text(String),
    /// `{{ … }}`
    Print(Expression),
    /// Conditions, each with what stands under it, and what stands under none.
    If(Vec<(Expression, Vec<Node>)>, Vec<Node>),
    /// `{% for name in of %}…{% else %}…{% endfor %}`
    For {
        name: String,
        of: Expression,
        body: Vec<Node>,
        otherwise: Vec<Node>,
    },
    /// `{% set name = value %}`
    Set(String, Expression),
    Include(String),
    Block(String, Vec<Node>),
}

/// An argument by its name.
pub(crate) type Argument = (String, Expression);

/// An expression.
#[derive(Debug, Clone)]
pub(crate) enum Expression {
    Text(String),
    Number(String),
    /// `name.part.part`
    Path(Vec<String>),
    /// `of[by]`
    Item(Box<Expression>, Box<Expression>),
    Filter(Box<Expression>, String, Vec<Argument>),
    Component(String, Vec<Argument>),
    Not(Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
    /// `a == b`, `a != b`, `a > b`
    Compare(&'static str, Box<Expression>, Box<Expression>),
    /// `a ~ b`
    Joined(Box<Expression>, Box<Expression>),
}
