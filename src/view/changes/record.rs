//! Changes as programs read them.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::{labels, markings, statements, values};
use crate::change::{Change, How, Standing, What};
use crate::locale::Locale;
use crate::model::{FuzzyDate, Words};
use crate::view::attribution::party_name;

/// A change as a program reads it: one entry of the `changes` of `attache diff --format json`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeRecord<'v> {
    /// The word of the kind.
    pub kind: &'static str,
    /// The word of the item.
    pub item: &'static str,
    /// The id of the item; of a headline, a bottom line or a correction, that of the brief.
    pub id: &'v str,
    /// The story of the brief where it stands.
    pub story: Option<&'v str>,
    /// The id of the brief where it stands, or stood.
    pub brief: &'v str,
    /// The brief where it stood, where that is another.
    pub old_brief: Option<&'v str>,
    /// What changed, as it was, in the words of the input: a text in Markdown, a status, a date in EDTF, a term, an attribution.
    pub old: Option<Cow<'v, str>>,
    /// The same as it is.
    pub new: Option<Cow<'v, str>>,
    /// The item as plain text.
    pub text: Cow<'v, str>,
    /// The item as it stood, as plain text, where it made another statement: the old state is of these words, not of those in `text`.
    pub old_text: Option<Cow<'v, str>>,
    /// The status of a fact or an event.
    pub status: Option<&'static str>,
    /// The status before, where it was another.
    pub old_status: Option<&'static str>,
    /// On whose word the item stands.
    pub attribution: Option<String>,
    /// On whose word it stood, where that was another's.
    pub old_attribution: Option<String>,
    /// Whether it is an event that has not been seen to happen.
    pub expected: bool,
    /// The stance of a position.
    pub stance: Option<&'static str>,
    /// The id of the question that a position is on.
    pub question: Option<&'v str>,
    /// When a fact or an event happened or will, or when what was wrong was put right, in EDTF.
    #[schemars(with = "Option<String>")]
    pub when: Option<FuzzyDate>,
    /// The same of `old_text`, where that is of another time.
    #[schemars(with = "Option<String>")]
    pub old_when: Option<&'v FuzzyDate>,
    /// The likelihood term of a judgement. Where two are at odds, `old` and `new` have both: `unlikely, low`.
    pub likelihood: Option<&'static str>,
    /// The confidence of a judgement.
    pub confidence: Option<&'static str>,
    /// The highest marking of what is shown.
    pub marking: &'static str,
}

impl<'v> ChangeRecord<'v> {
    /// A change as a program reads it.
    #[must_use]
    pub fn new(change: &Change<'v>, locale: &'v Locale) -> Self {
        let what = &change.what;
        let now = what.standing();
        let (claim, was) = (values::claim(what), values::shown_before(what));
        let (status, old_status) = (values::status(claim), was.and_then(values::status));
        let attribution = said(claim, locale);
        let old_attribution = values::spoken_before(change).and_then(|was| said(was, locale));
        let (old, new) = in_words_of_the_input(what, locale);
        let old_text = statements::before(what);
        // Of two at odds both are in `old` and `new`.
        let judgement = values::judgement(now).filter(|_| values::at_odds(what).is_none());
        let likelihood = judgement.and_then(|judgement| judgement.likelihood.as_ref());
        Self {
            kind: labels::kind(what).0,
            item: labels::told_item(now.item).0,
            id: now.id().as_str(),
            story: now.brief.story.as_ref().map(|story| story.value.as_str()),
            brief: now.brief.id.as_str(),
            old_brief: other_brief(what),
            old,
            new,
            text: values::text(now),
            old_when: old_text.as_ref().and_then(|_| other_time(what)),
            old_text,
            status: status.map(Words::word),
            old_status: old_status.filter(|it| Some(*it) != status).map(Words::word),
            old_attribution: old_attribution
                .filter(|it| Some(it) != attribution.as_ref() || values::may_be_of_others(change)),
            attribution,
            expected: values::is_expected(now),
            stance: values::stance(now).map(Words::word),
            question: values::question(now).map(|question| question.id.text()),
            when: values::when(now),
            likelihood: likelihood.map(|it| it.value.term),
            confidence: judgement.map(|it| it.confidence.value.word()),
            marking: markings::of_change(change).word(),
        }
    }
}

