//! A report's file → document, whatever kind it is. Word and PDF are read by a
//! process of their own with little memory and time: a hostile file may take
//! that down, not us.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rlimit::Resource;

use super::document::Document;
use super::{docx, pdf, text};
use crate::diagnostic::{Diagnostic, Fault, Place};

/// Name of the hidden command that reads one file and writes its document.
pub const READER: &str = "read-report";

/// A text of a report has some 70,000 bytes.
const TEXT_LIMIT: u64 = 16 * 1024 * 1024;

/// Word and PDF may hold pictures.
const FILE_LIMIT: u64 = 64 * 1024 * 1024;

/// Bytes that tell what kind of file it is.
const HEAD: u64 = 1024;

/// What the reader writes is at most so long.
const ANSWER_LIMIT: u64 = 64 * 1024 * 1024;

/// What a reader says that notices itself that it needs too much memory.
pub const OUT_OF_MEMORY: &str = "out of memory";

/// What a reader may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Memory, in bytes.
    pub memory: u64,
    /// Work, in seconds of a processor.
    pub work: u64,
    /// Time after which it is stopped, whatever it does.
    pub patience: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { memory: 1024 * 1024 * 1024, work: 20, patience: Duration::from_secs(40) }
    }
}

/// What kind of file it is, by how it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Text,
    Word,
    Pdf,
    /// One that is told by its beginning, but not read.
    Foreign(&'static str),
}

/// Why a file gives no document.
#[derive(Debug)]
pub enum FileError {
    /// The file itself is to blame.
    Fault(Fault),
    /// The environment failed.
    Io(io::Error),
}

impl FileError {
    /// The fault as one of the file at `path`.
    ///
    /// # Errors
    /// When it is not the file that is to blame.
    pub fn diagnostic(self, path: &Path) -> io::Result<Diagnostic> {
        match self {
            Self::Fault(fault) => Ok(Diagnostic::new(fault, Place::File(path.display().to_string()))),
            Self::Io(error) => Err(io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        }
    }
}

impl From<io::Error> for FileError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn unreadable(message: impl Into<String>) -> FileError {
    FileError::Fault(Fault::ReportUnreadable { message: message.into() })
}

/// Reads the report at `path`; `program` is Kompass itself, which is started
/// again for Word and PDF, within `limits`.
///
/// # Errors
/// When the file cannot be read, or not as a report.
pub fn read(path: &Path, program: &Path, limits: &Limits) -> Result<Document, FileError> {
    match form(path)? {
        Form::Text => Ok(text::read(&contents(path, TEXT_LIMIT)?)),
        Form::Word | Form::Pdf => ask(path, program, limits),
        Form::Foreign(kind) => Err(unreadable(foreign(kind))),
    }
}

/// What kind of file lies at `path`, unless it is too large.
fn form(path: &Path) -> Result<Form, FileError> {
    // Opening a pipe would wait for somebody to write, a device has no end.
    let found = fs::metadata(path)?;
    if !found.is_file() {
        return Err(unreadable("it is no file but a folder, pipe or device"));
    }
    let head = contents(path, HEAD)?;
    if head.is_empty() {
        return Err(unreadable("it is empty"));
    }
    let form = form_of(&head);
    let limit = if form == Form::Text { TEXT_LIMIT } else { FILE_LIMIT };
    if found.len() > limit {
        return Err(FileError::Fault(Fault::TooLarge {
            size: found.len().to_string(),
            limit: limit.to_string(),
        }));
    }
    Ok(form)
}

/// At most `limit` bytes of the file at `path`, whatever its size is said to be.
fn contents(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// How files begin that people take for reports, and what they are.
const FOREIGN: [(&[u8], &str); 7] = [
    (b"\xd0\xcf\x11\xe0", "a Word file of before 2007 (.doc), or one with a password"),
    (b"{\\rtf", "rich text (.rtf)"),
    (b"<!doctype html", "a page of the web (.html)"),
    (b"<html", "a page of the web (.html)"),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
];

/// Kompass reads no letters in pictures.
const PICTURE: &str = "a picture, whose text must be recognised first";

/// What to do with a file of a kind that nobody reads here.
pub fn foreign(kind: &str) -> String {
    format!("it is {kind}; save it as .docx")
}

/// A PDF may begin with other bytes; a Word file is a zip archive.
fn form_of(head: &[u8]) -> Form {
    let begun = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins = |mark: &[u8]| begun.get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark));
    if let Some((_, kind)) = FOREIGN.iter().find(|(mark, _)| begins(mark)) {
        Form::Foreign(kind)
    } else if head.starts_with(b"PK\x03\x04") {
        Form::Word
    } else if head.windows(5).any(|it| it == b"%PDF-") {
        Form::Pdf
    } else {
        Form::Text
    }
}

