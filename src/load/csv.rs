//! CSV text → rows that know where their fields stand.

use std::collections::BTreeMap;
use std::ops::Range;

use ::csv::{ErrorKind, ReaderBuilder, StringRecord};
use serde::de::DeserializeOwned;

use super::text::Text;
use super::walk::Files;
use crate::diagnostic::{Diagnostic, Fault};
use crate::source::Span;

/// The rows of a CSV file with a head.
#[derive(Clone, Debug)]
pub struct Table<T> {
    /// Rows in the file's order.
    pub rows: Vec<Row<T>>,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row<T> {
    /// Its fields.
    pub value: T,
    /// The whole row.
    pub span: Span,
    fields: BTreeMap<String, Span>,
}

impl<T> Row<T> {
    /// Where the field of `column` stands; the whole row when it has no such field.
    pub fn field(&self, column: &str) -> Span {
        self.fields.get(column).copied().unwrap_or(self.span)
    }
}

/// Reads the CSV file at `path`, which must exist and have `columns`.
pub(super) fn table<T: DeserializeOwned>(
    files: &Files,
    path: &str,
    columns: &[&str],
    faults: &mut Vec<Diagnostic>,
) -> Option<Table<T>> {
    let text = files.required(path, faults)?;
    let before = faults.len();
    let rows = rows(text, columns, faults);
    (faults.len() == before).then_some(Table { rows })
}

/// The same for a file that may be absent; nothing when it is faulty.
pub(super) fn optional<T: DeserializeOwned>(
    files: &Files,
    path: &str,
    columns: &[&str],
    faults: &mut Vec<Diagnostic>,
) -> Option<Table<T>> {
    files.get(path).and_then(|_| table(files, path, columns, faults))
}

fn rows<T: DeserializeOwned>(text: &Text, columns: &[&str], faults: &mut Vec<Diagnostic>) -> Vec<Row<T>> {
    let mut reader = ReaderBuilder::new().flexible(false).from_reader(text.text.as_bytes());
    let head = match reader.headers() {
        Ok(head) => head.clone(),
        Err(error) => {
            faults.push(fault(text, &error, &[]));
            return Vec::new();
        }
    };
    let missing = columns.iter().filter(|column| !head.iter().any(|it| it == **column));
    let missing: Vec<_> = missing.map(|column| (*column).to_owned()).collect();
    if !missing.is_empty() {
        faults.extend(head_faults(missing, &head).map(|fault| Diagnostic::new(fault, line(text, 0))));
        return Vec::new();
    }
    faults.extend(unknown(text, columns, &head));
    let (mut sound, mut errors) = (Vec::new(), Vec::new());
    for record in reader.into_records() {
        match record {
            Ok(record) => sound.push(record),
            Err(error) => errors.push(error),
        }
    }
    let forms = if errors.is_empty() { Vec::new() } else { forms(&head, &sound) };
    faults.extend(errors.iter().map(|error| fault(text, error, &forms)));
    let rows = sound.iter().map(|record| row(text, &head, record));
    rows.filter_map(|row| row.map_err(|error| faults.push(fault(text, &error, &[]))).ok()).collect()
}

/// A column, and whether all its values are whole numbers, or none is; `None` where some are.
type Form<'h> = (&'h str, Option<bool>);

fn forms<'h>(head: &'h StringRecord, sound: &[StringRecord]) -> Vec<Form<'h>> {
    let form = |(at, column)| {
        let mut values = sound.iter().filter_map(|record| record.get(at)).filter(|it| !it.is_empty());
        let first = values.next().map(is_whole);
        (column, first.filter(|first| values.all(|it| is_whole(it) == *first)))
    };
    head.iter().enumerate().map(form).collect()
}

fn is_whole(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|it| it.is_ascii_digit())
}

