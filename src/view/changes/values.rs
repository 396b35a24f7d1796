//! The values that changed, and what is told beside them.

use std::borrow::Cow;

use super::super::assessment::LikelihoodView;
use super::super::attribution::{AttributionView, PhrasePart, party, phrase};
use super::super::parts::Labelled;
use super::statements::{with_statement, with_what_differs};
use super::{ChangedQuestion, markings};
use crate::change::{Change, DateOf, How, Item, Standing, Voice, What};
use crate::locale::{Label, Locale, id};
use crate::markdown::as_plain;
use crate::model::{
    self, Brief, Caveats, Credibility, Fact, FuzzyDate, Judgement, Likelihood, Marking, Position,
    QuestionStatus, Reliability, Source, Stance, Status, Words as _,
};
use crate::span::Spanned;

/// A value, as readers are told it.
pub(super) enum Value<'v> {
    /// In one piece.
    Whole(Cow<'v, str>),
    /// In pieces, some of which may run another way than the words around them.
    Pieces(Vec<PhrasePart<'v>>),
}

impl<'v> Value<'v> {
    /// The pieces, with room for more to be said behind them.
    pub(super) fn into_pieces(self) -> Vec<PhrasePart<'v>> {
        match self {
            Self::Whole(label) => {
                let mut pieces = Vec::with_capacity(3);
                pieces.push(PhrasePart::words(label));
                pieces
            }
            Self::Pieces(pieces) => pieces,
        }
    }

    /// The value as a text, and in pieces where it is told in several.
    pub(super) fn told(self) -> (Cow<'v, str>, Vec<PhrasePart<'v>>) {
        match self {
            Self::Whole(label) => (label, Vec::new()),
            Self::Pieces(pieces) => {
                let mut label = String::with_capacity(pieces.iter().map(|piece| piece.text.len()).sum());
                label.extend(pieces.iter().map(|piece| &*piece.text));
                (label.into(), pieces)
            }
        }
    }
}

/// What a value was and what it is.
#[derive(Default)]
pub(super) struct Values<'v> {
    pub(super) before: Option<Value<'v>>,
    pub(super) after: Option<Value<'v>>,
}

fn whole<'v>(label: impl Into<Cow<'v, str>>) -> Value<'v> {
    Value::Whole(label.into())
}

/// What a brief says, by itself.
fn said<'v>(text: impl Into<Cow<'v, str>>, brief: &'v Brief) -> Value<'v> {
    Value::Pieces(vec![PhrasePart::foreign(text, &brief.lang)])
}

