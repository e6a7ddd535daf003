//! A report's file → document, whatever kind it is. Word and PDF are read by a
//! process of their own with little memory and time: a hostile file can only
//! bring that one down.

mod docx;
mod error;
mod form;
mod pdf;
mod process;
mod text;

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use rlimit::Resource;

use self::form::{Form, foreign, form_of};
pub(super) use self::process::ask;
pub(super) use self::text::decode;
use super::line::document::Document;
use crate::diagnostic::Fault;

pub use self::docx::read as read_docx;
pub use self::error::{FileError, unreadable};
pub use self::pdf::block::document as read_pages;
pub use self::pdf::layout::{Glyph, Page};
pub use self::pdf::read as read_pdf;
pub use self::process::{Limits, READER};
pub use self::text::read as read_text;

/// The largest text file, in bytes. Real reports have some 70,000.
const MAX_TEXT: u64 = 16 * 1024 * 1024;

/// The largest Word or PDF file, in bytes: it may hold pictures.
const MAX_FILE: u64 = 64 * 1024 * 1024;

/// How many bytes at the beginning tell what kind of file it is.
const HEAD: u64 = 1024;

/// Reads the report at `path`; `program` is Kompass itself, which is started
/// again for Word and PDF, within `limits`.
///
/// # Errors
/// When the file cannot be read, or not as a report.
pub fn read(path: &Path, program: &Path, limits: &Limits) -> Result<Document, FileError> {
    match form(path)? {
        Form::Text => Ok(text::read(&contents(path, MAX_TEXT)?)),
        Form::Word | Form::Pdf => ask(READER, path, program, limits),
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
    let limit = if form == Form::Text { MAX_TEXT } else { MAX_FILE };
    if found.len() > limit {
        let fault = Fault::TooLarge { size: found.len().to_string(), limit: limit.to_string() };
        return Err(FileError::Fault(Box::new(fault)));
    }
    Ok(form)
}

/// At most `limit` bytes of the file at `path`, whatever its size is said to be.
pub(super) fn contents(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What the process does that [`read`] starts: takes no more than `memory`
/// bytes and `work` seconds, reads, answers.
///
/// # Errors
/// With a message for the process that asked.
pub fn answer(path: &Path, memory: u64, work: u64, out: &mut impl Write) -> Result<(), String> {
    limit(memory, work);
    let bytes = contents(path, MAX_FILE).map_err(|error| error.to_string())?;
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
pub(super) fn limit(memory: u64, work: u64) {
    for (resource, most) in
        [(Resource::AS, memory), (Resource::CPU, work), (Resource::FSIZE, 0), (Resource::CORE, 0)]
    {
        let _ = resource.set(most, most);
    }
}
