//! Lists and tables in one value that nobody has closed.
//!
//! A parser cannot tell where the closing bracket was meant to stand: it takes all that
//! follows for a part of the list and objects to every line. A reader sees where the next
//! entry begins, and so does this.

use std::ops::Range;

/// An entry whose brackets are not all closed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Open {
    /// Its lines, in bytes, without the end of the last one.
    pub lines: Range<usize>,
    /// Where the closing brackets belong: behind what its last line says.
    pub end: usize,
    /// The brackets that are missing there.
    pub closing: String,
}

/// The entries of `text` whose brackets are still open where the next entry begins.
pub(super) fn open(text: &str) -> Vec<Open> {
    let mut found = Vec::new();
    let mut entry = Entry::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if entry.is_cut_by(line) {
            found.extend(std::mem::take(&mut entry).unclosed());
        }
        entry.read(line, at);
        at += line.len();
    }
    found.extend(entry.unclosed());
    found
}

/// An entry as far as it has been read.
#[derive(Default)]
struct Entry {
    start: usize,
    /// Behind the last line that says anything.
    end: usize,
    /// The end of that line.
    line_end: usize,
    /// The brackets that will close it, the innermost last.
    closing: Vec<char>,
    /// The three quotes that will end a text of several lines.
    quotes: Option<&'static str>,
    /// What stands last, so that the next line can be judged.
    last: Option<char>,
    /// Whether a quote is missing or a bracket closes another one: then nothing is known.
    is_unclear: bool,
}

impl Entry {
    /// Whether `line` begins something new, though a bracket is open.
    fn is_cut_by(&self, line: &str) -> bool {
        let Some(innermost) = self.closing.last() else { return false };
        let line = line.trim();
        let may_be_within = *innermost == '}' && matches!(self.last, Some(',' | '{'));
        self.quotes.is_none() && (is_heading(line) || is_assignment(line) && !may_be_within)
    }

    /// Goes on with `line`, which begins at byte `at`.
    fn read(&mut self, line: &str, at: usize) {
        let trimmed = line.trim();
        let is_inside = !self.closing.is_empty() || self.quotes.is_some();
        if !is_inside {
            *self = Self { start: at, ..Self::default() };
            if trimmed.starts_with('[') {
                return;
            }
        }
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let here = at + line.len() - rest.len();
            let length = match self.quotes {
                Some(quotes) => self.within_text(rest, quotes),
                None if c == '#' => break,
                None => self.outside_text(rest, c),
            };
            if !c.is_whitespace() {
                self.last = Some(c);
                self.end = here + length;
                self.line_end = at + line.trim_end_matches(['\n', '\r']).len();
            }
            rest = rest.get(length..).unwrap_or_default();
        }
    }

    /// How much of `rest` belongs to a text that `quotes` will end.
    fn within_text(&mut self, rest: &str, quotes: &str) -> usize {
        let Some(end) = rest.find(quotes) else { return rest.len() };
        self.quotes = None;
        end + quotes.len()
    }

    /// How much of `rest`, which begins with `c`, is one thing.
    fn outside_text(&mut self, rest: &str, c: char) -> usize {
        for quotes in ["\"\"\"", "'''"] {
            if rest.starts_with(quotes) {
                self.quotes = Some(quotes);
                return quotes.len();
            }
        }
        match c {
            '[' => self.closing.push(']'),
            '{' => self.closing.push('}'),
            ']' | '}' => self.is_unclear |= self.closing.pop() != Some(c),
            '"' | '\'' => {
                let text = rest.get(1..).unwrap_or_default();
                let end = text_end(text, c);
                self.is_unclear |= end.is_none();
                return end.map_or(rest.len(), |end| end + 2);
            }
            _ => {}
        }
        c.len_utf8()
    }

    fn unclosed(self) -> Option<Open> {
        let closing: String = self.closing.iter().rev().collect();
        let is_known = !self.is_unclear && self.quotes.is_none() && !closing.is_empty();
        is_known.then_some(Open { lines: self.start..self.line_end, end: self.end, closing })
    }
}

/// Where in `text`, which begins behind a quote, the same quote ends it.
pub(super) fn text_end(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '\n' => return None,
            _ if is_escaped => is_escaped = false,
            '\\' if quote == '"' => is_escaped = true,
            _ if c == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// `[source]`, but no list of numbers or texts.
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.split_once('#').map_or(line, |(line, _)| line.trim_end());
    let name = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
    let name = name.map(|name| name.trim_start_matches('[').trim_end_matches(']'));
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    name.is_some_and(|name| {
        let is_value = matches!(name, "true" | "false" | "inf" | "nan");
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_name) && !is_value
    })
}

/// `key =` or `"1.1" =`
pub(super) fn is_assignment(line: &str) -> bool {
    let Some((key, _)) = line.split_once('=') else { return false };
    let key = key.trim();
    let bare = key.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or(key);
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    !bare.is_empty() && bare.chars().all(is_key)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of `text` that are open, each with what closes it in its place.
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = open(text)
            .into_iter()
            .map(|it| {
                let (before, after) =
                    (text.get(it.lines.start..it.end).unwrap(), text.get(it.end..it.lines.end).unwrap());
                format!("{before}{}{after}", it.closing)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_entry_ends_where_the_next_one_begins() {
        check("a = [\"x\", \"y\"\nb = 1\n", &["a = [\"x\", \"y\"]"]);
        check("a = [\"x\" # en lista\r\n[b]\r\n", &["a = [\"x\"] # en lista"]);
        check("a = [\n  \"x\",\n  \"y\",\n\n\"1.1\" = \"2\"\n", &["a = [\n  \"x\",\n  \"y\",]"]);
        check("a = { x = [1\nb = 1\n", &["a = { x = [1]}"]);
        check("a = [1\nb = [2\n[[c]]\n", &["a = [1]", "b = [2]"]);
        check("a = [1, \"å", &[]);
        check("a = [\"å\"", &["a = [\"å\"]"]);
    }

    #[test]
    fn what_is_closed_is_left_alone() {
        check("a = [\n  [1],\n  [true],\n  [\"b\"],\n]\nb = 1\n", &[]);
        check("a = {\n  x = 1,\n  y = 2\n}\nb = 1\n", &[]);
        check("a = \"[\"\nb = '{' # [\nc = 1\n", &[]);
        check("a = \"\\\"[\"\nb = \"\"\"\n[\nc = 1\n\"\"\"\n[d]\n", &[]);
        check("[a\nb = 1\n[[c]]\n", &[]);
        // A bracket that closes another one, and a quote that is missing, are other mistakes.
        check("a = [1}\nb = 1\n", &[]);
        check("a = [\"x\nb = 1\n", &[]);
    }
}
