//! What is found by full-text search.

use std::borrow::Cow;

use super::press::{Made, Press};
use super::{Sink, Site};
use crate::locale::Locale;
use crate::model::{Brief, Entity, Marking, Words as _};
use crate::output::OutputError;
use crate::search::{self, Builder, Document, Names, Weight};
use crate::view::EntityView;
use crate::view::site::{PageHead, SearchView, address, questions::QuestionEntry, story};

impl Site<'_> {
    /// The search page.
    pub(super) fn search_page<E>(&self, press: &mut Press<'_, E>) -> Made<E> {
        let head = PageHead::new(address::SEARCH, "search", self.highest());
        let page = press.renderer().search(&head, &SearchView { briefs: self.desk.briefs.len() })?;
        press.file(address::SEARCH.to_owned(), page)
    }

    /// Hands over the files of the index.
    pub(super) fn search_index(&self, sink: &Sink<'_>) -> Result<(), OutputError> {
        // What the register has of an entity comes first.
        let said = self.index.entities.iter().map(|party| party.said);
        let names = Names::of(said.chain(self.desk.briefs.iter().flat_map(|brief| &brief.entities)));
        let mut index = Builder::new();
        self.threads(&names).for_each(|document| index.add(&document));
        // Of results that are equally good, those that are added later come first.
        for brief in self.desk.chronological() {
            index.add(&search::document(brief, &names, address::brief(&brief.id), self.locale));
        }
        index.finish().try_for_each(|(path, content)| sink(path, content))
    }

    /// Stories, questions and entities as documents.
    fn threads<'s>(&'s self, names: &'s Names<'_>) -> impl Iterator<Item = Document<'s>> {
        let stories = self.stories.iter().map(|(id, briefs)| {
            let title = story::title(id, &self.settings.stories);
            let latest = briefs.last();
            Document {
                marking: self.mark_of(briefs.iter().copied()),
                snippet: latest.map_or("", |brief| brief.title.value.as_str()).into(),
                snippet_lang: latest.map(|brief| &brief.lang),
                ..thread(self.locale.word("result_story"), address::story(id, 1), title)
            }
        });
        let questions = self.ordered_questions().iter().map(|question| {
            let entry = QuestionEntry::new(question, self.today(), self.locale);
            Document {
                marking: self.mark_of(question.told_by()),
                title_lang: Some(&question.latest().brief.lang),
                snippet: standing(&entry, self.locale).into(),
                snippet_lang: Some(self.locale.lang()),
                date: Some(entry.last_move.text.into_text().into_owned()),
                ..thread(self.locale.word("result_question"), entry.href.to_string(), entry.question.into())
            }
        });
        let entities = self.entities.iter().map(|party| {
            let briefs = party.mentions.iter().map(|(brief, _)| *brief);
            Document { marking: self.mark_of(briefs), ..entity(party, names, self.locale) }
        });
        stories.chain(questions).chain(entities)
    }

    /// How results that tell of these briefs are marked.
    fn mark_of<'b>(&self, briefs: impl Iterator<Item = &'b Brief>) -> &'static str {
        self.highest_of(briefs).map_or("", Marking::word)
    }
}

/// Where a question stands: on whose word it is answered, or for how long it has been open.
fn standing(entry: &QuestionEntry<'_>, locale: &Locale) -> String {
    let status = entry.status.label;
    match (&entry.answer, &entry.settled, &entry.age_text) {
        (Some(answer), ..) => format!("{status} ({})", answer.said(locale)),
        (None, None, Some(age)) => [&*status, locale.word("comma"), age].concat(),
        (None, ..) => status.to_string(),
    }
}

fn entity<'d>(
    party: &crate::desk::party::Party<'d, Entity>,
    names: &'d Names<'_>,
    locale: &'d Locale,
) -> Document<'d> {
    let said = EntityView::new(party.said, None, locale);
    let kind = said.kind.label;
    let latest = party.mentions.last().filter(|(_, it)| std::ptr::eq(*it, party.said));
    let mut document = Document {
        snippet: said.role.unwrap_or_default().into(),
        snippet_lang: latest.filter(|(_, it)| !it.is_taken_up).map(|(brief, _)| &brief.lang),
        ..thread(kind.text(), address::entity(party.key, 1), said.name.into())
    };
    // By whatever name it is looked for, its own page comes before those that speak of it.
    let all = names.all(party.said);
    document.fields.extend([(Weight::Title, all.clone()), (Weight::Name, all)]);
    document
}

fn thread<'d>(kind: &'d str, href: String, title: Cow<'d, str>) -> Document<'d> {
    let fields = vec![(Weight::Title, title.clone())];
    Document { kind: kind.into(), href, title, fields, ..Document::default() }
}
