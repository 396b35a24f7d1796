//! The files of each job. Pages of lists are in a file of their own.

use std::borrow::Cow;

use super::changes::Changes;
use super::{Files, Job, Site, highest};
use crate::desk::Daily;
use crate::diagnostic::Diagnostic;
use crate::feed;
use crate::locale::Locale;
use crate::model::{Brief, CivilDate, Id, Marking};
use crate::render::Renderer;
use crate::settings::Output;
use crate::view::site::{
    ArchiveView, DayView, HomeView, LinkView, MonthView, NotFoundView, PageHead, ThreadLinks, TopicsView,
    address, archive, story,
};
use crate::view::{BriefView, DateView};

/// The files of a job, or what is wrong with the templates.
pub(super) type Rendered = Result<Files, Vec<Diagnostic>>;

impl<'d> Site<'d> {
    /// The files of a job.
    pub(super) fn files(&self, job: Job<'d>, changes: &Changes<'d>, renderer: &Renderer) -> Rendered {
        match job {
            Job::Brief(place) => self.brief(place, renderer),
            Job::Record => Ok(self.record()),
            Job::Home => self.home(renderer),
            Job::Archive => self.archive(renderer),
            Job::Day(date) => self.day(date, changes, renderer),
            Job::Month(month) => self.month(month, renderer),
            Job::Stories => self.stories(renderer),
            Job::Story(id) => self.story(id, changes, renderer),
            Job::Questions => self.questions(renderer),
            Job::Question(id) => self.question(id, renderer),
            Job::Entities => self.entities(renderer),
            Job::Entity(place) => self.entity(place, renderer),
            Job::Topics => self.topics(renderer),
            Job::Topic(id) => self.topic(id, renderer),
            Job::Sources => self.sources(renderer),
            Job::Source(place) => self.source(place, renderer),
            Job::Unnamed => self.unnamed(renderer),
            Job::Corrections => self.corrections(renderer),
            Job::Search => Ok(vec![(address::SEARCH.to_owned(), self.search_page(renderer)?)]),
            Job::Feeds => Ok(self.feeds()),
            Job::Calendar => Ok(self.calendar()),
            Job::Ndjson => Ok(Vec::new()),
            Job::NotFound => self.not_found(renderer),
            Job::StyleSheet => {
                let templates = renderer.templates();
                Ok(vec![(templates.stylesheet(), templates.style().into_owned().into())])
            }
        }
    }