/// The brief where it stood, where that is another.
fn other_brief<'v>(what: &What<'v>) -> Option<&'v str> {
    match what {
        What::Changed { old, new, .. } if old.brief.id != new.brief.id => Some(old.brief.id.as_str()),
        _ => None,
    }
}

/// The time of its old statement, where that is another.
fn other_time<'v>(what: &What<'v>) -> Option<&'v FuzzyDate> {
    let What::Changed { old, new, .. } = what else { return None };
    old.statement().when().filter(|when| Some(*when) != new.statement().when())
}

/// On whose word an item stands.
fn said(standing: Standing<'_>, locale: &Locale) -> Option<String> {
    values::voice(standing, locale).map(|voice| voice.text)
}

/// What changed, as it was and as it is.
fn in_words_of_the_input<'v>(
    what: &What<'v>,
    locale: &Locale,
) -> (Option<Cow<'v, str>>, Option<Cow<'v, str>>) {
    let source = |standing| Some(values::source(standing).into());
    match what {
        What::Came(standing) => (None, source(*standing)),
        What::Went(standing) => (source(*standing), None),
        What::Changed { old, new, how } => (before(*old, how, locale), after(*new, how, locale)),
    }
}

fn before<'v>(old: Standing<'v>, how: &How<'_>, locale: &Locale) -> Option<Cow<'v, str>> {
    match how {
        How::NewOrigin(_) => said(old, locale).map(Cow::from),
        How::Answered(_) => values::question_status_of(old).map(|it| it.word().into()),
        _ => value(old, how, locale),
    }
}

fn after<'v>(new: Standing<'v>, how: &How<'v>, locale: &Locale) -> Option<Cow<'v, str>> {
    match how {
        How::NewOrigin(source) => Some(party_name(source.0, locale).into()),
        How::Answered(answer) => Some(answer.0.id.value.as_str().into()),
        How::Details(names) => Some(names.join(", ").into()),
        _ => value(new, how, locale),
    }
}

/// The value of either state, where both are told in one way.
fn value<'v>(standing: Standing<'v>, how: &How<'_>, locale: &Locale) -> Option<Cow<'v, str>> {
    let word = match how {
        How::Followed => Some(standing.brief.id.as_str()),
        How::Reworded => Some(values::source(standing)),
        How::Value => standing.statement().value(),
        How::Attribution | How::SaidByAnother => return said(standing, locale).map(Cow::from),
        How::Date(of, _) => return values::date(standing, *of).map(|date| date.to_string().into()),
        How::Status(_) => values::status(standing).map(Words::word),
        How::Expectation => Some(if values::is_marked_expected(standing) { "true" } else { "false" }),
        How::Moved | How::Reopened => values::question_status_of(standing).map(Words::word),
        How::Stance => values::stance(standing).map(Words::word),
        How::Credibility(_) => values::credibility_of(standing).map(Words::word),
        How::Reliability(_) => values::reliability_of(standing).map(Words::word),
        How::Likelihood(_) => values::judgement(standing)?.likelihood.as_ref().map(|it| it.value.term),
        How::AtOdds => {
            let judgement = values::judgement(standing)?;
            let likelihood = judgement.likelihood.as_ref().map(|it| it.value.term);
            let both = likelihood.into_iter().chain([judgement.confidence.value.word()]);
            return Some(both.collect::<Vec<_>>().join(", ").into());
        }
        How::Confidence(_) => values::judgement(standing).map(|it| it.confidence.value.word()),
        How::Marking(_) => Some(markings::own(standing).word()),
        How::Again | How::SameOrigin | How::NewOrigin(_) | How::Answered(_) | How::Details(_) => None,
    };
    word.map(Cow::from)
}
