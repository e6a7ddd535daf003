//! What somebody meant by a key that a format does not know.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Fault, Place};
use crate::language::nearest;
use crate::source::Span;

/// Keys as somebody would call them who writes Swedish, each with those that it may stand for.
const SWEDISH: [(&str, &[&str]); 27] = [
    ("namn", &["name"]),
    ("adress", &["url", "address", "base-address"]),
    ("länk", &["url"]),
    ("titel", &["title"]),
    ("rubrik", &["title", "topic"]),
    ("år", &["year"]),
    ("månad", &["month"]),
    ("datum", &["date"]),
    ("kommun", &["municipality", "code"]),
    ("kommunkod", &["code"]),
    ("kod", &["code"]),
    ("utgåva", &["edition"]),
    ("källa", &["source"]),
    ("utgivare", &["publisher"]),
    ("kontakt", &["contact"]),
    ("telefon", &["phone"]),
    ("språk", &["language"]),
    ("område", &["area"]),
    ("delområde", &["sub-area"]),
    ("plats", &["place"]),
    ("sida", &["place"]),
    ("ämne", &["topic"]),
    ("sammanfattning", &["summary"]),
    ("skäl", &["reason", "withdrawn"]),
    ("roll", &["role"]),
    ("utkast", &["draft"]),
    ("licens", &["texts-licence", "data-licence"]),
];

/// Which of the `known` keys `key` most likely is: in another language, or mistyped. Empty where
/// none is like it.
pub(super) fn meant(key: &str, known: &[String]) -> String {
    let lower = key.to_lowercase();
    let (_, keys) = SWEDISH.iter().find(|(word, _)| *word == lower).copied().unwrap_or_default();
    let translated = keys.iter().find(|it| known.iter().any(|known| known == *it));
    translated
        .map_or_else(|| nearest(key, known.iter().map(String::as_str), 1).join(""), |it| (*it).to_owned())
}

/// `faults` of `text` without those of missing keys that somebody has written otherwise, or elsewhere:
/// one mistake is one fault.
pub(super) fn without_answered(mut faults: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
    let tables = Tables::new(text, &faults);
    let answers = faults.iter().filter_map(|fault| match &fault.fault {
        Fault::UnknownKey { key, above, .. } if !above.is_empty() => Some((None, key.clone())),
        Fault::UnknownKey { nearest, .. } => Some((tables.of(fault), nearest.clone())),
        _ => None,
    });
    let answers: BTreeSet<_> = answers.collect();
    faults.retain(|fault| match &fault.fault {
        Fault::MissingKey { key, .. } => !answers.contains(&(tables.of(fault), key.clone())),
        _ => true,
    });
    faults
}

/// Where the tables of a text begin, in bytes.
struct Tables {
    /// The lines of their headings.
    headings: Vec<usize>,
    /// Those in braces that lack a key, each with its end.
    braces: BTreeMap<usize, usize>,
}

impl Tables {
    fn new(text: &str, faults: &[Diagnostic]) -> Self {
        let starts = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let is_heading = |start: &usize| {
            text.get(*start..).is_some_and(|it| it.trim_start_matches([' ', '\t']).starts_with('['))
        };
        let is_brace = |span: &Span| text.get(span.start..).is_some_and(|it| it.starts_with('{'));
        let braces = faults.iter().filter(|it| matches!(it.fault, Fault::MissingKey { .. }));
        let braces = braces.filter_map(span).filter(is_brace).map(|span| (span.start, span.end));
        Self { headings: starts.filter(is_heading).collect(), braces: braces.collect() }
    }

    /// The table that a fault of a key is about, by where it begins; `None` above all headings.
    fn of(&self, fault: &Diagnostic) -> Option<usize> {
        let Span { start: at, end, .. } = span(fault)?;
        if at == 0 && (end == 0 || end > self.headings.first().copied().unwrap_or_default()) {
            // A key that the whole file lacks.
            return None;
        }
        let brace = self.braces.range(..=at).next_back().filter(|(_, end)| at < **end);
        let heading = || self.headings.get(..self.headings.partition_point(|start| *start <= at))?.last();
        brace.map(|(start, _)| start).or_else(heading).copied()
    }
}

fn span(fault: &Diagnostic) -> Option<Span> {
    if let Place::Source(span) = fault.place { Some(span) } else { None }
}
