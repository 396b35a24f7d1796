//! A site is published to real servers: over SSH with and without rsync, to WebDAV, to an object store.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::project::{Project, Run, brief};
use crate::servers::{Lets, Server, sshd};

/// The folder of the desk: nothing in its name is taken for anything else on the way.
const DESK: &str = "a desk, [it's] #1 $x";

fn at_desk(path: &str) -> String {
    format!("{DESK}/{path}")
}

/// A server with a desk that publishes to it.
struct Place {
    project: Project,
    server: Server,
    site: Site,
    environment: &'static [(&'static str, &'static str)],
}

/// Where the files of the site are looked at.
enum Site {
    Folder(PathBuf),
    #[cfg(feature = "remote")]
    Bucket(bucket::Bucket),
}

impl Place {
    fn new(server: Server, url: &str, site: Site) -> Self {
        let project = (0..5).fold(Project::new(), |project, index| {
            project.file(&at_desk(&format!("briefs/b{index}.yaml")), brief(index))
        });
        let target = format!("targets: [{{name: there, url: '{url}', ceiling: TLP:GREEN}}]\n");
        Self { project: project.file(&at_desk("attache.yaml"), target), server, site, environment: &[] }
    }

    fn over_ssh(lets: Lets) -> Option<Self> {
        let server = sshd(lets)?;
        let at = server.folder.path().display().to_string();
        let url = format!("ssh://127.0.0.1:{}{at}/the site?config=ssh/the client", server.port);
        let site = Site::Folder(server.folder.path().join("the site"));
        let client = fs::read_to_string(server.folder.path().join("client")).unwrap();
        let place = Self::new(server, &url, site);
        place.project.write(&at_desk("ssh/the client"), client);
        Some(place)
    }

    #[cfg(feature = "remote")]
    fn on_webdav() -> Option<Self> {
        let server = crate::servers::webdav()?;
        let url = format!("webdav:http://127.0.0.1:{}/in/site", server.port);
        let site = Site::Folder(server.folder.path().join("files/in/site"));
        let environment = &[("ATTACHE_WEBDAV_USER", "user"), ("ATTACHE_WEBDAV_PASSWORD", "word")];
        Some(Self { environment, ..Self::new(server, &url, site) })
    }

    #[cfg(feature = "remote")]
    fn in_a_bucket() -> Option<Self> {
        let server = crate::servers::object_store()?;
        let url = format!("s3://briefs/site?endpoint=http://127.0.0.1:{}", server.port);
        let site = Site::Bucket(bucket::Bucket::made(server.port, "briefs", "site/"));
        let environment = &[
            ("AWS_ACCESS_KEY_ID", "key"),
            ("AWS_SECRET_ACCESS_KEY", "word"),
            ("AWS_EC2_METADATA_DISABLED", "true"),
        ];
        Some(Self { environment, ..Self::new(server, &url, site) })
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(["publish", "--desk", DESK]).args(arguments).current_dir(self.project.path(""));
        // Where files in between are kept; nothing in this name means anything either.
        let between = self.project.path("in %d between");
        fs::create_dir_all(&between).unwrap();
        command.envs(self.environment.iter().copied()).env("TMPDIR", between).stdin(Stdio::null());
        command
    }

    fn publish(&self, arguments: &[&str]) -> Run {
        Run::from(&self.command(arguments).output().unwrap())
    }

    fn fine(&self, arguments: &[&str]) -> Run {
        let run = self.publish(arguments);
        assert_eq!(run.code, 0, "{run:?}");
        run
    }

    fn has(&self, path: &str) -> bool {
        self.site.read(path).is_some()
    }

    fn page(&self, path: &str) -> String {
        self.site.read(path).unwrap()
    }

    fn title(&self, index: usize, title: &str) {
        let text = brief(index).replace("title: ", &format!("title: {title}, "));
        self.project.write(&at_desk(&format!("briefs/b{index}.yaml")), text);
    }

    fn drop_brief(&self, index: usize) {
        fs::remove_file(self.project.path(&at_desk(&format!("briefs/b{index}.yaml")))).ok();
    }

