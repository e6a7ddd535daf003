//! The preview: the finished tree, served from memory to this machine alone.
//!
//! It answers as a good web host would, with the strictest headers the portal
//! is made for (F4), so that what works here works there. Nothing is read from
//! disk while serving.

mod headers;
mod preview;
mod stream;

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
use tokio::task::AbortHandle;

use crate::tree::Tree;
use preview::Preview;
use stream::Stream;

/// How long a client may take to send the head of a request or to read anything, and
/// how long an unused connection stays open.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait after a connection could not be accepted: usually there
/// are too many open files, and trying at once again would not change that.
const PAUSE: Duration = Duration::from_millis(100);

/// What can be chosen about the preview.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The port on 127.0.0.1; 0 lets the system choose a free one.
    pub port: u16,
}

/// A running preview. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    /// Where it can be reached.
    pub address: SocketAddr,
    stop: AbortHandle,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Waits for the thread that serves.
    fn wait(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.abort();
        self.wait();
    }
}

/// Serves `tree` below `base_path`, which begins and ends with `/`, until the
/// process ends. Calls `ready` once connections are accepted.
///
/// # Errors
/// When the port cannot be used: a [`PortError`] within.
pub fn serve(
    tree: Tree,
    base_path: &str,
    options: Options,
    ready: impl FnOnce(SocketAddr),
) -> io::Result<()> {
    let mut server = spawn(tree, base_path, options.port)?;
    ready(server.address);
    server.wait();
    Ok(())
}

/// Serves `tree` below `base_path` in a thread of its own, as long as the
/// [`Server`] is kept. `port` as in [`Options`].
///
/// # Errors
/// As [`serve`].
pub fn spawn(tree: Tree, base_path: &str, port: u16) -> io::Result<Server> {
    start(Preview::new(tree, base_path), port, PATIENCE)
}

fn start(preview: Preview, port: u16, patience: Duration) -> io::Result<Server> {
    let listener = listen(port)?;
    let address = listener.local_addr()?;
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let accepting = runtime.spawn(accept(enter(&runtime, listener)?, Arc::new(preview), patience));
    let stop = accepting.abort_handle();
    let serving = move || drop(runtime.block_on(accepting));
    let thread = Some(thread::Builder::new().name("preview".to_owned()).spawn(serving)?);
    Ok(Server { address, stop, thread })
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

    #[test]
    fn a_slow_client_is_let_go_and_others_are_served() {
        let server = start(Preview::new(Tree::default(), "/"), 0, Duration::from_millis(200)).unwrap();
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
        let server = start(Preview::new(tree, "/"), 0, Duration::from_millis(200)).unwrap();
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
        let server = start(Preview::new(Tree::default(), "/"), 0, PATIENCE).unwrap();
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
}
