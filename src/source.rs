//! Every input text, loaded once, and places in it.
//!
//! A value that remembers a [`Span`] can be traced back to the file it came from.
//! Faults carry spans, and only the report turns them into a path, a line and a
//! column.

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
}
