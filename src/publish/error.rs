//! Why a site could not be published.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::remote::Trouble;
use crate::model::Id;
use crate::output::OutputError;

/// Why a site could not be published.
#[derive(Debug)]
pub enum PublishError {
    /// A folder cannot be written.
    Output(OutputError),
    /// A place that a site must not take.
    Refused {
        /// The target.
        target: String,
        /// Why, as in "it …".
        why: &'static str,
    },
    /// Somebody else is publishing to it.
    Busy(String),
    /// Somebody else has said to be publishing to it, and nobody can tell whether they still are.
    Claimed(String),
    /// There is no release before the present one.
    NothingBefore(String),
    /// The target is a folder that is written in place.
    InPlace(String),
    /// Its releases are not kept.
    NoReleases(String),
    /// The release before shows more than may be seen now.
    Above {
        /// The target.
        target: String,
        /// The number of the release.
        release: u64,
    },
    /// The release before shows briefs that the desk has marked above the ceiling since.
    Marked {
        /// The target.
        target: String,
        /// The number of the release.
        release: u64,
        /// The briefs.
        briefs: Vec<Id>,
    },
    /// It broke off when some of the files were in their places already.
    BrokeOff(Box<Self>),
    /// A place elsewhere cannot be reached, or did not do what it was asked for.
    Remote {
        /// The target.
        target: String,
        /// What went wrong.
        source: Trouble,
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

/// Which step of a publication failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To make its files on this machine.
    Make,
    /// To come to the target: it cannot be reached, or is no place for a site. Nothing has changed there.
    Reach,
    /// To be the only one there.
    Claim,
    /// To carry the files there. Readers have whole files, some old and some new.
    Carry,
}

impl PublishError {
    /// Turns an I/O error into one that says what was being done to which path.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { doing, path: path.to_owned(), source }
    }

    pub(super) fn refused(target: &Path, why: &'static str) -> Self {
        Self::Refused { target: target.display().to_string(), why }
    }

    /// Which step failed.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            Self::Output(_) | Self::Io { .. } => Step::Make,
            Self::Busy(_) | Self::Claimed(_) => Step::Claim,
            Self::BrokeOff(_) => Step::Carry,
            Self::Refused { .. }
            | Self::NothingBefore(_)
            | Self::InPlace(_)
            | Self::NoReleases(_)
            | Self::Above { .. }
            | Self::Marked { .. }
            | Self::Remote { .. } => Step::Reach,
        }
    }
}

impl From<OutputError> for PublishError {
    fn from(error: OutputError) -> Self {
        match error {
            OutputError::Busy(path) => Self::Busy(path.display().to_string()),
            other => Self::Output(other),
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output(error) => error.fmt(f),
            Self::Refused { target, why } => write!(f, "nothing is published to {target}: it {why}"),
            Self::Busy(target) => write!(f, "somebody else is publishing to {target}: wait for them"),
            Self::Claimed(target) => write!(
                f,
                "somebody else is publishing to {target}, or was stopped while they did; if you know that nobody is at it, \
                 `--take-over` publishes all the same"
            ),
            Self::NothingBefore(target) => {
                write!(f, "there is no release of {target} before the one that readers have")
            }
            Self::InPlace(target) => write!(
                f,
                "{target} is a folder and no link to a release: it is written in place, and keeps no releases; publish an older \
                 state of the desk"
            ),
            Self::NoReleases(target) => {
                write!(f, "{target} keeps no releases; publish an older state of the desk")
            }
            Self::Above { target, release } => {
                write!(
                    f,
                    "release {release} of {target} was made under a higher ceiling than the target has now"
                )
            }
            Self::Marked { target, release, briefs } => {
                let briefs: Vec<_> = briefs.iter().map(Id::as_str).collect();
                write!(
                    f,
                    "release {release} of {target} may show what is marked higher than the ceiling now: {}; publish an older state \
                     of the desk",
                    briefs.join(", ")
                )
            }
            Self::Remote { target, source } => write!(f, "{target}: {source}"),
            Self::BrokeOff(error) => {
                write!(f, "{error}\nreaders have whole pages, some of them old: publish again to complete it")
            }
            Self::Io { doing, path, source } => write!(f, "cannot {doing} {}: {source}", path.display()),
        }
    }
}

impl Error for PublishError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Output(error) => Some(error),
            Self::Io { source, .. } => Some(source),
            Self::Remote { source, .. } => Some(source),
            Self::BrokeOff(error) => Some(error),
            _ => None,
        }
    }
}
