//! `content/synonyms.toml`: everyday words and those of the reports.

use serde::Deserialize;
use toml::Spanned;

/// A list of words, with the places of the list and of each word.
pub type Entries = Spanned<Vec<Spanned<String>>>;

/// The file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Synonyms {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// Sets in any order.
    #[serde(default, rename = "set")]
    pub sets: Vec<Set>,
}

/// Words for one meaning, each a word or a phrase of at most three, in lower
/// case and base form.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Set {
    /// What people say; at least one entry.
    pub everyday: Entries,
    /// What reports say; at least one entry.
    pub official: Entries,
}
