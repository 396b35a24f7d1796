//! A page as a PDF, by a browser that is on the machine: nothing else sets Arabic and Turkish as the page itself is set.
//!
//! The browser gets one file and a folder of its own, which is thrown away, and no network. It is waited for as long as was agreed,
//! and then ended.

mod browser;
mod error;
mod times;

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

pub use browser::Browser;
pub use error::PdfError;

use crate::output::{Overwrite, write_file};

/// How often the browser is asked whether it is done.
const PAUSE: Duration = Duration::from_millis(20);

/// How much of what the browser says is told where it fails, in lines from the end.
const TOLD: usize = 3;

impl Browser {
    /// A self-contained page as a PDF: tagged, with an outline of its headings, and without the time at which it was made, so that
    /// the same page and the same browser give the same bytes.
    ///
    /// # Errors
    /// When the browser cannot be started, fails, takes longer than `patience`, or makes something that is no PDF.
    pub fn pdf(&self, html: &str, patience: Duration) -> Result<Vec<u8>, PdfError> {
        let folder = TempDir::with_prefix("attache-").map_err(|source| PdfError::Folder { source })?;
        let at = |name: &str| folder.path().join(name);
        write_file(&at("page.html"), html.as_bytes(), Overwrite::No)?;
        let said = at("said.txt");
        write_file(&said, b"", Overwrite::No)?;
        let status = self.run(folder.path(), &said, patience)?;
        let pdf = fs::read(at("page.pdf")).unwrap_or_default();
        if !status.success() || !pdf.starts_with(b"%PDF-") {
            return Err(PdfError::Failed {
                browser: self.path().to_owned(),
                status,
                said: last_lines(&said),
            });
        }
        Ok(times::without(pdf))
    }

    /// Runs the browser in its folder, and ends it when it takes too long.
    fn run(&self, folder: &Path, said: &Path, patience: Duration) -> Result<ExitStatus, PdfError> {
        let start = |source| PdfError::Start { browser: self.path().to_owned(), source };
        // Into a file: a pipe would stay open as long as any process that the browser leaves behind.
        let said = File::options().append(true).open(said).map_err(start)?;
        let mut child = Command::new(self.path())
            .args(Self::arguments(folder))
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(said)
            .spawn()
            .map_err(start)?;
        let ended = wait(&mut child, patience);
        if !matches!(ended, Ok(Some(_))) {
            // One that is gone already cannot be ended: nothing to be done about it.
            let _ = child.kill();
            let _ = child.wait();
        }
        ended.map_err(start)?.ok_or_else(|| PdfError::TooLong { browser: self.path().to_owned(), patience })
    }
}

/// How the process ended; `None` where it still runs when patience ends.
fn wait(child: &mut Child, patience: Duration) -> std::io::Result<Option<ExitStatus>> {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if began.elapsed() >= patience {
            return Ok(None);
        }
        thread::sleep(PAUSE);
    }
}

/// What the browser said last.
fn last_lines(path: &Path) -> String {
    let said = fs::read(path).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let lines: Vec<_> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.get(lines.len().saturating_sub(TOLD)..).unwrap_or_default().join("\n")
}