/// Where the fields of the row at `start` begin to stand in wrong columns: the first whose value
/// is of another form than those of all other rows, and that column.
fn shifted<'h>(text: &Text, start: usize, forms: &[Form<'h>]) -> Option<(&'h str, Span)> {
    let rest = text.text.get(start..)?;
    let mut reader = ReaderBuilder::new().flexible(true).has_headers(false).from_reader(rest.as_bytes());
    let record = reader.records().next()?.ok()?;
    let wrong = |((column, form), value): (&Form<'h>, &str)| {
        (!value.is_empty() && form.is_some_and(|form| form != is_whole(value))).then_some(*column)
    };
    let places = places(text, start, &record);
    let found = forms.iter().zip(record.iter()).map(wrong).zip(places);
    found.into_iter().find_map(|(column, place)| Some((column?, Span::new(text.source, place))))
}

/// Where the fields of the row at `start` stand.
fn places(text: &Text, start: usize, record: &StringRecord) -> Vec<Range<usize>> {
    let mut cursor = start;
    let place = |field: &str| {
        // A field with doubled quotes reads otherwise than it is written, so it is
        // not found. The place where the search began is near enough for a message.
        let ahead = text.text.get(cursor..).unwrap_or_default();
        let at = cursor + ahead.find(field).unwrap_or(0);
        cursor = at + field.len();
        at..cursor
    };
    record.iter().map(place).collect()
}

/// Objects to columns that nothing reads (W2).
fn unknown(text: &Text, columns: &[&str], head: &StringRecord) -> Option<Diagnostic> {
    let others: Vec<_> = head.iter().filter(|column| !columns.contains(column)).collect();
    let fault = Fault::CsvHeader {
        column: others.join(", "),
        separator: "unknown".to_owned(),
        known: columns.join(", "),
    };
    (!others.is_empty()).then(|| Diagnostic::new(fault, line(text, 0)))
}

/// One fault for each missing column, or one in all when another mark parts them.
fn head_faults(missing: Vec<String>, head: &StringRecord) -> impl Iterator<Item = Fault> {
    let first = head.get(0).unwrap_or_default();
    let (separator, most) = match first {
        _ if first.contains(';') => ("semicolon", 1),
        _ if first.contains('\t') => ("tab", 1),
        _ => ("comma", missing.len()),
    };
    let fault = |column| Fault::CsvHeader { column, separator: separator.to_owned(), known: String::new() };
    missing.into_iter().take(most).map(fault)
}

fn row<T: DeserializeOwned>(
    text: &Text,
    head: &StringRecord,
    record: &StringRecord,
) -> Result<Row<T>, ::csv::Error> {
    let value = record.deserialize(Some(head))?;
    let start = offset(record.position());
    let places = places(text, start, record);
    let end = places.last().map_or(start, |place| place.end);
    let field = |(column, place): (&str, Range<usize>)| (column.to_owned(), Span::new(text.source, place));
    let fields = head.iter().zip(places).map(field).collect();
    Ok(Row { value, span: Span::new(text.source, start..end), fields })
}

fn offset(position: Option<&::csv::Position>) -> usize {
    position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX))
}

fn fault(text: &Text, error: &::csv::Error, forms: &[Form<'_>]) -> Diagnostic {
    let start = error.position().map_or(text.text.len(), |position| offset(Some(position)));
    let other = |message: String| Fault::CsvRow {
        why: "other".to_owned(),
        found: String::new(),
        expected: String::new(),
        message,
        column: String::new(),
    };
    let fault = match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            let (column, place) = shifted(text, start, forms).unzip();
            let fault = Fault::CsvRow {
                why: if len < expected_len { "fewer" } else { "more" }.to_owned(),
                found: len.to_string(),
                expected: expected_len.to_string(),
                message: String::new(),
                column: column.unwrap_or_default().to_owned(),
            };
            return Diagnostic::new(fault, place.unwrap_or_else(|| line(text, start)));
        }
        ErrorKind::Deserialize { err, .. } => other(err.to_string()),
        _ => other(error.to_string()),
    };
    Diagnostic::new(fault, line(text, start))
}

/// From `start` to the end of its line.
fn line(text: &Text, start: usize) -> Span {
    let rest = text.text.get(start..).unwrap_or_default();
    let length = rest.find('\n').unwrap_or(rest.len());
    Span::new(text.source, start..start + length)
}
