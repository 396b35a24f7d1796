//! The template engine's errors as diagnostics: the file, the place, the way there, and what was being rendered.

use std::ops::Range;

use tera::{Context, Error, ErrorKind, ReportError};

use super::at_hand;
use super::filters::FILTERS;
use super::language::{FUNCTIONS, TESTS};
use super::plainly::sentence;
use super::reports::{Report, notes, reports};
use super::syntax;
use super::templates::{BUILTIN, TemplateSet};
use crate::contract::Contract;
use crate::contract::walk::{self, Code, Finding, Trouble, Walked};
use crate::diagnostic::{Diagnostic, codes};
use crate::span::Span;
use crate::suggest::suggest;

/// What was being rendered when something went wrong.
#[derive(Debug, Clone, Copy, Default)]
pub struct Of<'o> {
    /// The file, or whatever else people know the input by.
    input: Option<&'o str>,
    /// The template of the page.
    page: Option<&'o str>,
    /// The variables.
    context: Option<&'o Context>,
}

impl<'o> Of<'o> {
    /// An input by its name.
    #[must_use]
    pub fn named(input: &'o str) -> Self {
        Self { input: Some(input), ..Self::default() }
    }

    /// The same, as this template makes it from these variables.
    pub(super) fn by(self, page: &'o str, context: &'o Context) -> Self {
        Self { page: Some(page), context: Some(context), ..self }
    }

    fn text(&self) -> Option<String> {
        match (self.input, self.page) {
            (Some(input), Some(page)) => Some(format!("while rendering {input} by {page}")),
            (Some(name), None) | (None, Some(name)) => Some(format!("while rendering {name}")),
            (None, None) => None,
        }
    }
}

/// What is wrong with a template. `of` is what was being rendered, if anything was.
pub(super) fn report(error: &Error, templates: &TemplateSet, of: Option<&Of<'_>>) -> Vec<Diagnostic> {
    let told = error.to_string();
    let mut found = match error.kind() {
        ErrorKind::SyntaxError(report) => vec![malformed(report, &told, templates)],
        ErrorKind::RenderingError(report) => vec![rendering(report, &told, templates, of)],
        ErrorKind::Msg(_) => reports(&told).iter().map(|report| unknown(report, templates)).collect(),
        ErrorKind::CircularInclude { tpl, include_chain } => {
            vec![circle(tpl, include_chain, "include", templates)]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            vec![circle(tpl, inheritance_chain, "extends", templates)]
        }
        ErrorKind::MissingParent { current, parent } => vec![missing_parent(current, parent, templates)],
        _ => Vec::new(),
    };
    if found.is_empty() {
        found.extend(endless(of, templates));
    }
    if found.is_empty() {
        found.push(Diagnostic::of_file(&codes::TEMPLATE, &templates.folder(), sentence(&told)));
    }
    let text = of.and_then(Of::text);
    found.into_iter().map(|diagnostic| diagnostic.with_help_opt(text.clone())).collect()
}

fn located(report: &ReportError, told: &str, templates: &TemplateSet) -> Diagnostic {
    let name = report.filename();
    let text = templates.text(name).unwrap_or_default();
    let range = report.span().range.clone();
    let span = Span::new(range.start.min(text.len()), range.end.min(text.len()));
    let diagnostic =
        Diagnostic::new(&codes::TEMPLATE, &templates.path(name), span, sentence(report.message()));
    way_there(diagnostic, notes(told), templates)
}

/// A mistake in the form of a template.
fn malformed(report: &ReportError, told: &str, templates: &TemplateSet) -> Diagnostic {
    let mut diagnostic = located(report, told, templates);
    let text = templates.text(report.filename()).unwrap_or_default();
    let (span, help) = syntax::better(report.message(), text, &report.span().range);
    diagnostic.span = span.or(diagnostic.span);
    diagnostic.with_help_opt(help)
}

