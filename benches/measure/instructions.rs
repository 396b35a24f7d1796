//! Instructions a brief: the same on a busy machine as on a quiet one, so that a gain of one per cent can be seen.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::Failure;

/// The instructions that a new build of the desk in `root` takes, on one thread, as callgrind counts them. It has no SHA
/// instructions, so that digests take more there than they do in truth.
///
/// # Errors
/// When valgrind is not installed, or the build fails.
pub(crate) fn of_build(root: &Path) -> Result<u64, Failure> {
    let notes = root.join("callgrind.out");
    let built = Command::new("valgrind")
        .args(["--tool=callgrind", &format!("--callgrind-out-file={}", notes.display())])
        .arg(env!("CARGO_BIN_EXE_attache"))
        .args(["build".as_ref(), root.as_os_str(), "--out".as_ref(), root.join("site").as_os_str()])
        .env("RAYON_NUM_THREADS", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .map_err(|error| format!("valgrind counts the instructions, and cannot be started: {error}"))?;
    if !built.status.success() {
        return Err(format!("attache build failed: {}", String::from_utf8_lossy(&built.stderr)).into());
    }
    let notes = fs::read_to_string(notes)?;
    let totals =
        notes.lines().find_map(|line| line.strip_prefix("summary: ").or(line.strip_prefix("totals: ")));
    Ok(totals.ok_or("callgrind tells no total")?.trim().parse()?)
}
