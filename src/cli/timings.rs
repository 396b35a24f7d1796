//! How long each stage of a build took.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// A stop watch that is read at the end of each stage.
pub(super) struct Timings {
    began: Instant,
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Timings {
    pub(super) fn start() -> Self {
        let now = Instant::now();
        Self { began: now, last: now, laps: Vec::new() }
    }

    /// The end of a stage.
    pub(super) fn lap(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.laps.push((stage, now.duration_since(self.last)));
        self.last = now;
    }

    /// A line a stage, in milliseconds of the wall clock.
    pub(super) fn report(&self) -> String {
        let all = ("all", self.last.duration_since(self.began));
        let mut text = String::new();
        for (stage, time) in self.laps.iter().chain([&all]) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{stage:<18}{:>9.1} ms", time.as_secs_f64() * 1000.0);
        }
        text.truncate(text.trim_end().len());
        text
    }
}
