//! Expected output beside its input.

use std::fs;
use std::path::{Path, PathBuf};

/// Whether expectations are to be written instead of compared.
#[expect(clippy::disallowed_methods, reason = "the one switch of the tests")]
fn blessing() -> bool {
    std::env::var("BLESS").is_ok_and(|value| value == "1")
}

/// Compares with the file at `path`, to the byte.
pub(crate) fn assert_expected(path: &Path, actual: &str) {
    if blessing() {
        #[expect(clippy::disallowed_methods, reason = "a test fixture, not an output of the tool")]
        fs::write(path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{}: {error}; BLESS=1 writes it", path.display()));
    if expected != actual {
        let line = expected.lines().zip(actual.lines()).position(|(a, b)| a != b);
        let line = line.unwrap_or_else(|| expected.lines().count().min(actual.lines().count()));
        let at = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
        panic!(
            "{} differs in line {}:\n expected {}\n   actual {}\nBLESS=1 writes it anew",
            path.display(),
            line + 1,
            at(&expected),
            at(actual)
        );
    }
}

/// A folder under `tests/`.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The files of a folder that end so, sorted; there is at least one.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == extension))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no .{extension} in {}", folder.display());
    files
}

/// Fails for an expectation whose input is gone.
pub(crate) fn assert_no_orphans(folder: &Path, expectation: &str, input: &str) {
    for path in files(folder, expectation) {
        assert!(path.with_extension(input).exists(), "{} has no input", path.display());
    }
}
