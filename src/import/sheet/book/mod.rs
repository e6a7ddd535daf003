//! A spreadsheet's file → cells. XLSX is read by a process of its own with little memory
//! and time, as reports in Word and PDF are: a hostile file can only bring that one down.

mod csv;
mod marks;
mod xlsx;

use std::fs;
use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::cell::{Spot, Workbook};
use super::objection::{Objection, Trouble};
use crate::diagnostic::Fault;
use crate::import::file::{FileError, Limits, ask, contents, limit};

pub use self::csv::read as read_csv;
pub use self::xlsx::read as read_xlsx;

/// Name of the hidden command that reads one file and writes its cells.
pub const READER: &str = "read-sheet";

/// The largest file, in bytes. One with all municipalities and sub-areas has some 200,000.
const MAX_FILE: u64 = 32 * 1024 * 1024;

/// Why a file gives no cells.
#[derive(Debug)]
pub enum BookError {
    /// Something in it is to blame.
    Objection(Box<Objection>),
    /// Its reader broke down, or it cannot be read at all.
    File(FileError),
}

impl<E: Into<FileError>> From<E> for BookError {
    fn from(error: E) -> Self {
        Self::File(error.into())
    }
}

/// What the reader answers.
#[derive(Serialize, Deserialize)]
enum Answer {
    Book(Workbook),
    Trouble(Spot, Trouble),
}

/// Reads the spreadsheet at `path`; `program` is Kompass itself, which is started again
/// for XLSX, within `limits`.
///
/// # Errors
/// When the file cannot be read, or not as a spreadsheet.
pub fn read(path: &Path, program: &Path, limits: &Limits) -> Result<Workbook, BookError> {
    let whole = |trouble| BookError::Objection(Objection::new(Spot::default(), trouble).into());
    let found = fs::metadata(path)?;
    if !found.is_file() {
        return Err(whole(Trouble::NoFile {}));
    }
    if found.len() > MAX_FILE {
        return Err(whole(Trouble::TooLarge { most: MAX_FILE.to_string() }));
    }
    let bytes = contents(path, MAX_FILE)?;
    match form(&bytes) {
        Form::Empty => Err(whole(Trouble::EmptyFile {})),
        Form::Csv => read_csv(&bytes).map_err(|it| BookError::Objection(it.into())),
        Form::Foreign(kind) => Err(whole(Trouble::Foreign { kind: kind.to_owned() })),
        Form::Archive => match ask::<Answer>(READER, path, program, limits) {
            Ok(Answer::Book(book)) => Ok(book),
            Ok(Answer::Trouble(spot, trouble)) => {
                Err(BookError::Objection(Objection::new(spot, trouble).into()))
            }
            Err(FileError::Fault(fault)) => match *fault {
                Fault::ReportUnreadable { message, .. } => Err(whole(Trouble::TooMuch { message })),
                fault => Err(FileError::Fault(Box::new(fault)).into()),
            },
            Err(error) => Err(error.into()),
        },
    }
}

/// What the process does that [`read`] starts: takes no more than `memory` bytes and `work`
/// seconds, reads, answers.
///
/// # Errors
/// With a message for the process that asked.
pub fn answer(path: &Path, memory: u64, work: u64, out: &mut impl Write) -> Result<(), String> {
    limit(memory, work);
    let bytes = contents(path, MAX_FILE).map_err(|error| error.to_string())?;
    let answer = match read_xlsx(&bytes) {
        Ok(book) => Answer::Book(book),
        Err(objection) => Answer::Trouble(objection.spot, objection.what),
    };
    let answer = serde_json::to_vec(&answer).map_err(|error| error.to_string())?;
    out.write_all(&answer).map_err(|error| error.to_string())
}

/// What kind of file it is, by how it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Empty,
    Archive,
    Csv,
    Foreign(&'static str),
}

fn form(bytes: &[u8]) -> Form {
    let begun = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if begun.is_empty() {
        Form::Empty
    } else if bytes.starts_with(b"PK") {
        Form::Archive
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        Form::Foreign("old")
    } else if bytes.starts_with(b"%PDF-") {
        Form::Foreign("pdf")
    } else if begun.starts_with(b"<") {
        Form::Foreign("page")
    } else {
        Form::Csv
    }
}
