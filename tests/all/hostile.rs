//! No input whatever makes the tool panic, hang or write elsewhere.

use crate::noise::noise;
use crate::project::Project;

/// Checks and renders one file of these bytes; returns the exit codes, which are never those of a panic.
fn survives(name: &str, bytes: &[u8]) -> (i32, i32) {
    let project = Project::new().file("briefs/x.yaml", bytes);
    let before = project.tree("briefs");
    let (check, build) = (project.run(&["check"]), project.run(&["build"]));
    for run in [&check, &build] {
        assert!((0..=2).contains(&run.code), "{name}: {run:?}");
        assert!(!run.err.contains("panicked"), "{name}: {}", run.err);
        let raw = |text: &str| text.contains(['\u{1b}', '\u{7}', '\u{202e}', '\0']);
        assert!(!raw(&run.out) && !raw(&run.err), "{name}: control characters reach the terminal");
    }
    assert_eq!(project.tree("briefs"), before, "{name}");
    (check.code, build.code)
}

fn brief(bottom_line: &str) -> Vec<u8> {
    format!("schema: 1\ntitle: Hostile\ndate: 2025-03-05\nmarking: TLP:CLEAR\nbottom_line: {bottom_line}\n")
        .into_bytes()
}

#[test]
fn fields_of_a_megabyte_are_rendered() {
    for piece in ["word ", "[", "*", "_a_ ", "`", "<b>", "![](", "&amp;", "> ", "\\", "[x](fact:", "ı"] {
        let text = piece.repeat(1_000_000 / piece.len()).replace('\\', "\\\\").replace('"', "\\\"");
        let codes = survives(piece, &brief(&format!("\"a {text}\"")));
        assert_ne!(codes.0, 2, "{piece}");
    }
}

#[test]
fn brackets_and_braces_are_refused() {
    for piece in ["[", "{", "- ", "? ", "a: {", "!", "&a ", "*a ", "\"", "'", "|", "\t", "%", "@", "[[],"] {
        let codes = survives(piece, piece.repeat(100_000).as_bytes());
        assert_eq!(codes, (1, 1), "{piece}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for bytes in [&b"\xff\xfe\x00"[..], b"", b"\0", b"\xc3\x28", b"\xed\xa0\x80", b"\r\r\r", b"\xef\xbb\xbf"]
    {
        assert_eq!(survives(&format!("{bytes:?}"), bytes), (1, 1), "{bytes:?}");
    }
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let run = Project::new().file("briefs/x.yaml", "#".repeat(5 << 20)).run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("error[A002]: the file is larger than 4 MiB"), "{}", run.out);
}

#[test]
fn many_mistakes_are_told_in_time() {
    let lines = |line: fn(u32) -> String| (0..100_000).map(line).collect::<Vec<_>>().concat();
    let sources = lines(|index| format!("  - {{id: Bad {index}, colour: red}}\n"));
    survives("mistakes", &[brief("x"), format!("sources:\n{sources}").into_bytes()].concat());
    let keys = lines(|index| format!("key{index}: x\n"));
    survives("keys", keys.as_bytes());
}

#[test]
fn names_lead_nowhere_outside() {
    let project = Project::new().file(
        "briefs/x.yaml",
        "schema: 1\nid: ../../evil\ntitle: x\ndate: 2025-03-05\nmarking: TLP:CLEAR\nbottom_line: x\n",
    );
    assert_eq!(project.run(&["build"]).code, 1);
    assert!(!project.path("site").exists());
}

#[test]
fn noise_is_refused_or_accepted_but_never_fatal() {
    let all: Vec<u8> = (0..=255).collect();
    for seed in 0..60 {
        survives("bytes", &noise(seed, 400, &all));
        survives("yaml", &noise(seed, 400, b"ab:-[]{}&*!|>'\"%@`#,? \n\t~<1"));
        let good = std::fs::read(crate::expected::folder("inputs/ok/every-field.yaml")).unwrap();
        let mut spoilt = good.clone();
        for (index, byte) in noise(seed, 12, &all).into_iter().enumerate() {
            let at = (usize::try_from(seed).unwrap() * 7919 + index * 104_729) % spoilt.len();
            spoilt[at] = byte;
        }
        survives("spoilt", &spoilt);
    }
}
