//! `attache questions`

use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::Outcome;
use super::console::Console;
use super::daily::date;
use super::reading::{Settled, desk_argument};
use crate::desk::Index;
use crate::error::Error;
use crate::locale::Locale;
use crate::model::{Brief, CivilDate, Marking, Words as _};
use crate::view::DateView;
use crate::view::site::{QuestionEntry, questions};

const EXAMPLES: &str = "\
Examples:
  attache questions                       what is open, the latest move first
  attache questions --all --as-of 2025-04-01
  attache questions --format json

Ages are in days, up to the given day or to the day of the latest brief; briefs after that day are not looked at.";

/// Print the register of questions: what is open, for how long, and when it last moved
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Questions {
    /// Open questions alone; this is the default
    #[arg(long, conflicts_with = "all")]
    open: bool,
    /// Settled questions too
    #[arg(long)]
    all: bool,
    /// The day up to which ages are counted, YYYY-MM-DD [default: the day of the latest brief]
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The desk
    #[arg(long, value_name = "DIR", default_value = ".", value_parser = desk_argument())]
    desk: PathBuf,
}

/// How to print.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Two lines a question.
    Human,
    /// One object.
    Json,
}

/// The register, as programs get it.
#[derive(Serialize)]
struct Register<'v> {
    attache_questions: u32,
    as_of: String,
    /// The highest marking of the briefs that take these questions up.
    marking: Option<&'static str>,
    questions: Vec<QuestionEntry<'v>>,
}

impl Questions {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let settled = Settled::read(&self.desk, None, None)?;
        let reading = settled.desk(&self.desk, &AtomicUsize::new(0))?;
        console.errors(&reading.diagnostics, &reading.texts)?;
        if reading.has_errors() {
            return Ok(Outcome::Problems);
        }
        let index = Index::of(&reading.desk, &settled.options.settings.inherited.register);
        let given = self.as_of.as_deref().map(date).transpose()?;
        let Some(as_of) = given.or(reading.desk.today()) else {
            return Err(Error::Message(format!("there are no briefs in {}", self.desk.display())));
        };
        let locale = match self.format {
            // The terminal speaks English; what programs get is what the pages have.
            Format::Human => Locale::english(),
            Format::Json => settled.options.settings.locale(),
        };
        let register = self.register(&index, as_of, locale);
        match self.format {
            Format::Human => console.answer(&human(&register))?,
            Format::Json => console.answer(&json(&register)?)?,
        }
        Ok(Outcome::Fine)
    }

    fn register<'v>(&self, index: &Index<'v>, as_of: CivilDate, locale: &'v Locale) -> Register<'v> {
        let known: Vec<_> = index.questions.iter().filter_map(|thread| thread.until(as_of)).collect();
        let mut listed = questions::ordered(known.iter());
        listed.retain(|thread| self.all || thread.is_unsettled());
        let told = listed.iter().flat_map(|thread| thread.told_by());
        Register {
            attache_questions: 1,
            as_of: as_of.to_string(),
            marking: told.map(Brief::banner).max().map(Marking::word),
            questions: listed
                .into_iter()
                .map(|thread| QuestionEntry::new(thread, Some(as_of), locale))
                .collect(),
        }
    }
}

fn json(register: &Register<'_>) -> Result<String, Error> {
    let json = serde_json::to_string_pretty(register)
        .map_err(|error| Error::Message(format!("cannot write JSON: {error}")))?;
    Ok(json + "\n")
}

/// The marking of all, then two lines a question.
fn human(register: &Register<'_>) -> String {
    let Some(marking) = register.marking else {
        return format!("no open questions as of {}\n", register.as_of);
    };
    let questions = register.questions.iter().map(two_lines);
    std::iter::once(format!("{marking}\n\n")).chain(questions).collect()
}

fn two_lines(entry: &QuestionEntry<'_>) -> String {
    let marking = entry.marking.map(|label| format!(" ({label})")).unwrap_or_default();
    let parties = Locale::english().counted("count_parties", entry.parties);
    let answer = entry.answer.as_ref().map(|answer| answer.said(Locale::english()));
    let answer = answer.map(|answer| format!(" ({})", crate::markdown::visible(&answer)));
    format!(
        "{}{marking}\n    {} · {}{} · {} · {parties}\n",
        crate::markdown::visible(entry.question),
        entry.id,
        entry.status.word,
        answer.unwrap_or_default(),
        since_when(entry),
    )
}

/// Since when it is open or settled, for how long, and when it moved last; days that no brief gives are those of the first to say so.
fn since_when(entry: &QuestionEntry<'_>) -> String {
    let settled = dated(("settled", &entry.settled), ("settled by", &entry.settled_by));
    let moved = settled.is_none().then(|| format!("last moved {}", entry.last_move.edtf));
    let days = match (&entry.age_text, &entry.opened, &entry.settled) {
        (Some(age), Some(opened), Some(settled)) => {
            [Some(format!("{age} from {} to {}", opened.edtf, settled.edtf)), None, None]
        }
        (Some(age), Some(opened), None) => [Some(format!("{age} since {}", opened.edtf)), None, None],
        (age, opened, _) => {
            let opened = dated(("opened", opened), ("in briefs since", &entry.opened_by));
            [opened, settled, age.as_deref().map(str::to_owned)]
        }
    };
    let again = dated(("opened again", &entry.reopened), ("opened again by", &entry.reopened_by));
    days.into_iter().chain([again, moved]).flatten().collect::<Vec<_>>().join(" · ")
}

/// The day that is given, or the one that something was so by.
fn dated(given: (&str, &Option<DateView<'_>>), by: (&str, &Option<DateView<'_>>)) -> Option<String> {
    let said = |(words, day): (&str, &Option<DateView<'_>>)| Some(format!("{words} {}", day.as_ref()?.edtf));
    said(given).or_else(|| said(by))
}
