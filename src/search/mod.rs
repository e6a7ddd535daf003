//! Full-text search: the records of what can be found, the index of these, and
//! the names that the search field suggests.
//!
//! Records and index need the feature `search`. Without it, and in a build that
//! asks for no full text, the search page still leads to every municipality.

#[cfg(feature = "search")]
mod compounds;
#[cfg(feature = "search")]
pub mod engine;
mod names;
#[cfg(feature = "search")]
mod records;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

pub use self::names::suggestions;
use crate::model::Portal;

/// Whether this Kompass can make an index.
pub const IS_BUILT_IN: bool = cfg!(feature = "search");

/// One thing that can be found, such as what an evaluation says of an area.
///
/// The words of `title`, `text`, `parts` and `context` are searched, those of
/// `filters` are not. The search page can show both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Where a hit leads: from the root of the portal, without its base path,
    /// with the anchor of the passage. No two documents have the same.
    pub address: String,
    /// The heading of a hit.
    pub title: String,
    /// The passage as plain text. It has at least one word.
    pub text: String,
    /// The words that compounds of the text are made of, each once. A hit on one
    /// of these ranks below every hit on a word that is written out (S2).
    pub parts: Vec<String>,
    /// What the passage is about without saying it, such as the municipality:
    /// texts by the name of their field.
    pub context: BTreeMap<String, String>,
    /// Values by the name of their filter (S3).
    pub filters: BTreeMap<String, Vec<String>>,
    /// Sort keys by name, such as the year.
    pub order: BTreeMap<String, i32>,
}

/// Files of the index by their path in it.
pub type Bundle = BTreeMap<String, Vec<u8>>;

/// Why there is no index: a fault of Kompass or of the machine, never of content.
#[derive(Debug)]
pub struct SearchError(Box<dyn Error + Send + Sync>);

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no search index could be made: {}", self.0)
    }
}

impl Error for SearchError {}

/// The index of everything that can be found in a portal (S1–S4).
///
/// # Errors
/// When the index does not hold every record, or the machine gives no thread.
#[cfg(feature = "search")]
pub fn search(portal: &Portal) -> Result<Bundle, SearchError> {
    let compounds = compounds::Compounds::of(portal);
    let records = records::records(portal, &compounds);
    engine::index(records, &portal.site.language).map_err(|error| SearchError(error.into()))
}

/// No index: this Kompass is built without it.
///
/// # Errors
/// None.
#[cfg(not(feature = "search"))]
pub fn search(_: &Portal) -> Result<Bundle, SearchError> {
    Ok(Bundle::new())
}
