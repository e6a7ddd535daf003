//! Values of the wrong shape: what is expected, and the line as it would be right.

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::mistake::{entry, line, one_line};
use crate::diagnostic::Fault;
use crate::language::{self, nearest};

/// What serde expects.
const EXPECTED: [(&str, &str); 9] = [
    ("u8", "number-255"),
    ("u16", "number-65535"),
    ("u32", "number"),
    ("a string", "text"),
    ("a string or table", "text"),
    ("a sequence", "list"),
    ("a map", "table"),
    ("a boolean", "truth"),
    ("a date such as 2027-02-01", "date"),
];

/// A value of the wrong type, or a word that is none of those allowed.
pub(super) fn wrong_value(error: &Error, text: &str) -> Fault {
    let message = one_line(error.message());
    let range = error.span().unwrap_or(0..0);
    let value = text.get(range.clone()).unwrap_or_default();
    let line = line(text, range.start).trim();
    let key = line.split_once('=').map(|(key, _)| key.trim()).filter(|key| is_number_key(key));
    let found = match key {
        _ if is_heading(line) => "table",
        Some(_) if message.starts_with("invalid type: map") => "key",
        _ if message.starts_with("unknown variant") => "word",
        _ if message.starts_with("invalid value: integer") => "large",
        _ => kind(value),
    };
    let wanted = message.split_once(", expected ").map_or("", |(_, wanted)| wanted);
    let expected = EXPECTED.iter().find(|(term, _)| *term == wanted).map(|(_, code)| *code);
    let expected = match expected {
        _ if found == "word" => "word",
        Some(expected) => expected,
        None if wanted.starts_with("struct ") => "table",
        None => "other",
    };
    let words: Vec<_> = message.split('`').skip(1).step_by(2).skip(1).collect();
    let known = match expected {
        "word" => choice(&words),
        "table" if wanted == "struct Accent" && value.starts_with("\"#") => "colour-code".to_owned(),
        "table" if wanted == "struct Accent" => "colour-word".to_owned(),
        "table" => wanted.replace(' ', "-"),
        "other" => message.clone(),
        _ => String::new(),
    };
    let name = line.split_once('=').map_or("", |(name, _)| name.trim());
    let right = right(name, found, value, expected, &words).or_else(|| example(wanted, value));
    let fix = match (found, line.split_once('=')) {
        // Each entry of a list has a heading of its own.
        _ if is_heading(line) => (expected == "list").then(|| format!("[{line}]")),
        ("key", Some((key, value))) if expected == "text" => {
            let value = value.trim();
            let right = if kind(value) == "text" {
                Some(value.to_owned())
            } else {
                self::right(name, kind(value), value, "text", &[])
            };
            right.map(|value| entry(key.trim(), &value))
        }
        ("key", _) => None,
        _ if expected == "table" && found == "text" && line.contains('[') => tables(line, wanted),
        _ => right.filter(|_| line.matches(value).count() == 1).map(|right| line.replacen(value, &right, 1)),
    };
    let value = value.lines().next().unwrap_or_default().trim_matches('"').to_owned();
    let fix = fix.filter(|fix| DeTable::parse(fix).is_ok()).unwrap_or_default();
    Fault::WrongValue { found: found.to_owned(), value, expected: expected.to_owned(), known, fix }
}

/// `[footer-links]`
fn is_heading(line: &str) -> bool {
    line.starts_with('[') && !line.starts_with("[[") && line.ends_with(']')
}

/// `1.1`: TOML reads a key of this form as a table within a table.
fn is_number_key(key: &str) -> bool {
    key.contains('.')
        && key.split('.').all(|part| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit()))
}

/// What kind of value is written so.
fn kind(value: &str) -> &'static str {
    let is_digit = |c: char| c.is_ascii_digit();
    match value.chars().next() {
        Some('"' | '\'') => "text",
        Some('[') if !value.starts_with("[[") && !value.contains('=') => "list",
        Some('[' | '{') => "table",
        _ if matches!(value, "true" | "false") => "truth",
        _ if value.len() >= 8 && value.contains(['-', ':']) && value.starts_with(is_digit) => "date",
        Some(c) if is_digit(c) || matches!(c, '+' | '-' | '.') => "number",
        _ => "table",
    }
}

