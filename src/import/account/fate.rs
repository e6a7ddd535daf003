//! What can become of a stretch of text.

use crate::model::AreaNumber;

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Year, evaluators, publisher: in `evaluation.toml`.
    Cover,
    /// Municipality and date: in `evaluation.toml`, in its own way.
    Translated,
    /// Figures: in `evaluation.toml`.
    Score,
    /// Short facts: in `evaluation.toml`.
    Fact,
    /// In `summary.md`.
    Summary,
    /// In the text of an area.
    Area(AreaNumber),
    /// Headings, heads of tables and names of sub-areas, which the format and
    /// the edition say in their own way.
    Structure,
    /// Known from other reports.
    Boilerplate,
    /// The list of contents.
    Contents,
    /// Headers, footers, page numbers.
    Furniture,
    /// Tags, bullets and other marks without letters or digits.
    Markup,
    /// Nothing of all this.
    Left,
}

impl Fate {
    /// The same for all that ends in the same place.
    #[must_use]
    pub fn destination(self) -> Self {
        if self == Self::Translated { Self::Cover } else { self }
    }
}
