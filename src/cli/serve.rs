//! `attache serve`

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use clap::Args;

use super::Outcome;
use super::console::{Console, files, tally};
use super::reading::desk_argument;
use crate::error::Error;
use crate::serve::{Door, News, Preview};
use crate::settings;

const EXAMPLES: &str = "\
Examples:
  attache serve --open                the desk you stand in, in your browser
  attache serve /srv/desk --port 9000

Pages are rendered when they are asked for, and come anew when a brief, a template or the \
settings change. What is wrong is shown over the last good page. Nothing is written, and nobody but \
this machine can read along unless --bind says so. Links between pages are checked by \
`attache build` alone. Ctrl-C ends it.";

/// Show the site of a desk in a browser while you work on it
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Serve {
    /// The desk
    #[arg(default_value = ".", value_parser = desk_argument())]
    desk: PathBuf,
    /// The port; where it is taken, the next that is free; 0 is any
    #[arg(long, value_name = "PORT", default_value_t = 8017)]
    port: u16,
    /// The address to listen on; any but a loopback address lets others read the desk
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    bind: IpAddr,
    /// Open the home page in your browser
    #[arg(long)]
    open: bool,
    /// The site that was published, to notice changes without a correction [default: site/ in the desk]
    #[arg(long, value_name = "DIR")]
    published: Option<PathBuf>,
}

impl Serve {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let site = self.published.clone().unwrap_or_else(|| self.desk.join(settings::SITE));
        let preview = Preview::of(&self.desk, &site)?;
        let door = Door::open(self.bind, self.port)?;
        let url = format!("http://{}/", door.address);
        if self.port != 0 && self.port != door.address.port() {
            console.message(&format!("port {} is taken; using {}", self.port, door.address.port()))?;
        }
        if !self.bind.is_loopback() {
            let ip = self.bind;
            console.message(&format!(
                "listening on {ip}: whoever can reach it can read every brief of this desk"
            ))?;
        }
        console.line(&url)?;
        if self.open {
            open(&url, console)?;
        }
        preview.run(door, &mut |news| console.message(&told(news)))?;
        Ok(Outcome::Fine)
    }
}

/// `1 file read in 12 ms: 1 error`.
fn told(news: &News<'_>) -> String {
    let trouble = news.trouble.iter().cloned();
    let found: Vec<_> = trouble.chain(tally(news.diagnostics)).collect();
    let found = if found.is_empty() { "nothing to report".to_owned() } else { found.join("; ") };
    format!("{} read in {} ms: {found}", files(news.files), news.took.as_millis())
}

/// Asks the system to show a page. Where it cannot, the address is on the terminal all the same.
fn open(url: &str, console: &mut Console) -> Result<(), Error> {
    let (program, arguments): (_, &[_]) = if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.spawn() {
        Ok(_) => Ok(()),
        Err(error) => console.message(&format!("cannot open a browser with {program}: {error}")),
    }
}
