//! The preview, asked as a browser and as an attacker would ask it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use kompass::serve::{Mounted, Notice, Server, Shown, spawn};
use kompass::tree::Tree;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

fn tree(files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::default();
    for (path, text) in files {
        tree.insert((*path).to_owned(), text.as_bytes().to_vec()).unwrap();
    }
    tree
}

fn site(base_path: &str) -> Server {
    let files = [
        ("index.html", "home"),
        ("404.html", "lost"),
        ("kommuner/habo/index.html", "habo"),
        ("assets/a.1f.css", "a"),
        ("data/å b.csv", "b"),
        ("sok/index/1f/directory.bin", "index"),
    ];
    spawn(Shown::still(tree(&files), base_path), 0).unwrap()
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Sends `request` as it stands and reads until the server hangs up.
fn send(server: &Server, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(request).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The answer to `method` for `target`, asked of `host`.
fn ask(server: &Server, method: &str, target: &str, host: &str) -> Answer {
    let request = format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    let text = send(server, request.as_bytes());
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{text:?}"));
    let (status, headers) = head.split_once("\r\n").unwrap();
    let headers = headers.lines().map(|line| line.split_once(": ").unwrap());
    Answer {
        status: status.split(' ').nth(1).unwrap().parse().unwrap(),
        headers: headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect(),
        body: body.to_owned(),
    }
}

fn get(server: &Server, target: &str) -> Answer {
    ask(server, "GET", target, "127.0.0.1")
}

fn assert_answers(server: &Server, target: &str, status: u16, body: &str) {
    let answer = get(server, target);
    assert_eq!((answer.status, answer.body.as_str()), (status, body), "{target}");
}

fn assert_leads(server: &Server, target: &str, status: u16, to: &str) {
    let answer = get(server, target);
    assert_eq!((answer.status, answer.header("location")), (status, to), "{target}");
}

fn assert_strict(answer: &Answer) {
    assert_eq!(answer.header("content-security-policy"), POLICY);
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
    assert!(answer.header("permissions-policy").contains("geolocation=()"));
}

#[test]
fn pages_and_files_are_found() {
    let server = site("/");
    assert_answers(&server, "/", 200, "home");
    assert_answers(&server, "/?q=1", 200, "home");
    assert_answers(&server, "/index.html", 200, "home");
    assert_answers(&server, "/kommuner/habo/", 200, "habo");
    assert_answers(&server, "/data/%C3%A5%20b.csv", 200, "b");
    assert_answers(&server, &format!("http://{}/", server.address), 200, "home");
}

#[test]
fn folders_get_their_slash() {
    let server = site("/");
    assert_leads(&server, "/kommuner/habo", 308, "/kommuner/habo/");
    assert_leads(&server, "/kommuner/h%61bo?q=%C3%A5&b", 308, "/kommuner/h%61bo/?q=%C3%A5&b");
    assert_leads(&server, "/kommuner", 404, "");
    assert_leads(&server, "//example.com/kommuner/habo", 404, "");
}

#[test]
fn everything_lives_below_the_base_path() {
    let server = site("/kommunkompassen/");
    assert_answers(&server, "/kommunkompassen/", 200, "home");
    assert_answers(&server, "/kommunkompassen/kommuner/habo/", 200, "habo");
    assert_leads(&server, "/", 307, "/kommunkompassen/");
    assert_leads(&server, "/kommunkompassen", 308, "/kommunkompassen/");
    assert_leads(&server, "/kommunkompassen/kommuner/habo?a", 308, "/kommunkompassen/kommuner/habo/?a");
    assert_answers(&server, "/kommuner/habo/", 404, "lost");
    assert_answers(&server, "/kommuner/habo", 404, "lost");
    assert_answers(&server, "/kommunkompassen/x", 404, "lost");
}

#[test]
fn odd_paths_are_just_not_found() {
    let server = site("/");
    for target in [
        "/../index.html",
        "/kommuner/../index.html",
        "/kommuner/%2e%2e/index.html",
        "/kommuner%2Fhabo/",
        "/kommuner%2fhabo/index.html",
        "/kommuner//habo/",
        "//",
        "/index.html%00",
        "/%",
        "/%zz",
        "/%+f",
        "/%ff",
        "/data/%25C3%25A5%20b.csv",
        "/index.html/",
        "/Index.html",
    ] {
        assert_answers(&server, target, 404, "lost");
    }
    assert_eq!(get(&spawn(Shown::still(Tree::default(), "/"), 0).unwrap(), "/").status, 404);
}

#[test]
fn only_reading_is_allowed() {
    let server = site("/");
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"] {
        let answer = ask(&server, method, "/", "localhost");
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method}");
        assert_strict(&answer);
    }
    let answer = ask(&server, "HEAD", "/", "localhost");
    assert_eq!((answer.status, answer.header("content-length"), answer.body.as_str()), (200, "4", ""));
    assert_eq!(ask(&server, "HEAD", "/x", "localhost").status, 404);
}

