//! Tokens → expressions. Which operator it is does not matter here, so none binds tighter than another: what counts is what is
//! asked for.

use super::lexer::Token;
use super::tree::{Argument, Expression};
use crate::span::{Span, Spanned};

/// The tokens of a tag while they are read.
pub(super) struct Reader<'r, 't> {
    tokens: &'r [(Token<'t>, Span)],
}

impl<'r, 't> Reader<'r, 't> {
    pub(super) fn new(tokens: &'r [(Token<'t>, Span)]) -> Self {
        Self { tokens }
    }

    fn peek(&self) -> Option<Token<'t>> {
        self.tokens.first().map(|(token, _)| *token)
    }

    pub(super) fn next(&mut self) -> Option<(Token<'t>, Span)> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(*first)
    }

    /// Takes a word or sign if it is the next.
    pub(super) fn take(&mut self, wanted: &str) -> bool {
        let is = matches!(self.peek(), Some(Token::Word(it) | Token::Sign(it)) if it == wanted);
        if is {
            self.next();
        }
        is
    }

    pub(super) fn word(&mut self) -> Option<Spanned<String>> {
        match self.peek() {
            Some(Token::Word(word)) => self.next().map(|(_, span)| Spanned::new(word.to_owned(), span)),
            _ => None,
        }
    }

    pub(super) fn text(&mut self) -> Option<Spanned<String>> {
        match self.peek() {
            Some(Token::Text(text)) => self.next().map(|(_, span)| Spanned::new(text.to_owned(), span)),
            _ => None,
        }
    }

    /// The names of a loop: a value, or a key and a value.
    pub(super) fn names(&mut self) -> Vec<String> {
        let mut names = Vec::new();
        while let Some(name) = self.word() {
            names.push(name.value);
            if !self.take(",") {
                break;
            }
        }
        names
    }

    /// An expression with its place.
    pub(super) fn spanned(&mut self) -> Spanned<Expression> {
        let before = self.tokens;
        let expression = self.expression();
        let taken = before.get(..before.len() - self.tokens.len()).unwrap_or_default();
        let start = taken.first().map_or(0, |(_, span)| span.start());
        let end = taken.last().map_or(start, |(_, span)| span.end());
        Spanned::new(expression, Span::new(start, end))
    }

    /// An expression, up to what cannot belong to it.
    pub(super) fn expression(&mut self) -> Expression {
        let mut parts = vec![self.operand()];
        loop {
            if self.take("is") {
                self.take("not");
                let name = self.word().map(|name| name.value).unwrap_or_default();
                let arguments = self.arguments();
                let of = parts.pop().unwrap_or(Expression::Constant);
                parts.push(Expression::Test(Box::new(of), name));
                parts.extend(arguments.into_iter().map(|argument| argument.value));
            } else if self.operator() {
                parts.push(self.operand());
            } else {
                break;
            }
        }
        if parts.len() == 1 {
            parts.pop().unwrap_or(Expression::Constant)
        } else {
            Expression::Several(parts)
        }
    }

    /// Takes an operator between two operands.
    fn operator(&mut self) -> bool {
        let is = match self.peek() {
            Some(Token::Word(word)) => matches!(word, "and" | "or" | "in" | "not" | "if" | "else"),
            Some(Token::Sign(sign)) => {
                matches!(
                    sign,
                    "+" | "-" | "*" | "/" | "//" | "%" | "**" | "~" | "==" | "!=" | ">" | "<" | ">=" | "<="
                )
            }
            _ => false,
        };
        // The end of a component, not a division.
        let ends = matches!(self.tokens, [(Token::Sign("/"), _), (Token::Sign(">"), _), ..]);
        if is && !ends {
            self.next();
            while self.take("not") || self.take("in") {}
        }
        is && !ends
    }

    fn operand(&mut self) -> Expression {
        while self.take("not") || self.take("-") {}
        let mut expression = self.primary();
        loop {
            if self.take(".") || self.take("?.") {
                let Some(name) = self.word() else { return expression };
                expression = Expression::Part(Box::new(expression), name);
            } else if self.take("[") || self.take("?[") {
                let mut by = vec![self.expression()];
                while self.take(":") {
                    by.push(self.expression());
                }
                self.take("]");
                expression = Expression::Item(Box::new(expression), Box::new(Expression::Several(by)));
            } else if self.take("|") {
                let Some(name) = self.word() else { return expression };
                let arguments = self.arguments();
                expression = Expression::Filter(Box::new(expression), name, arguments);
            } else {
                return expression;
            }
        }
    }

    fn primary(&mut self) -> Expression {
        match self.peek() {
            Some(Token::Word(_)) => self.name(),
            Some(Token::Sign("(")) => self.enclosed(")"),
            Some(Token::Sign("[")) => self.list(),
            Some(Token::Sign("{")) => self.map(),
            Some(Token::Sign("<")) => {
                self.next();
                self.component()
            }
            Some(Token::Text(_) | Token::Number) => {
                self.next();
                Expression::Constant
            }
            Some(Token::Sign(_)) | None => Expression::Constant,
        }
    }

    fn name(&mut self) -> Expression {
        let Some(name) = self.word() else { return Expression::Constant };
        if matches!(name.value.as_str(), "true" | "True" | "false" | "False" | "none" | "None" | "null") {
            return Expression::Constant;
        }
        if matches!(self.peek(), Some(Token::Sign("("))) {
            return Expression::Call(name, self.arguments());
        }
        Expression::Variable(name)
    }

    fn enclosed(&mut self, end: &str) -> Expression {
        self.next();
        let inner = self.expression();
        self.take(end);
        inner
    }

    fn list(&mut self) -> Expression {
        self.next();
        let mut values = Vec::new();
        while !self.take("]") {
            let before = self.tokens.len();
            self.take("...");
            values.push(self.expression());
            if self.take("for") {
                return self.comprehension(values);
            }
            self.take(",");
            if self.tokens.len() == before {
                break;
            }
        }
        Expression::Made(values)
    }

    fn comprehension(&mut self, mut values: Vec<Expression>) -> Expression {
        let names = self.names();
        self.take("in");
        let target = Box::new(self.operand());
        if self.take("if") {
            values.push(self.expression());
        }
        self.take("]");
        Expression::Comprehension { names, target, values }
    }

    fn map(&mut self) -> Expression {
        self.next();
        let mut values = Vec::new();
        while !self.take("}") {
            let before = self.tokens.len();
            if !self.take("...") {
                self.next();
                self.take(":");
            }
            values.push(self.expression());
            self.take(",");
            if self.tokens.len() == before {
                break;
            }
        }
        Expression::Made(values)
    }

    /// Arguments in parentheses, if there are any.
    pub(super) fn arguments(&mut self) -> Vec<Argument> {
        let mut arguments = Vec::new();
        if !self.take("(") {
            return arguments;
        }
        while let Some(name) = self.word() {
            self.take("=");
            arguments.push(Argument { name, value: self.expression() });
            if !self.take(",") {
                break;
            }
        }
        self.take(")");
        arguments
    }

    /// A call of a component, behind its `<`.
    pub(super) fn component(&mut self) -> Expression {
        let Some(mut name) = self.word() else { return Expression::Constant };
        while self.take(".") {
            let part = self.word().map(|part| part.value).unwrap_or_default();
            name.value = format!("{}.{part}", name.value);
        }
        let mut arguments = Vec::new();
        loop {
            if let Some(attribute) = self.word() {
                let value = self.attribute(&attribute);
                arguments.push(Argument { name: attribute, value });
            } else if self.take("{") {
                self.take("...");
                // Nobody can tell which arguments these are.
                let name = name.with("...".to_owned());
                arguments.push(Argument { name, value: self.expression() });
                self.take("}");
            } else {
                break;
            }
        }
        self.take("/");
        self.take(">");
        Expression::Component(name, arguments)
    }

    fn attribute(&mut self, name: &Spanned<String>) -> Expression {
        if !self.take("=") {
            return Expression::Variable(name.clone());
        }
        if self.take("{") {
            let value = self.expression();
            self.take("}");
            return value;
        }
        self.next();
        Expression::Constant
    }
}
