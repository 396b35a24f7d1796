//! The built-in templates as code: what the template engine would make of them, at a fraction of the cost.
//!
//! When attaché is built, its templates are compiled to functions that write the same pages from the same views (`build/`). They stand in
//! for the engine on pages whose templates a desk has left as they are; as soon as it has one of its own among them, the engine renders
//! that page. Both make the same bytes, which tests hold on every page of several desks.

mod conditions;
mod leaf;
mod list;
mod table;
mod text;
#[expect(
    unused_variables,
    unused_parens,
    clippy::all,
    clippy::pedantic,
    reason = "written by a program, for a compiler"
)]
mod written {
    use super::conditions::{Found as _, Holds as _};
    use super::leaf::{amount, is, same};
    use super::list::List as _;
    use super::table::Piece::{Text, Word};
    use super::text::{HtmlPage, MarkdownPage, Out as _, joined};
    use super::{Alone, Around, InSite};
    use crate::markdown::Shape;
    use crate::view::site::PageHead;

    include!(concat!(env!("OUT_DIR"), "/templates.rs"));
}

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::landmarks::Written;
use super::policy::Policies;
use super::{Family, PAGE, TemplateSet};
use crate::contract::BUILTIN;
use crate::contract::walk::Code;
use crate::locale::{Locale, Locales};
use crate::model::Lang;
use crate::settings::Settings;
use crate::view::PageWords;
use crate::view::site::{PageHead, PageView as _, SearchView, SiteView};
use table::Table;
pub use text::{HtmlPage, MarkdownPage};

/// What a page is written with, beside its view.
#[derive(Debug)]
pub struct Around<'c> {
    words: &'c Table,
    site_words: &'c Table,
    site: &'c SiteView,
    in_site: bool,
    style: &'c str,
    stylesheet: &'c str,
    policy: &'c str,
    script: &'c str,
    logo: Option<&'c str>,
    locale: &'c Locale,
}

impl Around<'_> {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "what a condition has found is a reference")]
    fn counted(&self, message: &str, count: &usize) -> Cow<'_, str> {
        self.locale.counted(message, *count)
    }
}

/// A view whose page stands in a site.
pub trait InSite {
    /// Writes the page.
    fn html(&self, out: &mut HtmlPage, around: &Around<'_>, page: &PageHead<'_>);
}

/// A view whose page can stand by itself, in two forms.
pub(super) trait Alone {
    /// Writes the page.
    fn html(&self, out: &mut HtmlPage, around: &Around<'_>, page: Option<&PageHead<'_>>);
    /// Writes it as Markdown.
    fn markdown(&self, out: &mut MarkdownPage, around: &Around<'_>, page: Option<&PageHead<'_>>);
}

/// A language with its words.
#[derive(Debug, Clone)]
struct Language {
    lang: Lang,
    html: Table,
    markdown: Table,
}

/// What a desk has in the place of built-in templates and components.
struct Own<'t> {
    templates: &'t TemplateSet,
    /// Components, whatever templates they stand in, with the kind of file that they are for.
    components: BTreeSet<(String, Family)>,
}

impl<'t> Own<'t> {
    fn of(templates: &'t TemplateSet) -> Self {
        let own = || templates.code().filter(|(name, _)| !name.starts_with(BUILTIN));
        let code = Code::new(own());
        let of_template = |(template, _): (&str, &str)| {
            let names = code.components_of(template).map(|(name, _)| (name.to_owned(), Family::of(template)));
            names.collect::<Vec<_>>()
        };
        Self { templates, components: own().flat_map(of_template).collect() }
    }

    /// Whether this part of a page is the desk's own: a template, or a component in angle brackets.
    fn takes(&self, part: &str, page: &str) -> bool {
        match part.strip_prefix('<').and_then(|part| part.strip_suffix('>')) {
            Some(component) => self.components.contains(&(component.to_owned(), Family::of(page))),
            None => self.templates.text(part).is_some(),
        }
    }
}

/// The compiled templates, with what all pages are written with.
#[derive(Debug, Clone)]
pub(super) struct Compiled {
    /// The pages whose templates are all as they are built in.
    pages: BTreeSet<&'static str>,
    locales: Locales,
    /// The words of the locales, by language, once a page has asked for them.
    languages: OnceLock<BTreeMap<String, Language>>,
    /// The language of pages that are not those of one brief.
    lang: String,
    site: SiteView,
    site_words: Table,
    in_site: bool,
    style: String,
    stylesheet: String,
    script: String,
    policies: Policies,
    logo: Option<String>,
}

impl Compiled {
    /// For a desk with these templates, without a site around its pages.
    pub(super) fn new(templates: &TemplateSet) -> Self {
        let own = Own::of(templates);
        let is_built_in = |(page, parts): &&(&str, &[&str])| !parts.iter().any(|part| own.takes(part, page));
        let pages = written::PAGES.iter().filter(is_built_in).map(|(page, _)| *page);
        let (style, script) = (templates.style().into_owned(), templates.search_script().to_owned());
        Self {
            pages: pages.collect(),
            locales: Locales::default(),
            languages: OnceLock::new(),
            lang: String::new(),
            site: SiteView::new(&Settings::default()),
            site_words: Table::default(),
            in_site: false,
            policies: Policies::new(&style, &script),
            stylesheet: templates.stylesheet(),
            style,
            script,
            logo: templates.logo().map(ToOwned::to_owned),
        }
    }

    /// What pages may load and run.
    pub(super) fn policies(&self) -> &Policies {
        &self.policies
    }

    /// From here on every page is left to the engine.
    pub(super) fn disable(&mut self) {
        self.pages.clear();
    }

