//! What goes wrong on the way to a place elsewhere.

use std::error::Error;
use std::fmt;
use std::io;

/// What goes wrong on the way to a place elsewhere. Has no credentials in it.
#[derive(Debug)]
pub enum Trouble {
    /// A program of the system cannot be started.
    Program {
        /// Its name.
        program: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// A program or a server said no.
    Said {
        /// Who.
        who: &'static str,
        /// Its own words, in one line.
        words: String,
    },
    /// This attaché was built without what it takes.
    #[cfg(not(feature = "remote"))]
    NotBuiltIn(&'static str),
    /// Credentials would travel where others can read them.
    #[cfg(feature = "remote")]
    InTheClear,
    /// A file of this machine that is in between cannot be read or written.
    Here(io::Error),
}

impl Trouble {
    /// What a program said last on its standard error.
    pub(super) fn said(who: &'static str, words: &[u8]) -> Self {
        let words = String::from_utf8_lossy(words);
        let lines: Vec<_> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let last = lines.get(lines.len().saturating_sub(LINES)..).unwrap_or_default();
        let words = if last.is_empty() { "it gave no reason".to_owned() } else { last.join("; ") };
        Self::Said { who, words }
    }
}

/// How many lines of what a program said are worth repeating: the last tells what failed, the one before often why.
const LINES: usize = 3;

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Here(error)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Program { program, source } => {
                write!(f, "cannot start `{program}`, which this needs: {source}")
            }
            Self::Said { who, words } => write!(f, "{who} says: {words}"),
            #[cfg(not(feature = "remote"))]
            Self::NotBuiltIn(what) => write!(
                f,
                "this attache was built without {what}; build it with `cargo install --features remote`"
            ),
            #[cfg(feature = "remote")]
            Self::InTheClear => f.write_str(
                "the password would travel over `http://`, where others can read it; use `https://`",
            ),
            Self::Here(error) => write!(f, "cannot keep a file in between: {error}"),
        }
    }
}

impl Error for Trouble {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Program { source, .. } | Self::Here(source) => Some(source),
            _ => None,
        }
    }
}