/// Has another process read the file at `path`.
fn ask(path: &Path, program: &Path, limits: &Limits) -> Result<Document, FileError> {
    let mut command = Command::new(program);
    command.arg(READER).arg(path).args([limits.memory.to_string(), limits.work.to_string()]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let (answer, said) = (pipe(child.stdout.take()), pipe(child.stderr.take()));
    let status = wait(&mut child, limits.patience)?;
    let answer = answer.join().unwrap_or_default();
    let said = said.join().unwrap_or_default();
    let Some(status) = status else { return Err(unreadable(limits.too_long())) };
    if !status.success() {
        return Err(unreadable(limits.reason(status, &String::from_utf8_lossy(&said))));
    }
    serde_json::from_slice(&answer).map_err(|_| unreadable("its reader gave no answer"))
}

impl Limits {
    /// Why a reader ended: by its own words if they are meant for people, by
    /// how the system or the allocator took it down otherwise.
    fn reason(&self, status: ExitStatus, said: &str) -> String {
        let own = said.lines().rev().find_map(|line| line.strip_prefix("reader: "));
        if own == Some(OUT_OF_MEMORY) || said.contains("memory allocation of ") {
            format!("reading it takes more than {} MB of memory", self.memory / 1024 / 1024)
        } else if let Some(own) = own {
            own.to_owned()
        } else if was_overworked(status) {
            self.too_long()
        } else {
            "its reader broke down".to_owned()
        }
    }

    fn too_long(&self) -> String {
        format!("reading it takes more than {} seconds", self.work.min(self.patience.as_secs()))
    }
}

/// Whether the system has stopped a process that worked too long.
#[cfg(unix)]
fn was_overworked(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;

    /// `SIGXCPU`, and `SIGKILL` where there is no more grace.
    const OVERWORKED: [i32; 2] = [24, 9];
    status.signal().is_some_and(|signal| OVERWORKED.contains(&signal))
}

/// Other systems set no limit to a process's work.
#[cfg(not(unix))]
fn was_overworked(_: ExitStatus) -> bool {
    false
}

fn pipe(from: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(from) = from {
            // What was read until it broke off is judged by its content.
            let _ = from.take(ANSWER_LIMIT).read_to_end(&mut bytes);
        }
        bytes
    })
}

/// How the process ended; nothing when it had to be stopped.
fn wait(child: &mut Child, patience: Duration) -> io::Result<Option<ExitStatus>> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if started.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// What the process does that [`read`] starts: takes no more than `memory`
/// bytes and `work` seconds, reads, answers.
///
/// # Errors
/// With a message for the process that asked.
pub fn answer(path: &Path, memory: u64, work: u64, out: &mut impl Write) -> Result<(), String> {
    limit(memory, work);
    let bytes = contents(path, FILE_LIMIT).map_err(|error| error.to_string())?;
    let document = parse(&bytes)?;
    let answer = serde_json::to_vec(&document).map_err(|error| error.to_string())?;
    out.write_all(&answer).map_err(|error| error.to_string())
}

/// Reads a report from memory, in this process.
///
/// # Errors
/// With a message for people, when the bytes are no report of their kind.
pub fn parse(bytes: &[u8]) -> Result<Document, String> {
    match form_of(bytes.get(..1024).unwrap_or(bytes)) {
        Form::Text => Ok(text::read(bytes)),
        Form::Word => docx::read(bytes),
        Form::Pdf => pdf::read(bytes),
        Form::Foreign(kind) => Err(foreign(kind)),
    }
}

/// Gives up what a reader does not need. Where the system knows no limits, the
/// time limit of the process that asked is left.
fn limit(memory: u64, work: u64) {
    for (resource, most) in
        [(Resource::AS, memory), (Resource::CPU, work), (Resource::FSIZE, 0), (Resource::CORE, 0)]
    {
        let _ = resource.set(most, most);
    }
}
