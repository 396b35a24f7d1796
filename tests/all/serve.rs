//! `attache serve`: pages over real connections, anew after each change, and nothing that stops it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::browser::Browser;
use crate::expected::folder;
use crate::project::{Project, brief};

/// More than any machine needs: nothing here measures time.
const DEADLINE: Duration = Duration::from_secs(30);

/// A preview that ends with the test.
struct Served<'p> {
    child: Child,
    port: u16,
    project: &'p Project,
}

/// An answer.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl<'p> Served<'p> {
    fn start(project: &'p Project) -> Self {
        Self::with(project, &["--port", "0"])
    }

    fn with(project: &'p Project, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_attache"))
            .arg("serve")
            .args(arguments)
            .current_dir(project.path(""))
            .stdout(Stdio::piped())
            .stderr(fs::File::options().create(true).append(true).open(project.path("serve.log")).unwrap())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim_end().trim_end_matches('/').rsplit(':').next().unwrap().parse();
        Self { child, port: port.unwrap_or_else(|error| panic!("{line:?}: {error}")), project }
    }

    fn connect(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    fn send(&self, request: &str) -> Answer {
        let mut bytes = Vec::new();
        self.connect(request).read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").expect("no head") + 4;
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: bytes[end..].to_vec() }
    }

    fn get(&self, path: &str) -> Answer {
        self.send(&format!("GET /{path} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port))
    }

    /// Asks for a page until it is as it should be.
    fn until(&self, path: &str, what: &str, right: impl Fn(&Answer) -> bool) -> Answer {
        let began = Instant::now();
        loop {
            let answer = self.get(path);
            if right(&answer) {
                return answer;
            }
            assert!(began.elapsed() < DEADLINE, "{path}: {what}\n{}{}", answer.head, answer.panel());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn until_it_says(&self, path: &str, text: &str) -> Answer {
        self.until(path, text, |answer| answer.text().contains(text))
    }

    fn log(&self) -> String {
        self.project.read("serve.log")
    }
}

impl Drop for Served<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What is laid over the page.
    fn panel(&self) -> String {
        let text = self.text();
        let panel =
            text.split_once("<aside class=\"attache-preview").and_then(|(_, it)| it.split_once("</aside>"));
        panel.map(|(panel, _)| panel.to_owned()).unwrap_or_default()
    }

    /// The version that the page says it is of.
    fn version(&self) -> String {
        let text = self.text();
        text.split("data-version=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    /// The page as it was before something was laid over it.
    fn as_built(&self) -> String {
        let text = self.text();
        let (before, script) = text.split_once("<script data-version=").unwrap();
        let after = script.split_once("</script>\n").unwrap().1;
        let policy =
            text.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
        let own: Vec<_> = policy.split("; ").filter(|it| *it != "connect-src 'self'").collect();
        let own: Vec<_> = own.iter().map(|it| without_ours(it)).filter(|it| it != "script-src").collect();
        format!("{before}{after}").replace(policy, &own.join("; "))
    }
}

/// A directive without the source that was added at its end.
fn without_ours(directive: &str) -> String {
    let is_ours = directive.starts_with("style-src") || directive.starts_with("script-src");
    if is_ours { directive.rsplit_once(' ').unwrap().0.to_owned() } else { directive.to_owned() }
}

fn is_page(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == "html")
}

#[test]
fn every_file_of_a_build_is_served_as_it_is_built() {
    // Its lists go over several pages.
    let project = Project::of_desk(&folder("desks/lake-oro"));
    let run = project.run(&["build", "--out", "built"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let served = Served::start(&project);
    let mut pages = 0;
    for (name, content) in project.tree("built") {
        if name.starts_with('.') {
            continue;
        }
        let answer = served.get(&name);
        assert_eq!(answer.status, 200, "{name}");
        if is_page(&name) {
            let built = String::from_utf8(content).unwrap();
            assert!(!built.contains("_attache/events"), "{name}");
            assert_eq!(answer.as_built(), built, "{name}");
            pages += 1;
        } else {
            assert!(answer.body == content, "{name}: {}", answer.text());
        }
    }
    assert!(pages > 40, "{pages}");
    for (name, kind) in [
        ("", "text/html; charset=utf-8"),
        ("feed.atom", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
        ("calendar.ics", "text/calendar; charset=utf-8"),
        ("briefs.ndjson", "application/x-ndjson"),
        ("published.json", "application/json"),
    ] {
        assert!(served.get(name).head.contains(&format!("Content-Type: {kind}\r\n")), "{name}");
    }
    assert!(!project.path("site").exists(), "a preview writes nothing");
}

#[test]
fn a_save_is_told_to_open_pages_and_shown() {
    let project = Project::with_briefs(2);
    let served = Served::start(&project);
    let version = served.get("briefs/b1.html").version();
    let mut events = BufReader::new(
        served
            .connect(&format!("GET /_attache/events?version={version} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")),
    );
    project.write("briefs/b1.yaml", brief(1).replace("Brief 1", "The invented ferry"));
    let mut line = String::new();
    while !line.starts_with("data: ") {
        line.clear();
        assert!(events.read_line(&mut line).unwrap() > 0, "the stream of events ended");
    }
    let page = served.get("briefs/b1.html");
    assert!(page.text().contains("The invented ferry"), "an event, and the page is old");
    assert_eq!(line.trim_end(), format!("data: {}", page.version()));
    assert!(served.get("index.html").text().contains("The invented ferry"));
    served.project.write("briefs/new.yaml", brief(5));
    served.until("briefs/new.html", "a new brief", |it| it.status == 200);
    assert!(served.log().lines().last().unwrap().starts_with("1 file read in "), "{}", served.log());
}

#[test]
fn renames_and_deletions_are_followed() {
    let project = Project::with_briefs(3);
    let served = Served::start(&project);
    assert_eq!(served.get("briefs/b2.html").status, 200);
    fs::rename(project.path("briefs/b2.yaml"), project.path("briefs/ferry.yaml")).unwrap();
    served.until("briefs/b2.html", "renamed", |it| it.status == 404);
    assert_eq!(served.get("briefs/ferry.html").status, 200);
    for name in ["b0", "b1", "ferry"] {
        fs::remove_file(project.path(&format!("briefs/{name}.yaml"))).unwrap();
    }
    served.until("briefs/ferry.html", "deleted", |it| it.status == 404);
    served.until("", "an empty desk", |it| it.status == 200 && !it.text().contains("Brief 0"));
    project.write("briefs/b7.yaml", brief(7));
    served.until_it_says("", "Brief 7");
}

#[test]
fn a_broken_brief_is_told_of_over_its_last_good_page() {
    let project = Project::with_briefs(2);
    let served = Served::start(&project);
    assert!(!served.get("briefs/b1.html").text().contains("attache-preview"));
    project.write("briefs/b1.yaml", "schema: 1\n<b>half</b>: 1\n");
    let page = served.until_it_says("briefs/b1.html", "attache-preview");
    let text = page.text();
    assert!(text.contains("Brief 1</h1>"), "{text}");
    let panel = page.panel();
    assert!(panel.contains("error[A011]") && panel.contains("briefs/b1.yaml:1:1"), "{panel}");
    assert!(panel.contains("&lt;b&gt;half") && !text.contains("<b>half"), "{panel}");
    assert!(served.get("briefs/b0.html").text().contains("error[A011]"), "errors are the whole desk's");
    // The panel and the script are what the policy admits besides.
    let policy =
        text.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(policy.matches("sha256-").count(), 3, "{policy}");
    assert!(policy.contains("connect-src 'self'"), "{policy}");
    project.write("briefs/b1.yaml", brief(1).replace("is invented", "is <b>mended</b>"));
    let page = served.until_it_says("briefs/b1.html", "mended");
    assert!(page.text().contains("warning[A061]"), "{}", page.panel());
    assert!(!served.get("briefs/b0.html").text().contains("warning[A061]"), "warnings are the brief's own");
}

#[test]
fn broken_settings_and_templates_are_told_of() {
    let project = Project::with_briefs(1).file("attache.yaml", "title: Watch\n");
    let served = Served::start(&project);
    served.until_it_says("", "Watch");
    project.write("attache.yaml", "titel: Other\n");
    let page = served.until_it_says("", "did you mean `title`?").text();
    assert!(page.contains("<title>") && page.contains("Watch"), "{page}");
    project.write("attache.yaml", "title: Third\n");
    served.until("", "mended", |it| it.text().contains("Third") && !it.text().contains("attache-preview"));
    let extends = "{% extends \"builtin/brief.html\" %}{% block bottom_line %}";
    project.write("templates/brief.html", format!("{extends}House style{{% endblock %}}"));
    served.until_it_says("briefs/b0.html", "House style");
    // One that is no template, and one that fails when it is rendered.
    for wrong in ["{% if %}", "{{ brief.no_such_field }}"] {
        project.write("templates/brief.html", format!("{extends}{wrong}{{% endblock %}}"));
        let page = served.until_it_says("briefs/b0.html", "error[A09").text();
        assert!(page.contains("House style") && page.contains("templates/brief.html"), "{page}");
        project.write("templates/brief.html", format!("{extends}House style{{% endblock %}}"));
        served.until("briefs/b0.html", "mended", |it| !it.text().contains("error[A09"));
    }
    // A link to nothing.
    let link = "<a href=\"../nowhere.html#a\">a</a> <a href=\"../index.html\">b</a> <a href=\"https://c.example/\">c</a>";
    project.write("templates/brief.html", format!("{extends}{link}{{% endblock %}}"));
    let page = served.until_it_says("briefs/b0.html", "leads nowhere: ../nowhere.html#a").text();
    assert_eq!(page.matches("leads nowhere").count(), 1, "{page}");
    fs::remove_file(project.path("templates/brief.html")).unwrap();
    served.until("briefs/b0.html", "the built-in", |it| !it.text().contains("House style"));
}

#[test]
fn the_text_of_an_article_is_watched_too() {
    let quoting = brief(0)
        + "article: {text: ../articles/port.txt}\n\
           sources: [{id: a, name: A, kind: person, descriptor: Invented}]\n\
           key_facts:\n  - {id: f, text: It is invented., status: claimed, said_by: a, quotes: [{text: the port reopens}]}\n";
    let project = Project::new()
        .file("briefs/b0.yaml", quoting)
        .file("articles/port.txt", "A said that the port reopens.");
    let served = Served::start(&project);
    served.until("briefs/b0.html", "the quote is there", |it| !it.text().contains("A121"));
    project.write("articles/port.txt", "A said that the port stays closed.");
    served.until_it_says("briefs/b0.html", "[A121]");
}

#[test]
fn only_this_machine_can_read_and_only_the_site() {
    let project = Project::with_briefs(1).file("attache.yaml", "title: Not to be served as a file\n");
    let served = Served::start(&project);
    let ask = |head: &str| served.send(&format!("{head}\r\n\r\n")).status;
    assert_eq!(ask("GET / HTTP/1.1\r\nHost: [::1]"), 200);
    assert_eq!(ask("GET / HTTP/1.1\r\nHost: briefs.example"), 403);
    assert_eq!(ask("GET / HTTP/1.1"), 400);
    assert_eq!(ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0"), 405);
    assert_eq!(ask("DELETE /briefs/b0.html HTTP/1.1\r\nHost: localhost"), 405);
    assert_eq!(ask("nonsense"), 400);
    for path in [
        "../attache.yaml",
        "%2e%2e/attache.yaml",
        "attache.yaml",
        "briefs/b0.yaml",
        "briefs/../../attache.yaml",
        "/etc/passwd",
        "_attache/",
        "briefs/",
        "questions/matter-0/9.html",
    ] {
        let answer = served.get(path);
        assert_eq!(answer.status, 404, "{path}");
        let text = answer.text();
        assert!(text.contains("<title>") && !text.contains("title: Not"), "{path}: {text}");
    }
    let head = served.send("HEAD /briefs/b0.html HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert!(head.head.contains("X-Content-Type-Options: nosniff\r\n"), "{}", head.head);
    // Somebody who sends without end, or nothing at all, is in nobody's way.
    let endless = served.send(&format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n", "x".repeat(20_000)));
    assert_eq!(endless.status, 400);
    let _silent: Vec<_> = (0..20).map(|_| served.connect("")).collect();
    assert_eq!(served.get("").status, 200);
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let project = Project::with_briefs(1);
    let served = Served::with(&project, &["--port", &port.to_string()]);
    assert!(served.port > port, "{} {port}", served.port);
    assert_eq!(served.get("").status, 200);
    assert!(
        served.log().starts_with(&format!("port {port} is taken; using {}\n", served.port)),
        "{}",
        served.log()
    );
}

#[test]
fn to_listen_to_others_has_to_be_asked_for() {
    let project = Project::with_briefs(1);
    let served = Served::with(&project, &["--port", "0", "--bind", "0.0.0.0"]);
    let said = "listening on 0.0.0.0: whoever can reach it can read every brief of this desk\n";
    assert!(served.log().starts_with(said), "{}", served.log());
    assert_eq!(served.send("GET / HTTP/1.1\r\nHost: desk.example\r\n\r\n").status, 200);
    let run = project.run(&["serve", "nowhere"]);
    assert_eq!((run.code, run.err.as_str()), (2, "error: nowhere is no folder\n"));
}

#[test]
fn an_open_page_follows_what_is_written() {
    let Some(browser) = Browser::find() else { return };
    let project = Project::with_briefs(2);
    let served = Served::start(&project);
    let address = format!("http://127.0.0.1:{}/briefs/b1.html", served.port);
    let brief = project.path("briefs/b1.yaml");
    let (code, report) = browser.run("preview.mjs", &[Path::new(&address), &brief]);
    assert_eq!((code, report.as_str()), (Some(0), ""));
}

#[test]
#[cfg(target_os = "linux")]
fn the_browser_is_the_systems() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::with_briefs(1).file("bin/xdg-open", "#!/bin/sh\necho \"$1\" > opened\n");
    fs::set_permissions(project.path("bin/xdg-open"), fs::Permissions::from_mode(0o755)).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_attache"))
        .args(["serve", "--port", "0", "--open"])
        .current_dir(project.path(""))
        .env("PATH", format!("{}:/usr/bin:/bin", project.path("bin").display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let began = Instant::now();
    while fs::read_to_string(project.path("opened")).unwrap_or_default() != line {
        assert!(began.elapsed() < DEADLINE, "{line}");
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn nothing_that_happens_to_files_stops_it() {
    saves(Duration::from_secs(8));
}

#[test]
#[ignore = "takes an hour"]
fn nothing_that_happens_to_files_in_an_hour_stops_it() {
    saves(Duration::from_hours(1));
}

/// Saves in the ways that editors save, over and over; in the end the preview is what a build would be.
fn saves(how_long: Duration) {
    let project = Project::with_briefs(6);
    let served = Served::start(&project);
    let began = Instant::now();
    let mut round = 0_usize;
    while began.elapsed() < how_long {
        let name = format!("briefs/b{}.yaml", round % 6);
        let text = brief(round % 6).replace("is invented", &format!("of round {round} is invented"));
        match round % 11 {
            0 | 1 => project.write(&name, &text),
            2 => project.write(&name, text.get(..text.len() / 2).unwrap()),
            3 => {
                project.write(".swap", &text);
                fs::rename(project.path(".swap"), project.path(&name)).unwrap();
            }
            4 => drop(fs::remove_file(project.path(&name))),
            5 => drop(fs::rename(project.path(&name), project.path("briefs/moved.yml"))),
            6 => project.write(&name, b"\xff\xfe\x00half"),
            7 => project.write(&name, ""),
            8 => project
                .write("attache.yaml", if round.is_multiple_of(2) { "title: Watch\n" } else { "title: [\n" }),
            9 => project
                .write("templates/brief.html", if round.is_multiple_of(2) { "{% if" } else { "{{ no }}" }),
            _ => drop(fs::remove_dir_all(project.path("templates"))),
        }
        if round.is_multiple_of(3) {
            let answer = served.get(&format!("briefs/b{}.html", round % 6));
            assert!(answer.status == 200 || answer.status == 404, "{}", answer.head);
        }
        round += 1;
        std::thread::sleep(Duration::from_millis(u64::try_from(round * 7 % 45).unwrap()));
    }
    for index in 0..6 {
        project.write(&format!("briefs/b{index}.yaml"), brief(index).replace("invented", "settled"));
    }
    let _ = fs::remove_file(project.path("briefs/moved.yml"));
    let _ = fs::remove_file(project.path("attache.yaml"));
    let _ = fs::remove_dir_all(project.path("templates"));
    let run = project.run(&["build", "--out", "built"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for (name, content) in project.tree("built") {
        if is_page(&name) {
            let built = String::from_utf8(content).unwrap();
            let is_built = |it: &Answer| !it.text().contains("attache-preview") && it.as_built() == built;
            served.until(&name, "not as it is built", is_built);
        }
    }
}
