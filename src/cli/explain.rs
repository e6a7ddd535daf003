//! `kompass explain`: what a code of a fault is about, from the pages that the program
//! carries with it.

use std::io::{self, Write};

use super::failure::Failure;
use super::words::Words;
use crate::diagnostic::Fault;
use crate::language::nearest;
use crate::message::{Argument, Language};

/// The pages on faults.
const SWEDISH: &str = include_str!("../../docs/fel.md");
const ENGLISH: &str = include_str!("../../docs/faults.md");

/// Writes the section on `code` to standard output.
pub(super) fn explain(code: &str, words: &Words) -> Result<(), Failure> {
    // A code may be copied with the brackets that it stands in.
    let code = code.trim_matches(|c| !char::is_alphanumeric(c));
    let page = match words.language() {
        Language::Swedish => SWEDISH,
        Language::English => ENGLISH,
    };
    if let Some(section) = section(page, code) {
        writeln!(io::stdout().lock(), "{section}")?;
        return Ok(());
    }
    let near = nearest(code, Fault::CODES.iter().copied(), 3).join(", ");
    let id = if near.is_empty() { "explain-unknown" } else { "explain-nearest" };
    Err(Failure::told(words, id, &[("code", Argument::Text(code)), ("nearest", Argument::Text(&near))]))
}

/// The section of `page` that is headed by `code`.
fn section<'p>(page: &'p str, code: &str) -> Option<&'p str> {
    let heading = format!("### `{code}` ");
    let start = page
        .match_indices(&heading)
        .map(|(at, _)| at)
        .find(|at| page.get(..*at).is_some_and(|it| it.ends_with('\n')))?;
    let rest = page.get(start..)?;
    let end = rest.match_indices("\n##").map(|(at, _)| at).next().unwrap_or(rest.len());
    Some(rest.get(..end)?.trim_start_matches("### ").trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_both_languages() {
        for page in [SWEDISH, ENGLISH] {
            for code in Fault::CODES {
                let section = section(page, code).unwrap_or_else(|| panic!("{code}"));
                assert!(section.lines().count() > 2 && !section.contains("\n## "), "{section}");
            }
            assert_eq!(section(page, "toml"), None);
        }
    }
}
