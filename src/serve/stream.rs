//! A connection that ends when its client no longer reads, and on which no answer goes
//! out without the headers that all answers have.
//!
//! The protocol library answers what is no proper request by itself: 400, 414 or 431,
//! with no headers of ours. It offers no way to add any, so they are put in as the
//! answer goes by.

use std::future::Future;
use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::HeaderMap;
use hyper::header::CONTENT_SECURITY_POLICY;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

use super::headers;

/// How answers begin that the library gives by itself.
const BY_ITSELF: [&str; 3] = ["400 ", "414 ", "431 "];

/// A connection to a client.
pub(super) struct Stream {
    socket: TcpStream,
    /// How long a client may take to read anything.
    patience: Duration,
    /// Runs while the client does not read.
    stalled: Option<Pin<Box<Sleep>>>,
    /// What goes out before anything else.
    waiting: Vec<u8>,
}

impl Stream {
    /// Talks over `socket` to a client that has `patience` to read.
    pub(super) fn new(socket: TcpStream, patience: Duration) -> Self {
        Self { socket, patience, stalled: None, waiting: Vec::new() }
    }

    /// Writes what it can of `bytes`; an error once the client has not read for too long.
    fn write(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if let Poll::Ready(done) = Pin::new(&mut self.socket).poll_write(context, bytes) {
            self.stalled = None;
            return Poll::Ready(done);
        }
        let patience = self.patience;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(patience)));
        ready!(stalled.as_mut().poll(context));
        Poll::Ready(Err(ErrorKind::TimedOut.into()))
    }

    fn write_waiting(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.waiting.is_empty() {
            let waiting = std::mem::take(&mut self.waiting);
            let written = self.write(context, &waiting);
            let count = if let Poll::Ready(Ok(count)) = &written { *count } else { 0 };
            self.waiting = waiting.get(count..).unwrap_or_default().to_vec();
            if ready!(written)? == 0 {
                return Poll::Ready(Err(ErrorKind::WriteZero.into()));
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_read(context, buffer)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.write_waiting(context))?;
        match protected(bytes) {
            Some(answer) => {
                self.waiting = answer;
                Poll::Ready(Ok(bytes.len()))
            }
            None => self.write(context, bytes),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_waiting(context))?;
        Pin::new(&mut self.socket).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_waiting(context))?;
        Pin::new(&mut self.socket).poll_shutdown(context)
    }
}

/// The answer `bytes` with the headers that all others have, if it is one that the library
/// gives by itself.
fn protected(bytes: &[u8]) -> Option<Vec<u8>> {
    let (version, rest) = bytes.split_at_checked("HTTP/1.1 ".len())?;
    let is_by_itself = BY_ITSELF.iter().any(|status| rest.starts_with(status.as_bytes()));
    if !version.starts_with(b"HTTP/1.") || !is_by_itself {
        return None;
    }
    let policy = CONTENT_SECURITY_POLICY.as_str().as_bytes();
    let has_policy = bytes.windows(policy.len()).any(|window| window.eq_ignore_ascii_case(policy));
    let end = bytes.iter().position(|byte| *byte == b'\n')? + 1;
    let (line, after) = bytes.split_at_checked(end).filter(|_| !has_policy)?;
    let mut headers = HeaderMap::new();
    headers::protect(&mut headers);
    let mut answer = line.to_vec();
    for (name, value) in &headers {
        answer.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    answer.extend(after);
    Some(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_answers_of_the_library_are_changed() {
        let answer = protected(b"HTTP/1.1 431 Too Large\r\ncontent-length: 0\r\n\r\n").unwrap();
        let answer = String::from_utf8(answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 431 Too Large\r\n"), "{answer}");
        assert!(answer.contains("\r\ncontent-security-policy: default-src 'none'"), "{answer}");
        assert!(answer.ends_with("\r\ncontent-length: 0\r\n\r\n"), "{answer}");
        assert_eq!(protected(answer.as_bytes()), None);
        assert_eq!(protected(b"HTTP/1.1 200 OK\r\n\r\n"), None);
        assert_eq!(protected(b"HTTP/1.1 4"), None);
    }
}
