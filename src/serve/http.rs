//! Just as much HTTP as a preview needs: GET and HEAD, one request a connection.
//!
//! Addresses are looked up among those of the site; no request is ever turned into the path of a file.

use std::io::{self, Read as _, Write as _};
use std::net::{IpAddr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::events::Events;
use super::{Answer, Message};

/// Where pages ask for events: no page of a site has an address with an underscore at its beginning.
pub(super) const EVENTS: &str = "_attache/events";

/// The largest head of a request, in bytes.
const MAX_HEAD: usize = 16 << 10;

/// How many header lines a request may have.
const MAX_HEADERS: usize = 100;

/// How many connections there may be at a time.
const MAX_CONNECTIONS: usize = 200;

/// How long a client may take to send a request, or to take the answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a client may take to hang up.
const FAREWELL: Duration = Duration::from_secs(1);

/// What connections are served with.
#[derive(Debug)]
pub(super) struct Porter {
    asks: mpsc::Sender<Message>,
    events: Arc<Events>,
    /// Whether only this machine may ask, so that no other name than its own leads here.
    loopback: bool,
    open: AtomicUsize,
}

/// A request that can be answered.
#[derive(Debug, PartialEq, Eq)]
struct Request {
    /// Whether only the head of the answer is wanted.
    head: bool,
    /// From the root of the site, without the slash before it.
    path: String,
    query: String,
}

/// Why a request is refused: the status, and a word on it.
type Refusal = (u16, &'static str);

impl Porter {
    pub(super) fn new(asks: mpsc::Sender<Message>, events: Arc<Events>, loopback: bool) -> Self {
        Self { asks, events, loopback, open: AtomicUsize::new(0) }
    }

    /// Serves everybody who comes, each on a thread. A connection that fails is no reason to stop.
    pub(super) fn run(self: &Arc<Self>, listener: &TcpListener) {
        for stream in listener.incoming() {
            let Ok(stream) = stream else {
                // Out of file handles, most likely: some are free again in a moment.
                thread::sleep(Duration::from_millis(20));
                continue;
            };
            if self.open.fetch_add(1, Ordering::Relaxed) >= MAX_CONNECTIONS {
                self.open.fetch_sub(1, Ordering::Relaxed);
                continue;
            }
            let porter = Arc::clone(self);
            let serve = move || {
                // Whoever hung up needs no answer.
                let _ = porter.serve(stream);
                porter.open.fetch_sub(1, Ordering::Relaxed);
            };
            if thread::Builder::new().spawn(serve).is_err() {
                self.open.fetch_sub(1, Ordering::Relaxed);
            }
        }
    }

    fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let head = read_head(&mut stream)?;
        match request(&head, self.loopback) {
            Ok(request) if request.path == EVENTS => {
                let seen = request.query.strip_prefix("version=").unwrap_or_default();
                return self.events.stream(seen, &mut stream);
            }
            Ok(request) => respond(&mut stream, &self.ask(request.path), request.head)?,
            Err((status, why)) => respond(&mut stream, &Answer::text(status, why), false)?,
        }
        // To close before everything that was sent has been read would take the answer back.
        stream.shutdown(Shutdown::Write)?;
        stream.set_read_timeout(Some(FAREWELL))?;
        io::copy(&mut stream.take(MAX_HEAD as u64), &mut io::sink()).map(drop)
    }

    fn ask(&self, path: String) -> Answer {
        let (reply, answer) = mpsc::channel();
        let asked = self.asks.send(Message::Asked(path, reply));
        let answered = asked.ok().and_then(|()| answer.recv().ok());
        answered.unwrap_or_else(|| Answer::text(503, "the preview has ended"))
    }
}

/// The head of a request, up to the empty line; what is read beyond it is let go.
fn read_head(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    while head.len() <= MAX_HEAD && !head.windows(4).any(|it| it == b"\r\n\r\n") {
        match stream.read(&mut piece)? {
            0 => break,
            count => head.extend_from_slice(piece.get(..count).unwrap_or_default()),
        }
    }
    Ok(head)
}

fn request(head: &[u8], loopback: bool) -> Result<Request, Refusal> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    if !parsed.parse(head).is_ok_and(|status| status.is_complete()) {
        return Err((400, "this is no request"));
    }
    let hosts: Vec<_> = parsed.headers.iter().filter(|it| it.name.eq_ignore_ascii_case("host")).collect();
    let [host] = hosts.as_slice() else { return Err((400, "a request names one host")) };
    // A page from elsewhere could have its own name lead to this machine, and read the desk.
    if loopback && !std::str::from_utf8(host.value).is_ok_and(is_this_machine) {
        return Err((403, "the preview answers to the names of this machine alone, such as localhost"));
    }
    let head = match parsed.method {
        Some("GET") => false,
        Some("HEAD") => true,
        _ => return Err((405, "the preview can only be read")),
    };
    let target = parsed.path.and_then(|it| it.strip_prefix('/')).ok_or((400, "this is no address"))?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let path = decoded(path).ok_or((400, "this is no address"))?;
    Ok(Request { head, path, query: query.to_owned() })
}

/// Whether a Host header names this machine: `localhost`, or a loopback address, with or without a port.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) && !host.ends_with(']') => name,
        _ => host,
    };
    let address = name.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || address.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

/// A path with `%20` and the like as what they stand for.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            decoded.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

fn respond(stream: &mut TcpStream, answer: &Answer, head: bool) -> io::Result<()> {
    let reason = match answer.status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed\r\nAllow: GET, HEAD",
        _ => "Service Unavailable",
    };
    let mut response = format!(
        "HTTP/1.1 {} {reason}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nReferrer-Policy: no-referrer\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n",
        answer.status,
        answer.kind,
        answer.body.len()
    )
    .into_bytes();
    if !head {
        response.extend_from_slice(&answer.body);
    }
    stream.write_all(&response)?;
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(head: &str) -> Result<Request, u16> {
        request(head.as_bytes(), true).map_err(|(status, _)| status)
    }

    #[test]
    fn only_reading_is_allowed() {
        let read = parse("GET /briefs/a%20b.html?x=1 HTTP/1.1\r\nHost: localhost:8017\r\n\r\n").unwrap();
        assert_eq!((read.path.as_str(), read.query.as_str(), read.head), ("briefs/a b.html", "x=1", false));
        assert!(parse("HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").unwrap().head);
        for (refused, status) in [
            ("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
            ("GET / HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: other.example\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: other.example\r\n\r\n", 403),
            ("GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
            ("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
            ("GET /%ff HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: local", 400),
            ("\u{1}\u{2}", 400),
        ] {
            assert_eq!(parse(refused), Err(status), "{refused}");
        }
    }

    #[test]
    fn names_of_this_machine_are_known() {
        for host in ["localhost", "LOCALHOST:1", "127.0.0.1:8017", "127.8.8.8", "[::1]:8017", "[::1]"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in
            ["", ":80", "localhost.other.example", "127.0.0.1.other.example", "192.168.0.1:80", "0.0.0.0"]
        {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
