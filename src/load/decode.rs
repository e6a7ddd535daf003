//! TOML text → format type, with every fault of the file in one run (W1).
//!
//! serde stops at the first fault. So a file that has one is decoded again and
//! again, each time with the offending entry taken out (or, for a missing key,
//! with a placeholder put in) until nothing is left to object to. Only faulty
//! files pay for this; the result of a mended table is thrown away.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue, Deserializer, Error, ValueDeserializer};

use super::bracket::{self, Open};
use super::character;
use super::key;
use super::mistake::{line, line_break, missing_comma, mistake, one_line, unclosed};
use super::quote::{self, Broken};
use super::value::wrong_value;
use super::walk::Files;
use crate::diagnostic::{Diagnostic, Fault, Outcome, Place};
use crate::format;
use crate::source::{SourceId, Span};

/// A file's value and the source its spans point into.
#[derive(Clone, Debug)]
pub struct Document<T> {
    /// The source.
    pub source: SourceId,
    /// What it holds.
    pub value: T,
}

impl<T> Document<T> {
    /// The place in this document that `spanned` was read from.
    pub fn span<V>(&self, spanned: &Spanned<V>) -> Span {
        Span::new(self.source, spanned.span())
    }
}

/// Reads `text`, the content of `source`, as a `T`.
pub(super) fn decode<T: DeserializeOwned>(text: &str, source: SourceId) -> Outcome<Document<T>> {
    let Ok(table) = DeTable::parse(text) else {
        return Outcome { value: None, faults: all_faults::<T>(text, source) };
    };
    let mut faults = version_faults(table.get_ref(), source);
    let values = table.get_ref().iter();
    values.for_each(|(key, value)| forbidden(key, value, source, &mut faults));
    match T::deserialize(Deserializer::from(table)) {
        Ok(value) => Outcome::new(Document { source, value }, faults),
        Err(_) => Outcome { value: None, faults: all_faults::<T>(text, source) },
    }
}

/// Objects to a `format` of another version.
fn version_faults(table: &DeTable<'_>, source: SourceId) -> Vec<Diagnostic> {
    let Some(version) = table.get("format") else { return Vec::new() };
    let found = version.get_ref().as_integer().map_or("", |integer| integer.as_str());
    if found == format::VERSION.to_string() {
        return Vec::new();
    }
    let fault = Fault::UnsupportedFormat { found: found.to_owned() };
    vec![Diagnostic::new(fault, Span::new(source, version.span()))]
}

/// Objects to characters that no text may have, in `key` and in `value` (D4).
fn forbidden(
    key: &Spanned<DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
    source: SourceId,
    faults: &mut Vec<Diagnostic>,
) {
    let mut look = |text: &str, range| {
        let found = text.chars().find(|it| character::is_forbidden(*it));
        faults.extend(found.map(|it| Diagnostic::new(character::fault(it), Span::new(source, range))));
    };
    look(key.get_ref(), key.span());
    if let DeValue::String(text) = value.get_ref() {
        look(text, value.span());
    }
    match value.get_ref() {
        DeValue::Array(items) => items.iter().for_each(|item| forbidden(key, item, source, faults)),
        DeValue::Table(table) => table.iter().for_each(|(key, value)| forbidden(key, value, source, faults)),
        _ => {}
    }
}

/// Every fault of a text that is known to have one.
fn all_faults<T: DeserializeOwned>(text: &str, source: SourceId) -> Vec<Diagnostic> {
    if DeTable::parse(text).is_ok() {
        return faults_of_lines::<T>(text, source);
    }
    let broken = quote::broken(text);
    let joined = |it: &Broken| Diagnostic::new(line_break(&it.joined), Span::new(source, it.at..it.at));
    let mut faults: Vec<_> = broken.iter().map(joined).collect();
    faults.extend(faults_of_lines::<T>(&quote::mended(text, &broken), source));
    faults
}

/// Every fault of a text in which no text in quotes is broken.
fn faults_of_lines<T: DeserializeOwned>(text: &str, source: SourceId) -> Vec<Diagnostic> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let open = if errors.iter().all(is_duplicate) { Vec::new() } else { bracket::open(text) };
    if !open.is_empty() {
        return without_open(text, source, &open);
    }
    let mut faults = syntax_faults(text, source, &errors);
    if faults.iter().all(|fault| matches!(fault.fault, Fault::DuplicateKey { .. })) {
        let of_shape = shape_faults::<T>(table, text, source);
        // A heading with one bracket too few is not there twice as well.
        faults.retain(|twice| !of_shape.iter().any(|it| is_within(twice, it) && !fix(&it.fault).is_empty()));
        faults.extend(of_shape);
    }
    faults
}

