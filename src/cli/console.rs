//! The terminal: what is printed, and where to.

use std::io::{self, IsTerminal as _, Write};

use anstream::AutoStream;

use super::log::{Event, Log};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::report::{self, Format, Texts};
pub(super) use crate::diagnostic::tally;
use crate::error::Error;
use crate::markdown::visible;

/// Standard output and standard error. Colours go where a terminal wants them, and nowhere else.
pub(super) struct Console {
    log: Log,
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
}

/// Which stream a report goes to: it is the answer of `check`, and a message of every other command.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stream {
    Out,
    Err,
}

impl Console {
    pub(super) fn new() -> Self {
        Self { log: Log::Human, out: AutoStream::auto(io::stdout()), err: AutoStream::auto(io::stderr()) }
    }

    /// Prints an answer, byte for byte.
    pub(super) fn answer(&mut self, text: &str) -> Result<(), Error> {
        self.bytes(text.as_bytes())
    }

    /// Prints an answer that is no text.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let mut out = self.out.as_inner();
        done(out.write_all(bytes).and_then(|()| out.flush()))
    }

    /// Prints a diff: byte for byte for the program that takes it up, made visible for a person.
    pub(super) fn diff(&mut self, diff: &str) -> Result<(), Error> {
        if io::stdout().is_terminal() { self.answer(&visible(diff)) } else { self.answer(diff) }
    }

    /// Prints a line of an answer, made visible.
    pub(super) fn line(&mut self, text: &str) -> Result<(), Error> {
        done(writeln!(self.out, "{}", visible(text)))
    }

    /// Has messages written for people, or for programs.
    pub(super) fn log_as(&mut self, log: Log) {
        self.log = log;
    }

    /// Whether messages are for people.
    pub(super) fn is_for_people(&self) -> bool {
        self.log == Log::Human
    }

    /// Prints a message.
    pub(super) fn message(&mut self, message: &str) -> Result<(), Error> {
        self.tell(&Event::Note { message })
    }

    /// Tells what has happened.
    pub(super) fn tell(&mut self, event: &Event<'_>) -> Result<(), Error> {
        done(match self.log {
            Log::Human => writeln!(self.err, "{}", visible(&event.to_string())),
            Log::Json => writeln!(self.err, "{}", event.json()),
        })
    }

    /// Prints why the tool could not do its work. When that fails too, the exit code is all that is left.
    pub(super) fn error(&mut self, error: &Error, exit: u8) {
        let event = Event::Failed { exit, message: error.to_string() };
        let _ = match self.log {
            Log::Human => {
                writeln!(self.err, "\u{1b}[1m\u{1b}[91merror\u{1b}[0m: {}", visible(&event.to_string()))
            }
            Log::Json => writeln!(self.err, "{}", event.json()),
        };
    }

    /// Prints diagnostics with the source lines that they are about.
    pub(super) fn diagnostics(
        &mut self,
        stream: Stream,
        diagnostics: &[Diagnostic],
        texts: &Texts,
    ) -> Result<(), Error> {
        let format = if self.is_for_people() { Format::Human } else { Format::Json };
        self.report(stream, format, diagnostics, texts)
    }

    /// Prints what stands in the way, and nothing else: for commands that answer a question, not for those that check.
    pub(super) fn errors(&mut self, diagnostics: &[Diagnostic], texts: &Texts) -> Result<(), Error> {
        let errors: Vec<_> = diagnostics.iter().filter(|it| it.is_error()).cloned().collect();
        self.diagnostics(Stream::Err, &errors, texts)
    }

    /// Prints diagnostics in a format.
    pub(super) fn report(
        &mut self,
        stream: Stream,
        format: Format,
        diagnostics: &[Diagnostic],
        texts: &Texts,
    ) -> Result<(), Error> {
        done(match stream {
            Stream::Out => in_large_pieces(&mut self.out, format, diagnostics, texts),
            Stream::Err => in_large_pieces(&mut self.err, format, diagnostics, texts),
        })
    }
}

/// A report of thousands of diagnostics is written in as many pieces, each a call to the system, unless they are gathered.
fn in_large_pieces(
    out: impl Write,
    format: Format,
    diagnostics: &[Diagnostic],
    texts: &Texts,
) -> io::Result<()> {
    let mut out = io::BufWriter::new(out);
    report::write(&mut out, format, diagnostics, texts)?;
    out.flush()
}

/// A reader that has seen enough (`attache check | head`) is no failure.
fn done(result: io::Result<()>) -> Result<(), Error> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::Message(format!("cannot print: {error}")))
        }
        _ => Ok(()),
    }
}

/// `1 file`, `3 files`.
pub(super) fn files(count: usize) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
}
