//! What can be wrong with a desk's look: its properties and its logo.

use super::logo::{self, Logo};
use super::templates::{THEME, TemplateSet};
use crate::diagnostic::{Diagnostic, codes};
use crate::span::Span;

/// What is wrong with the theme and the logo.
pub(super) fn trouble(templates: &TemplateSet, logo: Option<&Logo>) -> Vec<Diagnostic> {
    theme(templates).into_iter().chain(logo.and_then(size)).collect()
}

/// The style sheet stands in a `style` element, which `</` could end.
fn theme(templates: &TemplateSet) -> Option<Diagnostic> {
    let at = templates.text(THEME)?.find("</")?;
    let message = "a style sheet inside a page cannot hold `</`";
    let diagnostic =
        Diagnostic::new(&codes::TEMPLATE, &templates.path(THEME), Span::new(at, at + 2), message);
    Some(diagnostic.with_help("in a string, write `<\\/`"))
}

fn size(logo: &Logo) -> Option<Diagnostic> {
    (logo.bytes > logo::MOST).then(|| {
        let (has, most) = (logo.bytes.div_ceil(1024), logo::MOST >> 10);
        let message = format!("the logo has {has} KiB, and may have {most}: it stands in every page");
        Diagnostic::of_file(&codes::TEMPLATE, &logo.path, message)
            .with_help("an SVG of a few shapes has two or three")
    })
}