/// An error of a page that was being rendered. Where the contract knows more of the place than the engine, it speaks.
fn rendering(report: &ReportError, told: &str, templates: &TemplateSet, of: Option<&Of<'_>>) -> Diagnostic {
    let mut diagnostic = located(report, told, templates);
    let text = templates.text(report.filename()).unwrap_or_default();
    let at = whole(text, &report.span().range);
    diagnostic.span = Some(at);
    let walked = of.and_then(|of| of.page).and_then(|page| walked(page, templates));
    if let Some(finding) = walked.as_ref().and_then(|walked| known(walked, report.filename(), at)) {
        diagnostic.code = &codes::UNKNOWN_VARIABLE;
        diagnostic.message.clone_from(&finding.message);
        diagnostic.span = Some(finding.span);
        diagnostic.help.insert(0, finding.help.clone());
        return diagnostic;
    }
    let values = of.and_then(|of| of.context).map(|context| at_hand::values(text, &at.range(), context));
    let mut told = values.unwrap_or_default();
    if told.is_empty() {
        told.extend(walked.iter().flat_map(|walked| types(walked, report.filename(), at)));
    }
    diagnostic.help.extend(told);
    diagnostic
}

/// A component that calls itself: of all errors of a page, this alone has no place in the engine.
fn endless(of: Option<&Of<'_>>, templates: &TemplateSet) -> Option<Diagnostic> {
    let walked = walked(of?.page?, templates)?;
    let (template, name) = walked.circles.first()?;
    let message = format!("`<{}/>` calls itself without end", name.value);
    let diagnostic = Diagnostic::new(&codes::TEMPLATE, &templates.path(template), name.span, message);
    Some(diagnostic.with_help("call it under a condition that ends, or go through a list by a `for`"))
}

/// The whole of what the engine marked: of `brief.title` it marks the first name.
fn whole(text: &str, marked: &Range<usize>) -> Span {
    let rest = text.get(marked.end..).unwrap_or_default();
    let more =
        rest.find(|c: char| !matches!(c, '.' | '_') && !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let is_name =
        text.get(..marked.end).is_some_and(|text| text.ends_with(|c: char| c.is_ascii_alphanumeric()));
    Span::new(marked.start.min(text.len()), marked.end.min(text.len()) + if is_name { more } else { 0 })
}

/// A walk through the page that was being rendered.
fn walked(page: &str, templates: &TemplateSet) -> Option<Walked> {
    let contract = Contract::new();
    let code = Code::new(templates.code());
    Some(walk::page(&contract, &code, contract.kind(page)?, page))
}

/// What the contract says is wrong at the place of an error.
fn known<'w>(walked: &'w Walked, template: &str, at: Span) -> Option<&'w Finding> {
    walked.findings.iter().find(|finding| {
        finding.trouble == Trouble::Unknown && finding.template == template && touches(finding.span, at)
    })
}

/// What the fields are that are asked for at the place of an error, where their values are those of a loop.
fn types(walked: &Walked, template: &str, at: Span) -> Vec<String> {
    let asked = walked.asked.iter().filter(|(_, asked)| {
        asked.places.iter().any(|(place, span)| place == template && touches(*span, at))
    });
    asked.flat_map(|(path, asked)| at_hand::field(path, asked)).collect()
}

fn touches(one: Span, other: Span) -> bool {
    one.start() < other.end() && other.start() < one.end()
}

/// The places where a template was included or a component called, from the innermost.
fn way_there(
    diagnostic: Diagnostic,
    notes: impl IntoIterator<Item = Report>,
    templates: &TemplateSet,
) -> Diagnostic {
    notes.into_iter().fold(diagnostic, |diagnostic, note| {
        let path = templates.path(&note.template);
        diagnostic.with_help(format!("{} {}:{}:{}", note.message, path.display(), note.line, note.column))
    })
}

