//! What stands where a file is to go.

use std::fs;
use std::io;
use std::path::Path;

use super::error::OutputError;
use super::record::in_chunks;

/// What stands where a file is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Nothing,
    /// A symbolic link: a rename replaces it, and what it points to is left alone.
    Link,
    /// A file with the very bytes.
    Same,
    /// A file with other bytes, or a device or the like.
    Different,
}

/// Looks without following a link and without reading more than is needed.
pub(super) fn standing(path: &Path, content: &[u8]) -> Result<Standing, OutputError> {
    let metadata = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::Nothing),
        Err(error) => return Err(OutputError::io("look at", path)(error)),
    };
    if metadata.is_dir() {
        return Err(OutputError::NotAFile(path.to_owned()));
    }
    if metadata.is_symlink() {
        return Ok(Standing::Link);
    }
    let same = metadata.is_file()
        && metadata.len() == content.len() as u64
        && has_bytes(path, content).map_err(OutputError::io("read", path))?;
    Ok(if same { Standing::Same } else { Standing::Different })
}

fn has_bytes(path: &Path, content: &[u8]) -> io::Result<bool> {
    let mut rest = Some(content);
    in_chunks(path, |chunk| {
        rest = rest.and_then(|rest| rest.strip_prefix(chunk));
        rest.is_some_and(|rest| !rest.is_empty())
    })?;
    Ok(rest.is_some_and(<[u8]>::is_empty))
}

/// Whether two names are one file, which they can be where case is ignored.
pub(super) fn is_one_file(first: &Path, second: &Path) -> bool {
    let (Ok(first), Ok(second)) = (fs::symlink_metadata(first), fs::symlink_metadata(second)) else {
        return false;
    };
    is_one(&first, &second)
}

#[cfg(unix)]
fn is_one(first: &fs::Metadata, second: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (first.dev(), first.ino()) == (second.dev(), second.ino())
}

/// Windows ignores case nearly everywhere, and the standard library does not yet tell files apart there.
#[cfg(not(unix))]
fn is_one(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(content: &[u8]) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        io::Write::write_all(&mut file, content).unwrap();
        file
    }

    #[test]
    fn bytes_are_compared_over_all_chunks() {
        let long = vec![7; 40_000];
        let mut other = long.clone();
        *other.last_mut().unwrap() = 8;
        let file = file(&long);
        assert_eq!(standing(file.path(), &long).unwrap(), Standing::Same);
        assert_eq!(standing(file.path(), &other).unwrap(), Standing::Different);
        assert_eq!(standing(file.path(), &long[1..]).unwrap(), Standing::Different);
        assert!(!has_bytes(file.path(), &[long.clone(), vec![7]].concat()).unwrap());
        assert!(!has_bytes(file.path(), &long[1..]).unwrap());
    }

    #[test]
    fn an_empty_file_is_a_file() {
        let file = file(b"");
        assert_eq!(standing(file.path(), b"").unwrap(), Standing::Same);
        assert_eq!(standing(&file.path().with_extension("no"), b"").unwrap(), Standing::Nothing);
    }

    #[test]
    fn a_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(standing(folder.path(), b""), Err(OutputError::NotAFile(_))));
    }
}
