//! The system's SSH: one connection that `sftp` and `rsync` share.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, IsTerminal as _, Read as _, Seek as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::trouble::Trouble;
use crate::settings::Ssh;

/// A host that is reached over SSH.
#[derive(Debug)]
pub(super) struct Connection {
    host: String,
    /// What `ssh` and `sftp` are told alike.
    options: Vec<OsString>,
    /// For files in between, and for the socket that the others reach the connection by.
    folder: TempDir,
}

impl Connection {
    /// Connects. Whatever the system's SSH has to ask, it asks here, and only of a person at a terminal.
    ///
    /// A publication that was killed may have left programs that go on. They end with their connection, which is remembered in
    /// `former` for that.
    pub(super) fn open(address: &Ssh, desk: &Path, former: Option<&Path>) -> Result<Self, Trouble> {
        let folder = tempfile::Builder::new().prefix("attache").tempdir()?;
        let options = options(address, desk, folder.path());
        let connection = Self { host: address.host.clone(), options, folder };
        if SHARED {
            if let Some(former) = former {
                connection.take_the_place_of(former)?;
            }
            connection.share()?;
        }
        Ok(connection)
    }

    /// Ends the connection that is remembered in a file, if it is still there, and has this one remembered.
    fn take_the_place_of(&self, former: &Path) -> Result<(), Trouble> {
        if let Ok(socket) = fs::read_to_string(former) {
            let mut ssh = Command::new("ssh");
            ssh.args(["-o", &control_path(&socket), "-O", "exit"]).arg(&self.host);
            // Usually it has ended long ago.
            ssh.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok();
        }
        let socket = self.folder.path().join(SOCKET).display().to_string();
        crate::output::write_file(former, socket.as_bytes(), crate::output::Overwrite::Yes)
            .map(drop)
            .map_err(|error| io::Error::other(error).into())
    }

    /// Opens the connection that the others use.
    fn share(&self) -> Result<(), Trouble> {
        // It stays open in the background, so what it says goes into a file: nobody could wait for the end of a pipe.
        let mut words = tempfile::tempfile_in(self.folder.path())?;
        let mut ssh = self.ssh();
        ssh.args(["-o", "ControlMaster=yes", "-o", KEPT_OPEN, "-fN"]).arg(&self.host);
        let status = ssh.stdin(Stdio::null()).stdout(Stdio::null()).stderr(words.try_clone()?).status();
        if status.map_err(|source| Trouble::Program { program: "ssh", source })?.success() {
            return Ok(());
        }
        Err(Trouble::said("ssh", &whole(&mut words)?))
    }

    /// `ssh`, without the host.
    fn ssh(&self) -> Command {
        let mut ssh = Command::new("ssh");
        ssh.args(&self.options);
        ssh
    }

    /// Runs a command there that is always the same: whether it could be run.
    pub(super) fn can(&self, command: &'static str) -> Result<bool, Trouble> {
        let mut ssh = self.ssh();
        ssh.arg(&self.host).arg(command).stdin(Stdio::null());
        Ok(output(ssh, "ssh")?.status.success())
    }

    /// Runs commands of `sftp` in turn, up to the first that fails and does not begin with a hyphen.
    pub(super) fn sftp(&self, commands: &str) -> Result<Output, Trouble> {
        let batch = self.scratch("batch", commands.as_bytes())?;
        let mut sftp = Command::new("sftp");
        sftp.args(&self.options).arg("-b").arg(&batch).arg(bracketed(&self.host)).stdin(Stdio::null());
        output(sftp, "sftp")
    }

    /// The command that `rsync` reaches the host by, in `rsync`'s own quotes.
    pub(super) fn for_rsync(&self) -> OsString {
        let mut command = OsString::from("ssh");
        for option in &self.options {
            command.push(" '");
            command.push(option.to_string_lossy().replace('\'', "''"));
            command.push("'");
        }
        command
    }

    /// The host, as `rsync` writes it before a path.
    pub(super) fn host(&self) -> String {
        bracketed(&self.host)
    }

    /// Writes a file that is needed in between, and says where it is.
    pub(super) fn scratch(&self, name: &str, content: &[u8]) -> Result<PathBuf, Trouble> {
        let path = self.folder.path().join(name);
        crate::output::write_file(&path, content, crate::output::Overwrite::Yes).map_err(io::Error::other)?;
        Ok(path)
    }

    /// Where a file that is fetched can be put.
    pub(super) fn fetched(&self) -> PathBuf {
        self.folder.path().join("fetched")
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if SHARED {
            // If it stays, it closes by itself.
            let mut ssh = self.ssh();
            ssh.args(["-O", "exit"]).arg(&self.host);
            ssh.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok();
        }
    }
}

/// Whether one connection serves several programs, which OpenSSH does not offer on Windows.
const SHARED: bool = cfg!(unix);

/// For how many seconds a connection that nobody uses stays open: what a killed publication leaves is gone after that.
const KEPT_OPEN: &str = "ControlPersist=20";

fn options(address: &Ssh, desk: &Path, folder: &Path) -> Vec<OsString> {
    let mut options: Vec<OsString> = Vec::new();
    if let Some(config) = &address.config {
        options.extend(["-F".into(), desk.join(config).into_os_string()]);
    }
    let mut option = |text: String| options.extend(["-o".into(), OsString::from(text)]);
    if let Some(user) = &address.user {
        option(format!("User={user}"));
    }
    if let Some(port) = address.port {
        option(format!("Port={port}"));
    }
    // A host that is gone is noticed within a minute.
    option("ConnectTimeout=20".to_owned());
    option("ServerAliveInterval=15".to_owned());
    if !io::stdin().is_terminal() {
        option("BatchMode=yes".to_owned());
    }
    if SHARED {
        option(control_path(&folder.join(SOCKET).display().to_string()));
    }
    options
}

/// The name of the socket that a connection is shared by: short, since the whole path of it may have no more than a hundred bytes.
const SOCKET: &str = "c";

/// In the quotes of a configuration file, where a per cent sign means something else.
fn control_path(socket: &str) -> String {
    format!("ControlPath=\"{}\"", socket.replace('%', "%%"))
}

/// An IPv6 address is told from a port by its brackets.
fn bracketed(host: &str) -> String {
    if host.contains(':') { format!("[{host}]") } else { host.to_owned() }
}

/// Runs a program to its end.
pub(super) fn output(mut command: Command, program: &'static str) -> Result<Output, Trouble> {
    command.output().map_err(|source| Trouble::Program { program, source })
}

fn whole(file: &mut File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}
