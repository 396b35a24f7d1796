//! What can be wrong with a desk's look: its style sheets, the script of its search page, its logo.

use std::collections::BTreeSet;

use super::css::{Compound, Sheet};
use super::logo::Logo;
use super::templates::{SEARCH, STYLE, THEME, TemplateSet};
use crate::diagnostic::{Diagnostic, codes};
use crate::span::Span;
use crate::suggest::suggest;

/// What makes the look of a desk unusable.
pub(super) fn trouble(templates: &TemplateSet, logo: Option<&Logo>) -> Vec<Diagnostic> {
    let ends = ENDS.iter().filter_map(|(name, ends, mend)| end(name, ends, mend, templates));
    ends.chain(logo.and_then(Logo::trouble)).collect()
}

/// What would end the element that a file stands in, and how to write it instead.
const ENDS: [(&str, &[&str], &str); 3] = [
    (THEME, &["</"], "in a string, write `<\\/`"),
    (STYLE, &["</"], "in a string, write `<\\/`"),
    (SEARCH, &["</script", "<!--", "<script"], "in a string, write `<\\/`, or `\\x3c` for `<`"),
];

fn end(name: &str, ends: &[&str], mend: &str, templates: &TemplateSet) -> Option<Diagnostic> {
    let text = templates.text(name)?.to_ascii_lowercase();
    let (at, sign) = ends.iter().filter_map(|sign| Some((text.find(sign)?, *sign))).min()?;
    let kind = if name == SEARCH { "script" } else { "style sheet" };
    let message = format!("a {kind} inside a page cannot hold `{sign}`");
    let span = Span::new(at, at + sign.len());
    Some(Diagnostic::new(&codes::TEMPLATE, &templates.path(name), span, message).with_help(mend))
}

/// What does nothing in the desk's own style sheets, or breaks them.
pub(super) fn doubts(templates: &TemplateSet) -> Vec<Diagnostic> {
    let style = templates.style();
    let used = Sheet::read(&style);
    let known: BTreeSet<_> = properties(&used).collect();
    let own = [STYLE, THEME].into_iter().filter_map(|name| Some((name, templates.text(name)?)));
    own.flat_map(|(name, text)| {
        let sheet = Sheet::read(text);
        let mut found = outside(&sheet);
        found.extend(sheet.broken.map(|(message, span)| (span, message.to_owned(), None)));
        if name == THEME {
            found.extend(unused(&sheet, &style, &known));
        }
        let path = templates.path(name);
        found.into_iter().map(move |(span, message, help)| {
            Diagnostic::new(&codes::NO_EFFECT, &path, span, message).with_help_opt(help)
        })
    })
    .collect()
}

/// A place, what is wrong there, and what to do about it.
type Doubt = (Span, String, Option<String>);

/// The custom properties that a style sheet sets.
fn properties<'c>(sheet: &Sheet<'c>) -> impl Iterator<Item = &'c str> {
    sheet.declarations.iter().map(|it| it.name).filter(|name| name.starts_with("--"))
}

/// A custom property of the style sheet.
#[derive(Debug)]
pub struct Property<'c> {
    /// Its name, with the hyphens that it begins with.
    pub name: &'c str,
    /// Its value.
    pub value: &'c str,
    /// Its value in the dark scheme, where that is another.
    pub dark: Option<&'c str>,
}

/// The custom properties of a style sheet.
pub(super) fn list(style: &str) -> Vec<Property<'_>> {
    let mut list: Vec<Property<'_>> = Vec::new();
    let sheet = Sheet::read(style);
    for it in sheet.declarations.iter().filter(|it| it.name.starts_with("--")) {
        match list.iter_mut().find(|known| known.name == it.name) {
            Some(known) if it.around.contains("dark") => known.dark = Some(it.value),
            None if it.around.is_empty() => {
                list.push(Property { name: it.name, value: it.value, dark: None });
            }
            _ => {}
        }
    }
    list
}

/// Custom properties that nothing asks for: their names may be misspelt.
fn unused(theme: &Sheet<'_>, style: &str, known: &BTreeSet<&str>) -> Vec<Doubt> {
    let is_used = |name: &str| {
        let asks = style.match_indices("var(").filter_map(|(at, sign)| style.get(at + sign.len()..));
        let mut asked = asks.map(str::trim_start).filter_map(|rest| rest.strip_prefix(name));
        asked.any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_')))
    };
    let idle = theme.declarations.iter().filter(|it| it.name.starts_with("--") && !is_used(it.name));
    idle.map(|it| {
        let others = known.iter().copied().filter(|name| is_used(name));
        let help = match suggest(it.name, others.clone()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the style sheet has {}", others.collect::<Vec<_>>().join(", ")),
        };
        (it.span, format!("no style asks for `{}`", it.name), Some(help))
    })
    .collect()
}

/// What would be fetched from outside: no page may.
fn outside(sheet: &Sheet<'_>) -> Vec<Doubt> {
    let imports =
        sheet.statements.iter().filter(|(text, _)| text.to_ascii_lowercase().starts_with("@import"));
    let imports = imports.map(|(_, span)| *span);
    let values = sheet.declarations.iter().filter(|it| {
        let value = it.value.to_ascii_lowercase();
        let addresses = value.split("url(").skip(1).map(|it| it.trim_start_matches(['"', '\'', ' ']));
        addresses.into_iter().any(|address| !address.starts_with("data:") && !address.starts_with('#'))
    });
    let help = "a page fetches nothing: an image can stand in it as a `data:` address, a font must be one that readers have";
    imports
        .chain(values.map(|it| it.value_span))
        .map(|span| (span, "this is not loaded".to_owned(), Some(help.to_owned())))
        .collect()
}

/// What the desk's own style sheets take off the page, each with its place.
pub(super) fn unseen(templates: &TemplateSet) -> Vec<(Compound, &'static str, Span)> {
    let own = [STYLE, THEME].into_iter().filter_map(|name| Some((name, templates.text(name)?)));
    own.flat_map(|(name, text)| {
        let sheet = Sheet::read(text);
        sheet.unseen().map(|(it, of)| (of, name, it.span)).collect::<Vec<_>>()
    })
    .collect()
}
