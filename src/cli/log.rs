//! What `build` and `publish` tell while they work: sentences for people, or a JSON object on a line each for programs.

use std::fmt;
use std::path::Path;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::console::files;
use crate::diagnostic::report::escaped;
use crate::output::{Plan, Report};

/// For whom messages are written.
#[derive(Debug, Args)]
pub(super) struct LogArgs {
    /// Write messages for people, or for programs as JSON, a line each
    #[arg(long = "log", value_name = "FORMAT", default_value = "human")]
    pub(super) format: Log,
}

/// How messages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Log {
    /// Sentences
    Human,
    /// A JSON object on a line each
    Json,
}

/// Something to tell. The names of variants and fields are what programs read.
#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub(super) enum Event<'e> {
    /// What will change for readers.
    Plan(Planned<'e>),
    /// Readers have all of it already.
    NothingToDo { target: &'e str },
    /// So much would be deleted that somebody has to agree.
    Asks { deleted: usize, of: usize },
    /// It was not agreed to.
    Declined { target: &'e str },
    /// Readers have it.
    Published { target: &'e str, address: &'e str, written: usize, unchanged: usize, deleted: usize },
    /// The site has it no more, but somebody edited it.
    Kept { path: &'e str },
    /// Readers have an earlier release again.
    RolledBack { target: &'e str, address: &'e str, release: u64 },
    /// Readers could be led back there.
    WayBack { target: &'e str, address: &'e str, release: u64 },
    /// What was published was read back; it may have been made under a higher ceiling than the target has now.
    ReadBack { target: &'e str, files: usize, wrong: usize, above_ceiling: bool },
    /// A site was built.
    Built { index: String, written: usize, unchanged: usize, deleted: usize },
    /// Something of a file is withheld.
    Withheld { ceiling: &'e str, path: String, what: String },
    /// The command cannot go on.
    Failed { exit: u8, message: String },
    /// Anything else.
    Note { message: &'e str },
}

/// What will change for readers.
#[derive(Debug, Serialize)]
pub(super) struct Planned<'e> {
    pub(super) target: &'e str,
    pub(super) address: &'e str,
    pub(super) ceiling: &'e str,
    pub(super) audience: Option<&'e str>,
    new: usize,
    changed: usize,
    deleted: usize,
    unchanged: usize,
    bytes: u64,
}

impl<'e> Planned<'e> {
    pub(super) fn of(
        plan: &Plan,
        target: &'e str,
        address: &'e str,
        ceiling: &'e str,
        audience: Option<&'e str>,
    ) -> Self {
        Self {
            target,
            address,
            ceiling,
            audience,
            new: plan.new.len(),
            changed: plan.changed.len(),
            deleted: plan.deleted.len(),
            unchanged: plan.unchanged,
            bytes: plan.bytes,
        }
    }
}

impl<'e> Event<'e> {
    pub(super) fn published(report: &Report, target: &'e str, address: &'e str) -> Self {
        let (written, unchanged, deleted) = (report.written, report.unchanged, report.removed);
        Self::Published { target, address, written, unchanged, deleted }
    }

    pub(super) fn built(report: &Report, index: &Path) -> Self {
        let index = index.display().to_string();
        Self::Built { index, written: report.written, unchanged: report.unchanged, deleted: report.removed }
    }

    /// The line for a program.
    pub(super) fn json(&self) -> String {
        #[derive(Serialize)]
        struct Line<'l> {
            level: &'static str,
            #[serde(flatten)]
            event: &'l Event<'l>,
        }
        let level = if matches!(self, Self::Failed { .. }) { "error" } else { "info" };
        // Nothing of it can fail: all of it is text and numbers.
        escaped(serde_json::to_string(&Line { level, event: self }).unwrap_or_default())
    }
}

impl fmt::Display for Event<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plan(plan) => plan.fmt(f),
            Self::NothingToDo { .. } => {
                f.write_str("nothing to publish: nothing has changed since it was published last")
            }
            Self::Asks { deleted, of } => write!(f, "{deleted} of {} would be deleted", files(*of)),
            Self::Declined { .. } => f.write_str("nothing was published"),
            Self::Published { address, .. } => write!(f, "published: {address}"),
            Self::Kept { path } => write!(f, "kept {path}: the site has it no more, but somebody edited it"),
            Self::RolledBack { address, release, .. } => write!(f, "{address} is back at release {release}"),
            Self::WayBack { address, release, .. } => {
                write!(f, "{address} would be back at release {release}")
            }
            Self::ReadBack { target, files: count, wrong, .. } => {
                write!(f, "{} read back, {wrong} not as published", files(*count))?;
                match wrong {
                    0 => Ok(()),
                    _ => write!(f, "; `attache publish {target} --repair` writes them again"),
                }
            }
            Self::Built { index, written, unchanged, deleted } => {
                write!(f, "{} written, {unchanged} unchanged", files(*written))?;
                if *deleted > 0 {
                    write!(f, ", {deleted} removed")?;
                }
                write!(f, ": {index}")
            }
            Self::Withheld { ceiling, path, what } => write!(f, "withheld under {ceiling}: {path}: {what}"),
            Self::Failed { message, .. } => f.write_str(message),
            Self::Note { message } => f.write_str(message),
        }
    }
}

impl fmt::Display for Planned<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} → {}, up to {}", self.target, self.address, self.ceiling)?;
        if let Some(audience) = self.audience {
            write!(f, ", for {audience}")?;
        }
        write!(
            f,
            "\n  new {}, changed {}, deleted {}, unchanged {}; {} to write",
            self.new,
            self.changed,
            self.deleted,
            self.unchanged,
            bytes(self.bytes)
        )
    }
}

/// A number of bytes, for people.
fn bytes(count: u64) -> String {
    match count {
        0..1_024 => format!("{count} bytes"),
        1_024..1_048_576 => format!("{} KiB", count.div_ceil(1_024)),
        _ => format!("{} MiB", count.div_ceil(1_048_576)),
    }
}
