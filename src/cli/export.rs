//! `attache export`

mod choice;

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::Outcome;
use super::ceiling::{marking, tell};
use super::console::{Console, Stream};
use super::making;
use super::reading::{Settled, Strictness, desk_argument, refuse_file, refuse_text, tell_outside};
use crate::ceiling;
use crate::desk::{Daily, Desk, Index};
use crate::error::Error;
use crate::export::pdf::Browser;
use crate::export::{Document, Maker};
use crate::model::Marking;
use crate::output::{OutputError, Overwrite, write_file};
use crate::settings::{FILE, SITE, Settings};
use choice::{Chosen, Given};

const EXAMPLES: &str = "\
Examples:
  attache export 2025-03-05-damascus-attache --format pdf
  attache export briefs/2025-03-05-damascus-attache.yaml --format eml --ceiling TLP:GREEN
  attache export 2025-03-05 --format eml            the daily brief of that day, as the draft of a mail
  attache export 2025-03-05 --out outbox/           into a folder, under the name that it has here

The file is called after the brief, or daily-DATE, and takes the place of no other; a file named by `--out` is replaced. A PDF is \
made by Chromium, Chrome or Edge: the one that CHROMIUM names, or the first that is found.

Exit codes: 0 exported; 1 the brief or a template has problems, or all of it is marked higher than the ceiling; 2 the tool could \
not do its work.";

/// Export a brief, or the daily brief of a day, as one file that can be sent
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Export {
    /// The brief, by its file or its id, or the day of a daily brief, YYYY-MM-DD
    #[arg(value_name = "BRIEF|DATE")]
    what: String,
    /// The desk [default: the one that the brief's file belongs to, or where you stand]
    #[arg(long, value_name = "DIR", value_parser = desk_argument())]
    desk: Option<PathBuf>,
    /// What to write [default: what the name in `--out` ends in; html where there is none]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Leave out whatever is marked higher than this, and every part that stands on it
    #[arg(long, value_name = "MARKING", value_parser = marking())]
    ceiling: Option<Marking>,
    /// Link into the site, where `base_url` in attache.yaml says that it is read
    #[arg(long)]
    links: bool,
    /// A file or a folder to write to; `-` is standard output [default: the folder where you stand]
    #[arg(long, value_name = "FILE|DIR")]
    out: Option<PathBuf>,
    /// How long the browser may take for a PDF
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    timeout: u64,
    #[command(flatten)]
    strictness: Strictness,
}

/// A kind of file to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One self-contained page.
    Html,
    /// Markdown (CommonMark).
    Md,
    /// A PDF, printed by a browser that is on the machine.
    Pdf,
    /// The draft of a mail, as text and HTML.
    Eml,
}

impl Format {
    /// What the names of such files end in.
    fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Md => "md",
            Self::Pdf => "pdf",
            Self::Eml => "eml",
        }
    }
}

