//! Real pages in a real browser: `tests/browser/check.mjs` looks at them in headless Chromium.
//!
//! In CI (where the environment variable `CI` is set) a missing browser is a failure. Elsewhere the tests say what they miss, and
//! how to get it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::expected::{files, folder};
use crate::project::Project;

#[test]
fn pages_hold_in_a_browser() {
    let Some(browser) = Browser::find() else { return };
    let project = Project::new();
    let desk = env!("CARGO_MANIFEST_DIR");
    let run = project.run(&["build", desk, "--out", "pages/site"]);
    assert_eq!(run.code, 0, "{}", run.err);
    // The pages of the good inputs, which `inputs` holds to what is rendered today.
    for path in files(&folder("inputs/ok"), "html") {
        let name = path.file_name().unwrap().to_string_lossy();
        project.write(&format!("pages/inputs/{name}"), std::fs::read(&path).unwrap());
    }
    let (code, report) = browser.run("check.mjs", &[&project.path("pages"), Path::new("3")]);
    assert_eq!(code, Some(0), "{report}");
}

/// A page that is spoilt in one place.
struct Fault {
    name: &'static str,
    /// What is replaced in a good page.
    place: &'static str,
    planted: &'static str,
    /// What the check must say of the page.
    says: &'static str,
}

const fn fault(name: &'static str, place: &'static str, planted: &'static str, says: &'static str) -> Fault {
    Fault { name, place, planted, says }
}

const END: &str = "</main>";
const IMAGE: &str = "<img src='https://x.invalid/i.png' alt='x'></main>";
const BARE: &str = "<div class=statement><ol class=results><li>6. x</ol></div></main>";
/// Cells stand on the right, and what is in them.
const SIDE: &str = "<table dir=rtl><tr><td><div>عيّنة</div></table></main>";
const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=";
const SCRIPT: &str = "name=x><script>throw new Error('planted')</script><meta name=y content=";

const PLANTED: [Fault; 16] = [
    fault("request", END, IMAGE, "asks for https://x.invalid/i.png"),
    fault("console", END, IMAGE, "console error: "),
    fault(
        "preconnect",
        "</head>",
        "<link rel=preconnect href='https://x.invalid'></head>",
        "refers to another file: ",
    ),
    fault("policy", POLICY, "name=x content=", "policy: allows a script in the page"),
    fault("script", POLICY, SCRIPT, "script error: planted"),
    fault("wide", END, "<hr width=2000></main>", "360 px, dark: scrolls sideways: "),
    fault("sheet", END, "<hr width=900></main>", "print: wider than the sheet: "),
    fault(
        "banner",
        "<header class=\"banner\">",
        "<header hidden>",
        "print: sheet 1 does not begin with TLP:",
    ),
    fault("contrast", END, "<font color='#bbbbbb'>pale</font></main>", "light: axe color-contrast (serious)"),
    fault("unnamed", END, "<img src='data:,'></main>", "axe image-alt (critical)"),
    fault("twice", END, "<p id=sources>x</main>", "the id \"sources\" is given twice"),
    fault(
        "nowhere",
        END,
        "<a href='#nowhere'>x</a></main>",
        "a link leads to no part of nowhere.html: #nowhere",
    ),
    fault("gone", END, "<a href='elsewhere/x.html'>x</a></main>", "a link leads nowhere: elsewhere/x.html"),
    fault("hidden", "class=\"bottom-line\"", "class=bottom-line hidden", "the bottom line is not visible"),
    fault("bare", END, BARE, "a list without marks: 6. x"),
    fault("side", END, SIDE, "right-to-left text on the other side: "),
];

