//! What calamine does not tell of a sheet: hidden rows and columns, merged cells and
//! formulas without a result.

use std::collections::BTreeSet;
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::import::sheet::cell::{Area, Hidden, MAX_CELLS};

/// The most bytes of a sheet when unpacked.
const MAX_SHEET: u64 = 256 * 1024 * 1024;

/// The marks of one sheet.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// What is hidden.
    pub(super) hidden: Hidden,
    /// Merged areas.
    pub(super) merged: Vec<Area>,
    /// Row and column of every formula without a result.
    pub(super) uncomputed: BTreeSet<(u32, u32)>,
}

/// The paths of the sheets' parts in `archive` by the sheets' names; sheets that cannot be
/// found are left out.
pub(super) fn paths(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Vec<(String, String)> {
    let mut targets = Vec::new();
    each(archive, "xl/_rels/workbook.xml.rels", |element| {
        if is(element, "Relationship") {
            targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
        Some(())
    });
    let mut paths = Vec::new();
    each(archive, "xl/workbook.xml", |element| {
        if is(element, "sheet") {
            let id = attribute(element, "id").unwrap_or_default();
            let target = targets.iter().find(|(other, _)| *other == id).map(|(_, target)| target);
            let path = target.map(|target| match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("xl/{target}"),
            });
            paths.extend(attribute(element, "name").zip(path));
        }
        Some(())
    });
    paths
}

/// The marks of the sheet whose part is `path`. What cannot be read is left out: calamine
/// reads the same part and says what is wrong with it.
pub(super) fn marks(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Marks {
    let mut marks = Marks::default();
    let Ok(file) = archive.by_name(path) else { return marks };
    let mut reader = Reader::from_reader(BufReader::new(file.take(MAX_SHEET)));
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut at = Walk::default();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => at.begin(&element, &mut marks),
            Ok(Event::Text(_) | Event::CData(_) | Event::GeneralRef(_)) if at.is_in_value => {
                at.cell.has_value = true;
            }
            Ok(Event::End(element)) => at.end(element.local_name().as_ref(), &mut marks),
            Ok(Event::Eof) | Err(_) => return marks,
            Ok(_) => {}
        }
    }
}

/// How far a sheet has been walked through.
#[derive(Default)]
struct Walk {
    row: u32,
    column: u32,
    cell: Content,
    is_in_value: bool,
}

/// What has been seen of a cell.
#[derive(Default)]
struct Content {
    has_formula: bool,
    has_value: bool,
    /// Whether the cell says that it holds text: then no text is a result, too.
    is_text: bool,
}

impl Walk {
    fn begin(&mut self, element: &BytesStart<'_>, marks: &mut Marks) {
        match element.local_name().as_ref() {
            "col" if is_true(element, "hidden") => {
                let first = number(element, "min");
                let range = first.zip(number(element, "max")).filter(|_| marks.hidden.columns.len() < 16_384);
                let below = |it: u32| it.saturating_sub(1);
                marks.hidden.columns.extend(range.map(|(first, last)| (below(first), below(last))));
            }
            "row" => {
                self.row = number(element, "r").map_or(self.row, |row| row.saturating_sub(1));
                self.column = 0;
                if is_true(element, "hidden") {
                    self.hide(marks);
                }
            }
            "c" => {
                if let Some(place) = attribute(element, "r").and_then(|it| place(&it)) {
                    (self.row, self.column) = place;
                }
                let is_text = attribute(element, "t").is_some_and(|it| it == "str");
                self.cell = Content { is_text, ..Content::default() };
            }
            "f" => self.cell.has_formula = true,
            "v" => (self.is_in_value, self.cell.has_value) = (true, self.cell.is_text),
            "is" => self.cell.has_value = true,
            "mergeCell" if marks.merged.len() < MAX_CELLS => {
                let reference = attribute(element, "ref").unwrap_or_default();
                let (first, last) = reference.split_once(':').unwrap_or((&reference, &reference));
                let area = place(first).zip(place(last));
                marks.merged.extend(area.map(|(first, last)| Area { first, last }));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, marks: &mut Marks) {
        match name {
            "row" => self.row = self.row.saturating_add(1),
            "v" => self.is_in_value = false,
            "c" => {
                if self.cell.has_formula && !self.cell.has_value && marks.uncomputed.len() < MAX_CELLS {
                    marks.uncomputed.insert((self.row, self.column));
                }
                self.column = self.column.saturating_add(1);
            }
            _ => {}
        }
    }

    /// Adds the row to those that are hidden; one right below another to its group.
    fn hide(&self, marks: &mut Marks) {
        let rows = &mut marks.hidden.rows;
        let is_full = rows.len() >= MAX_CELLS;
        match rows.last_mut() {
            Some((_, last)) if last.saturating_add(1) >= self.row => *last = (*last).max(self.row),
            _ if is_full => {}
            _ => rows.push((self.row, self.row)),
        }
    }
}

/// Row and column that a name such as `D7` means.
fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let place = u32::from(letter.to_ascii_uppercase()).checked_sub(64).filter(|it| *it <= 26)?;
        column.checked_mul(26)?.checked_add(place)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// Calls `on` for every element of a small part of the archive.
fn each(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    path: &str,
    mut on: impl FnMut(&BytesStart<'_>) -> Option<()>,
) {
    let Ok(file) = archive.by_name(path) else { return };
    let mut reader = Reader::from_reader(BufReader::new(file.take(MAX_SHEET)));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) if on(&element).is_some() => {}
            Ok(Event::Eof | Event::Start(_) | Event::Empty(_)) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn is(element: &BytesStart<'_>, name: &str) -> bool {
    element.local_name().as_ref() == name
}

/// The value of an attribute, whatever the prefix of its name.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|it| it.key.local_name().as_ref() == name)?;
    Some(quick_xml::escape::unescape(found.value.as_ref()).ok()?.into_owned())
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

fn is_true(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn names_of_cells_are_read() {
        assert_eq!(place("D7"), Some((6, 3)));
        assert_eq!(place("$XFD$1048576"), Some((1_048_575, 16_383)));
        for name in ["", "7", "D", "D0", "Å1", "ZZZZZZZZZZZZ1", "A99999999999"] {
            assert_eq!(place(name), None, "{name}");
        }
    }
}
