//! `attache render`

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use clap::{Args, ValueEnum};
use serde_json::Value;

use super::Outcome;
use super::console::{Console, Stream};
use super::reading::{self, home_of};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::locale::{self, Locales};
use crate::model::{Brief, Id, Lang};
use crate::output::{Overwrite, write_file};
use crate::render::{Renderer, TemplateSet};
use crate::suggest::suggest;
use crate::view::BriefView;

const EXAMPLES: &str = "\
Examples:
  attache render briefs/today.yaml > today.html
  attache render briefs/today.yaml --format md
  attache render briefs/*.yaml --out /tmp/pages
  attache render briefs/today.yaml --template brief.cable.txt
  attache context briefs/today.yaml > today.json && attache render --context today.json";

/// Render briefs to HTML or Markdown, or by a template of the desk's own
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Render {
    /// The briefs
    #[arg(required_unless_present = "context", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What to render to
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// The template to render by, such as brief.cable.txt [default: brief.html or brief.md]
    #[arg(long, value_name = "NAME", conflicts_with = "format")]
    template: Option<String>,
    /// Variables to render from instead of a brief, as `attache context` prints them
    #[arg(long, value_name = "FILE", conflicts_with = "files")]
    context: Option<PathBuf>,
    /// A folder to write to, one file a brief; `-` is standard output
    #[arg(long, value_name = "DIR", default_value = "-")]
    out: PathBuf,
    /// A folder of templates to use before the built-in ones [default: templates/ of the brief's desk]
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// A kind of file to render to.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One self-contained page.
    Html,
    /// Markdown (CommonMark).
    Md,
}

impl Format {
    fn template(self) -> &'static str {
        match self {
            Self::Html => "brief.html",
            Self::Md => "brief.md",
        }
    }
}

impl Render {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let to_stdout = self.out == Path::new("-");
        if !to_stdout {
            reading::refuse_folder(&self.desk(), &self.out)?;
        }
        reading::refuse_folders(
            &self.files,
            "name its files (`attache render briefs/*.yaml --out DIR`), or make a site of the desk with `attache build`",
        )?;
        if to_stdout && self.files.len() > 1 {
            let message = "several briefs do not fit into one output; add `--out DIR`";
            return Err(Error::Message(message.to_owned()));
        }
        if let Some(path) = &self.context {
            return self.variables(path, to_stdout, console);
        }
        let reading = reading::read(&self.desk(), &self.files, None, None, &AtomicUsize::new(0))?;
        console.diagnostics(Stream::Err, &reading.diagnostics, &reading.texts)?;
        reading::tell_outside(&self.desk(), &self.files, &reading.diagnostics, console)?;
        if reading.has_errors() {
            return Ok(Outcome::Problems);
        }
        let locales = locale::read(&self.desk())?.locales;
        let renderer = match Renderer::new(self.templates()?) {
            Ok(renderer) => renderer.in_languages(&locales, &Lang::english()),
            Err((diagnostics, texts)) => {
                console.diagnostics(Stream::Err, &diagnostics, &texts)?;
                return Ok(Outcome::Problems);
            }
        };
        self.known(&renderer)?;
        let pages: Result<Vec<_>, _> =
            reading.desk.briefs.iter().map(|brief| self.page(brief, &renderer, &locales)).collect();
        match pages {
            Ok(pages) => {
                for (name, _) in pages.iter().filter(|_| !to_stdout) {
                    reading::refuse_text(&reading.desk.briefs, &self.out.join(name))?;
                }
                self.write(&pages, to_stdout, console)
            }
            Err(diagnostics) => {
                console.diagnostics(Stream::Err, &diagnostics, &renderer.texts_of(&diagnostics))?;
                Ok(Outcome::Problems)
            }
        }
    }

    /// The desk that the first brief is read with.
    fn desk(&self) -> PathBuf {
        self.files.first().map_or_else(|| PathBuf::from("."), |first| home_of(first, None))
    }

    /// The templates that were asked for, or those of the desk that the first brief belongs to.
    fn templates(&self) -> Result<TemplateSet, Error> {
        if let Some(folder) = &self.templates {
            if !folder.is_dir() {
                return Err(Error::Message(format!("{} is not a folder", folder.display())));
            }
            return TemplateSet::with_folder(folder);
        }
        TemplateSet::with_folder(&self.desk().join("templates"))
    }

    fn template(&self) -> &str {
        self.template.as_deref().unwrap_or_else(|| self.format.template())
    }

    /// Refuses a template that does not exist.
    fn known(&self, renderer: &Renderer) -> Result<(), Error> {
        let (templates, name) = (renderer.templates(), self.template());
        if templates.resolve(name).is_some() {
            return Ok(());
        }
        let names = templates.own().chain(templates.built_ins());
        let help = suggest(name, names).map_or_else(
            || "`attache templates list` has the names".to_owned(),
            |near| format!("did you mean {near}?"),
        );
        Err(Error::Message(format!("there is no template {name}; {help}")))
    }

    fn page(
        &self,
        brief: &Brief,
        renderer: &Renderer,
        locales: &Locales,
    ) -> Result<(String, String), Vec<Diagnostic>> {
        let text = renderer.brief_with(self.template(), &BriefView::new(brief, locales.of(&brief.lang)))?;
        Ok((self.file(&brief.id.to_string()), text))
    }

    /// The name of the file of a brief.
    fn file(&self, id: &str) -> String {
        let template = self.template();
        format!("{id}.{}", template.strip_prefix("brief.").unwrap_or(template))
    }

    /// Renders from variables that `attache context` printed.
    fn variables(&self, path: &Path, to_stdout: bool, console: &mut Console) -> Result<Outcome, Error> {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|source| Error::io("read", path, source))?;
        let variables: Value = serde_json::from_str(&text)
            .map_err(|error| Error::Message(format!("{name} is not JSON: {error}")))?;
        let Some(id) = variables.pointer("/brief/id").and_then(Value::as_str) else {
            let message = format!("{name} is not what `attache context` prints: it has no brief with an id");
            return Err(Error::Message(message));
        };
        let file = self.file(safe_name(id)?);
        let renderer = match Renderer::new(self.templates()?) {
            Ok(renderer) => renderer,
            Err((diagnostics, texts)) => {
                console.diagnostics(Stream::Err, &diagnostics, &texts)?;
                return Ok(Outcome::Problems);
            }
        };
        self.known(&renderer)?;
        match renderer.variables(self.template(), &variables, &name)? {
            Ok(page) => self.write(&[(file, page)], to_stdout, console),
            Err(diagnostics) => {
                console.diagnostics(Stream::Err, &diagnostics, &renderer.texts_of(&diagnostics))?;
                Ok(Outcome::Problems)
            }
        }
    }

    fn write(
        &self,
        pages: &[(String, String)],
        to_stdout: bool,
        console: &mut Console,
    ) -> Result<Outcome, Error> {
        for (name, text) in pages {
            if to_stdout {
                console.answer(text)?;
            } else {
                let path = self.out.join(name);
                write_file(&path, text.as_bytes(), Overwrite::Yes)?;
                console.message(&path.display().to_string())?;
            }
        }
        Ok(Outcome::Fine)
    }
}

/// An id from variables becomes the name of a file: only what is an id may.
fn safe_name(id: &str) -> Result<&str, Error> {
    let message = || Error::Message(format!("the id of the brief is no id: {id}"));
    Id::parse(id).map(|_| id).ok_or_else(message)
}