    /// With the words of these languages; `lang` is that of pages that are not those of one brief.
    pub(super) fn in_languages(&mut self, locales: &Locales, lang: &str) {
        (self.locales, self.lang, self.languages) = (locales.clone(), lang.to_owned(), OnceLock::new());
    }

    /// With this site around each page.
    pub(super) fn for_site(&mut self, site: &SiteView) {
        self.site_words = Table::of_site(&site.words);
        (self.site, self.in_site) = (site.clone(), true);
    }

    /// The page of a view in HTML, unless a template of the desk has a part in it, or there is no site for it to stand in.
    pub(super) fn page(&self, template: &str, view: &impl InSite, page: &PageHead<'_>) -> Option<Written> {
        let language = self.language(template, Some(page), &self.lang).filter(|_| self.in_site)?;
        let around = self.around(template, language, &language.html, Some(page));
        Some(in_html(PAGE, |out| view.html(out, &around, page)))
    }

    /// The same of a view that can stand by itself; `lang` is the language of the page's own words, `room` how many bytes it takes
    /// or fewer, as a rule.
    pub(super) fn html(
        &self,
        template: &str,
        view: &impl Alone,
        lang: &str,
        page: Option<&PageHead<'_>>,
        room: usize,
    ) -> Option<Written> {
        let language = self.language(template, page, lang)?;
        let around = self.around(template, language, &language.html, page);
        Some(in_html(room, |out| view.html(out, &around, page)))
    }

    /// The page of a view that can stand by itself in Markdown, which takes a quarter of the room.
    pub(super) fn markdown(
        &self,
        template: &str,
        view: &impl Alone,
        lang: &str,
        page: Option<&PageHead<'_>>,
        room: usize,
    ) -> Option<String> {
        let language = self.language(template, page, lang)?;
        let mut out = MarkdownPage::with_room(room / 4);
        view.markdown(&mut out, &self.around(template, language, &language.markdown, page), page);
        Some(out.into_text())
    }

    /// The language that a page is written in, if it is one of ours: as it is built in, and with all that its place asks for.
    fn language(&self, template: &str, page: Option<&PageHead<'_>>, lang: &str) -> Option<&Language> {
        let in_frame = page.is_some_and(|page| !page.alone);
        let ours = (self.in_site || !in_frame) && self.pages.contains(template);
        if !ours {
            return None;
        }
        let languages = self.languages.get_or_init(|| languages(&self.locales));
        languages.get(lang).or_else(|| languages.get(&self.lang))
    }

    fn around<'c>(
        &'c self,
        template: &str,
        language: &'c Language,
        words: &'c Table,
        page: Option<&PageHead<'_>>,
    ) -> Around<'c> {
        let is_search = template == SearchView::TEMPLATE;
        Around {
            words,
            site_words: &self.site_words,
            site: &self.site,
            in_site: self.in_site,
            style: &self.style,
            stylesheet: &self.stylesheet,
            policy: if is_search { self.policies.of_search() } else { self.policies.of_page(page) },
            script: &self.script,
            logo: self.logo.as_deref(),
            locale: self.locales.of(&language.lang),
        }
    }
}

fn in_html(room: usize, write: impl FnOnce(&mut HtmlPage)) -> Written {
    let mut out = HtmlPage::with_room(room);
    write(&mut out);
    out.finish()
}

/// The words of each language, looked up and escaped.
fn languages(locales: &Locales) -> BTreeMap<String, Language> {
    let language = |locale: &Locale| {
        let words = PageWords::from(locale);
        let (html, markdown) = (Table::html(&words), Table::markdown(&words));
        (locale.lang().to_string(), Language { lang: locale.lang().clone(), html, markdown })
    };
    locales.iter().map(language).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What has no frame around it.
    const NO_PAGES_OF_A_SITE: [&str; 3] = ["brief.md", "day.md", "partials/timeline_picture.html"];

    #[test]
    fn only_pages_that_a_desk_has_left_alone_are_compiled() {
        let all = Compiled::new(&TemplateSet::built_in()).pages;
        assert_eq!(all.len(), written::PAGES.len());
        let left = |name| Compiled::new(&TemplateSet::built_in().with(name, "{# mine #}")).pages;
        let gone = |name| all.difference(&left(name)).copied().collect::<Vec<_>>();
        assert_eq!(gone("partials/fact.html"), ["brief.html"]);
        assert_eq!(gone("brief.md"), ["brief.md"]);
        assert_eq!(gone("partials/hooks/after_day.html"), ["day.html"]);
        assert_eq!(gone("components.md"), ["brief.md", "day.md"]);
        for part_of_all in ["base.html", "partials/header.html", "partials/hooks/footer.html"] {
            assert_eq!(left(part_of_all).into_iter().collect::<Vec<_>>(), NO_PAGES_OF_A_SITE);
        }
        assert!(gone("brief.flash.html").is_empty());
    }

    #[test]
    fn a_component_of_a_desk_takes_the_place_of_the_built_in_one_wherever_it_stands() {
        let text = "{% component likelihood_term(likelihood) %}{{ likelihood.term }}{% endcomponent %}";
        let left = |name| Compiled::new(&TemplateSet::built_in().with(name, text)).pages;
        let all = left("theme.css");
        let gone = |name| all.difference(&left(name)).copied().collect::<Vec<_>>();
        assert_eq!(gone("parts.html"), ["brief.html", "day.html", "story.html"]);
        assert_eq!(gone("parts.md"), ["brief.md", "day.md"]);
    }

    #[test]
    fn every_word_of_a_page_is_known() {
        let words = Locale::english().words();
        let missing: Vec<_> = written::WORDS.iter().filter(|word| !words.contains_key(**word)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        let missing: Vec<_> = written::COUNTED.iter().filter(|id| !Locale::english().has(id)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
