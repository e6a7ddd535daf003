//! Finds the answer to a request. Knows nothing of connections, so that it can be
//! tested without a network.

use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::Bytes;
use hyper::header::{ALLOW, CONTENT_TYPE, HOST, HeaderValue, LOCATION};
use hyper::{Method, Request, Response, StatusCode, Uri};
use tokio::sync::watch::Receiver;

use super::shown::{Mounted, Shown};
use super::{headers, live};
use crate::check::address;

/// A file at once, or events as they come.
type Answer = Response<Either<Full<Bytes>, Channel<Bytes>>>;

/// The page that is sent for addresses that lead nowhere.
const NOT_FOUND: &str = "404.html";

/// Answers of what is shown at the moment.
pub(super) struct Preview {
    board: Receiver<Shown>,
}

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
enum Found<'a> {
    /// A file: its path in the tree and its contents.
    File(String, &'a [u8]),
    /// A folder that was asked for without its final slash: its address with the slash.
    Folder(String),
    /// The root of the server, above the base path: whoever asks for it is sent to the
    /// home page.
    Outside,
    /// Nothing.
    Nothing,
}

impl Preview {
    /// Answers of what stands on `board`.
    pub(super) fn new(board: Receiver<Shown>) -> Self {
        Self { board }
    }

    /// The answer to `request`, all but its date. The body is there for HEAD
    /// as well: the protocol leaves it out and still tells its length.
    pub(super) fn answer<B>(&self, request: &Request<B>) -> Answer {
        let mut answer = self.choose(request);
        headers::protect(answer.headers_mut());
        answer
    }

    fn choose<B>(&self, request: &Request<B>) -> Answer {
        if !is_for_this_machine(request) {
            return plain(StatusCode::MISDIRECTED_REQUEST, "This preview answers to localhost only.\n");
        }
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD.\n");
            answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return answer;
        }
        let shown = self.board.borrow().clone();
        match (&shown.site, &shown.notice) {
            _ if shown.follows && request.uri().path().starts_with(live::OWN) => self.own(request),
            (Some(site), _) => of_site(site, request.uri(), &shown),
            (None, Some(notice)) => {
                let page = live::notice_page(notice, &shown);
                typed(StatusCode::SERVICE_UNAVAILABLE, "html", page)
            }
            (None, None) => plain(StatusCode::NOT_FOUND, "Not found.\n"),
        }
    }

    /// The answer to a request for what belongs to the preview itself.
    fn own<B>(&self, request: &Request<B>) -> Answer {
        let path = request.uri().path();
        if let Some((extension, text)) = live::file(path) {
            return typed(StatusCode::OK, extension, Bytes::from_static(text.as_bytes()));
        }
        if path != live::EVENTS {
            return plain(StatusCode::NOT_FOUND, "Not found.\n");
        }
        if !live::is_from_here(request) {
            return plain(StatusCode::FORBIDDEN, "Only for pages of this preview.\n");
        }
        let mut answer = match *request.method() {
            Method::GET => Response::new(Either::Right(live::events(self.board.clone()))),
            _ => respond(StatusCode::OK, Bytes::new()),
        };
        answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
        answer
    }
}

/// What the site has at `uri`.
fn of_site(site: &Mounted, uri: &Uri, shown: &Shown) -> Answer {
    match site.find(uri) {
        Found::File(path, bytes) => file(StatusCode::OK, &path, bytes, shown),
        Found::Folder(to) => redirect(StatusCode::PERMANENT_REDIRECT, &to),
        Found::Outside => redirect(StatusCode::TEMPORARY_REDIRECT, &site.base_path),
        Found::Nothing => missing(site, uri, shown),
    }
}

/// What is said of `uri` where no file of the site is: some come later than the site. They keep
/// their names when they change, so browsers must not keep them.
fn missing(site: &Mounted, uri: &Uri, shown: &Shown) -> Answer {
    let path = uri.path().strip_prefix(&site.base_path).unwrap_or_default();
    match (shown.later.get(path), site.tree.get(NOT_FOUND)) {
        (Some(bytes), _) => typed(StatusCode::OK, headers::extension(path), Bytes::copy_from_slice(bytes)),
        (None, Some(bytes)) => file(StatusCode::NOT_FOUND, NOT_FOUND, bytes, shown),
        (None, None) => plain(StatusCode::NOT_FOUND, "Not found.\n"),
    }
}