/// The item as plain text. Who declines to speak says nothing, and the stance says that.
pub(super) fn text(standing: Standing<'_>) -> Cow<'_, str> {
    match standing.item {
        Item::Brief | Item::Title => standing.brief.title.value.as_str().into(),
        Item::BottomLine => as_plain(&standing.brief.bottom_line.value),
        Item::Correction(correction) => as_plain(&correction.text.value),
        Item::Fact(fact) => as_plain(&fact.text.value),
        Item::Question(question) => question.question.value.as_str().into(),
        Item::Position(_, position) => {
            position.says.as_ref().map(|it| as_plain(&it.value)).unwrap_or_default()
        }
        Item::Event(event) => as_plain(&event.text.value),
        Item::Judgement(judgement) => as_plain(&judgement.text.value),
        Item::Source(source) => source.name.value.as_str().into(),
    }
}

/// The same as it is written.
pub(super) fn source(standing: Standing<'_>) -> &str {
    match standing.item {
        Item::BottomLine => standing.brief.bottom_line.value.as_str(),
        Item::Correction(correction) => correction.text.value.as_str(),
        Item::Fact(fact) => fact.text.value.as_str(),
        Item::Position(_, position) => position.says.as_ref().map_or("", |it| it.value.as_str()),
        Item::Event(event) => event.text.value.as_str(),
        Item::Judgement(judgement) => judgement.text.value.as_str(),
        Item::Source(source) => source.name.value.as_str(),
        Item::Brief | Item::Title => standing.brief.title.value.as_str(),
        Item::Question(question) => question.question.value.as_str(),
    }
}

/// The value that changed; nothing of what came or went, which is all there is to tell. `text` is that of the item as it stands.
pub(super) fn of<'v>(what: &What<'v>, text: &Cow<'v, str>, locale: &'v Locale) -> Values<'v> {
    let What::Changed { old, new, how } = what else { return Values::default() };
    let shown = |it: Labelled<'v>| whole(it.label.text());
    let dated = |date: Cow<'_, FuzzyDate>| whole(locale.date(&date));
    let (before, after) = match how {
        How::Followed => (Some(brief(old.brief)), Some(brief(new.brief))),
        How::Again | How::SameOrigin => (None, None),
        How::Reworded => wordings(*old, *new, text),
        How::Value => (given(*old), given(*new)),
        How::Status(_) => (attested(*old, locale).map(shown), attested(*new, locale).map(shown)),
        How::Attribution | How::SaidByAnother => (phrase_of(*old, locale), phrase_of(*new, locale)),
        How::NewOrigin(source) => (phrase_of(*old, locale), Some(origin(source.0, locale))),
        How::Date(of, _) => (date(*old, *of).map(dated), date(*new, *of).map(dated)),
        How::Expectation => (Some(expectation(*old, locale)), Some(expectation(*new, locale))),
        How::Moved | How::Reopened => (question_status(*old, locale), question_status(*new, locale)),
        How::Answered(answer) => answers(*old, *new, answer.0, locale),
        How::Stance => (position(*old, &self::text(*old), locale), position(*new, text, locale)),
        How::Credibility(_) => (credibility(*old, locale), credibility(*new, locale)),
        How::Reliability(_) => (reliability(*old, locale), reliability(*new, locale)),
        How::Likelihood(_) => {
            let likelihood = |judgement| likelihood(judgement, locale);
            (judgement(*old).and_then(likelihood), judgement(*new).and_then(likelihood))
        }
        How::AtOdds => (judged(*old, *new, locale), judged(*new, *old, locale)),
        How::Confidence(_) => {
            let confidence = |judgement: &Judgement| word(judgement.confidence.value, locale);
            (judgement(*old).map(confidence), judgement(*new).map(confidence))
        }
        How::Marking(_) => (Some(label(markings::own(*old))), Some(label(markings::own(*new)))),
        How::Details(names) => (None, Some(details(names, locale))),
    };
    Values { before, after }
}

/// The value that a fact gives.
fn given(standing: Standing<'_>) -> Option<Value<'_>> {
    let given = standing.statement().value()?;
    Some(said(given, standing.brief))
}

/// The parts that differ, by name.
fn details<'v>(names: &[&str], locale: &'v Locale) -> Value<'v> {
    let labels: Vec<_> =
        names.iter().map(|name| locale.word(&id("detail", &name.replace('’', "")))).collect();
    whole(labels.join(locale.word("comma")))
}

fn word<T: Label>(it: T, locale: &Locale) -> Value<'_> {
    whole(locale.label(it).text())
}

/// The digit and what it means.
fn credibility<'v>(standing: Standing<'_>, locale: &'v Locale) -> Option<Value<'v>> {
    credibility_of(standing).map(|given| grade(given, locale))
}

/// The letter and what it means.
fn reliability<'v>(standing: Standing<'_>, locale: &'v Locale) -> Option<Value<'v>> {
    reliability_of(standing).map(|given| grade(given, locale))
}

fn grade<T: Label + model::Words>(given: T, locale: &Locale) -> Value<'_> {
    whole(format!("{} – {}", given.word(), locale.label(given)))
}

pub(super) fn reliability_of(standing: Standing<'_>) -> Option<Reliability> {
    match standing.item {
        Item::Source(source) => source.reliability,
        _ => None,
    }
}

pub(super) fn credibility_of(standing: Standing<'_>) -> Option<Credibility> {
    match standing.item {
        Item::Fact(fact) => fact.credibility.as_ref().map(|it| it.value),
        _ => None,
    }
}

fn label(marking: Marking) -> Value<'static> {
    whole(marking.word())
}

fn brief(brief: &Brief) -> Value<'_> {
    said(brief.title.value.as_str(), brief)
}

/// Where emphasis or a destination alone changed, both would read the same: then they are shown as they are written.
fn wordings<'v>(
    old: Standing<'v>,
    new: Standing<'v>,
    after: &Cow<'v, str>,
) -> (Option<Value<'v>>, Option<Value<'v>>) {
    let before = text(old);
    if before == *after {
        return (Some(said(source(old), old.brief)), Some(said(source(new), new.brief)));
    }
    (Some(said(before, old.brief)), Some(said(after.clone(), new.brief)))
}

