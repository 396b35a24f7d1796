//! A desk's own templates, held against what they may ask for and what they must not hide.
//!
//! A template is data of the desk's owner, and may change whatever a page looks like. Two things it may not do by accident: ask for
//! what there is not, and leave out what makes a brief honest. The first is seen by walking through it with types in place of
//! values, the second by rendering sample briefs with words planted in the fields that matter, and looking which come out.

mod blocked;
mod concern;
pub mod eject;
mod examples;
mod hidden;
mod leaks;
pub mod list;
pub(crate) mod markup;
mod readable;
pub mod reference;
mod samples;
mod seen;
mod unused;

use std::collections::BTreeSet;
use std::path::Path;

use crate::contract::walk::{self, Code, Finding, Trouble, Walked};
use crate::contract::{BUILTIN, Contract, is_output};
use crate::diagnostic::{Code as Sort, Diagnostic, codes};
use crate::error::Error;
use crate::model::Words as _;
use crate::render::{Renderer, TemplateSet, Unfit};
use crate::settings::Settings;
use crate::site::Site;
use crate::span::{Span, Spanned};
use crate::suggest::suggest;

/// On how many sample briefs templates are looked at, beside those of the desk.
pub const SAMPLES: usize = samples::ALL.len();

/// The renderer of a desk's site, with the files of each brief that its settings name, or what is wrong with its templates.
///
/// # Errors
/// When a template cannot be used, or one that the settings name is missing.
pub fn renderer(templates: TemplateSet, settings: &Settings, desk: &Path) -> Result<Renderer, Unfit> {
    let missing = missing(&settings.brief_outputs, &templates, desk);
    if !missing.is_empty() {
        let file = crate::settings::path(desk);
        let text = crate::source::read(&file).ok().and_then(Result::ok).map(|file| file.text);
        return Err((missing, [(file, text.unwrap_or_default())].into()));
    }
    let outputs = settings.brief_outputs.iter().map(|output| output.value.clone());
    Renderer::new(templates)?.with_outputs(outputs).for_desk(settings)
}

/// What stands in the way of a build: a variable that does not exist, and a page that drops its marking or its speakers.
///
/// # Errors
/// When the sample briefs cannot be rendered for a reason that is not in a template.
pub fn refused(renderer: &Renderer, settings: &Settings) -> Result<Vec<Diagnostic>, Error> {
    if !renderer.templates().has_own() {
        return Ok(Vec::new());
    }
    let listed = |name: &str| settings.brief_outputs.iter().any(|output| output.value == name);
    let mut found = everything(renderer, settings, &listed)?.found;
    found.retain(Diagnostic::is_error);
    Ok(found)
}

/// Everything that is wrong with templates that could be compiled. `desk` is the desk's own site, which is rendered too.
///
/// # Errors
/// As for [`refused`].
pub fn check(
    renderer: &Renderer,
    settings: &Settings,
    desk: &Site<'_>,
    settings_file: &Path,
) -> Result<Vec<Diagnostic>, Error> {
    let outputs = renderer.templates().own().filter(|name| is_output(name)).map(ToOwned::to_owned);
    let every_output = renderer.clone().with_outputs(outputs);
    let pages = [desk.rendered(&every_output), samples::render(&every_output, settings)?];
    let (made, broken): (Vec<_>, Vec<_>) = pages.into_iter().flatten().partition(Result::is_ok);
    let mut found: Vec<_> = broken.into_iter().filter_map(Result::err).flatten().collect();
    // What broke a page is told with the page; where the contract says the same, once is enough.
    let everything = everything(renderer, settings, &is_output)?;
    found.extend(everything.found);
    if let Some(needed) = everything.needed {
        let made = made.iter().filter_map(|page| page.as_ref().ok());
        found.extend(blocked::blocked(made, &everything.pages, renderer.templates()));
        found.extend(leaks::leaks(renderer, settings, &everything.pages)?);
        found.extend(allowances(settings, &needed, renderer, settings_file));
    }
    sorted(&mut found);
    Ok(found)
}

/// What was found of the desk's own templates.
struct Everything {
    found: Vec<Diagnostic>,
    /// The pages, each with the walk through it.
    pages: Vec<(String, Walked)>,
    /// Which of the settings' allowances are needed, where that could be told: not where pages break.
    needed: Option<BTreeSet<usize>>,
}

