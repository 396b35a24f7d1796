//! Briefs in lists, links, and lists that are spread over pages.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::address;
use crate::locale::{Arg, Locale};
use crate::markdown::KnownText;
use crate::model::{Brief, Direction, Lang};
use crate::view::DateView;
use crate::view::PageAddress;
use crate::view::brief::MarkingView;

/// A brief in a list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EntryView<'v> {
    /// Where its page is, from the root of the site.
    pub href: PageAddress<'v>,
    /// Its id.
    pub id: KnownText<&'v str>,
    /// Headline.
    pub title: &'v str,
    /// The day as of which it speaks.
    pub date: DateView<'v>,
    /// When it was last corrected; absent where nothing in it was put right.
    pub corrected: Option<DateView<'v>>,
    /// Its language.
    pub lang: KnownText<&'v str>,
    /// The direction that its language runs in.
    pub dir: Direction,
    /// Its banner: the highest marking of anything in it.
    pub marking: MarkingView,
    /// How many of its questions it left open or narrowed: what has become of them since is not counted.
    pub open_questions: usize,
}

impl<'v> EntryView<'v> {
    pub(super) fn new(brief: &'v Brief, locale: &'v Locale) -> Self {
        Self {
            href: PageAddress::brief(&brief.id),
            id: brief.id.known(),
            title: brief.title.value.as_str(),
            date: DateView::new(&brief.date.value, locale),
            corrected: brief.corrected().map(|day| DateView::new(&day, locale)),
            lang: brief.lang.tag(),
            dir: brief.lang.direction(),
            marking: brief.banner().into(),
            open_questions: brief.open_questions.iter().filter(|question| question.is_unsettled()).count(),
        }
    }
}

/// A link to another page of the site.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LinkView<'v> {
    /// Where it leads, from the root of the site.
    pub href: PageAddress<'v>,
    /// What a reader sees.
    pub label: Cow<'v, str>,
    /// The language of the label, where it is not that of the frame.
    pub lang: Option<KnownText<&'v str>>,
    /// The direction that this language runs in.
    pub dir: Option<Direction>,
}

impl<'v> LinkView<'v> {
    /// A link in the words of the frame.
    #[must_use]
    pub fn new(href: impl Into<PageAddress<'v>>, label: impl Into<Cow<'v, str>>) -> Self {
        Self { href: href.into(), label: label.into(), lang: None, dir: None }
    }

    /// A link in words of a brief.
    #[must_use]
    pub fn foreign(href: impl Into<PageAddress<'v>>, label: impl Into<Cow<'v, str>>, lang: &'v Lang) -> Self {
        Self { lang: Some(lang.tag()), dir: Some(lang.direction()), ..Self::new(href, label) }
    }

    /// The home page.
    #[must_use]
    pub fn home(locale: &'v Locale) -> Self {
        Self::new(address::HOME, locale.word("home"))
    }

    /// A brief by its headline.
    #[must_use]
    pub fn brief(brief: &'v Brief) -> Self {
        Self::foreign(PageAddress::brief(&brief.id), brief.title.value.as_str(), &brief.lang)
    }
}

/// Where a page stands in a list that is spread over several.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Pager {
    /// The number of the page, from 1.
    pub number: usize,
    /// How many pages there are.
    pub of: usize,
    /// Both in words: `Page 2 of 5`.
    pub text: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

impl Pager {
    /// The place of a page, or nothing where there is only one.
    #[must_use]
    pub fn new(number: usize, of: usize, address: impl Fn(usize) -> String, locale: &Locale) -> Option<Self> {
        let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
        (of > 1).then(|| Self {
            number,
            of,
            text: locale.say("page_of", &[("number", count(number)), ("of", count(of))]),
            previous: (number > 1).then(|| address(number - 1)),
            next: (number < of).then(|| address(number + 1)),
        })
    }
}

/// The items of one page of a list, by the page's number from 1.
pub(super) fn of_page<I: Iterator>(
    items: I,
    (number, size): (usize, usize),
) -> impl Iterator<Item = I::Item> {
    let size = size.max(1);
    items.skip(number.saturating_sub(1).saturating_mul(size)).take(size)
}
