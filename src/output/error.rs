//! Why something could not be written.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::path::SitePath;

/// Why something could not be written. Names the path, and says what to do where that is not plain.
#[derive(Debug)]
pub enum OutputError {
    /// The machine refused: no space, no permission, a name too long.
    Io {
        /// What was being done, as in "cannot … PATH".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Not a path that a site can have.
    BadPath {
        /// The path as it was given.
        path: String,
        /// What is wrong with it, as in "PATH …".
        flaw: &'static str,
    },
    /// Two artifacts of one build that cannot both be files, at least not on a disk that ignores case.
    Collision {
        /// The one that sorts first.
        first: SitePath,
        /// The other.
        second: SitePath,
    },
    /// A folder with files in it and no manifest of ours.
    NotOurs(PathBuf),
    /// A file which attaché did not write, where the site has a file.
    Foreign(PathBuf),
    /// A symbolic link where a real file or folder is needed.
    Link(PathBuf),
    /// Something else where a folder is needed.
    NotAFolder(PathBuf),
    /// A folder, a device or the like where a file is needed.
    NotAFile(PathBuf),
    /// A file that is not to be overwritten.
    Exists(PathBuf),
    /// Another build is at work in the folder.
    Busy(PathBuf),
    /// A manifest that attaché did not write, or not this version of it.
    BadManifest {
        /// The manifest.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong there, as in "line 3 …".
        flaw: &'static str,
    },
}

impl OutputError {
    /// Turns an I/O error into one that says what was being done to which path.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { doing, path: path.to_owned(), source }
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { doing, path, source } => write!(f, "cannot {doing} {}: {source}", path.display()),
            Self::BadPath { path, flaw } => {
                write!(f, "the site cannot have a file {path:?}: the path {flaw}")
            }
            Self::Collision { first, second } if first == second => {
                write!(f, "two files of the site are {first}")
            }
            Self::Collision { first, second } => {
                write!(f, "the site cannot have both {first} and {second}: on some disks they are the same")
            }
            Self::NotOurs(path) => write!(
                f,
                "{} is not empty, and attache did not make it: choose another --out, or empty it yourself; \
                 attache only writes into a folder that it made",
                path.display()
            ),
            Self::Foreign(path) => write!(
                f,
                "{} is in the way: attache did not write this file and does not overwrite it; move it elsewhere",
                path.display()
            ),
            Self::Link(path) => {
                write!(f, "{} is a symbolic link; attache does not write through links", path.display())
            }
            Self::NotAFolder(path) => {
                write!(f, "{} is not a folder, and a folder is needed there", path.display())
            }
            Self::NotAFile(path) => write!(f, "{} is not a file, and a file is needed there", path.display()),
            Self::Exists(path) => write!(f, "{} exists already", path.display()),
            Self::Busy(path) => {
                write!(
                    f,
                    "another build is writing to {}: wait for it, or choose another --out",
                    path.display()
                )
            }
            Self::BadManifest { path, line, flaw } => write!(
                f,
                "cannot tell which files in this folder are ours: {}, line {line} {flaw}; \
                 build into another folder, or empty this one yourself",
                path.display()
            ),
        }
    }
}

impl Error for OutputError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
