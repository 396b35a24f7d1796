//! The browser: where it is, and how it is called.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::PdfError;

/// What Chromium and its kin are called where programs are found by name.
const NAMES: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
];

/// Where they are on a Mac, below `/` and below the user's folder.
const MAC: [&str; 3] = [
    "Applications/Chromium.app/Contents/MacOS/Chromium",
    "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/// The folders of programs on Windows.
const WINDOWS_FOLDERS: [&str; 3] = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

/// Where they are below those.
const WINDOWS: [&str; 3] = [
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
];

/// Whatever a browser does besides: updates, accounts, reports, questions on the first run. It shall do none of it.
const QUIET: [&str; 15] = [
    "--headless",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-breakpad",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--password-store=basic",
];

/// No name leads anywhere, and what needs no name goes to a port of this machine that nobody listens on: there is no network.
const ALONE: [&str; 2] = ["--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9"];

/// A PDF without the browser's own head and foot lines, with an outline; tagged it is without being asked to be.
const PRINT: [&str; 3] = [
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    // Stands in the PDF as the program that made it, which is nobody's business but ours.
    concat!("--user-agent=", env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")),
];

/// A browser of the Chromium family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    path: PathBuf,
}

impl Browser {
    /// The browser at this path.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// The browser that the environment variable `CHROMIUM` names, or else the first that is found where browsers usually are.
    ///
    /// # Errors
    /// When there is none, or none where `CHROMIUM` says.
    pub fn find() -> Result<Self, PdfError> {
        if let Some(path) = variable("CHROMIUM").map(PathBuf::from) {
            return if path.is_file() { Ok(Self::new(path)) } else { Err(PdfError::NotThere(path)) };
        }
        places().into_iter().find(|path| path.is_file()).map(Self::new).ok_or(PdfError::NoBrowser)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it is called with, to print `page.html` of a folder to `page.pdf` there.
    pub(super) fn arguments(folder: &Path) -> Vec<OsString> {
        let with = |option: &str, name: &str| {
            let mut argument = OsString::from(option);
            argument.push(folder.join(name));
            argument
        };
        let mut arguments: Vec<OsString> =
            QUIET.iter().chain(&ALONE).chain(&PRINT).map(OsString::from).collect();
        if is_root(folder) {
            // Chromium refuses to run as root inside its sandbox. The page is our own and may run no script.
            arguments.push("--no-sandbox".into());
        }
        arguments.push(with("--user-data-dir=", "profile"));
        arguments.push(with("--print-to-pdf=", "page.pdf"));
        arguments.push(address(&folder.join("page.html")).into());
        arguments
    }
}

/// Everywhere that a browser may be, in the order in which they are tried.
fn places() -> Vec<PathBuf> {
    let path = variable("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&path).filter(|folder| folder.is_absolute()).collect();
    let named = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let below = |folder: Option<OsString>, places: &[&str]| -> Vec<PathBuf> {
        folder.map(PathBuf::from).iter().flat_map(|it| places.iter().map(|place| it.join(place))).collect()
    };
    if cfg!(windows) {
        WINDOWS_FOLDERS.iter().flat_map(|folder| below(variable(folder), &WINDOWS)).collect()
    } else if cfg!(target_os = "macos") {
        [named.collect(), below(Some("/".into()), &MAC), below(variable("HOME"), &MAC)].concat()
    } else {
        named.collect()
    }
}

/// What the machine says of itself. Only where the browser is depends on it.
fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// Whether the process may do anything: what it just made belongs to root.
#[cfg(unix)]
fn is_root(made: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(made).is_ok_and(|it| it.uid() == 0)
}

#[cfg(not(unix))]
fn is_root(_: &Path) -> bool {
    false
}

/// A file as an address. Where a path is not Unicode, it has no address; the browser then says so.
fn address(path: &Path) -> String {
    let mut address = String::from(if cfg!(windows) { "file:///" } else { "file://" });
    for byte in path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~' | b':') {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.push_str(&data_encoding::HEXUPPER.encode(&[byte]));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_path_with_anything_in_it_is_one_address() {
        assert_eq!(address(Path::new("/tmp/a b#c?d%é")), "file:///tmp/a%20b%23c%3Fd%25%C3%A9");
    }

    #[test]
    fn nothing_is_asked_of_a_shell_or_of_the_network() {
        let arguments = Browser::arguments(Path::new("/tmp/$(x) ;y"));
        let last = arguments.last().and_then(|it| it.to_str());
        assert_eq!(last, Some("file:///tmp/%24%28x%29%20%3By/page.html"));
        assert!(arguments.iter().any(|it| it == "--host-resolver-rules=MAP * ~NOTFOUND"));
    }
}
