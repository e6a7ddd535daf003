//! A report as lines of text, whatever file it came in, and places in them.
//!
//! Text, Word and PDF are all reduced to this: one line per paragraph, table
//! row or empty line, cells parted by tabs. Everything later stages find is a
//! [`Passage`] that knows the [`Piece`]s of lines it was made of, so that
//! `account` can list what no passage was made of.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A report's lines, and what its file holds beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Lines in reading order; line 1 is the first.
    pub lines: Vec<Line>,
    /// Things that are in the file but not in the lines.
    pub unseen: Vec<Unseen>,
}

/// One line: a paragraph, a table row or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its text, cleaned; a tab between cells.
    pub text: String,
    /// What the file says it is.
    pub kind: Kind,
}

/// What a file says of a line. Plain text says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Nothing special.
    #[default]
    Plain,
    /// A heading, by its style.
    Heading,
    /// An item of a list.
    Item,
    /// A header or footer, by its place on the page.
    Margin,
}

/// Something a reader has met but cannot show as a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unseen {
    /// The text was not UTF-8 and has been read as Windows-1252.
    Windows1252,
    /// Bytes that are no text in any way have been replaced.
    BadBytes,
    /// Text boxes: their text stands where their anchor does.
    TextBox,
    /// Tracked changes: what was inserted is read, what was deleted is not.
    TrackedChange,
    /// Comments in the margin.
    Comment,
    /// Text that is hidden or struck out, which is read all the same.
    HiddenText,
    /// Pictures and charts.
    Picture,
    /// A PDF page without any text, most likely scanned.
    PageWithoutText,
    /// Characters of a PDF that have no meaning outside its font.
    UnknownCharacter,
}

/// Bytes of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Index of the line; its number is one more.
    pub line: usize,
    /// Bytes of its text.
    pub range: Range<usize>,
}

/// Text and the pieces it was made of, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The text as it is carried over.
    pub text: String,
    parts: Vec<Part>,
}

/// A stretch of a passage and the piece it came from. Both begin with the same
/// letter; the piece is longer where a hyphen at its end was taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    at: Range<usize>,
    piece: Piece,
}

impl Document {
    /// A document of these texts, for readers that know of plain lines only.
    pub fn of_lines<'t>(lines: impl IntoIterator<Item = &'t str>) -> Self {
        let line = |text: &str| Line { text: clean(text), kind: Kind::Plain };
        Self { lines: lines.into_iter().map(line).collect(), unseen: Vec::new() }
    }

    /// The text of line `index`; empty beyond the last.
    pub fn text(&self, index: usize) -> &str {
        self.lines.get(index).map_or("", |line| &line.text)
    }

    /// What the file says of line `index`.
    pub fn kind(&self, index: usize) -> Kind {
        self.lines.get(index).map_or(Kind::Plain, |line| line.kind)
    }

    /// All lines as one text, with which faults show their place.
    pub fn joined(&self) -> String {
        let mut joined = String::with_capacity(self.lines.iter().map(|line| line.text.len() + 1).sum());
        for line in &self.lines {
            joined.push_str(&line.text);
            joined.push('\n');
        }
        joined
    }

    /// The whole of line `index`.
    pub fn whole(&self, index: usize) -> Passage {
        self.passage(index, 0..self.text(index).len())
    }

    /// `range` of line `index`, without white space around it.
    pub fn passage(&self, index: usize, range: Range<usize>) -> Passage {
        let text = self.text(index).get(range.clone()).unwrap_or_default();
        let start = range.start + (text.len() - text.trim_start().len());
        let text = text.trim();
        let range = start..start + text.len();
        let part = Part { at: 0..text.len(), piece: Piece { line: index, range } };
        Passage { text: text.to_owned(), parts: vec![part] }
    }
}

impl Passage {
    /// One passage of several, with `between` in between; nothing of none.
    pub fn joined(passages: impl IntoIterator<Item = Self>, between: &str) -> Option<Self> {
        passages.into_iter().reduce(|mut before, next| {
            before.append(between, next);
            before
        })
    }

