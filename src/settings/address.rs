//! Where a site is published to: `file:`, `ssh:`, `webdav:`, `s3:`.
//!
//! ```text
//! file:/srv/www/briefs                        file:www/briefs
//! ssh://publisher@intranet:2222/srv/www/briefs?config=ssh_config
//! webdav:https://intranet/dav/briefs
//! s3://bucket/briefs?region=eu-central-1&endpoint=https://objects.intranet
//! ```
//!
//! No address has a password in it: the settings of a desk are read by many. What is left of one here goes to other programs as
//! it is, so it holds no character that one of them could take for anything else.

use std::fmt;
use std::path::{Component, Path, PathBuf};

use super::apart;
use crate::diagnostic::{Diagnostic, codes};
use crate::load::Problems;
use crate::model::Line;
use crate::span::Spanned;

/// Where a site is published to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A folder of this machine, or a share that is mounted on it, as the desk names it.
    Folder(PathBuf),
    /// A place that is reached over a network.
    Remote(Remote),
}

/// A place that is reached over a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remote {
    /// A folder of a host that is reached over SSH.
    Ssh(Ssh),
    /// A folder of a WebDAV server.
    Webdav(Webdav),
    /// A part of a bucket of an object store.
    Bucket(Bucket),
}

/// A folder of a host that is reached over SSH.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ssh {
    /// The user there; none is what the system's SSH makes of it.
    pub user: Option<String>,
    /// The host: a name, an address, or what the system's SSH calls it.
    pub host: String,
    /// The port; none is what the system's SSH makes of it.
    pub port: Option<u16>,
    /// The folder: absolute, or from the user's home.
    pub folder: String,
    /// A configuration for SSH in the place of the user's own, as the desk names it.
    pub config: Option<PathBuf>,
}

/// A folder of a WebDAV server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webdav {
    /// The server: scheme, host and port.
    pub server: String,
    /// The folder, from the root of the server.
    pub folder: String,
}

/// A part of a bucket of an object store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    /// The bucket.
    pub name: String,
    /// What the names of all objects begin with; empty is the whole bucket.
    pub prefix: String,
    /// The region; none is what the environment says.
    pub region: Option<String>,
    /// The store, where it is not Amazon's.
    pub endpoint: Option<String>,
}

/// What is wrong with an address, and how to write it.
pub(super) type Flaw = (&'static str, &'static str);

const FILE: &str = "write the folder as `file:/srv/www/briefs`";
const HOST: &str = "write `file:/folder` for a folder of this machine, `file:folder` for one of the desk, `ssh://host/folder` for one \
                    of another host";
const HOME: &str =
    "write all of it, as in `file:/home/publisher/www`, or `ssh://user@host/~/www` for a home on a host";
const SSH: &str =
    "write it as `ssh://user@host:22/srv/www/briefs`, with `?config=FILE` for a configuration of its own";
const WEBDAV: &str = "write it as `webdav:https://host/folder`";
const S3: &str = "write it as `s3://bucket/folder`, with `?region=…&endpoint=https://…` where that is needed";
const ANY: &str = "write `file:/srv/www/briefs`, `ssh://user@host/folder`, `webdav:https://host/folder` or `s3://bucket/folder`";

/// The place that an address names.
pub(super) fn of(url: &Spanned<Line>, desk: &Path, problems: &mut Problems<'_>) -> Option<Address> {
    let fit = |address: Address| apart::flaw(&address, desk).map_or(Ok(address), Err);
    parse(url.value.as_str()).and_then(fit).map_err(|flaw| refuse(url, flaw, problems)).ok()
}

fn refuse(url: &Spanned<Line>, (flaw, help): Flaw, problems: &mut Problems<'_>) {
    let text = url.value.as_str();
    let shown = without_password(text);
    let message = format!("`{shown}` is no place that a site can be published to: {flaw}");
    // The line of a password is not shown: messages end up in logs.
    let diagnostic = if shown == text {
        Diagnostic::new(&codes::BAD_URL, problems.path(), url.span, message)
    } else {
        Diagnostic::of_file(&codes::BAD_URL, problems.path(), message)
    };
    problems.push(diagnostic.with_help(help));
}

pub(super) fn parse(text: &str) -> Result<Address, Flaw> {
    let Some((scheme, rest)) = text.split_once(':') else {
        return Err(("it does not say how to get there", ANY));
    };
    match scheme {
        "file" => file(rest).map(Address::Folder),
        "ssh" => ssh(rest).map(remote(Remote::Ssh)).map_err(|flaw| (flaw, SSH)),
        "webdav" => webdav(rest).map(remote(Remote::Webdav)).map_err(|flaw| (flaw, WEBDAV)),
        "s3" => bucket(rest).map(remote(Remote::Bucket)).map_err(|flaw| (flaw, S3)),
        _ => Err(("nothing is published in that way", ANY)),
    }
}