impl Mounted {
    /// What `uri` leads to. A request with `..` finds nothing, because no path in a
    /// tree has such a part.
    fn find(&self, uri: &Uri) -> Found<'_> {
        let Some(path) = address::decode(uri.path()) else { return Found::Nothing };
        let is_folder = path.ends_with('/');
        let inside = path.strip_prefix(&self.base_path);
        match inside.map(|path| if is_folder { format!("{path}index.html") } else { path.to_owned() }) {
            Some(file) if self.tree.contains(&file) => self.file(file),
            _ if self.is_folder(&path) => Found::Folder(with_slash(uri)),
            None if path == "/" => Found::Outside,
            _ => Found::Nothing,
        }
    }

    fn file(&self, path: String) -> Found<'_> {
        match self.tree.get(&path) {
            Some(bytes) => Found::File(path, bytes),
            None => Found::Nothing,
        }
    }

    /// Whether the address `path`, with a slash added, is a folder's.
    fn is_folder(&self, path: &str) -> bool {
        let page = format!("{path}/index.html");
        page.strip_prefix(&self.base_path).is_some_and(|page| self.tree.contains(page))
    }
}

/// The path of `uri` with a slash at its end, and its query.
fn with_slash(uri: &Uri) -> String {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}/{query}", uri.path())
}

fn file(status: StatusCode, path: &str, bytes: &[u8], shown: &Shown) -> Answer {
    let is_page = shown.follows && headers::extension(path) == "html";
    let bytes = if is_page { live::with_script(bytes, shown) } else { Bytes::copy_from_slice(bytes) };
    let mut answer = respond(status, bytes);
    headers::describe(answer.headers_mut(), path);
    answer
}

/// What is no file of the site, but of the kind that files with `extension` are.
fn typed(status: StatusCode, extension: &str, bytes: Bytes) -> Answer {
    let mut answer = respond(status, bytes);
    let kind = HeaderValue::from_static(headers::content_type(extension));
    answer.headers_mut().insert(CONTENT_TYPE, kind);
    answer
}

fn plain(status: StatusCode, text: &'static str) -> Answer {
    let mut answer = respond(status, Bytes::from_static(text.as_bytes()));
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    answer
}

fn redirect(status: StatusCode, to: &str) -> Answer {
    let Ok(to) = HeaderValue::from_str(to) else { return plain(StatusCode::NOT_FOUND, "Not found.\n") };
    let mut answer = respond(status, Bytes::new());
    answer.headers_mut().insert(LOCATION, to);
    answer
}

fn respond(status: StatusCode, body: Bytes) -> Answer {
    let mut answer = Response::new(Either::Left(Full::new(body)));
    *answer.status_mut() = status;
    answer
}

/// Whether `request` names this machine as `localhost` or by its loopback address.
/// A foreign web page can let its own host name resolve to 127.0.0.1 and would then
/// be allowed to read the answers (DNS rebinding); its requests carry that host
/// name and are refused.
fn is_for_this_machine<B>(request: &Request<B>) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let target = request.uri().authority().map(hyper::http::uri::Authority::as_str);
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => is_local(host) && target.is_none_or(is_local),
        _ => false,
    }
}

/// Whether `host`, with or without a port, is this machine's own name.
fn is_local(host: &str) -> bool {
    let is_port = |port: &str| port.bytes().all(|digit| digit.is_ascii_digit());
    let ends_well = |rest: &str| rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port);
    let host = host.to_ascii_lowercase();
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host.strip_prefix(name).is_some_and(ends_well))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_local() {
        let check = |host, expected| assert_eq!(is_local(host), expected, "{host}");
        check("localhost", true);
        check("LocalHost:8080", true);
        check("127.0.0.1:1", true);
        check("[::1]", true);
        check("[::1]:80", true);
        check("localhost.example.com", false);
        check("127.0.0.1.example.com:80", false);
        check("localhost:80@example.com", false);
        check("127.0.0.10", false);
        check("a:localhost", false);
        check("", false);
    }
}
