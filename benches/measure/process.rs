//! Whole processes: their CPU time and peak memory.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::{Failure, micros};

/// What a process took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Usage {
    /// CPU time of all its threads, user and system, in nanoseconds.
    pub(crate) cpu: u64,
    /// Wall time, in nanoseconds.
    pub(crate) wall: u64,
    /// The most memory that it had at once, in KiB, if GNU time is there to say.
    pub(crate) peak: Option<u64>,
}

/// GNU time, which alone tells the peak memory of a child without unsafe code.
const GNU_TIME: &str = "/usr/bin/time";

/// In `/proc`, CPU time is counted in hundredths of a second.
const NANOSECONDS_A_TICK: u64 = 10_000_000;

/// Runs the release binary so many times with these arguments, one after another; the average of CPU and wall time.
///
/// # Errors
/// When it does not end well.
pub(crate) fn run(times: u64, arguments: &[&str], notes: &Path) -> Result<Usage, Failure> {
    let gnu_time = Path::new(GNU_TIME).exists();
    let mut usage = Usage { cpu: 0, wall: 0, peak: None };
    let before = children_cpu()?;
    let start = Instant::now();
    for _ in 0..times {
        let binary = env!("CARGO_BIN_EXE_attache");
        let mut command = Command::new(if gnu_time { GNU_TIME } else { binary });
        if gnu_time {
            command.args(["-f", "%M", "-o"]).arg(notes).arg(binary);
        }
        let output = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::piped()).output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("attache {} failed: {said}", arguments.join(" ")).into());
        }
        if gnu_time {
            let peak = fs::read_to_string(notes)?.trim().parse()?;
            usage.peak = usage.peak.max(Some(peak));
        }
    }
    usage.wall = u64::try_from(start.elapsed().as_nanos())? / times;
    usage.cpu = (children_cpu()? - before) / times;
    Ok(usage)
}

/// CPU time of all children that have ended, in nanoseconds, to the hundredth of a second.
fn children_cpu() -> Result<u64, Failure> {
    let account = fs::read_to_string("/proc/self/stat")?;
    // The name of the program, in brackets, may hold spaces; fields are counted from behind it. cutime and cstime are 16 and 17.
    let fields = account.rsplit(')').next().unwrap_or_default();
    let ticks = fields.split_ascii_whitespace().skip(13).take(2).map(str::parse::<u64>);
    Ok(ticks.sum::<Result<u64, _>>()? * NANOSECONDS_A_TICK)
}

impl Usage {
    /// A row of the table: in all, a brief, memory.
    pub(crate) fn row(&self, what: &str, briefs: u64) -> String {
        let milliseconds = |time: u64| micros(time / 1_000);
        let peak = self.peak.map_or("not measured".to_owned(), |kib| format!("{} MiB", kib.div_ceil(1024)));
        format!(
            "{what:<28}{:>10} ms CPU{:>9} ms wall{:>9} µs CPU a brief{:>13}",
            milliseconds(self.cpu),
            milliseconds(self.wall),
            micros(self.cpu / briefs.max(1)),
            peak
        )
    }
}
