//! The pages that a renderer makes: a method for each kind.

use std::cell::OnceCell;

use tera::{Context, Value};

use super::compiled::InSite;
use super::{Of, PAGE, Renderer, Written};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::view::BriefView;
use crate::view::site::{DayView, PageHead, PageView, SearchView};

/// A brief, or a daily brief, as its pages.
#[derive(Debug)]
pub struct Pages {
    /// The page. Where it stands alone, nothing else is needed to read it.
    pub html: Written,
    /// CommonMark.
    pub markdown: String,
    /// The desk's own outputs of a brief: the name of the template without `brief.`, and the text.
    pub others: Vec<(String, String)>,
}

/// What one brief takes on the page of its day, in bytes, or less. A page that outgrows its room is copied as it grows.
const A_BRIEF: usize = 17 << 10;

/// For how many briefs a page has room from the beginning.
const MOST_BRIEFS: usize = 100;

/// A brief, and where its page stands in a site, if it stands in one.
type Placed<'p, 'v> = (&'p BriefView<'v>, Option<&'p PageHead<'v>>);

/// One brief on its way to its pages.
struct Forms<'r, 'p, 'v> {
    renderer: &'r Renderer,
    placed: Placed<'p, 'v>,
    of: Of<'p>,
    /// What the engine renders from, once it is asked to: to make it costs about as much as to render.
    context: OnceCell<Result<Context, Vec<Diagnostic>>>,
}

impl<'r, 'p, 'v> Forms<'r, 'p, 'v> {
    fn new(renderer: &'r Renderer, placed: Placed<'p, 'v>) -> Self {
        Self { renderer, placed, of: Of::named(&placed.0.colophon.file), context: OnceCell::new() }
    }

    fn html(&self) -> Result<Written, Vec<Diagnostic>> {
        let (brief, head) = self.placed;
        let page = self.renderer.compiled.html("brief.html", brief, &brief.words_lang, head, PAGE);
        page.map_or_else(|| self.by_engine("brief.html").map(Written::from), Ok)
    }

    fn markdown(&self) -> Result<String, Vec<Diagnostic>> {
        let (brief, head) = self.placed;
        let page = self.renderer.compiled.markdown("brief.md", brief, &brief.words_lang, head, PAGE);
        page.map_or_else(|| self.by_engine("brief.md"), Ok)
    }

    /// The desk's own outputs, each with its name.
    fn others(&self) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
        let named = |template: &String| {
            let name = template.strip_prefix("brief.").unwrap_or(template);
            Ok((name.to_owned(), self.by_engine(template)?))
        };
        self.renderer.outputs.iter().map(named).collect()
    }

    fn by_engine(&self, template: &str) -> Result<String, Vec<Diagnostic>> {
        let (brief, head) = self.placed;
        let made = || {
            let context = self.renderer.context(head, "brief", brief, &self.of)?;
            Ok(self.renderer.in_words(context, &brief.words_lang))
        };
        let context = self.context.get_or_init(made).as_ref().map_err(Vec::clone)?;
        self.renderer.render(template, context, &self.of)
    }
}

