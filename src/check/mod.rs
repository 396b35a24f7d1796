//! The rules: what makes a brief honest and consistent, beyond being a brief at all. One file a rule.
//!
//! A rule has a code, a default severity, a page in `docs/rules` that `attache explain` prints, a bad input and a good one that
//! comes close. A desk can set its severity; a brief can break it where it gives the reason.

mod a101_not_counted;
mod a102_no_access;
mod a103_number_of_people;
mod a104_circle;
mod a105_own_carrier;
mod a106_one_origin;
mod a107_unconfirmed;
mod a108_not_concerned;
mod a109_unseen;
mod a110_speaker_lost;
mod a111_unlinked;
mod a112_unused_source;
mod a113_unused_entity;
mod a114_undescribed;
mod a115_no_ground;
mod a116_claimed_answer;
mod a121_quote_not_found;
mod a122_quote_ambiguous;
mod a123_quote_retyped;
mod a124_figure;
mod a125_date;
mod a126_name;
mod a131_weekday;
mod a132_relative;
mod a133_future_event;
mod a134_later_word;
mod a135_opened_late;
mod a136_contradiction;
mod a137_question_dates;
mod a138_overdue;
mod a141_two_rows;
mod a142_percentage;
mod a143_two_axes;
mod a144_hedge;
mod a145_no_basis;
mod a146_other_term;
mod a151_marking_too_low;
mod a152_taken_back;
mod a161_two_spellings;
mod a162_other_question;
mod a163_reopened;
mod a164_not_moved;
mod a165_changed;
mod a166_overtaken_answer;
mod a167_one_day;
mod a168_overtaken_basis;
mod allow;
mod glances;
mod head_count;
mod judged;
mod likelihood_terms;
mod read;
mod sentences;
mod subject;
mod times;
mod wording;
mod words;

use std::cell::OnceCell;
use std::path::Path;

use crate::desk::stories::stories;
use crate::desk::thread::Threads;
use crate::desk::{Desk, Stories, Thread};
use crate::diagnostic::{Code, Diagnostic, Severity, codes};
use crate::published::Published;
use crate::settings::{Level, Settings};
use crate::span::Span;

pub use a165_changed::gone;
pub use read::{Options, article_path, file, one, read, read_with};
pub use subject::{Field, Subject, TextField};

/// A rule.
pub struct Rule {
    /// Its code, with the default severity.
    pub code: &'static Code,
    run: Run,
}

/// What a rule looks at.
#[derive(Clone, Copy)]
enum Run {
    /// Each brief by itself.
    Brief {
        check: fn(&Subject<'_>, &mut Findings<'_>),
        /// Whether there is nothing to look at without the article's text.
        needs_article: bool,
    },
    /// All briefs of a desk together.
    Desk(fn(&Whole<'_>, &Settings, &mut Findings<'_>)),
    /// All briefs of a desk, held against what it published last.
    Published(fn(&Desk, &Settings, &Published, &mut Findings<'_>)),
}

/// A desk, and what more than one rule asks of it.
struct Whole<'d> {
    desk: &'d Desk,
    threads: OnceCell<Threads<'d>>,
    stories: OnceCell<Stories<'d>>,
}

impl<'d> Whole<'d> {
    fn new(desk: &'d Desk) -> Self {
        Self { desk, threads: OnceCell::new(), stories: OnceCell::new() }
    }

    /// Every question, by its id.
    fn threads(&self) -> impl Iterator<Item = &Thread<'d>> {
        self.threads.get_or_init(|| Threads::of(self.desk)).iter()
    }

    /// The briefs of each story.
    fn stories(&self) -> &Stories<'d> {
        self.stories.get_or_init(|| stories(self.desk.chronological()))
    }
}

impl Rule {
    /// A rule that looks at each brief by itself.
    const fn brief(code: &'static Code, check: fn(&Subject<'_>, &mut Findings<'_>)) -> Self {
        Self { code, run: Run::Brief { check, needs_article: false } }
    }

    /// A rule that holds each brief against the text of its article, where that is at hand.
    const fn grounding(code: &'static Code, check: fn(&Subject<'_>, &mut Findings<'_>)) -> Self {
        Self { code, run: Run::Brief { check, needs_article: true } }
    }

    /// A rule that looks at all briefs of a desk together.
    const fn desk(code: &'static Code, check: fn(&Whole<'_>, &Settings, &mut Findings<'_>)) -> Self {
        Self { code, run: Run::Desk(check) }
    }

