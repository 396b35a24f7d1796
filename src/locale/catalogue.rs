//! A catalogue of messages, in the syntax of Project Fluent.
//!
//! Of that syntax pages need messages with variables and with forms for numbers, and nothing else is read: no attributes, terms,
//! functions or references. Then a message is a short list of pieces, from which a phrase can be said in parts, with the names in
//! it set apart.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern as Ast, PatternElement, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{CATEGORIES, Key, Pattern, Piece};
use crate::span::Span;

/// The messages of a file, by their ids.
pub(super) type Messages = BTreeMap<String, Pattern>;

/// What cannot be read of a catalogue.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where.
    pub(super) span: Span,
    /// What is wrong.
    pub(super) message: String,
}

/// Reads a catalogue: its messages, and what cannot be read of it.
pub(super) fn read(text: &str) -> (Messages, Vec<Fault>) {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut faults: Vec<_> = errors
        .into_iter()
        .map(|error| Fault { span: Span::new(error.pos.start, error.pos.end), message: told(&error.kind) })
        .collect();
    let mut messages = Messages::new();
    for entry in resource.body {
        let fault = |message: &str, id| Fault { span: place(text, id), message: message.to_owned() };
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                let Some(value) = message.value.as_ref().filter(|_| message.attributes.is_empty()) else {
                    faults.push(fault("a message has a text and no attributes", id));
                    continue;
                };
                match pattern(value) {
                    Ok(pattern) => {
                        if messages.insert(id.to_owned(), pattern).is_some() {
                            faults.push(fault("this message is given twice", id));
                        }
                    }
                    Err(message) => faults.push(fault(message, id)),
                }
            }
            Entry::Term(term) => faults.push(fault("terms are not used here", term.id.name)),
            _ => {}
        }
    }
    (messages, faults)
}

/// The parser's own words, as a sentence of ours.
fn told(kind: &parser::ErrorKind) -> String {
    let told = kind.to_string();
    let mut letters = told.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Where a message begins, by its id. A message given twice is meant in its last place.
pub(super) fn place(text: &str, id: &str) -> Span {
    let mut start = 0;
    let mut found = Span::new(0, 0);
    for line in text.split_inclusive('\n') {
        let name = line.strip_prefix('-').unwrap_or(line);
        if name.strip_prefix(id).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('=')) {
            let start = start + line.len() - name.len();
            found = Span::new(start, start + id.len());
        }
        start += line.len();
    }
    found
}

fn pattern(ast: &Ast<&str>) -> Result<Pattern, &'static str> {
    let mut pieces = Vec::with_capacity(ast.elements.len());
    for element in &ast.elements {
        let piece = match element {
            PatternElement::TextElement { value } => Piece::Text((*value).to_owned()),
            PatternElement::Placeable { expression } => placeable(expression)?,
        };
        match (pieces.last_mut(), piece) {
            // Words with a text in quotes among them are words all the same.
            (Some(Piece::Text(words)), Piece::Text(more)) => words.push_str(&more),
            (_, piece) => pieces.push(piece),
        }
    }
    Ok(Pattern(pieces))
}

fn placeable(expression: &Expression<&str>) -> Result<Piece, &'static str> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            Ok(Piece::Text(unescape_unicode_to_string(value).into_owned()))
        }
        Expression::Inline(InlineExpression::NumberLiteral { value }) => Ok(Piece::Text((*value).to_owned())),
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            Ok(Piece::Place(id.name.to_owned()))
        }
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            let mut forms = Vec::new();
            let mut other = Pattern::default();
            for variant in variants {
                let form = pattern(&variant.value)?;
                if variant.default {
                    other = form.clone();
                }
                forms.push((key(&variant.key)?, form));
            }
            Ok(Piece::Forms { of: id.name.to_owned(), forms, other })
        }
        _ => Err("only variables, texts in quotes and forms of a number can stand in braces"),
    }
}

fn key(key: &VariantKey<&str>) -> Result<Key, &'static str> {
    Ok(match key {
        VariantKey::NumberLiteral { value } => {
            Key::Exactly(value.parse().map_err(|_| "a form is for a whole number from 0")?)
        }
        VariantKey::Identifier { name } => {
            let known = CATEGORIES.into_iter().find(|known| known == name);
            Key::Category(known.ok_or("a form is for a number, or for zero, one, two, few, many or other")?)
        }
    })
}