impl Export {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let given = Given::new(&self.what, self.desk.as_deref());
        if let Some(out) = self.written() {
            refuse_file(&given.desk, out)?;
        }
        let format = self.format()?;
        if format == Format::Pdf && self.to_stdout() && io::stdout().is_terminal() {
            return Err(Error::Message("a PDF is nothing to read in a terminal; name a file".to_owned()));
        }
        // Whoever has no browser need not wait for the desk to be read.
        let browser = if format == Format::Pdf { Some(Browser::find().map_err(message)?) } else { None };
        let site = given.desk.join(SITE);
        let published = given.lone().is_none().then_some(site.as_path());
        let settled = Settled::read(&given.desk, None, published)?.under(self.ceiling);
        self.can_link(&settled.options.settings, &given.desk)?;
        let reading = given.read(&settled, &AtomicUsize::new(0))?;
        if let Some(out) = self.written() {
            refuse_text(&reading.desk.briefs, out)?;
        }
        let chosen = given.choose(&reading)?;
        let about = chosen.diagnostics(&reading, &settled);
        console.diagnostics(Stream::Err, &about, &reading.texts)?;
        if let Some(file) = given.lone() {
            tell_outside(&given.desk, &[file.to_owned()], &about, console)?;
        }
        if self.strictness.fails(&about) {
            return nothing(console);
        }
        let mut settings = settled.options.settings;
        let Some(desk) = self.cut(reading.desk, &mut settings, &chosen, console)? else {
            return nothing(console);
        };
        let Some(document) = self.document(&desk, &settings, &chosen, &given.desk, console)? else {
            return nothing(console);
        };
        let bytes = match (format, browser) {
            (Format::Html, _) => document.html.clone().into_bytes(),
            (Format::Md, _) => document.markdown.clone().into_bytes(),
            (Format::Pdf, Some(browser)) => {
                browser.pdf(&document.html, Duration::from_secs(self.timeout)).map_err(message)?
            }
            _ => document.mail(),
        };
        self.write(&document, format, &bytes, console)
    }

    /// Refuses links into a site that nobody knows the address of.
    fn can_link(&self, settings: &Settings, desk: &Path) -> Result<(), Error> {
        if !self.links || settings.base_url.is_some() {
            return Ok(());
        }
        let file = desk.join(FILE);
        let file = file.strip_prefix(".").unwrap_or(&file);
        Err(Error::Message(format!("`--links` needs a `base_url`, and {} has none", file.display())))
    }

    /// What is written: what was asked for, or what the name of the file ends in.
    fn format(&self) -> Result<Format, Error> {
        let name = self.written().filter(|out| !is_folder(out));
        match (self.format, name.and_then(Path::extension)) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(Format::Html),
            (None, Some(ending)) => {
                let known = ending.to_str().and_then(|ending| Format::from_str(ending, true).ok());
                known.ok_or_else(|| {
                    Error::Message(format!(
                        "`.{}` says nothing of what to write: end the name in `.html`, `.md`, `.pdf` or `.eml`, or give `--format`",
                        ending.display()
                    ))
                })
            }
        }
    }

    /// The file or folder that `--out` names.
    fn written(&self) -> Option<&Path> {
        self.out.as_deref().filter(|_| !self.to_stdout())
    }

    fn to_stdout(&self) -> bool {
        self.out.as_deref() == Some(Path::new("-"))
    }

    /// The desk under the ceiling, and what was taken out told as far as it concerns what was chosen; `None` where that is gone.
    fn cut(
        &self,
        desk: Desk,
        settings: &mut Settings,
        chosen: &Chosen,
        console: &mut Console,
    ) -> Result<Option<Desk>, Error> {
        let Some(ceiling) = self.ceiling else { return Ok(Some(desk)) };
        let paths = chosen.paths(&desk);
        let ceiling::Cut { desk, mut withheld } =
            ceiling::cut(desk, &mut settings.inherited.register, ceiling);
        withheld.retain(|it| paths.contains(&it.path));
        tell(&withheld, ceiling, console)?;
        Ok(chosen.is_in(&desk).then_some(desk))
    }

    /// What was chosen, rendered; `None` where the problems of templates, which have been told, stand in the way.
    fn document(
        &self,
        desk: &Desk,
        settings: &Settings,
        chosen: &Chosen,
        folder: &Path,
        console: &mut Console,
    ) -> Result<Option<Document>, Error> {
        let renderer = match making::renderer(folder, settings)? {
            // What else the desk makes of each brief is not sent.
            Ok(renderer) => renderer.with_outputs([]),
            Err((diagnostics, texts)) => {
                console.diagnostics(Stream::Err, &diagnostics, &texts)?;
                return Ok(None);
            }
        };
        let index = Index::of(desk, &settings.inherited.register);
        let maker = Maker { index: &index, settings, renderer: &renderer, links: self.links };
        let made = match chosen {
            Chosen::Brief(path) => desk.briefs.iter().find(|it| it.path == *path).map(|it| maker.brief(it)),
            Chosen::Day(day) => Some(maker.day(&Daily::new(desk, &index, *day, *day))),
        };
        match made {
            Some(Ok(document)) => Ok(Some(document)),
            Some(Err(diagnostics)) => {
                console.diagnostics(Stream::Err, &diagnostics, &renderer.texts_of(&diagnostics))?;
                Ok(None)
            }
            None => Ok(None),
        }
    }

    fn write(
        &self,
        document: &Document,
        format: Format,
        bytes: &[u8],
        console: &mut Console,
    ) -> Result<Outcome, Error> {
        let name = format!("{}.{}", document.name, format.ending());
        let (path, overwrite) = match &self.out {
            Some(_) if self.to_stdout() => {
                console.bytes(bytes)?;
                return Ok(Outcome::Fine);
            }
            Some(out) if is_folder(out) => (out.join(name), Overwrite::No),
            Some(out) => (out.clone(), Overwrite::Yes),
            None => (PathBuf::from(name), Overwrite::No),
        };
        put(&path, bytes, overwrite)?;
        let label = document.marking.as_ref().map(|it| format!(", {}", it.label)).unwrap_or_default();
        console.message(&format!("{}{label}", path.display()))?;
        Ok(Outcome::Fine)
    }
}

/// Writes a file. Under a name that nobody gave it takes the place of none that says something else.
fn put(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<(), Error> {
    match write_file(path, bytes, overwrite) {
        Err(OutputError::Exists(there)) if std::fs::read(&there).is_ok_and(|old| old == bytes) => Ok(()),
        Err(OutputError::Exists(there)) => {
            let there = there.display();
            Err(Error::Message(format!(
                "{there} is there already, and says something else; `--out {there}` replaces it"
            )))
        }
        written => Ok(written.map(drop)?),
    }
}

/// Whether a name means a folder: there is one, or it ends like one.
fn is_folder(path: &Path) -> bool {
    path.is_dir()
        || path
            .as_os_str()
            .as_encoded_bytes()
            .last()
            .is_some_and(|byte| std::path::is_separator(char::from(*byte)))
}

fn nothing(console: &mut Console) -> Result<Outcome, Error> {
    console.message("nothing was exported")?;
    Ok(Outcome::Problems)
}

fn message(error: impl std::fmt::Display) -> Error {
    Error::Message(error.to_string())
}
