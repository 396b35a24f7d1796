//! Whether the targets of a desk are apart, from each other, from the desk's own writing and from what attache keeps in the desk. What is published to one
//! would overwrite, or delete, what stands at another in the same place or inside it, and readers under the lower ceiling would have
//! what is meant for those under the higher one.
//!
//! Addresses are compared as they are written, without a look at any disk or host: in steps, from the kind and the host down to the
//! last folder.

use std::path::{Component, Path};

use super::address::{Address, Bucket, Flaw, Remote, Ssh, Webdav};
use super::{SITE, WAITING, WRITING};

/// Where an address leads, step by step.
type Steps = Vec<String>;

/// How two places meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meeting {
    /// They are the same.
    Same,
    /// One is inside the other.
    Nested,
}

/// How the places of two addresses of the desk in this folder meet, if they do.
pub(super) fn meeting(one: &Address, other: &Address, desk: &Path) -> Option<Meeting> {
    let (ones, others) = (places(one, desk), places(other, desk));
    if ones.first() == others.first() {
        return Some(Meeting::Same);
    }
    let mut pairs = ones.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    pairs.any(|(one, other)| one.starts_with(other) || other.starts_with(one)).then_some(Meeting::Nested)
}

/// Why an address of the desk in this folder cannot be had, if it is in a folder that attache itself needs there, or the desk.
pub(super) fn flaw(address: &Address, desk: &Path) -> Option<Flaw> {
    const HELP: &str = "choose another folder, such as `file:www`";
    let Address::Folder(path) = address else { return None };
    let steps = folder(path, desk);
    let is_in = |name: &str| steps.starts_with(&folder(Path::new(name), desk));
    if is_in(SITE) {
        return Some(("that is where `attache build` writes all of the desk, above any ceiling too", HELP));
    }
    if WRITING.iter().any(|name| is_in(name)) {
        return Some(("that is in a folder that the desk keeps its own writing in", HELP));
    }
    if is_in(WAITING) {
        return Some(("that is a folder which attache keeps for itself", HELP));
    }
    let is_around = folder(Path::new("."), desk).starts_with(&steps);
    is_around.then_some(("that is the desk itself, or a folder that the desk is in", HELP))
}

/// The place of an address, and behind it what else is written to: the releases of a folder.
fn places(address: &Address, desk: &Path) -> Vec<Steps> {
    match address {
        Address::Folder(path) => {
            let folder = folder(path, desk);
            let mut releases = folder.clone();
            let name = releases.pop().unwrap_or_default();
            releases.push(format!(".{name}.releases"));
            vec![folder, releases]
        }
        Address::Remote(Remote::Ssh(address)) => vec![ssh(address)],
        Address::Remote(Remote::Webdav(address)) => vec![webdav(address)],
        Address::Remote(Remote::Bucket(address)) => vec![bucket(address)],
    }
}

fn folder(path: &Path, desk: &Path) -> Steps {
    let path = desk.join(path);
    let path = std::path::absolute(&path).unwrap_or(path);
    let mut steps = vec!["file".to_owned()];
    for part in path.components() {
        match part {
            Component::RootDir | Component::CurDir => {}
            Component::ParentDir => steps.truncate((steps.len() - 1).max(1)),
            Component::Prefix(_) | Component::Normal(_) => {
                steps.push(part.as_os_str().to_string_lossy().into_owned());
            }
        }
    }
    steps
}

/// Whoever goes there, and with whatever configuration: it is the same folder. Only a home is another one for each user.
fn ssh(address: &Ssh) -> Steps {
    let port = address.port.unwrap_or(22);
    let from = match &address.user {
        _ if address.folder.starts_with('/') => String::new(),
        user => format!("~{}", user.as_deref().unwrap_or_default()),
    };
    under(["ssh".to_owned(), address.host.to_ascii_lowercase(), port.to_string(), from], &address.folder)
}

fn webdav(address: &Webdav) -> Steps {
    under(["webdav".to_owned(), server(&address.server)], &address.folder)
}

fn bucket(address: &Bucket) -> Steps {
    let store = address.endpoint.as_deref().map(server).unwrap_or_default();
    under(["s3".to_owned(), store, address.name.clone()], &address.prefix)
}

/// A server, however it is spoken to.
fn server(address: &str) -> String {
    let (scheme, host) = address.split_once("://").unwrap_or(("", address));
    let port = if scheme == "http" { ":80" } else { ":443" };
    host.strip_suffix(port).unwrap_or(host).to_ascii_lowercase()
}

