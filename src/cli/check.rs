//! `kompass check`: what is wrong and what is left to do, for people or for machines.

use std::io::{self, Write};

use clap::ValueEnum;
use serde::Serialize;

use super::failure::Failure;
use super::words::{Words, say};
use crate::diagnostic::Diagnostic;
use crate::language;
use crate::message::Argument;
use crate::model::Publication;
use crate::report::{Item, Report};
use crate::validate::Review;

/// In what form faults are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// In sentences, to standard error, by evaluation.
    #[default]
    Text,
    /// As one JSON object, to standard output.
    Json,
    /// As commands that GitHub shows at the lines of a change, to standard output.
    Github,
}

/// Tells all of `faults` and `reviews`.
pub(super) fn tell(
    report: &Report<'_>,
    faults: &[Diagnostic],
    reviews: &[Review],
    format: Format,
    words: &Words,
) -> Result<(), Failure> {
    match format {
        Format::Text => {
            text(report, faults, words);
            if !reviews.is_empty() {
                words.say("check-left", &[]);
                say(&reviews.iter().map(|it| words.review(it)).collect::<String>());
            }
        }
        Format::Json => {
            writeln!(io::stdout().lock(), "{}", json(&report.items(faults), reviews)?)?;
        }
        Format::Github => {
            let mut out = io::stdout().lock();
            report.items(faults).iter().try_for_each(|item| writeln!(out, "{}", github(item)))?;
        }
    }
    Ok(())
}

/// Faults by the folder of their evaluation, or by file; what keeps the site from being
/// published comes first.
fn text(report: &Report<'_>, faults: &[Diagnostic], words: &Words) {
    for (index, group) in report.groups(faults).into_iter().enumerate() {
        let count = words.counted(group.errors, group.warnings);
        let id = if index == 0 && group.errors > 0 { "check-first" } else { "check-group" };
        words.say(id, &[("name", Argument::Text(&group.name)), ("count", Argument::Text(&count))]);
        say(&format!("\n{}", group.text));
    }
}

/// What machines are told: the names are stable.
#[derive(Serialize)]
struct Told<'a> {
    /// The version of this form.
    format: u32,
    errors: usize,
    warnings: usize,
    faults: Vec<ToldFault<'a>>,
    evaluations: Vec<ToldReview<'a>>,
}

#[derive(Serialize)]
struct ToldFault<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    hint: &'a str,
    file: &'a str,
    /// From 1; absent where a fault concerns a whole file.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// In characters from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

#[derive(Serialize)]
struct ToldReview<'a> {
    folder: &'a str,
    /// `draft`, `awaited`, `published` or `withdrawn`.
    state: &'static str,
    /// The day of publication of one that is awaited.
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    remarks: usize,
    proposals: usize,
    #[serde(rename = "without-summary")]
    without_summary: usize,
    texts: &'a [String],
}

impl<'a> ToldFault<'a> {
    fn new(item: &'a Item) -> Self {
        Self {
            code: item.code,
            severity: if item.is_error { "error" } else { "warning" },
            message: &item.message,
            hint: &item.hint,
            file: &item.file,
            line: item.line,
            column: item.column,
        }
    }
}

impl<'a> ToldReview<'a> {
    fn new(review: &'a Review) -> Self {
        let (state, day) = match &review.publication {
            Publication::Draft => ("draft", None),
            Publication::Awaited(day) => ("awaited", Some(language::format_date_iso(*day))),
            Publication::Published => ("published", None),
            Publication::Withdrawn(_) => ("withdrawn", None),
        };
        Self {
            folder: &review.folder,
            state,
            day,
            remarks: review.remarks,
            proposals: review.proposals,
            without_summary: review.without_summary,
            texts: &review.texts,
        }
    }
}

/// What machines are told of faults and of what is left to do.
fn json(items: &[Item], reviews: &[Review]) -> io::Result<String> {
    let errors = items.iter().filter(|it| it.is_error).count();
    let told = Told {
        format: 1,
        errors,
        warnings: items.len() - errors,
        faults: items.iter().map(ToldFault::new).collect(),
        evaluations: reviews.iter().map(ToldReview::new).collect(),
    };
    serde_json::to_string_pretty(&told).map_err(io::Error::other)
}

/// A command of GitHub's that shows a fault at its line.
fn github(item: &Item) -> String {
    let level = if item.is_error { "error" } else { "warning" };
    let place = |name: &str, number: Option<usize>| match number {
        Some(number) => format!(",{name}={number}"),
        None => String::new(),
    };
    let (line, column) = (place("line", item.line), place("col", item.column));
    let file = escaped(&item.file).replace(':', "%3A").replace(',', "%2C");
    let (message, hint) = (escaped(&item.message), escaped(&item.hint));
    format!("::{level} file={file}{line}{column},title={}::{message} – {hint}", item.code)
}

/// `text` in one line, as GitHub reads it.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item() -> Item {
        Item {
            code: "toml/syntax",
            is_error: true,
            message: "50 %\nkvar".to_owned(),
            hint: "rätta".to_owned(),
            file: "content/a,b.toml".to_owned(),
            line: Some(3),
            column: Some(7),
        }
    }

    #[test]
    fn github_reads_a_fault_in_one_line() {
        let expected =
            "::error file=content/a%2Cb.toml,line=3,col=7,title=toml/syntax::50 %25%0Akvar – rätta";
        assert_eq!(github(&item()), expected);
        let whole = Item { line: None, column: None, is_error: false, ..item() };
        assert!(github(&whole).starts_with("::warning file=content/a%2Cb.toml,title="), "{}", github(&whole));
    }

    #[test]
    fn machines_are_told_names_that_stay() {
        let told: serde_json::Value = serde_json::from_str(&json(&[item()], &[]).unwrap()).unwrap();
        assert_eq!(told["format"], 1);
        assert_eq!((&told["errors"], &told["warnings"]), (&1.into(), &0.into()));
        let fault = &told["faults"][0];
        assert_eq!(fault["severity"], "error");
        assert_eq!((&fault["line"], &fault["column"]), (&3.into(), &7.into()));
        assert_eq!(told["evaluations"], serde_json::json!([]));
    }
}
