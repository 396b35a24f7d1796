//! HTML in pieces, as far as it must be known what a reader sees and what is markup.

/// A piece of a page.
pub(crate) enum Piece<'t> {
    Text(&'t str),
    Tag(Tag<'t>),
}

/// A tag.
pub(crate) struct Tag<'t> {
    pub(crate) name: &'t str,
    /// Whether it ends an element.
    pub(crate) ends: bool,
    pub(crate) attributes: Vec<(&'t str, &'t str)>,
    /// What stands behind it.
    pub(crate) rest: &'t str,
    /// How many bytes it has, without its `<`.
    length: usize,
}

/// Elements in which nothing is markup but their end.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// The pieces of a page of small letters, in order. Comments are left out.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        pieces.push(Piece::Text(before));
        if let Some(comment) = behind.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if behind.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            let tag = Tag::read(behind);
            rest = tag.rest;
            let is_raw = !tag.ends && RAW.contains(&tag.name);
            let end = format!("</{}", tag.name);
            pieces.push(Piece::Tag(tag));
            if is_raw {
                let (inside, behind) =
                    rest.split_at_checked(rest.find(&end).unwrap_or(rest.len())).unwrap_or((rest, ""));
                pieces.push(Piece::Text(inside));
                rest = behind;
            }
        } else {
            pieces.push(Piece::Text("<"));
            rest = behind;
        }
    }
    pieces.push(Piece::Text(rest));
    pieces
}

impl<'t> Tag<'t> {
    /// Reads a tag from behind its `<`.
    fn read(whole: &'t str) -> Self {
        let (ends, text) = whole.strip_prefix('/').map_or((false, whole), |text| (true, text));
        let (name, mut rest) = cut(text, |c| c.is_whitespace() || matches!(c, '/' | '>'));
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() || rest.starts_with('>') {
                break;
            }
            let (key, behind) = cut(rest, |c| c.is_whitespace() || matches!(c, '=' | '>' | '/'));
            let (value, behind) = match behind.trim_start().strip_prefix('=') {
                Some(behind) => value(behind.trim_start()),
                None => ("", behind),
            };
            attributes.push((key, value));
            rest = behind;
        }
        let rest = rest.strip_prefix('>').unwrap_or(rest);
        Self { name, ends, attributes, rest, length: whole.len() - rest.len() }
    }

    /// Where its name stands in the text that it was read from.
    pub(crate) fn start(&self, text: &str) -> usize {
        text.len() - self.rest.len() - self.length
    }

    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&'t str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// The value of an attribute, from behind its sign, and what follows it.
fn value(text: &str) -> (&str, &str) {
    match text.chars().next() {
        Some(mark @ ('"' | '\'')) => {
            let inside = text.get(1..).unwrap_or_default();
            inside.split_once(mark).unwrap_or((inside, ""))
        }
        _ => cut(text, |c| c.is_whitespace() || c == '>'),
    }
}

/// A text up to the first of these characters, and from it on.
fn cut(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at_checked(text.find(ends).unwrap_or(text.len())).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_end_where_a_browser_ends_them() {
        for (text, attributes) in [
            ("<a b='>' c=\"d e\" f>", vec![("b", ">"), ("c", "d e"), ("f", "")]),
            ("<a b=c\"d e=1 f>", vec![("b", "c\"d"), ("e", "1"), ("f", "")]),
            ("<a b=\"\"c\" =d/>", vec![("b", ""), ("c\"", "d/")]),
        ] {
            let pieces = pieces(text);
            let tag = pieces.iter().find_map(|piece| match piece {
                Piece::Tag(tag) => Some(&tag.attributes),
                Piece::Text(_) => None,
            });
            assert_eq!(tag, Some(&attributes), "{text}");
        }
    }

    #[test]
    fn no_markup_makes_it_stumble() {
        let all =
            "<!-- a --><p hidden class='x'>é<br/><b =\"'>\"></p></div><svg/ é='ü'><script>a<b</script =>";
        for start in 0..all.len() {
            for end in start..=all.len() {
                if let Some(part) = all.get(start..end) {
                    pieces(part);
                }
            }
        }
    }
}
