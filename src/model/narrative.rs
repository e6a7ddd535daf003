//! Texts of an evaluation, cut along their headings.

use std::ops::Range;
use std::sync::Arc;

use super::SubAreaNumber;

/// Markdown whose links and headings have been checked: a part of its file, not
/// a copy of it.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    file: Arc<str>,
    range: Range<usize>,
}

impl Prose {
    /// The part of `file` at `range`, in bytes; nothing when it is not within.
    pub fn part(file: &Arc<str>, range: Range<usize>) -> Self {
        Self { file: Arc::clone(file), range }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        self.file.get(self.range.clone()).unwrap_or_default()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.as_str().trim().is_empty()
    }
}

impl From<String> for Prose {
    fn from(text: String) -> Self {
        let range = 0..text.len();
        Self { file: text.into(), range }
    }
}

/// The narrative of one area.
#[derive(Clone, Debug, Default)]
pub struct AreaNarrative {
    /// What stands before the first heading.
    pub introduction: Prose,
    /// One section per sub-area that has a text, in the text's order.
    pub sections: Vec<Section>,
    /// What the evaluators found strong.
    pub strengths: Vec<Prose>,
    /// What exists in part and can become better (2010 edition).
    pub partials: Vec<Prose>,
    /// What can be improved.
    pub improvements: Vec<Prose>,
}

/// The part of a narrative that is about one sub-area.
#[derive(Clone, Debug)]
pub struct Section {
    /// The sub-area.
    pub sub_area: SubAreaNumber,
    /// Its heading without the number.
    pub heading: String,
    /// Its text.
    pub prose: Prose,
}
