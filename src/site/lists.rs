//! The pages of lists: each kind of thread, and each thread.

use std::borrow::Cow;

use super::Site;
use super::changes::{Changes, of_story};
use super::press::{Made, Press};
use crate::desk::Thread;
use crate::model::{Id, Marking};
use crate::render::InSite;
use crate::view::site::{
    CorrectionsView, EntitiesView, EntityPageView, LinkView, PageHead, PageView, Pager, QuestionsView,
    SourcePageView, SourcesView, StoriesView, Story, StoryPageView, TopicPageView, UnnamedView, address,
    corrections, entity, questions, story,
};

/// What the pages of a list have in common.
pub(super) struct List<'v> {
    pub(super) section: &'static str,
    pub(super) trail: Vec<LinkView<'v>>,
    pub(super) marking: Option<Marking>,
    pub(super) total: usize,
}

impl<'d> Site<'d> {
    pub(super) fn stories<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let total = self.stories.len();
        let list = List {
            section: "stories",
            trail: vec![LinkView::home(self.locale)],
            marking: self.highest(),
            total,
        };
        self.list(
            &list,
            |number| address::list(address::STORIES, number),
            press,
            |number, size| {
                let here = self.stories.chunks(size).nth(number - 1).unwrap_or_default();
                StoriesView::new(here, total, &self.settings.stories, self.locale)
            },
        )
    }

    pub(super) fn story<E>(&self, id: &Id, changes: &Changes<'d>, press: &mut Press<'_, E>) -> Made<E> {
        let Some(briefs) = self.index.stories.get(id) else { return Ok(()) };
        let changes =
            changes.of_story(id).map_or_else(|| Cow::Owned(of_story(briefs, self.index)), Cow::Borrowed);
        let trail =
            vec![LinkView::home(self.locale), LinkView::new(address::STORIES, self.locale.word("stories"))];
        let questions =
            questions::ordered(self.index.questions.of_briefs(briefs.iter().copied()).into_iter());
        let told_by = questions.iter().copied().flat_map(Thread::told_by);
        let marking = self.highest_of(briefs.iter().copied().chain(told_by));
        let list = List { section: "stories", trail, marking, total: briefs.len() };
        let story = Story {
            title: story::title(id, &self.settings.stories),
            briefs,
            changes: &changes,
            questions: &questions,
            today: self.today(),
        };
        self.list(
            &list,
            |number| address::story(id, number),
            press,
            |number, size| StoryPageView::new(&story, (number, size), self.locale),
        )
    }

    pub(super) fn questions<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let (trail, marking) = (vec![LinkView::home(self.locale)], self.highest());
        let list = List { section: "questions", trail, marking, total: self.ordered_questions().len() };
        self.list(
            &list,
            |number| address::list(address::QUESTIONS, number),
            press,
            |number, size| {
                QuestionsView::new(self.ordered_questions(), (number, size), self.today(), self.locale)
            },
        )
    }

    pub(super) fn entities<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let total = self.entities.len();
        let list = List {
            section: "entities",
            trail: vec![LinkView::home(self.locale)],
            marking: self.highest(),
            total,
        };
        self.list(
            &list,
            |number| address::list(address::ENTITIES, number),
            press,
            |number, size| {
                let here = self.entities.chunks(size).nth(number - 1).unwrap_or_default();
                EntitiesView::new(here, total, self.locale)
            },
        )
    }

    pub(super) fn entity<E>(&self, place: usize, press: &mut Press<'_, E>) -> Made<E> {
        let Some(party) = self.entities.get(place) else { return Ok(()) };
        let trail =
            vec![LinkView::home(self.locale), LinkView::new(address::ENTITIES, self.locale.word("entities"))];
        let overtaken = self.overtaken();
        let marking = self.highest_of(entity::told_by(party, overtaken)).max(party.marking);
        let list = List { section: "entities", trail, marking, total: party.mentions.len() };
        let names = party.all_names();
        self.list(
            &list,
            |number| address::entity(party.key, number),
            press,
            |number, size| EntityPageView::new(party, &names, (number, size), overtaken, self.locale),
        )
    }

    pub(super) fn topic<E>(&self, id: &Id, press: &mut Press<'_, E>) -> Made<E> {
        let Some(topic) = self.index.topics.get(id) else { return Ok(()) };
        let trail =
            vec![LinkView::home(self.locale), LinkView::new(address::TOPICS, self.locale.word("topics"))];
        let marking = self.highest_of(topic.briefs.iter().copied());
        let list = List { section: "topics", trail, marking, total: topic.briefs.len() };
        self.list(
            &list,
            |number| address::topic(id, number),
            press,
            |number, size| TopicPageView::new(topic, number, size, self.locale),
        )
    }

    pub(super) fn sources<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let total = self.ordered_sources().len();
        let registered = self.index.sources.iter().filter_map(|party| party.said.marking.as_ref());
        let registered = registered.map(|marking| marking.value).max();
        let list = List {
            section: "sources",
            trail: vec![LinkView::home(self.locale)],
            marking: self.highest().max(registered),
            total,
        };
        self.list(
            &list,
            |number| address::list(address::SOURCES, number),
            press,
            |number, size| {
                let here = self.ordered_sources().chunks(size).nth(number - 1).unwrap_or_default();
                SourcesView::new(here, total, self.index.unnamed.len(), self.locale)
            },
        )
    }

    pub(super) fn source<E>(&self, place: usize, press: &mut Press<'_, E>) -> Made<E> {
        let Some(summed) = self.ordered_sources().get(place) else { return Ok(()) };
        let (party, _) = summed;
        let trail =
            vec![LinkView::home(self.locale), LinkView::new(address::SOURCES, self.locale.word("sources"))];
        let marking = self.highest_of(party.mentions.iter().map(|(brief, _)| *brief)).max(party.marking);
        let list = List { section: "sources", trail, marking, total: party.mentions.len() };
        self.list(
            &list,
            |number| address::source(party.key, number),
            press,
            |number, size| SourcePageView::new(summed, self.ledger(), (number, size), self.locale),
        )
    }

    pub(super) fn unnamed<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let unnamed = &self.index.unnamed;
        let trail =
            vec![LinkView::home(self.locale), LinkView::new(address::SOURCES, self.locale.word("sources"))];
        let marking = self.highest_of(unnamed.iter().map(|(brief, _)| *brief));
        let list = List { section: "sources", trail, marking, total: unnamed.len() };
        self.list(
            &list,
            |number| address::list(address::UNNAMED, number),
            press,
            |number, size| UnnamedView::new(unnamed, self.ledger(), (number, size), self.locale),
        )
    }

    pub(super) fn corrections<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let all = corrections::corrections(self.desk);
        let marking = self.highest_of(all.iter().map(|(_, brief)| *brief));
        let list = List {
            section: "corrections",
            trail: vec![LinkView::home(self.locale)],
            marking,
            total: all.len(),
        };
        self.list(
            &list,
            |number| address::list(address::CORRECTIONS, number),
            press,
            |number, size| {
                CorrectionsView::new(all.chunks(size).nth(number - 1).unwrap_or_default(), self.locale)
            },
        )
    }

    /// How many items go on a page.
    pub(super) fn page_size(&self) -> usize {
        self.settings.limits.page_items.max(1)
    }

    /// How many pages a list has.
    pub(super) fn pages_of(&self, list: &List<'_>) -> usize {
        list.total.div_ceil(self.page_size()).max(1)
    }

    /// The pages of a list, each with its place among them. `make` is given the number of the page, from 1, and how many items go
    /// on one.
    fn list<V: PageView + InSite, E>(
        &self,
        list: &List<'_>,
        address: impl Fn(usize) -> String,
        press: &mut Press<'_, E>,
        make: impl Fn(usize, usize) -> V,
    ) -> Made<E> {
        let size = self.page_size();
        (1..=self.pages_of(list)).try_for_each(|number| {
            let view = make(number, size);
            press.page(address(number), &self.list_head(list, number, &address), &view)
        })
    }

    /// The head of a page of a list, by its number.
    pub(super) fn list_head<'v>(
        &self,
        list: &List<'v>,
        number: usize,
        address: impl Fn(usize) -> String,
    ) -> PageHead<'v> {
        PageHead {
            pager: Pager::new(number, self.pages_of(list), &address, self.locale),
            ..PageHead::new(&address(number), list.section, list.marking).under(list.trail.clone())
        }
    }
}
