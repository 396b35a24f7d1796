//! A desk in a temporary folder, and the tool run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder that is gone after the test.
pub(crate) struct Project {
    root: TempDir,
}

/// What a run printed, and its exit code.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Project {
    pub(crate) fn new() -> Self {
        Self { root: TempDir::new().unwrap() }
    }

    /// A desk of `count` small briefs.
    pub(crate) fn with_briefs(count: usize) -> Self {
        (0..count)
            .fold(Self::new(), |project, index| project.file(&format!("briefs/b{index}.yaml"), brief(index)))
    }

    /// A desk of `tests/desks`: its settings and its briefs.
    pub(crate) fn of_desk(desk: &Path) -> Self {
        let mut files = Vec::new();
        collect(desk, &desk.join("briefs"), &mut files);
        let settings = fs::read(desk.join("attache.yaml")).unwrap();
        files.into_iter().fold(Self::new().file("attache.yaml", settings), |project, (name, content)| {
            project.file(&name, content)
        })
    }

    /// Writes a file, and its folders.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(path, content);
        self
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a test fixture, not an output of the tool")]
        fs::write(path, content).unwrap();
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs the tool with these arguments, in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("", arguments)
    }

    /// Runs the program in one of the folders.
    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_attache"))
            .args(arguments)
            .current_dir(self.path(folder))
            .output()
            .unwrap();
        Run::from(&output)
    }

    /// Every file below a folder with its bytes, sorted by path.
    pub(crate) fn tree(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let root = self.path(folder);
        let mut files = Vec::new();
        collect(&root, &root, &mut files);
        files.sort();
        files
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            files.push((name, fs::read(&path).unwrap()));
        }
    }
}

impl From<&Output> for Run {
    fn from(output: &Output) -> Self {
        Self {
            code: output.status.code().expect("ended by a signal"),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }
}

/// A small good brief.
pub(crate) fn brief(index: usize) -> String {
    format!(
        "schema: 1\ntitle: Brief {index}\ndate: 2025-03-{:02}\nmarking: TLP:CLEAR\n\
         bottom_line: \"[The matter](question:matter-{index}) of brief {index} is invented.\"\n\
         open_questions:\n  - {{id: matter-{index}, question: What is matter {index}?, status: open}}\n",
        index % 28 + 1
    )
}