/// A filter, component, template or block that does not exist.
fn unknown(report: &Report, templates: &TemplateSet) -> Diagnostic {
    let text = templates.text(&report.template).unwrap_or_default();
    let span = report.span(text);
    let diagnostic =
        Diagnostic::new(&codes::TEMPLATE, &templates.path(&report.template), span, sentence(&report.message));
    let Some(name) = report.message.split('`').nth(1) else { return diagnostic };
    let kind = report.message.split(" `").next().unwrap_or_default();
    if kind == "Block" && report.template.starts_with(BUILTIN) {
        return diagnostic.with_help_opt(keep_block(name, &report.template, templates));
    }
    diagnostic.with_help_opt(
        near(kind, name, &report.template, templates).map(|near| format!("did you mean `{near}`?")),
    )
}

/// A built-in page that can no longer fill a block: a template of the desk that it extends has lost it.
fn keep_block(block: &str, template: &str, templates: &TemplateSet) -> Option<String> {
    let code = Code::new(templates.code());
    let above = code.above(template);
    let own = above.into_iter().find(|name| !name.starts_with(BUILTIN))?;
    let path = templates.path(own);
    Some(format!("keep `{{% block {block} %}}{{% endblock %}}` in {}, which it extends", path.display()))
}

/// The name that was probably meant.
fn near(kind: &str, name: &str, template: &str, templates: &TemplateSet) -> Option<String> {
    let of = |names: &mut dyn Iterator<Item = &str>| suggest(name, names).map(ToOwned::to_owned);
    match kind {
        "Unknown filter" => of(&mut FILTERS.iter().map(|filter| filter.name)),
        "Unknown function" => of(&mut FUNCTIONS.iter().map(|word| word.name).chain(["super"])),
        "Unknown test" => of(&mut TESTS.iter().map(|word| word.name)),
        "Unknown template" => match name.strip_prefix(BUILTIN) {
            Some(bare) => suggest(bare, templates.built_ins()).map(|near| format!("{BUILTIN}{near}")),
            None => of(&mut templates.built_ins().chain(templates.own())),
        },
        "Unknown component" => {
            let code = Code::new(templates.code());
            of(&mut code.components())
        }
        "Block" => {
            let code = Code::new(templates.code());
            of(&mut code.blocks_above(template).into_iter())
        }
        _ => None,
    }
}

fn circle(template: &str, chain: &[String], tag: &str, templates: &TemplateSet) -> Diagnostic {
    // The chain begins before the circle, or at the first template behind the one that closes it.
    let first = chain.iter().position(|name| name == template).map(|at| at + 1);
    let from = first.filter(|from| *from < chain.len()).unwrap_or_default();
    let between = chain.iter().skip(from).map(String::as_str).filter(|name| *name != template);
    let chain: Vec<_> = std::iter::once(template).chain(between).chain([template]).collect();
    let next = chain.get(1).copied().unwrap_or(template);
    let message = format!("templates lead in a circle: {}", chain.join(" → "));
    let help = templates.built_in_text(next).map(|_| format!("the built-in one is `{BUILTIN}{next}`"));
    at_tag(template, tag, next, message, templates).with_help_opt(help)
}

fn missing_parent(template: &str, parent: &str, templates: &TemplateSet) -> Diagnostic {
    let message = format!("there is no template `{parent}` to extend");
    let near = suggest(parent, templates.built_ins().chain(templates.own()));
    at_tag(template, "extends", parent, message, templates)
        .with_help_opt(near.map(|near| format!("did you mean `{near}`?")))
}

/// A diagnostic at the tag that names another template.
fn at_tag(template: &str, tag: &str, other: &str, message: String, templates: &TemplateSet) -> Diagnostic {
    let path = templates.path(template);
    let text = templates.text(template).unwrap_or_default();
    let bare = other.strip_prefix(BUILTIN).unwrap_or(other);
    let place = text.match_indices(tag).find_map(|(at, _)| {
        let quoted = at + tag.len() + text.get(at + tag.len()..)?.find(['"', '\''])? + 1;
        let name = text.get(quoted..)?;
        let length = [other, bare].into_iter().find(|other| name.starts_with(*other))?.len();
        Some(Span::new(quoted, quoted + length))
    });
    match place {
        Some(span) => Diagnostic::new(&codes::TEMPLATE, &path, span, message),
        None => Diagnostic::of_file(&codes::TEMPLATE, &path, message),
    }
}
