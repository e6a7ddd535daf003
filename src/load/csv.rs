//! CSV text → rows that know where their fields stand.

use std::collections::BTreeMap;

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
            faults.push(fault(text, &error));
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
    let records = reader.into_records().map(|record| record.and_then(|record| row(text, &head, &record)));
    records.filter_map(|row| row.map_err(|error| faults.push(fault(text, &error))).ok()).collect()
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
    let mut cursor = start;
    let mut fields = BTreeMap::new();
    for (column, field) in head.iter().zip(record) {
        // A field with doubled quotes reads otherwise than it is written, so it is
        // not found. The place where the search began is near enough for a message.
        let ahead = text.text.get(cursor..).unwrap_or_default();
        let at = cursor + ahead.find(field).unwrap_or(0);
        cursor = at + field.len();
        fields.insert(column.to_owned(), Span::new(text.source, at..cursor));
    }
    Ok(Row { value, span: Span::new(text.source, start..cursor), fields })
}

fn offset(position: Option<&::csv::Position>) -> usize {
    position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX))
}

fn fault(text: &Text, error: &::csv::Error) -> Diagnostic {
    let start = error.position().map_or(text.text.len(), |position| offset(Some(position)));
    let other = |message: String| Fault::CsvRow {
        why: "other".to_owned(),
        found: String::new(),
        expected: String::new(),
        message,
    };
    let fault = match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => Fault::CsvRow {
            why: "fields".to_owned(),
            found: len.to_string(),
            expected: expected_len.to_string(),
            message: String::new(),
        },
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