    /// The pieces it was made of.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.parts.iter().map(|part| &part.piece)
    }

    /// Where two lines meet in its text without a blank, and the pieces that do.
    pub fn seams(&self) -> impl Iterator<Item = (usize, &Piece, &Piece)> {
        let pairs = self.parts.iter().zip(self.parts.iter().skip(1));
        let meet = |(first, second): &(&Part, &Part)| {
            first.at.end == second.at.start && first.piece.line != second.piece.line
        };
        pairs.filter(meet).map(|(first, second)| (first.at.end, &first.piece, &second.piece))
    }

    /// The line it begins on, as an index.
    pub fn line(&self) -> usize {
        self.parts.first().map_or(0, |part| part.piece.line)
    }

    /// Where it begins: line, as an index, and byte.
    pub fn start(&self) -> (usize, usize) {
        self.parts.first().map_or((0, 0), |part| (part.piece.line, part.piece.range.start))
    }

    /// The line it ends on, as an index.
    pub fn last_line(&self) -> usize {
        self.parts.last().map_or(0, |part| part.piece.line)
    }

    /// Whether every piece of `other` lies within one of its own.
    pub fn covers(&self, other: &Self) -> bool {
        let is_within = |piece: &Piece| {
            self.pieces().any(|it| {
                it.line == piece.line
                    && it.range.start <= piece.range.start
                    && piece.range.end <= it.range.end
            })
        };
        other.pieces().all(is_within)
    }

    /// The bytes `range` of its text without white space around them.
    #[must_use]
    pub fn trimmed(&self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let start = range.start + (text.len() - text.trim_start().len());
        self.slice(start..start + text.trim().len())
    }

    /// Puts `next` behind it, with `between` in between.
    pub fn append(&mut self, between: &str, next: Self) {
        if next.text.is_empty() {
            return;
        }
        self.text.push_str(between);
        let shift = self.text.len();
        self.text.push_str(&next.text);
        let moved = |part: Part| Part { at: part.at.start + shift..part.at.end + shift, ..part };
        self.parts.extend(next.parts.into_iter().map(moved));
    }

    /// Takes the hyphen at its end away; the piece still holds it.
    pub fn drop_hyphen(&mut self) {
        if self.text.pop().is_some()
            && let Some(last) = self.parts.last_mut()
        {
            last.at.end = self.text.len();
        }
    }

    /// The bytes `range` of its text as a passage of their own.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let first = self.parts.partition_point(|part| part.at.end <= range.start);
        let parts = self.parts.iter().skip(first).take_while(|part| part.at.start < range.end);
        Self { text, parts: parts.filter_map(|part| part.within(&range)).collect() }
    }
}

impl Part {
    /// What of it lies in `range` of the passage, counted from there.
    fn within(&self, range: &Range<usize>) -> Option<Self> {
        let (start, end) = (self.at.start.max(range.start), self.at.end.min(range.end));
        if start >= end {
            return None;
        }
        let from = self.piece.range.start + (start - self.at.start);
        // The hyphen that was taken away behind the last stretch is still its piece's.
        let to = if end == self.at.end { self.piece.range.end } else { from + (end - start) };
        let piece = Piece { line: self.piece.line, range: from..to };
        Some(Self { at: start - range.start..end - range.start, piece })
    }
}

/// `text` without control characters and with one plain space where there was
/// any other white space; tabs stay, without spaces around them.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => {
                cleaned.truncate(cleaned.trim_end_matches(' ').len());
                cleaned.push('\t');
            }
            // Characters without width cannot be seen, so they are dropped.
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            // Symbol fonts have their bullets at places that Unicode leaves free.
            '\u{f0a7}' | '\u{f0b7}' | '\u{f02d}' => cleaned.push('•'),
            other if other.is_whitespace() || other.is_control() => {
                if !cleaned.ends_with([' ', '\t']) && !cleaned.is_empty() {
                    cleaned.push(' ');
                }
            }
            other => cleaned.push(other),
        }
    }
    cleaned.truncate(cleaned.trim_end_matches(' ').len());
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cleaned_without_losing_cells() {
        for (text, expected) in [
            ("  a \u{a0} b\t c \0d ", "a b\tc d"),
            ("a \t\t b\t", "a\t\tb\t"),
            ("\u{c}2 Kapitel", "2 Kapitel"),
            (" \u{a0} ", ""),
            ("\u{f0b7} punkt", "• punkt"),
        ] {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_slice_of_a_joined_passage_knows_its_pieces() {
        let document = Document::of_lines(["Ett ar-", "betet går bra. Slut."]);
        let mut passage = document.whole(0);
        passage.drop_hyphen();
        passage.append("", document.whole(1));
        assert_eq!(passage.text, "Ett arbetet går bra. Slut.");
        let first = passage.slice(0..21);
        assert_eq!(first.text, "Ett arbetet går bra. ".trim_end());
        let pieces: Vec<_> =
            first.pieces().map(|it| document.text(it.line).get(it.range.clone()).unwrap()).collect();
        assert_eq!(pieces, ["Ett ar-", "betet går bra."]);
    }
}