#[test]
fn planted_faults_are_found_in_a_browser() {
    let Some(browser) = Browser::find() else { return };
    let good = std::fs::read_to_string(folder("inputs/ok/minimal.html")).unwrap();
    let project = Project::new().file("pages/good.html", &good);
    for Fault { name, place, planted, .. } in PLANTED {
        assert!(good.contains(place), "{name}");
        project.write(&format!("pages/{name}.html"), good.replace(place, planted));
    }
    let (code, report) = browser.check(&project.path("pages"));
    assert_eq!(code, Some(1), "{report}");
    assert!(!report.contains("FAIL good.html: "), "{report}");
    for Fault { name, says, .. } in PLANTED {
        let found = |line: &str| line.starts_with(&format!("FAIL {name}.html: ")) && line.contains(says);
        assert!(report.lines().any(found), "{name}: {says:?} is not in\n{report}");
    }
}

/// What it takes to look at pages.
pub(crate) struct Browser {
    /// The browser that readers have, and that the program prints with.
    pub(crate) chromium: PathBuf,
    /// The one that pages are looked at in: the same without its windows, where that is there. It takes a third of the time.
    shell: PathBuf,
}

/// Debian's Chromium, and the same without windows.
const CHROMIUM: [&str; 2] = ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell"];

impl Browser {
    /// `None` on a developer's machine that lacks something, which is then told.
    pub(crate) fn find() -> Option<Self> {
        let named = variable("CHROMIUM").map(PathBuf::from);
        let [chromium, shell] = CHROMIUM.map(|usual| named.clone().unwrap_or_else(|| usual.into()));
        let shell = if shell.exists() { shell } else { chromium.clone() };
        let browser = Self { chromium, shell };
        let missing = browser.missing();
        if missing.is_empty() {
            return Some(browser);
        }
        let missing = missing.join("; ");
        assert!(variable("CI").is_none(), "the browser check cannot run: {missing}");
        // Past the capture of the test harness: a check that did not run is told even where every test passes.
        writeln!(std::io::stderr(), "NOT CHECKED in a browser: {missing}").unwrap();
        None
    }

    /// What is missing, each with the way to get it.
    fn missing(&self) -> Vec<String> {
        let modules = folder("browser").join("node_modules/playwright-core");
        [
            (starts("node", "--version"), "Node.js 20 or newer is not installed".to_owned()),
            (modules.is_dir(), "its packages are not installed (`npm ci --prefix tests/browser`)".to_owned()),
            (
                self.chromium.exists(),
                format!(
                    "there is no {} (on Debian: `apt-get install chromium`; elsewhere set CHROMIUM to its path)",
                    self.chromium.display()
                ),
            ),
            (
                starts("pdftotext", "-v"),
                "pdftotext is not installed (on Debian: `apt-get install poppler-utils`)".to_owned(),
            ),
        ]
        .into_iter()
        .filter_map(|(there, what)| (!there).then_some(what))
        .collect()
    }

    /// The exit code of the check, and what it printed.
    pub(crate) fn check(&self, pages: &Path) -> (Option<i32>, String) {
        self.run("check.mjs", &[pages])
    }

    /// The exit code of a script in `tests/browser/`, and what it printed.
    pub(crate) fn run(&self, script: &str, arguments: &[&Path]) -> (Option<i32>, String) {
        let Output { status, stdout, stderr } = Command::new("node")
            .arg(folder("browser").join(script))
            .args(arguments)
            .env("CHROMIUM", &self.shell)
            .output()
            .unwrap();
        (status.code(), [stdout, stderr].map(|it| String::from_utf8_lossy(&it).into_owned()).concat())
    }
}

/// Whether nothing may be missing.
pub(crate) fn is_ci() -> bool {
    variable("CI").is_some()
}

/// Whether scripts can be run outside a browser. In CI they must be.
pub(crate) fn node_is_there() -> bool {
    let there = starts("node", "--version");
    assert!(there || variable("CI").is_none(), "Node.js 20 or newer is not installed");
    if !there {
        writeln!(std::io::stderr(), "NOT CHECKED in JavaScript: Node.js is not installed").unwrap();
    }
    there
}

pub(crate) fn starts(program: &str, argument: &str) -> bool {
    Command::new(program).arg(argument).output().is_ok_and(|output| output.status.success())
}

#[expect(
    clippy::disallowed_methods,
    reason = "where the browser is, and whether it must be there, is told by the machine"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