impl Renderer {
    /// A brief in both forms, and in those that the desk adds. `head` is its place in a site, if it stands in one.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn brief(
        &self,
        brief: &BriefView<'_>,
        head: Option<&PageHead<'_>>,
    ) -> Result<Pages, Vec<Diagnostic>> {
        let forms = Forms::new(self, (brief, head));
        Ok(Pages { html: forms.html()?, markdown: forms.markdown()?, others: forms.others()? })
    }

    /// Several briefs of a site, one form of all of them after the other: the code that writes a form is larger than what a processor
    /// keeps at hand, and for each brief by itself it would have to be fetched anew.
    pub fn briefs<'p, 'v: 'p>(
        &self,
        briefs: impl IntoIterator<Item = (&'p BriefView<'v>, &'p PageHead<'v>)>,
    ) -> Vec<Result<Pages, Vec<Diagnostic>>> {
        let forms: Vec<_> =
            briefs.into_iter().map(|(brief, head)| Forms::new(self, (brief, Some(head)))).collect();
        let html: Vec<_> = forms.iter().map(Forms::html).collect();
        let markdown: Vec<_> = forms.iter().map(Forms::markdown).collect();
        let pages = |((forms, html), markdown): ((&Forms<'_, '_, '_>, _), _)| {
            Ok(Pages { html: html?, markdown: markdown?, others: forms.others()? })
        };
        forms.iter().zip(html).zip(markdown).map(pages).collect()
    }

    /// A daily brief in both forms. `head` is its place in a site, if it stands in one.
    ///
    /// # Errors
    /// When a template asks for what there is not.
    pub fn day(&self, day: &DayView<'_>, head: Option<&PageHead<'_>>) -> Result<Pages, Vec<Diagnostic>> {
        let of = Of::named(&day.date.text);
        let context = OnceCell::new();
        let by_engine = |template: &str| {
            let made = || self.context(head, "day", day, &of);
            self.render(template, context.get_or_init(made).as_ref().map_err(Vec::clone)?, &of)
        };
        let room = PAGE + A_BRIEF * day.summary.briefs.min(MOST_BRIEFS);
        let html = self.compiled.html("day.html", day, &self.lang, head, room);
        let markdown = self.compiled.markdown("day.md", day, &self.lang, head, room);
        Ok(Pages {
            html: html.map_or_else(|| by_engine("day.html").map(Written::from), Ok)?,
            markdown: markdown.map_or_else(|| by_engine("day.md"), Ok)?,
            others: Vec::new(),
        })
    }

    /// A brief by itself, as this template makes it: `brief.html` one self-contained page, `brief.md` Markdown.
    ///
    /// # Errors
    /// When the template asks for what there is not.
    pub fn brief_with(&self, template: &str, brief: &BriefView<'_>) -> Result<String, Vec<Diagnostic>> {
        let compiled = match template {
            "brief.html" => {
                self.compiled.html(template, brief, &brief.words_lang, None, PAGE).map(|page| page.text)
            }
            "brief.md" => self.compiled.markdown(template, brief, &brief.words_lang, None, PAGE),
            _ => None,
        };
        if let Some(page) = compiled {
            return Ok(page);
        }
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
        if variables.pointer("/page/alone").and_then(serde_json::Value::as_bool) == Some(false) {
            context.insert_value("policy", Value::safe_string(self.compiled.policies().in_site()));
        }
        Ok(self.render(template, &context, &Of::named(of)))
    }

    /// A page of a site.
    ///
    /// # Errors
    /// When its template asks for what there is not.
    pub fn page<V: PageView + InSite>(
        &self,
        head: &PageHead<'_>,
        view: &V,
    ) -> Result<Written, Vec<Diagnostic>> {
        if let Some(page) = self.compiled.page(V::TEMPLATE, view, head) {
            return Ok(page);
        }
        let of = Of::default();
        self.render(V::TEMPLATE, &self.context(Some(head), V::NAME, view, &of)?, &of).map(Written::from)
    }

    /// The search page, which alone may run a script.
    ///
    /// # Errors
    /// When its template asks for what there is not.
    pub fn search(&self, head: &PageHead<'_>, view: &SearchView) -> Result<Written, Vec<Diagnostic>> {
        let (name, template) = (SearchView::NAME, SearchView::TEMPLATE);
        if let Some(page) = self.compiled.page(template, view, head) {
            return Ok(page);
        }
        let script = self.templates.search_script();
        let of = Of::default();
        let mut context = self.context(Some(head), name, view, &of)?;
        context.insert_value("script", Value::safe_string(script));
        context.insert_value("policy", Value::safe_string(self.compiled.policies().of_search()));
        self.render(template, &context, &of).map(Written::from)
    }
}
