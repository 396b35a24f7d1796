//! Why a site could not be published.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::output::OutputError;

/// Why a site could not be published.
#[derive(Debug)]
pub enum PublishError {
    /// The folder cannot be written.
    Output(OutputError),
    /// A folder that a site must not take the place of.
    Refused {
        /// The target.
        target: PathBuf,
        /// Why, as in "TARGET …".
        why: &'static str,
    },
    /// Somebody else is publishing to it.
    Busy(PathBuf),
    /// There is no release before the present one.
    NothingBefore(PathBuf),
    /// The release before shows more than may be seen now.
    Above {
        /// The target.
        target: PathBuf,
        /// The number of the release.
        release: u64,
    },
    /// The machine refused.
    Io {
        /// What was being done, as in "cannot … PATH".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl PublishError {
    /// Turns an I/O error into one that says what was being done to which path.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { doing, path: path.to_owned(), source }
    }

    pub(super) fn refused(target: &Path, why: &'static str) -> Self {
        Self::Refused { target: target.to_owned(), why }
    }
}

impl From<OutputError> for PublishError {
    fn from(error: OutputError) -> Self {
        match error {
            OutputError::Busy(path) => Self::Busy(path),
            other => Self::Output(other),
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output(error) => error.fmt(f),
            Self::Refused { target, why } => {
                write!(f, "nothing is published to {}: it {why}", target.display())
            }
            Self::Busy(path) => write!(f, "somebody else is publishing to {}: wait for them", path.display()),
            Self::NothingBefore(target) => {
                write!(f, "there is no release of {} before the one that readers have", target.display())
            }
            Self::Above { target, release } => write!(
                f,
                "release {release} of {} was made under a higher ceiling than the target has now",
                target.display()
            ),
            Self::Io { doing, path, source } => write!(f, "cannot {doing} {}: {source}", path.display()),
        }
    }
}

impl Error for PublishError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Output(error) => Some(error),
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