#[test]
fn only_this_machine_is_answered() {
    let server = site("/");
    for host in ["localhost", "localhost:8080", "127.0.0.1", "[::1]:80"] {
        assert_eq!(ask(&server, "GET", "/", host).status, 200, "{host}");
    }
    for host in ["example.com", "127.0.0.1.example.com", "localhost.example.com:80", "192.168.0.1", ""] {
        let answer = ask(&server, "GET", "/", host);
        assert_eq!(answer.status, 421, "{host}");
        assert_strict(&answer);
    }
    assert_eq!(get(&server, "http://example.com/").status, 421);
    assert!(send(&server, b"GET / HTTP/1.0\r\n\r\n").starts_with("HTTP/1.0 421 "));
    let twice = b"GET / HTTP/1.0\r\nHost: localhost\r\nHost: example.com\r\n\r\n";
    assert!(send(&server, twice).starts_with("HTTP/1.0 421 "));
}

#[test]
fn every_answer_is_strict() {
    let server = site("/kk/");
    for target in ["/kk/", "/kk/x", "/", "/kk", "/kk/assets/a.1f.css", "/kk/%"] {
        assert_strict(&get(&server, target));
    }
}

#[test]
fn only_fingerprinted_files_are_cached() {
    let server = site("/");
    let check = |target, expected| {
        assert_eq!(get(&server, target).header("cache-control"), expected, "{target}");
    };
    check("/", "no-store");
    check("/x", "no-store");
    check("/assets/x", "no-store");
    check("/kommuner/habo", "no-store");
    check("/sok/index/1f/directory.bin", "public, max-age=31536000, immutable");
    check("/assets/a.1f.css", "public, max-age=31536000, immutable");
}

#[test]
fn files_have_their_type() {
    let types = [
        ("a.html", "text/html; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.xml", "application/xml; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.ico", "image/x-icon"),
        ("a.toml", "application/toml; charset=utf-8"),
        ("a.bin", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ];
    let server = spawn(Shown::still(tree(&types), "/"), 0).unwrap();
    for (path, expected) in types {
        assert_eq!(get(&server, &format!("/{path}")).header("content-type"), expected, "{path}");
    }
    assert_eq!(get(&server, "/x").header("content-type"), "text/plain; charset=utf-8");
}

#[test]
fn a_broken_connection_stops_nothing() {
    let server = site("/");
    for request in
        [&b"\x16\x03\x01\0\0"[..], b"GET\r\n\r\n", b"\r\n\r\n\r\n\xff\r\n", b"GET / HTTP/9.9\r\n\r\n"]
    {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(request).unwrap();
    }
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "x".repeat(1 << 20));
    let _ = TcpStream::connect(server.address).unwrap().write_all(long.as_bytes());
    assert_answers(&server, "/", 200, "home");
}

#[test]
fn connections_are_used_again() {
    let server = site("/");
    let twice = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let text = send(&server, twice.as_bytes());
    assert_eq!((text.matches("home").count(), text.matches("lost").count()), (1, 1), "{text}");
}

#[test]
fn a_taken_port_is_told_and_a_stopped_server_gives_it_back() {
    let server = site("/");
    let port = server.address.port();
    assert_eq!(server.address.ip().to_string(), "127.0.0.1");
    let error = spawn(Shown::still(Tree::default(), "/"), port).unwrap_err();
    assert!(error.to_string().contains(&format!("port {port} of 127.0.0.1")), "{error}");
    let idle = TcpStream::connect(server.address).unwrap();
    drop(server);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    drop(idle);
    assert_eq!(get(&spawn(Shown::still(tree(&[("index.html", "")]), "/"), port).unwrap(), "/").status, 200);
}

