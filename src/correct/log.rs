//! The new text of `changes.toml`.

use toml_edit::{DocumentMut, InlineTable, Item, Table, Value, value};

use super::correction::{Correction, Refusal, line_ends};
use crate::format::VERSION;
use crate::language;
use crate::model::Measure;

/// Name of the file.
const FILE: &str = "changes.toml";

/// The key of its list.
const CHANGES: &str = "changes";

/// The log with one more entry at its end, where the latest correction of a day stands.
pub(super) fn log(
    text: Option<&str>,
    correction: &Correction<'_>,
    measure: Measure,
    old: &str,
) -> Result<String, Refusal> {
    let begun = format!("format = {VERSION}\n");
    let text = text.unwrap_or(&begun);
    let document: DocumentMut = text.parse().map_err(|_| Refusal::File { name: FILE })?;
    let entry = entry(correction, measure, old);
    match document.get(CHANGES) {
        Some(Item::Value(Value::Array(_))) => Ok(line_ends(&within(document, entry)?, text)),
        _ => Ok(behind(text, &entry)),
    }
}

fn entry(correction: &Correction<'_>, measure: Measure, old: &str) -> Table {
    let mut entry = Table::new();
    entry.insert("date", value(language::format_date_iso(correction.date)));
    entry.insert("municipality", value(&correction.municipality.name));
    entry.insert("year", value(i64::from(correction.evaluation.key.year)));
    entry.insert("value", value(measure.to_string()));
    entry.insert("old", value(old));
    entry.insert("new", value(correction.new));
    entry.insert("reason", value(correction.reason.trim()));
    entry
}

/// A table behind everything else: what stands there stays as it is.
fn behind(text: &str, entry: &Table) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let between = if text.ends_with('\n') { "" } else { end };
    let lines: Vec<_> = entry.to_string().lines().map(|line| format!("{line}{end}")).collect();
    format!("{text}{between}{end}[[{CHANGES}]]{end}{}", lines.concat())
}

/// The last item of a list in brackets.
fn within(mut document: DocumentMut, entry: Table) -> Result<String, Refusal> {
    let Some(list) = document.get_mut(CHANGES).and_then(Item::as_array_mut) else {
        return Err(Refusal::File { name: FILE });
    };
    let entry: InlineTable = entry.into_inline_table();
    list.push(Value::InlineTable(entry));
    Ok(document.to_string())
}
