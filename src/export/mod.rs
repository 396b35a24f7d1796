//! A brief, or a daily brief, as one file that can be sent: a page, Markdown, a mail, a PDF.
//!
//! Such a file stands by itself wherever it is opened, so it holds no link that leads into the site. It is made from the same views
//! and by the same templates as the page of the site, and shows its handling label first and last.

mod alone;
mod mail;
pub mod pdf;
mod said;

use std::path::Path;

use crate::desk::{Daily, Index};
use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::markdown::KnownText;
use crate::model::{Brief, Direction};
use crate::render::{Pages, Renderer};
use crate::settings::Settings;
use crate::site::changes::of_days;
use crate::view::site::{DayView, PageHead, ThreadLinks};
use crate::view::{BriefView, MarkingView};

pub use said::Said;

/// What is sent, in the two forms that everything else is made from.
#[derive(Debug, Clone)]
pub struct Document {
    /// What its file is called, without the ending. It says no more than which brief or day it is.
    pub name: String,
    /// What a reader is told that it is.
    pub title: String,
    /// The language that it is written in.
    pub lang: String,
    /// The direction that its language runs in.
    pub dir: Direction,
    /// The banner; absent where nothing in it is marked.
    pub marking: Option<MarkingView>,
    /// One self-contained page.
    pub html: String,
    /// CommonMark.
    pub markdown: String,
    /// What it was made from, each text and name by itself: in a mail, those that run against the words around them are set apart.
    pub said: Vec<Said>,
}

/// What documents of a desk are made with.
#[derive(Debug, Clone, Copy)]
pub struct Maker<'m> {
    /// The desk, which may be less than all of it.
    pub index: &'m Index<'m>,
    /// What it has settled.
    pub settings: &'m Settings,
    /// Its templates.
    pub renderer: &'m Renderer,
    /// Whether links lead into the site at the desk's `base_url`. Without an address there are none in any case.
    pub links: bool,
}

impl Maker<'_> {
    /// A brief.
    ///
    /// # Errors
    /// When a template asks for what there is not, or makes a link that leads nowhere from a file by itself.
    pub fn brief(&self, brief: &Brief) -> Result<Document, Vec<Diagnostic>> {
        let view = BriefView::new(brief, self.settings.locale_of(brief));
        let head =
            self.head().map(|head| PageHead { threads: Some(ThreadLinks::of(brief, self.index)), ..head });
        let pages = self.renderer.brief(&view, head.as_ref())?;
        let about = About {
            name: view.id.to_string(),
            title: view.title.to_owned(),
            lang: view.lang.to_string(),
            dir: view.dir,
            said: Said::all(&view, [brief]),
            marking: Some(view.marking),
        };
        about.with(pages)
    }

    /// A daily brief.
    ///
    /// # Errors
    /// As for [`Maker::brief`].
    pub fn day(&self, daily: &Daily<'_>) -> Result<Document, Vec<Diagnostic>> {
        let changes = of_days(daily, self.index);
        let view = DayView::new(daily, &changes, self.index, self.settings);
        let pages = self.renderer.day(&view, self.head().as_ref())?;
        let locale = self.settings.locale();
        let about = About {
            name: format!("daily-{}", view.date.edtf),
            title: [locale.word("daily_brief"), locale.word("comma"), &view.date.text].concat(),
            lang: locale.lang().to_string(),
            dir: locale.direction(),
            said: Said::all(&view, said::told_by(daily, &changes, self.index)),
            marking: view.marking,
        };
        about.with(pages)
    }

    /// The head of a page that nobody knows the place of, where there is a site that it may lead to.
    fn head(&self) -> Option<PageHead<'_>> {
        let base = self.settings.base_url.as_ref().filter(|_| self.links)?;
        Some(PageHead { root: KnownText::of(base.as_str().to_owned()), alone: true, ..PageHead::default() })
    }
}

/// A document before its pages.
struct About {
    name: String,
    title: String,
    lang: String,
    dir: Direction,
    marking: Option<MarkingView>,
    said: Vec<Said>,
}

impl About {
    fn with(self, pages: Pages) -> Result<Document, Vec<Diagnostic>> {
        let Self { name, title, lang, dir, marking, said } = self;
        let dead = alone::dead_links(&pages);
        if dead.is_empty() {
            let Pages { html, markdown, .. } = pages;
            return Ok(Document { name, title, lang, dir, marking, html: html.text, markdown, said });
        }
        Err(dead.into_iter().map(|href| dead_link(&name, &href)).collect())
    }
}

fn dead_link(name: &str, href: &str) -> Diagnostic {
    let message = format!("a link leads nowhere from a file by itself: {href}");
    let mut found = Diagnostic::of_file(&codes::BROKEN_LINK, Path::new(name), message)
        .with_help("in a template of the desk, put it between `{% if page %}` and `{% endif %}`");
    found.severity = Severity::Error;
    found
}

impl Document {
    /// The document as the draft of a mail (RFC 5322): text and HTML of the same words, nobody's name in it, and no date.
    #[must_use]
    pub fn mail(&self) -> Vec<u8> {
        mail::message(self)
    }
}