    /// The names of our own files that a publication leaves behind.
    fn own(&self) -> Vec<String> {
        let names = self.site.names().into_iter();
        names.filter(|name| name.starts_with(".attache")).collect()
    }
}

impl Site {
    /// A file, if it is there.
    fn read(&self, path: &str) -> Option<String> {
        match self {
            Self::Folder(folder) => fs::read_to_string(folder.join(path)).ok(),
            #[cfg(feature = "remote")]
            Self::Bucket(bucket) => bucket.read(path),
        }
    }

    /// Puts somebody else's file there.
    fn put(&self, path: &str, text: &str) {
        match self {
            Self::Folder(folder) => {
                let file = folder.join(path);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                #[expect(
                    clippy::disallowed_methods,
                    reason = "somebody else's file, not an output of the tool"
                )]
                fs::write(file, text).unwrap();
            }
            #[cfg(feature = "remote")]
            Self::Bucket(bucket) => bucket.put(path, text),
        }
    }

    fn remove(&self, path: &str) {
        match self {
            Self::Folder(folder) => fs::remove_file(folder.join(path)).unwrap(),
            #[cfg(feature = "remote")]
            Self::Bucket(bucket) => bucket.remove(path),
        }
    }

    /// Every file, by its path, sorted.
    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        match self {
            Self::Folder(folder) => walk(folder, folder, &mut names),
            #[cfg(feature = "remote")]
            Self::Bucket(bucket) => names = bucket.names(),
        }
        names.sort();
        names
    }
}

/// A file may go meanwhile.
fn walk(root: &Path, folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(root, &path, names);
        } else {
            names.push(path.strip_prefix(root).unwrap().to_string_lossy().into_owned());
        }
    }
}

/// A bucket of the object store, over plain HTTP.
#[cfg(feature = "remote")]
mod bucket {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    pub(super) struct Bucket {
        port: u16,
        name: &'static str,
        prefix: &'static str,
    }

    impl Bucket {
        pub(super) fn made(port: u16, name: &'static str, prefix: &'static str) -> Self {
            let bucket = Self { port, name, prefix };
            assert_eq!(bucket.send("PUT", "", "").0, 200);
            bucket
        }

        /// The status, the head and the body of an answer.
        fn send(&self, method: &str, path: &str, body: &str) -> (u16, String, String) {
            let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
            let request = format!(
                "{method} /{}{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\
                 Authorization: AWS4-HMAC-SHA256 Credential=key/20250101/us-east-1/s3/aws4_request, \
                 SignedHeaders=host, Signature=0\r\n\r\n{body}",
                self.name,
                body.len()
            );
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            let (head, body) = answer.split_once("\r\n\r\n").unwrap();
            (head.split(' ').nth(1).unwrap().parse().unwrap(), head.to_lowercase(), body.to_owned())
        }

        fn path(&self, path: &str) -> String {
            format!("/{}{path}", self.prefix)
        }

        pub(super) fn read(&self, path: &str) -> Option<String> {
            let (status, _, body) = self.send("GET", &self.path(path), "");
            (status == 200).then_some(body)
        }

        pub(super) fn head(&self, path: &str) -> String {
            self.send("GET", &self.path(path), "").1
        }

        pub(super) fn put(&self, path: &str, text: &str) {
            assert_eq!(self.send("PUT", &self.path(path), text).0, 200);
        }

        pub(super) fn remove(&self, path: &str) {
            assert_eq!(self.send("DELETE", &self.path(path), "").0, 204);
        }

        pub(super) fn names(&self) -> Vec<String> {
            let (_, _, list) = self.send("GET", &format!("?list-type=2&prefix={}", self.prefix), "");
            assert!(list.contains("<IsTruncated>false<"), "{list}");
            let keys = list.split("<Key>").skip(1).filter_map(|rest| rest.split_once("</Key>"));
            keys.map(|(key, _)| key.strip_prefix(self.prefix).unwrap().to_owned()).collect()
        }
    }
}

