//! Tokens → expressions.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::lexer::Token;
use super::tree::{Argument, Expression};

/// The tokens of a tag while they are read.
pub(crate) struct Reader {
    tokens: Peekable<IntoIter<Token>>,
}

impl Reader {
    pub(crate) fn new(tokens: Vec<Token>) -> Self {
        Self { tokens: tokens.into_iter().peekable() }
    }

    /// Takes a token if it is the next.
    pub(crate) fn takes(&mut self, wanted: &Token) -> bool {
        self.tokens.next_if_eq(wanted).is_some()
    }

    fn takes_word(&mut self, wanted: &str) -> bool {
        self.tokens.next_if(|token| matches!(token, Token::Word(word) if word == wanted)).is_some()
    }

    pub(crate) fn word(&mut self) -> Result<String, String> {
        match self.tokens.next() {
            Some(Token::Word(word)) => Ok(word),
            other => Err(format!("a word is wanted before {other:?}")),
        }
    }

    pub(crate) fn text(&mut self) -> Result<String, String> {
        match self.tokens.next() {
            Some(Token::Text(text)) => Ok(text),
            other => Err(format!("a text is wanted before {other:?}")),
        }
    }

    pub(crate) fn sign(&mut self, wanted: &'static str) -> Result<(), String> {
        match self.tokens.next() {
            Some(Token::Sign(sign)) if sign == wanted => Ok(()),
            other => Err(format!("`{wanted}` is wanted before {other:?}")),
        }
    }

    pub(crate) fn keyword(&mut self, wanted: &str) -> Result<(), String> {
        if self.takes_word(wanted) { Ok(()) } else { Err(format!("`{wanted}` is wanted")) }
    }

    /// Nothing may be left.
    pub(crate) fn end(&mut self) -> Result<(), String> {
        self.tokens.next().map_or(Ok(()), |token| Err(format!("{token:?} is not known here")))
    }

    pub(crate) fn expression(&mut self) -> Result<Expression, String> {
        let mut left = self.conjunction()?;
        while self.takes_word("or") {
            left = Expression::Or(Box::new(left), Box::new(self.conjunction()?));
        }
        Ok(left)
    }

    fn conjunction(&mut self) -> Result<Expression, String> {
        let mut left = self.negation()?;
        while self.takes_word("and") {
            left = Expression::And(Box::new(left), Box::new(self.negation()?));
        }
        Ok(left)
    }

    fn negation(&mut self) -> Result<Expression, String> {
        if self.takes_word("not") {
            return Ok(Expression::Not(Box::new(self.negation()?)));
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Result<Expression, String> {
        let left = self.joined()?;
        for sign in ["==", "!=", ">"] {
            if self.takes(&Token::Sign(sign)) {
                return Ok(Expression::Compare(sign, Box::new(left), Box::new(self.joined()?)));
            }
        }
        Ok(left)
    }

    fn joined(&mut self) -> Result<Expression, String> {
        let mut left = self.filtered()?;
        while self.takes(&Token::Sign("~")) {
            left = Expression::Joined(Box::new(left), Box::new(self.filtered()?));
        }
        Ok(left)
    }

    fn filtered(&mut self) -> Result<Expression, String> {
        let mut of = self.operand()?;
        while self.takes(&Token::Sign("|")) {
            let name = self.word()?;
            let arguments = if self.takes(&Token::Sign("(")) { self.arguments(")")? } else { Vec::new() };
            of = Expression::Filter(Box::new(of), name, arguments);
        }
        Ok(of)
    }

    fn operand(&mut self) -> Result<Expression, String> {
        match self.tokens.next() {
            Some(Token::Text(text)) => Ok(Expression::Text(text)),
            Some(Token::Number(number)) => Ok(Expression::Number(number)),
            Some(Token::Word(word)) => self.path(word),
            Some(Token::Sign("(")) => {
                let inner = self.expression()?;
                self.sign(")")?;
                Ok(inner)
            }
            Some(Token::Sign("<")) => {
                let name = self.word()?;
                let arguments = self.arguments("/")?;
                self.sign(">")?;
                Ok(Expression::Component(name, arguments))
            }
            other => Err(format!("{other:?} is not known here")),
        }
    }

    fn path(&mut self, first: String) -> Result<Expression, String> {
        let mut path = vec![first];
        while self.takes(&Token::Sign(".")) {
            path.push(self.word()?);
        }
        let path = Expression::Path(path);
        if self.takes(&Token::Sign("[")) {
            let by = self.expression()?;
            self.sign("]")?;
            return Ok(Expression::Item(Box::new(path), Box::new(by)));
        }
        Ok(path)
    }

    /// `name=value` or `name={value}`, as often as they come, and the sign that ends them.
    fn arguments(&mut self, end: &'static str) -> Result<Vec<Argument>, String> {
        let mut arguments = Vec::new();
        while !self.takes(&Token::Sign(end)) {
            let name = self.word()?;
            self.sign("=")?;
            let value = if self.takes(&Token::Sign("{")) {
                let value = self.expression()?;
                self.sign("}")?;
                value
            } else {
                self.expression()?
            };
            arguments.push((name, value));
            self.takes(&Token::Sign(","));
        }
        Ok(arguments)
    }
}
