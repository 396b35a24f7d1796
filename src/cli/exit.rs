//! How a command ended, and the exit code of the process that says so.

use crate::error::Error;
use crate::publish::Step;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All is well.
    Fine,
    /// The input has problems.
    Problems,
    /// There is a difference, and it was asked to fail for one.
    Different,
    /// It was not agreed to.
    Declined,
    /// What was read back is not what was published.
    Altered,
}

impl Outcome {
    /// The exit code of the process.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Problems | Self::Different => 1,
            Self::Declined => 3,
            Self::Altered => 7,
        }
    }
}

/// The exit code where the tool could not do its work: which step of a publication failed.
pub(super) fn code_of(error: &Error) -> u8 {
    match error {
        Error::Publish(error) => match error.step() {
            Step::Make => 2,
            Step::Reach => 4,
            Step::Claim => 5,
            Step::Carry => 6,
        },
        _ => 2,
    }
}
