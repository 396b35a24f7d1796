//! The register of a desk's questions, and how a question stands in any list.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::entity::LaterWord;
use super::entry::of_page;
use super::frame::PageView;
use crate::desk::thread::{Occurrence, Since, Thread};
use crate::locale::{Arg, Locale};
use crate::markdown::as_plain;
use crate::markdown::{KnownText, KnownWord};
use crate::model::{Attribution, CivilDate, Direction, Marking, Prose};
use crate::view::PageAddress;
use crate::view::parts::{Labelled, QuoteView};
use crate::view::{AttributionView, DateView};

/// Every question of a desk, open ones first.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuestionsView<'v> {
    /// The open questions of this page, those that moved last first.
    pub open: Vec<QuestionEntry<'v>>,
    /// The settled questions of this page, those that were settled last first.
    pub settled: Vec<QuestionEntry<'v>>,
    /// How many are open in all.
    pub total_open: usize,
    /// How many are settled in all.
    pub total_settled: usize,
    /// Both in words: `3 open, 1 settled`.
    pub text: String,
}

impl PageView for QuestionsView<'_> {
    const TEMPLATE: &'static str = "questions.html";
    const NAME: &'static str = "questions";
}

/// A question in a list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuestionEntry<'v> {
    /// Its id.
    pub id: KnownText<&'v str>,
    /// Where its page is.
    pub href: PageAddress<'v>,
    /// The question, as the latest brief asks it.
    pub question: &'v str,
    /// Its language.
    pub lang: KnownText<&'v str>,
    /// The direction that it runs in.
    pub dir: Direction,
    /// Where it stands.
    pub status: Labelled<'v>,
    /// On what ground it counts as answered.
    pub answer: Option<AnswerGround<'v>>,
    /// Since when it is open, or was; absent where no brief gives the day.
    pub opened: Option<DateView<'v>>,
    /// The day of the first brief that has it, where `opened` is absent: it was asked by then.
    pub opened_by: Option<DateView<'v>>,
    /// Since when it is open again, where it had been settled in between and a brief gives the day.
    pub reopened: Option<DateView<'v>>,
    /// The day of the brief that has it as open again, where none gives the day: it was by then.
    pub reopened_by: Option<DateView<'v>>,
    /// When it was settled; absent as long as it is open, and where no brief gives the day.
    pub settled: Option<DateView<'v>>,
    /// The day of the first brief that has it as settled so, where none gives the day: it was by then.
    pub settled_by: Option<DateView<'v>>,
    /// How many days lie between the day that it was first opened and the day that it was settled, or that of the desk's latest brief.
    /// Counted from `opened_by`, there may have been more. Absent where it is settled and no brief says when.
    pub age: Option<i64>,
    /// The same in words: `29 days`, or `at least 29 days`.
    pub age_text: Option<Cow<'v, str>>,
    /// When it moved last.
    pub last_move: DateView<'v>,
    /// How many parties have taken a position, whoever bears one name counted once. The question's page may list it under each of its ids.
    pub parties: usize,
    /// The highest handling label that it has of its own, or its answer; absent where there is none and no brief of the desk is marked otherwise.
    pub marking: Option<KnownWord>,
}

/// How well attested the fact is that answers a question: an answer may be no more than somebody's claim.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AnswerGround<'v> {
    /// What it says, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// The language of this.
    pub lang: KnownText<&'v str>,
    /// The direction that it runs in.
    pub dir: Direction,
    /// Its status.
    pub status: Labelled<'v>,
    /// On whose word it stands; absent where it is our own assessment.
    pub attribution: Option<AttributionView<'v>>,
    /// Words to the letter of others than its speaker.
    pub quotes: Vec<QuoteView<'v>>,
    /// Of everybody who says something of the fact in the story the last word, where that attests it otherwise, and what other briefs of
    /// the day answer: the answer is no better than that. What its own speaker says comes first.
    pub later: Vec<LaterWord<'v>>,
    /// How many more of these words there are.
    pub later_more: Option<usize>,
}

