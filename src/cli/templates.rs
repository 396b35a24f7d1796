//! `attache templates`

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use clap::{Args, Subcommand, ValueEnum};

use super::Outcome;
use super::console::{Console, Stream, tally};
use super::reading::{Settled, Strictness, desk_argument};
use crate::desk::Index;
use crate::error::Error;
use crate::output::{Overwrite, write_file};
use crate::render::TemplateSet;
use crate::site::Site;
use crate::source;
use crate::templates::list::{Entry, From};
use crate::templates::{self, SAMPLES, eject, list, reference};

const EXAMPLES: &str = "\
Examples:
  attache templates list                           what pages are made of
  attache templates eject partials/fact.html       a copy of a built-in one, to change
  attache templates check                          what is wrong with the desk's own

A file in templates/ takes the place of the built-in one of the same name, which stays at hand as builtin/NAME. \
templates/theme.css has properties that change the look, templates/logo.svg or logo.png is the logo.";

/// Show, copy and check the templates that pages are made of
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Templates {
    #[command(subcommand)]
    what: What,
    /// The desk
    #[arg(long, value_name = "DIR", default_value = ".", global = true, value_parser = desk_argument())]
    desk: PathBuf,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Every template: where it comes from, and whether the built-in one has changed since it was copied
    List {
        /// What to print
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Print a template; builtin/NAME is the built-in one
    Show {
        /// The name, such as partials/fact.html
        name: String,
    },
    /// Copy a built-in template into templates/, with a head that records the version
    Eject {
        /// The names, such as partials/fact.html
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
    /// Print what is different in a template of the desk, from the built-in one
    Diff {
        /// The name, such as partials/fact.html
        name: String,
    },
    /// Compile and render every template, and hold it against what it may ask for and must not hide
    Check {
        #[command(flatten)]
        strictness: Strictness,
    },
    /// Print what templates can use, as Markdown
    Reference,
}

/// A format of the list.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A line each.
    Human,
    /// For programs.
    Json,
}

impl Templates {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let folder = self.desk.join("templates");
        match &self.what {
            What::List { format } => self.list(*format, console)?,
            What::Show { name } => {
                let templates = TemplateSet::with_folder(&folder)?;
                console.answer(eject::show(name, &templates)?)?;
            }
            What::Eject { names } => copy(names, &folder, console)?,
            What::Diff { name } => console.diff(&eject::diff(name, &TemplateSet::with_folder(&folder)?)?)?,
            What::Check { strictness } => return check(&self.desk, strictness, console),
            What::Reference => console.answer(&reference::page()?)?,
        }
        Ok(Outcome::Fine)
    }

    fn list(&self, format: Format, console: &mut Console) -> Result<(), Error> {
        let templates = TemplateSet::with_folder(&self.desk.join("templates"))?;
        let settled = Settled::read(&self.desk, None, None)?;
        let entries = list::list(&templates, &settled.options.settings);
        match format {
            Format::Human => console.answer(&table(&entries)),
            Format::Json => {
                let json = serde_json::to_string_pretty(&entries)
                    .map_err(|error| Error::Message(format!("cannot write JSON: {error}")))?;
                console.answer(&format!("{json}\n"))
            }
        }
    }
}

fn table(entries: &[Entry]) -> String {
    let width = entries.iter().map(|entry| entry.name.chars().count()).max().unwrap_or_default();
    let mut table = String::new();
    for entry in entries {
        let from = if entry.from == From::Desk { "desk" } else { "built in" };
        let mut words: Vec<String> = entry.state.iter().map(|state| state.text().to_owned()).collect();
        words.extend(entry.copied_from.iter().map(|version| format!("copied from {version}")));
        let line = format!("{:width$}  {from:8}  {}", entry.name, words.join("; "));
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{}", line.trim_end());
    }
    table
}

fn copy(names: &[String], folder: &Path, console: &mut Console) -> Result<(), Error> {
    let templates = TemplateSet::built_in();
    let copies: Vec<_> = names
        .iter()
        .map(|name| Ok((folder.join(name), eject::copy(name, &templates)?)))
        .collect::<Result<_, Error>>()?;
    for (path, text) in copies {
        write_file(&path, text.as_bytes(), Overwrite::No)?;
        console.message(&format!("{} is yours to change", path.display()))?;
    }
    Ok(())
}

fn check(desk: &Path, strictness: &Strictness, console: &mut Console) -> Result<Outcome, Error> {
    let settled = Settled::read(desk, None, None)?;
    let settings = &settled.options.settings;
    let paths = if desk.join("briefs").is_dir() { source::find(&[desk.to_owned()])? } else { Vec::new() };
    let reading = settled.briefs(&paths, &AtomicUsize::new(0), &source::read)?;
    let set = TemplateSet::with_folder(&desk.join("templates"))?;
    let own = set.own().count();
    let file = crate::settings::path(desk);
    let (mut found, mut texts) = match templates::renderer(set, settings, desk) {
        Ok(renderer) => {
            let index = Index::of(&reading.desk, &settings.inherited.register);
            let site = Site::new(&reading.desk, &index, settings);
            let found = templates::check(&renderer, settings, &site, &file)?;
            let texts = renderer.texts_of(&found);
            (found, texts)
        }
        Err(unfit) => unfit,
    };
    found.extend(reading.diagnostics.iter().filter(|it| it.path == file).cloned());
    texts.extend(settled.texts());
    console.diagnostics(Stream::Out, &found, &texts)?;
    let checked = if own == 1 { "1 template".to_owned() } else { format!("{own} templates") };
    let told = tally(&found).unwrap_or_else(|| "nothing to report".to_owned());
    console.message(&format!(
        "{checked} of the desk checked, on {SAMPLES} samples and {}: {told}",
        briefs(&reading.desk.briefs)
    ))?;
    Ok(if strictness.fails(&found) { Outcome::Problems } else { Outcome::Fine })
}

fn briefs<T>(briefs: &[T]) -> String {
    if briefs.len() == 1 { "1 brief".to_owned() } else { format!("{} briefs", briefs.len()) }
}