pub(super) fn date(standing: Standing<'_>, of: DateOf) -> Option<Cow<'_, FuzzyDate>> {
    match of {
        DateOf::Happened => happened(standing).map(Cow::Borrowed),
        DateOf::Said => match spoken(standing) {
            Some(Voice::Spoken(attribution)) => value_of(attribution.on.as_ref()).map(Cow::Borrowed),
            _ => None,
        },
        DateOf::Opened => match standing.item {
            Item::Question(question) => question.opened.as_ref().map(|day| Cow::Owned(day.value.into())),
            _ => None,
        },
    }
}

/// When a fact or an event happened or will, or when what was wrong was put right.
pub(super) fn when(standing: Standing<'_>) -> Option<FuzzyDate> {
    match standing.item {
        Item::Correction(correction) => Some(correction.on.value.into()),
        _ => happened(standing).cloned(),
    }
}

/// When a fact or an event happened or will.
fn happened(standing: Standing<'_>) -> Option<&FuzzyDate> {
    match standing.item {
        Item::Fact(fact) => value_of(fact.when.as_ref()),
        Item::Event(event) => value_of(event.when.as_ref()),
        _ => None,
    }
}

fn value_of(date: Option<&Spanned<FuzzyDate>>) -> Option<&FuzzyDate> {
    date.map(|date| &date.value)
}

/// Whether it is an event that has not been seen to happen.
pub(super) fn is_expected(standing: Standing<'_>) -> bool {
    let Item::Event(event) = standing.item else { return false };
    event.is_expected(&FuzzyDate::from(standing.brief.date.value))
}

fn expectation<'v>(standing: Standing<'_>, locale: &'v Locale) -> Value<'v> {
    let marked = is_marked_expected(standing);
    whole(locale.word(if marked { "marked_expected" } else { "not_marked_expected" }))
}

/// Whether it is an event that its brief calls expected.
pub(super) fn is_marked_expected(standing: Standing<'_>) -> bool {
    matches!(standing.item, Item::Event(event) if event.expected)
}

fn question_status<'v>(standing: Standing<'_>, locale: &'v Locale) -> Option<Value<'v>> {
    question_status_of(standing).map(|status| word(status, locale))
}

pub(super) fn question_status_of(standing: Standing<'_>) -> Option<QuestionStatus> {
    match standing.item {
        Item::Question(question) => Some(question.status.value),
        _ => None,
    }
}

/// Where a question stood; where it was answered, with the answer.
fn standing_before<'v>(old: Standing<'v>, locale: &'v Locale) -> Option<Value<'v>> {
    let status = question_status(old, locale);
    match answer_of(old) {
        Some(fact) => with_statement(status, &as_plain(&fact.text.value), old, locale),
        None => status,
    }
}

/// Where a question stood and that it is answered, each with what the answer said; where both say it in one wording, with the time and the
/// value in which they differ.
fn answers<'v>(
    old: Standing<'v>,
    new: Standing<'v>,
    fact: &'v Fact,
    locale: &'v Locale,
) -> (Option<Value<'v>>, Option<Value<'v>>) {
    let (before, after) = (standing_before(old, locale), answered(new, fact, locale));
    let Some(fact_before) = answer_of(old) else { return (before, after) };
    let then = Standing { item: Item::Fact(fact_before), ..old };
    let now = Standing { item: Item::Fact(fact), ..new };
    (
        before.map(|it| with_what_differs(it, then, now, locale)),
        after.map(|it| with_what_differs(it, now, then, locale)),
    )
}

/// That a question is answered, and what the answer says.
fn answered<'v>(new: Standing<'v>, fact: &'v Fact, locale: &'v Locale) -> Option<Value<'v>> {
    let status = question_status(new, locale)?;
    with_statement(Some(status), &as_plain(&fact.text.value), new, locale)
}

/// The fact that answers a question as it stands here.
fn answer_of(standing: Standing<'_>) -> Option<&Fact> {
    match standing.item {
        Item::Question(question) => question.answer(standing.brief),
        _ => None,
    }
}

