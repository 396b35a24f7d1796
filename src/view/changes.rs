//! What changed, as pages and programs see it.

mod group;
mod joined;
mod labels;
mod markings;
mod quotes;
mod record;
mod statements;
mod values;
mod weight;

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::assessment::LikelihoodView;
use super::attribution::{AttributionView, PhrasePart};
use super::brief::MarkingView;
use super::date::DateView;
use super::page_address::PageAddress;
use super::parts::{Labelled, QuoteView};
use super::site::LinkView;
use crate::change::{Change, How, Piece, Thread, What, marked};
use crate::json;
use crate::locale::Locale;
use crate::markdown::{KnownText, KnownWord};
use crate::model::{Brief, Direction, Id, Marking};

pub use group::{ChangeGroup, MoreView};
pub use record::ChangeRecord;

use joined::joined;
use values::{Value, Values};

/// What changed, by story or brief.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesView<'v> {
    /// The highest marking of anything shown; absent where nothing has changed.
    pub marking: Option<MarkingView>,
    /// How many changes there are.
    pub count: usize,
    /// The changes that belong together.
    pub groups: Vec<ChangeGroup<'v>>,
    /// The highest marking once more, to be compared: a page that has the changes is no lower.
    #[serde(skip)]
    pub(in crate::view) highest: Option<Marking>,
}

/// A brief that a change is about.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangedBrief<'v> {
    /// Its id.
    pub id: KnownText<&'v str>,
    /// Its headline.
    pub title: &'v str,
    /// The day as of which it speaks.
    pub date: DateView<'v>,
    /// Its language.
    pub lang: KnownText<&'v str>,
    /// The direction that its language runs in.
    pub dir: Direction,
    /// Where its page is.
    pub href: Option<PageAddress<'v>>,
}

/// One change. All text is plain.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeView<'v> {
    /// What became of the item: `new`, `dropped`, `reworded`, `status-up` …
    pub kind: Labelled<'v>,
    /// What it is: `brief`, `fact`, `question` …
    pub item: Labelled<'v>,
    /// Its id; of a headline, a bottom line or a correction, that of the brief.
    pub id: KnownText<&'v str>,
    /// Where it can be read.
    pub href: Option<PageAddress<'v>>,
    /// The brief where it stands, or stood, where that is another than the one of its group, or the group has several.
    pub brief: Option<ChangedBrief<'v>>,
    /// The language of the brief where it stands, or stood: that of its texts.
    pub lang: KnownText<&'v str>,
    /// The item as it stands, or stood.
    pub text: Cow<'v, str>,
    /// The item as it stood, where it made another statement and the change tells of its old state: `before` and `after` then have the
    /// statement that each belongs to.
    pub text_before: Option<Cow<'v, str>>,
    /// The direction that its language runs in.
    pub dir: Direction,
    /// The question, where the item is a position on one.
    pub question: Option<ChangedQuestion<'v>>,
    /// The stance of a position.
    pub stance: Option<Labelled<'v>>,
    /// When a fact or an event happened or will, or when what was wrong was put right.
    pub when: Option<DateView<'v>>,
    /// The value that changed, as it was; with the statement that it was told of, where that is another than now.
    pub before: Option<Cow<'v, str>>,
    /// `before` in pieces, where what is said in it may run another way than the words around it.
    #[serde(serialize_with = "json::for_pages")]
    pub before_parts: Vec<PhrasePart<'v>>,
    /// The value that changed, as it is; with the statement where `before` has one.
    pub after: Option<Cow<'v, str>>,
    /// `after` in pieces, where what is said in it may run another way than the words around it.
    #[serde(serialize_with = "json::for_pages")]
    pub after_parts: Vec<PhrasePart<'v>>,
    /// Both wordings in one, where few words of a text changed.
    pub words: Vec<WordsView>,
    /// How well the item is attested.
    pub status: Option<Labelled<'v>>,
    /// How well it was, where that was otherwise.
    pub status_before: Option<Labelled<'v>>,
    /// On whose word it stands: always there where somebody's claim is shown.
    pub attribution: Option<AttributionView<'v>>,
    /// On whose word it stood, where that was another's.
    pub attribution_before: Option<AttributionView<'v>>,
    /// Words to the letter of others beside a fact or a position that is new or says something else, or is attested otherwise: they may say
    /// the contrary.
    #[serde(serialize_with = "json::for_pages")]
    pub quotes: Vec<QuoteView<'v>>,
    /// The highest marking of what is shown.
    pub marking: MarkingView,
    /// Whether it is an event that has not been seen to happen.
    pub expected: bool,
    /// How likely it is in our judgement, where that is not told in two ways.
    pub likelihood: Option<LikelihoodView<'v>>,
    /// How sure of its ground that judgement is.
    pub confidence: Option<Labelled<'v>>,
}

/// The question that a position is on.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangedQuestion<'v> {
    /// Its id.
    pub id: KnownText<&'v str>,
    /// The question.
    pub question: &'v str,
    /// The direction that its language runs in.
    pub dir: Direction,
}

