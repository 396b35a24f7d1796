//! A style sheet, read as far as messages about it need: its declarations, each with the selector that it is for.

use crate::span::Span;

/// A style sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet<'c> {
    pub(super) declarations: Vec<Declaration<'c>>,
    /// Rules that stand outside of braces: `@import …`.
    pub(super) statements: Vec<(&'c str, Span)>,
    /// Where it breaks: what is wrong, and where.
    pub(super) broken: Option<(&'static str, Span)>,
}

/// A property with its value.
#[derive(Debug)]
pub(super) struct Declaration<'c> {
    /// What it is for: `.fact, .note`.
    pub(super) selector: &'c str,
    /// What stands around that: `@media print`, or nothing.
    pub(super) around: &'c str,
    pub(super) name: &'c str,
    pub(super) value: &'c str,
    /// The place of its name.
    pub(super) span: Span,
    /// The place of its value.
    pub(super) value_span: Span,
}

/// The last part of a selector: an element of this name, if there is one, with all these classes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compound {
    tag: Option<String>,
    classes: Vec<String>,
}

impl Compound {
    /// Whether it stands for an element of this name with these classes, in small letters.
    #[must_use]
    pub fn is_of(&self, tag: &str, classes: &str) -> bool {
        self.tag.as_deref().is_none_or(|it| it == tag)
            && self.classes.iter().all(|class| classes.split_whitespace().any(|it| it == class))
    }

    /// Reads the last part of a selector. One that asks for more than a name and classes stands for no element for certain.
    fn read(selector: &str) -> Option<Self> {
        let last = selector.rsplit([' ', '\t', '\n', '\r', '>', '+', '~']).next()?.to_lowercase();
        let mut parts = last.split('.');
        let tag = parts.next().filter(|tag| !tag.is_empty()).map(ToOwned::to_owned);
        let classes: Vec<_> = parts.map(ToOwned::to_owned).collect();
        let is_name = |name: &String| {
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        };
        let is_plain = (tag.is_some() || !classes.is_empty()) && tag.iter().chain(&classes).all(is_name);
        is_plain.then_some(Self { tag, classes })
    }
}

impl<'c> Sheet<'c> {
    pub(super) fn read(text: &'c str) -> Self {
        let mut reader = Reader { text, open: Vec::new(), begins: 0, sheet: Self::default() };
        reader.read();
        reader.sheet
    }

    /// The declarations that take elements off the page, with the elements.
    pub(super) fn unseen(&self) -> impl Iterator<Item = (&Declaration<'c>, Compound)> {
        let hiding = self.declarations.iter().filter(|it| it.hides());
        hiding.flat_map(|it| it.selector.split(',').filter_map(Compound::read).map(move |of| (it, of)))
    }
}

impl Declaration<'_> {
    fn hides(&self) -> bool {
        let value = self.value.trim_end_matches("!important").trim_end().to_ascii_lowercase();
        match self.name.to_ascii_lowercase().as_str() {
            "display" => value == "none",
            "visibility" => matches!(value.as_str(), "hidden" | "collapse"),
            "opacity" | "font-size" => value.parse::<f32>().is_ok_and(|value| value <= 0.0),
            _ => false,
        }
    }
}

struct Reader<'c> {
    text: &'c str,
    /// What stands before each brace that is open, with its place.
    open: Vec<(&'c str, usize)>,
    /// Where the present selector or declaration begins.
    begins: usize,
    sheet: Sheet<'c>,
}

impl<'c> Reader<'c> {
    fn read(&mut self) {
        let mut at = 0;
        while let Some(rest) = self.text.get(at..).filter(|rest| !rest.is_empty()) {
            let length = match self.piece(rest, at) {
                Ok(length) => length,
                Err((trouble, width)) => {
                    self.sheet.broken = Some((trouble, Span::new(at, at + width)));
                    return;
                }
            };
            at += length;
        }
        self.statement(self.text.len());
        if let Some((_, brace)) = self.open.last() {
            self.sheet.broken = Some(("this brace is never closed", Span::new(*brace, brace + 1)));
        }
    }