/// A stance, and what is said with it.
fn position<'v>(standing: Standing<'v>, said: &Cow<'v, str>, locale: &'v Locale) -> Option<Value<'v>> {
    let stance = Labelled::taken(position_of(standing)?, locale);
    with_statement(Some(whole(stance.label.text())), said, standing, locale)
}

/// A source that has come to those that say it.
fn origin<'v>(source: &'v Source, locale: &'v Locale) -> Value<'v> {
    Value::Pieces(party(source, locale))
}

pub(super) fn judgement(standing: Standing<'_>) -> Option<&Judgement> {
    match standing.item {
        Item::Judgement(judgement) => Some(judgement),
        _ => None,
    }
}

fn likelihood<'v>(judgement: &Judgement, locale: &'v Locale) -> Option<Value<'v>> {
    let Likelihood { term, band, scale, .. } = judgement.likelihood.as_ref()?.value;
    let Some(gloss) = locale.likelihood(term) else {
        return Some(whole(format!("{term} ({band}, {})", scale.title())));
    };
    let english = format!("[{term}] ({band}, {})", scale.title());
    Some(Value::Pieces(vec![PhrasePart::words(format!("{gloss} ")), PhrasePart::english(english)]))
}

/// Two judgements of one day that are at odds.
#[derive(Debug, Clone, Copy)]
pub(super) struct AtOdds<'d>(&'d Judgement, &'d Judgement);

impl AtOdds<'_> {
    /// Whether both are as sure of their ground.
    pub(super) fn are_as_sure(self) -> bool {
        self.0.confidence.value == self.1.confidence.value
    }
}

/// The judgements that a change tells to be at odds.
pub(super) fn at_odds<'d>(what: &What<'d>) -> Option<AtOdds<'d>> {
    let What::Changed { old, new, how: How::AtOdds } = what else { return None };
    Some(AtOdds(judgement(*old)?, judgement(*new)?))
}

/// How likely a judgement is, and how sure of its ground, where the other is not as sure.
fn judged<'v>(standing: Standing<'v>, other: Standing<'v>, locale: &'v Locale) -> Option<Value<'v>> {
    let held = judgement(standing)?;
    let is_as_sure = judgement(other).is_some_and(|it| AtOdds(held, it).are_as_sure());
    let confidence = (!is_as_sure).then(|| locale.label(held.confidence.value).text());
    let Some(likelihood) = likelihood(held, locale) else { return confidence.map(whole) };
    let mut pieces = likelihood.into_pieces();
    // Likelihood and confidence do not stand in one sentence (ICD 203).
    pieces.extend(confidence.map(|it| PhrasePart::words(format!(" · {it}"))));
    Some(Value::Pieces(pieces))
}

/// How likely an item is in our judgement.
pub(super) fn likelihood_view<'v>(standing: Standing<'_>, locale: &'v Locale) -> Option<LikelihoodView<'v>> {
    let likelihood = judgement(standing)?.likelihood.as_ref()?;
    Some(LikelihoodView::new(&likelihood.value, locale))
}

/// How sure of its ground a judgement is.
pub(super) fn confidence<'v>(standing: Standing<'_>, locale: &'v Locale) -> Option<Labelled<'v>> {
    judgement(standing).map(|judgement| Labelled::new(judgement.confidence.value, locale))
}

/// What status and attribution are told of: of an answer, the fact that gives it.
pub(super) fn claim<'d>(what: &What<'d>) -> Standing<'d> {
    answer(what).unwrap_or_else(|| what.standing())
}

/// The fact that gives an answer.
pub(super) fn answer<'d>(what: &What<'d>) -> Option<Standing<'d>> {
    match what {
        What::Changed { new, how: How::Answered(answer), .. } => {
            Some(Standing { brief: new.brief, item: Item::Fact(answer.0) })
        }
        _ => None,
    }
}

/// The fact that gave the answer which another has taken the place of.
pub(super) fn answer_before<'d>(what: &What<'d>) -> Option<Standing<'d>> {
    match what {
        What::Changed { old, how: How::Answered(_), .. } => {
            Some(Standing { brief: old.brief, item: Item::Fact(answer_of(*old)?) })
        }
        _ => None,
    }
}