#[test]
fn answers_to_what_is_no_request_carry_the_same_headers() {
    let server = site("/");
    let long = "x".repeat(70_000);
    let many = "a: b\r\n".repeat(200);
    for (request, status) in [
        ("GET / HTTP/1.1\r\nHost localhost\r\n\r\n".to_owned(), "400"),
        ("\u{1}\u{2}\r\n\r\n".to_owned(), "400"),
        (format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n"), "414"),
        (format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n"), "431"),
    ] {
        let answer = send(&server, request.as_bytes());
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
        assert!(answer.contains(&format!("\r\ncontent-security-policy: {POLICY}\r\n")), "{answer}");
        for header in
            ["x-content-type-options: nosniff", "referrer-policy: no-referrer", "cache-control: no-store"]
        {
            assert!(answer.contains(&format!("\r\n{header}\r\n")), "{header}: {answer}");
        }
    }
}

fn notice(faults: &str) -> Notice {
    let text = |text: &str| text.to_owned();
    Notice { language: text("sv"), title: text("1 fel"), advice: text("Rätta det."), faults: text(faults) }
}

fn page(text: &str) -> Mounted {
    Mounted {
        tree: tree(&[("index.html", text), ("404.html", "lost"), ("a.css", "a")]),
        base_path: "/".to_owned(),
    }
}

/// The events of a server, as a page of it reads them.
struct Events(BufReader<TcpStream>);

impl Events {
    /// Asks for them with more `headers`.
    fn of(server: &Server, headers: &str) -> Self {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let host = server.address;
        let request = format!("GET /.kompass/events HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        Self(BufReader::new(stream))
    }

    /// The next line that begins with `start`, without it.
    fn line(&mut self, start: &str) -> String {
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the stream has ended");
            if let Some(rest) = line.trim_end().strip_prefix(start) {
                return rest.to_owned();
            }
        }
    }

    /// The number and the faults of the next event.
    fn next(&mut self) -> (u64, Option<String>) {
        let event: serde_json::Value = serde_json::from_str(&self.line("data: ")).unwrap();
        let faults = event["notice"]["faults"].as_str().map(str::to_owned);
        (event["number"].as_u64().unwrap(), faults)
    }
}

#[test]
fn another_site_takes_the_place_of_the_last_one_and_pages_learn_of_it() {
    let server = spawn(Shown::nothing(notice("a < b")), 0).unwrap();
    let first = get(&server, "/anything");
    assert_eq!(first.status, 503);
    assert!(first.body.contains("<pre tabindex=\"0\">a &lt; b</pre>"), "{}", first.body);
    assert_strict(&first);
    let mut events = Events::of(&server, "");
    assert_eq!(events.next(), (0, Some("a < b".to_owned())));
    server.tell(notice("other faults"));
    assert_eq!(events.next(), (1, Some("other faults".to_owned())), "the page itself is another");
    assert!(server.replace(page("<head></head>one")));
    assert_eq!(events.next(), (2, None));
    server.tell(notice("late faults"));
    assert_eq!(events.next(), (2, Some("late faults".to_owned())), "the page is the last good one");
    assert!(get(&server, "/").body.contains("one"));
    assert!(!server.replace(page("<head></head>one")), "it is the same site");
    assert_eq!(events.next(), (2, None));
    assert!(server.replace(page("<head></head>two")));
    assert_eq!(events.next(), (3, None));
    assert!(get(&server, "/").body.contains("two"));
}

#[test]
fn only_pages_have_one_script_more_and_every_answer_is_as_strict() {
    let server = spawn(Shown::nothing(notice("")), 0).unwrap();
    server.replace(page("<head><title>a</title></head>b"));
    let script = "<script src=\"/.kompass/preview.js\" data-run=";
    let home = get(&server, "/");
    let (before, after) = home.body.split_once(script).unwrap();
    assert!(
        before == "<head><title>a</title>"
            && after.ends_with(" data-number=\"1\" data-round=\"0\" defer></script></head>b")
    );
    assert_eq!(home.header("content-length"), home.body.len().to_string());
    let lost = get(&server, "/x");
    assert!(lost.status == 404 && lost.body.contains(script));
    assert_answers(&server, "/a.css", 200, "a");
    assert_answers(&server, "/.kompass/x", 404, "Not found.\n");
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/.kompass/preview.js", "text/javascript; charset=utf-8"),
        ("/.kompass/preview.css", "text/css; charset=utf-8"),
    ] {
        let answer = get(&server, path);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_strict(&answer);
    }
    let events = ask(&server, "HEAD", "/.kompass/events", "localhost");
    assert_eq!((events.status, events.header("content-type")), (200, "text/event-stream"));
    assert_strict(&events);
    for path in ["/.kompass/preview.js", "/.kompass/preview.css", "/.kompass/events"] {
        assert_answers(&site("/"), path, 404, "lost");
    }
}

#[test]
fn only_pages_of_the_preview_learn_when_somebody_saves() {
    let server = spawn(Shown::nothing(notice("")), 0).unwrap();
    let status = |headers: &str| Events::of(&server, headers).line("HTTP/1.1 ");
    let own = format!("Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n", server.address);
    for headers in ["", "Sec-Fetch-Site: none\r\n", &own] {
        assert_eq!(status(headers), "200 OK", "{headers}");
    }
    for headers in [
        "Origin: https://example.com\r\n",
        "Origin: null\r\n",
        "Origin: http://127.0.0.1:1\r\n",
        "Origin: http://localhost.example.com\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
    ] {
        assert_eq!(status(headers), "403 Forbidden", "{headers}");
    }
    assert_eq!(ask(&server, "GET", "/.kompass/events", "example.com").status, 421);
}

#[test]
fn many_streams_starve_nobody_and_all_hear() {
    let server = spawn(Shown::nothing(notice("")), 0).unwrap();
    let mut streams: Vec<_> = (0..100).map(|_| Events::of(&server, "")).collect();
    for events in &mut streams {
        assert_eq!(events.next(), (0, Some(String::new())));
    }
    server.replace(page("one"));
    assert!(get(&server, "/").body.starts_with("one"));
    for events in &mut streams {
        assert_eq!(events.next(), (1, None));
    }
}
