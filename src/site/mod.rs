//! A desk → the pages of its site, first as a plan, then as files.

mod asked;
mod briefs;
pub mod changes;
mod elsewhere;
pub mod find;
mod links;
mod lists;
mod pages;
mod press;
mod rendered;
mod search;
mod work;

use std::sync::OnceLock;

use crate::ceiling::Counts;
use crate::desk::carried::Ledger;
use crate::desk::party::Party;
use crate::desk::{Daily, Desk, Index, Overtaken, Thread};
use crate::diagnostic::Diagnostic;
use crate::feed;
use crate::locale::Locale;
use crate::model::{Brief, CivilDate, Entity, Id, Marking};
use crate::output::OutputError;
use crate::render::{Renderer, Written};
use crate::settings::Output;
use crate::settings::Settings;
pub use rendered::Rendered;

use changes::Changes;
use links::Links;
pub(crate) use links::dead as dead_links;
use press::{Press, Stopped};

use crate::view::site::{archive, entity, questions, source, story};

/// A desk with everything that its pages are made from.
pub struct Site<'d> {
    desk: &'d Desk,
    settings: &'d Settings,
    /// The language of the site's own pages.
    locale: &'d Locale,
    index: &'d Index<'d>,
    /// Questions in the order of their list, once it has been asked for: a preview renders few pages.
    questions: OnceLock<Vec<&'d Thread<'d>>>,
    /// Stories in the order of their list.
    stories: Vec<(&'d Id, &'d [&'d Brief])>,
    /// Entities in the order of their list.
    entities: Vec<&'d Party<'d, Entity>>,
    /// Facts that are overtaken, once they have been asked for.
    overtaken: OnceLock<Overtaken<'d>>,
    /// What sources said and carried, once it has been asked for.
    ledger: OnceLock<Ledger<'d>>,
    /// Sources in the order of their list, once it has been asked for.
    sources: OnceLock<Vec<source::Summed<'d, 'd>>>,
    /// The highest marking of the whole desk, once it has been asked for.
    highest: OnceLock<Option<Marking>>,
    /// How much is withheld, where readers may know.
    withheld: Counts,
    /// Whether it remembers for the next check what its briefs said.
    remembers: bool,
}

/// One thing to render.
#[derive(Debug, Clone, Copy)]
pub enum Job<'d> {
    /// The page of the brief at this place of the desk, and its Markdown file.
    Brief(usize),
    /// The home page.
    Home,
    /// Days by year and month.
    Archive,
    /// A day: its daily brief.
    Day(CivilDate),
    /// A month.
    Month(archive::Month),
    /// Every story.
    Stories,
    /// A story.
    Story(&'d Id),
    /// Every question.
    Questions,
    /// A question.
    Question(&'d Id),
    /// Every entity.
    Entities,
    /// An entity, by its place in the list.
    Entity(usize),
    /// Every topic.
    Topics,
    /// A topic.
    Topic(&'d Id),
    /// Every source.
    Sources,
    /// A source, by its place in the list.
    Source(usize),
    /// Every anonymous source.
    Unnamed,
    /// What was put right.
    Corrections,
    /// The search page, and its index.
    Search,
    /// The Atom feed and the JSON Feed.
    Feeds,
    /// The calendar of what is expected.
    Calendar,
    /// One brief a line.
    Ndjson,
    /// What a web server shows where there is no page.
    NotFound,
    /// The style sheet.
    StyleSheet,
    /// What is remembered of the briefs, for the next check.
    Record,
}

impl<'d> Site<'d> {
    /// Sorts what the lists of the site need.
    #[must_use]
    pub fn new(desk: &'d Desk, index: &'d Index<'d>, settings: &'d Settings) -> Self {
        Self {
            desk,
            settings,
            locale: settings.locale(),
            index,
            questions: OnceLock::new(),
            stories: story::latest_first(index),
            entities: entity::by_name(index, settings.locale()),
            overtaken: OnceLock::new(),
            ledger: OnceLock::new(),
            sources: OnceLock::new(),
            highest: OnceLock::new(),
            withheld: Counts::default(),
            remembers: true,
        }
    }

    /// The same for readers alone: nothing is remembered in it of what its briefs said. Of a desk under a ceiling that would be
    /// less than the briefs say, and the next check would take the rest for a change.
    #[must_use]
    pub fn for_readers(mut self) -> Self {
        self.remembers = false;
        self
    }

    /// Says how much is withheld.
    #[must_use]
    pub fn with_withheld(mut self, withheld: Counts) -> Self {
        self.withheld = withheld;
        self
    }

    /// Everything that the site consists of.
    #[must_use]
    pub fn plan(&self) -> Vec<Job<'d>> {
        let mut jobs = Vec::new();
        // The longest first, so that nobody waits for it in the end.
        let optional = [
            (Output::Search, Job::Search),
            (Output::Ndjson, Job::Ndjson),
            (Output::Feeds, Job::Feeds),
            (Output::Calendar, Job::Calendar),
        ];
        jobs.extend(optional.into_iter().filter(|(output, _)| self.has(*output)).map(|(_, job)| job));
        jobs.extend((0..self.desk.briefs.len()).map(Job::Brief));
        jobs.extend([Job::Home, Job::Archive, Job::Stories, Job::Questions, Job::Entities]);
        jobs.extend([Job::Topics, Job::Sources, Job::Unnamed, Job::Corrections, Job::NotFound]);
        jobs.push(Job::StyleSheet);
        jobs.extend(self.remembers.then_some(Job::Record));
        jobs.extend(self.index.days.keys().copied().map(Job::Day));
        jobs.extend(archive::months(self.index).into_keys().map(Job::Month));
        jobs.extend(self.stories.iter().map(|(id, _)| Job::Story(id)));
        jobs.extend(self.index.questions.iter().map(|thread| Job::Question(thread.id())));
        jobs.extend((0..self.entities.len()).map(Job::Entity));
        jobs.extend(self.index.topics.keys().map(Job::Topic));
        jobs.extend((0..self.index.sources.iter().count()).map(Job::Source));
        jobs
    }

    fn ordered_questions(&self) -> &[&'d Thread<'d>] {
        self.questions.get_or_init(|| questions::ordered(self.index.questions.iter()))
    }

    fn ordered_sources(&self) -> &[source::Summed<'d, 'd>] {
        self.sources.get_or_init(|| source::by_name(self.index, self.ledger(), self.locale))
    }

    fn overtaken(&self) -> &Overtaken<'d> {
        self.overtaken.get_or_init(|| Overtaken::of(self.stories.iter().map(|(_, briefs)| *briefs)))
    }

    fn ledger(&self) -> &Ledger<'d> {
        self.ledger.get_or_init(|| Ledger::of(self.desk))
    }

    /// The highest marking of the whole desk.
    fn highest(&self) -> Option<Marking> {
        *self.highest.get_or_init(|| self.desk.briefs.iter().map(Brief::banner).max())
    }

    /// The highest marking of some briefs of the desk. They are looked at until one of them is marked as high as any.
    fn highest_of<'b>(&self, briefs: impl IntoIterator<Item = &'b Brief>) -> Option<Marking> {
        let most = self.highest();
        let mut highest = None;
        for marking in briefs.into_iter().map(Brief::banner) {
            highest = highest.max(Some(marking));
            if highest == most {
                break;
            }
        }
        highest
    }

    fn today(&self) -> Option<CivilDate> {
        self.desk.today()
    }

    fn has(&self, output: Output) -> bool {
        self.settings.outputs.contains(&output)
    }

    /// One brief a line, in pieces of some.
    fn lines(&self) -> impl Iterator<Item = Vec<u8>> + '_ {
        let site = feed::Site::new(self.settings);
        let briefs = self.desk.chronological().into_iter();
        briefs.map(move |brief| feed::ndjson::of_brief(brief, &site).into_bytes())
    }

    /// A report for each link that leads nowhere. The pages that have one are rendered again to name it.
    fn broken_links(&self, links: &Links, jobs: &[Job<'d>], renderer: &Renderer) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for job in links.broken().into_iter().filter_map(|place| jobs.get(place)).take(MOST_BROKEN) {
            for (path, page) in self.files(*job, renderer).unwrap_or_default() {
                found
                    .extend(links.broken_of(&path, &page).into_iter().map(|href| links::broken(&path, href)));
            }
        }
        found
    }

    /// The changes of a day's job, when it is done again by itself.
    fn changes_of(&self, job: Job<'d>) -> Changes<'d> {
        let Job::Day(date) = job else { return Changes::default() };
        Changes::alone(&Daily::new(self.desk, self.index, date, date), self.index)
    }

    /// The files of a job by itself, all of them in memory, or what is wrong with its templates.
    fn files(&self, job: Job<'d>, renderer: &Renderer) -> Result<Vec<(String, Written)>, Vec<Diagnostic>> {
        let mut files = Vec::new();
        let mut take = |path: String, written: Written| {
            files.push((path, written));
            Ok(())
        };
        self.make(job, &self.changes_of(job), &mut Press::new(renderer, &mut take))
            .map_err(Stopped::templates)?;
        Ok(files)
    }
}

/// How many pages with links that lead nowhere are told of.
const MOST_BROKEN: usize = 20;

/// Takes a file: its path and its content.
type Sink<'s> = dyn Fn(String, Vec<u8>) -> Result<(), OutputError> + 's;

/// A template that fails, fails for every brief: once is enough.
fn without_repetition(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    crate::diagnostic::sort(&mut diagnostics);
    diagnostics.dedup_by(|a, b| (&a.path, a.span, &a.message) == (&b.path, b.span, &b.message));
    diagnostics
}