fn remote<T>(kind: fn(T) -> Remote) -> impl Fn(T) -> Address {
    move |address| Address::Remote(kind(address))
}

fn file(rest: &str) -> Result<PathBuf, Flaw> {
    let path = match rest.strip_prefix("//") {
        Some(path) if path.is_empty() || path.starts_with('/') => path,
        Some(_) => return Err(("it names a host, and a folder of this machine has none", HOST)),
        None => rest,
    };
    match path.chars().next() {
        None => Err(("it names no folder", FILE)),
        Some('~') => Err(("nothing makes a home of its `~`", HOME)),
        _ if Path::new(path).components().any(|part| part == Component::ParentDir) => {
            Err(("it leads upwards by `..`", FILE))
        }
        Some(_) => Ok(PathBuf::from(path)),
    }
}

fn ssh(rest: &str) -> Result<Ssh, &'static str> {
    let (address, query) = query(rest, &["config"])?;
    let (authority, folder) =
        address.strip_prefix("//").and_then(|it| it.split_once('/')).ok_or("it names no folder of a host")?;
    let (user, host) = match authority.rsplit_once('@') {
        Some((user, _)) if user.contains(':') => return Err(PASSWORD),
        Some((user, host)) => (Some(name(user)?), host),
        None => (None, authority),
    };
    let (host, port) = host_and_port(host)?;
    let folder = match folder.strip_prefix("~/") {
        Some(folder) => folder.trim_end_matches('/').to_owned(),
        None => format!("/{}", folder.trim_matches('/')),
    };
    if matches!(folder.as_str(), "" | "/") {
        return Err("it is the root or the home of a host");
    }
    is_plain_path(&folder)?;
    let config = query.into_iter().next().map(|(_, file)| PathBuf::from(file));
    Ok(Ssh { user, host, port, folder, config })
}

fn webdav(rest: &str) -> Result<Webdav, &'static str> {
    let (scheme, address) = rest.split_once("://").ok_or("it does not go on with `https://`")?;
    if !matches!(scheme, "http" | "https") {
        return Err("it does not go on with `https://`");
    }
    let (authority, folder) = address.split_once('/').unwrap_or((address, ""));
    if authority.contains('@') {
        return Err(PASSWORD);
    }
    let (host, port) = host_and_port(authority)?;
    let folder = folder.trim_matches('/');
    if folder.contains(['?', '#', '%']) {
        return Err("its folder has a character in it that means something else in an address");
    }
    is_plain_path(folder)?;
    let host = if host.contains(':') { format!("[{host}]") } else { host };
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    Ok(Webdav { server: format!("{scheme}://{host}{port}"), folder: format!("/{folder}") })
}

fn bucket(rest: &str) -> Result<Bucket, &'static str> {
    let (address, query) = query(rest, &["region", "endpoint"])?;
    let address = address.strip_prefix("//").ok_or("it names no bucket")?;
    let (bucket, prefix) = address.split_once('/').unwrap_or((address, ""));
    if bucket.contains('@') {
        return Err(PASSWORD);
    }
    let prefix = prefix.trim_matches('/').to_owned();
    is_plain_path(&prefix)?;
    let mut bucket = Bucket { name: name(bucket)?, prefix, region: None, endpoint: None };
    for (key, value) in query {
        if key == "region" {
            bucket.region = Some(name(value)?);
        } else {
            bucket.endpoint = Some(endpoint(value)?);
        }
    }
    Ok(bucket)
}

fn endpoint(text: &str) -> Result<String, &'static str> {
    let store = webdav(text).map_err(|_| "its endpoint is no `https://host`")?;
    Ok(format!("{}{}", store.server, store.folder.trim_end_matches('/')))
}

const PASSWORD: &str = "credentials do not belong into the settings of a desk";

/// Keys and their values.
type Pairs<'t> = Vec<(&'t str, &'t str)>;

/// What stands behind the question mark: only these keys, each at most once.
fn query<'t>(text: &'t str, keys: &[&str]) -> Result<(&'t str, Pairs<'t>), &'static str> {
    let Some((address, query)) = text.split_once('?') else { return Ok((text, Vec::new())) };
    let mut pairs = Pairs::new();
    for pair in query.split('&') {
        let (key, value) = pair
            .split_once('=')
            .filter(|(_, value)| !value.is_empty())
            .ok_or("what stands behind its `?` has no value")?;
        if !keys.contains(&key) || pairs.iter().any(|(known, _)| *known == key) {
            return Err("there is no such key behind its `?`, or it is there already");
        }
        pairs.push((key, value));
    }
    Ok((address, pairs))
}

