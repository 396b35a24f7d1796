//! Many files at once, through the system's `rsync`. It is given the list of the files, never a whole folder.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::ssh::{Connection, output};
use super::trouble::Trouble;
use crate::output::SitePath;

/// Whether this machine has it.
pub(super) fn is_here() -> bool {
    let mut rsync = Command::new("rsync");
    rsync.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    rsync.status().is_ok_and(|status| status.success())
}

/// Carries these files; each takes the place of the old one when it is whole.
pub(super) fn carry(
    connection: &Connection,
    folder: &str,
    from: &Path,
    paths: &[SitePath],
    done: &AtomicUsize,
) -> Result<(), Trouble> {
    let mut rsync = rsync(connection, paths.iter())?;
    // Without the time of a file two of one size could not be told apart, and nothing is carried that has not changed.
    rsync.args(["--ignore-times", "--out-format=%n", "--"]).arg(from.join("."));
    rsync.arg(format!("{}:{folder}/", connection.host()));
    let mut child = rsync
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|source| Trouble::Program { program: "rsync", source })?;
    let (names, mut words) = (child.stdout.take(), child.stderr.take());
    let said = thread::scope(|scope| {
        let said = scope.spawn(move || {
            let mut bytes = Vec::new();
            // What cannot be read is missing from a message, and from nothing else.
            words.as_mut().map(|words| words.read_to_end(&mut bytes));
            bytes
        });
        for name in names.into_iter().flat_map(|names| BufReader::new(names).split(b'\n')) {
            // It names folders too, with a slash at the end.
            done.fetch_add(usize::from(name.is_ok_and(|name| !name.ends_with(b"/"))), Ordering::Relaxed);
        }
        said.join().unwrap_or_default()
    });
    if child.wait()?.success() { Ok(()) } else { Err(Trouble::said("rsync", &said)) }
}

/// Fetches those of the files that are there.
pub(super) fn fetch(
    connection: &Connection,
    folder: &str,
    paths: &[&SitePath],
    to: &Path,
) -> Result<(), Trouble> {
    let mut rsync = rsync(connection, paths.iter().copied())?;
    rsync
        .args(["--ignore-missing-args", "--"])
        .arg(format!("{}:{folder}/", connection.host()))
        .arg(to.join("."));
    let output = output(rsync, "rsync")?;
    if output.status.success() { Ok(()) } else { Err(Trouble::said("rsync", &output.stderr)) }
}

/// `rsync` for a list of files, before the places that they go from and to.
fn rsync<'p>(connection: &Connection, paths: impl Iterator<Item = &'p SitePath>) -> Result<Command, Trouble> {
    let mut list = Vec::new();
    for path in paths {
        list.extend_from_slice(path.as_str().as_bytes());
        list.push(0);
    }
    let list = connection.scratch("list", &list)?;
    let mut rsync = Command::new("rsync");
    rsync.stdin(Stdio::null()).arg("--rsh").arg(connection.for_rsync());
    rsync.args(["--secluded-args", "--from0", "--files-from"]).arg(list);
    Ok(rsync)
}
