//! A preview: how long it takes from a save until the page of it is there anew. Wall time, since that is what somebody waits.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{Failure, micros};

/// Saves, each after a pause of another length, so that they meet the looks at the files at all their moments.
const SAVES: u64 = 20;

/// What stands in the generated brief for another to be told from.
const MARK: &str = "The preview has seen save";

/// Measures saves of one brief of the desk in `root`, and prints the least, the median and the most.
pub(crate) fn run(root: &Path, brief: &str, print: &mut dyn FnMut(&str)) -> Result<(), Failure> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_attache"))
        .args(["serve".as_ref(), root.as_os_str(), "--port".as_ref(), "0".as_ref()])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let measured = measure(&mut child, root, brief);
    child.kill()?;
    child.wait()?;
    let mut took = measured?;
    took.sort_unstable();
    let at = |place: usize| took.get(place).copied().map(|it| micros(it / 1_000)).unwrap_or_default();
    let (least, median, most) = (at(0), at(took.len() / 2), at(took.len() - 1));
    print(&format!("save → page, ms wall: least {least}, median {median}, most {most}"));
    Ok(())
}

fn measure(child: &mut Child, root: &Path, brief: &str) -> Result<Vec<u64>, Failure> {
    let mut address = String::new();
    BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut address)?;
    let address = address.trim_end().trim_start_matches("http://").trim_end_matches('/');
    let (file, page) =
        (root.join("briefs").join(brief), format!("briefs/{}", brief.replace(".yaml", ".html")));
    let text = fs::read_to_string(&file)?;
    let mut took = Vec::new();
    for save in 0..SAVES {
        let version = get(address, &page)?.split("data-version=\"").nth(1).map(str::to_owned);
        let version = version.as_deref().and_then(|it| it.split('"').next()).ok_or("no version")?.to_owned();
        let mut events = BufReader::new(ask(address, &format!("_attache/events?version={version}"))?);
        thread::sleep(Duration::from_millis(400 + save * 7));
        let mark = format!("{MARK} {save}.");
        let title = |line: &str| {
            if line.starts_with("title:") { format!("title: {mark}\n") } else { format!("{line}\n") }
        };
        let changed: String = text.lines().map(title).collect();
        let began = Instant::now();
        save_as(&file, &changed)?;
        let mut line = String::new();
        while !line.starts_with("data:") {
            line.clear();
            if events.read_line(&mut line)? == 0 {
                return Err("the preview has ended".into());
            }
        }
        if !get(address, &page)?.contains(&mark) {
            return Err("the page was told of and is not there".into());
        }
        took.push(u64::try_from(began.elapsed().as_nanos())?);
    }
    Ok(took)
}

#[expect(clippy::disallowed_methods, reason = "input for a measurement, not an output of the tool")]
fn save_as(file: &Path, text: &str) -> Result<(), Failure> {
    Ok(fs::write(file, text)?)
}

fn ask(address: &str, path: &str) -> Result<TcpStream, Failure> {
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {address}\r\n\r\n")?;
    Ok(stream)
}

fn get(address: &str, path: &str) -> Result<String, Failure> {
    let mut answer = String::new();
    ask(address, path)?.read_to_string(&mut answer)?;
    Ok(answer)
}
