//! From which day wording that leans on another day is to be counted, as far as a brief tells.
//!
//! Whoever writes "yesterday" may count from the day of the brief. Words that somebody said are counted from the day when they were
//! said, and nothing in them tells the one from the other: whatever speaks for another day than the brief's is gathered here.

use std::ops::Range;

use chrono::NaiveDate;

use super::reports::reports_words;
use crate::check::{Field, Subject, TextField, words};
use crate::language::dates::meaning::{Meaning, Offset, Reached, meaning};
use crate::language::dates::{Find, What, When};
use crate::language::names::{Tongue, names_weekday};
use crate::markdown::{RefKind, scan};
use crate::model::brief::attributions;
use crate::model::{
    Attribution, Basis, Brief, CivilDate, Event, Fact, FuzzyDate, Ground, Id, Part, Question,
};
use crate::span::Span;

/// A day other than the brief's from which wording may be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Base {
    pub(super) day: CivilDate,
    /// What makes it one: "the day when it was said".
    pub(super) name: &'static str,
}

/// What is known of the day from which the wording of a text is to be counted.
#[derive(Debug)]
pub(super) struct Reckoning<'b> {
    pub(super) brief: CivilDate,
    /// Another day than the brief's.
    other: Option<Base>,
    /// What speaks for another day that is not known.
    pub(super) untold: Option<&'static str>,
    /// Whether the text reports words, so that it is to be counted from the day when they were said.
    pub(super) reports: bool,
    /// Whether something else tells of another day, which the wording may be of.
    doubtful: bool,
    /// When that happened, or will, which the text tells of.
    happened: Vec<&'b FuzzyDate>,
    /// Whether the day of saying is known, so that the article's own is of no account.
    dated: bool,
}

impl<'b> Reckoning<'b> {
    /// What a brief tells of the day from which the wording of one of its texts is to be counted.
    pub(super) fn of(field: &TextField<'_>, times: &[Find], tongue: Tongue, subject: &Subject<'b>) -> Self {
        let mut known = Self {
            brief: subject.brief.date.value,
            other: None,
            untold: None,
            reports: words::Tongue::of(&subject.brief.lang)
                .is_some_and(|tongue| reports_words(field.text, tongue)),
            doubtful: false,
            happened: Vec::new(),
            dated: false,
        };
        known.part(field, subject.brief);
        known.references(field, subject.brief);
        if !known.dated {
            known.on(subject.brief.article.published.as_ref().map(|it| &it.value), "the article's date");
        }
        known.wording(field.text, times, tongue);
        known
    }

    /// Whether nothing speaks for another day than the one that is counted from the brief's.
    pub(super) fn is_sure_of(&self, day: NaiveDate) -> bool {
        let day = CivilDate::from_naive(day);
        let doubtful = self.other.is_some() || self.untold.is_some() || self.reports || self.doubtful;
        !doubtful && self.happened.iter().all(|when| when.exact() == day)
    }

    /// The days from which wording may be counted, the brief's first. What has happened had happened when it was said.
    pub(super) fn bases(&self, offset: Offset) -> Vec<Base> {
        let own = Base { day: self.brief, name: "the brief's date" };
        let is_behind = |base: Base| {
            let reached = offset.from(own.day.as_naive()).and_then(Reached::first);
            !offset.is_ahead() && reached.is_some_and(|first| first > base.day.as_naive())
        };
        let may_be_own = self.untold.is_none() && !self.other.is_some_and(is_behind);
        may_be_own.then_some(own).into_iter().chain(self.other).collect()
    }

