//! The text of a template → text, and tags with their tokens.

/// A piece of a template's text.
#[derive(Debug)]
pub(crate) enum Piece {
    Text(String),
    /// `{{ … }}`
    Print(Vec<Token>),
    /// `{% … %}`
    Tag(Vec<Token>),
}

/// A token inside of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    Word(String),
    Text(String),
    Number(String),
    Sign(&'static str),
}

/// Longer signs stand before those that they begin with.
const SIGNS: [&str; 20] =
    ["==", "!=", ">", "</", "<", "=", ".", ",", "(", ")", "[", "]", "{", "}", "|", "~", "/", "@", ":", "-"];

/// How a kind of tag begins and ends.
const KINDS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// Cuts a template into pieces. White space beside a hyphen at the edge of a tag is gone.
///
/// # Errors
/// Where a tag is not closed, or holds what is no token.
pub(crate) fn pieces(template: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = template;
    let mut trims = false;
    loop {
        let next = KINDS.iter().filter_map(|kind| Some((rest.find(kind.0)?, kind))).min_by_key(|it| it.0);
        let text = next.and_then(|(at, _)| rest.get(..at)).unwrap_or(rest);
        let Some((at, (opening, closing))) = next else {
            push_text(&mut pieces, text, trims, false);
            return Ok(pieces);
        };
        let inside = rest.get(at + opening.len()..).unwrap_or_default();
        let end = inside.find(closing).ok_or_else(|| format!("`{opening}` is not closed"))?;
        let tag = inside.get(..end).unwrap_or_default();
        push_text(&mut pieces, text, trims, tag.starts_with('-'));
        // A comment without a hyphen does not stand between a trimming tag and the text that it trims.
        let goes_on = *opening == "{#" && trims && text.trim_start().is_empty();
        trims = tag.ends_with('-') || goes_on;
        let code = tag.strip_prefix('-').unwrap_or(tag);
        let code = code.strip_suffix('-').unwrap_or(code);
        match *opening {
            "{{" => pieces.push(Piece::Print(tokens(code)?)),
            "{%" => pieces.push(Piece::Tag(tokens(code)?)),
            _ => {}
        }
        rest = inside.get(end + closing.len()..).unwrap_or_default();
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &str, trims_before: bool, trims_after: bool) {
    let text = if trims_before { text.trim_start() } else { text };
    let text = if trims_after { text.trim_end() } else { text };
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

fn tokens(code: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let (read, length) = token(first, rest)?;
        tokens.push(read);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    Ok(tokens)
}

/// The token at the beginning, and how many bytes it takes.
fn token(first: char, rest: &str) -> Result<(Token, usize), String> {
    if first == '"' {
        let text = rest.get(1..).unwrap_or_default();
        let end = text.find('"').ok_or("a text is not closed")?;
        if text.get(..end).is_some_and(|text| text.contains('\\')) {
            return Err("a backslash in a text is not known here".to_owned());
        }
        return Ok((Token::Text(text.get(..end).unwrap_or_default().to_owned()), end + 2));
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let word = while_it_is(rest, |c| c.is_ascii_alphanumeric() || c == '_');
        return Ok((Token::Word(word.to_owned()), word.len()));
    }
    if first.is_ascii_digit() {
        let number = while_it_is(rest, |c| c.is_ascii_digit());
        return Ok((Token::Number(number.to_owned()), number.len()));
    }
    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
    sign.map(|sign| (Token::Sign(sign), sign.len())).ok_or_else(|| format!("`{first}` is not known here"))
}

fn while_it_is(text: &str, is: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !is(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