/// Whether a fault lies within the place of another.
fn is_within(inner: &Diagnostic, outer: &Diagnostic) -> bool {
    match (&inner.place, &outer.place) {
        (Place::Source(inner), Place::Source(outer)) => outer.start <= inner.start && inner.end <= outer.end,
        _ => false,
    }
}

/// The faults of a text with entries that nobody has closed: one for each, and those of the
/// rest without their lines, which a parser would all object to.
fn without_open(text: &str, source: SourceId, open: &[Open]) -> Vec<Diagnostic> {
    let fault =
        |entry: &Open| Diagnostic::new(unclosed(text, entry), Span::new(source, entry.end..entry.end));
    let mut faults: Vec<_> = open.iter().map(fault).collect();
    let mut bytes = text.as_bytes().to_vec();
    for entry in open {
        if let Some(lines) = bytes.get_mut(entry.lines.clone()) {
            lines.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
    }
    // Whole lines are whole characters.
    let rest = String::from_utf8(bytes).unwrap_or_default();
    let errors = DeTable::parse_recoverable(&rest).1;
    faults.extend(syntax_faults(&rest, source, &errors));
    faults
}

/// How often a file is read once more without its faulty lines.
const ROUNDS: usize = 5;

/// The first syntax fault of every line, since one mistake makes a parser stumble several
/// times, and every key that is given twice.
///
/// A parser finds some faults only when others are mended. So faulty lines are taken out and
/// the rest is read again, as long as each is a line by itself: what an open bracket or quote
/// means for the lines that follow is not known. Duplicates may then come of a heading that is
/// gone.
fn syntax_faults(text: &str, source: SourceId, errors: &[Error]) -> Vec<Diagnostic> {
    let (mut faults, mended) = commas(text, source, errors);
    if let Some(mended) = mended {
        let errors = DeTable::parse_recoverable(&mended).1;
        faults.extend(faults_by_line(&mended, source, &errors));
        return faults;
    }
    faults_by_line(text, source, errors)
}

/// The same of a text in which no line lacks the comma at its end.
fn faults_by_line(text: &str, source: SourceId, errors: &[Error]) -> Vec<Diagnostic> {
    let lines = Lines::new(text);
    let mut taken = BTreeSet::new();
    let (twice, errors): (Vec<&Error>, Vec<_>) = errors.iter().partition(|error| is_duplicate(error));
    let mut faults: Vec<_> =
        twice.into_iter().map(|error| syntax_fault(text, &lines, source, error)).collect();
    let mut round = errors.into_iter().cloned().collect::<Vec<_>>();
    for _ in 0..ROUNDS {
        let before = faults.len();
        let mut all_alone = true;
        for error in round.iter().filter(|error| !is_duplicate(error)) {
            let range = lines.range(error.span().unwrap_or(0..0).start);
            if taken.insert(range.start) {
                all_alone &= is_alone(text.get(range.clone()).unwrap_or_default());
                faults.push(syntax_fault(text, &lines, source, error));
                taken.extend(marks(text, &lines, range.start));
            }
        }
        if faults.len() == before || !all_alone {
            break;
        }
        round = DeTable::parse_recoverable(&without(text, &taken, &lines)).1;
    }
    faults
}

/// Where the marks stand that belong to the one which a version control has left at `start`, if
/// it has: what is to be done with them is said of the first.
fn marks(text: &str, lines: &Lines, start: usize) -> Vec<usize> {
    if !text.get(start..).is_some_and(|it| it.starts_with("<<<<<<<")) {
        return Vec::new();
    }
    let below = lines.starts.iter().skip(lines.number(start)).copied().take(NEARBY);
    let begins = |at: usize, mark: &str| text.get(at..).is_some_and(|it| it.starts_with(mark));
    let last = below.clone().find(|at| begins(*at, ">>>>>>>"));
    below
        .take_while(|at| Some(*at) <= last)
        .filter(|at| begins(*at, "=======") || Some(*at) == last)
        .collect()
}

/// The faults of lines that lack the comma at their end, and the text with those commas instead
/// of the white space there, so that all stays in place; `None` when it has no such line. Only
/// what a parser meets before any other mistake is sure to be one.
fn commas(text: &str, source: SourceId, errors: &[Error]) -> (Vec<Diagnostic>, Option<String>) {
    let (mut faults, mut mended) = (Vec::new(), None);
    let mut errors = errors.to_vec();
    for _ in 0..ROUNDS {
        let whole = mended.as_deref().unwrap_or(text);
        let missing = missing_commas(whole, &errors);
        if missing.is_empty() {
            break;
        }
        let mut bytes = whole.as_bytes().to_vec();
        for (at, fault) in missing {
            bytes.get_mut(at..=at).into_iter().for_each(|space| space.fill(b','));
            faults.push(Diagnostic::new(fault, Span::new(source, at..at)));
        }
        // White space of one byte has become a comma of one.
        let whole = String::from_utf8(bytes).unwrap_or_default();
        errors = DeTable::parse_recoverable(&whole).1;
        mended = Some(whole);
    }
    (faults, mended)
}

/// Where commas are missing among the first of `errors`, before any other mistake.
fn missing_commas(text: &str, errors: &[Error]) -> BTreeMap<usize, Fault> {
    let place = |error: &Error| error.span().unwrap_or(0..0).start;
    let mut errors: Vec<_> = errors.iter().filter(|error| !is_duplicate(error)).collect();
    errors.sort_by_key(|error| place(error));
    let missing = |error: &Error| missing_comma(text, place(error), &one_line(error.message()));
    let missing = errors.into_iter().map_while(missing);
    missing.take_while(|(at, _)| text.as_bytes().get(*at).is_some_and(u8::is_ascii_whitespace)).collect()
}

fn is_duplicate(error: &Error) -> bool {
    error.message().contains("duplicate key")
}

/// Where the lines of a text begin, in bytes, and where the last one ends.
struct Lines {
    starts: Vec<usize>,
    end: usize,
}

impl Lines {
    fn new(text: &str) -> Self {
        let starts = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { starts: starts.collect(), end: text.len() }
    }

    /// The number, from 1, of the line that byte `at` belongs to.
    fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// The line that byte `at` belongs to, without its end.
    fn range(&self, at: usize) -> Range<usize> {
        let next = self.number(at);
        let end = self.starts.get(next).map_or(self.end, |start| start - 1);
        self.starts.get(next.saturating_sub(1)).copied().unwrap_or_default()..end
    }
}

/// Whether what is wrong with `line` concerns no other line.
fn is_alone(line: &str) -> bool {
    let opens = |open: char, close: char| line.matches(open).count() > line.matches(close).count();
    let is_header = line.trim_start().starts_with('[');
    let has_open = opens('[', ']') || opens('{', '}');
    !line.contains("\"\"\"") && !line.contains("'''") && (is_header || !has_open)
}

/// `text` with spaces for the lines that begin at `faulty`.
fn without(text: &str, faulty: &BTreeSet<usize>, lines: &Lines) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for start in faulty {
        if let Some(line) = bytes.get_mut(lines.range(*start)) {
            line.fill(b' ');
        }
    }
    // Whole lines are whole characters.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Not TOML, or a key given twice.
fn syntax_fault(text: &str, lines: &Lines, source: SourceId, error: &Error) -> Diagnostic {
    let range = error.span().unwrap_or(0..0);
    let fault = if is_duplicate(error) {
        let key = text.get(range.clone()).unwrap_or_default().trim().to_owned();
        let first = first_heading(text, range.start, &key).map(|it| it.to_string()).unwrap_or_default();
        let line = first_entry(text, lines, range.start, &key).map_or("none".to_owned(), |it| it.to_string());
        Fault::DuplicateKey { key, first, line }
    } else {
        mistake(text, range.start, &one_line(error.message()))
    };
    Diagnostic::new(fault, Span::new(source, range))
}

/// The number of the line with the heading `[key]` before the one at `at`.
fn first_heading(text: &str, at: usize, key: &str) -> Option<usize> {
    let heading = format!("[{key}]");
    let above = text.get(..at)?.lines().position(|line| line.trim() == heading)?;
    Some(above + 1)
}

/// How far away something is looked for that belongs to a mistake, in lines.
const NEARBY: usize = 500;

/// The number of the line with the entry `key` under the same heading, before the one at `at`.
fn first_entry(text: &str, lines: &Lines, at: usize, key: &str) -> Option<usize> {
    let above = lines.starts.get(..lines.number(at).saturating_sub(1))?;
    let above =
        above.iter().rev().take(NEARBY).map(|start| text.get(lines.range(*start)).unwrap_or_default());
    let entries = above.zip(1..).take_while(|(line, _)| !line.trim_start().starts_with('['));
    let is_same = |line: &str| line.split_once('=').is_some_and(|(name, _)| name.trim() == key);
    let distance = entries.filter(|(line, _)| is_same(line)).map(|(_, distance)| distance).last()?;
    lines.number(at).checked_sub(distance)
}

/// Faults of a well-formed table against the type `T`.
fn shape_faults<T: DeserializeOwned>(
    table: Spanned<DeTable<'_>>,
    text: &str,
    source: SourceId,
) -> Vec<Diagnostic> {
    let (mut faults, mut fixed) = (Vec::new(), BTreeSet::new());
    let lines = Lines::new(text);
    let mut patient = Patient::new(table);
    // Every round takes an entry out or changes one, so their number is
    // bounded; the limit only guards against a surprise in the toml crate.
    for _ in 0..1_000 {
        let Err(error) = T::deserialize(patient.deserializer()) else { break };
        let range = error.span().unwrap_or(0..0);
        if !patient.is_placeholder(&range) {
            let fault = shape_fault::<T>(&error, text);
            // What puts a whole line right is said of it once.
            let line = lines.range(range.start).start;
            if fixed.insert((line, fix(&fault).to_owned())) || fix(&fault).is_empty() {
                faults.push(Diagnostic::new(fault, Span::new(source, range)));
            }
        }
        if !patient.mend(&error) {
            break;
        }
    }
    key::without_answered(faults, text)
}

/// The line with a wrong value as it would be right, where that is known.
fn fix(fault: &Fault) -> &str {
    if let Fault::WrongValue { fix, .. } = fault { fix } else { "" }
}

/// The fault that serde's error is about.
fn shape_fault<T: DeserializeOwned>(error: &Error, text: &str) -> Fault {
    let message = error.message();
    if let Some(key) = missing_key(error) {
        let place = error.span().and_then(|range| text.get(range)).unwrap_or_default();
        let within = if place.starts_with('{') { "braces" } else { "lines" };
        return Fault::MissingKey { key, within: within.to_owned() };
    }
    let mut quoted = message.split('`').skip(1).step_by(2).map(str::to_owned);
    match (message.starts_with("unknown field"), quoted.next()) {
        (true, Some(key)) => {
            let known: Vec<_> = quoted.collect();
            let nearest = key::meant(&key, &known);
            let above = belongs_above::<T>(&key, error, text).unwrap_or_default().to_owned();
            let why = if above.is_empty() { "unknown" } else { "misplaced" }.to_owned();
            Fault::UnknownKey { key, nearest, known: known.join(", "), above, why }
        }
        _ => misplaced::<T>(error, text).unwrap_or_else(|| wrong_value(error, text)),
    }
}

/// The fault of a value that is wrong only because its line stands in a table that takes any key,
/// such as `[missing]`, instead of above all headings.
fn misplaced<T: DeserializeOwned>(error: &Error, text: &str) -> Option<Fault> {
    let at = error.span()?.start;
    let (key, _) = line(text, at).split_once('=')?;
    let key = key.trim().to_owned();
    let heading = text.get(..at)?.lines().rev().map(str::trim).find(|line| line.starts_with('['))?;
    let of_table = toml::from_str::<T>(&format!("{heading}\n\"?\" = 0")).err()?;
    if of_table.message().starts_with("unknown field") {
        return None;
    }
    let above = belongs_above::<T>(&key, error, text)?.to_owned();
    let (nearest, known, why) = (String::new(), String::new(), "misplaced".to_owned());
    Some(Fault::UnknownKey { key, nearest, known, above, why })
}

/// The first heading of the file, where `T` knows `key` above all headings and it stands below
/// one: whoever adds a line at the end of a file adds it to the last table.
fn belongs_above<'t, T: DeserializeOwned>(key: &str, error: &Error, text: &'t str) -> Option<&'t str> {
    let at = error.span()?.start;
    let above = text.get(..at)?;
    let heading = above.lines().map(str::trim).find(|line| line.starts_with('[') && line.ends_with(']'))?;
    // What the format knows there is in what it says of a key that it does not know.
    let unknown = toml::from_str::<T>("\"?\" = 0").err()?;
    let mut known = unknown.message().split('`').skip(1).step_by(2).skip(1);
    known.any(|it| it == key).then_some(heading)
}