    /// The part of the brief that the text belongs to.
    fn part(&mut self, field: &TextField<'_>, brief: &'b Brief) {
        match field.field {
            Field::Title | Field::BottomLine => self.whole(field, brief),
            Field::Fact => {
                brief.key_facts.iter().filter(|it| it.text.span == field.span).for_each(|it| self.fact(it));
            }
            Field::Event => {
                let here = brief.timeline.iter().filter(|it| it.text.span == field.span);
                here.for_each(|it| self.event(it, brief));
            }
            Field::Question | Field::Matters | Field::Position | Field::Settle => {
                let questions = brief.open_questions.iter().filter(|it| holds(it, field.span));
                questions.for_each(|it| self.question(it, field.span));
            }
            Field::Judgement => self.judgements(field.span, brief),
            Field::Note => self.note(field.span, brief),
            // A correction speaks as of its own day.
            Field::Correction => {
                let here = brief.corrections.iter().find(|it| it.text.span == field.span);
                self.dated = true;
                self.day(here.map(|it| it.on.value), "the correction's date");
            }
        }
    }

    /// A title, or a bottom line that links to nothing, may tell any part; with links it says itself which ones.
    fn whole(&mut self, field: &TextField<'_>, brief: &'b Brief) {
        let mut all = Self { happened: Vec::new(), ..*self };
        attributions(brief).for_each(|it| all.said(it));
        all.dated = false;
        let links = field.field == Field::BottomLine
            && scan(field.text).references.iter().any(|it| it.kind == RefKind::Fact);
        if links {
            self.doubtful |= all.other.is_some() || all.untold.is_some();
        } else {
            *self = all;
        }
    }

    fn fact(&mut self, fact: &'b Fact) {
        fact.attribution.iter().for_each(|it| self.said(it));
        self.happened.extend(fact.when.as_ref().map(|it| &it.value));
    }

    fn event(&mut self, event: &'b Event, brief: &'b Brief) {
        match &event.ground {
            Ground::Own { attribution, .. } => self.said(attribution),
            Ground::Fact(id) => {
                brief
                    .fact(&id.value)
                    .and_then(|it| it.attribution.as_ref())
                    .iter()
                    .for_each(|it| self.said(it));
            }
            Ground::Assessed | Ground::Unattributed => {}
        }
        self.happened.extend(event.when.as_ref().map(|it| &it.value));
    }

    /// A question, as of the day when it was opened, or what a party says to it on a day of its own.
    fn question(&mut self, question: &'b Question, text: Span) {
        let is_here = |span: Option<Span>| span == Some(text);
        let position = question.positions.iter().find(|it| is_here(it.says.as_ref().map(|says| says.span)));
        if let Some(position) = position {
            self.said(&position.attribution);
        }
        if !self.dated {
            self.opened(question);
        }
    }

    /// A question without its day may have been asked, in these words, by a brief of another day.
    fn opened(&mut self, question: &Question) {
        self.doubtful |= question.opened.is_none();
        self.day(question.opened.as_ref().map(|it| it.value), "the day when the question was opened");
    }

    fn judgements(&mut self, text: Span, brief: &'b Brief) {
        for judgement in &brief.judgements {
            let is_note = judgement.note.as_deref().is_some_and(|note| note.span == text);
            if judgement.text.span == text || is_note {
                for basis in &judgement.basis {
                    match &basis.value {
                        Basis::Fact(id) => self.link(RefKind::Fact, id, brief),
                        Basis::Question(id) => self.link(RefKind::Question, id, brief),
                    }
                }
            }
        }
    }

    fn note(&mut self, text: Span, brief: &'b Brief) {
        let is_here = |note: Option<&Span>| note == Some(&text);
        let note_of = |fact: &Fact| is_here(fact.note.as_deref().map(|it| &it.span));
        brief.key_facts.iter().filter(|it| note_of(it)).for_each(|it| self.fact(it));
        let questions = brief.open_questions.iter().filter(|it| holds(it, text));
        questions.for_each(|it| self.question(it, text));
        self.judgements(text, brief);
        for part in brief.notes.iter().filter(|it| it.text.span == text).flat_map(|it| &it.about) {
            match &part.value {
                Part::Fact(id) => self.link(RefKind::Fact, id, brief),
                Part::Question(id) => self.link(RefKind::Question, id, brief),
                Part::Source(_) | Part::Entity(_) => {}
            }
        }
        let taken_up = brief.entities.iter().filter(|it| it.is_taken_up);
        if taken_up.into_iter().any(|it| is_here(it.note.as_deref().map(|it| &it.span))) {
            self.untold = Some("the note stands in the register, which is of no day");
        }
    }

