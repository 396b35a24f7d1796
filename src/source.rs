//! Finds and reads input files: sorted, size-limited, `.yaml` and `.yml` in small letters or capitals.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::diagnostic::{Diagnostic, codes};
use crate::error::Error;

/// The largest input file, in bytes. A brief of fifty facts has about 30 KB.
pub const MAX_FILE_BYTES: u64 = 4 << 20;

/// The name of the file with the settings of a desk, in its root.
pub const SETTINGS: &str = "attache.yaml";

/// How deep `briefs/` may be nested: enough for `briefs/2025/03/`, and an end to any loop.
const MAX_FOLDER_DEPTH: usize = 8;

/// A file's text, as it was read.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The path as the user would name it.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

impl SourceFile {
    /// A text as if it had been read from a file.
    #[must_use]
    pub fn new(path: &Path, text: String) -> Self {
        let sha256 = HEXLOWER.encode(&Sha256::digest(text.as_bytes()));
        Self { path: path.to_owned(), text, sha256 }
    }
}

/// Every brief that the given paths lead to, sorted and without repetition.
///
/// A file stands for itself. A desk (a folder with `briefs/` in it) stands for its briefs; any other folder stands for
/// the YAML files in it and in the folders below, but for the settings of a desk. Hidden files and folders are passed over, as is
/// `daily/`. What is named like a YAML file and is none, such as a folder, is listed all the same: reading it says so.
///
/// # Errors
/// When a path does not exist or a folder cannot be listed.
pub fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for path in paths {
        let metadata = fs::metadata(path).map_err(|source| Error::io("read", path, source))?;
        if metadata.is_dir() {
            let briefs = path.join("briefs");
            if briefs.is_dir() {
                list(&briefs, MAX_FOLDER_DEPTH, &mut found)?;
            } else {
                let mut bare = Vec::new();
                list(path, MAX_FOLDER_DEPTH, &mut bare)?;
                let root = plain(path);
                found.extend(bare.into_iter().filter(|it| it.parent() != Some(&root) || !is_settings(it)));
            }
        } else {
            found.push(plain(path));
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The editions of a desk: the YAML files in `briefs/daily/` and in the folders below, sorted.
///
/// # Errors
/// When the folder cannot be listed.
pub fn editions(desk: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    let folder = desk.join("briefs").join("daily");
    if folder.is_dir() {
        list(&folder, MAX_FOLDER_DEPTH, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn list(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(|source| Error::io("list", folder, source))?;
    for entry in entries {
        let entry = entry.map_err(|source| Error::io("list", folder, source))?;
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        // A link to a folder is not followed: it could lead out of the desk or in a circle.
        let kind = entry.file_type().map_err(|source| Error::io("read", &path, source))?;
        if kind.is_dir() && !is_yaml(&path) {
            if depth > 0 && name != "daily" {
                list(&path, depth - 1, found)?;
            }
        } else if is_yaml(&path) {
            found.push(plain(&path));
        }
    }
    Ok(())
}

/// Whether a file is YAML by its name.
pub(crate) fn is_yaml(path: &Path) -> bool {
    let is = |extension: &OsStr| ["yaml", "yml"].iter().any(|yaml| extension.eq_ignore_ascii_case(yaml));
    path.extension().is_some_and(is)
}

/// Whether a file has the name of the settings, or one that was meant for them.
pub(crate) fn is_settings(path: &Path) -> bool {
    let stem = Path::new(SETTINGS).file_stem();
    path.file_stem().zip(stem).is_some_and(|(stem, name)| stem.eq_ignore_ascii_case(name)) && is_yaml(path)
}

/// `./briefs/a.yaml` and `briefs/a.yaml` are one file and read better without the dot.
fn plain(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

/// Reads a file whole.
///
/// # Errors
/// The outer error is the machine's: the file cannot be read. The inner one is the user's: it is too large, or no text.
pub fn read(path: &Path) -> Result<Result<SourceFile, Diagnostic>, Error> {
    const HELP: &str =
        "a brief summarises one article; split it, or keep the article's text in a file of its own";
    Ok(read_text(path, MAX_FILE_BYTES, HELP)?.map(|text| SourceFile::new(path, text)))
}

/// The largest template or style sheet, in bytes: the largest of the built-in ones has 15 KB.
const MAX_TEMPLATE_BYTES: u64 = 1 << 20;

/// Reads a template, a style sheet or a script of a desk.
///
/// # Errors
/// As for [`read`].
pub fn read_template(path: &Path) -> Result<Result<String, Diagnostic>, Error> {
    read_text(path, MAX_TEMPLATE_BYTES, "what a template prints stands in every page that it makes")
}

/// The text of a file of at most so many bytes.
fn read_text(path: &Path, most: u64, help: &str) -> Result<Result<String, Diagnostic>, Error> {
    let bytes = match bytes(path, most) {
        Ok(bytes) => bytes,
        Err(source) => match no_file(path) {
            Some(diagnostic) => return Ok(Err(diagnostic)),
            None => return Err(Error::io("read", path, source)),
        },
    };
    if bytes.len() as u64 > most {
        let message = format!("the file is larger than {} MiB", most >> 20);
        return Ok(Err(Diagnostic::of_file(&codes::TOO_LARGE, path, message).with_help(help)));
    }
    Ok(String::from_utf8(bytes)
        .map_err(|error| not_text(path, error.as_bytes(), error.utf8_error().valid_up_to())))
}

/// The bytes of a file, and one more than `most` where there are more.
fn bytes(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    // Before it is opened: that would wait for whoever writes into a pipe.
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() && !is_handed_over(path) {
        return Err(io::Error::other(NO_REGULAR_FILE));
    }
    let file = fs::File::open(path)?;
    // One byte more than there is, so that the end is seen without more room.
    let length = metadata.len().min(most) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

const NO_REGULAR_FILE: &str = "this is no file, but a pipe, a socket or a device";

/// Whether it is what a shell hands over as a file: its standard input, or what another program prints.
fn is_handed_over(path: &Path) -> bool {
    path == Path::new("/dev/stdin") || path.starts_with("/dev/fd")
}

/// Why there is no file where one is listed, where that is the user's doing and not the machine's.
fn no_file(path: &Path) -> Option<Diagnostic> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    let (message, help) = match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => {
            ("this is a folder with the name of a file", "give the folder another name")
        }
        Ok(metadata) if !metadata.is_file() => (NO_REGULAR_FILE, "put a file there, or take it away"),
        Err(error) if is_link && error.kind() != io::ErrorKind::PermissionDenied => {
            ("this link leads nowhere", "put the file there that it is meant for, or take the link away")
        }
        _ => return None,
    };
    Some(Diagnostic::of_file(&codes::NO_FILE, path, message).with_help(help))
}

/// The largest text of an article, in bytes.
const MAX_ARTICLE_BYTES: u64 = 16 << 20;

/// Reads the text of an article.
///
/// # Errors
/// The outer error is the machine's. The inner one says why the file is no text to hold a brief against.
pub fn read_article(path: &Path) -> Result<Result<String, String>, Error> {
    let bytes = bytes(path, MAX_ARTICLE_BYTES).map_err(|source| Error::io("read", path, source))?;
    if bytes.len() as u64 > MAX_ARTICLE_BYTES {
        return Ok(Err(format!("{} is larger than {} MiB", path.display(), MAX_ARTICLE_BYTES >> 20)));
    }
    Ok(String::from_utf8(bytes).map_err(|_| format!("{} is not UTF-8", path.display())))
}

fn not_text(path: &Path, bytes: &[u8], valid_up_to: usize) -> Diagnostic {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Diagnostic::of_file(&codes::NOT_UTF8, path, "the file is UTF-16, not UTF-8".to_owned())
            .with_help("save it again with the encoding UTF-8");
    }
    let line = bytes.iter().take(valid_up_to).filter(|byte| **byte == b'\n').count() + 1;
    let message = format!("the file is not UTF-8: byte {valid_up_to}, on line {line}, is no character");
    Diagnostic::of_file(&codes::NOT_UTF8, path, message).with_help("save it again with the encoding UTF-8")
}
