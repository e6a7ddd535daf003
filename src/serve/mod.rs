//! The preview: the finished tree, served from memory to this machine alone.
//!
//! It answers as a good web host would, with the strictest headers the portal
//! is made for (F4), so that what works here works there. Nothing is read from
//! disk while serving.
//!
//! What is shown can be replaced at any time. Pages that follow have one script more than
//! what is published (`live`).

mod headers;
mod live;
mod preview;
mod shown;
mod stream;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::runtime::{self, Runtime};
use tokio::sync::watch::Sender;
use tokio::task::AbortHandle;

use preview::Preview;
pub use shown::{Mounted, Notice, Shown};
use stream::Stream;

/// How long a client may take to send the head of a request or to read anything, and
/// how long an unused connection stays open.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait after a connection could not be accepted: usually there
/// are too many open files, and trying at once again would not change that.
const PAUSE: Duration = Duration::from_millis(100);

/// A running preview. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    /// Where it can be reached.
    pub address: SocketAddr,
    board: Sender<Shown>,
    stop: AbortHandle,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Shows `site` from now on; requests that are being answered get what was there. Pages
    /// that follow load themselves again, unless the site is the same. Whether it is another.
    pub fn replace(&self, site: Mounted) -> bool {
        let before = self.board.borrow().site.clone();
        // Nobody waits for an answer while large sites are compared.
        let other = (before.as_deref() != Some(&site)).then(|| Arc::new(site));
        let is_other = other.is_some();
        self.board.send_modify(|shown| shown.replace(other));
        is_other
    }

    /// Where files can be put that are made while the site is shown.
    pub fn shelf(&self) -> Shelf {
        Shelf(self.board.clone())
    }

    /// Whether there is a site, be it an earlier one.
    pub fn has_site(&self) -> bool {
        self.board.borrow().site.is_some()
    }

    /// The path of the site that is shown, or `/`.
    pub fn base_path(&self) -> String {
        self.board.borrow().site.as_ref().map_or_else(|| "/".to_owned(), |site| site.base_path.clone())
    }

    /// Tells why there is no later site, over the pages of the last one.
    pub fn tell(&self, notice: Notice) {
        self.board.send_modify(|shown| shown.tell(notice));
    }

    /// Serves until the process ends.
    pub fn stay(mut self) {
        self.wait();
    }

    /// Waits for the thread that serves.
    fn wait(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The place for files that come later than their site.
#[derive(Clone, Debug)]
pub struct Shelf(Sender<Shown>);

impl Shelf {
    /// Answers of `files` from now on, which have their paths in the site, instead of those that
    /// were put there before. Only pages that search load themselves again.
    pub fn put(&self, files: BTreeMap<String, Vec<u8>>) {
        self.0.send_modify(|shown| {
            shown.later = Arc::new(files);
            shown.round += 1;
        });
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.abort();
        self.wait();
    }
}

/// Serves what is `shown` in a thread of its own, as long as the [`Server`] is kept. `port`
/// is one of 127.0.0.1; 0 lets the system choose a free one.
///
/// # Errors
/// When the port cannot be used: a [`PortError`] within.
pub fn spawn(shown: Shown, port: u16) -> io::Result<Server> {
    start(shown, port, PATIENCE)
}

fn start(shown: Shown, port: u16, patience: Duration) -> io::Result<Server> {
    let listener = listen(port)?;
    let address = listener.local_addr()?;
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let board = Sender::new(shown);
    let preview = Arc::new(Preview::new(board.subscribe()));
    let accepting = runtime.spawn(accept(enter(&runtime, listener)?, preview, patience));
    let stop = accepting.abort_handle();
    let serving = move || drop(runtime.block_on(accepting));
    let thread = Some(thread::Builder::new().name("preview".to_owned()).spawn(serving)?);
    Ok(Server { address, board, stop, thread })
}

fn listen(port: u16) -> io::Result<TcpListener> {
    let explain = |error: io::Error| io::Error::new(error.kind(), PortError { port, error });
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(explain)
}

/// A port of this machine that cannot be used.
#[derive(Debug)]
pub struct PortError {
    /// The port that was asked for.
    pub port: u16,
    /// What the system says.
    pub error: io::Error,
}

impl fmt::Display for PortError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "cannot use port {} of 127.0.0.1: {}", self.port, self.error)
    }
}

