//! A folder of a host, through the system's `sftp`, and through `rsync` where both ends have it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::rsync;
use super::ssh::Connection;
use super::store::Store;
use super::trouble::Trouble;
use crate::output::{SitePath, TEMPORARY_PREFIX};
use crate::settings::Ssh;

/// How many files one run of `sftp` is given, so that somebody who waits sees it go on.
const AT_ONCE: usize = 200;

/// A folder of a host.
#[derive(Debug)]
pub(super) struct Sftp {
    connection: Connection,
    folder: String,
    has_rsync: bool,
}

impl Sftp {
    /// Connects, and makes the folder if only the last part of it is missing.
    pub(super) fn connect(address: &Ssh, desk: &Path, former: Option<&Path>) -> Result<Self, Trouble> {
        let connection = Connection::open(address, desk, former)?;
        let has_rsync = rsync::is_here() && connection.can("rsync --version")?;
        let host = Self { connection, folder: address.folder.clone(), has_rsync };
        let folder = quoted(&host.folder);
        done(&host.connection.sftp(&format!("-@mkdir {folder}\n@cd {folder}\n"))?)?;
        Ok(host)
    }

    /// Runs commands in the folder of the site.
    fn run(&self, commands: &str) -> Result<Output, Trouble> {
        self.connection.sftp(&format!("@cd {}\n{commands}", quoted(&self.folder)))
    }

    fn carry_some(&self, from: &Path, paths: &[SitePath]) -> Result<(), Trouble> {
        let folders: BTreeSet<_> = paths.iter().flat_map(SitePath::folders).collect();
        let mut commands = String::new();
        for folder in folders {
            line(&mut commands, "-@mkdir", &[folder]);
        }
        for path in paths {
            place(&mut commands, &path.under(from), path.as_str());
        }
        done(&self.run(&commands)?)
    }
}

impl Store for Sftp {
    fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let here = self.connection.fetched();
        let mut commands = String::new();
        line(&mut commands, "@get", &[name, &here.to_string_lossy()]);
        let output = self.run(&commands)?;
        if output.status.success() {
            return Ok(Some(fs::read(here)?));
        }
        if is_missing(&last_line(&output.stderr)) { Ok(None) } else { done(&output).map(|()| None) }
    }

    fn write(&self, name: &str, content: &[u8]) -> Result<(), Trouble> {
        let here = self.connection.scratch("content", content)?;
        let mut commands = String::new();
        if let Some((folder, _)) = name.rsplit_once('/') {
            line(&mut commands, "-@mkdir", &[folder]);
        }
        place(&mut commands, &here, name);
        done(&self.run(&commands)?)
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, Trouble> {
        let mut commands = String::new();
        if !folder.is_empty() {
            line(&mut commands, "@cd", &[folder]);
        }
        commands.push_str("@ls -1a\n");
        let output = self.run(&commands)?;
        if !output.status.success() {
            let is_missing = !folder.is_empty() && is_missing(&last_line(&output.stderr));
            return if is_missing { Ok(Vec::new()) } else { done(&output).map(|()| Vec::new()) };
        }
        let names = String::from_utf8_lossy(&output.stdout);
        let names = names.lines().map(str::trim_end).filter(|name| !matches!(*name, "" | "." | ".."));
        Ok(names.map(str::to_owned).collect())
    }

    fn carry(&self, from: &Path, paths: &[SitePath], done: &AtomicUsize) -> Result<(), Trouble> {
        if self.has_rsync {
            return rsync::carry(&self.connection, &self.folder, from, paths, done);
        }
        for paths in paths.chunks(AT_ONCE) {
            self.carry_some(from, paths)?;
            done.fetch_add(paths.len(), Ordering::Relaxed);
        }
        Ok(())
    }

    fn remove(&self, names: &[&str], done: &AtomicUsize) -> Result<(), Trouble> {
        for names in names.chunks(AT_ONCE) {
            let mut commands = String::new();
            for name in names {
                line(&mut commands, "-@rm", &[name]);
            }
            let output = self.run(&commands)?;
            // A page that is to go and stays is worse than a message too many.
            let words = String::from_utf8_lossy(&output.stderr);
            if let Some(refused) = words.lines().find(|line| !line.trim().is_empty() && !is_missing(line)) {
                return Err(Trouble::said("sftp", refused.as_bytes()));
            }
            self::done(&output)?;
            done.fetch_add(names.len(), Ordering::Relaxed);
        }
        Ok(())
    }

    fn remove_empty(&self, folders: &[String]) -> Result<(), Trouble> {
        let mut commands = String::new();
        for folder in folders {
            line(&mut commands, "-@rmdir", &[folder]);
        }
        self.run(&commands).map(drop)
    }

    fn fetch(&self, paths: &[&SitePath], to: &Path) -> Result<(), Trouble> {
        if self.has_rsync {
            return rsync::fetch(&self.connection, &self.folder, paths, to);
        }
        let mut commands = String::new();
        for path in paths {
            let here = path.under(to);
            if let Some(folder) = here.parent() {
                fs::create_dir_all(folder)?;
            }
            line(&mut commands, "-@get", &[path.as_str(), &here.to_string_lossy()]);
        }
        done(&self.run(&commands)?)
    }
}

/// Puts a file beside its place and then in it, so that nobody sees half of it.
fn place(commands: &mut String, here: &Path, name: &str) {
    let beside = format!("{TEMPORARY_PREFIX}upload");
    line(commands, "@put", &[&here.to_string_lossy(), &beside]);
    line(commands, "@rename", &[&beside, name]);
}

fn line(commands: &mut String, command: &str, names: &[&str]) {
    commands.push_str(command);
    for name in names {
        // Writing to a string cannot fail.
        let _ = write!(commands, " {}", quoted(name));
    }
    commands.push('\n');
}

/// A name in `sftp`'s quotes, within which nothing is a pattern.
fn quoted(name: &str) -> String {
    let mut quoted = String::from("\"");
    for character in name.chars() {
        if matches!(character, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

fn done(output: &Output) -> Result<(), Trouble> {
    if output.status.success() {
        return Ok(());
    }
    Err(Trouble::said("sftp", last_line(&output.stderr).as_bytes()))
}

/// What made `sftp` stop. What was said before it was about commands that may fail.
fn last_line(words: &[u8]) -> String {
    let words = String::from_utf8_lossy(words);
    words.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned()
}

/// Whether `sftp` says that something is not there; it says so in English wherever it runs.
fn is_missing(line: &str) -> bool {
    line.contains("No such file") || line.trim_end().ends_with("not found.")
}
