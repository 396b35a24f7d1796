//! PDFs, as an independent reader understands them, and browsers that make none.

use std::process::{Command, Output};

use super::project;
use crate::browser::Browser;
use crate::expected::folder;
use crate::project::{Project, Run};

/// Runs the tool with this browser.
fn export(project: &Project, browser: &std::path::Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_attache"))
        .arg("export")
        .args(arguments)
        .current_dir(project.path(""))
        .env("CHROMIUM", browser)
        .output()
        .unwrap();
    Run::from(&output)
}

/// What a program of Poppler's says of a PDF.
fn said(program: &str, arguments: &[&str], pdf: &std::path::Path) -> String {
    let Output { status, stdout, stderr } = Command::new(program)
        .args(arguments)
        .arg(pdf)
        .args((program == "pdftotext").then_some("-"))
        .output()
        .unwrap();
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    // Marks of direction, which pdftotext adds to text that runs from right to left.
    let is_mark =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    String::from_utf8(stdout).unwrap().replace(is_mark, "")
}

/// Fails where a sheet does not begin and end with the handling label.
fn assert_marked(pdf: &std::path::Path, label: &str) -> String {
    let text = said("pdftotext", &["-layout"], pdf);
    let sheets: Vec<_> = text.split_terminator('\u{c}').collect();
    for (number, sheet) in sheets.iter().enumerate() {
        let lines: Vec<_> = sheet.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let ends = (lines.first().copied(), lines.last().copied());
        assert_eq!(ends, (Some(label), Some(label)), "sheet {}", number + 1);
    }
    let info = said("pdfinfo", &[], pdf);
    for line in ["Tagged:          yes", "JavaScript:      no", "Creator:         attache ", "(A4)"] {
        assert!(info.contains(line), "{info}");
    }
    for time in ["CreationDate", "ModDate"] {
        assert!(!info.contains(time), "{info}");
    }
    text
}

#[test]
fn a_brief_is_printed_in_a_browser() {
    let Some(Browser { chromium, .. }) = Browser::find() else { return };
    let project = Project::new();
    let desk = env!("CARGO_MANIFEST_DIR");
    let run = export(
        &project,
        &chromium,
        &["2025-03-05-damascus-attache", "--desk", desk, "--format", "pdf", "--out", "a.pdf"],
    );
    assert_eq!((run.code, run.err.as_str()), (0, "a.pdf, TLP:CLEAR\n"));
    let pdf = project.path("a.pdf");
    let text = assert_marked(&pdf, "TLP:CLEAR");
    assert!(text.contains("Türkiye's military attaché") && text.split('\u{c}').count() > 3, "{text}");
    let bytes = std::fs::read(&pdf).unwrap();
    let has = |needle: &[u8]| bytes.windows(needle.len()).any(|it| it == needle);
    // Its language, its outline, and nothing of the folder that it was made in.
    assert!(has(b"/Lang (en)") && has(b"/Outlines") && !has(b"page.html") && !has(b"file:"));
    let title = "Title:           Türkiye's military attaché takes up duties in Damascus – Sample desk\n";
    assert!(said("pdfinfo", &[], &pdf).starts_with(title));
    // The same again, under the name that nobody gave it: the same bytes.
    let again = ["2025-03-05-damascus-attache", "--desk", desk, "--format", "pdf"];
    assert_eq!(export(&project, &chromium, &again).code, 0);
    assert_eq!(std::fs::read(project.path("2025-03-05-damascus-attache.pdf")).unwrap(), bytes);
}