/// The name of the key that is missing, if that is the error.
fn missing_key(error: &Error) -> Option<String> {
    let quoted = error.message().strip_prefix("missing field `")?;
    quoted.strip_suffix('`').map(str::to_owned)
}

/// A table under repair. Values put in by a repair carry spans that no text
/// can have, so that they are told apart from what the author wrote.
struct Patient<'i> {
    root: Spanned<DeValue<'i>>,
    placeholders: usize,
}

impl<'i> Patient<'i> {
    fn new(table: Spanned<DeTable<'i>>) -> Self {
        let span = table.span();
        Self { root: Spanned::new(span, DeValue::Table(table.into_inner())), placeholders: 0 }
    }

    fn deserializer(&self) -> ValueDeserializer<'i> {
        ValueDeserializer::from(self.root.clone())
    }

    fn is_placeholder(&self, range: &Range<usize>) -> bool {
        self.placeholders > 0 && range.start >= usize::MAX - self.placeholders
    }

    /// Changes what `error` objects to; `false` when nothing helps.
    fn mend(&mut self, error: &Error) -> bool {
        let range = error.span().unwrap_or(0..0);
        if error.message().starts_with("unknown field") {
            return remove(&mut self.root, &range);
        }
        let was_ours = self.is_placeholder(&range);
        let fresh = self.fresh_span();
        if let Some(key) = missing_key(error) {
            let table = find(&mut self.root, &range, is_table);
            return table.is_some_and(|table| insert(table, key, fresh));
        }
        let Some(place) = find(&mut self.root, &range, |_| true) else { return false };
        let Some(next) = replacement(place.get_ref(), was_ours, error) else { return false };
        *place = Spanned::new(fresh, next);
        true
    }

    fn fresh_span(&mut self) -> Range<usize> {
        self.placeholders += 1;
        let at = usize::MAX - self.placeholders;
        at..at
    }
}

