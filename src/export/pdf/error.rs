//! Why there is no PDF.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::time::Duration;

use crate::output::OutputError;

/// A PDF could not be made.
#[derive(Debug)]
pub enum PdfError {
    /// There is no browser where browsers are.
    NoBrowser,
    /// There is no browser where `CHROMIUM` says.
    NotThere(PathBuf),
    /// There is no folder to work in.
    Folder {
        /// What the system said.
        source: io::Error,
    },
    /// The page could not be handed over.
    Page(OutputError),
    /// The browser could not be started.
    Start {
        /// The browser.
        browser: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The browser failed.
    Failed {
        /// The browser.
        browser: PathBuf,
        /// How it ended.
        status: ExitStatus,
        /// What it said last.
        said: String,
    },
    /// The browser took too long, and was ended.
    TooLong {
        /// The browser.
        browser: PathBuf,
        /// How long it was waited for.
        patience: Duration,
    },
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBrowser => f.write_str(
                "a PDF is made by a browser, and neither Chromium nor Chrome nor Edge was found; install one (on Debian: \
                 `apt-get install chromium`), or set CHROMIUM to its path",
            ),
            Self::NotThere(path) => {
                write!(f, "CHROMIUM says that the browser is {}, and there is no such file", path.display())
            }
            Self::Folder { source } => write!(f, "cannot make a folder for the browser: {source}"),
            Self::Page(error) => error.fmt(f),
            Self::Start { browser, source } => write!(f, "cannot run {}: {source}", browser.display()),
            Self::Failed { browser, status, said } => {
                write!(f, "{} made no PDF ({status})", browser.display())?;
                if said.is_empty() { Ok(()) } else { write!(f, "; it said:\n{said}") }
            }
            Self::TooLong { browser, patience } => write!(
                f,
                "{} made no PDF within {} seconds, and was ended; `--timeout` gives it longer",
                browser.display(),
                patience.as_secs()
            ),
        }
    }
}

impl std::error::Error for PdfError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Folder { source } | Self::Start { source, .. } => Some(source),
            Self::Page(error) => Some(error),
            Self::NoBrowser | Self::NotThere(_) | Self::Failed { .. } | Self::TooLong { .. } => None,
        }
    }
}

impl From<OutputError> for PdfError {
    fn from(error: OutputError) -> Self {
        Self::Page(error)
    }
}