fn under<const N: usize>(root: [String; N], folder: &str) -> Steps {
    let folders = folder.split('/').filter(|step| !step.is_empty()).map(str::to_owned);
    root.into_iter().chain(folders).collect()
}

#[cfg(test)]
mod tests {
    use super::super::address::parse;
    use super::*;

    fn met(one: &str, other: &str) -> Option<Meeting> {
        let (one, other) = (parse(one).unwrap(), parse(other).unwrap());
        let found = meeting(&one, &other, Path::new("/srv/desk"));
        assert_eq!(found, meeting(&other, &one, Path::new("/srv/desk")));
        found
    }

    #[test]
    fn one_place_is_known_however_it_is_written() {
        for (one, other) in [
            ("file:www/x", "file:www/x"),
            ("file:www/x", "file:www/./x/"),
            ("file:www/x", "file:www//x"),
            ("file:www/x", "file:/srv/desk/www/x"),
            ("file:www/x", "file:///srv/desk/www/x"),
            ("ssh://host/srv/x", "ssh://anna@HOST:22/srv//x/?config=other"),
            ("ssh://anna@host/~/x", "ssh://anna@host:22/~/x/"),
            ("webdav:https://host/x", "webdav:https://Host:443/x/"),
            ("webdav:https://host/x", "webdav:http://host:80/x"),
            ("s3://bucket/x", "s3://bucket/x/?region=eu-central-1"),
        ] {
            assert_eq!(met(one, other), Some(Meeting::Same), "{one} {other}");
        }
    }

    #[test]
    fn what_attache_needs_in_the_desk_is_no_place_for_a_target() {
        let flaw = |url| flaw(&parse(url).unwrap(), Path::new("/srv/desk")).map(|(flaw, _)| flaw);
        for url in ["file:site", "file:./site/", "file:/srv/desk/site/pub"] {
            assert!(flaw(url).unwrap().contains("`attache build`"), "{url}");
        }
        for url in ["file:.attache", "file:.attache/x", "file:/srv/desk/.attache/x"] {
            assert!(flaw(url).unwrap().contains("keeps for itself"), "{url}");
        }
        for url in ["file:briefs", "file:briefs/out", "file:templates", "file:/srv/desk/locales/"] {
            assert!(flaw(url).unwrap().contains("its own writing"), "{url}");
        }
        for url in ["file:.", "file:/srv/desk", "file:/srv", "file:/"] {
            assert!(flaw(url).unwrap().contains("the desk itself"), "{url}");
        }
        for url in [
            "file:sites",
            "file:briefings",
            "file:/srv/desks",
            "file:www/site",
            "file:/srv/site",
            "file:.attaches",
            "ssh://host/srv/desk/site",
        ] {
            assert_eq!(flaw(url), None, "{url}");
        }
    }

    #[test]
    fn one_place_inside_another_is_known() {
        for (one, other) in [
            ("file:www", "file:www/pub"),
            ("file:/", "file:www/pub"),
            ("file:www/pub", "file:www/.pub.releases"),
            ("file:www/pub", "file:www/.pub.releases/x"),
            ("ssh://host/srv", "ssh://host/srv/x"),
            ("webdav:https://host/", "webdav:https://host/x"),
            ("s3://bucket", "s3://bucket/x"),
        ] {
            assert_eq!(met(one, other), Some(Meeting::Nested), "{one} {other}");
        }
    }

    #[test]
    fn places_that_are_apart_are_left_alone() {
        for (one, other) in [
            ("file:www/a", "file:www/b"),
            ("file:www/a", "file:www/ab"),
            ("file:/srv/x", "ssh://host/srv/x"),
            ("ssh://host/srv/x", "ssh://other/srv/x"),
            ("ssh://host/srv/x", "ssh://host:2222/srv/x"),
            ("ssh://anna@host/~/x", "ssh://ben@host/~/x"),
            ("ssh://anna@host/~/x", "ssh://anna@host/x"),
            ("webdav:https://host/x", "webdav:https://host:8443/x"),
            ("s3://bucket/x", "s3://other/x"),
            ("s3://bucket/x", "s3://bucket/x?endpoint=https://objects.intranet"),
            ("s3://bucket/a", "s3://bucket/ab"),
        ] {
            assert_eq!(met(one, other), None, "{one} {other}");
        }
    }
}