/// What the contract says of the desk's own templates, and what they hide. `counts` tells which files of each brief do.
fn everything(
    renderer: &Renderer,
    settings: &Settings,
    counts: &dyn Fn(&str) -> bool,
) -> Result<Everything, Error> {
    let templates = renderer.templates();
    let contract = Contract::new();
    let code = Code::new(templates.code());
    let pages = walks(&contract, &code, templates, counts);
    let findings: BTreeSet<_> = pages.iter().flat_map(|(_, walked)| &walked.findings).collect();
    let own = findings.into_iter().filter(|finding| !finding.template.starts_with(BUILTIN));
    let mut found: Vec<_> = own.map(|finding| told(finding, templates)).collect();
    found.extend(unused::unused(templates, settings, &pages));
    found.extend(templates.doubts());
    let mut needed = None;
    if !found.iter().any(Diagnostic::is_error) {
        let hidden = hidden::hidden(renderer, settings, &pages)?;
        found.extend(hidden.found);
        needed = Some(hidden.needed);
    }
    sorted(&mut found);
    Ok(Everything { found, pages, needed })
}

/// The allowances that no template needs, or that name one that is not there.
fn allowances(
    settings: &Settings,
    needed: &BTreeSet<usize>,
    renderer: &Renderer,
    settings_file: &Path,
) -> Vec<Diagnostic> {
    let templates = renderer.templates();
    let names: Vec<_> = templates.built_ins().chain(templates.own()).collect();
    let idle = settings.hidings.iter().enumerate().filter(|(nth, _)| !needed.contains(nth));
    idle.map(|(_, hiding)| {
        let name = hiding.template.value.as_str();
        let (message, help) = if names.contains(&name) {
            let message = format!("`{name}` hides nothing of the kind: {}", hiding.hides.word());
            (message, Some("take the allowance out, so that it hides nothing later on".to_owned()))
        } else {
            let near = suggest(name, names.iter().copied());
            (format!("there is no template `{name}`"), near.map(|near| format!("did you mean `{near}`?")))
        };
        Diagnostic::new(&codes::ALLOWANCE, settings_file, hiding.template.span, message).with_help_opt(help)
    })
    .collect()
}

/// A walk through every page, with the template that makes it.
fn walks(
    contract: &Contract,
    code: &Code<'_>,
    templates: &TemplateSet,
    counts: &dyn Fn(&str) -> bool,
) -> Vec<(String, Walked)> {
    let built_in = contract.kinds.iter().map(|kind| kind.template);
    let pages = built_in.chain(templates.own().filter(|name| is_output(name) && counts(name)));
    pages
        .filter_map(|page| {
            let kind = contract.kind(page)?;
            Some((page.to_owned(), walk::page(contract, code, kind, page)))
        })
        .collect()
}

fn told(finding: &Finding, templates: &TemplateSet) -> Diagnostic {
    let sort: &'static Sort = match finding.trouble {
        Trouble::Unknown => &codes::UNKNOWN_VARIABLE,
        Trouble::Unescaped => &codes::UNESCAPED,
        Trouble::Unordered => &codes::UNORDERED,
    };
    let path = templates.path(&finding.template);
    let diagnostic = Diagnostic::new(sort, &path, finding.span, finding.message.clone());
    finding.included.iter().fold(diagnostic.with_help(finding.help.clone()), |diagnostic, (name, span)| {
        diagnostic.with_help(at("called from", name, *span, templates))
    })
}

/// `called from templates/brief.html:3:5`
fn at(what: &str, name: &str, span: Span, templates: &TemplateSet) -> String {
    let before = templates.text(name).and_then(|text| text.get(..span.start())).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    format!("{what} {}:{line}:{column}", templates.path(name).display())
}

/// What is wrong with the templates that the settings name: each must be there.
fn missing(outputs: &[Spanned<String>], templates: &TemplateSet, desk: &Path) -> Vec<Diagnostic> {
    let missing = outputs.iter().filter(|output| templates.text(&output.value).is_none());
    let path = crate::settings::path(desk);
    let folder = desk.strip_prefix(".").unwrap_or(desk).join("templates");
    missing
        .map(|output| {
            let message = format!("there is no template for `{}`", output.value);
            let diagnostic = Diagnostic::new(&codes::TEMPLATE, &path, output.span, message);
            let near = suggest(&output.value, templates.own().filter(|name| is_output(name)));
            diagnostic.with_help(match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write {}", folder.join(&output.value).display()),
            })
        })
        .collect()
}

fn sorted(found: &mut Vec<Diagnostic>) {
    crate::diagnostic::sort(found);
    found.dedup_by(|a, b| (&a.path, a.span, &a.message) == (&b.path, b.span, &b.message));
}
