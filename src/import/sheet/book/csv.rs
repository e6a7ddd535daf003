//! CSV → cells, as Excel and others write it.
//!
//! Excel in Sweden puts semicolons between cells and a comma before decimals; other
//! programs put commas or tabs, and a point. Nothing in the file says which it is.

use ::csv::{ReaderBuilder, Trim};

use crate::import::file::decode;
use crate::import::line::document::Unseen;
use crate::import::sheet::cell::{Cell, MAX_CELLS, Sheet, Spot, Value, Workbook};
use crate::import::sheet::objection::{Objection, Trouble};
use crate::language;

/// What may stand between cells, what Swedish programs put there first.
const SEPARATORS: [char; 3] = [';', '\t', ','];

/// How many lines tell what stands between cells. Titles above a table have none of it.
const LINES: usize = 50;

/// Reads the bytes of a CSV file.
///
/// # Errors
/// When there are too many cells.
pub fn read(bytes: &[u8]) -> Result<Workbook, Objection> {
    let (text, unseen) = decode(bytes);
    let text = language::normalise(&text);
    let (separator, start) = told(&text).unwrap_or_else(|| (guessed(&text), 0));
    let rest = text.get(start..).unwrap_or_default();
    // Line 1 of the table may be line 2 of the file.
    let first = u64::from(start > 0);
    let sheet = Sheet { cells: cells(rest, separator, first)?, ..Sheet::default() };
    Ok(Workbook {
        sheets: vec![sheet],
        is_windows_1252: unseen == Some(Unseen::Windows1252),
        has_bad_bytes: unseen == Some(Unseen::BadBytes),
    })
}

/// The separator that a first line `sep=;` names, for Excel, and where the next line
/// begins.
fn told(text: &str) -> Option<(char, usize)> {
    let line = text.lines().next()?;
    let named = line.trim().strip_prefix("sep=")?;
    let separator = if named.is_empty() { '\t' } else { named.chars().next()? };
    Some((separator, line.len() + 1)).filter(|(separator, _)| separator.is_ascii())
}

/// The separator that most lines have, outside quotes.
fn guessed(text: &str) -> char {
    let mut lines = [0_usize; SEPARATORS.len()];
    let mut all = [0_usize; SEPARATORS.len()];
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(LINES) {
        for ((separator, lines), all) in SEPARATORS.iter().zip(&mut lines).zip(&mut all) {
            let count = outside_quotes(line, *separator);
            *lines += usize::from(count > 0);
            *all += count;
        }
    }
    let counts = lines.iter().zip(&all).zip(SEPARATORS).rev();
    counts.max_by_key(|((lines, all), _)| (**lines, **all)).map_or(';', |(_, separator)| separator)
}

fn outside_quotes(line: &str, separator: char) -> usize {
    let mut is_quoted = false;
    let mut count = 0;
    for letter in line.chars() {
        is_quoted ^= letter == '"';
        count += usize::from(letter == separator && !is_quoted);
    }
    count
}

fn cells(text: &str, separator: char, first: u64) -> Result<Vec<Cell>, Objection> {
    let separator = u8::try_from(separator).unwrap_or(b';');
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut cells = Vec::new();
    // The parser counts lines, spreadsheets count rows: a cell of two lines is in one row.
    let mut within = 0;
    for record in reader.records() {
        let record = record.map_err(|error| whole(Trouble::Damaged { message: error.to_string() }))?;
        let line = record.position().map_or(0, |it| line(it, text)).saturating_sub(1) + first;
        let row = u32::try_from(line.saturating_sub(within)).map_err(|_| too_many())?;
        for (column, text) in record.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let column = u32::try_from(column).map_err(|_| too_many())?;
            cells.push(Cell { row, column, value: Value::Text(text.to_owned()) });
        }
        within += record.iter().map(|text| text.matches('\n').count() as u64).sum::<u64>();
        if cells.len() > MAX_CELLS {
            return Err(too_many());
        }
    }
    match open_quote(&cells, text) {
        Some(&Cell { row, column, .. }) => {
            let spot = Spot { row: Some(row), column: Some(column), ..Spot::default() };
            Err(Objection::new(spot, Trouble::OpenQuote {}))
        }
        None => Ok(cells),
    }
}

/// The cell with a quote that is open at the end of the text, where the parser closes it: lines below
/// it have become part of it. In a text whose quotes are all closed their number is even.
fn open_quote<'c>(cells: &'c [Cell], text: &str) -> Option<&'c Cell> {
    let is_open = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    cells.last().filter(|cell| is_open && cell.value.typed().contains('\n'))
}

/// The line that a record begins in. The parser's place is before the empty lines above it.
fn line(position: &::csv::Position, text: &str) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    position.line() + rest.iter().take_while(|byte| **byte == b'\n').count() as u64
}

fn too_many() -> Objection {
    whole(Trouble::TooManyCells { most: MAX_CELLS.to_string() })
}

fn whole(trouble: Trouble) -> Objection {
    Objection::new(Spot::default(), trouble)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(u32, u32, String)> {
        let book = read(bytes).unwrap();
        let cells = book.sheets.into_iter().flat_map(|sheet| sheet.cells);
        cells.map(|it| (it.row, it.column, it.value.typed())).collect()
    }

    #[test]
    fn every_kind_of_csv_is_told_by_itself() {
        let expected = [(0, 0, "Höör"), (0, 1, "4,5"), (1, 0, "b")].map(|(r, c, t)| (r, c, t.to_owned()));
        let kinds: [&[u8]; 7] = [
            "Höör;4,5\r\nb;\r\n".as_bytes(),
            "\u{feff}Höör;4,5\r\nb;\r\n".as_bytes(),
            b"H\xf6\xf6r;4,5\r\nb;\r\n",
            "Höör\t4,5\nb\t\n".as_bytes(),
            "Höör,\"4,5\"\nb,\n".as_bytes(),
            "\"Höör\";\"4,5\"\rb;\r".as_bytes(),
            b"\xff\xfeH\0\xf6\0\xf6\0r\0;\x004\0,\x005\0\n\0b\0;\0\n\0",
        ];
        for bytes in kinds {
            assert_eq!(rows(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(rows("sep=,\nHöör,4\n".as_bytes())[1], (1, 1, "4".to_owned()));
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        let found = rows(b"a;\"x\ny\"\n\n\nb;c\n");
        let places: Vec<_> = found.iter().map(|(row, column, _)| (*row, *column)).collect();
        assert_eq!(places, [(0, 0), (0, 1), (3, 0), (3, 1)]);
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_no_rows() {
        for text in
            ["kommun;år;1;2;not\nLund;2020;4;5;\"se sidan 2\nHöör;2021;6;7;\n", "a;b;c;d;e\n1;2;3;4;\"5\n6\n"]
        {
            let objection = read(text.as_bytes()).unwrap_err();
            assert_eq!((objection.what, objection.spot.cell()), (Trouble::OpenQuote {}, "E2".to_owned()));
        }
        assert_eq!(rows(b"a,\"x\ny, z, u, v\"\nb,c\n").len(), 4, "a remark of two lines");
        assert_eq!(rows("a;5\" rör\nb;c\n".as_bytes()).len(), 4, "an inch");
    }

    #[test]
    fn a_title_with_commas_does_not_hide_semicolons() {
        let text = "Resultat, alla kommuner, 2020\nkommun;år\nLund;2020\n";
        assert_eq!(guessed(text), ';');
        assert_eq!(guessed("a,b\n1,2\n"), ',');
        assert_eq!(guessed("ensam"), ';');
    }
}
