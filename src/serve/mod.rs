//! Live preview: the site of a desk from memory, anew whenever a file of it changes.
//!
//! ```text
//! watch ── looks ──▶ memory: what was read, file by file ─▶ session: desk, index, site of one version
//! http ─── asks ───────────────────────────────────────────▶   │ renders a page when it is asked for
//!   ▲                                                          ▼
//!   └── events: "there is a newer version" ◀── overlay: what is wrong, over the last good page
//! ```
//!
//! One thread has the desk, since its pages borrow from it; it answers one question after another and is never held up by a client.
//! Another watches the files, and each connection has one. Nothing is written.

mod events;
mod http;
mod look;
mod memory;
mod overlay;
mod pages;
mod session;
mod watch;

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::output::media_type;
use events::Events;
use http::Porter;
use look::{Look, Places};
use memory::Memory;
use pages::Pages;
use session::Session;
use watch::Articles;

/// How many ports are tried, where one is taken.
const PORTS: u16 = 20;

/// An address that has been taken, before anything is served there.
#[derive(Debug)]
pub struct Door {
    listener: TcpListener,
    /// The address.
    pub address: SocketAddr,
}

/// What the preview tells whoever started it.
#[derive(Debug)]
pub struct News<'n> {
    /// How many files were read.
    pub files: usize,
    /// Everything that is wrong now, sorted.
    pub diagnostics: &'n [Diagnostic],
    /// What could not be read at all.
    pub trouble: &'n [String],
    /// How long it took from the moment that a change was noticed until pages could be rendered.
    pub took: Duration,
}

/// What the thread that has the desk is told.
#[derive(Debug)]
enum Message {
    /// The files look different, or cannot be looked at.
    Looked(Result<Look, String>),
    /// Somebody wants the file at this address.
    Asked(String, mpsc::Sender<Answer>),
}

/// What is sent back.
#[derive(Debug)]
struct Answer {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn text(status: u16, text: &str) -> Self {
        Self { status, kind: media_type("answer.txt"), body: format!("{text}\n").into_bytes() }
    }
}

impl Door {
    /// Takes a port, or the next that is free; nought is any.
    ///
    /// # Errors
    /// When there is no such address here, or none of its ports is free.
    pub fn open(at: IpAddr, port: u16) -> Result<Self, Error> {
        let last = if port == 0 { 0 } else { port.saturating_add(PORTS) };
        for port in port..=last {
            match TcpListener::bind((at, port)).and_then(|it| Ok((it.local_addr()?, it))) {
                Ok((address, listener)) => return Ok(Self { listener, address }),
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
                Err(error) => {
                    return Err(Error::Message(format!("cannot listen on {at}, port {port}: {error}")));
                }
            }
        }
        Err(Error::Message(format!("cannot listen on {at}: the ports from {port} to {last} are taken")))
    }
}

/// A desk that has been read and can be served.
#[derive(Debug)]
pub struct Preview {
    memory: Memory,
    began: Instant,
}

impl Preview {
    /// Reads a desk. `published` is the folder of the site that was published last.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn of(desk: &Path, published: &Path) -> Result<Self, Error> {
        let began = Instant::now();
        if !desk.is_dir() {
            return Err(Error::Message(format!("{} is no folder", desk.display())));
        }
        Ok(Self { memory: Memory::read(Places::of(desk, published)?)?, began })
    }

    /// Serves the desk for as long as the process lives, and tells of every change.
    ///
    /// # Errors
    /// When a thread cannot be started, or `tell` fails.
    pub fn run(self, door: Door, tell: &mut dyn FnMut(&News<'_>) -> Result<(), Error>) -> Result<(), Error> {
        let Self { mut memory, mut began } = self;
        let (send, messages) = mpsc::channel();
        let events = Arc::new(Events::default());
        let articles = Articles::default();
        start(door, &memory, &articles, &events, send)?;
        let mut pages = Pages::default();
        let mut read = memory.files();
        loop {
            articles.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone_from(&memory.articles());
            let (index, found) = rayon::join(|| memory.index(), || memory.found());
            let session = Session::new(&memory, &index, found, events.version());
            let news = News {
                files: read,
                diagnostics: session.found(),
                trouble: memory.trouble(),
                took: began.elapsed(),
            };
            tell(&news)?;
            let Some(look) = session.serve(&messages, &mut pages) else { return Ok(()) };
            began = Instant::now();
            let update = memory.update(look);
            read = update.files;
            if update.is_news {
                pages.grow_old();
                events.renew();
            }
        }
    }
}

/// Starts to watch and to answer.
fn start(
    door: Door,
    memory: &Memory,
    articles: &Articles,
    events: &Arc<Events>,
    send: mpsc::Sender<Message>,
) -> Result<(), Error> {
    let failed = |error| Error::Message(format!("cannot start a thread: {error}"));
    let (places, look) = (memory.places().clone(), memory.look().clone());
    let (articles, looks) = (Arc::clone(articles), send.clone());
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || watch::watch(&places, &articles, look, &looks))
        .map_err(failed)?;
    let porter = Arc::new(Porter::new(send, Arc::clone(events), door.address.ip().is_loopback()));
    thread::Builder::new()
        .name("accept".to_owned())
        .spawn(move || porter.run(&door.listener))
        .map_err(failed)?;
    Ok(())
}