impl std::error::Error for PortError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// The same listener for use within `runtime`.
fn enter(runtime: &Runtime, listener: TcpListener) -> io::Result<tokio::net::TcpListener> {
    let _context = runtime.enter();
    listener.set_nonblocking(true)?;
    tokio::net::TcpListener::from_std(listener)
}

/// Accepts connections until it is aborted.
async fn accept(listener: tokio::net::TcpListener, preview: Arc<Preview>, patience: Duration) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(converse(stream, Arc::clone(&preview), patience))),
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

/// Answers all requests of one connection. An error on it is not reported, since
/// the client has caused it or has gone, and ends this connection only.
async fn converse(stream: TcpStream, preview: Arc<Preview>, patience: Duration) {
    let answer = service_fn(|request| {
        let response = preview.answer(&request);
        async move { Ok::<_, Infallible>(response) }
    });
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(patience);
    let _ = protocol.serve_connection(TokioIo::new(Stream::new(stream, patience)), answer).await;
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::time::Instant;

    use super::*;
    use crate::tree::Tree;

    #[test]
    fn a_slow_client_is_let_go_and_others_are_served() {
        let server = start(Shown::still(Tree::default(), "/"), 0, Duration::from_millis(200)).unwrap();
        let connect = || std::net::TcpStream::connect(server.address).unwrap();
        let begun = Instant::now();
        let mut slow = connect();
        slow.write_all(b"GET / HTTP/1.1\r\nHost: loc").unwrap();
        let mut swift = connect();
        swift.write_all(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").unwrap();
        let mut text = String::new();
        swift.read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.0 404"), "{text}");
        let _ = slow.read_to_end(&mut Vec::new());
        assert!((200..5000).contains(&begun.elapsed().as_millis()));
    }

    #[test]
    fn a_client_that_never_reads_is_let_go() {
        let mut tree = Tree::default();
        // More than the system keeps for a client.
        tree.insert("large".to_owned(), vec![b'x'; 64 << 20]).unwrap();
        let server = start(Shown::still(tree, "/"), 0, Duration::from_millis(200)).unwrap();
        let mut stream = std::net::TcpStream::connect(server.address).unwrap();
        stream.write_all(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        thread::sleep(Duration::from_secs(1));
        // What the system has kept is still there, and then nothing.
        let mut read = Vec::new();
        let _ = stream.read_to_end(&mut read);
        assert!(read.len() < 64 << 20, "{}", read.len());
    }

    #[test]
    fn idle_connections_starve_nobody() {
        let server = start(Shown::still(Tree::default(), "/"), 0, PATIENCE).unwrap();
        let connect = || std::net::TcpStream::connect(server.address).unwrap();
        let idle: Vec<_> = (0..200).map(|_| connect()).collect();
        let begun = Instant::now();
        let mut swift = connect();
        swift.write_all(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").unwrap();
        let mut text = String::new();
        swift.read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.0 404"), "{text}");
        assert!(begun.elapsed() < PATIENCE / 2);
        drop(idle);
    }
    #[test]
    fn who_waits_for_events_is_not_let_go() {
        let words = || "a".to_owned();
        let notice = Notice { language: words(), title: words(), advice: words(), faults: words() };
        let server = start(Shown::nothing(notice), 0, Duration::from_millis(100)).unwrap();
        let mut stream = std::net::TcpStream::connect(server.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(b"GET /.kompass/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut read_until = |end: &str| {
            let mut read = Vec::new();
            while !String::from_utf8_lossy(&read).contains(end) {
                let mut some = [0; 1000];
                let count = stream.read(&mut some).unwrap();
                assert_ne!(count, 0, "the stream has ended");
                read.extend(&some[..count]);
            }
        };
        read_until("data: ");
        thread::sleep(Duration::from_millis(600));
        server.replace(Mounted { tree: Tree::default(), base_path: "/".to_owned() });
        read_until("\"number\":1");
        // It also says from time to time that it is still there.
        read_until("\n:\n\n");
    }
}
