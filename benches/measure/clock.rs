//! How long this thread has been on a processor.

use std::fs;
use std::thread;

use super::Failure;

/// CPU time of this thread, user and system, in nanoseconds.
///
/// # Errors
/// When the kernel does not say: that is so everywhere but on Linux.
pub(crate) fn thread_cpu() -> Result<u64, Failure> {
    // The kernel brings its account up to date when a thread yields; otherwise only at each tick.
    thread::yield_now();
    let account = fs::read_to_string("/proc/thread-self/schedstat").map_err(|error| {
        format!("this kernel does not account for CPU time (/proc/thread-self/schedstat): {error}")
    })?;
    let on_cpu = account.split_ascii_whitespace().next().ok_or("schedstat is empty")?;
    Ok(on_cpu.parse()?)
}