/// What holds wherever a site is published to.
fn holds(place: &Place) {
    let run = place.fine(&["--dry-run"]);
    assert!(run.out.lines().all(|line| line.starts_with("new ")), "{run:?}");
    assert!(!place.has("index.html"));
    place.fine(&[]);
    assert!(place.page("briefs/b0.html").ends_with("</html>\n"));
    assert!(place.fine(&["--verify"]).err.contains(" 0 not as published"));
    assert!(place.fine(&[]).err.contains("nothing to publish"));
    assert_eq!(place.own(), [".attache-manifest"]);

    place.title(0, "Other");
    place.title(7, "Another");
    place.drop_brief(1);
    let plan = place.fine(&["--dry-run"]);
    assert!(plan.out.contains("changed  briefs/b0.html\n"), "{plan:?}");
    assert!(plan.out.contains("new      briefs/b7.html\n") && plan.out.contains("deleted  briefs/b1.html\n"));
    assert!(!plan.out.contains("b3.html"), "{plan:?}");
    place.fine(&["--yes"]);
    assert!(place.page("briefs/b0.html").contains("Other") && place.has("briefs/b7.html"));
    assert!(!place.has("briefs/b1.html") && !place.has("questions/matter-1.html"));
    assert!(place.fine(&["--verify"]).err.contains(" 0 not as published"));

    place.site.put("briefs/b2.html", "somebody else");
    place.site.remove("index.html");
    let run = place.publish(&["--verify"]);
    assert_eq!((run.code, run.out.as_str()), (7, "different briefs/b2.html\nmissing   index.html\n"));
    assert_eq!(place.publish(&["--rollback"]).code, 4);

    // What a killed publication left beside its place goes with the next one.
    place.site.put(".attache-tmp-upload", "half");
    place.title(0, "Third");
    place.fine(&["--yes"]);
    assert_eq!(place.own(), [".attache-manifest"]);
}

/// Of two that publish, the second is told; and it can go on if the first is known to be gone.
fn tells_the_second(place: &Place) {
    place.fine(&[]);
    place.site.put(".attache-claims/somebody-else", "");
    place.title(0, "Other");
    let run = place.publish(&[]);
    assert!(run.code == 5 && run.err.contains("`--take-over`"), "{run:?}");
    assert!(!place.page("briefs/b0.html").contains("Other"));
    place.fine(&["--dry-run"]);
    place.fine(&["--take-over"]);
    assert!(place.page("briefs/b0.html").contains("Other"));
    assert_eq!(place.own(), [".attache-manifest"]);
}

/// A place with files that are not ours is left as it is.
fn refuses_what_is_not_ours(place: &Place) {
    place.site.put("index.html", "somebody else");
    let run = place.publish(&["--yes"]);
    assert_eq!(run.code, 4, "{run:?}");
    assert!(run.err.contains("has files in it that attache did not write"), "{run:?}");
    assert!(place.own().is_empty() && place.page("index.html") == "somebody else");
}

/// Killed at any moment, a publication leaves whole pages, and the next one completes it.
fn survives_kills(place: &Place) {
    let began = Instant::now();
    place.fine(&[]);
    let whole = began.elapsed();
    let mut killed = 0;
    for number in 0_u32..50 {
        place.title(0, &format!("Number {number}"));
        // Each has a page that the one before does not have, and lacks one that it has.
        let index = |number| 10 + usize::try_from(number % 3).unwrap();
        place.title(index(number), "New");
        place.drop_brief(index(number + 1));
        let mut child = place.command(&["--yes"]).stderr(Stdio::null()).spawn().unwrap();
        // Moments all over what a publication takes, in an order that is always the same.
        std::thread::sleep(whole.mul_f64(f64::from(number * 37 % 50) / 45.0));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        pages_are_whole(&place.site);
    }
    assert!(killed > 10, "{killed}");
    settled(place);
    assert!(place.page("briefs/b0.html").contains("Number 49"));
    assert!(place.fine(&["--verify"]).err.contains(" 0 not as published"));
    assert_eq!(place.own(), [".attache-manifest"]);
}

/// What a killed publication has started there may still be at its last request for a moment.
fn settled(place: &Place) {
    std::thread::sleep(Duration::from_secs(1));
    place.fine(&["--yes"]);
}

