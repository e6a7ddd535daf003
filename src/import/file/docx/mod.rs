//! Word (`.docx`) → document.
//!
//! A line per paragraph and per row of a table; headings by style or outline
//! level, with the numbers that Word counts itself, items of lists by their
//! numbering, footnotes and endnotes behind the paragraph they belong to. Text
//! boxes are read where they are anchored, tracked insertions as if accepted,
//! hidden and struck text like any other; all of it is reported.

mod body;
mod number;
mod style;

use std::io::{Cursor, ErrorKind, Read};

use zip::ZipArchive;

use self::body::Body;
use self::number::Numbering;
use self::style::{Notes, Styles};
use super::error::OUT_OF_MEMORY;
use super::form::foreign;
use crate::import::line::document::Document;

/// The longest part of a Word file when unpacked, in bytes. The text of real
/// reports has some 70,000 without its tags; an archive that unpacks to more
/// than this is made to fill the memory.
const MAX_PART: u64 = 32 * 1024 * 1024;

/// Reads the bytes of a Word file.
///
/// # Errors
/// With a message for people, when they are no Word file or a trap.
pub fn read(bytes: &[u8]) -> Result<Document, String> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| "it is a damaged archive".to_owned())?;
    let Some(main) = part(&mut archive, "word/document.xml")? else {
        let kind = part(&mut archive, "mimetype")?.unwrap_or_default();
        let is_open_document = kind.starts_with("application/vnd.oasis.opendocument");
        return Err(if is_open_document {
            foreign("an OpenDocument text (.odt)")
        } else {
            "it is an archive, but not one of Word's".to_owned()
        });
    };
    let styles = part(&mut archive, "word/styles.xml")?.map(|xml| Styles::read(&xml)).unwrap_or_default();
    let mut notes = Notes::default();
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        notes.read(&part(&mut archive, name)?.unwrap_or_default());
    }
    let numbering =
        part(&mut archive, "word/numbering.xml")?.map(|xml| Numbering::read(&xml)).unwrap_or_default();
    Body::read(&main, &styles, &notes, &numbering)
}

/// The text of a part of the archive, if there is one of that name.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, String> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    file.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|error| match error.kind() {
        ErrorKind::OutOfMemory => OUT_OF_MEMORY.to_owned(),
        _ => format!("its part {name} is damaged"),
    })?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_PART) {
        return Err(format!("its part {name} unpacks to more than {MAX_PART} bytes"));
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}
