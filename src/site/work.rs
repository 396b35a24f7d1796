//! Jobs are done side by side, and their files put away as they come.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::changes::{Changes, Walk};
use super::links::Links;
use super::press::{Made, Press, Stopped};
use super::{Job, Site, asked, briefs, without_repetition};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::model::CivilDate;
use crate::output::{Artifact, OutputDir, OutputError, SitePath};
use crate::render::{Renderer, Written};
use crate::room;
use crate::view::site::address;

/// How many briefs, or questions, are rendered together: enough for each of their steps to be fetched seldom, and so few that what one
/// step leaves for the next is still at hand.
const TOGETHER: usize = 4;

/// The most days that are rendered side by side, however many cores there are: what they changed is held as long.
const MOST_DAYS: usize = 16;

/// What is wrong with the templates of a job.
type Outcome = Result<Vec<Diagnostic>, OutputError>;

impl<'d> Site<'d> {
    /// Renders every job, side by side, and hands each file to `folder` as it comes; `done` counts along.
    ///
    /// Returns what is wrong with templates, sorted and without repetition. Where that is anything, the files that were handed
    /// over are no whole site, and must not be published as one.
    ///
    /// # Errors
    /// When `folder` cannot take a file.
    pub fn render(
        &self,
        jobs: &[Job<'d>],
        renderer: &Renderer,
        done: &AtomicUsize,
        folder: &OutputDir,
    ) -> Result<Vec<Diagnostic>, Error> {
        let links = Links::default();
        let work = Work { site: self, jobs, renderer, links: &links, folder, done };
        let mut diagnostics = Vec::new();
        for outcome in work.all() {
            diagnostics.extend(outcome?);
        }
        if diagnostics.is_empty() {
            diagnostics = self.broken_links(&links, jobs, renderer);
        }
        Ok(without_repetition(diagnostics))
    }
}

/// The jobs of a build, known by their places in the plan, and what they are done with.
struct Work<'w, 'd> {
    site: &'w Site<'d>,
    jobs: &'w [Job<'d>],
    renderer: &'w Renderer,
    links: &'w Links,
    folder: &'w OutputDir,
    done: &'w AtomicUsize,
}