fn pages_are_whole(site: &Site) {
    let is_html = |name: &str| Path::new(name).extension().is_some_and(|it| it == "html");
    let is_page = |name: &String| is_html(name) && !name.starts_with(".attache");
    for name in site.names().into_iter().filter(is_page) {
        // It may be gone meanwhile.
        if let Some(page) = site.read(&name) {
            assert!(page.ends_with("</html>\n"), "{name} is cut off");
        }
    }
}

#[cfg(feature = "remote")]
#[test]
fn an_object_store_is_told_what_files_are_and_who_may_keep_them() {
    let Some(place) = Place::in_a_bucket() else { return };
    place.fine(&[]);
    let Site::Bucket(bucket) = &place.site else { panic!("no bucket") };
    for (path, kind) in [
        ("index.html", "text/html; charset=utf-8"),
        ("feed.atom", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
        ("calendar.ics", "text/calendar; charset=utf-8"),
        ("briefs/b0.md", "text/markdown; charset=utf-8"),
        ("search/manifest.js", "text/javascript; charset=utf-8"),
    ] {
        let head = bucket.head(path);
        assert!(head.contains(&format!("content-type: {kind}")), "{path}: {head}");
        assert!(head.contains("cache-control: private, no-cache"), "{path}: {head}");
    }
}

#[test]
fn a_host_that_cannot_be_reached_is_an_error_that_says_why() {
    let Some(place) = Place::over_ssh(Lets::Commands) else { return };
    let settings = place.project.read(&at_desk("attache.yaml"));
    let at = place.server.folder.path();
    // Nobody listens on port 1; and whoever answers with another key is not whom the desk means.
    place
        .project
        .write(&at_desk("attache.yaml"), settings.replace(&format!(":{}/", place.server.port), ":1/"));
    let run = place.publish(&[]);
    assert!(run.code == 4 && run.err.contains("ssh says: ") && run.err.contains("refused"), "{run:?}");
    place.project.write(&at_desk("attache.yaml"), &settings);
    let known = fs::read_to_string(at.join("known")).unwrap();
    let other = fs::read_to_string(at.join("user.pub")).unwrap();
    let host = known.split(' ').next().unwrap();
    place.project.write("known", format!("{host} {other}"));
    fs::rename(place.project.path("known"), at.join("known")).unwrap();
    let run = place.publish(&[]);
    assert!(run.code == 4 && run.err.contains("Host key verification failed"), "{run:?}");
    // A configuration that is not there, and a folder whose parent is not.
    place.project.write(&at_desk("attache.yaml"), settings.replace("/the client", "/nobody"));
    let run = place.publish(&[]);
    assert!(run.code == 4 && run.err.contains("nobody"), "{run:?}");
    assert!(!place.has(".attache-manifest"));
}

#[cfg(not(feature = "remote"))]
#[test]
fn what_is_not_built_in_is_named() {
    for url in ["webdav:https://host.example/x", "s3://bucket/x"] {
        let target = format!("targets: [{{name: there, url: '{url}', ceiling: TLP:GREEN}}]\n");
        let project = Project::with_briefs(1).file("attache.yaml", target);
        let run = project.run(&["publish"]);
        assert!(run.code == 4 && run.err.contains("--features remote"), "{run:?}");
    }
}

macro_rules! everywhere {
    ($($(#[$condition:meta])* $name:ident: $place:expr;)+) => { $(
        $(#[$condition])*
        mod $name {
            use super::*;

            #[test]
            fn what_has_changed_is_carried_and_read_back() {
                let Some(place) = $place else { return };
                holds(&place);
            }

            #[test]
            fn the_second_of_two_is_told() {
                let Some(place) = $place else { return };
                tells_the_second(&place);
            }

            #[test]
            fn what_is_not_ours_is_left_alone() {
                let Some(place) = $place else { return };
                refuses_what_is_not_ours(&place);
            }

            #[test]
            fn a_killed_publication_leaves_whole_pages() {
                let Some(place) = $place else { return };
                survives_kills(&place);
            }
        }
    )+ };
}

everywhere! {
    ssh_with_rsync: Place::over_ssh(Lets::Commands);
    ssh_with_sftp_alone: Place::over_ssh(Lets::SftpAlone);
    #[cfg(feature = "remote")]
    webdav: Place::on_webdav();
    #[cfg(feature = "remote")]
    object_store: Place::in_a_bucket();
}
