//! View structs → pages. The only module that names the template engine.
//!
//! A page kind is a method here. HTML and Markdown templates live in two engines, because each escapes in its own way: whatever a
//! template prints without a filter is escaped for the kind of file that it prints into.

mod errors;
mod filters;
mod templates;

use std::collections::BTreeMap;
use std::path::PathBuf;

use data_encoding::BASE64;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tera::{Context, Tera, Value};

use crate::diagnostic::Diagnostic;
use crate::view::BriefView;
use crate::view::site::{DayView, PageHead, PageView, SearchView, SiteView};

pub use templates::TemplateSet;

/// Renders pages from templates that have been checked when they were loaded.
#[derive(Debug)]
pub struct Renderer {
    html: Tera,
    markdown: Tera,
    templates: TemplateSet,
}

/// A brief, or a daily brief, as its pages.
#[derive(Debug)]
pub struct Pages {
    /// One self-contained page.
    pub html: String,
    /// CommonMark.
    pub markdown: String,
}

impl Renderer {
    /// Compiles the built-in templates and a desk's own.
    ///
    /// # Errors
    /// When a template of the desk is not one: the diagnostics say where, and come with the texts that they are about.
    pub fn new(templates: TemplateSet) -> Result<Self, Unfit> {
        let engines = engine(&templates, Family::Html)
            .and_then(|html| Ok((html, engine(&templates, Family::Markdown)?)));
        match engines {
            Ok((html, markdown)) => Ok(Self { html, markdown, templates }),
            Err(error) => {
                let diagnostics = errors::report(&error, &templates, None);
                let texts = templates.texts_of(&diagnostics);
                Err((diagnostics, texts))
            }
        }
    }

    /// The texts of the templates that diagnostics are about, for messages that show them.
    #[must_use]
    pub fn texts_of(&self, diagnostics: &[Diagnostic]) -> BTreeMap<PathBuf, String> {
        self.templates.texts_of(diagnostics)
    }

    /// For the pages of a site: its frame is around each of them.
    ///
    /// # Errors
    /// When the frame cannot be handed to the engines.
    pub fn for_site(mut self, site: &SiteView) -> Result<Self, Unfit> {
        let value = self.value(site, "the site").map_err(|found| (found, BTreeMap::new()))?;
        for engine in [&mut self.html, &mut self.markdown] {
            engine.global_context().insert_value("site", value.clone());
        }
        Ok(self)
    }

