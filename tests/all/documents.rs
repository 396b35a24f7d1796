//! Every command and every snippet of the documentation, run and read as a reader would.
//!
//! A guide in `docs/` is gone through from top to bottom in one folder: blocks of `sh` are run, and a block of `text` right below one
//! is what it prints; a block with a path in its first line, or behind its language, is a file. The README is looked up here and
//! there, so each of its blocks is run in a desk of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::expected::{files, folder};
use crate::project::{Project, Run};

/// What is made by tests and commands, and has its tests there.
const GENERATED: [&str; 4] = ["input.md", "prompt.md", "rules.md", "templates-reference.md"];

/// A fenced block.
#[derive(Debug)]
struct Block {
    language: String,
    /// What stands behind the language.
    path: Option<String>,
    text: String,
    /// Where it begins: `docs/tutorial.md:12`.
    place: String,
    /// Whether nothing stands between it and the block before.
    follows: bool,
}

fn blocks(path: &Path) -> Vec<Block> {
    let text = fs::read_to_string(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    let (mut blocks, mut follows) = (Vec::new(), false);
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            follows &= line.is_empty();
            continue;
        };
        let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```");
        let text: String = inside.flat_map(|line| [line, "\n"]).collect();
        let (language, path) =
            info.split_once(' ').map_or((info, None), |(language, path)| (language, Some(path)));
        blocks.push(Block {
            language: language.to_owned(),
            path: path.map(ToOwned::to_owned),
            text,
            place: format!("{name}:{}", number + 1),
            follows,
        });
        follows = true;
    }
    blocks
}

/// A folder in which a document is tried out, and where in it the reader stands.
struct Reader {
    project: Project,
    here: PathBuf,
}

impl Reader {
    fn new(project: Project) -> Self {
        let here = project.path("");
        Self { project, here }
    }

    /// Runs lines in a shell, as one who has the tool in the path; the reader stands where they end.
    fn run(&mut self, lines: &str) -> Run {
        let binary = Path::new(env!("CARGO_BIN_EXE_attache")).parent().unwrap();
        let stands = self.project.path(".stands");
        let script = format!("set -euo pipefail\n{{ {lines}\n}} 2>&1\npwd > '{}'", stands.display());
        let output = Command::new("bash")
            .args(["-c", &script])
            .current_dir(&self.here)
            .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", binary.display()))
            .output()
            .unwrap();
        if let Ok(here) = fs::read_to_string(stands) {
            self.here = here.trim_end().into();
        }
        Run::from(&output)
    }

    fn write(&self, path: &str, text: &str) {
        let inside = self.here.strip_prefix(self.project.path("")).unwrap_or(Path::new(""));
        self.project.write(&inside.join(path).to_string_lossy(), text);
    }

    /// Goes through a document.
    fn follow(&mut self, blocks: &[Block]) {
        let mut printed = String::new();
        for block in blocks {
            let Block { text, place, .. } = block;
            match (block.language.as_str(), file_of(block)) {
                ("sh", _) => {
                    let run = self.run(text);
                    assert_eq!(run.code, 0, "{place}: {text}\n{}", run.out);
                    printed = run.out;
                }
                (_, Some(path)) => self.write(&path, text),
                ("text", None) if block.follows => {
                    assert!(printed.contains(text.trim_end()), "{place}\n{printed}");
                }
                // A picture of something: a folder, a command that does not end.
                ("text", None) => {}
                ("yaml", None) => reads(block),
                ("html", None) => self.extends(block),
                (language, None) => panic!("{place}: nobody has said how to try out {language:?}"),
            }
        }
    }

    /// A template that extends another is taken for the override of it, and away again.
    fn extends(&mut self, block: &Block) {
        let Block { text, place, .. } = block;
        let name = text.split("{% extends \"builtin/").nth(1).and_then(|it| it.split('"').next());
        let name = name.unwrap_or_else(|| panic!("{place}: extends nothing, and has no path"));
        self.write(&format!("templates/{name}"), text);
        let run = self.run("attache templates check && attache build --out .tried-out");
        assert_eq!(run.code, 0, "{place}: {}", run.out);
        fs::remove_file(self.here.join("templates").join(name)).unwrap();
    }
}

/// The file that a block shows: its path stands behind the language, where it is one of a tested customisation, or in a comment in
/// the first line.
fn file_of(block: &Block) -> Option<String> {
    if let Some(path) = &block.path {
        let inside = path.strip_prefix("tests/customisations/")?;
        return inside.split_once('/').map(|(_, path)| path.to_owned());
    }
    let line = block.text.lines().next()?;
    let inside = |start: &str, end: &str| line.strip_prefix(start)?.strip_suffix(end);
    let path = inside("# ", "").or_else(|| inside("/* ", " */")).or_else(|| inside("{# ", " #}"))?;
    let is_path = !path.contains(' ') && Path::new(path).extension().is_some();
    is_path.then(|| path.to_owned())
}

/// A part of a brief or of the settings: it has no key and no word that there is not.
fn reads(block: &Block) {
    let Block { text, place, .. } = block;
    let value: serde_yaml::Value =
        serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{place}: {error}"));
    let has = |key: &str| value.get(key).is_some();
    let settings = ["rules", "stories", "outputs", "limits", "time_zone", "templates", "base_url", "targets"];
    if settings.iter().any(|key| has(key)) {
        let run = Project::with_briefs(1).file("attache.yaml", text).run(&["check"]);
        assert_eq!(run.code, 0, "{place}: {}", run.out);
        return;
    }
    let needed = [
        ("schema", "1"),
        ("title", "A"),
        ("date", "2025-03-05"),
        ("marking", "TLP:CLEAR"),
        ("bottom_line", "A."),
    ];
    let missing = needed.iter().filter(|(key, _)| !has(key));
    let rest: String = missing.flat_map(|(key, value)| [key, ": ", value, "\n"]).collect();
    let run = Project::new().file("briefs/a.yaml", rest + text).run(&["check", "--format", "short"]);
    // What it refers to stands elsewhere, and so does what a rule may want to know.
    let wrong: Vec<_> =
        run.out.lines().filter(|line| line.contains("error[A0") && !line.contains("[A022]")).collect();
    assert!(wrong.is_empty(), "{place}: {wrong:#?}");
}

#[test]
fn guides_can_be_followed() {
    let mut guides = 0;
    for path in files(&folder("../docs"), "md") {
        if GENERATED.iter().any(|name| path.ends_with(name)) {
            continue;
        }
        Reader::new(Project::new()).follow(&blocks(&path));
        guides += 1;
    }
    assert!(guides >= 2, "{guides}");
}

/// A reader in a desk with briefs of some days, one of them `briefs/today.yaml`, and an article.
fn at_a_desk() -> Reader {
    let read = |path: &str| fs::read_to_string(folder(path)).unwrap();
    let mut project = Project::new()
        .file("desk/port.txt", "Invented. On March 5 the port “reopened”.\n")
        .file("desk/attache.yaml", read("desks/lake-oro/attache.yaml"))
        .file("desk/briefs/today.yaml", read("../docs/example.yaml"));
    for name in ["2025-03-05-ferry", "2025-03-06-ferry", "2025-03-07-ferry"] {
        let text = read(&format!("desks/lake-oro/briefs/{name}.yaml"));
        project = project.file(&format!("desk/briefs/{name}.yaml"), text);
    }
    Reader { here: project.path("desk"), project }
}

#[test]
fn the_readme_can_be_tried_out() {
    let blocks = blocks(&folder("../README.md"));
    let mut ran = 0;
    for block in &blocks {
        match block.language.as_str() {
            // Whoever runs the tests has run those.
            "sh" if block.text.starts_with("cargo ") => {}
            "sh" => {
                let run = at_a_desk().run(&block.text);
                assert_eq!(run.code, 0, "{}: {}\n{}", block.place, block.text, run.out);
                ran += 1;
            }
            "yaml" => reads(block),
            "text" => shows_what_check_says(block),
            language => panic!("{}: nobody has said how to try out {language:?}", block.place),
        }
    }
    assert!(ran >= 4, "{ran}");
}

/// A diagnostic is what `check` says of a brief with the line that it shows, in the place that it shows.
fn shows_what_check_says(block: &Block) {
    let shown = block.text.lines().find_map(|line| line.split_once(" | ")).expect("no line of a brief");
    let number: usize = shown.0.trim().parse().unwrap();
    let head = "schema: 1\ntitle: A\ndate: 2025-03-05\nmarking: TLP:CLEAR\nbottom_line: A.\n\
        sources: [{id: reuters, name: Reuters, kind: agency, descriptor: An agency}]\n";
    let space = number - head.lines().count() - 2;
    let brief = format!("{head}{}key_facts:\n{}\n", "\n".repeat(space), shown.1);
    let run = Project::new().file("briefs/today.yaml", brief).run(&["check"]);
    assert!(run.out.contains(block.text.trim_end()), "{}\n{}", block.place, run.out);
}

#[test]
fn paths_and_blocks_are_found() {
    let project = Project::new().file(
        "a.md",
        "# A\n\n```yaml\n# briefs/a.yaml\nx: 1\n```\n\n```text\ny\n```\n\nB\n\n```css a/b.css\n```\n",
    );
    let blocks = blocks(&project.path("a.md"));
    let files: Vec<_> = blocks.iter().map(file_of).collect();
    assert_eq!(files, [Some("briefs/a.yaml".to_owned()), None, None]);
    let follows: Vec<_> = blocks.iter().map(|it| (it.follows, it.place.as_str())).collect();
    assert_eq!(follows, [(false, "a.md:3"), (true, "a.md:8"), (false, "a.md:14")]);
}
