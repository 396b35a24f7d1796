//! What a brief costs, stage by stage and as a whole process, on a generated desk.
//!
//! ```text
//! cargo bench                          each stage on 1,000 briefs, on one thread
//! cargo bench -- 200                   on so many briefs
//! cargo bench -- build                 `attache check`, `build` and `render` as processes, on desks of 1,000 and 10,000 briefs
//! cargo bench -- build 100 50000       on desks of these sizes
//! cargo bench -- instructions          the instructions that one more brief takes in a build; needs valgrind
//! cargo bench -- serve 1000            from a save to its page in a preview of a desk of 1,000 briefs
//! cargo bench -- write DIR 600         only writes a desk of 600 briefs
//! ```

mod generator;
mod measure;

use std::fs;
use std::path::Path;

use measure::process::{self, Usage};
use measure::{Failure, instructions, preview, stages};

/// Every measurement is made on the same desks.
const SEED: u64 = 2025;

/// Rounds through the stages: enough for a least and a median.
const ROUNDS: usize = 7;

/// About how many briefs the processes of one row work through, so that short runs are repeated and long ones are not.
const BRIEFS_A_ROW: u64 = 10_000;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Without this flag it is no measurement: `cargo test` only wants to see that it runs.
    let measured = arguments.iter().any(|argument| argument == "--bench");
    let words: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|word| !word.starts_with("--")).collect();
    match words.as_slice() {
        [] if !measured => stages_on(20, 1),
        [] => stages_on(1_000, ROUNDS),
        ["build"] => builds(&[1_000, 10_000]),
        ["build", counts @ ..] => {
            builds(&counts.iter().map(|count| count.parse()).collect::<Result<Vec<_>, _>>()?)
        }
        ["instructions"] => instructions_a_brief(50, 200),
        ["serve", count] => preview_of(count.parse()?),
        ["write", folder, count] => write_desk(Path::new(folder), count.parse()?),
        [count] => stages_on(count.parse()?, ROUNDS),
        _ => Err(
            "usage: cargo bench -- [COUNT | build [COUNT…] | instructions | serve COUNT | write DIR COUNT]"
                .into(),
        ),
    }
}

fn stages_on(count: u32, rounds: usize) -> Result<(), Failure> {
    let desk = tempfile::tempdir()?;
    write_desk(desk.path(), count)?;
    stages::run(desk.path(), rounds, &mut print)
}

fn preview_of(count: u32) -> Result<(), Failure> {
    let desk = tempfile::tempdir()?;
    write_desk(desk.path(), count)?;
    let (name, _) = generator::desk(SEED, count).last().ok_or("no brief")?;
    preview::run(desk.path(), &name, &mut print)
}

/// Whole processes on desks of several sizes, and how the cost of a brief grows from the first to the last.
fn builds(counts: &[u32]) -> Result<(), Failure> {
    let mut all = Vec::new();
    for &count in counts {
        all.push(build(count)?);
    }
    if let [first, .., last] = all.as_slice() {
        print(&format!(
            "a brief of the last desk costs {} % of one of the first",
            last * 100 / first.max(&1)
        ));
    }
    Ok(())
}

/// CPU time of a new build, in nanoseconds a brief.
fn build(count: u32) -> Result<u64, Failure> {
    let desk = tempfile::tempdir()?;
    write_desk(desk.path(), count)?;
    let briefs = u64::from(count.max(1));
    let times = (BRIEFS_A_ROW / briefs).clamp(1, 10);
    let root = desk.path().to_str().ok_or("the temporary folder has a strange name")?;
    let notes = desk.path().join("notes");
    print(&format!("{count} briefs, {times} runs each"));
    print(&process::run(times, &["check", root], &notes)?.row("check", briefs));
    // Each new build has a folder of its own: to empty one is slow, and not what is measured.
    let mut new = Vec::new();
    for time in 0..times {
        new.push(process::run(1, &["build", root, "--out", &format!("{root}/site-{time}")], &notes)?);
    }
    let new = average(&new);
    print(&new.row("build, all new", briefs));
    let again = ["build", root, "--out", &format!("{root}/site-0")];
    print(&process::run(times, &again, &notes)?.row("build, nothing changed", briefs));
    let (name, _) = generator::desk(SEED, 1).next().ok_or("no brief")?;
    let one = ["render", &format!("{root}/briefs/{name}")];
    print(&process::run(100, &one, &notes)?.row("render one brief, 100 runs", 1));
    Ok(new.cpu / briefs)
}

/// What the briefs cost that a large desk has more than a small one.
fn instructions_a_brief(small: u32, large: u32) -> Result<(), Failure> {
    let count = |briefs: u32| -> Result<u64, Failure> {
        let desk = tempfile::tempdir()?;
        write_desk(desk.path(), briefs)?;
        instructions::of_build(desk.path())
    };
    let more = count(large)?.saturating_sub(count(small)?);
    print(&format!("{} instructions a brief", more / u64::from(large - small)));
    Ok(())
}

fn average(usages: &[Usage]) -> Usage {
    let times = usages.len().max(1) as u64;
    Usage {
        cpu: usages.iter().map(|usage| usage.cpu).sum::<u64>() / times,
        wall: usages.iter().map(|usage| usage.wall).sum::<u64>() / times,
        peak: usages.iter().filter_map(|usage| usage.peak).max(),
    }
}

#[expect(clippy::disallowed_methods, reason = "input for a measurement, not an output of the tool")]
fn write_desk(folder: &Path, count: u32) -> Result<(), Failure> {
    let briefs = folder.join("briefs");
    fs::create_dir_all(&briefs)?;
    for (name, text) in generator::desk(SEED, count) {
        fs::write(briefs.join(name), text)?;
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the answer")]
fn print(line: &str) {
    println!("{line}");
}
