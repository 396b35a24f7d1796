//! `attache render`

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use clap::{Args, ValueEnum};

use super::Outcome;
use super::console::{Console, Stream};
use super::reading::{self, desk_of};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::model::Brief;
use crate::output::{Overwrite, write_file};
use crate::render::{Renderer, TemplateSet};
use crate::view::BriefView;

const EXAMPLES: &str = "\
Examples:
  attache render briefs/today.yaml > today.html
  attache render briefs/today.yaml --format md
  attache render briefs/*.yaml --out /tmp/pages";

/// Render briefs to HTML or Markdown
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Render {
    /// The briefs
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What to render to
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
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
    fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Md => "md",
        }
    }
}

impl Render {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let to_stdout = self.out == Path::new("-");
        if to_stdout && self.files.len() > 1 {
            let message = "several briefs do not fit into one output; add `--out DIR`";
            return Err(Error::Message(message.to_owned()));
        }
        let reading = reading::read(&self.desk(), &self.files, None, None, &AtomicUsize::new(0))?;
        console.diagnostics(Stream::Err, &reading.diagnostics, &reading.texts)?;
        if reading.has_errors() {
            return Ok(Outcome::Problems);
        }
        let renderer = match Renderer::new(self.templates()?) {
            Ok(renderer) => renderer,
            Err((diagnostics, texts)) => {
                console.diagnostics(Stream::Err, &diagnostics, &texts)?;
                return Ok(Outcome::Problems);
            }
        };
        let pages: Result<Vec<_>, _> =
            reading.desk.briefs.iter().map(|brief| self.page(brief, &renderer)).collect();
        match pages {
            Ok(pages) => self.write(&pages, to_stdout, console),
            Err(diagnostics) => {
                console.diagnostics(Stream::Err, &diagnostics, &renderer.texts_of(&diagnostics))?;
                Ok(Outcome::Problems)
            }
        }
    }

    /// The desk that the first brief belongs to, or its folder.
    fn desk(&self) -> PathBuf {
        let first = self.files.first().map_or(Path::new("."), PathBuf::as_path);
        desk_of(first).unwrap_or_else(|| first.parent().unwrap_or(Path::new(".")).to_owned())
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

    fn page(&self, brief: &Brief, renderer: &Renderer) -> Result<(String, String), Vec<Diagnostic>> {
        let view = BriefView::new(brief);
        let text = match self.format {
            Format::Html => renderer.brief_html(&view)?,
            Format::Md => renderer.brief_markdown(&view)?,
        };
        Ok((format!("{}.{}", brief.id, self.format.extension()), text))
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