/// The old state, where so much of it is shown that it needs its own status and attribution.
pub(super) fn shown_before<'d>(what: &What<'d>) -> Option<Standing<'d>> {
    match what {
        What::Changed {
            old,
            how:
                How::Reworded | How::Value | How::Stance | How::Status(_) | How::Expectation | How::SameOrigin,
            ..
        } => Some(*old),
        _ => answer_before(what),
    }
}

/// How well an item is attested, where the brief says so.
pub(super) fn status(standing: Standing<'_>) -> Option<Status> {
    match standing.item {
        Item::Fact(fact) => Some(fact.status.value),
        Item::Event(event) => Voice::of_event(event, standing.brief).1,
        _ => None,
    }
}

/// The same as readers are told it, with what warns of it. That there is a note on it is no change; it stands with the fact itself.
pub(super) fn attested<'v>(standing: Standing<'_>, locale: &'v Locale) -> Option<Labelled<'v>> {
    let of = match standing.item {
        Item::Fact(fact) => model::Standing::of_fact(fact),
        Item::Event(event) => model::Standing::of_event(event, standing.brief)?,
        _ => return None,
    };
    let caveats = Caveats { noted: false, ..Caveats::of(&of, standing.brief) };
    Some(Labelled::warned(of.attestation()?, caveats, locale))
}

pub(super) fn spoken(standing: Standing<'_>) -> Option<Voice<'_>> {
    match standing.item {
        Item::Fact(fact) => Some(Voice::of_fact(fact)),
        Item::Event(event) => Some(Voice::of_event(event, standing.brief).0),
        Item::Position(_, position) => Some(Voice::Spoken(&position.attribution)),
        Item::Judgement(_) => Some(Voice::Own),
        Item::Brief
        | Item::Title
        | Item::BottomLine
        | Item::Correction(_)
        | Item::Question(_)
        | Item::Source(_) => None,
    }
}

/// The old state, where readers need to know on whose word it was: also where two briefs have people without names who are described in
/// the same words, as nobody can say whether these are the same.
pub(super) fn spoken_before<'d>(change: &Change<'d>) -> Option<Standing<'d>> {
    let shown = shown_before(&change.what);
    match &change.what {
        What::Changed { old, how: How::Date(..), .. } => {
            shown.or(Some(*old).filter(|_| may_be_of_others(change)))
        }
        _ => shown,
    }
}

/// Whether it is on the word of people without names in two briefs.
pub(super) fn may_be_of_others(change: &Change<'_>) -> bool {
    let is_unnamed = |standing| match spoken(standing) {
        Some(Voice::Spoken(attribution)) => attribution.said_by.is_anonymous(),
        _ => false,
    };
    let What::Changed { old, .. } = &change.what else { return false };
    !change.is_in_one_document() && is_unnamed(claim(&change.what)) && is_unnamed(*old)
}

/// On whose word an item stands. There are no citations: their numbers are those of another page.
pub(super) fn voice<'v>(standing: Standing<'v>, locale: &'v Locale) -> Option<AttributionView<'v>> {
    Some(match spoken(standing)? {
        Voice::Spoken(attribution) => AttributionView::uncited(Some(attribution), locale),
        Voice::Own => AttributionView::own(locale),
        Voice::Nobody => AttributionView::words("no_source_named", locale),
    })
}

fn phrase_of<'v>(standing: Standing<'v>, locale: &'v Locale) -> Option<Value<'v>> {
    Some(Value::Pieces(match spoken(standing)? {
        Voice::Spoken(attribution) => phrase(attribution, locale),
        Voice::Own => vec![PhrasePart::words(locale.word("our_assessment"))],
        Voice::Nobody => vec![PhrasePart::words(locale.word("no_source_named"))],
    }))
}

/// The question that a position is on.
pub(super) fn question(standing: Standing<'_>) -> Option<ChangedQuestion<'_>> {
    match standing.item {
        Item::Position(question, _) => Some(ChangedQuestion {
            id: question.id.value.known(),
            question: question.question.value.as_str(),
            dir: standing.brief.lang.direction(),
        }),
        _ => None,
    }
}

/// The stance of a position.
pub(super) fn stance(standing: Standing<'_>) -> Option<Stance> {
    position_of(standing).map(|position| position.stance.value)
}

/// The item, where it is a position.
pub(super) fn position_of(standing: Standing<'_>) -> Option<&Position> {
    match standing.item {
        Item::Position(_, position) => Some(position),
        _ => None,
    }
}
