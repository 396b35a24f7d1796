//! What the templates of a page hide.

use std::collections::BTreeSet;

use super::concern::{CHOICES, CONCERNS, Concern};
use super::seen::{Extent, seen};
use crate::contract::BUILTIN;
use crate::contract::walk::Walked;
use crate::diagnostic::{Diagnostic, codes};
use crate::error::Error;
use crate::model::Words as _;
use crate::render::{Renderer, TemplateSet, is_code};
use crate::settings::Settings;
use crate::span::Span;

/// What pages hide.
#[derive(Debug, Default)]
pub(super) struct Hiding {
    /// What the desk has not allowed.
    pub(super) found: Vec<Diagnostic>,
    /// The numbers of the allowances that are needed for the rest.
    pub(super) needed: BTreeSet<usize>,
}

/// What pages hide that the desk's own templates make, and that the desk has not allowed.
pub(super) fn hidden(
    renderer: &Renderer,
    settings: &Settings,
    pages: &[(String, Walked)],
) -> Result<Hiding, Error> {
    let templates = renderer.templates();
    // A style sheet is part of every page.
    let everywhere = templates.unseen_at().is_some();
    let is_own = |walked: &Walked| walked.reached.iter().any(|it| !it.starts_with(BUILTIN));
    let own: Vec<_> = pages.iter().filter(|(_, walked)| everywhere || is_own(walked)).collect();
    if own.is_empty() {
        return Ok(Hiding::default());
    }
    let outputs = own.iter().map(|(page, _)| page.clone()).filter(|page| crate::contract::is_output(page));
    let seen = seen(&renderer.clone().with_outputs(outputs), settings)?;
    let mut hiding = Hiding::default();
    for (page, walked) in own {
        let shown = CONCERNS.iter().filter(|concern| concern.is_of(page)).filter_map(|concern| {
            let extent = seen.iter().filter_map(|seen| seen.hides(page, concern)).max();
            Some((concern, extent?))
        });
        let chosen = CHOICES.iter().filter(|concern| concern.is_of(page)).filter(|concern| {
            let asks = |path: &&str| walked.asked.contains_key(*path);
            seen.iter().any(|seen| seen.shows(page, concern)) && !concern.shown.iter().any(asks)
        });
        for (concern, extent) in shown.chain(chosen.map(|concern| (concern, Extent::Never))) {
            let culprit = Culprit::of(concern, page, walked, templates);
            let allowed: Vec<_> = culprit.allowed(concern, page, settings).collect();
            if allowed.is_empty() {
                hiding.found.push(culprit.told(concern, extent, page, templates));
            }
            hiding.needed.extend(allowed);
        }
    }
    Ok(hiding)
}

/// The file of the desk that hides something, and where.
struct Culprit {
    template: String,
    span: Span,
}

impl Culprit {
    /// The desk's own template that shows what the hidden field is about; if that is built in, the page's own; if that is too,
    /// the first that the page is made of, or the style sheet.
    fn of(concern: &Concern, page: &str, walked: &Walked, templates: &TemplateSet) -> Self {
        let is_own = |name: &str| !name.starts_with(BUILTIN);
        let asked = concern.beside.and_then(|beside| walked.asked.get(beside));
        let mut places = asked.into_iter().flat_map(|asked| &asked.places);
        if let Some((template, span)) = places.find(|(template, _)| is_own(template)) {
            return Self { template: template.clone(), span: *span };
        }
        let own = walked.reached.iter().find(|name| is_own(name)).map(String::as_str);
        let own = if templates.text(page).is_some() { Some(page) } else { own };
        match (own, templates.unseen_at()) {
            (None, Some((style, span))) => Self { template: style.to_owned(), span },
            (own, _) => Self { template: own.unwrap_or(page).to_owned(), span: Span::default() },
        }
    }

    /// The numbers of the allowances for it: for the page, or for the template that it is made of.
    fn allowed(&self, concern: &Concern, page: &str, settings: &Settings) -> impl Iterator<Item = usize> {
        let is_for = move |name: &str| name == page || name == self.template;
        let hidings = settings.hidings.iter().enumerate();
        hidings
            .filter(move |(_, it)| it.hides == concern.hidden && is_for(&it.template.value))
            .map(|(nth, _)| nth)
    }

    fn told(&self, concern: &Concern, extent: Extent, page: &str, templates: &TemplateSet) -> Diagnostic {
        let sort = if concern.is_refused() { &codes::DROPPED } else { &codes::HIDDEN };
        let path = templates.path(&self.template);
        let what = concern.what();
        if !is_code(&self.template) {
            let message = format!("with this style sheet, nobody sees {what}");
            return Diagnostic::new(sort, &path, self.span, message)
                .with_label("this takes something off the page")
                .with_help(advice(concern, &self.template));
        }
        let shows = match extent {
            Extent::Never => "never shows",
            Extent::Sometimes => "does not always show",
        };
        let message = format!("this template {shows} {what}: `{}`", concern.field);
        let diagnostic = Diagnostic::new(sort, &path, self.span, message);
        let diagnostic = match concern.beside {
            Some(_) if self.span != Span::default() => diagnostic.with_label("this is shown without it"),
            _ => diagnostic,
        };
        let made_by = (self.template != page).then(|| format!("the page is made by {page}"));
        diagnostic.with_help_opt(made_by).with_help(advice(concern, page))
    }
}

fn advice(concern: &Concern, template: &str) -> String {
    let word = concern.hidden.word();
    format!(
        "show it, or give the reason in attache.yaml: `templates: {{allow: [{{hides: {word}, in: {template}, reason: …}}]}}`"
    )
}
