//! Tags → the tree of a template.

use super::expression::Reader;
use super::lexer::{Tag, Token, tags};
use super::tree::{Component, Node, Template};

/// Reads the code of a template that the engine has compiled: what nests in it nests no deeper than the engine allows.
pub(in crate::contract) fn parse(text: &str) -> Template {
    let tags = tags(text);
    let mut parser = Parser { tags: &tags, template: Template::default() };
    let mut nodes = Vec::new();
    while !parser.tags.is_empty() {
        nodes.extend(parser.nodes());
        // What ends nothing is passed over.
        parser.next();
    }
    Template { nodes, ..parser.template }
}

struct Parser<'p, 't> {
    tags: &'p [Tag<'t>],
    template: Template,
}

impl<'p, 't> Parser<'p, 't> {
    fn next(&mut self) -> Option<&'p Tag<'t>> {
        let (first, rest) = self.tags.split_first()?;
        self.tags = rest;
        Some(first)
    }

    /// The first word of the next tag.
    fn word(&self) -> Option<&'t str> {
        let tag = self.tags.first().filter(|tag| !tag.prints)?;
        match tag.tokens.first() {
            Some((Token::Word(word) | Token::Sign(word), _)) => Some(word),
            _ => None,
        }
    }

    /// Everything up to a tag that ends something, or goes on with it.
    fn nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        while let Some(tag) = self.tags.first() {
            if tag.prints {
                self.next();
                nodes.push(Node::Print(Reader::new(&tag.tokens).expression()));
                continue;
            }
            let word = self.word().unwrap_or_default();
            if word.starts_with("end") || matches!(word, "else" | "elif" | "</") {
                break;
            }
            self.next();
            let mut reader = Reader::new(&tag.tokens);
            reader.next();
            nodes.extend(self.node(word, &mut reader));
        }
        nodes
    }

    /// What a tag begins; `reader` stands behind its word.
    fn node(&mut self, word: &str, reader: &mut Reader<'_, '_>) -> Option<Node> {
        match word {
            "extends" => {
                self.template.extends = reader.text();
                None
            }
            "include" => reader.text().map(Node::Include),
            "if" => Some(self.condition(reader)),
            "for" => Some(self.each(reader)),
            "set" | "set_global" => self.set(reader),
            "block" => {
                let name = reader.word()?.value;
                Some(Node::Block(name, self.enclosed()))
            }
            "filter" => {
                reader.word();
                let arguments = reader.arguments().into_iter().map(|argument| argument.value).collect();
                Some(Node::Under(arguments, self.enclosed()))
            }
            "<" => {
                let call = reader.component();
                Some(Node::Under(vec![call], self.enclosed()))
            }
            "component" => {
                self.component(reader);
                None
            }
            _ => None,
        }
    }

    /// What stands before the tag that ends this one, which is taken as well.
    fn enclosed(&mut self) -> Vec<Node> {
        let nodes = self.nodes();
        self.next();
        nodes
    }

    fn condition(&mut self, reader: &mut Reader<'_, '_>) -> Node {
        let mut conditions = vec![reader.expression()];
        let mut nodes = self.nodes();
        while let Some(word @ ("elif" | "else")) = self.word() {
            let Some(tag) = self.next() else { break };
            if word == "elif" {
                let mut reader = Reader::new(&tag.tokens);
                reader.next();
                conditions.push(reader.expression());
            }
            nodes.extend(self.nodes());
        }
        self.next();
        Node::Under(conditions, nodes)
    }

    fn each(&mut self, reader: &mut Reader<'_, '_>) -> Node {
        let names = reader.names();
        reader.take("in");
        let target = reader.spanned();
        let body = self.nodes();
        let mut otherwise = Vec::new();
        if self.word() == Some("else") {
            self.next();
            otherwise = self.nodes();
        }
        self.next();
        Node::For { names, target, body, otherwise }
    }

    fn set(&mut self, reader: &mut Reader<'_, '_>) -> Option<Node> {
        let name = reader.word()?.value;
        if reader.take("=") {
            return Some(Node::Set(name, reader.expression()));
        }
        Some(Node::Capture(name, self.enclosed()))
    }

    fn component(&mut self, reader: &mut Reader<'_, '_>) {
        let name = reader.word().map(|name| name.value).unwrap_or_default();
        let (mut parameters, mut implicit) = (Vec::new(), Vec::new());
        reader.take("(");
        // A parameter stands at the beginning or behind a comma; its type and default do not matter here.
        let (mut begins, mut takes_more, mut from_caller) = (true, false, false);
        while let Some((token, _)) = reader.next() {
            match token {
                Token::Word(word) if begins => {
                    parameters.push(word.to_owned());
                    if std::mem::take(&mut from_caller) {
                        implicit.push(word.to_owned());
                    }
                    begins = false;
                }
                Token::Sign(",") => begins = true,
                Token::Sign("@") => from_caller = true,
                Token::Sign("...") => takes_more = true,
                _ => {}
            }
        }
        let body = self.enclosed();
        self.template.components.insert(name, Component { parameters, implicit, takes_more, body });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::Expression;
    use super::*;

    #[test]
    fn tags_nest() {
        let template = parse(
            "{% extends \"a\" %}{% block b %}{% if x %}{{ y }}{% elif z %}{{ w }}{% else %}{{ v }}{% endif %}{% endblock %}{{ last }}",
        );
        assert_eq!(template.extends.map(|it| it.value).as_deref(), Some("a"));
        let [Node::Block(name, body), last] = template.nodes.as_slice() else {
            panic!("{:?}", template.nodes)
        };
        assert!(name == "b" && matches!(last, Node::Print(Expression::Variable(it)) if it.value == "last"));
        let [Node::Under(conditions, nodes)] = body.as_slice() else { panic!("{body:?}") };
        assert_eq!((conditions.len(), nodes.len()), (2, 3));
    }

    #[test]
    fn nothing_makes_it_stumble() {
        for text in [
            "{% endif %}{{ a }}",
            "{% if %}",
            "{% for %}",
            "{% set %}",
            "{% < %}",
            "{{ [ }}",
            "{{ { }}",
            "{{ a( }}",
            "{{ <a }}",
            "{% component %}",
            "{{ a[ }}",
            "{{ \"a",
            "{{ a | b }<p class=\"c\">d</p>'",
            "{% if 'ü",
            "{{ `",
            "{{ a \n",
        ] {
            parse(text);
        }
    }
}