impl<'v> AnswerGround<'v> {
    fn of(thread: &Thread<'v>, locale: &'v Locale) -> Option<Self> {
        let (brief, fact) = thread.answer()?;
        let attribution = fact.attribution.as_ref();
        let (later, later_more) = LaterWord::first(&thread.overtaken(), locale);
        Some(Self {
            text: &fact.text.value,
            lang: brief.lang.tag(),
            dir: brief.lang.direction(),
            status: Labelled::attested(fact, brief, locale),
            attribution: attribution.map(|it| AttributionView::uncited(Some(it), locale)),
            quotes: QuoteView::of_others(&fact, brief, locale),
            later,
            later_more,
        })
    }

    /// The same in words: `Claimed: the harbour master — “It was rust.” · Later, 5 May 2025: Denial: the port`.
    #[must_use]
    pub fn said(&self, locale: &Locale) -> String {
        let ground = with_text(&ground(&self.status, self.attribution.as_ref(), locale), self.text, locale);
        let ground = with_quotes(ground, &self.quotes, locale);
        let later = self.later.iter().map(|later| later.said(locale));
        let more = self.later_more.map(|more| locale.counted("count_more_words", more).into_owned());
        [ground].into_iter().chain(later).chain(more).collect::<Vec<_>>().join(" · ")
    }
}

/// A status and on whose word it stands.
fn ground(status: &Labelled<'_>, attribution: Option<&AttributionView<'_>>, locale: &Locale) -> String {
    match attribution {
        Some(attribution) => [&*status.label, locale.word("colon"), &attribution.text].concat(),
        None => status.label.to_string(),
    }
}

/// With what is said.
fn with_text(ground: &str, text: &Prose, locale: &Locale) -> String {
    format!("{ground} — {}{}{}", locale.word("quote_open"), as_plain(text), locale.word("quote_close"))
}

/// With words to the letter of others.
fn with_quotes(said: String, quotes: &[QuoteView<'_>], locale: &Locale) -> String {
    quotes.iter().fold(said, |said, quote| format!("{said} · {}", quote.said(locale)))
}

/// The same of the latest word; where that is another statement, with it, as a status is of its own words alone.
pub(super) fn ground_of_later(later: &LaterWord<'_>, locale: &Locale) -> String {
    let ground = ground(&later.status, Some(&later.attribution), locale);
    let said = match later.text {
        Some(text) => with_text(&ground, text, locale),
        None => ground,
    };
    let said = match &later.when {
        Some(when) => format!("{said} · {} {}", locale.word("when"), when.text),
        None => said,
    };
    with_quotes(said, &later.quotes, locale)
}

impl<'v> QuestionEntry<'v> {
    /// A question of a desk, as of a day.
    #[must_use]
    pub fn new(thread: &Thread<'v>, as_of: Option<CivilDate>, locale: &'v Locale) -> Self {
        let Occurrence { brief, question } = thread.latest();
        let (opened, reopened, settled) = (thread.opened(), thread.reopened(), thread.settled());
        let age = age(thread, as_of);
        let date = |day: CivilDate| DateView::new(&day, locale);
        Self {
            id: question.id.value.known(),
            href: PageAddress::question(&question.id.value),
            question: question.question.value.as_str(),
            lang: brief.lang.tag(),
            dir: brief.lang.direction(),
            status: Labelled::new(question.status.value, locale),
            answer: AnswerGround::of(thread, locale),
            opened: opened.given().map(date),
            opened_by: opened.by().map(date),
            reopened: reopened.and_then(Since::given).map(date),
            reopened_by: reopened.and_then(Since::by).map(date),
            settled: settled.and_then(Since::given).map(date),
            settled_by: settled.and_then(Since::by).map(date),
            age,
            age_text: age.map(|days| age_text(days, opened, locale)),
            last_move: DateView::new(&thread.last_move(), locale),
            parties: thread.parties(),
            marking: own_marking(thread).or_else(|| brief.levels.away()).map(Marking::label),
        }
    }
}

/// The marking that a list gives a question: as its page has it, and no lower than the fact that answers it or anybody on whose word that
/// stands. Of the two, what has no marking of its own is as high as its brief.
fn own_marking(thread: &Thread<'_>) -> Option<Marking> {
    let Occurrence { brief, question } = thread.latest();
    let fact = thread.answer().map(|(_, fact)| fact);
    let sources = fact.and_then(|fact| fact.attribution.as_ref());
    let sources = sources.into_iter().flat_map(Attribution::sources);
    let sources = sources.filter_map(|source| source.marking.as_ref());
    let parts = [&question.marking].into_iter().chain(fact.map(|fact| &fact.marking));
    let own = parts.clone().flatten().chain(sources).map(|marking| marking.value).max();
    let inherited = parts.filter(|marking| marking.is_none()).map(|_| brief.marking.value).max();
    own.map(|own| inherited.map_or(own, |inherited| own.max(inherited))).max(brief.levels.marking(question))
}

/// How many days a question has been open at least: until it was settled, or else until the given day, or the day of its latest brief.
/// Nothing where that is not known.
fn age(thread: &Thread<'_>, as_of: Option<CivilDate>) -> Option<i64> {
    let until = match thread.settled() {
        Some(settled) => settled.given()?,
        None => as_of.unwrap_or(thread.latest().brief.date.value),
    };
    let opened = thread.opened();
    let days = (until.as_naive() - opened.day().as_naive()).num_days().max(0);
    // That it is no day at least says nothing, nor is it so of one that was settled meanwhile.
    let is_known = opened.given().is_some() || days > 0 && thread.reopened().is_none();
    is_known.then_some(days)
}

fn age_text(days: i64, opened: Since, locale: &Locale) -> Cow<'_, str> {
    let message = if opened.given().is_some() { "count_days" } else { "count_days_at_least" };
    locale.counted(message, usize::try_from(days).unwrap_or_default())
}