fn host_and_port(text: &str) -> Result<(String, Option<u16>), &'static str> {
    let (host, port) = match text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        Some((address, port)) => {
            let address: std::net::Ipv6Addr = address.parse().map_err(|_| "its host is no address")?;
            (address.to_string(), port.strip_prefix(':'))
        }
        None => match text.split_once(':') {
            Some((host, port)) => (name(host)?, Some(port)),
            None => (name(text)?, None),
        },
    };
    let port = port.map(|port| port.parse().map_err(|_| "its port is no number up to 65535")).transpose()?;
    Ok((host, port))
}

/// A name that no program takes for an option, nor for anything but a name.
fn name(text: &str) -> Result<String, &'static str> {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "._-".contains(character);
    let is_name = text.starts_with(|first: char| first.is_ascii_alphanumeric()) && text.chars().all(is_plain);
    is_name
        .then(|| text.to_owned())
        .ok_or("one of its names is empty, or has a character in it that names do not have")
}

/// A path that leads nowhere but down, without a character that could end it.
fn is_plain_path(path: &str) -> Result<(), &'static str> {
    if path.chars().any(|it| it.is_control() || "\\\"'`$*[]{}".contains(it)) {
        return Err("its folder has a character in it that other programs would take for something else");
    }
    if path.split('/').any(|segment| matches!(segment, "." | "..")) {
        return Err("its folder leads upwards, or nowhere");
    }
    Ok(())
}

/// An address that may be shown: a password that somebody wrote into it is not repeated.
fn without_password(text: &str) -> String {
    match (text.find("//"), text.rfind('@')) {
        (Some(start), Some(end)) if start < end => {
            let (before, after) =
                (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
            format!("{before}//…{after}")
        }
        _ => text.to_owned(),
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
            Self::Remote(remote) => remote.fmt(f),
        }
    }
}

impl fmt::Display for Remote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ssh(ssh) => ssh.fmt(f),
            Self::Webdav(webdav) => write!(f, "webdav:{}{}", webdav.server, webdav.folder),
            Self::Bucket(bucket) => write!(f, "s3://{}/{}", bucket.name, bucket.prefix),
        }
    }
}

impl fmt::Display for Ssh {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ssh://")?;
        if let Some(user) = &self.user {
            write!(f, "{user}@")?;
        }
        if self.host.contains(':') { write!(f, "[{}]", self.host) } else { f.write_str(&self.host) }?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        if self.folder.starts_with('/') { f.write_str(&self.folder) } else { write!(f, "/~/{}", self.folder) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_shown_as_they_are_written() {
        for text in [
            "ssh://publisher@intranet:2222/srv/www/briefs",
            "ssh://intranet/~/briefs",
            "ssh://[2001:db8::1]:22/srv/www/briefs",
            "webdav:https://intranet/dav/briefs",
            "webdav:http://[::1]:8080/",
            "s3://bucket/briefs/today",
            "s3://bucket/",
        ] {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
        assert_eq!(parse("file:///srv/www").unwrap(), parse("file:/srv/www").unwrap());
        assert_eq!(parse("file:./~x").unwrap(), Address::Folder("./~x".into()));
        let Address::Remote(Remote::Bucket(bucket)) =
            parse("s3://b/x/?endpoint=http://127.0.0.1:9000/&region=eu-central-1").unwrap()
        else {
            panic!("no bucket")
        };
        assert_eq!(bucket.endpoint.as_deref(), Some("http://127.0.0.1:9000"));
        assert_eq!((bucket.prefix.as_str(), bucket.region.as_deref()), ("x", Some("eu-central-1")));
    }

    #[test]
    fn what_another_program_could_take_for_something_else_is_refused() {
        for text in [
            "/srv/www/briefs",
            "ftp://host/x",
            "file:",
            "file://",
            "file://host/srv/www",
            "file://www/briefs",
            "file:~/www",
            "file:~anna/www",
            "ssh://host",
            "ssh://host/",
            "ssh://host/~/",
            "ssh://-oProxyCommand=id/x",
            "ssh://-l@host/x",
            "ssh://us er@host/x",
            "ssh://user@host:99999/x",
            "ssh://user:secret@host/x",
            "ssh://host/x/../y",
            "ssh://host/$(id)",
            "ssh://host/a`id`",
            "ssh://host/x?option=1",
            "ssh://host/x?config=a&config=b",
            "ssh://[::1/x",
            "webdav://host/x",
            "webdav:ftp://host/x",
            "webdav:https://user:secret@host/x",
            "webdav:https://host/x?y",
            "webdav:https://host/%2e%2e/x",
            "s3:bucket/x",
            "s3:///x",
            "s3://key:secret@bucket/x",
            "s3://bucket/x?endpoint=host",
            "s3://bucket/x?endpoint=https://key:secret@host",
            "s3://bucket/../x",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_password_is_not_repeated() {
        assert_eq!(without_password("ssh://user:secret@host/x"), "ssh://…@host/x");
        assert_eq!(without_password("webdav:https://u:s@cret@host/x"), "webdav:https://…@host/x");
        assert_eq!(without_password("file:a@b"), "file:a@b");
    }
}
