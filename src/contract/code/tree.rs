//! A template as a tree.

use std::collections::BTreeMap;

use crate::span::Spanned;

/// A template.
#[derive(Debug, Default)]
pub(in crate::contract) struct Template {
    /// What it extends.
    pub(in crate::contract) extends: Option<Spanned<String>>,
    /// What it consists of.
    pub(in crate::contract) nodes: Vec<Node>,
    /// The components that it defines.
    pub(in crate::contract) components: BTreeMap<String, Component>,
}

/// A component.
#[derive(Debug)]
pub(in crate::contract) struct Component {
    /// The names of its parameters.
    pub(in crate::contract) parameters: Vec<String>,
    /// Those among them that come from where it is called, unless they are given: `@name`.
    pub(in crate::contract) implicit: Vec<String>,
    /// Whether it takes any other argument too.
    pub(in crate::contract) takes_more: bool,
    pub(in crate::contract) body: Vec<Node>,
}

/// A piece of a template that does something. Text is left out.
#[derive(Debug)]
pub(in crate::contract) enum Node {
    /// `{{ … }}`
    Print(Expression),
    /// A condition, or something else whose value is looked at and not kept, with what it encloses.
    Under(Vec<Expression>, Vec<Node>),
    /// `{% for key, value in target %}`
    For { names: Vec<String>, target: Spanned<Expression>, body: Vec<Node>, otherwise: Vec<Node> },
    /// `{% set name = value %}`
    Set(String, Expression),
    /// `{% set name %}…{% endset %}`
    Capture(String, Vec<Node>),
    /// `{% include "name" %}`
    Include(Spanned<String>),
    /// `{% block name %}`
    Block(String, Vec<Node>),
}

/// An argument by its name.
#[derive(Debug)]
pub(in crate::contract) struct Argument {
    pub(in crate::contract) name: Spanned<String>,
    pub(in crate::contract) value: Expression,
}

/// An expression.
#[derive(Debug)]
pub(in crate::contract) enum Expression {
    /// A value that is written out, or one that nothing is known of.
    Constant,
    /// `name`
    Variable(Spanned<String>),
    /// `of.name`
    Part(Box<Expression>, Spanned<String>),
    /// `of[by]`
    Item(Box<Expression>, Box<Expression>),
    /// `of | name(…)`
    Filter(Box<Expression>, Spanned<String>, Vec<Argument>),
    /// `of is name`
    Test(Box<Expression>, String),
    /// `name(…)`
    Call(Spanned<String>, Vec<Argument>),
    /// `<name …/>`
    Component(Spanned<String>, Vec<Argument>),
    /// Several that make one by an operator.
    Several(Vec<Expression>),
    /// A list or a map that is written out.
    Made(Vec<Expression>),
    /// `[value for names in target if condition]`
    Comprehension { names: Vec<String>, target: Box<Expression>, values: Vec<Expression> },
}
