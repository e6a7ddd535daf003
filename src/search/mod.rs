//! Full-text search: what can be found, and the index that finds it.

#[cfg(feature = "search")]
pub mod engine;

use std::collections::BTreeMap;

/// One thing that can be found, such as an area's section of an evaluation.
///
/// What is found and what is only shown differ: words of `title`, `text`,
/// `parts` and `context` are searched, those of `filters` are not. A page
/// reads either from a hit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Where a hit leads: from the root of the portal, without its base path,
    /// with the anchor of the passage. No two documents have the same.
    pub address: String,
    /// The heading of a hit.
    pub title: String,
    /// The passage as plain text. It has at least one word.
    pub text: String,
    /// The words that compounds of the text are made of, each once. They are
    /// found after everything that is written out (S2).
    pub parts: Vec<String>,
    /// More that a passage is about without saying it: names of fields and
    /// texts, such as the municipality.
    pub context: BTreeMap<String, String>,
    /// Values by the name of their filter (S3).
    pub filters: BTreeMap<String, Vec<String>>,
    /// Sort keys by name, such as the year.
    pub order: BTreeMap<String, i32>,
}
