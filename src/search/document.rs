//! What the index is made of.

use std::collections::BTreeMap;

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
