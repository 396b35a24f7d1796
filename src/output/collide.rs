//! Files that cannot stand side by side.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::error::OutputError;
use super::path::{SitePath, folded};

/// Refuses two files at one path, a file and a folder at one path, and paths that differ in case alone: intranet shares
/// ignore case, and one page would silently take the place of another. `paths` are sorted, so the answer is always the same.
pub(super) fn refuse<'p>(paths: impl Iterator<Item = &'p SitePath> + Clone) -> Result<(), OutputError> {
    let count = paths.clone().count();
    let mut files = HashMap::with_capacity_and_hasher(count, RandomState::default());
    for path in paths.clone() {
        if let Some(first) = files.insert(folded(path.as_str()), path) {
            return Err(collision(first, path));
        }
    }
    let mut checked = None;
    for path in paths {
        // Neighbours mostly share their folder.
        if path.parent() == checked {
            continue;
        }
        checked = path.parent();
        if let Some(file) = path.folders().find_map(|folder| files.get(&folded(folder))) {
            return Err(collision(file, path));
        }
    }
    Ok(())
}

fn collision(one: &SitePath, other: &SitePath) -> OutputError {
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    OutputError::Collision { first: first.clone(), second: second.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colliding(paths: &[&str]) -> Option<(String, String)> {
        let mut paths: Vec<_> = paths.iter().map(|path| SitePath::new(*path).unwrap()).collect();
        paths.sort();
        match refuse(paths.iter()) {
            Ok(()) => None,
            Err(OutputError::Collision { first, second }) => Some((first.to_string(), second.to_string())),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn collisions_name_both_paths() {
        let cases = [
            ("a.html", "a.html"),
            ("A/x.html", "a/X.html"),
            ("a", "a/b/c"),
            ("A", "a/b"),
            ("É", "é"),
            ("Ab", "aB/c"),
        ];
        for (first, second) in cases {
            let expected = Some((first.to_owned(), second.to_owned()));
            assert_eq!(colliding(&[first, "m", second, "z/z"]), expected);
            assert_eq!(colliding(&[second, "m", first, "z/z"]), expected);
        }
    }

    #[test]
    fn neighbours_are_no_collision() {
        assert_eq!(colliding(&["a", "a.html", "ab", "b/a", "b/b/a", "B/c"]), None);
    }
}