#[test]
fn a_daily_brief_is_printed_in_a_browser() {
    let Some(Browser { chromium, .. }) = Browser::find() else { return };
    let project = Project::new();
    let arguments = ["2025-04-15", "--desk", env!("CARGO_MANIFEST_DIR"), "--out", "day.pdf"];
    let run = export(&project, &chromium, &arguments);
    assert_eq!((run.code, run.err.as_str()), (0, "day.pdf, TLP:AMBER\n"));
    let text = assert_marked(&project.path("day.pdf"), "TLP:AMBER");
    // Whoever has the paper alone is told as well what does not stand on it.
    for words in
        ["15 April 2025", "Masalova Barajı'nda su düzeyi tartışmalı", "4 more in Minister admits a crack"]
    {
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn turkish_and_arabic_are_printed_in_a_browser() {
    let Some(Browser { chromium, .. }) = Browser::find() else { return };
    let project = Project::new();
    for (name, label, lang, words) in [
        ("turkish", "TLP:AMBER+STRICT", "tr", "Iğdır'da İçmeler Limanı yeniden açıldı"),
        ("arabic", "TLP:AMBER", "ar", "إعادة فتح المرفأ"),
    ] {
        let brief = folder("export").join(format!("{name}.yaml"));
        let pdf = format!("{name}.pdf");
        let run = export(&project, &chromium, &[brief.to_str().unwrap(), "--out", &pdf]);
        assert_eq!((run.code, run.err.ends_with(&format!("{pdf}, {label}\n"))), (0, true), "{}", run.err);
        let pdf = project.path(&pdf);
        let text = assert_marked(&pdf, label);
        // The words, whichever way the lines of a page are put together.
        assert!(words.split(' ').all(|word| text.contains(word)), "{words}: {text}");
        let bytes = std::fs::read(&pdf).unwrap();
        let needle = format!("/Lang ({lang})").into_bytes();
        assert!(bytes.windows(needle.len()).any(|it| it == needle), "{name}");
        assert!(said("pdffonts", &[], &pdf).contains(" yes yes yes "), "fonts are not inside");
    }
}

#[test]
fn nothing_above_a_ceiling_is_printed_in_a_browser() {
    let Some(Browser { chromium, .. }) = Browser::find() else { return };
    let project = project();
    let run = export(&project, &chromium, &["cut", "--ceiling", "TLP:GREEN", "--out", "cut.pdf"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let text = assert_marked(&project.path("cut.pdf"), "TLP:GREEN");
    assert!(
        text.contains("takes ships again") && !text.contains("crack") && !text.contains("pilot"),
        "{text}"
    );
}

#[test]
fn where_there_is_no_browser_it_is_told() {
    let project = project();
    let run = export(&project, &project.path("gone"), &["cut", "--format", "pdf"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("error: CHROMIUM says that the browser is "), "{}", run.err);
    if cfg!(target_os = "linux") {
        let output = Command::new(env!("CARGO_BIN_EXE_attache"))
            .args(["export", "cut", "--format", "pdf"])
            .current_dir(project.path(""))
            .env_remove("CHROMIUM")
            .env("PATH", project.path(""))
            .output()
            .unwrap();
        let run = Run::from(&output);
        let says = "error: a PDF is made by a browser, and neither Chromium nor Chrome nor Edge was found; install one (on \
                    Debian: `apt-get install chromium`), or set CHROMIUM to its path\n";
        assert_eq!((run.code, run.err.as_str()), (2, says));
    }
}

#[cfg(unix)]
mod that_make_none {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::time::{Duration, Instant};

    use super::*;

    /// Runs the tool with a browser that is this script.
    fn with(script: &str, arguments: &[&str]) -> Run {
        let project = project().file("browser", format!("#!/bin/sh\n{script}\n"));
        let browser = project.path("browser");
        fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
        let run = export(&project, &browser, &[&["cut", "--format", "pdf"], arguments].concat());
        assert!(!project.path("cut.pdf").exists());
        Run { err: run.err.replace(&browser.display().to_string(), "BROWSER"), ..run }
    }

    #[test]
    fn fail() {
        let run = with("echo one >&2; echo two >&2; echo no sandbox >&2; exit 3", &[]);
        let says = "error: BROWSER made no PDF (exit status: 3); it said:\none\ntwo\nno sandbox\n";
        assert_eq!((run.code, run.err.as_str()), (2, says));
    }

    #[test]
    fn say_that_all_is_well() {
        let run = with("for a; do case $a in --print-to-pdf=*) echo junk > \"${a#*=}\";; esac; done", &[]);
        assert_eq!((run.code, run.err.as_str()), (2, "error: BROWSER made no PDF (exit status: 0)\n"));
    }

    #[test]
    fn hang() {
        let began = Instant::now();
        let run = with("exec sleep 60", &["--timeout", "1"]);
        let says =
            "error: BROWSER made no PDF within 1 seconds, and was ended; `--timeout` gives it longer\n";
        assert_eq!((run.code, run.err.as_str()), (2, says));
        assert!(began.elapsed() < Duration::from_secs(30));
    }
}