/// Words of a rewording that stand together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WordsView {
    /// The words.
    pub words: String,
    /// `kept`, `gone` or `come`.
    pub mark: KnownWord,
}

impl<'v> ChangesView<'v> {
    /// The changes as they are shown.
    #[must_use]
    pub fn new(changes: &[Change<'v>], linked: Linked, locale: &'v Locale) -> Self {
        let shown = Shown { most: usize::MAX, place: |_: &Thread<'_>| (), story: |_: &Id| None };
        Self::of(&changes.iter().collect::<Vec<_>>(), shown, linked, locale)
    }

    /// Some of the changes, as the page of a day or of a story has them. What one line says of an item is not said in another.
    #[must_use]
    pub fn in_short<'c, P: Ord>(
        changes: impl IntoIterator<Item = &'c Change<'v>>,
        shown: Shown<impl Fn(&Thread<'v>) -> P, impl Fn(&'v Id) -> Option<LinkView<'v>>>,
        locale: &'v Locale,
    ) -> Self
    where
        'v: 'c,
    {
        Self::of(&joined(changes.into_iter().collect()), shown, Linked::ToSite, locale)
    }

    fn of<P: Ord>(
        changes: &[&Change<'v>],
        shown: Shown<impl Fn(&Thread<'v>) -> P, impl Fn(&'v Id) -> Option<LinkView<'v>>>,
        linked: Linked,
        locale: &'v Locale,
    ) -> Self {
        let Shown { most, place, story } = shown;
        let mut groups: Vec<_> = changes.chunk_by(|one, next| one.thread == next.thread).collect();
        groups.sort_by_cached_key(|changes| changes.first().map(|change| place(&change.thread)));
        let groups =
            groups.into_iter().filter_map(|changes| ChangeGroup::new(changes, most, &story, linked, locale));
        let (markings, groups): (Vec<_>, Vec<_>) = groups.unzip();
        let highest = markings.into_iter().max();
        Self { marking: highest.map(MarkingView::from), count: changes.len(), groups, highest }
    }
}

/// Which changes of a story or brief are shown, and where.
#[derive(Debug, Clone, Copy)]
pub struct Shown<P, S> {
    /// No more than these, the ones that matter most to a reader; the others are counted.
    pub most: usize,
    /// The place of a story or brief. Those of one place stand in the order of the changes.
    pub place: P,
    /// The page of a story, where that is another than this.
    pub story: S,
}

/// Whether changes have links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linked {
    /// To the pages of a site.
    ToSite,
    /// To nothing: they are told by themselves.
    Nowhere,
}

impl Linked {
    /// The link to what can be read there.
    fn to<'v>(self, address: impl FnOnce() -> PageAddress<'v>) -> Option<PageAddress<'v>> {
        (self == Self::ToSite).then(address)
    }
}

impl<'v> ChangedBrief<'v> {
    fn new(brief: &'v Brief, linked: Linked, locale: &'v Locale) -> Self {
        Self {
            id: brief.id.known(),
            title: brief.title.value.as_str(),
            date: DateView::new(&brief.date.value, locale),
            lang: brief.lang.tag(),
            dir: brief.lang.direction(),
            href: linked.to(|| PageAddress::brief(&brief.id)),
        }
    }
}

impl<'v> ChangeView<'v> {
    /// A change, among those of whose briefs this is the latest, unless it goes without saying.
    fn new(
        change: &Change<'v>,
        marking: Marking,
        latest: Option<&Brief>,
        linked: Linked,
        locale: &'v Locale,
    ) -> Self {
        let what = &change.what;
        let now = what.standing();
        let at_odds = values::at_odds(what);
        let is_in_another = latest.is_none_or(|latest| !std::ptr::eq(now.brief, latest));
        let text = values::text(now);
        let values = values::of(what, &text, locale);
        let text_before = statements::before(what);
        let Values { before, after } = match &text_before {
            Some(statement) => statements::whole(values, what, (statement, &text), locale),
            None => values,
        };
        let (mut before, mut before_parts) = before.map(Value::told).unzip();
        let (mut after, mut after_parts) = after.map(Value::told).unzip();
        let words = words(what, before.as_deref(), after.as_deref());
        // A newer brief may have the headline of the old one: then there is nothing to tell but that it is new. An answer that says what it
        // said before is denied now, or no longer: its status tells that.
        if before == after && values::answer_before(what).is_none() {
            (before, before_parts, after, after_parts) = (None, None, None, None);
        }
        let claim = values::claim(what);
        let voice = values::voice(claim, locale);
        let was = values::shown_before(what);
        let voice_before = values::spoken_before(change).and_then(|was| values::voice(was, locale));
        Self {
            kind: labels::labelled(labels::kind(what), locale),
            item: labels::item(now.item, locale),
            id: now.id().known(),
            href: linked.to(|| labels::address_of(now)),
            brief: (is_in_another && at_odds.is_none()).then(|| ChangedBrief::new(now.brief, linked, locale)),
            lang: now.brief.lang.tag(),
            dir: now.brief.lang.direction(),
            text,
            text_before,
            question: values::question(now),
            stance: values::position_of(now).map(|it| Labelled::taken(it, locale)),
            when: values::when(now).map(|it| DateView::new(&it, locale)),
            words,
            status_before: was
                .filter(|was| values::status(*was) != values::status(claim))
                .and_then(|was| values::attested(was, locale)),
            status: values::attested(claim, locale),
            attribution_before: voice_before.filter(|it| {
                voice.as_ref().is_none_or(|now| now.text != it.text) || values::may_be_of_others(change)
            }),
            attribution: voice,
            quotes: quotes::of(what, locale),
            marking: marking.into(),
            expected: values::is_expected(now),
            likelihood: values::likelihood_view(now, locale).filter(|_| at_odds.is_none()),
            confidence: values::confidence(now, locale)
                .filter(|_| at_odds.is_none_or(values::AtOdds::are_as_sure)),
            before,
            before_parts: before_parts.unwrap_or_default(),
            after,
            after_parts: after_parts.unwrap_or_default(),
        }
    }
}

