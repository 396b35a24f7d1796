//! The template engine, made ready for each kind of file: each escapes in its own way.

use tera::{Tera, Value};

use super::family::{self, Family};
use super::policy::Policies;
use super::{TemplateSet, filters, order, templates};
use crate::locale::Locales;

/// An engine for each kind of file.
#[derive(Debug, Clone)]
pub(super) struct Engines {
    html: Tera,
    markdown: Tera,
    plain: Tera,
}

impl Engines {
    /// Compiles all templates.
    pub(super) fn new(set: &TemplateSet) -> tera::TeraResult<Self> {
        Ok(Self {
            html: engine(set, Family::Html)?,
            markdown: engine(set, Family::Markdown)?,
            plain: engine(set, Family::Plain)?,
        })
    }

    /// With numbers in the words of these languages.
    pub(super) fn in_languages(&mut self, locales: &Locales) {
        for engine in [&mut self.html, &mut self.markdown, &mut self.plain] {
            filters::register_counted(engine, locales.clone());
        }
    }

    /// With this site around each page.
    pub(super) fn for_site(&mut self, site: &Value) {
        for engine in [&mut self.html, &mut self.markdown, &mut self.plain] {
            engine.global_context().insert_value("site", site.clone());
        }
    }

    /// The one that has the templates of this kind of file.
    pub(super) fn of(&self, template: &str) -> &Tera {
        match Family::of(template) {
            Family::Html => &self.html,
            Family::Markdown => &self.markdown,
            Family::Plain => &self.plain,
        }
    }
}

/// An engine with all templates of a kind of file.
fn engine(set: &TemplateSet, family: Family) -> tera::TeraResult<Tera> {
    let mut engine = Tera::new();
    engine.set_fallback_prefixes([templates::BUILTIN])?;
    let code: Vec<_> = set.code().filter(|(name, _)| Family::of(name) == family).collect();
    engine.autoescape_on(family::suffixes(code.iter().map(|(name, _)| *name)));
    match family {
        Family::Html => {
            filters::register_html(&mut engine);
            engine.set_escape_fn(filters::escape_html);
        }
        Family::Markdown => {
            filters::register_markdown(&mut engine);
            engine.set_escape_fn(filters::escape_markdown);
        }
        Family::Plain => {
            filters::register_plain(&mut engine);
            engine.set_escape_fn(filters::escape_plain);
        }
    }
    filters::register_common(&mut engine);
    order::register(&mut engine);
    let style = set.style();
    let context = engine.global_context();
    context.insert_value("style", Value::safe_string(&style));
    context.insert_value("stylesheet", Value::safe_string(&set.stylesheet()));
    context
        .insert_value("policy", Value::safe_string(Policies::new(&style, set.search_script()).of_page(None)));
    context.insert_value("site", Value::none());
    context.insert_value("logo", set.logo().map_or_else(Value::none, Value::safe_string));
    engine.add_raw_templates(code)?;
    Ok(engine)
}
