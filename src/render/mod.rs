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
use crate::view::{BriefView, IndexView};

pub use templates::TemplateSet;

/// Renders pages from templates that have been checked when they were loaded.
#[derive(Debug)]
pub struct Renderer {
    html: Tera,
    markdown: Tera,
    templates: TemplateSet,
}

/// A brief as its pages.
#[derive(Debug)]
pub struct BriefPages {
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
    pub fn new(templates: TemplateSet) -> Result<Self, (Vec<Diagnostic>, BTreeMap<PathBuf, String>)> {
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

    /// A brief in both forms, from one context: to make that costs about as much as to render from it.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief(&self, brief: &BriefView) -> Result<BriefPages, Vec<Diagnostic>> {
        let of = &brief.colophon.file;
        let context = self.context("brief", brief, of)?;
        Ok(BriefPages {
            html: self.page(&self.html, "brief.html", &context, of)?,
            markdown: self.page(&self.markdown, "brief.md", &context, of)?,
        })
    }

    /// A brief as one self-contained HTML page.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief_html(&self, brief: &BriefView) -> Result<String, Vec<Diagnostic>> {
        let of = &brief.colophon.file;
        self.page(&self.html, "brief.html", &self.context("brief", brief, of)?, of)
    }

    /// A brief as Markdown.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief_markdown(&self, brief: &BriefView) -> Result<String, Vec<Diagnostic>> {
        let of = &brief.colophon.file;
        self.page(&self.markdown, "brief.md", &self.context("brief", brief, of)?, of)
    }

    /// The index page of a desk.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn index_html(&self, index: &IndexView) -> Result<String, Vec<Diagnostic>> {
        let of = "the index page";
        self.page(&self.html, "index.html", &self.context("index", index, of)?, of)
    }

    /// A view as the engines take it, under the name that templates know it by.
    fn context(
        &self,
        name: &'static str,
        view: &impl Serialize,
        of: &str,
    ) -> Result<Context, Vec<Diagnostic>> {
        let value = Value::try_from_serializable(view)
            .map_err(|error| errors::report(&error, &self.templates, Some(of)))?;
        let mut context = Context::new();
        context.insert_value(name, value);
        Ok(context)
    }

    fn page(
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
        Family::Html => filters::register_html(&mut engine),
        Family::Markdown => {
            filters::register_markdown(&mut engine);
            engine.set_escape_fn(filters::escape_markdown);
        }
    }
    filters::register_common(&mut engine);
    let style = templates.style();
    engine.global_context().insert_value("style", Value::safe_string(style));
    engine.global_context().insert_value("policy", Value::safe_string(&policy(style)));
    engine.add_raw_templates(templates.of(family.suffix()))?;
    Ok(engine)
}

/// The Content-Security-Policy of every page: nothing from anywhere, but the one style sheet inside it, known by its digest.
fn policy(style: &str) -> String {
    let digest = BASE64.encode(&Sha256::digest(style.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}