/// The words of a rewording.
fn words(what: &What<'_>, before: Option<&str>, after: Option<&str>) -> Vec<WordsView> {
    let (What::Changed { how: How::Reworded, .. }, Some(before), Some(after)) = (what, before, after) else {
        return Vec::new();
    };
    let pieces = marked(before, after).unwrap_or_default();
    pieces.into_iter().map(WordsView::from).collect()
}

impl From<Piece> for WordsView {
    fn from(piece: Piece) -> Self {
        let (words, mark) = match piece {
            Piece::Kept(words) => (words, "kept"),
            Piece::Gone(words) => (words, "gone"),
            Piece::Come(words) => (words, "come"),
        };
        Self { words, mark: KnownWord::plain(mark) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Edition, compare, since};
    use crate::validate::sample;

    #[test]
    fn changes_that_are_not_shown_are_counted_by_how_they_read() {
        let brief = |expected: &str| {
            let event = |id: &str| {
                let marked = if expected == id { ", expected: true" } else { "" };
                format!(
                    "{{id: {id}, when: 2025-02-27, text: Invented {id}., said_by: port, status: stated{marked}}}"
                )
            };
            sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
                 timeline: [{}, {}]\n",
                event("one"),
                event("other")
            ))
        };
        let (old, new) = (brief("one"), brief("other"));
        let changes = compare(&Edition::of_one(&old), &Edition::of_one(&new));
        let shown = Shown { most: 0, place: |_: &Thread<'_>| (), story: |_: &Id| None };
        let view = ChangesView::in_short(&changes, shown, Locale::english());
        let more: Vec<_> = view.groups[0]
            .more
            .iter()
            .map(|it| (it.kind.word.text(), it.kind.label.text(), it.count))
            .collect();
        // One word, of which each is another change to a reader.
        assert_eq!(
            more,
            [
                ("expectation", "No longer marked as expected", 1),
                ("expectation", "Now marked as expected", 1)
            ]
        );
    }

    #[test]
    fn a_change_has_what_its_group_has_not_and_words_of_the_page_in_one_piece() {
        let brief = |day: u32, facts: &str| {
            sample(format!(
                "schema: 1\nid: day-{day}\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: quay\n\
                 bottom_line: Invented.\nsources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
                 key_facts: [{facts}]\n"
            ))
        };
        let old = brief(
            1,
            "{id: crane, text: The crane stands., status: claimed, said_by: port, when: 2025-02}, \
             {id: gate, text: The gate is open., status: claimed, said_by: port}",
        );
        let new =
            brief(2, "{id: crane, text: The crane fell., status: stated, said_by: port, when: 2025-03}");
        let changes = since([&new], &Edition::of([&old]));
        let view = ChangesView::new(&changes, Linked::Nowhere, Locale::english());
        let group = &view.groups[0];
        let elsewhere: Vec<_> = group
            .changes
            .iter()
            .map(|it| (it.id.text(), it.brief.as_ref().map(|brief| brief.id.text())))
            .collect();
        assert_eq!(group.brief.id, "day-2");
        let crane = ("crane", None);
        let here = [("day-2", None), crane, crane, crane, ("gate", Some("day-1"))];
        assert_eq!(elsewhere, here);
        let status = group.changes.iter().find(|it| it.kind.word.starts_with("status")).unwrap();
        let pieces: Vec<_> =
            status.before_parts.iter().map(|part| (&*part.text, part.lang.map(KnownText::text))).collect();
        assert_eq!(status.before.as_deref(), Some("Claimed: The crane stands. (February 2025)"));
        assert_eq!(
            pieces,
            [("Claimed: ", None), ("The crane stands.", Some("en")), (" (February 2025)", None)]
        );
    }
}
