//! A word on how far a long build has come, for a person who waits.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::{Scope, ScopedJoinHandle};
use std::time::Duration;

/// How long a build may take before it is worth a word.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the word is renewed.
const RHYTHM: Duration = Duration::from_millis(100);

/// Counts what is done while it runs; prints only on a terminal, and only after a second.
pub(super) struct Progress<'s> {
    stop: Sender<()>,
    printer: ScopedJoinHandle<'s, ()>,
}

impl<'s> Progress<'s> {
    pub(super) fn start<'e>(
        scope: &'s Scope<'s, 'e>,
        doing: &'static str,
        done: &'s AtomicUsize,
        all: usize,
    ) -> Option<Self> {
        if !io::stderr().is_terminal() {
            return None;
        }
        let (stop, stopped) = channel();
        let printer = scope.spawn(move || {
            let mut wait = PATIENCE;
            let mut printed = false;
            while stopped
                .recv_timeout(wait)
                .is_err_and(|error| error == std::sync::mpsc::RecvTimeoutError::Timeout)
            {
                let count = done.load(Ordering::Relaxed);
                // A terminal that cannot be written to is no reason to stop a build.
                let _ = write!(io::stderr(), "\r{doing} {count} of {all} …");
                (wait, printed) = (RHYTHM, true);
            }
            if printed {
                let _ = write!(io::stderr(), "\r\u{1b}[K");
            }
        });
        Some(Self { stop, printer })
    }

    pub(super) fn stop(self) {
        drop(self.stop);
        // The printer cannot panic; if it did, the build is done all the same.
        let _ = self.printer.join();
    }
}
