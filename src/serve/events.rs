//! Tells open pages that there is a newer version of them: server-sent events.

use std::io::{self, Write};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How long a page hears nothing at most. What cannot be delivered tells that the page is gone.
const SILENCE: Duration = Duration::from_secs(15);

const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
    X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n\
    retry: 500\n\n";

/// The version of the site, and whoever waits for the next.
#[derive(Debug, Default)]
pub(super) struct Events {
    number: Mutex<u64>,
    changed: Condvar,
}

impl Events {
    /// The version that pages are of now. Another run of the server has other versions.
    pub(super) fn version(&self) -> String {
        version(*self.number.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// From now on there is a newer version.
    pub(super) fn renew(&self) {
        *self.number.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// Tells a page of every version that is not the one it has, until it is gone.
    pub(super) fn stream(&self, seen: &str, out: &mut dyn Write) -> io::Result<()> {
        let mut seen = seen.to_owned();
        out.write_all(HEAD.as_bytes())?;
        out.flush()?;
        loop {
            let now = self.wait(&seen);
            if now == seen {
                out.write_all(b":\n\n")?;
            } else {
                write!(out, "data: {now}\n\n")?;
                seen = now;
            }
            out.flush()?;
        }
    }

    /// The version, as soon as it is another than the one seen, or after a time of silence.
    fn wait(&self, seen: &str) -> String {
        let number = self.number.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |number: &mut u64| version(*number) == seen;
        let waited = self.changed.wait_timeout_while(number, SILENCE, same);
        let (number, _) = waited.unwrap_or_else(PoisonError::into_inner);
        version(*number)
    }
}

fn version(number: u64) -> String {
    format!("{}-{number}", std::process::id())
}
