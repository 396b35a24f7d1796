//! Trouble of the tool or the machine. Trouble in the user's files is a [`crate::diagnostic::Diagnostic`].

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The tool could not do its work. Always names the path or the argument that it is about.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read or written.
    Io {
        /// What was being done: "read", "list".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// An output folder or file is not fit to be written to.
    Output(crate::output::OutputError),
    /// A site could not be published.
    Publish(crate::publish::PublishError),
    /// A sentence that says it all.
    Message(String),
}

impl Error {
    /// An I/O error with what was being done to which path.
    #[must_use]
    pub fn io(doing: &'static str, path: &Path, source: io::Error) -> Self {
        Self::Io { doing, path: path.to_owned(), source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { doing, path, source } => write!(f, "cannot {doing} {}: {source}", path.display()),
            Self::Output(error) => error.fmt(f),
            Self::Publish(error) => error.fmt(f),
            Self::Message(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Output(error) => Some(error),
            Self::Publish(error) => Some(error),
            Self::Message(_) => None,
        }
    }
}

impl From<crate::publish::PublishError> for Error {
    fn from(error: crate::publish::PublishError) -> Self {
        Self::Publish(error)
    }
}

impl From<crate::output::OutputError> for Error {
    fn from(error: crate::output::OutputError) -> Self {
        Self::Output(error)
    }
}
