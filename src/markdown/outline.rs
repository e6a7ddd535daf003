//! What validation wants to know of a text: its blocks, links and images, and
//! where they stand.

use std::ops::Range;

use super::Part;

/// What a text consists of, with byte ranges into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The whole text.
    pub whole: Part,
    /// Headings, wherever they stand, lists and everything else on the
    /// outermost level, in the order in which they begin.
    pub blocks: Vec<Block>,
    /// Links, wherever they stand.
    pub links: Vec<Found>,
    /// Images, wherever they stand.
    pub images: Vec<Found>,
    /// Pieces of raw HTML (W3).
    pub raw_html: Vec<Found>,
    /// Blocks of code that are such by nothing but their indentation.
    pub indented: Vec<Range<usize>>,
    /// Cells that rows of tables have besides those under the table's head, and that are not
    /// shown.
    pub lost_cells: Vec<Found>,
}

/// A heading or an outermost block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A list, as the content of its items.
    List(Vec<Part>),
    /// Anything else.
    Other(Range<usize>),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1–6.
    pub level: u8,
    /// Its text without markup.
    pub text: String,
    /// Whether it stands within a quotation or a list's item.
    pub is_nested: bool,
    /// The heading itself, markup included.
    pub part: Part,
}

/// Something worth a look, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// A link's or image's target, or raw HTML.
    pub what: String,
    /// Where it stands.
    pub range: Range<usize>,
}
