//! The code of templates, as far as it is needed to hold them against the contract: which variables are asked for, under which names.
//!
//! The engine keeps its own tree to itself, so templates that it has compiled are read once more here. What this reader does not
//! know, it passes over: it may say too little of a template, and never something wrong.

mod expression;
mod lexer;
mod open;
mod parser;
mod tree;

pub use open::unclosed;
pub(super) use parser::parse;
pub(super) use tree::{Argument, Component, Expression, Node, Template};
