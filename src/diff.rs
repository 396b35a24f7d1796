//! What changed between two texts, as a unified diff that `patch` and `git apply` take.

use std::fmt::Write as _;
use std::ops::Range;

/// How many unchanged lines are shown around a change.
const CONTEXT: usize = 3;

/// Lines of the old text and the lines that stand in their place.
#[derive(Clone)]
struct Change {
    old: Range<usize>,
    new: Range<usize>,
}

/// The changes from `old` to `new`; empty when there are none. `path` is the file, relative, with forward slashes.
#[must_use]
pub fn unified(path: &str, old: &str, new: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) =
        (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let changes = changes(&old, &new);
    let mut diff = String::new();
    if !changes.is_empty() {
        // Writing to a string cannot fail.
        let _ = write!(diff, "--- a/{path}\n+++ b/{path}\n");
    }
    for hunk in hunks(&changes) {
        write_hunk(&mut diff, hunk, &old, &new);
    }
    diff
}

/// Edits seldom change the number of lines; then the lines are compared one by one. Otherwise everything between the first and the
/// last difference is one change.
fn changes(old: &[&str], new: &[&str]) -> Vec<Change> {
    if old.len() == new.len() {
        let differing = old.iter().zip(new).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at);
        let differing: Vec<_> = differing.collect();
        let runs = differing.chunk_by(|one, next| *next == one + 1);
        let run = |lines: &[usize]| Some(*lines.first()?..lines.last()? + 1);
        return runs.filter_map(run).map(|lines| Change { old: lines.clone(), new: lines }).collect();
    }
    let same_start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same_start;
    let same_end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    vec![Change { old: same_start..old.len() - same_end, new: same_start..new.len() - same_end }]
}

/// The changes in groups that share their context.
fn hunks(changes: &[Change]) -> impl Iterator<Item = &[Change]> {
    changes.chunk_by(|one, next| next.old.start - one.old.end <= 2 * CONTEXT)
}

fn write_hunk(diff: &mut String, changes: &[Change], old: &[&str], new: &[&str]) {
    let (Some(first), Some(last)) = (changes.first(), changes.last()) else { return };
    let before = first.old.start.min(CONTEXT);
    let after = (old.len() - last.old.end).min(CONTEXT);
    let of_old = first.old.start - before..last.old.end + after;
    let of_new = first.new.start - before..last.new.end + after;
    let _ = writeln!(diff, "@@ -{} +{} @@", place(&of_old), place(&of_new));
    let mut at = of_old.start;
    for change in changes {
        write_lines(diff, ' ', old.get(at..change.old.start));
        write_lines(diff, '-', old.get(change.old.clone()));
        write_lines(diff, '+', new.get(change.new.clone()));
        at = change.old.end;
    }
    write_lines(diff, ' ', old.get(at..of_old.end));
}

/// The first line, counted from 1, and how many. Of no lines, the one before.
fn place(lines: &Range<usize>) -> String {
    let first = if lines.is_empty() { lines.start } else { lines.start + 1 };
    format!("{first},{}", lines.len())
}

fn write_lines(diff: &mut String, sign: char, lines: Option<&[&str]>) {
    for line in lines.unwrap_or_default() {
        diff.push(sign);
        diff.push_str(line);
        if !line.ends_with('\n') {
            diff.push_str("\n\\ No newline at end of file\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_no_diff() {
        assert_eq!(unified("x", "a\nb", "a\nb"), "");
    }

    #[test]
    fn near_changes_share_a_hunk_and_far_ones_do_not() {
        let old: String = (1..=20).map(|line| line.to_string() + "\n").collect();
        let new = old.replace("2\n3\n", "2\nthree\n").replace("5\n", "five\n").replace("\n20\n", "\ntwenty");
        let expected = "--- a/x\n+++ b/x\n@@ -1,8 +1,8 @@\n 1\n 2\n-3\n+three\n 4\n-5\n+five\n 6\n 7\n 8\n\
            @@ -12,9 +12,9 @@\n 12\n 13\n 14\n-15\n+1five\n 16\n 17\n 18\n 19\n-20\n+twenty\n\\ No newline at end of file\n";
        assert_eq!(unified("x", &old, &new), expected);
    }

    #[test]
    fn neighbouring_changes_are_one() {
        let diff = unified("x", "a\nb\nc\n", "A\nB\nc\n");
        assert_eq!(diff, "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n-a\n-b\n+A\n+B\n c\n");
    }

    #[test]
    fn lines_may_come_and_go() {
        assert_eq!(unified("x", "a\nb\nc\n", "a\nc\n"), "--- a/x\n+++ b/x\n@@ -1,3 +1,2 @@\n a\n-b\n c\n");
        assert_eq!(unified("x", "", "a\n"), "--- a/x\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n");
        assert_eq!(unified("x", "a\na\n", "a\n"), "--- a/x\n+++ b/x\n@@ -1,2 +1,1 @@\n a\n-a\n");
    }
}