    /// A brief in both forms, from one context: to make that costs about as much as to render from it. `head` is its place in a
    /// site, if it stands in one.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief(&self, brief: &BriefView, head: Option<&PageHead>) -> Result<Pages, Vec<Diagnostic>> {
        let of = &brief.colophon.file;
        let context = self.context(head, "brief", brief, of)?;
        Ok(Pages {
            html: self.render(&self.html, "brief.html", &context, of)?,
            markdown: self.render(&self.markdown, "brief.md", &context, of)?,
        })
    }

    /// A daily brief in both forms. `head` is its place in a site, if it stands in one.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn day(&self, day: &DayView, head: Option<&PageHead>) -> Result<Pages, Vec<Diagnostic>> {
        let of = &day.date.text;
        let context = self.context(head, "day", day, of)?;
        Ok(Pages {
            html: self.render(&self.html, "day.html", &context, of)?,
            markdown: self.render(&self.markdown, "day.md", &context, of)?,
        })
    }

    /// A brief by itself, as one self-contained HTML page.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief_html(&self, brief: &BriefView) -> Result<String, Vec<Diagnostic>> {
        let of = &brief.colophon.file;
        self.render(&self.html, "brief.html", &self.context(None, "brief", brief, of)?, of)
    }

    /// A brief by itself, as Markdown.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief_markdown(&self, brief: &BriefView) -> Result<String, Vec<Diagnostic>> {
        let of = &brief.colophon.file;
        self.render(&self.markdown, "brief.md", &self.context(None, "brief", brief, of)?, of)
    }

    /// A page of a site.
    ///
    /// # Errors
    /// When its template asks for what there is not.
    pub fn page<V: PageView>(&self, head: &PageHead, view: &V) -> Result<String, Vec<Diagnostic>> {
        let context = self.context(Some(head), V::NAME, view, V::TEMPLATE)?;
        self.render(&self.html, V::TEMPLATE, &context, V::TEMPLATE)
    }

    /// The search page, which alone may run a script.
    ///
    /// # Errors
    /// When its template asks for what there is not.
    pub fn search(&self, head: &PageHead, view: &SearchView) -> Result<String, Vec<Diagnostic>> {
        let (name, template) = (SearchView::NAME, SearchView::TEMPLATE);
        let script = self.templates.search_script();
        let mut context = self.context(Some(head), name, view, template)?;
        context.insert_value("script", Value::safe_string(script));
        context.insert_value("policy", Value::safe_string(&search_policy(self.templates.style(), script)));
        self.render(&self.html, template, &context, template)
    }

    /// What a template sees: the view under the name that the template knows it by, and the place of the page.
    fn context(
        &self,
        head: Option<&PageHead>,
        name: &'static str,
        view: &impl Serialize,
        of: &str,
    ) -> Result<Context, Vec<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value(name, self.value(view, of)?);
        context.insert_value("page", self.value(&head, of)?);
        Ok(context)
    }

    /// A value as the engines take it.
    fn value(&self, view: &impl Serialize, of: &str) -> Result<Value, Vec<Diagnostic>> {
        Value::try_from_serializable(view).map_err(|error| errors::report(&error, &self.templates, Some(of)))
    }

    fn render(
        &self,
        engine: &Tera,
        template: &str,
        context: &Context,
        of: &str,
    ) -> Result<String, Vec<Diagnostic>> {
        let mut page = Vec::with_capacity(PAGE);
        engine
            .render_to(template, context, &mut page)
            .and_then(|()| String::from_utf8(page).map_err(|error| tera::Error::chain("not UTF-8", error)))
            .map_err(|error| errors::report(&error, &self.templates, Some(of)))
    }
}

/// Templates that cannot be used: what is wrong with them, and the texts that it is about.
pub type Unfit = (Vec<Diagnostic>, BTreeMap<PathBuf, String>);

/// The page of most briefs takes fewer bytes.
const PAGE: usize = 48 << 10;

/// A kind of file that templates print into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Html,
    Markdown,
}

impl Family {
    fn suffix(self) -> &'static str {
        match self {
            Self::Html => ".html",
            Self::Markdown => ".md",
        }
    }
}

fn engine(templates: &TemplateSet, family: Family) -> tera::TeraResult<Tera> {
    let mut engine = Tera::new();
    engine.set_fallback_prefixes([templates::BUILTIN])?;
    engine.autoescape_on([family.suffix()]);
    match family {
        Family::Html => {
            filters::register_html(&mut engine);
            engine.set_escape_fn(filters::escape_html);
        }
        Family::Markdown => {
            filters::register_markdown(&mut engine);
            engine.set_escape_fn(filters::escape_markdown);
        }
    }
    filters::register_common(&mut engine);
    let style = templates.style();
    engine.global_context().insert_value("style", Value::safe_string(style));
    engine.global_context().insert_value("policy", Value::safe_string(&policy(style)));
    engine.global_context().insert_value("site", Value::none());
    engine.global_context().insert_value("logo", Value::none());
    engine.add_raw_templates(templates.of(family.suffix()))?;
    Ok(engine)
}

/// The Content-Security-Policy of every page: nothing from anywhere, but the one style sheet inside it, known by its digest.
fn policy(style: &str) -> String {
    let digest = digest(style);
    format!(
        "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// The policy of the search page: the same, and its one script, known by its digest, with the index from beside it.
///
/// `'self'` is the server that the page came from, and in Chromium any file where the page is one. Firefox counts each file as an
/// origin of its own, for which `file:` stands; on a server that allows nothing, since no page from there may load a file.
fn search_policy(style: &str, script: &str) -> String {
    format!("{}; script-src 'self' file: 'sha256-{}'", policy(style), digest(script))
}

fn digest(text: &str) -> String {
    BASE64.encode(&Sha256::digest(text.as_bytes()))
}
