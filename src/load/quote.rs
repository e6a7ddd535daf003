//! Texts in quotes that somebody has broken with the return key.
//!
//! A parser ends such a text at the end of its line and objects to what follows. A reader sees
//! that the text goes on, and where its closing quote stands.

use std::ops::Range;

use super::bracket::{is_assignment, is_heading, text_end};

/// A text in quotes that goes on in another line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// Its lines, in bytes, without the end of the last one.
    pub lines: Range<usize>,
    /// Where its first line ends.
    pub at: usize,
    /// Its lines as one.
    pub joined: String,
}

/// The most lines that a broken text has. What goes on for longer is another mistake, and
/// files without a closing quote would be read anew from every line.
const MOST_LINES: usize = 40;

/// The texts of `text` that are broken.
pub(super) fn broken(text: &str) -> Vec<Broken> {
    let mut found = Vec::new();
    let (mut at, mut long) = (0, None);
    while let Some(line) = text.get(at..).and_then(|rest| rest.split_inclusive('\n').next()) {
        let end = at + line.len();
        let quote = open_quote(line, &mut long);
        let going_on = quote.and_then(|quote| continued(text, at..end, quote));
        at = going_on.as_ref().map_or(end, |it| it.lines.end);
        found.extend(going_on);
    }
    found
}

/// `text` with spaces where lines of a broken text end, so that every place stays where it is.
pub(super) fn mended(text: &str, broken: &[Broken]) -> String {
    let mut mended = text.to_owned();
    for it in broken {
        if let Some(lines) = text.get(it.lines.clone()) {
            mended.replace_range(it.lines.clone(), &lines.replace('\n', " "));
        }
    }
    mended
}

/// The quote that is still open where `line` ends; `long` has the three quotes of a text that
/// may have several lines.
fn open_quote(line: &str, long: &mut Option<&'static str>) -> Option<char> {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let starts = ["\"\"\"", "'''"].into_iter().find(|quotes| rest.starts_with(quotes));
        let length = match (*long, starts) {
            (Some(quotes), _) => {
                let end = rest.find(quotes)?;
                *long = None;
                end + quotes.len()
            }
            (None, Some(quotes)) => {
                *long = Some(quotes);
                quotes.len()
            }
            (None, None) if c == '#' => return None,
            (None, None) if matches!(c, '"' | '\'') => match text_end(rest.get(1..)?, c) {
                Some(end) => end + 2,
                None => return Some(c),
            },
            _ => c.len_utf8(),
        };
        rest = rest.get(length..)?;
    }
    None
}

/// The text that `quote` opens in the line `first`, if one of the next lines closes it.
fn continued(text: &str, first: Range<usize>, quote: char) -> Option<Broken> {
    let opening = text.get(first.clone())?;
    let mut joined = opening.trim().to_owned();
    let mut end = first.end;
    for line in text.get(first.end..)?.split_inclusive('\n').take(MOST_LINES) {
        let words = line.trim();
        if begins_anew(words) {
            return None;
        }
        if !words.is_empty() {
            let space = if words.starts_with(quote) { "" } else { " " };
            joined.push_str(space);
            joined.push_str(words);
        }
        if let Some(at) = text_end(words, quote) {
            let lines = first.start..end + line.trim_end_matches('\n').len();
            let at_end = first.start + opening.trim_end().len();
            return ends_well(words, at).then_some(Broken { lines, at: at_end, joined });
        }
        end += line.len();
    }
    None
}

/// Whether the quote at byte `at` of `line` ends a text rather than begins one.
fn ends_well(line: &str, at: usize) -> bool {
    let (inside, behind) = (line.get(..at).unwrap_or_default(), line.get(at + 1..).unwrap_or_default());
    !inside.contains(" = ") && open_quote(behind, &mut None).is_none()
}

/// Whether a line is none that a text goes on in.
fn begins_anew(line: &str) -> bool {
    line.starts_with('#') || is_heading(line) || is_assignment(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = broken(text).into_iter().map(|it| it.joined).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_text_goes_on_until_its_quote() {
        check("a = \"x.\ny\"\nb = 1\n", &["a = \"x. y\""]);
        check("a = \"x\n\n  y\n\"\nb = 1\n", &["a = \"x y\""]);
        check("a = [\n  { b = \"x\n  y\", c = \"z\" },\n]\n", &["{ b = \"x y\", c = \"z\" },"]);
        check("a = \"x\ny\"\nb = 'x\ny'", &["a = \"x y\"", "b = 'x y'"]);
    }

    #[test]
    fn a_quote_that_is_missing_is_another_mistake() {
        check("a = \"x\nb = \"y\"\n", &[]);
        check("a = \"x\n\"1.1\" = \"y\"\n", &[]);
        check("a = \"x\n[b]\nc = \"y\"\n", &[]);
        check("a = [\"x\",\n\"y,\n\"z\",\n]\n", &[]);
        check("a = \"x\n", &[]);
        check(&format!("a = \"x{}\"\n", "\ny".repeat(MOST_LINES + 1)), &[]);
        check("a = \"\"\"\n\"x\n\"\"\"\n", &[]);
    }

    #[test]
    fn mending_moves_nothing() {
        let text = "å = \"x\n y\"\nb = 1\n";
        assert_eq!(mended(text, &broken(text)), "å = \"x  y\"\nb = 1\n");
    }
}
