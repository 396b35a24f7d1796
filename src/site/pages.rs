//! The files of each job. Pages of lists are in a file of their own.

use std::borrow::Cow;

use super::changes::Changes;
use super::press::{Made, Press};
use super::{Job, Site};
use crate::desk::Daily;
use crate::feed;
use crate::locale::Locale;
use crate::model::{CivilDate, Id};
use crate::published::{self, Published};
use crate::settings::Output;
use crate::view::DateView;
use crate::view::site::{
    ArchiveView, DayView, HomeView, LinkView, MonthView, NotFoundView, PageHead, TopicsView, address,
    archive, story,
};

impl<'d> Site<'d> {
    /// Makes the files of a job.
    pub(super) fn make<E>(&self, job: Job<'d>, changes: &Changes<'d>, press: &mut Press<'_, E>) -> Made<E> {
        match job {
            Job::Brief(place) => self.brief(place, press),
            Job::Record => self.record(press),
            Job::Home => self.home(press),
            Job::Archive => self.archive(press),
            Job::Day(date) => self.day(date, changes, press),
            Job::Month(month) => self.month(month, press),
            Job::Stories => self.stories(press),
            Job::Story(id) => self.story(id, changes, press),
            Job::Questions => self.questions(press),
            Job::Question(id) => self.question(id, press),
            Job::Entities => self.entities(press),
            Job::Entity(place) => self.entity(place, press),
            Job::Topics => self.topics(press),
            Job::Topic(id) => self.topic(id, press),
            Job::Sources => self.sources(press),
            Job::Source(place) => self.source(place, press),
            Job::Unnamed => self.unnamed(press),
            Job::Corrections => self.corrections(press),
            Job::Search => self.search_page(press),
            Job::Feeds => self.feeds(press),
            Job::Calendar => self.calendar(press),
            Job::Ndjson => Ok(()),
            Job::NotFound => self.not_found(press),
            Job::StyleSheet => {
                let templates = press.renderer().templates();
                press.file(templates.stylesheet(), templates.style().into_owned())
            }
        }
    }

    fn feeds<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let site = feed::Site::new(self.settings);
        let latest = feed::latest(&self.desk.briefs, self.settings.limits.feed_entries);
        press.file(address::ATOM.to_owned(), feed::atom::feed(&site, latest.iter().copied()))?;
        press.file(address::JSON_FEED.to_owned(), feed::json_feed::feed(&site, latest))
    }

    fn calendar<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let site = feed::Site::new(self.settings);
        let calendar = feed::calendar::calendar(&site, &self.desk.briefs, self.overtaken());
        press.file(address::CALENDAR.to_owned(), calendar)
    }

    fn record<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        press.file(published::FILE.to_owned(), Published::of_desk(self.desk).text())
    }

    pub(super) fn story_link(&self, id: &Id) -> LinkView<'d> {
        LinkView::new(address::story(id, 1), story::title(id, &self.settings.stories))
    }

    pub(super) fn day_link(&self, date: CivilDate) -> LinkView<'d> {
        self.dated_link(address::day(date), DateView::new(&date, self.locale).text)
    }

    /// A link that is called by a date, in the language that dates are written in.
    pub(super) fn dated_link(&self, href: String, date: impl Into<Cow<'d, str>>) -> LinkView<'d> {
        let lang = self.locale.date_lang();
        if lang == self.locale.lang() {
            LinkView::new(href, date)
        } else {
            LinkView::foreign(href, date, lang)
        }
    }

    fn home<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let view = HomeView::new(self.desk, self.index, self.settings);
        let head = PageHead {
            withheld_briefs: self.withheld.briefs(),
            ..PageHead::new(address::HOME, "home", self.highest().max(view.noted))
        };
        press.page(address::HOME.to_owned(), &head, &view)
    }

    fn archive<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let head =
            PageHead::new(address::ARCHIVE, "archive", self.highest()).under([LinkView::home(self.locale)]);
        let view = ArchiveView::new(self.index, self.locale);
        press.page(address::ARCHIVE.to_owned(), &head, &view)
    }

    fn day<E>(&self, date: CivilDate, changes: &Changes<'d>, press: &mut Press<'_, E>) -> Made<E> {
        let days = &self.index.days;
        let link = |date: &CivilDate| self.day_link(*date);
        let month = (date.year(), date.month().number_from_month());
        let above = self.dated_link(
            address::month(month.0, month.1),
            format!("{} {}", self.locale.month(date.month()), date.year()),
        );
        let daily = Daily::new(self.desk, self.index, date, date);
        let view = DayView::new(&daily, changes.of_day(date), self.index, self.settings);
        let path = address::day(date);
        let mut head = PageHead::new(&path, "archive", None).under([
            LinkView::home(self.locale),
            archive_link(self.locale),
            above,
        ]);
        head.marking.clone_from(&view.marking);
        head.previous = days.range(..date).next_back().map(|(date, _)| link(date));
        head.next = days.range(date..).nth(1).map(|(date, _)| link(date));
        let pages = press.renderer().day(&view, Some(&head))?;
        press.file(path, pages.html)?;
        if self.has(Output::Markdown) {
            press.file(format!("days/{date}.md"), pages.markdown)?;
        }
        if self.has(Output::Json) {
            press.file(format!("days/{date}.json"), view.json())?;
        }
        Ok(())
    }

    fn month<E>(&self, month: archive::Month, press: &mut Press<'_, E>) -> Made<E> {
        let months = archive::months(self.index);
        let Some(days) = months.get(&month) else { return Ok(()) };
        let link = |(year, month): &archive::Month| {
            let name = months.get(&(*year, *month)).and_then(|days| days.first());
            let name = name.map_or("", |(day, _)| self.locale.month(day.month()));
            self.dated_link(address::month(*year, *month), format!("{name} {year}"))
        };
        let path = address::month(month.0, month.1);
        let marking = self.highest_of(days.iter().flat_map(|(_, briefs)| briefs.iter().copied()));
        let head = PageHead {
            previous: months.range(..month).next_back().map(|(month, _)| link(month)),
            next: months.range(month..).nth(1).map(|(month, _)| link(month)),
            ..PageHead::new(&path, "archive", marking)
                .under([LinkView::home(self.locale), archive_link(self.locale)])
        };
        press.page(path, &head, &MonthView::new(month.0, days, self.locale))
    }

    fn topics<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let head =
            PageHead::new(address::TOPICS, "topics", self.highest()).under([LinkView::home(self.locale)]);
        press.page(address::TOPICS.to_owned(), &head, &TopicsView::new(self.index, self.locale))
    }

    /// A web server shows this page under any address, so its links are whole or none.
    fn not_found<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let root = self.settings.base_url.as_ref().map(|url| url.as_str().to_owned());
        let head = PageHead { alone: true, ..PageHead::new(address::NOT_FOUND, "home", None) };
        press.page(address::NOT_FOUND.to_owned(), &head, &NotFoundView { root })
    }
}

fn archive_link(locale: &Locale) -> LinkView<'_> {
    LinkView::new(address::ARCHIVE, locale.word("archive"))
}
