//! Every input text, loaded once, and places in it.
//!
//! A value that remembers a [`Span`] can be traced back to the file it came from.
//! Faults carry spans, and only the report turns them into a path, a line and a
//! column.

use std::collections::{BTreeMap, BTreeSet};
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Path below the project folder, with `/` on every platform.
    pub path: String,
    /// The text after normalisation (rule L4).
    pub text: Arc<str>,
}

/// All input files: texts in the order they were loaded, and what is no text by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    texts: Vec<Source>,
    others: BTreeMap<String, Arc<[u8]>>,
}

impl Sources {
    /// Keeps `text` and returns the id that spans into it carry.
    pub fn add(&mut self, path: String, text: Arc<str>) -> SourceId {
        let id = SourceId(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        self.texts.push(Source { path, text });
        id
    }

    /// Keeps the bytes of a file that is no text. Nothing points into them; they are
    /// there to be compared ([`Self::changed`]).
    pub fn keep(&mut self, path: String, bytes: Arc<[u8]>) {
        self.others.insert(path, bytes);
    }

    /// The source `id` was given out for. Ids of another set of sources give
    /// an empty text instead of a panic.
    pub fn get(&self, id: SourceId) -> &Source {
        static NONE: LazyLock<Source> = LazyLock::new(|| Source { path: String::new(), text: "".into() });
        self.texts.get(id.0 as usize).unwrap_or(&NONE)
    }

    /// Paths of the files that have come, gone or been changed since `earlier`, sorted.
    pub fn changed(&self, earlier: &Self) -> Vec<String> {
        let (now, before) = (self.bytes(), earlier.bytes());
        let differs = |path: &&&str| now.get(**path) != before.get(**path);
        let new = now.keys().filter(differs);
        let gone = before.keys().filter(|path| !now.contains_key(**path));
        let paths: BTreeSet<_> = new.chain(gone).map(|path| (*path).to_owned()).collect();
        paths.into_iter().collect()
    }

    fn bytes(&self) -> BTreeMap<&str, &[u8]> {
        let texts = self.texts.iter().map(|source| (source.path.as_str(), source.text.as_bytes()));
        let others = self.others.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()));
        texts.chain(others).collect()
    }
}