    fn references(&mut self, field: &TextField<'_>, brief: &'b Brief) {
        // Lines have no links.
        if matches!(field.field, Field::Title | Field::Question | Field::Settle) {
            return;
        }
        for reference in scan(field.text).references {
            if let Some(id) = Id::parse(&reference.id) {
                self.link(reference.kind, &id, brief);
            }
        }
    }

    /// A part that a text links to, or is about. It does not date the text itself.
    fn link(&mut self, kind: RefKind, id: &Id, brief: &'b Brief) {
        let dated = self.dated;
        match kind {
            RefKind::Fact => brief.fact(id).into_iter().for_each(|it| self.fact(it)),
            RefKind::Question => {
                brief.open_questions.iter().filter(|it| it.id.value == *id).for_each(|it| self.opened(it));
            }
            RefKind::Entity | RefKind::Source => {}
        }
        self.dated = dated;
    }

    fn said(&mut self, attribution: &Attribution) {
        if let Some(on) = &attribution.on {
            self.dated = true;
            return self.on(Some(&on.value), "the day when it was said");
        }
        // Nobody knows when it was said.
        self.doubtful = true;
        // What stands in a report is of the day of that.
        for published in attribution.sources().filter_map(|source| source.item().published.as_ref()) {
            self.on(Some(&published.value), "the date of its source");
        }
    }

    fn on(&mut self, date: Option<&FuzzyDate>, name: &'static str) {
        match date.map(FuzzyDate::exact) {
            Some(None) => self.untold = Some("it was said at a time that is not one day"),
            day => self.day(day.flatten(), name),
        }
    }

    fn day(&mut self, day: Option<CivilDate>, name: &'static str) {
        const SEVERAL: &str = "what it tells is of several days";
        let Some(day) = day.filter(|day| *day != self.brief && self.untold != Some(SEVERAL)) else { return };
        if self.other.is_some_and(|other| other.day != day) {
            // None of them is offered: nothing says which.
            self.untold = Some(SEVERAL);
            self.other = None;
        } else {
            self.other = Some(Base { day, name });
        }
    }

    /// What the text itself tells of days.
    fn wording(&mut self, text: &str, times: &[Find], tongue: Tongue) {
        let dates = times.iter().any(|find| match find.what {
            What::Date(when, _) => !is_day(when, self.brief),
            What::Relative => false,
        });
        if dates || names_weekday(text) {
            self.untold = Some("the text names another time");
        }
        let mut relative = times.iter().filter(|it| it.what == What::Relative).map(|it| &it.at);
        let meaning = |at: &Range<usize>| meaning(text, at, tongue);
        if let Some(first) = relative.next().map(meaning) {
            self.doubtful |= first == Meaning::Elsewhere || relative.any(|at| meaning(at) != first);
        }
    }
}

/// Whether a text of the question, or of a position on it, stands here.
fn holds(question: &Question, text: Span) -> bool {
    let prose = question.matters.iter().chain(question.note.as_deref());
    let says = question.positions.iter().filter_map(|position| position.says.as_ref());
    let lines = question.would_settle.iter().chain([&question.question]).map(|it| it.span);
    prose.chain(says).map(|it| it.span).chain(lines).any(|span| span == text)
}

/// Whether a date, with its year or without, is this day.
fn is_day(when: When, brief: CivilDate) -> bool {
    let own_year = |year: Option<i32>| year.is_none_or(|year| year == brief.year());
    matches!(when, When::Day { year, month, day }
        if own_year(year) && month == brief.month().number_from_month() && day == brief.day())
}
