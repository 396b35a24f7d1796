//! `attache daily`

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use clap::{Args, ValueEnum};

use super::Outcome;
use super::console::{Console, Stream};
use super::reading::{Settled, desk_argument, refuse_file, refuse_text};
use crate::desk::{Daily as Days, Index};
use crate::error::Error;
use crate::markdown::KnownText;
use crate::model::CivilDate;
use crate::output::{Overwrite, write_file};
use crate::render::{Renderer, TemplateSet};
use crate::settings::Settings;
use crate::site::changes::of_days;
use crate::view::site::{DayView, PageHead};

const EXAMPLES: &str = "\
Examples:
  attache daily                                         the latest day that has briefs
  attache daily 2025-03-05 --format html --out today.html
  attache daily --from 2025-03-03 --to 2025-03-09       a weekly roll-up
  attache daily --format json                           for programs

An editor can order, pin and leave out briefs, and add a note, in briefs/daily/DATE.yaml; a roll-up has \
all briefs of its days, in no such order. With \
--format html, links lead into the site where `base_url` in attache.yaml says where that is read; Markdown has none into it.";

/// Print the daily brief: what the briefs of a day, or of several, say together
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Daily {
    /// The day, YYYY-MM-DD [default: the latest that has briefs]
    #[arg(conflicts_with_all = ["from", "to"])]
    date: Option<String>,
    /// The first of several days [default: the day of the first brief]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The last of several days [default: the day of the latest brief]
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// What to write
    #[arg(long, value_enum, default_value_t = Format::Md)]
    format: Format,
    /// A file to write to; `-` is standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    out: PathBuf,
    /// The desk
    #[arg(long, value_name = "DIR", default_value = ".", value_parser = desk_argument())]
    desk: PathBuf,
}

/// A kind of file to write.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Markdown (CommonMark).
    Md,
    /// One self-contained page.
    Html,
    /// What templates see, as JSON, without what is absent and without pieces of phrases.
    Json,
}

impl Daily {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        if !self.to_stdout() {
            refuse_file(&self.desk, &self.out)?;
        }
        let settled = Settled::read(&self.desk, None, None)?;
        let reading = settled.desk(&self.desk, &AtomicUsize::new(0))?;
        console.errors(&reading.diagnostics, &reading.texts)?;
        if reading.has_errors() {
            return Ok(Outcome::Problems);
        }
        if !self.to_stdout() {
            refuse_text(&reading.desk.briefs, &self.out)?;
        }
        let settings = &settled.options.settings;
        let index = Index::of(&reading.desk, &settings.inherited.register);
        let (from, to) = self.days(&index)?;
        let daily = Days::new(&reading.desk, &index, from, to);
        if daily.briefs.is_empty() && daily.left_out == 0 {
            return Err(Error::Message(no_brief_of(&index, from, to)));
        }
        let changes = of_days(&daily, &index);
        let view = DayView::new(&daily, &changes, &index, settings);
        match self.text(&view, settings)? {
            Ok(text) => self.write(&text, console),
            Err((diagnostics, texts)) => {
                console.diagnostics(Stream::Err, &diagnostics, &texts)?;
                Ok(Outcome::Problems)
            }
        }
    }

    /// The first and the last day that were asked for.
    fn days(&self, index: &Index<'_>) -> Result<(CivilDate, CivilDate), Error> {
        let first = index.days.keys().next().copied();
        let last = index.days.keys().next_back().copied();
        let (Some(first), Some(last)) = (first, last) else {
            return Err(Error::Message(format!("there are no briefs in {}", self.desk.display())));
        };
        let given = |text: &Option<String>, default: CivilDate| text.as_deref().map_or(Ok(default), date);
        if self.from.is_none() && self.to.is_none() {
            let day = given(&self.date, last)?;
            return Ok((day, day));
        }
        let (from, to) = (given(&self.from, first)?, given(&self.to, last)?);
        if from > to {
            return Err(Error::Message(match (&self.from, &self.to) {
                (Some(_), None) => format!("there are no briefs from {from} on: the latest are of {last}"),
                (None, Some(_)) => format!("there are no briefs up to {to}: the first are of {first}"),
                _ => format!("--from {from} is later than --to {to}"),
            }));
        }
        Ok((from, to))
    }

    fn text(
        &self,
        view: &DayView<'_>,
        settings: &Settings,
    ) -> Result<Result<String, crate::render::Unfit>, Error> {
        if let Format::Json = self.format {
            return Ok(Ok(view.json()));
        }
        let templates = TemplateSet::with_folder(&self.desk.join("templates"))?;
        let base = settings.base_url.as_ref().filter(|_| matches!(self.format, Format::Html));
        let head = base.map(|base| PageHead {
            root: KnownText::of(base.as_str().to_owned()),
            alone: true,
            ..PageHead::default()
        });
        let pages = Renderer::new(templates).and_then(|renderer| {
            let renderer = renderer.for_desk(settings)?;
            renderer.day(view, head.as_ref()).map_err(|found| {
                let texts = renderer.texts_of(&found);
                (found, texts)
            })
        });
        Ok(pages.map(|pages| if let Format::Html = self.format { pages.html.text } else { pages.markdown }))
    }

    fn to_stdout(&self) -> bool {
        self.out == Path::new("-")
    }

    fn write(&self, text: &str, console: &mut Console) -> Result<Outcome, Error> {
        if self.to_stdout() {
            console.answer(text)?;
        } else {
            write_file(&self.out, text.as_bytes(), Overwrite::Yes)?;
            console.message(&self.out.display().to_string())?;
        }
        Ok(Outcome::Fine)
    }
}

/// A day as an argument.
pub(super) fn date(text: &str) -> Result<CivilDate, Error> {
    CivilDate::parse(text).map_err(|error| {
        let help = error.help().map(|help| format!(" ({help})")).unwrap_or_default();
        Error::Message(format!("`{text}` is no day: {error}{help}"))
    })
}

/// Says that no brief speaks as of these days, and which days come near.
pub(super) fn no_brief_of(index: &Index<'_>, from: CivilDate, to: CivilDate) -> String {
    let days = if from == to { from.to_string() } else { format!("the days from {from} to {to}") };
    let before = index.days.range(..from).next_back().map(|(day, _)| day.to_string());
    let after = index.days.range(to..).next().map(|(day, _)| day.to_string());
    let near: Vec<_> = before.into_iter().chain(after).collect();
    format!("no brief speaks as of {days}; the nearest days with briefs: {}", near.join(" and "))
}