/// Puts a placeholder for `key` into the table `place`.
fn insert(place: &mut Spanned<DeValue<'_>>, key: String, span: Range<usize>) -> bool {
    let DeValue::Table(table) = place.get_mut() else { return false };
    let value = Spanned::new(span.clone(), DeValue::String("".into()));
    table.insert(Spanned::new(span, key.into()), value);
    true
}

/// What to try instead of `value`: a word the error names as allowed, else
/// values of all types in turn, beginning with the commonest.
fn replacement(value: &DeValue<'_>, is_placeholder: bool, error: &Error) -> Option<DeValue<'static>> {
    if error.message().starts_with("unknown variant") {
        return error.message().split('`').nth(3).map(|word| DeValue::String(word.to_owned().into()));
    }
    match value {
        _ if !is_placeholder => Some(DeValue::String("".into())),
        DeValue::String(_) => DeValue::parse("1").ok().map(Spanned::into_inner),
        DeValue::Integer(_) => Some(DeValue::Array(DeArray::default())),
        DeValue::Array(_) => Some(DeValue::Table(DeTable::new())),
        DeValue::Table(_) => Some(DeValue::Boolean(false)),
        _ => None,
    }
}

/// Takes the entry out whose key stands at `range`.
fn remove(place: &mut Spanned<DeValue<'_>>, range: &Range<usize>) -> bool {
    if let DeValue::Table(table) = place.get_mut() {
        let key = table.keys().find(|key| key.span() == *range).map(|key| key.get_ref().clone().into_owned());
        if let Some(key) = key {
            return table.remove(key.as_str()).is_some();
        }
    }
    inner(place).into_iter().any(|value| remove(value, range))
}

/// The first value at `range` that `accept`s; a list of tables and its first
/// table share theirs.
fn find<'v, 'i>(
    place: &'v mut Spanned<DeValue<'i>>,
    range: &Range<usize>,
    accept: fn(&DeValue<'_>) -> bool,
) -> Option<&'v mut Spanned<DeValue<'i>>> {
    if place.span() == *range && accept(place.get_ref()) {
        return Some(place);
    }
    inner(place).into_iter().find_map(|value| find(value, range, accept))
}

fn is_table(value: &DeValue<'_>) -> bool {
    value.is_table()
}

/// The values directly inside a table or an array.
fn inner<'v, 'i>(place: &'v mut Spanned<DeValue<'i>>) -> Vec<&'v mut Spanned<DeValue<'i>>> {
    match place.get_mut() {
        DeValue::Table(table) => table.iter_mut().map(|(_, value)| value).collect(),
        DeValue::Array(array) => array.iter_mut().collect(),
        _ => Vec::new(),
    }
}

/// One TOML file that must exist.
pub(super) fn document<T: DeserializeOwned>(
    files: &Files,
    path: &str,
    faults: &mut Vec<Diagnostic>,
) -> Option<Document<T>> {
    let text = files.required(path, faults)?;
    decode(&text.text, text.source).collect(faults)
}

/// One TOML file that may be absent; nothing when it is faulty.
pub(super) fn optional<T: DeserializeOwned>(
    files: &Files,
    path: &str,
    faults: &mut Vec<Diagnostic>,
) -> Option<Document<T>> {
    files.get(path).and_then(|_| document(files, path, faults))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn check(text: &str, expected: &[&str]) {
        let mut sources = Sources::default();
        let source = sources.add("references.toml".into(), text.into());
        let outcome = decode::<format::reference::References>(text, source);
        let found: Vec<_> = outcome
            .faults
            .iter()
            .map(|fault| {
                let arguments: Vec<_> = fault.fault.arguments().iter().map(|(_, value)| *value).collect();
                format!("{} {}", fault.fault.code(), arguments.join("|"))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(outcome.value.is_none(), !expected.is_empty());
    }

    #[test]
    fn every_fault_of_a_file_is_found_in_one_run() {
        check("format = 1\n", &[]);
        check("format = 2\n", &["toml/unsupported-format 2"]);
        check(
            "format = 1\ntypo = 3\n[[means]]\nedition = 2016\npopulaton = \"alla\"\n[means.source]\n",
            &[
                "toml/wrong-value number|2016|text||edition = \"2016\"",
                "toml/unknown-key populaton|population|edition, as-of, population, total, areas, source||unknown",
                "toml/missing-key title|lines",
                "toml/missing-key as-of|lines",
                "toml/unknown-key typo||format, means||unknown",
            ],
        );
        check(
            "format: 1\nmeans = \n[x\na = b\n",
            &[
                "toml/syntax colon|format = 1|key with no value, expected `=`",
                "toml/syntax header|[x]|unclosed table, expected `]`",
                "toml/syntax no-value||string values must be quoted, expected literal string",
                "toml/syntax text|a = \"b\"|string values must be quoted, expected literal string",
            ],
        );
        check(
            "format = [\n  1\nmeans = [\"x\" # en\n[[means]]\nedition = 2016\"\n\"1\" = \"2\"\n",
            &[
                "toml/syntax bracket|1]|expected `]`",
                "toml/syntax bracket|means = [\"x\"] # en|expected `]`",
                "toml/syntax text|edition = \"2016\"|missing opening quote, expected `\"`",
            ],
        );
        check(
            "format = 1\nformat = 1\nnews = 1\n",
            &["toml/duplicate-key format||1", "toml/unknown-key news||format, means||unknown"],
        );
    }

    /// What somebody has written otherwise is not missing as well, in whichever table it is.
    #[test]
    fn a_key_by_another_name_is_one_fault() {
        let head = "format = 1\n[[means]]\nedition = \"2016\"\nas-of = \"2018\"\n";
        let unknown = |key: &str, nearest: &str, known: &str| {
            format!("toml/unknown-key {key}|{nearest}|{known}||unknown")
        };
        let of_source = "title, publisher, url";
        check(
            &format!(
                "{head}population = \"alla\"\nsource = {{ titel = \"A\", adress = \"https://a.se\" }}\n"
            ),
            &[&unknown("adress", "url", of_source), &unknown("titel", "title", of_source)],
        );
        check(
            &format!("{head}[means.source]\nkallas = \"A\"\nav = \"B\"\n"),
            &[
                &unknown("av", "", of_source),
                &unknown("kallas", "", of_source),
                "toml/missing-key title|lines",
                "toml/missing-key population|lines",
            ],
        );
    }

    /// One mistake in every line: 3,000 calls within each other end a program, and a file that is
    /// read to its end from every line takes minutes.
    #[test]
    fn many_mistakes_take_their_time_but_not_more() {
        let faults = |text: &str| {
            let source = Sources::default().add("references.toml".into(), text.into());
            decode::<format::reference::References>(text, source).faults
        };
        let commas = faults(&format!("x = [\n{}]\n", "  \"a\"\n".repeat(3_000)));
        assert!(commas.iter().all(|it| it.fault.code() == "toml/syntax") && commas.len() > 1, "{commas:?}");
        assert!(!faults(&"\\\"\n".repeat(20_000)).is_empty());
    }
}