    /// Takes the next piece, which begins here, and says how long it is. What breaks the sheet comes with its width.
    fn piece(&mut self, rest: &'c str, at: usize) -> Result<usize, (&'static str, usize)> {
        let Some(first) = rest.chars().next() else { return Ok(1) };
        match first {
            '/' if rest.starts_with("/*") => {
                let length = rest.find("*/").ok_or(("this comment is never closed", 2))? + 2;
                if self.text.get(self.begins..at).is_some_and(|before| before.trim().is_empty()) {
                    self.begins = at + length;
                }
                Ok(length)
            }
            '"' | '\'' => quoted(rest, first).ok_or(("this text is never closed", 1)),
            '\\' => Ok(1 + rest.chars().nth(1).map_or(0, char::len_utf8)),
            '(' => Ok(address(rest)),
            '{' => {
                self.open.push((self.text.get(self.begins..at).unwrap_or_default().trim(), at));
                self.begins = at + 1;
                Ok(1)
            }
            '}' => {
                self.statement(at);
                self.open.pop().ok_or(("this brace closes nothing", 1))?;
                self.begins = at + 1;
                Ok(1)
            }
            ';' => {
                self.statement(at);
                self.begins = at + 1;
                Ok(1)
            }
            other => Ok(other.len_utf8()),
        }
    }

    /// What ends here: a declaration, or a rule outside of braces.
    fn statement(&mut self, end: usize) {
        let whole = self.text.get(self.begins..end).unwrap_or_default();
        let start = self.begins + (whole.len() - whole.trim_start().len());
        let text = whole.trim();
        if text.is_empty() {
            return;
        }
        let around = if self.open.len() > 1 { self.open.first().map_or("", |(text, _)| *text) } else { "" };
        match (self.open.last(), text.split_once(':')) {
            (Some((selector, _)), Some((name, value))) => {
                let from = start + name.len() + 1 + (value.len() - value.trim_start().len());
                let (name, value) = (name.trim(), value.trim());
                let (span, value_span) =
                    (Span::new(start, start + name.len()), Span::new(from, from + value.len()));
                self.sheet.declarations.push(Declaration { selector, around, name, value, span, value_span });
            }
            _ => self.sheet.statements.push((text, Span::new(start, start + text.len()))),
        }
    }
}

/// How long a text in quotation marks is, with them, if it ends on its line.
fn quoted(text: &str, mark: char) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => return None,
            _ if character == mark => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// How far to go on from a bracket: what is in `url(…)` without quotation marks is no code.
fn address(text: &str) -> usize {
    let inside = text.get(1..).unwrap_or_default();
    let end = inside.find([')', '"', '\'', '(', '{', '}', '\n']);
    end.filter(|end| inside.get(*end..).is_some_and(|rest| rest.starts_with(')'))).map_or(1, |end| end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_found_with_their_selectors() {
        let text = "/* a { } */ @import 'x;y'; :root { --a: url(data:a;b); --b: \"}\" }\n@media print { .x, p.y > b.z.w { display: none !important } }";
        let sheet = Sheet::read(text);
        assert!(sheet.broken.is_none(), "{:?}", sheet.broken);
        assert_eq!(sheet.statements.iter().map(|it| it.0).collect::<Vec<_>>(), ["@import 'x;y'"]);
        let found: Vec<_> = sheet.declarations.iter().map(|it| (it.selector, it.name, it.value)).collect();
        assert_eq!(
            found,
            [
                (":root", "--a", "url(data:a;b)"),
                (":root", "--b", "\"}\""),
                (".x, p.y > b.z.w", "display", "none !important")
            ]
        );
        for it in &sheet.declarations {
            assert_eq!(
                (text.get(it.span.range()), text.get(it.value_span.range())),
                (Some(it.name), Some(it.value))
            );
        }
        let unseen: Vec<_> = sheet.unseen().map(|(_, of)| of).collect();
        assert!(unseen.iter().any(|it| it.is_of("p", "a x")) && unseen.iter().any(|it| it.is_of("b", "w z")));
        assert!(!unseen.iter().any(|it| it.is_of("i", "w z")));
    }

    #[test]
    fn what_breaks_a_sheet_is_told() {
        for (text, at) in [("a { b: c", 2..3), ("a } b", 2..3), ("/* a", 0..2), ("a { b: 'c\n' }", 7..8)] {
            assert_eq!(Sheet::read(text).broken.map(|(_, span)| span.range()), Some(at), "{text}");
        }
    }

    #[test]
    fn no_text_makes_it_stumble() {
        let all = "/* é */ @import url(ü;\\é); a.b{--ç:'\\'é';x:url( } ) }\n@media p{a{b:c}}\\";
        for start in 0..all.len() {
            for end in start..=all.len() {
                if let Some(part) = all.get(start..end) {
                    Sheet::read(part).unseen().count();
                }
            }
        }
    }
}