/// A desk's questions in the order of their list: open ones, then settled ones, each from the latest move.
#[must_use]
pub fn ordered<'i, 'd: 'i>(threads: impl Iterator<Item = &'i Thread<'d>>) -> Vec<&'i Thread<'d>> {
    let mut ordered: Vec<_> = threads.collect();
    ordered.sort_by_cached_key(|thread| {
        (!thread.is_unsettled(), std::cmp::Reverse(thread.last_move()), thread.id())
    });
    ordered
}

impl<'v> QuestionsView<'v> {
    /// A page of the list, from all questions in their order.
    #[must_use]
    pub fn new(
        ordered: &[&Thread<'v>],
        page: (usize, usize),
        as_of: Option<CivilDate>,
        locale: &'v Locale,
    ) -> Self {
        let of = |unsettled: bool| {
            let threads = of_page(ordered.iter(), page).filter(|thread| thread.is_unsettled() == unsettled);
            threads.map(|thread| QuestionEntry::new(thread, as_of, locale)).collect()
        };
        // As `ordered` has put them, those that are open come first.
        let total_open = ordered.partition_point(|thread| thread.is_unsettled());
        let total_settled = ordered.len() - total_open;
        let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
        let text = locale
            .say("count_open_settled", &[("count", count(total_open)), ("settled", count(total_settled))]);
        Self { open: of(true), settled: of(false), total_open, total_settled, text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Desk;
    use crate::desk::thread::Threads;
    use crate::model::{Brief, Id};
    use crate::validate::sample;

    #[test]
    fn a_question_is_marked_no_lower_than_its_brief_where_its_answer_is() {
        for (question, answer, marking) in [
            ("", "", None),
            ("", ", marking: TLP:GREEN", Some("TLP:AMBER")),
            (", marking: TLP:GREEN", "", Some("TLP:AMBER")),
            (", marking: TLP:CLEAR", ", marking: TLP:GREEN", Some("TLP:GREEN")),
        ] {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:AMBER\nbottom_line: Invented.\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: outlet, descriptor: Invented}}]\n\
                 key_facts: [{{id: rust, text: It was rust., status: observed, said_by: yard{answer}}}]\n\
                 open_questions: [{{id: cause, question: Why?, status: answered, answered_by: rust{question}}}]\n"
            ));
            let desk = Desk { briefs: vec![brief], ..Desk::default() };
            let threads = Threads::of(&desk);
            let entry = QuestionEntry::new(threads.iter().next().unwrap(), None, Locale::english());
            assert_eq!(entry.marking.map(KnownWord::text), marking, "{question:?}, {answer:?}");
        }
    }

    #[test]
    fn no_day_is_made_up_where_no_brief_gives_it() {
        let brief = |day: u32, asked: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 open_questions: [{{id: cause, question: Why?, status: {asked}}}]\n"
            ));
            Brief { id: Id::parse(&format!("day-{day}")).unwrap(), ..brief }
        };
        let (given, late) = ("open, opened: 2025-02-27", "open, opened: 2025-03-05");
        let (moot, on) = ("moot", "moot, answered_on: 2025-03-08");
        // The days that a brief gives, those of briefs in place of others, and for how long it was open.
        for (asked, days, by, age) in [
            (&["open"][..], [None; 3], [Some("2025-03-01"), None, None], None),
            (&["open", "open"], [None; 3], [Some("2025-03-01"), None, None], Some("at least 1 day")),
            (&[given], [Some("2025-02-27"), None, None], [None; 3], Some("2 days")),
            (&["open", given], [Some("2025-02-27"), None, None], [None; 3], Some("3 days")),
            (&["open", late], [None; 3], [Some("2025-03-01"), None, None], Some("at least 1 day")),
            (&["open", moot], [None; 3], [Some("2025-03-01"), None, Some("2025-03-02")], None),
            (&[given, moot], [Some("2025-02-27"), None, None], [None, None, Some("2025-03-02")], None),
            (&[given, on], [Some("2025-02-27"), None, Some("2025-03-08")], [None; 3], Some("9 days")),
            (
                &["open", on],
                [None, None, Some("2025-03-08")],
                [Some("2025-03-01"), None, None],
                Some("at least 7 days"),
            ),
            (&["open", moot, "open"], [None; 3], [Some("2025-03-01"), Some("2025-03-03"), None], None),
        ] {
            let mut briefs: Vec<_> = (1..).zip(asked).map(|(day, asked)| brief(day, asked)).collect();
            briefs.reverse();
            let desk = Desk { briefs, ..Desk::default() };
            let threads = Threads::of(&desk);
            let entry = QuestionEntry::new(threads.iter().next().unwrap(), None, Locale::english());
            let edtf = |date: &Option<DateView<'_>>| date.as_ref().map(|date| date.edtf.to_string());
            assert_eq!(
                [&entry.opened, &entry.reopened, &entry.settled].map(edtf),
                days.map(|it| it.map(str::to_owned)),
                "{asked:?}"
            );
            assert_eq!(
                [&entry.opened_by, &entry.reopened_by, &entry.settled_by].map(edtf),
                by.map(|it| it.map(str::to_owned)),
                "{asked:?}"
            );
            assert_eq!(entry.age_text.as_deref(), age, "{asked:?}");
        }
    }

    #[test]
    fn an_answer_whose_fact_was_denied_has_the_denial_beside_it_as_of_that_day() {
        let brief = |day: u32, status: &str, asked: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Day {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: official, descriptor: Invented}}]\n\
                 key_facts: [{{id: rust, text: It was rust., status: {status}, said_by: yard}}]\n{asked}"
            ));
            Brief { id: Id::parse(&format!("day-{day}")).unwrap(), ..brief }
        };
        let asked = "open_questions: [{id: cause, question: Why?, status: answered, answered_by: rust}]\n";
        let elsewhere = Brief { story: None, ..brief(4, "stated", "") };
        let briefs =
            vec![elsewhere, brief(3, "denied", ""), brief(2, "stated", ""), brief(1, "stated", asked)];
        let desk = Desk { briefs, ..Desk::default() };
        let threads = Threads::of(&desk);
        let thread = threads.iter().next().unwrap();
        let answer = |day: &str| {
            let thread = thread.until(CivilDate::parse(day).unwrap()).unwrap();
            QuestionEntry::new(&thread, None, Locale::english()).answer.unwrap().said(Locale::english())
        };
        let stated = "Stated by the party concerned: Yard of Oro — “It was rust.”";
        assert_eq!(answer("2025-03-02"), stated);
        let later = format!("{stated} · Later, 3 March 2025: Denial by the party concerned: Yard of Oro");
        assert_eq!([answer("2025-03-03"), answer("2025-03-04")], [later.clone(), later]);
        assert_eq!(thread.told_by().map(|brief| brief.id.as_str()).collect::<Vec<_>>(), ["day-1", "day-3"]);
    }

    #[test]
    fn a_denial_of_the_same_day_stands_beside_the_answer_and_is_no_later_one() {
        let brief = |id: &str, day: u32, status: &str, asked: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Brief {id}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: official, descriptor: Invented}}]\n\
                 key_facts: [{{id: rust, text: It was rust., status: {status}, said_by: yard}}]\n{asked}"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let asked = "open_questions: [{id: cause, question: Why?, status: answered, answered_by: rust}]\n";
        let answer = |briefs: Vec<Brief>| {
            let desk = Desk { briefs, ..Desk::default() };
            let threads = Threads::of(&desk);
            let entry = QuestionEntry::new(threads.iter().next().unwrap(), None, Locale::english());
            entry.answer.unwrap().said(Locale::english())
        };
        let stated = "Stated by the party concerned: Yard of Oro — “It was rust.”";
        for [one, other] in [["a", "b"], ["b", "a"]] {
            let day = |status: &str| {
                let mut briefs = vec![brief(one, 1, "stated", asked), brief(other, 1, status, "")];
                briefs.sort_by(|a, b| b.id.cmp(&a.id));
                briefs
            };
            let denial = "Denial by the party concerned: Yard of Oro";
            assert_eq!(answer(day("denied")), format!("{stated} · Also, 1 March 2025: {denial}"));
            assert_eq!(answer(day("observed")), stated);
            // A later day has the last word.
            let later = |status| [vec![brief("c", 2, status, "")], day("denied")].concat();
            assert_eq!(answer(later("denied")), format!("{stated} · Later, 2 March 2025: {denial}"));
            assert_eq!(answer(later("stated")), stated);
        }
    }

    #[test]
    fn of_many_words_the_first_are_told_and_how_many_more_there_are() {
        let brief = |day: u32, name: &str, status: &str, asked: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Day {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
                 sources: [{{id: {name}, name: {name} of Oro, kind: official, descriptor: Invented}}]\n\
                 key_facts: [{{id: rust, text: It was rust., status: {status}, said_by: {name}}}]\n{asked}"
            ));
            Brief { id: Id::parse(&format!("{name}-{day}")).unwrap(), ..brief }
        };
        let asked = "open_questions: [{id: cause, question: Why?, status: answered, answered_by: rust}]\n";
        let others = ["a", "b", "c", "d", "e", "f"].map(|name| brief(3, name, "denied", ""));
        let own = [brief(2, "yard", "claimed", ""), brief(1, "yard", "stated", asked)];
        let desk = Desk { briefs: [&others[..], &own].concat(), ..Desk::default() };
        let threads = Threads::of(&desk);
        let entry = QuestionEntry::new(threads.iter().next().unwrap(), None, Locale::english());
        let answer = entry.answer.unwrap();
        let told: Vec<_> =
            answer.later.iter().map(|it| (it.status.word.text(), &*it.attribution.text)).collect();
        assert_eq!(told, [("claimed", "yard of Oro"), ("denied", "a of Oro"), ("denied", "b of Oro")]);
        assert_eq!(answer.later_more, Some(4));
        assert!(answer.said(Locale::english()).ends_with(" · 4 more words on it"));
    }
}
