//! Watches the files of a desk by looking at them again and again.
//!
//! A watch by the system would tell at once, but each system has its own, with its own gaps, and none sees what another machine
//! writes to a network share. To look at a thousand files takes some milliseconds; the pauses grow with it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use super::Message;
use super::look::{Look, Places};

/// The shortest pause between two looks: shorter than anybody notices.
const PAUSE: Duration = Duration::from_millis(20);

/// A pause is this many times as long as the look before it while somebody is at work, so that looking never keeps a machine busy.
const REST: u32 = 8;

/// The same when nothing has changed for some time.
const LONG_REST: u32 = 60;

/// How long somebody who has saved something is at work.
const AT_WORK: Duration = Duration::from_mins(2);

/// The longest pause, on the slowest of shares.
const LONGEST: Duration = Duration::from_secs(3);

/// The texts of articles that briefs name: they are watched too.
pub(super) type Articles = Arc<Mutex<BTreeSet<PathBuf>>>;

/// Looks until nobody listens any more; tells of every look that is not like the one before, and of the one after it, since a file
/// that is written twice in a moment can look the same both times.
pub(super) fn watch(places: &Places, articles: &Articles, mut last: Look, send: &mpsc::Sender<Message>) {
    let (mut moved, mut in_trouble) = (false, false);
    let mut changed = Instant::now();
    loop {
        let began = Instant::now();
        let named = articles.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let told = match Look::at(places, &named) {
            Ok(look) => {
                let differs = look != last;
                let tell = differs || moved || in_trouble;
                (moved, in_trouble) = (differs, false);
                if differs {
                    changed = began;
                }
                last.clone_from(&look);
                !tell || send.send(Message::Looked(Ok(look))).is_ok()
            }
            Err(_) if in_trouble => true,
            Err(error) => {
                in_trouble = true;
                send.send(Message::Looked(Err(error.to_string()))).is_ok()
            }
        };
        if !told {
            return;
        }
        let rest = if changed.elapsed() < AT_WORK { REST } else { LONG_REST };
        thread::sleep((began.elapsed() * rest).clamp(PAUSE, LONGEST));
    }
}