    /// A rule that holds all briefs of a desk against what was published of it, where a record of that is at hand.
    const fn published(
        code: &'static Code,
        check: fn(&Desk, &Settings, &Published, &mut Findings<'_>),
    ) -> Self {
        Self { code, run: Run::Published(check) }
    }
}

/// Every rule, by code.
pub static RULES: &[&Rule] = &[
    &a101_not_counted::RULE,
    &a102_no_access::RULE,
    &a103_number_of_people::RULE,
    &a104_circle::RULE,
    &a105_own_carrier::RULE,
    &a106_one_origin::RULE,
    &a107_unconfirmed::RULE,
    &a108_not_concerned::RULE,
    &a109_unseen::RULE,
    &a110_speaker_lost::RULE,
    &a111_unlinked::RULE,
    &a112_unused_source::RULE,
    &a113_unused_entity::RULE,
    &a114_undescribed::RULE,
    &a115_no_ground::RULE,
    &a116_claimed_answer::RULE,
    &a121_quote_not_found::RULE,
    &a122_quote_ambiguous::RULE,
    &a123_quote_retyped::RULE,
    &a124_figure::RULE,
    &a125_date::RULE,
    &a126_name::RULE,
    &a131_weekday::RULE,
    &a132_relative::RULE,
    &a133_future_event::RULE,
    &a134_later_word::RULE,
    &a135_opened_late::RULE,
    &a136_contradiction::RULE,
    &a137_question_dates::RULE,
    &a138_overdue::RULE,
    &a141_two_rows::RULE,
    &a142_percentage::RULE,
    &a143_two_axes::RULE,
    &a144_hedge::RULE,
    &a145_no_basis::RULE,
    &a146_other_term::RULE,
    &a151_marking_too_low::RULE,
    &a152_taken_back::RULE,
    &a161_two_spellings::RULE,
    &a162_other_question::RULE,
    &a163_reopened::RULE,
    &a164_not_moved::RULE,
    &a165_changed::RULE,
    &a166_overtaken_answer::RULE,
    &a167_one_day::RULE,
    &a168_overtaken_basis::RULE,
];

/// Every code there is: those of reading and those of the rules, in order.
pub fn all_codes() -> impl Iterator<Item = &'static Code> {
    codes::ALL.iter().copied().chain(RULES.iter().map(|rule| rule.code)).chain([&allow::UNUSED])
}

/// The codes whose severity a desk can set and that a brief can allow.
#[must_use]
pub fn settable() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.code.id).collect()
}

/// Collects what one rule finds.
pub struct Findings<'f> {
    code: &'static Code,
    severity: Severity,
    found: &'f mut Vec<Diagnostic>,
}

impl Findings<'_> {
    /// What the rule finds at a place, with the severity that it has at this desk. Add label and help, and [`push`](Self::push) it.
    fn at(&self, path: &Path, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: self.severity, ..Diagnostic::new(self.code, path, span, message) }
    }

    /// Takes up a finding.
    fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }
}

/// Applies the rules that look at one brief.
#[must_use]
pub fn brief(subject: &Subject<'_>) -> Vec<Diagnostic> {
    briefs(std::slice::from_ref(subject)).into_iter().flatten().collect()
}

/// The same of several briefs, one rule to all of them after the other: the code of all rules is larger than what a processor keeps at
/// hand, and for each brief by itself it would have to be fetched anew.
fn briefs(subjects: &[Subject<'_>]) -> Vec<Vec<Diagnostic>> {
    let mut found: Vec<_> = subjects.iter().map(|_| Found::default()).collect();
    for rule in RULES {
        subjects.iter().zip(&mut found).for_each(|(subject, found)| found.apply(rule, subject));
    }
    subjects.iter().zip(found).map(|(subject, found)| found.ended(subject)).collect()
}

/// What the rules find in one brief.
#[derive(Default)]
struct Found {
    diagnostics: Vec<Diagnostic>,
    /// The rules that were applied, where that matters.
    applied: Vec<&'static str>,
}

impl Found {
    /// Applies a rule, if it is one that looks at one brief.
    fn apply(&mut self, rule: &Rule, subject: &Subject<'_>) {
        let Run::Brief { check, needs_article } = rule.run else { return };
        if needs_article && subject.article.is_none() {
            return;
        }
        let Some(severity) = severity(rule.code, subject.settings) else { return };
        check(subject, &mut Findings { code: rule.code, severity, found: &mut self.diagnostics });
        if !subject.brief.allows.is_empty() {
            self.applied.push(rule.code.id);
        }
    }

    /// What is left of it when nothing else is applied.
    fn ended(mut self, subject: &Subject<'_>) -> Vec<Diagnostic> {
        allow::unknown(subject.brief, &mut self.diagnostics);
        allow::apply(subject.brief, &self.applied, &mut self.diagnostics, subject.settings);
        self.diagnostics
    }
}

/// Applies the rules that look at all briefs together.
#[must_use]
pub fn desk(desk: &Desk, settings: &Settings, published: Option<&Published>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut applied = Vec::new();
    let whole = Whole::new(desk);
    for rule in RULES {
        let Some(severity) = severity(rule.code, settings) else { continue };
        let mut findings = Findings { code: rule.code, severity, found: &mut found };
        match (rule.run, published) {
            (Run::Desk(check), _) => check(&whole, settings, &mut findings),
            (Run::Published(check), Some(published)) => check(desk, settings, published, &mut findings),
            (Run::Published(_), None) | (Run::Brief { .. }, _) => continue,
        }
        applied.push(rule.code.id);
    }
    for brief in &desk.briefs {
        allow::apply(brief, &applied, &mut found, settings);
    }
    found
}

fn severity(code: &Code, settings: &Settings) -> Option<Severity> {
    match settings.rules.get(code.id) {
        Some(Level::Off) => None,
        Some(Level::On(severity)) => Some(*severity),
        None => Some(code.severity),
    }
}