/// The `value` of the key `name` as it would be right, if that can be told.
fn right(name: &str, found: &str, value: &str, expected: &str, words: &[&str]) -> Option<String> {
    let inner = value.trim_matches('"');
    match (found, expected) {
        // The number of a sub-area or a page is no score.
        ("number", "text") if name == "value" => Some(format!("\"{value}\"")),
        ("number", "text") if name == "place" => Some(format!("\"s. {value}\"")),
        ("text", "number-255") if name == "month" => {
            language::parse_month(&inner.to_lowercase()).map(|it| it.to_string())
        }
        ("number", "text") => Some(format!("\"{}\"", value.replace('.', ","))),
        ("truth" | "date", "text") | ("date", "date") => Some(format!("\"{value}\"")),
        ("text", "number" | "number-255" | "number-65535") => {
            (!inner.is_empty() && inner.bytes().all(|it| it.is_ascii_digit())).then(|| inner.to_owned())
        }
        ("text", "truth") => match inner.to_lowercase().as_str() {
            "ja" | "true" => Some("true".to_owned()),
            "nej" | "false" => Some("false".to_owned()),
            _ => None,
        },
        ("text" | "number", "list") => Some(format!("[{value}]")),
        ("word", "word") => {
            let swedish =
                SWEDISH.iter().find(|(said, word)| *said == inner.to_lowercase() && words.contains(word));
            let near = || nearest(inner, words.iter().copied(), 1).first().copied();
            swedish.map(|(_, word)| *word).or_else(near).map(|word| format!("\"{word}\""))
        }
        _ => None,
    }
}

/// Choices of words that messages say the meaning of, each as one name.
const EXPLAINED: [&str; 7] = [
    "fully-partly-not",
    "stated-inferred",
    "maxima-time",
    "verbatim-own",
    "confirmed-proposed",
    "requirements-burden-outside-law",
    "not-published-unreadable",
];

/// The words that can be chosen from: the name of the choice, or the words themselves.
fn choice(words: &[&str]) -> String {
    let name = words.join("-");
    if EXPLAINED.contains(&name.as_str()) { name } else { words.join(", ") }
}

/// What editors write for the words that the files have, in small letters.
const SWEDISH: [(&str, &str); 20] = [
    ("helt", "fully"),
    ("ja", "fully"),
    ("uppfyller", "fully"),
    ("delvis", "partly"),
    ("inte", "not"),
    ("nej", "not"),
    ("inte alls", "not"),
    ("krav", "requirements"),
    ("kraven", "requirements"),
    ("undantag", "outside-law"),
    ("förslag", "proposed"),
    ("föreslagen", "proposed"),
    ("granskad", "confirmed"),
    ("bekräftad", "confirmed"),
    ("egna", "own"),
    ("egen", "own"),
    ("ordagrant", "verbatim"),
    ("ej publicerat", "not-published"),
    ("saknas", "not-published"),
    ("oläsligt", "unreadable"),
];

/// The line of a list with a table for each of its texts.
fn tables(line: &str, wanted: &str) -> Option<String> {
    let entry = DeTable::parse(line).ok()?.into_inner();
    let list = entry.values().next()?.get_ref().as_array()?;
    let texts = list.iter().filter(|it| it.get_ref().is_str()).map(Spanned::span);
    let mut fixed = line.to_owned();
    for range in texts.collect::<Vec<_>>().into_iter().rev() {
        fixed.replace_range(range.clone(), &example(wanted, line.get(range)?)?);
    }
    Some(fixed)
}

/// A whole table that can stand where `value` is a single value, by the name of its type; it has
/// `value` where that fits.
fn example(wanted: &str, value: &str) -> Option<String> {
    match wanted {
        "struct Accent" if kind(value) == "text" => {
            let colour = if value.starts_with("\"#") { value } else { "\"#003366\"" };
            Some(format!("{{ light = {colour} }}"))
        }
        "struct Evaluator" if kind(value) == "text" => Some(format!("{{ name = {value} }}")),
        "struct Citation" if kind(value) == "text" => Some(format!("{{ title = {value} }}")),
        _ => None,
    }
}
