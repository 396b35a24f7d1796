//! What a reader sees of a page: the text of a file without what stands in tags, and without what no browser shows.

use super::markup::{Piece, Tag, pieces};
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
    for piece in pieces(&text) {
        match (piece, over) {
            (Piece::Text(text), None) => seen.push_str(text),
            (Piece::Tag(tag), Some((name, depth))) if tag.name == name => {
                over = deeper(name, depth, tag.ends);
            }
            (Piece::Tag(tag), None) if is_unseen(&tag, unseen) => over = Some((tag.name, 1)),
            _ => {}
        }
    }
    seen
}

/// One step into an element that is passed over, or out of it.
fn deeper(name: &str, depth: usize, out: bool) -> Option<(&str, usize)> {
    if out { (depth > 1).then(|| (name, depth - 1)) } else { Some((name, depth + 1)) }
}

fn is_unseen(tag: &Tag<'_>, unseen: &[Compound]) -> bool {
    if tag.ends || VOID.contains(&tag.name) {
        return false;
    }
    let closed = tag.name == "dialog" && tag.get("open").is_none();
    let style: String = tag.get("style").unwrap_or_default().split_whitespace().collect();
    let styled = ["display:none", "visibility:hidden"].iter().any(|it| style.contains(it));
    let class = tag.get("class").unwrap_or_default();
    UNSEEN.contains(&tag.name)
        || closed
        || styled
        || tag.get("hidden").is_some()
        || unseen.iter().any(|it| it.is_of(tag.name, class))
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
            ("<script>if (a<b) '</p>' zq</script>b", "b"),
            ("a < b <= c <", "a < b <= c <"),
            ("<img hidden>b<p =>c", "bc"),
        ] {
            assert_eq!(html(page, &unseen), seen, "{page}");
        }
    }
}