    fn brief(&self, place: usize, renderer: &Renderer) -> Rendered {
        let Some(brief) = self.desk.briefs.get(place) else { return Ok(Vec::new()) };
        let [earlier, later] = beside(&self.desk.briefs, place);
        let link = |other: Option<&'d Brief>| {
            let other = other?;
            // The banner of a page counts what its brief says, and not the headline of another.
            let may_be_named = other.banner() <= brief.banner();
            let dated =
                || self.dated_link(address::brief(&other.id), self.locale.date(&other.date.value.into()));
            Some(if may_be_named { LinkView::brief(other) } else { dated() })
        };
        let path = address::brief(&brief.id);
        let day = self.day_link(brief.date.value);
        let head = PageHead {
            previous: link(earlier),
            next: link(later),
            json_ld: Some(feed::json_ld::brief(brief, &feed::Site::new(self.settings))),
            threads: Some(ThreadLinks::of(brief, self.index)),
            withheld_parts: self.withheld.parts_of(&brief.path),
            story: brief.story.as_ref().map(|id| self.story_link(&id.value)),
            ..PageHead::new(&path, "briefs", Some(brief.banner())).under([LinkView::home(self.locale), day])
        };
        let pages = renderer.brief(&BriefView::new(brief, self.settings.locale_of(brief)), Some(&head))?;
        let mut files = vec![(path, pages.html)];
        if self.has(Output::Markdown) {
            files.push((["briefs/", brief.id.as_str(), ".md"].concat(), pages.markdown.into()));
        }
        files.extend(
            pages.others.into_iter().map(|(name, text)| (format!("briefs/{}.{name}", brief.id), text.into())),
        );
        Ok(files)
    }

    fn feeds(&self) -> Files {
        let site = feed::Site::new(self.settings);
        let latest = feed::latest(&self.desk.briefs, self.settings.limits.feed_entries);
        vec![
            (address::ATOM.to_owned(), feed::atom::feed(&site, latest.iter().copied()).into()),
            (address::JSON_FEED.to_owned(), feed::json_feed::feed(&site, latest).into()),
        ]
    }

    fn calendar(&self) -> Files {
        let site = feed::Site::new(self.settings);
        vec![(
            address::CALENDAR.to_owned(),
            feed::calendar::calendar(&site, &self.desk.briefs, self.overtaken()).into(),
        )]
    }

    fn story_link(&self, id: &Id) -> LinkView<'d> {
        LinkView::new(address::story(id, 1), story::title(id, &self.settings.stories))
    }

    fn day_link(&self, date: CivilDate) -> LinkView<'d> {
        self.dated_link(address::day(date), DateView::new(&date, self.locale).text)
    }

    /// A link that is called by a date, in the language that dates are written in.
    fn dated_link(&self, href: String, date: impl Into<Cow<'d, str>>) -> LinkView<'d> {
        let lang = self.locale.date_lang();
        if lang == self.locale.lang() {
            LinkView::new(href, date)
        } else {
            LinkView::foreign(href, date, lang)
        }
    }

    fn home(&self, renderer: &Renderer) -> Rendered {
        let view = HomeView::new(self.desk, self.index, &self.settings.limits, self.locale);
        let head = PageHead {
            withheld_briefs: self.withheld.briefs(),
            ..PageHead::new(address::HOME, "home", self.highest())
        };
        Ok(vec![(address::HOME.to_owned(), renderer.page(&head, &view)?)])
    }

    fn archive(&self, renderer: &Renderer) -> Rendered {
        let head =
            PageHead::new(address::ARCHIVE, "archive", self.highest()).under([LinkView::home(self.locale)]);
        let view = ArchiveView::new(self.index, self.locale);
        Ok(vec![(address::ARCHIVE.to_owned(), renderer.page(&head, &view)?)])
    }

    fn day(&self, date: CivilDate, changes: &Changes<'d>, renderer: &Renderer) -> Rendered {
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
        let pages = renderer.day(&view, Some(&head))?;
        let mut files = vec![(path, pages.html)];
        if self.has(Output::Markdown) {
            files.push((format!("days/{date}.md"), pages.markdown.into()));
        }
        if self.has(Output::Json) {
            files.push((format!("days/{date}.json"), view.json().into()));
        }
        Ok(files)
    }

    fn month(&self, month: archive::Month, renderer: &Renderer) -> Rendered {
        let months = archive::months(self.index);
        let Some(days) = months.get(&month) else { return Ok(Vec::new()) };
        let link = |(year, month): &archive::Month| {
            let name = months.get(&(*year, *month)).and_then(|days| days.first());
            let name = name.map_or("", |(day, _)| self.locale.month(day.month()));
            self.dated_link(address::month(*year, *month), format!("{name} {year}"))
        };
        let path = address::month(month.0, month.1);
        let marking = highest(days.iter().flat_map(|(_, briefs)| briefs.iter().copied()));
        let head = PageHead {
            previous: months.range(..month).next_back().map(|(month, _)| link(month)),
            next: months.range(month..).nth(1).map(|(month, _)| link(month)),
            ..PageHead::new(&path, "archive", marking)
                .under([LinkView::home(self.locale), archive_link(self.locale)])
        };
        let page = renderer.page(&head, &MonthView::new(month.0, days, self.locale))?;
        Ok(vec![(path, page)])
    }

    fn topics(&self, renderer: &Renderer) -> Rendered {
        let head =
            PageHead::new(address::TOPICS, "topics", self.highest()).under([LinkView::home(self.locale)]);
        Ok(vec![(
            address::TOPICS.to_owned(),
            renderer.page(&head, &TopicsView::new(self.index, self.locale))?,
        )])
    }

    /// A web server shows this page under any address, so its links are whole or none.
    fn not_found(&self, renderer: &Renderer) -> Rendered {
        let root = self.settings.base_url.as_ref().map(|url| url.as_str().to_owned());
        let head = PageHead { alone: true, ..PageHead::new(address::NOT_FOUND, "home", None) };
        Ok(vec![(address::NOT_FOUND.to_owned(), renderer.page(&head, &NotFoundView { root })?)])
    }

    /// The highest marking of the whole desk.
    pub(super) fn highest(&self) -> Option<Marking> {
        highest(&self.desk.briefs)
    }
}

/// The briefs before and after one in time, in briefs that run from the latest day; those of one day follow each other as they are listed.
fn beside(briefs: &[Brief], place: usize) -> [Option<&Brief>; 2] {
    let day = |place: usize| briefs.get(place).map(|brief| brief.date.value);
    let first_of = |date| briefs.partition_point(|brief| brief.date.value > date);
    let behind = |date| briefs.partition_point(|brief| brief.date.value >= date);
    let Some(own) = day(place) else { return [None, None] };
    let before = place.checked_sub(1).filter(|before| day(*before) == Some(own));
    let earlier = before.or_else(|| behind(day(behind(own))?).checked_sub(1));
    let after = Some(place + 1).filter(|after| day(*after) == Some(own));
    let later = after.or_else(|| Some(first_of(day(first_of(own).checked_sub(1)?)?)));
    [earlier, later].map(|place| briefs.get(place?))
}

fn archive_link(locale: &Locale) -> LinkView<'_> {
    LinkView::new(address::ARCHIVE, locale.word("archive"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    #[test]
    fn briefs_of_one_day_follow_each_other_as_they_are_listed() {
        let brief = |(day, id): (u32, &str)| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let briefs: Vec<_> = [(5, "e"), (3, "b"), (3, "c"), (3, "d"), (1, "a")].map(brief).into();
        let around: Vec<_> = (0..=briefs.len())
            .map(|place| {
                beside(&briefs, place).map(|brief| brief.map_or("-", |brief| brief.id.as_str())).concat()
            })
            .collect();
        assert_eq!(around, ["d-", "ac", "bd", "ce", "-b", "--"]);
    }
}
