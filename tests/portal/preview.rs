//! `kompass serve` as somebody uses it who writes: one program, one browser's requests.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::project::golden_project;

const PATIENCE: Duration = Duration::from_mins(1);

const PAGE: &str = "content/pages/om.md";

/// A program that serves, ended when this is dropped.
struct Program {
    child: Child,
    lines: Receiver<String>,
    address: String,
    path: String,
}

impl Program {
    fn serve(root: &Path, more: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kompass"));
        command.args(["serve", "--port", "0", "--date", "2026-01-01", "--root"]).arg(root).args(more);
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let told = BufReader::new(child.stderr.take().unwrap());
        thread::spawn(move || told.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut program = Self { child, lines, address: String::new(), path: String::new() };
        let line = program.line("http://");
        let address = line.split("http://").nth(1).unwrap().split(' ').next().unwrap();
        let (host, path) = address.split_once('/').unwrap();
        (program.address, program.path) = (host.to_owned(), format!("/{path}"));
        program
    }

    /// The next line on standard error that has `part`.
    fn line(&self, part: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap();
            if line.contains(part) {
                return line;
            }
        }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn events(&self) -> Events {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = format!("GET /.kompass/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).unwrap();
        Events { stream: BufReader::new(stream), last: None }
    }
}

/// What the server says of the site, as it comes.
struct Events {
    stream: BufReader<TcpStream>,
    last: Option<(u64, Option<String>)>,
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The next event with another number or other faults: an index comes without either.
fn next(events: &mut Events) -> (u64, Option<String>) {
    loop {
        let mut line = String::new();
        assert_ne!(events.stream.read_line(&mut line).unwrap(), 0, "the stream has ended");
        let Some(news) = line.strip_prefix("data: ") else { continue };
        let news: serde_json::Value = serde_json::from_str(news).unwrap();
        let faults = news["notice"]["faults"].as_str().map(str::to_owned);
        let told = (news["number"].as_u64().unwrap(), faults);
        if events.last.replace(told.clone()) != Some(told.clone()) {
            return told;
        }
    }
}

#[test]
fn a_page_follows_its_file_and_a_fault_is_told_until_it_is_mended() {
    let project = golden_project();
    let program = Program::serve(project.path(), &[]);
    let page = format!("{}om/", program.path);
    let before = program.get(&page);
    assert!(before.contains("/.kompass/preview.js"), "{before}");
    let mut events = program.events();
    let (first, faults) = next(&mut events);
    assert_eq!(faults, None);

    let text = fs::read_to_string(project.join(PAGE)).unwrap();
    project.write(PAGE, &format!("{text}\nEn mening till.\n"));
    assert_eq!(next(&mut events), (first + 1, None));
    assert!(program.get(&page).contains("En mening till."));
    program.line(PAGE);

    project.write(PAGE, &format!("{text}\n[Länk](/finns-inte/)\n"));
    let (number, faults) = next(&mut events);
    let faults = faults.unwrap();
    assert_eq!(number, first + 1, "the page stays");
    assert!(faults.contains("markdown/broken-link") && faults.contains("finns-inte"), "{faults}");
    assert!(!faults.contains('\u{1b}'), "{faults}");
    assert!(program.get(&page).contains("En mening till."));
    program.line("finns-inte");

    project.write(PAGE, &format!("{text}\nEn mening till.\n"));
    assert_eq!(next(&mut events), (first + 1, None), "it is the page of before");
    project.write(PAGE, &text);
    assert_eq!(next(&mut events), (first + 2, None));
    assert!(!program.get(&page).contains("En mening till."));
}

#[test]
fn a_project_with_faults_is_served_as_soon_as_they_are_mended() {
    let project = golden_project();
    let site = fs::read_to_string(project.join("site.toml")).unwrap();
    project.write("site.toml", "format = \n");
    let program = Program::serve(project.path(), &[]);
    let answer = program.get("/");
    assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
    assert!(answer.contains("toml/syntax") && answer.contains("/.kompass/preview.js"), "{answer}");
    let mut events = program.events();
    let (first, faults) = next(&mut events);
    assert!(faults.unwrap().contains("toml/syntax"));
    project.write("site.toml", &site);
    assert_eq!(next(&mut events), (first + 1, None));
    assert!(program.get("/").contains("\r\nlocation: /prov/\r\n"));
    assert!(program.get("/prov/").starts_with("HTTP/1.1 200 "));
}

#[test]
fn drafts_are_shown_and_marked() {
    let project = golden_project();
    let program = Program::serve(project.path(), &[]);
    let mut events = program.events();
    let (first, _) = next(&mut events);
    let record = "content/evaluations/amossa/2020/evaluation.toml";
    let text = fs::read_to_string(project.join(record)).unwrap();
    project.write(record, &text.replace("format = 1\n", "format = 1\ndraft = true\n"));
    assert_eq!(next(&mut events).0, first + 1);
    let page = program.get("/prov/kommuner/amossa/2020/");
    assert!(page.starts_with("HTTP/1.1 200 ") && page.contains("draft-notice"), "{page}");
}

#[test]
fn nothing_of_the_preview_is_published() {
    let project = golden_project();
    let build = Command::new(env!("CARGO_BIN_EXE_kompass"))
        .args(["build", "--drafts", "--date", "2026-01-01", "--root"])
        .arg(project.path())
        .output();
    assert!(build.unwrap().status.success());
    let mut pages = 0;
    for entry in walkdir::WalkDir::new(project.join("output-drafts")) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() && !entry.file_name().to_string_lossy().starts_with('.') {
            let bytes = fs::read(entry.path()).unwrap();
            let has = |words: &[u8]| bytes.windows(words.len()).any(|it| it == words);
            assert!(!has(b"/.kompass/") && !has(b"kompass-preview"), "{}", entry.path().display());
            pages += 1;
        }
    }
    assert!(pages > 50);
    // And what is served without following is what is published.
    let program = Program::serve(project.path(), &["--no-reload"]);
    let answer = program.get("/prov/om/");
    let published = fs::read_to_string(project.join("output-drafts/om/index.html")).unwrap();
    assert_eq!(answer.split_once("\r\n\r\n").unwrap().1, published);
    assert!(program.get("/.kompass/preview.js").starts_with("HTTP/1.1 404 "));
}

/// The pages do not wait for the index of their texts.
#[test]
fn what_was_saved_is_soon_found() {
    let project = golden_project();
    let program = Program::serve(project.path(), &[]);
    let page = program.get("/prov/sok/");
    assert!(page.contains("data-index=\"/prov/sok/index/afterwards/\""), "{page}");
    let text = fs::read_to_string(project.join(PAGE)).unwrap();
    let index = || program.get("/prov/sok/index/afterwards/directory.bin");
    let settled = |before: &str| {
        let end = Instant::now() + PATIENCE;
        loop {
            let now = index();
            if now.starts_with("HTTP/1.1 200 ") && now != before || Instant::now() > end {
                return now;
            }
            thread::sleep(Duration::from_millis(20));
        }
    };
    let before = settled("");
    assert!(before.contains("\r\ncache-control: no-store\r\n"), "{before}");
    project.write(PAGE, &format!("{text}\nOm xylofonundervisning och kvartsarbetstid.\n"));
    let after = settled(&before);
    assert!(after.starts_with("HTTP/1.1 200 ") && after != before, "the index is another one");
}
