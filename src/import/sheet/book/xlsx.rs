//! XLSX → cells, by calamine.

use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use super::marks::{Marks, marks, paths};
use crate::import::sheet::cell::{Cell, MAX_CELLS, Sheet, Spot, Value, Workbook};
use crate::import::sheet::objection::{Objection, Trouble};

/// Reads the bytes of an XLSX file.
///
/// # Errors
/// When they are none, when a cell cannot be read, or when there are too many cells.
pub fn read(bytes: &[u8]) -> Result<Workbook, Objection> {
    let whole = |trouble| Objection::new(Spot::default(), trouble);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| whole(damaged(&error)))?;
    if let Some(kind) = foreign(&mut archive) {
        return Err(whole(Trouble::Foreign { kind: kind.to_owned() }));
    }
    let paths = paths(&mut archive);
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| whole(damaged(&error)))?;
    let listed = book.sheets_metadata().to_vec();
    let listed = listed.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let mut read = Workbook::default();
    let mut left = MAX_CELLS;
    for listed in listed {
        let path = paths.iter().find(|(name, _)| *name == listed.name).map(|(_, path)| path);
        let marks = path.map(|path| marks(&mut archive, path)).unwrap_or_default();
        let cells = cells(&mut book, &listed.name, &marks, left)?;
        left -= cells.len();
        let (name, is_hidden) = (listed.name, listed.visible != SheetVisible::Visible);
        read.sheets.push(Sheet { name, is_hidden, cells, hidden: marks.hidden, merged: marks.merged });
    }
    Ok(read)
}

/// What kind of archive it is, if it is none of Excel's newer ones.
fn foreign(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<&'static str> {
    if archive.index_for_name("xl/workbook.bin").is_some() {
        return Some("binary");
    }
    if archive.index_for_name("word/document.xml").is_some() {
        return Some("word");
    }
    let mut kind = String::new();
    let file = archive.by_name("mimetype").ok()?;
    file.take(100).read_to_string(&mut kind).ok()?;
    kind.contains("opendocument").then_some("ods")
}

fn damaged(error: &impl ToString) -> Trouble {
    Trouble::Damaged { message: error.to_string() }
}

/// The cells of one sheet, at most `most` of them.
fn cells(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    marks: &Marks,
    most: usize,
) -> Result<Vec<Cell>, Objection> {
    let mut cells = Vec::new();
    let mut last = None;
    let objection = |last: Option<(u32, u32)>, error: &XlsxError| {
        let (row, column) = (last.map(|it| it.0), last.map(|it| it.1));
        Objection::new(Spot { sheet: name.to_owned(), row, column }, damaged(error))
    };
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| objection(None, &error))?;
    // Styles are few and cells many: what shows percentages is looked up, not searched.
    let is_percent: Vec<_> = reader.styles().iter().map(shows_percent).collect();
    while let Some((cell, style)) =
        reader.next_cell_with_style_id().map_err(|error| objection(last, &error))?
    {
        let (row, column) = cell.get_position();
        last = Some((row, column));
        let is_percent = is_percent.get(style).copied().unwrap_or_default();
        let is_uncomputed = || marks.uncomputed.contains(&(row, column));
        let value =
            value(cell.get_value(), is_percent).or_else(|| is_uncomputed().then_some(Value::Uncomputed));
        cells.extend(value.map(|value| Cell { row, column, value }));
        if cells.len() > most {
            let trouble = Trouble::TooManyCells { most: MAX_CELLS.to_string() };
            return Err(Objection::new(Spot { sheet: name.to_owned(), ..Spot::default() }, trouble));
        }
    }
    // A file may hold them in any order, and one cell twice: then the last one counts, as
    // in Excel.
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells.dedup_by(|later, earlier| {
        let is_same = (later.row, later.column) == (earlier.row, earlier.column);
        if is_same {
            std::mem::swap(later, earlier);
        }
        is_same
    });
    Ok(cells)
}

/// Whether numbers are shown as percentages: a `%` in the format that is no text.
fn shows_percent(style: &calamine::Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let mut is_quoted = false;
    let mut is_escaped = false;
    format.format_code.chars().any(|letter| {
        let is_plain = !is_quoted && !is_escaped;
        is_quoted ^= letter == '"' && !is_escaped;
        is_escaped = letter == '\\' && is_plain;
        letter == '%' && is_plain
    })
}

/// What a cell holds, if anything.
fn value(data: &DataRef<'_>, is_percent: bool) -> Option<Value> {
    let number = |digits: String| Value::Number { digits, is_percent };
    let value = match data {
        DataRef::Empty => return None,
        DataRef::Int(number) => Value::Number { digits: number.to_string(), is_percent },
        // Rust prints the shortest digits that are read as the same number again.
        DataRef::Float(float) => number(float.to_string()),
        DataRef::String(text) => Value::Text(text.clone()),
        DataRef::SharedString(text) => Value::Text((*text).to_owned()),
        DataRef::Bool(truth) => Value::Truth(*truth),
        DataRef::DateTime(time) => Value::Date(day(time)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Value::Date(text.clone()),
        DataRef::Error(error) => Value::Error(error.to_string()),
    };
    match value {
        Value::Text(text) if text.trim().is_empty() => None,
        value => Some(value),
    }
}

/// `YYYY-MM-DD`, or the number of days where it is no day.
fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    if date.is_duration() { date.as_f64().to_string() } else { format!("{year:04}-{month:02}-{day:02}") }
}
