//! Every input text, loaded once, and places in it.
//!
//! A [`Span`] is all a value has to remember to be traced back to the file it
//! came from: faults carry spans, and only the report turns them into a path,
//! a line and a column.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

/// Which of the loaded [`Sources`] a place belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A range of bytes in one source. Always within the text and on character
/// boundaries when it was made from a parser's own offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The source the range lies in.
    pub source: SourceId,
    /// First byte.
    pub start: usize,
    /// One past the last byte; equal to `start` for a point.
    pub end: usize,
}

impl Span {
    /// The bytes `range` of `source`.
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        Self { source, start: range.start, end: range.end.max(range.start) }
    }

    /// The very beginning of `source`: the place of a fault that concerns the
    /// file as a whole.
    pub fn file(source: SourceId) -> Self {
        Self::new(source, 0..0)
    }

    /// This span as a byte range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A value together with the place it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was read.
    pub value: T,
    /// Where it stood.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, read at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A place as people count: both numbers start at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column in characters, not bytes: `å` is one.
    pub column: usize,
}

/// One input text.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path below the project folder, with `/` on every platform.
    pub path: String,
    /// The text after normalisation (rule L4).
    pub text: Arc<str>,
}

/// All input texts, in the order they were loaded.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Keeps `text` and returns the id that spans into it carry.
    pub fn add(&mut self, path: String, text: Arc<str>) -> SourceId {
        let id = SourceId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(Source { path, text });
        id
    }

    /// The source `id` was given out for. Ids of another set of sources give
    /// an empty text instead of a panic.
    pub fn get(&self, id: SourceId) -> &Source {
        static NONE: LazyLock<Source> = LazyLock::new(|| Source { path: String::new(), text: "".into() });
        self.0.get(id.0 as usize).unwrap_or(&NONE)
    }

    /// Line and column of the first byte of `span`.
    pub fn position(&self, span: Span) -> Position {
        let text = &self.get(span.source).text;
        let before = text.get(..span.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Position { line: before.matches('\n').count() + 1, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let mut sources = Sources::default();
        let id = sources.add("a.toml".into(), "första\nåäö = 1\n".into());
        let start = sources.get(id).text.find('=').unwrap();
        let position = sources.position(Span::new(id, start..start + 1));
        assert_eq!(position, Position { line: 2, column: 5 });
        assert_eq!(sources.position(Span::file(id)), Position { line: 1, column: 1 });
    }
}
