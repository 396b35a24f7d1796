//! View structs → pages. The only module that names the template engine.
//!
//! A page kind is a method here. A page that is made from built-in templates alone is written by code that they were compiled to
//! (`compiled`); any other is rendered by an engine. There is one for each kind of file, because each escapes in its own way: whatever
//! a template prints without a filter is escaped for the kind of file that it prints into.

mod at_hand;
mod compiled;
mod css;
mod engine;
mod errors;
mod family;
mod filters;
mod folder;
pub mod header;
mod house;
mod landmarks;
mod language;
mod logo;
mod order;
mod pages;
mod plainly;
mod plant;
mod policy;
mod reports;
mod syntax;
mod templates;
mod words;
mod wrap;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::locale::Locales;
use crate::model::Lang;
use crate::settings::Settings;
use crate::view::site::{PageHead, SiteView};
use compiled::Compiled;
use engine::Engines;

pub use compiled::{Around, HtmlPage, InSite, MarkdownPage};
pub use css::Compound;
pub use errors::Of;
pub use family::Family;
pub use filters::{FILTERS, Filter};
pub use house::Property;
pub use landmarks::{Landmarks, Written};
pub use language::{FUNCTIONS, TESTS, Word};
pub use pages::Pages;
pub use plant::{Place, Planting};
pub use templates::{TemplateSet, is_code};

/// Renders pages from templates that have been checked when they were loaded.
#[derive(Debug, Clone)]
pub struct Renderer {
    /// Made when a page first needs them: most desks have no templates of their own, and their pages are compiled.
    engines: OnceLock<Result<Engines, Arc<tera::Error>>>,
    templates: TemplateSet,
    outputs: Vec<String>,
    planting: Option<Planting>,
    /// The built-in templates as code, for pages that are made from nothing else.
    compiled: Compiled,
    /// The words that templates print as they are, by language, once the engine has needed them.
    words: OnceLock<BTreeMap<String, Value>>,
    /// The language of pages that are not those of one brief.
    lang: String,
    locales: Locales,
    /// The site around each page, as templates see it.
    site: Option<Value>,
}

impl Renderer {
    /// Compiles a desk's own templates with the built-in ones.
    ///
    /// # Errors
    /// When a template of the desk is not one: the diagnostics say where, and come with the texts that they are about.
    pub fn new(templates: TemplateSet) -> Result<Self, Unfit> {
        let trouble = templates.trouble();
        if !trouble.is_empty() {
            let texts = templates.texts_of(&trouble);
            return Err((trouble, texts));
        }
        let engines = OnceLock::new();
        if templates.own().any(is_code) {
            let made = Engines::new(&templates).map_err(|error| {
                let diagnostics = errors::report(&error, &templates, None);
                let texts = templates.texts_of(&diagnostics);
                (diagnostics, texts)
            })?;
            engines.get_or_init(|| Ok(made));
        }
        let renderer = Self {
            engines,
            // Only what the engine has read without a complaint can be read again.
            compiled: Compiled::new(&templates),
            templates,
            outputs: Vec::new(),
            planting: None,
            words: OnceLock::new(),
            lang: String::new(),
            locales: Locales::default(),
            site: None,
        };
        Ok(renderer.in_languages(&Locales::default(), &Lang::english()))
    }

    /// With the words of these languages; `lang` is that of pages that are not those of one brief.
    #[must_use]
    pub fn in_languages(mut self, locales: &Locales, lang: &Lang) -> Self {
        self.words = OnceLock::new();
        self.lang = locales.of(lang).lang().to_string();
        self.compiled.in_languages(locales, &self.lang);
        self.locales = locales.clone();
        if let Some(Ok(engines)) = self.engines.get_mut() {
            engines.in_languages(locales);
        }
        self
    }

    /// With files of each brief that these templates make: `brief.NAME.EXT`.
    #[must_use]
    pub fn with_outputs(mut self, outputs: impl IntoIterator<Item = String>) -> Self {
        self.outputs = outputs.into_iter().collect();
        self
    }

