//! View structs → pages. The only module that names the template engine.
//!
//! A page kind is a method here. Templates live in an engine for each kind of file, because each escapes in its own way: whatever a
//! template prints without a filter is escaped for the kind of file that it prints into.

mod at_hand;
mod css;
mod errors;
mod family;
mod filters;
mod folder;
pub mod header;
mod house;
mod language;
mod logo;
mod order;
mod plainly;
mod plant;
mod policy;
mod reports;
mod templates;
mod words;
mod wrap;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::locale::Locales;
use crate::model::Lang;
use crate::settings::Settings;
use crate::view::BriefView;
use crate::view::site::{DayView, PageHead, PageView, SearchView, SiteView};

pub use css::Compound;
pub use errors::Of;
pub use family::Family;
pub use filters::{FILTERS, Filter};
pub use house::Property;
pub use language::{FUNCTIONS, TESTS, Word};
pub use plant::{Place, Planting};
pub use templates::{TemplateSet, is_code};

/// Renders pages from templates that have been checked when they were loaded.
#[derive(Debug, Clone)]
pub struct Renderer {
    html: Tera,
    markdown: Tera,
    plain: Tera,
    templates: TemplateSet,
    outputs: Vec<String>,
    planting: Option<Planting>,
    /// The words that templates print as they are, by language.
    words: BTreeMap<String, Value>,
    /// The language of pages that are not those of one brief.
    lang: String,
}

/// A brief, or a daily brief, as its pages.
#[derive(Debug)]
pub struct Pages {
    /// One self-contained page.
    pub html: String,
    /// CommonMark.
    pub markdown: String,
    /// The desk's own outputs of a brief: the name of the template without `brief.`, and the text.
    pub others: Vec<(String, String)>,
}

impl Renderer {
    /// Compiles the built-in templates and a desk's own.
    ///
    /// # Errors
    /// When a template of the desk is not one: the diagnostics say where, and come with the texts that they are about.
    pub fn new(templates: TemplateSet) -> Result<Self, Unfit> {
        let trouble = templates.trouble();
        if !trouble.is_empty() {
            let texts = templates.texts_of(&trouble);
            return Err((trouble, texts));
        }
        let engines = engine(&templates, Family::Html).and_then(|html| {
            Ok((html, engine(&templates, Family::Markdown)?, engine(&templates, Family::Plain)?))
        });
        match engines {
            Ok((html, markdown, plain)) => {
                let (words, lang) = (BTreeMap::new(), String::new());
                let renderer = Self {
                    html,
                    markdown,
                    plain,
                    templates,
                    outputs: Vec::new(),
                    planting: None,
                    words,
                    lang,
                };
                Ok(renderer.in_languages(&Locales::default(), &Lang::english()))
            }
            Err(error) => {
                let diagnostics = errors::report(&error, &templates, None);
                let texts = templates.texts_of(&diagnostics);
                Err((diagnostics, texts))
            }
        }
    }

    /// With the words of these languages; `lang` is that of pages that are not those of one brief.
    #[must_use]
    pub fn in_languages(mut self, locales: &Locales, lang: &Lang) -> Self {
        self.words = locales.iter().map(|it| (it.lang().to_string(), words::of(it))).collect();
        self.lang = locales.of(lang).lang().to_string();
        for engine in [&mut self.html, &mut self.markdown, &mut self.plain] {
            filters::register_counted(engine, locales.clone());
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
        for engine in [&mut self.html, &mut self.markdown, &mut self.plain] {
            engine.global_context().insert_value("site", value.clone());
        }
        Ok(self)
    }

    /// For the pages of this desk's site, in its languages.
    ///
    /// # Errors
    /// When the frame cannot be handed to the engines.
    pub fn for_desk(self, settings: &Settings) -> Result<Self, Unfit> {
        self.in_languages(&settings.locales, &settings.inherited.lang).for_site(&SiteView::new(settings))
    }

    /// A brief in both forms, from one context: to make that costs about as much as to render from it. `head` is its place in a
    /// site, if it stands in one.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief(&self, brief: &BriefView, head: Option<&PageHead>) -> Result<Pages, Vec<Diagnostic>> {
        let of = Of::named(&brief.colophon.file);
        let context = self.in_words(self.context(head, "brief", brief, &of)?, &brief.words_lang);
        let other = |template: &String| {
            let name = template.strip_prefix("brief.").unwrap_or(template);
            Ok((name.to_owned(), self.render(template, &context, &of)?))
        };
        Ok(Pages {
            html: self.render("brief.html", &context, &of)?,
            markdown: self.render("brief.md", &context, &of)?,
            others: self.outputs.iter().map(other).collect::<Result<_, Vec<_>>>()?,
        })
    }

