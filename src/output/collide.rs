//! Files that cannot stand side by side.

use std::borrow::Cow;

use super::error::OutputError;
use super::path::{SitePath, folded};

/// Refuses two files at one path, a file and a folder at one path, and paths that differ in case alone: intranet shares
/// ignore case, and one page would silently take the place of another. Whatever order they come in, the answer is the same.
pub(super) fn refuse<'p>(paths: impl Iterator<Item = &'p SitePath>) -> Result<(), OutputError> {
    let mut files: Vec<(Cow<'_, str>, &SitePath)> = paths.map(|path| (folded(path.as_str()), path)).collect();
    files.sort();
    let same = |one: &(Cow<'_, str>, &SitePath), other: &(Cow<'_, str>, &SitePath)| one.0 == other.0;
    let alike = files.chunk_by(same).filter_map(|files| Some((files.first()?.1, files.get(1)?.1)));
    if let Some((first, second)) = alike.min_by_key(|(_, second)| *second) {
        return Err(collision(first, second));
    }
    let file = |folder: &str| {
        let place = files.binary_search_by(|(path, _)| path.cmp(&folded(folder))).ok()?;
        files.get(place).map(|(_, file)| *file)
    };
    let mut checked = None;
    for (_, path) in &files {
        // Neighbours mostly share their folder.
        if path.parent() == checked {
            continue;
        }
        checked = path.parent();
        if let Some(file) = path.folders().find_map(file) {
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
    fn of_several_collisions_the_first_path_by_path_is_told() {
        let expected = Some(("BB".to_owned(), "Bb".to_owned()));
        assert_eq!(colliding(&["aA", "aa", "Bb", "BB"]), expected);
    }

    #[test]
    fn neighbours_are_no_collision() {
        assert_eq!(colliding(&["a", "a.html", "ab", "b/a", "b/b/a", "B/c"]), None);
    }
}
