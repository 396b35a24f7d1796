//! Pieces → the tree of a template. What the built-in templates do not use is not known here, and said so.

use std::collections::BTreeSet;
use std::vec::IntoIter;

use super::expression::Reader;
use super::lexer::{Piece, Token, pieces};
use super::tree::{Component, Expression, Node, Parameter, Template};

/// Reads a template.
///
/// # Errors
/// Where it has what this compiler does not know.
pub(crate) fn parse(text: &str) -> Result<Template, String> {
    let mut parser =
        Parser { pieces: pieces(text)?.into_iter(), blocks: BTreeSet::new(), template: Template::default() };
    let (nodes, end) = parser.nodes()?;
    match end {
        None => Ok(Template { nodes, ..parser.template }),
        Some(end) => Err(format!("`{}` ends nothing", end.word)),
    }
}

/// A tag that ends what stands before it, or goes on with something else.
struct End {
    word: String,
    reader: Reader,
}

struct Parser {
    pieces: IntoIter<Piece>,
    /// The names of the blocks so far.
    blocks: BTreeSet<String>,
    template: Template,
}

impl Parser {
    /// Everything up to a tag that ends something.
    fn nodes(&mut self) -> Result<(Vec<Node>, Option<End>), String> {
        let mut nodes = Vec::new();
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Text(text) => nodes.push(Node::Text(text)),
                Piece::Print(tokens) => {
                    let mut reader = Reader::new(tokens);
                    nodes.push(Node::Print(reader.expression()?));
                    reader.end()?;
                }
                Piece::Tag(tokens) => {
                    let mut reader = Reader::new(tokens);
                    let word = reader.word()?;
                    if word.starts_with("end") || word == "else" || word == "elif" {
                        return Ok((nodes, Some(End { word, reader })));
                    }
                    nodes.extend(self.tag(&word, reader)?);
                }
            }
        }
        Ok((nodes, None))
    }

    fn tag(&mut self, word: &str, mut reader: Reader) -> Result<Option<Node>, String> {
        let node = match word {
            "extends" => {
                self.template.extends = Some(reader.text()?);
                None
            }
            "include" => Some(Node::Include(reader.text()?)),
            "if" => Some(self.condition(reader.expression()?)?),
            "for" => Some(self.each(&mut reader)?),
            "set" => {
                let name = reader.word()?;
                reader.sign("=")?;
                Some(Node::Set(name, reader.expression()?))
            }
            "block" => {
                let name = reader.word()?;
                if !self.blocks.insert(name.clone()) {
                    return Err(format!("the block `{name}` stands there twice"));
                }
                Some(Node::Block(name, self.enclosed("endblock")?))
            }
            "component" => {
                self.component(&mut reader)?;
                None
            }
            _ => return Err(format!("the tag `{word}` is not known here")),
        };
        reader.end()?;
        Ok(node)
    }

    /// What stands before the tag that ends this one, which is taken as well.
    fn enclosed(&mut self, wanted: &str) -> Result<Vec<Node>, String> {
        match self.nodes()? {
            (nodes, Some(end)) if end.word == wanted => Ok(nodes),
            (_, end) => Err(format!("`{wanted}` is wanted before {:?}", end.map(|end| end.word))),
        }
    }

    fn condition(&mut self, first: Expression) -> Result<Node, String> {
        let mut arms = Vec::new();
        let mut condition = first;
        loop {
            let (nodes, end) = self.nodes()?;
            arms.push((condition, nodes));
            let Some(mut end) = end else { return Err("`if` is not ended".to_owned()) };
            match end.word.as_str() {
                "elif" => condition = end.reader.expression()?,
                "else" => return Ok(Node::If(arms, self.enclosed("endif")?)),
                "endif" => return Ok(Node::If(arms, Vec::new())),
                word => return Err(format!("`{word}` does not end `if`")),
            }
        }
    }

    fn each(&mut self, reader: &mut Reader) -> Result<Node, String> {
        let name = reader.word()?;
        reader.keyword("in")?;
        let of = reader.expression()?;
        let (body, end) = self.nodes()?;
        let otherwise = match end {
            Some(end) if end.word == "endfor" => Vec::new(),
            Some(end) if end.word == "else" => self.enclosed("endfor")?,
            _ => return Err("`for` is not ended".to_owned()),
        };
        Ok(Node::For { name, of, body, otherwise })
    }

    fn component(&mut self, reader: &mut Reader) -> Result<(), String> {
        let name = reader.word()?;
        let mut parameters = Vec::new();
        reader.sign("(")?;
        while !reader.takes(&Token::Sign(")")) {
            let implicit = reader.takes(&Token::Sign("@"));
            let name = reader.word()?;
            if reader.takes(&Token::Sign(":")) {
                reader.word()?;
            }
            let default = if reader.takes(&Token::Sign("=")) { Some(reader.text()?) } else { None };
            parameters.push(Parameter { name, implicit, default });
            reader.takes(&Token::Sign(","));
        }
        let body = self.enclosed("endcomponent")?;
        match self.template.components.insert(name.clone(), Component { parameters, body }) {
            None => Ok(()),
            Some(_) => Err(format!("the component `{name}` stands there twice")),
        }
    }
}