    /// A daily brief in both forms. `head` is its place in a site, if it stands in one.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn day(&self, day: &DayView, head: Option<&PageHead>) -> Result<Pages, Vec<Diagnostic>> {
        let of = Of::named(&day.date.text);
        let context = self.context(head, "day", day, &of)?;
        Ok(Pages {
            html: self.render("day.html", &context, &of)?,
            markdown: self.render("day.md", &context, &of)?,
            others: Vec::new(),
        })
    }

    /// A brief by itself, as one self-contained HTML page.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief_html(&self, brief: &BriefView) -> Result<String, Vec<Diagnostic>> {
        self.brief_with("brief.html", brief)
    }

    /// A brief by itself, as Markdown.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief_markdown(&self, brief: &BriefView) -> Result<String, Vec<Diagnostic>> {
        self.brief_with("brief.md", brief)
    }

    /// A brief by itself, as this template makes it.
    ///
    /// # Errors
    /// When the template asks for what there is not.
    pub fn brief_with(&self, template: &str, brief: &BriefView) -> Result<String, Vec<Diagnostic>> {
        let of = Of::named(&brief.colophon.file);
        let context = self.in_words(self.context(None, "brief", brief, &of)?, &brief.words_lang);
        self.render(template, &context, &of)
    }

    /// A page from variables that were written down before, as `attache context` prints them.
    ///
    /// # Errors
    /// The outer error: the variables are no record of names and values. The inner one: the template asks for what there is not.
    pub fn variables(
        &self,
        template: &str,
        variables: &serde_json::Value,
        of: &str,
    ) -> Result<Result<String, Vec<Diagnostic>>, Error> {
        let context =
            Context::from_serialize(variables).map_err(|error| Error::Message(format!("{of}: {error}")))?;
        let lang = variables.pointer("/brief/words_lang").and_then(serde_json::Value::as_str);
        let mut context = self.in_words(context, lang.unwrap_or(&self.lang));
        if context.get("page").is_none() {
            context.insert_value("page", Value::none());
        }
        Ok(self.render(template, &context, &Of::named(of)))
    }

    /// A page of a site.
    ///
    /// # Errors
    /// When its template asks for what there is not.
    pub fn page<V: PageView>(&self, head: &PageHead, view: &V) -> Result<String, Vec<Diagnostic>> {
        let of = Of::default();
        self.render(V::TEMPLATE, &self.context(Some(head), V::NAME, view, &of)?, &of)
    }

    /// The search page, which alone may run a script.
    ///
    /// # Errors
    /// When its template asks for what there is not.
    pub fn search(&self, head: &PageHead, view: &SearchView) -> Result<String, Vec<Diagnostic>> {
        let (name, template) = (SearchView::NAME, SearchView::TEMPLATE);
        let script = self.templates.search_script();
        let of = Of::default();
        let mut context = self.context(Some(head), name, view, &of)?;
        context.insert_value("script", Value::safe_string(script));
        context
            .insert_value("policy", Value::safe_string(&policy::of_search(&self.templates.style(), script)));
        self.render(template, &context, &of)
    }

    /// What a template sees: the view under the name that the template knows it by, and the place of the page.
    fn context(
        &self,
        head: Option<&PageHead>,
        name: &'static str,
        view: &impl Serialize,
        of: &Of<'_>,
    ) -> Result<Context, Vec<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value(name, self.value(name, view, of)?);
        context.insert_value("page", self.value("page", &head, of)?);
        Ok(self.in_words(context, &self.lang))
    }

    /// With the words of a language, or of the one of the pages of no brief.
    fn in_words(&self, mut context: Context, lang: &str) -> Context {
        if let Some(words) = self.words.get(lang).or_else(|| self.words.get(&self.lang)) {
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
        self.engine(template)
            .render_to(template, context, &mut page)
            .and_then(|()| String::from_utf8(page).map_err(|error| tera::Error::chain("not UTF-8", error)))
            .map_err(|error| errors::report(&error, &self.templates, Some(&of)))
    }

    /// The engine that has the templates of this kind of file.
    fn engine(&self, template: &str) -> &Tera {
        match Family::of(template) {
            Family::Html => &self.html,
            Family::Markdown => &self.markdown,
            Family::Plain => &self.plain,
        }
    }
}

/// Templates that cannot be used: what is wrong with them, and the texts that it is about.
pub type Unfit = (Vec<Diagnostic>, BTreeMap<PathBuf, String>);

/// The page of most briefs takes fewer bytes.
const PAGE: usize = 48 << 10;

fn engine(templates: &TemplateSet, family: Family) -> tera::TeraResult<Tera> {
    let mut engine = Tera::new();
    engine.set_fallback_prefixes([templates::BUILTIN])?;
    let code: Vec<_> = templates.code().filter(|(name, _)| Family::of(name) == family).collect();
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
    let style = templates.style();
    let context = engine.global_context();
    context.insert_value("style", Value::safe_string(&style));
    context.insert_value("policy", Value::safe_string(&policy::of_page(&style)));
    context.insert_value("site", Value::none());
    context.insert_value("logo", templates.logo().map_or_else(Value::none, Value::safe_string));
    engine.add_raw_templates(code)?;
    Ok(engine)
}
