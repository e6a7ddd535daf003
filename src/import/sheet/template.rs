//! The spreadsheet to fill in.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::edition::{label, maximum};
use super::head::Key;
use crate::model::Edition;

/// What the sheet says beside its heads.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// Its title.
    pub title: &'a str,
    /// What to do.
    pub help: &'a str,
}

/// The row of the heads, from 0.
const HEADS: u32 = 2;

/// How many rows say which points there are to get when one is typed.
const ROWS: u32 = 1000;

/// Heads before the figures, as `head` understands them, with the example.
const FRONT: [(&str, &str, f64); 5] = [
    ("kommun", "Exempel (raden läses inte)", 30.0),
    ("år", "", 8.0),
    ("månad", "december", 11.0),
    ("utgåva", "", 9.0),
    ("källa", "Rapportens titel", 30.0),
];

/// An XLSX file with a column for every part of `edition`, their maxima and an example.
///
/// # Errors
/// When the library refuses something.
pub fn template(edition: &Edition, texts: Texts<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Resultat")?;
    sheet.write_string_with_format(0, 0, texts.title, &Format::new().set_bold().set_font_size(14))?;
    sheet.write_string(1, 0, texts.help)?;
    front(sheet, edition)?;
    let first = u16::try_from(FRONT.len()).unwrap_or_default();
    for (column, (key, name)) in (first..).zip(parts(edition)) {
        part(sheet, column, key, &name, edition)?;
    }
    sheet.set_row_height(HEADS, 90)?;
    sheet.set_freeze_panes(HEADS + 2, 1)?;
    book.save_to_buffer()
}

/// Every part of an edition with its name.
fn parts(edition: &Edition) -> Vec<(Key, String)> {
    let areas = edition.areas.iter().map(|it| (Key::Area(it.number), it.name.clone()));
    let sub_areas = edition.areas.iter().flat_map(|area| &area.sub_areas);
    let sub_areas = sub_areas.map(|it| (Key::SubArea(it.number), it.name.clone()));
    std::iter::once((Key::Total, String::new())).chain(areas).chain(sub_areas).collect()
}

fn head_format() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin)
}

fn front(sheet: &mut Worksheet, edition: &Edition) -> Result<(), XlsxError> {
    let (maxima, example) = (Format::new().set_bold(), Format::new().set_italic());
    for (column, (head, text, width)) in (0..).zip(FRONT) {
        sheet.write_string_with_format(HEADS, column, head, &head_format())?;
        sheet.set_column_width(column, width)?;
        match head {
            "år" => sheet.write_number_with_format(HEADS + 2, column, edition.year, &example)?,
            "utgåva" => sheet.write_string_with_format(HEADS + 2, column, &edition.id.0, &example)?,
            _ => sheet.write_string_with_format(HEADS + 2, column, text, &example)?,
        };
    }
    sheet.write_string_with_format(HEADS + 1, 0, "Maxpoäng", &maxima)?;
    Ok(())
}

fn part(
    sheet: &mut Worksheet,
    column: u16,
    key: Key,
    name: &str,
    edition: &Edition,
) -> Result<(), XlsxError> {
    let head = format!("{} {name}", label(key));
    let most = maximum(key, edition).unwrap_or_default();
    sheet.write_string_with_format(HEADS, column, head.trim_end(), &head_format())?;
    sheet.set_column_width(column, 16)?;
    sheet.write_number_with_format(HEADS + 1, column, most, &Format::new().set_bold())?;
    let half = f64::from(most) / 2.0;
    sheet.write_number_with_format(HEADS + 2, column, half, &Format::new().set_italic())?;
    let allowed = DataValidationRule::Between(0.0, f64::from(most));
    let allowed = DataValidation::new().allow_decimal_number(allowed);
    sheet.add_data_validation(HEADS + 3, column, HEADS + ROWS, column, &allowed)?;
    Ok(())
}

/// Writes a new file; one that is there stays.
///
/// # Errors
/// When there is one, or the file system refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
