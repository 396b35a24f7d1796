//! Real servers on the loopback: nginx, OpenSSH, rclone for WebDAV, moto for S3. Each ends with its test, and by itself after ten
//! minutes if the test is killed.
//!
//! In CI (where the environment variable `CI` is set) a missing server is a failure. Elsewhere the tests say what they miss.

use std::io::Write as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

use crate::browser::{is_ci, starts};

/// A server, and the folder that its own files are in.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
    pub(crate) folder: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        // `timeout` passes it on to the server, which ends what it has started.
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        self.child.wait().unwrap();
    }
}

/// Says what is missing; in CI nothing may be.
fn is_there(there: bool, what: &str) -> bool {
    assert!(there || !is_ci(), "{what}");
    if !there {
        // Past the capture of the test harness: a check that did not run is told even where every test passes.
        writeln!(std::io::stderr(), "NOT CHECKED against a real server: {what}").unwrap();
    }
    there
}

/// A program that may stand where only the administrator's path leads.
fn program(name: &str) -> Option<PathBuf> {
    ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.exists())
}

/// Starts a server on a port of the loopback that is free, and waits until it answers.
fn start(folder: TempDir, command: impl Fn(&Path, u16) -> Command) -> Server {
    let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    let made = command(folder.path(), port);
    let mut limited = Command::new("timeout");
    limited.args(["--kill-after=5", "600"]).arg(made.get_program()).args(made.get_args());
    limited.envs(made.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let log = std::fs::File::options().create(true).append(true).open(folder.path().join("log")).unwrap();
    limited.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
    let mut server = Server { child: limited.spawn().unwrap(), port, folder };
    for _ in 0..600 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return server;
        }
        if let Some(status) = server.child.try_wait().unwrap() {
            let log = std::fs::read_to_string(server.folder.path().join("log")).unwrap();
            panic!("{:?} ended with {status}: {log}", made.get_program());
        }
        sleep(Duration::from_millis(50));
    }
    panic!("{:?} does not answer", made.get_program());
}

fn put(path: &Path, text: &str) {
    #[expect(clippy::disallowed_methods, reason = "the settings of a server, not an output of the tool")]
    std::fs::write(path, text).unwrap();
}

/// Whether there is a web server.
pub(crate) fn nginx_is_there() -> bool {
    is_there(program("nginx").is_some(), "nginx is not installed (package nginx-light)")
}

/// A web server for the folder `site`, if there is one; a worker for each of two cores.
pub(crate) fn nginx(site: &Path) -> Option<Server> {
    let nginx = program("nginx")?;
    Some(start(TempDir::new().unwrap(), |folder, port| {
        let at = folder.display();
        let kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let temporary = kinds.map(|kind| format!("{kind}_temp_path {at}/{kind};\n")).concat();
        put(
            &folder.join("conf"),
            &format!(
                "daemon off; pid {at}/pid; error_log {at}/errors; worker_processes 2;\n\
                 {}events {{ worker_connections 256; }}\n\
                 http {{ access_log off; keepalive_requests 1000000; {temporary} types {{ text/html html; }}\n\
                 server {{ listen 127.0.0.1:{port}; root {}; }} }}\n",
                // Started by the administrator, its workers would be somebody who cannot look into a test's folder.
                if is_root() { "user root;\n" } else { "" },
                site.display()
            ),
        );
        let mut command = Command::new(&nginx);
        command.arg("-e").arg(folder.join("errors")).arg("-c").arg(folder.join("conf"));
        command
    }))
}

/// What an SSH server lets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lets {
    /// Any command, `rsync` among them.
    Commands,
    /// The file transfer alone.
    SftpAlone,
}

/// OpenSSH, and beside its own files a configuration for whoever is to reach it: `client`.
pub(crate) fn sshd(lets: Lets) -> Option<Server> {
    let sshd = program("sshd");
    let there = sshd.is_some() && starts("rsync", "--version") && program("sftp").is_some();
    if !is_there(there, "OpenSSH or rsync is not installed (packages openssh-server, openssh-client, rsync)")
    {
        return None;
    }
    if is_root() {
        // Where it is started by the administrator, it wants an empty folder of its own.
        std::fs::create_dir_all("/run/sshd").unwrap();
    }
    let folder = TempDir::new().unwrap();
    for key in ["host", "user"] {
        let made = Command::new("ssh-keygen")
            .args(["-q", "-t", "ed25519", "-N", "", "-f"])
            .arg(folder.path().join(key))
            .status();
        assert!(made.unwrap().success());
    }
    Some(start(folder, |folder, port| {
        let at = folder.display();
        let key = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
        let force = if lets == Lets::SftpAlone { "ForceCommand internal-sftp\n" } else { "" };
        put(
            &folder.join("conf"),
            &format!(
                "ListenAddress 127.0.0.1\nPort {port}\nHostKey {at}/host\nAuthorizedKeysFile {at}/user.pub\n\
                 StrictModes no\nPidFile none\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\n\
                 MaxStartups 100\nSubsystem sftp internal-sftp\n{force}"
            ),
        );
        put(&folder.join("known"), &format!("[127.0.0.1]:{port} {}", key("host.pub")));
        put(
            &folder.join("client"),
            &format!(
                "Host *\n  IdentityFile {at}/user\n  IdentitiesOnly yes\n  UserKnownHostsFile {at}/known\n  \
                 GlobalKnownHostsFile none\n  StrictHostKeyChecking yes\n"
            ),
        );
        let mut command = Command::new(sshd.as_deref().unwrap());
        command.args(["-D", "-e", "-f"]).arg(folder.join("conf"));
        command
    }))
}

/// A WebDAV server for its own folder `files`, for `user` with the password `word`.
#[cfg(feature = "remote")]
pub(crate) fn webdav() -> Option<Server> {
    if !is_there(starts("rclone", "version"), "rclone is not installed (package rclone)") {
        return None;
    }
    Some(start(TempDir::new().unwrap(), |folder, port| {
        let files = folder.join("files");
        std::fs::create_dir(&files).unwrap();
        let mut command = Command::new("rclone");
        command.args(["serve", "webdav"]).arg(files).args(["--addr", &format!("127.0.0.1:{port}")]);
        command.args(["--user", "user", "--pass", "word", "--config", "/dev/null", "--dir-cache-time", "0s"]);
        command
    }))
}

/// An object store without a bucket, in memory.
#[cfg(feature = "remote")]
pub(crate) fn object_store() -> Option<Server> {
    let programs = crate::expected::folder("servers").join("venv/bin");
    let how = "moto is not installed (see tests/servers/requirements.txt)";
    if !is_there(programs.join("moto_server").exists(), how) {
        return None;
    }
    Some(start(TempDir::new().unwrap(), |_, port| {
        let mut command = Command::new(programs.join("python3"));
        command.arg(programs.join("moto_server")).args(["-H", "127.0.0.1", "-p", &port.to_string()]);
        command
    }))
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout.trim_ascii() == b"0"
}
