//! Changes as programs read them.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::ChangeView;
use super::values::{self, Value};
use crate::change::What;
use crate::model::FuzzyDate;

/// What programs are told in other words than readers.
#[derive(Debug, Clone)]
pub(super) struct Record<'v> {
    old: Option<Cow<'v, str>>,
    new: Option<Cow<'v, str>>,
    old_brief: Option<&'v str>,
    old_when: Option<&'v FuzzyDate>,
}

impl<'v> Record<'v> {
    pub(super) fn new(what: &What<'v>, before: Option<&Value<'v>>, after: Option<&Value<'v>>) -> Self {
        let word = |value: Option<&Value<'v>>| value.map(|value| value.word.clone());
        match what {
            What::Came(standing) => Self {
                old: None,
                new: Some(values::source(*standing).into()),
                old_brief: None,
                old_when: None,
            },
            What::Went(standing) => Self {
                old: Some(values::source(*standing).into()),
                new: None,
                old_brief: None,
                old_when: None,
            },
            What::Changed { old, new, .. } => {
                let old_brief = (old.brief.id != new.brief.id).then(|| old.brief.id.as_str());
                let old_when = old.statement().when().filter(|when| Some(*when) != new.statement().when());
                Self { old: word(before), new: word(after), old_brief, old_when }
            }
        }
    }
}

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
    pub old: Option<&'v str>,
    /// The same as it is.
    pub new: Option<&'v str>,
    /// The item as plain text.
    pub text: &'v str,
    /// The item as it stood, as plain text, where it made another statement: the old state is of these words, not of those in `text`.
    pub old_text: Option<&'v str>,
    /// The status of a fact or an event.
    pub status: Option<&'static str>,
    /// The status before, where it was another.
    pub old_status: Option<&'static str>,
    /// On whose word the item stands.
    pub attribution: Option<&'v str>,
    /// On whose word it stood, where that was another's.
    pub old_attribution: Option<&'v str>,
    /// Whether it is an event that has not been seen to happen.
    pub expected: bool,
    /// The stance of a position.
    pub stance: Option<&'static str>,
    /// The id of the question that a position is on.
    pub question: Option<&'v str>,
    /// When a fact or an event happened or will, or when what was wrong was put right, in EDTF.
    #[schemars(with = "Option<String>")]
    pub when: Option<&'v FuzzyDate>,
    /// The same of `old_text`, where that is of another time.
    #[schemars(with = "Option<String>")]
    pub old_when: Option<&'v FuzzyDate>,
    /// The likelihood term of a judgement.
    pub likelihood: Option<&'static str>,
    /// The confidence of a judgement.
    pub confidence: Option<&'static str>,
    /// The highest marking of what is shown.
    pub marking: &'static str,
}

impl ChangeView<'_> {
    /// The change as a program reads it.
    #[must_use]
    pub fn record(&self) -> ChangeRecord<'_> {
        ChangeRecord {
            kind: self.kind.word,
            item: self.item.word,
            id: self.id,
            story: self.story,
            brief: self.brief.id,
            old_brief: self.record.old_brief,
            old: self.record.old.as_deref(),
            new: self.record.new.as_deref(),
            text: &self.text,
            old_text: self.text_before.as_deref(),
            status: self.status.as_ref().map(|status| status.word),
            old_status: self.status_before.as_ref().map(|status| status.word),
            attribution: self.attribution.as_ref().map(|it| it.text.as_str()),
            old_attribution: self.attribution_before.as_ref().map(|it| it.text.as_str()),
            expected: self.expected,
            stance: self.stance.as_ref().map(|stance| stance.word),
            question: self.question.as_ref().map(|question| question.id),
            when: self.when.as_ref().map(|when| &when.edtf),
            old_when: self.record.old_when.filter(|_| self.text_before.is_some()),
            likelihood: self.likelihood.as_ref().map(|likelihood| likelihood.term),
            confidence: self.confidence.as_ref().map(|confidence| confidence.word),
            marking: self.marking.label,
        }
    }
}