impl<'d> Work<'_, 'd> {
    /// Does every job. Nothing is kept of one that went well, as nearly all do.
    fn all(&self) -> Vec<Outcome> {
        let (dated, others) = self.parted();
        let groups = self.together(&others);
        let mut outcomes: Vec<_> =
            groups.into_par_iter().flat_map_iter(|places| self.group(places)).collect();
        let days: Vec<_> = dated.chunk_by(|(one, _), (next, _)| one == next).collect();
        let mut walk = Walk::new(self.site.desk, self.site.index);
        for days in days.chunks(days_at_a_time()) {
            let changes = walk.days(days.iter().filter_map(|jobs| Some(jobs.first()?.0)));
            outcomes.par_extend(days.concat().par_iter().filter_map(|(_, place)| self.job(*place, &changes)));
        }
        outcomes
    }

    /// The jobs of days and of stories that end on them in the order of time, and the others.
    fn parted(&self) -> (Vec<(CivilDate, usize)>, Vec<usize>) {
        let index = self.site.index;
        let mut dated = Vec::with_capacity(index.days.len() + self.site.stories.len());
        let mut others = Vec::with_capacity(self.jobs.len());
        for (place, job) in self.jobs.iter().enumerate() {
            let day = match job {
                Job::Day(date) => Some(*date),
                Job::Story(id) => index.stories.get(id).and_then(|it| it.last()).map(|it| it.date.value),
                _ => None,
            };
            match day {
                Some(day) => dated.push((day, place)),
                None => others.push(place),
            }
        }
        dated.sort_unstable();
        (dated, others)
    }

    /// The jobs of briefs, and those of questions, some together, as far as they follow each other, and every other by itself.
    fn together<'p>(&self, places: &'p [usize]) -> Vec<&'p [usize]> {
        let job = |place: usize| self.jobs.get(place);
        let are_alike = |one: &usize, next: &usize| {
            matches!(
                (job(*one), job(*next)),
                (Some(Job::Brief(_)), Some(Job::Brief(_))) | (Some(Job::Question(_)), Some(Job::Question(_)))
            )
        };
        places.chunk_by(are_alike).flat_map(|run| run.chunks(TOGETHER)).collect()
    }

    fn job(&self, place: usize, changes: &Changes<'d>) -> Option<Outcome> {
        let job = *self.jobs.get(place)?;
        let outcome = self.press(place, |press| self.site.make(job, changes, press));
        // What is streamed is made by no template.
        self.ended(outcome.and_then(|found| self.streams(job).map(|()| found)))
    }

    /// The jobs of a group.
    fn group(&self, places: &[usize]) -> Vec<Outcome> {
        match places.first().and_then(|place| self.jobs.get(*place)) {
            Some(Job::Brief(_)) => self.briefs(places),
            Some(Job::Question(_)) => self.questions(places),
            _ => places.iter().filter_map(|place| self.job(*place, &Changes::default())).collect(),
        }
    }

    /// The jobs of several briefs, one step of all of them after the other.
    fn briefs(&self, places: &[usize]) -> Vec<Outcome> {
        let headed = |place: &usize| match self.jobs.get(*place)? {
            Job::Brief(brief) => Some((*place, self.site.headed(*brief)?)),
            _ => None,
        };
        let (places, headed): (Vec<_>, Vec<_>) = places.iter().filter_map(headed).unzip();
        let sheets: Vec<_> = headed.into_iter().map(|headed| self.site.sheet(headed)).collect();
        let pages = briefs::rendered(&sheets, self.renderer);
        let briefs = places.into_iter().zip(sheets).zip(pages);
        briefs
            .filter_map(|((place, sheet), pages)| {
                self.ended(self.press(place, |press| self.site.hand_over(sheet, pages?, press)))
            })
            .collect()
    }

    /// The jobs of several questions, in the same way.
    fn questions(&self, places: &[usize]) -> Vec<Outcome> {
        let asked = |place: &usize| match self.jobs.get(*place)? {
            Job::Question(id) => Some((*place, self.site.asked(id)?)),
            _ => None,
        };
        let asked: Vec<_> = places.iter().filter_map(asked).collect();
        let sheets: Vec<_> = asked.iter().map(|(_, asked)| self.site.first_sheet(asked)).collect();
        let pages = asked::rendered(&sheets, self.renderer);
        let questions = asked.iter().zip(sheets).zip(pages);
        questions
            .filter_map(|(((place, asked), sheet), page)| {
                self.ended(
                    self.press(*place, |press| self.site.hand_over_question(asked, (sheet, page?), press)),
                )
            })
            .collect()
    }

    /// Counts a job, and keeps what is wrong with it.
    fn ended(&self, outcome: Outcome) -> Option<Outcome> {
        self.done.fetch_add(1, Ordering::Relaxed);
        Some(outcome).filter(|outcome| !matches!(outcome, Ok(found) if found.is_empty()))
    }

    /// Makes files of a job, and looks at the links of each before it is put away.
    fn press(
        &self,
        place: usize,
        make: impl FnOnce(&mut Press<'_, OutputError>) -> Made<OutputError>,
    ) -> Outcome {
        let mut take = |path: String, written: Written| {
            self.links.look_at(place, &path, &written);
            self.folder
                .put(Artifact { path: SitePath::new(path)?, content: written.text.as_bytes().into() })?;
            room::give_back(written.text);
            Ok(())
        };
        match make(&mut Press::new(self.renderer, &mut take)) {
            Ok(()) => Ok(Vec::new()),
            Err(Stopped::Templates(found)) => Ok(found),
            Err(Stopped::NotTaken(error)) => Err(error),
        }
    }

    /// Hands over what a job makes piece by piece, beside its files.
    fn streams(&self, job: Job<'d>) -> Result<(), OutputError> {
        match job {
            Job::Search => self.site.search_index(&|path, content| {
                self.links.is_there(&path);
                self.folder.put(Artifact { path: SitePath::new(path)?, content: content.into() }).map(drop)
            }),
            Job::Ndjson => {
                self.links.is_there(address::NDJSON);
                self.folder.put_pieces(SitePath::new(address::NDJSON)?, &mut self.site.lines()).map(drop)
            }
            _ => Ok(()),
        }
    }
}

/// How many days are rendered side by side: some for each core.
fn days_at_a_time() -> usize {
    (4 * rayon::current_num_threads()).min(MOST_DAYS)
}