    /// With words in the place of what templates are given, to see which of them come out.
    #[must_use]
    pub fn planted(mut self, planting: Planting) -> Self {
        self.planting = Some(planting);
        self.compiled.disable();
        self
    }

    /// Rendered by the template engine throughout, also what is compiled: for whoever holds one against the other.
    #[must_use]
    pub fn by_engine_alone(mut self) -> Self {
        self.compiled.disable();
        self
    }

    /// The templates that it renders from.
    #[must_use]
    pub fn templates(&self) -> &TemplateSet {
        &self.templates
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
        let value =
            self.value("site", site, &Of::named("the site")).map_err(|found| (found, BTreeMap::new()))?;
        if let Some(Ok(engines)) = self.engines.get_mut() {
            engines.for_site(&value);
        }
        self.site = Some(value);
        self.compiled.for_site(site);
        Ok(self)
    }

    /// For the pages of this desk's site, in its languages.
    ///
    /// # Errors
    /// When the frame cannot be handed to the engines.
    pub fn for_desk(self, settings: &Settings) -> Result<Self, Unfit> {
        self.in_languages(&settings.locales, &settings.inherited.lang).for_site(&SiteView::new(settings))
    }

    /// What a template sees: the view under the name that the template knows it by, and the place of the page.
    fn context(
        &self,
        head: Option<&PageHead<'_>>,
        name: &'static str,
        view: &impl Serialize,
        of: &Of<'_>,
    ) -> Result<Context, Vec<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value(name, self.value(name, view, of)?);
        context.insert_value("page", self.value("page", &head, of)?);
        context.insert_value("policy", Value::safe_string(self.compiled.policies().of_page(head)));
        Ok(self.in_words(context, &self.lang))
    }

    /// With the words of a language, or of the one of the pages of no brief.
    fn in_words(&self, mut context: Context, lang: &str) -> Context {
        let of_all = || self.locales.iter().map(|it| (it.lang().to_string(), words::of(it))).collect();
        let words = self.words.get_or_init(of_all);
        if let Some(words) = words.get(lang).or_else(|| words.get(&self.lang)) {
            context.insert_value("words", words.clone());
        }
        context
    }

    /// A value as the engines take it, under the name that templates know it by.
    fn value(&self, name: &str, view: &impl Serialize, of: &Of<'_>) -> Result<Value, Vec<Diagnostic>> {
        let value = match &self.planting {
            Some(planting) => planting.value(name, view),
            None => Value::try_from_serializable(view),
        };
        value.map_err(|error| errors::report(&error, &self.templates, Some(of)))
    }

    fn render(&self, template: &str, context: &Context, of: &Of<'_>) -> Result<String, Vec<Diagnostic>> {
        let mut page = Vec::with_capacity(PAGE);
        let of = of.by(template, context);
        let told = |error: &tera::Error| errors::report(error, &self.templates, Some(&of));
        let engine = self.engines().map_err(told)?.of(template);
        engine
            .render_to(template, context, &mut page)
            .and_then(|()| String::from_utf8(page).map_err(|error| tera::Error::chain("not UTF-8", error)))
            .map_err(|error| told(&error))
    }

    /// The engines, which are made now if they have not been needed before.
    fn engines(&self) -> Result<&Engines, &tera::Error> {
        let made = self.engines.get_or_init(|| {
            let mut engines = Engines::new(&self.templates)?;
            engines.in_languages(&self.locales);
            if let Some(site) = &self.site {
                engines.for_site(site);
            }
            Ok(engines)
        });
        made.as_ref().map_err(|error| &**error)
    }
}

/// Templates that cannot be used: what is wrong with them, and the texts that it is about.
pub type Unfit = (Vec<Diagnostic>, BTreeMap<PathBuf, String>);

/// The page of most briefs takes fewer bytes.
const PAGE: usize = 64 << 10;
