//! What a reader sees of a page: the text of a file without what stands in tags, and without what no browser shows.

use crate::render::Compound;

/// Elements whose text is no text of the page, or is shown by no browser that runs no script from it.
const UNSEEN: [&str; 9] =
    ["style", "script", "title", "template", "noscript", "iframe", "object", "datalist", "canvas"];

/// Elements that have no end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The text of a page in small letters. `unseen` is what the style sheet takes off the page.
pub(super) fn html(page: &str, unseen: &[Compound]) -> String {
    let text = page.to_lowercase();
    let mut seen = String::with_capacity(text.len());
    // The element that is passed over, and how often one of its name has begun inside.
    let mut over: Option<(&str, usize)> = None;
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once('<') {
        if over.is_none() {
            seen.push_str(before);
        }
        if let Some(comment) = behind.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        if !behind.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            if over.is_none() {
                seen.push('<');
            }
            rest = behind;
            continue;
        }
        let tag = Tag::read(behind);
        rest = tag.rest;
        over = match over {
            Some((name, depth)) if tag.name == name => deeper(name, depth, tag.ends),
            Some(still) => Some(still),
            None if tag.is_unseen(unseen) => Some((tag.name, 1)),
            None => None,
        };
    }
    if over.is_none() {
        seen.push_str(rest);
    }
    seen
}

/// One step into an element that is passed over, or out of it.
fn deeper(name: &str, depth: usize, out: bool) -> Option<(&str, usize)> {
    if out { (depth > 1).then(|| (name, depth - 1)) } else { Some((name, depth + 1)) }
}

/// A tag, read from behind its `<`.
struct Tag<'t> {
    name: &'t str,
    /// Whether it ends an element.
    ends: bool,
    attributes: Vec<(&'t str, &'t str)>,
    /// What stands behind it.
    rest: &'t str,
}

impl<'t> Tag<'t> {
    fn read(text: &'t str) -> Self {
        let (ends, text) = text.strip_prefix('/').map_or((false, text), |text| (true, text));
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
                // A sign that begins no name would not be passed by.
                None => ("", if key.is_empty() { behind.get(1..).unwrap_or_default() } else { behind }),
            };
            attributes.push((key, value));
            rest = behind;
        }
        Self { name, ends, attributes, rest: rest.strip_prefix('>').unwrap_or(rest) }
    }

    fn get(&self, name: &str) -> Option<&'t str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }

    fn is_unseen(&self, unseen: &[Compound]) -> bool {
        if self.ends || VOID.contains(&self.name) {
            return false;
        }
        let closed = self.name == "dialog" && self.get("open").is_none();
        let style: String = self.get("style").unwrap_or_default().split_whitespace().collect();
        let styled = ["display:none", "visibility:hidden"].iter().any(|it| style.contains(it));
        let class = self.get("class").unwrap_or_default();
        UNSEEN.contains(&self.name)
            || closed
            || styled
            || self.get("hidden").is_some()
            || unseen.iter().any(|it| it.is_of(self.name, class))
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
    use crate::render::TemplateSet;

    #[test]
    fn only_what_is_read_counts() {
        let set = TemplateSet::built_in().with("theme.css", "p.gone, .far .off { display: none }");
        let unseen = set.unseen();
        for (page, seen) in [
            ("<title>ZQ</title><style>zq</style><p class=\"zq\">Seen</p> and<br>so <b", "seen andso "),
            ("a<!-- > zq -->b<!doctype html>c", "abc"),
            ("<a title=\"> zq\" href='> zq'>b</a>", "b"),
            ("<div hidden>zq<div>zq</div>zq</div>b", "b"),
            ("<template>zq</template><noscript>zq</noscript>b", "b"),
            ("<span style=\"display: none\">zq</span><i style='color:red'>b</i>", "b"),
            ("<p class='x gone y'>zq<br>zq</p><p class=begone>b</p><i class=gone>c</i>", "bc"),
            ("<i class=off>zq</i>b", "b"),
            ("<dialog>zq</dialog><dialog open>b</dialog>", "b"),
            ("<details><summary>a</summary>b</details>", "ab"),
            ("<script>if (a < b) zq</script>b", "b"),
            ("a < b <= c <", "a < b <= c <"),
            ("<img hidden>b<p =>c", "bc"),
        ] {
            assert_eq!(html(page, &unseen), seen, "{page}");
        }
    }

    #[test]
    fn no_markup_makes_it_stumble() {
        let all = "<!-- a --><p hidden class='x'>é<br/><b =\"'>\"></p></div><svg/ é='ü'>";
        for start in 0..all.len() {
            for end in start..=all.len() {
                if let Some(part) = all.get(start..end) {
                    html(part, &[]);
                }
            }
        }
    }
}
