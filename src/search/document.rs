//! What the index is made of.

use crate::route::Route;

/// One thing that can be found, such as what an evaluation says of an area.
///
/// All texts but `anchor` and the values of `filters` are searched, each with a
/// weight of its own (`index::field`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The page that a hit leads to: from the root of the portal, without its
    /// base path. Documents of one page follow each other.
    pub page: String,
    /// The place on that page; empty for its top.
    pub anchor: String,
    /// What the page is about, shown with every hit: `Lunds kommun 2011`.
    pub place: String,
    /// What it is called besides its title; never shown.
    pub names: String,
    /// The heading of a hit.
    pub title: String,
    /// The headings within `text`, which weigh more there than other words.
    pub headings: String,
    /// The passage as plain text.
    pub text: String,
    /// Values by the name of their filter (S3), in the order of the filters.
    pub filters: Vec<(&'static str, Vec<String>)>,
    /// What it is to a reader: of hits that fit as well, results stand first.
    pub standing: Standing,
}

/// What a document is to a reader. A lower one weighs more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// A result, or a page of results.
    #[default]
    Result,
    /// It explains the portal.
    About,
    /// It explains files and formats, for those who compute with them.
    Technical,
}

/// A page that gathers what others say, as it is called in the theme.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The page.
    pub route: Route,
    /// Its title.
    pub title: String,
    /// What it says of itself.
    pub description: String,
}
