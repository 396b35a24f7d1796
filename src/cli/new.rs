//! `attache new`

use std::path::{Path, PathBuf};

use chrono::Local;
use clap::Args;

use super::Outcome;
use super::console::Console;
use super::reading::desk_at;
use crate::draft::{Article, Draft};
use crate::error::Error;
use crate::model::{CivilDate, Id, Lang, Line};
use crate::output::{Overwrite, write_file};
use crate::{schema, source};

const EXAMPLES: &str = "\
Examples:
  attache new \"Port reopens after three weeks\"
  attache new \"Port reopens after three weeks\" --date 2025-03-05 --article articles/port.txt

The draft goes to briefs/DATE-TITLE.yaml, or, where you stand in briefs/ of a desk with settings or in a folder below, into that; and the \
schema that your editor checks it with to brief.schema.json beside briefs/. \
What `attache check` says of the draft is what is left to fill in.";

/// Start a brief: a commented draft, with the dates and quotations of an article listed
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct New {
    /// The headline
    title: String,
    /// The day as of which the brief speaks, YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// The language of the brief
    #[arg(long, value_name = "TAG", default_value = "en")]
    lang: String,
    /// A file with the text of the article
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,
    /// Where to write instead; `-` is standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// The schema that editors check a draft with, beside the folder of briefs.
const SCHEMA_FILE: &str = "brief.schema.json";

impl New {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let title =
            Line::parse(&self.title).map_err(|error| Error::Message(format!("the title is {error}")))?;
        let date = self.date()?;
        let lang = Lang::parse(&self.lang).ok_or_else(|| {
            Error::Message(format!("`{}` is not a language tag such as en, tr or ar", self.lang))
        })?;
        let desk = desk_at(".".into());
        let out = self.out.clone().unwrap_or_else(|| default_path(&desk, date, &title));
        let folder = out.parent().unwrap_or(Path::new("")).to_owned();
        let text = self.article.as_deref().map(article_text).transpose()?;
        let path = self.article.as_deref().and_then(|article| from_folder(&folder, article));
        let above = if desk == Path::new(".") { Path::new("..") } else { &desk };
        let (date, schema_line) =
            (date.to_string(), above.join(SCHEMA_FILE).to_string_lossy().replace('\\', "/"));
        let article = text.as_deref().map(|text| Article { path: path.as_deref(), text });
        let yaml = Draft {
            title: title.as_str(),
            date: &date,
            lang: lang.as_str(),
            schema_line: &schema_line,
            article,
        }
        .yaml();
        if out == Path::new("-") {
            console.answer(&yaml)?;
            return Ok(Outcome::Fine);
        }
        write_file(&out, yaml.as_bytes(), Overwrite::No)?;
        if self.out.is_none() {
            let file = desk.strip_prefix(".").unwrap_or(&desk).join(SCHEMA_FILE);
            write_file(&file, schema::brief()?.as_bytes(), Overwrite::Yes)?;
        }
        if let (Some(article), None) = (&self.article, &path) {
            console.message(&format!(
                "{} lies outside the desk; move it there and name it under `article: {{text: …}}` to have quotes checked",
                article.display()
            ))?;
        }
        console
            .message(&format!("{} is yours to fill in; `attache check` says what is left", out.display()))?;
        Ok(Outcome::Fine)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a new brief is dated today, where the analyst is, unless told otherwise"
    )]
    fn date(&self) -> Result<CivilDate, Error> {
        let Some(date) = &self.date else {
            return CivilDate::from_naive(Local::now().date_naive())
                .ok_or_else(|| Error::Message("the clock is off; give `--date`".to_owned()));
        };
        CivilDate::parse(date).map_err(|error| {
            let help = error.help().map(|help| format!("; {help}")).unwrap_or_default();
            Error::Message(format!("--date {date}: {error}{help}"))
        })
    }
}

/// In `briefs/`, or here, where that is the folder that we stand in.
fn default_path(desk: &Path, date: CivilDate, title: &Line) -> PathBuf {
    let slug = Id::slug(&format!("{date} {title}")).map_or_else(|| date.to_string(), |id| id.to_string());
    let folder = if desk == Path::new(".") { "briefs" } else { "" };
    Path::new(folder).join(format!("{slug}.yaml"))
}

fn article_text(path: &Path) -> Result<String, Error> {
    source::read_article(path)?.map_err(Error::Message)
}

/// The path of an article as a brief in `folder` names it: down from there, or one step up.
fn from_folder(folder: &Path, article: &Path) -> Option<String> {
    let plain = article.strip_prefix(".").unwrap_or(article);
    let is_here = folder.as_os_str().is_empty();
    let below = plain.strip_prefix("..").ok().filter(|_| is_here).unwrap_or(plain);
    if below.is_absolute() || below.components().any(|it| it.as_os_str() == "..") {
        return None;
    }
    let named = match plain.strip_prefix(folder) {
        Ok(named) => named.to_owned(),
        Err(_) if folder.components().count() == 1 => Path::new("..").join(plain),
        Err(_) => return None,
    };
    Some(named.to_string_lossy().replace('\\', "/"))
}
