//! What a page loads first: which documents, files, filters and orders there
//! are.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::EngineError;

/// A fragment's name, how many words it has, and the group of fragments it is
/// in: we make none.
pub(super) type NamedPage = (String, usize, &'static str);

/// The first and the last term of a file, and its name.
pub(super) type NamedChunk = (String, String, String);

/// A filter and its file's name.
pub(super) type NamedFilter = (String, String);

/// What an index says of itself.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The version of its format.
    pub version: String,
    languages: BTreeMap<String, Language>,
    include_characters: Vec<char>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Language {
    hash: String,
    wasm: Option<String>,
    page_count: usize,
}

impl Entry {
    /// Says that another overview holds what there is in a language.
    pub(super) fn describe(&mut self, language: &str, hash: String, page_count: usize) {
        if let Some(language) = self.languages.get_mut(language) {
            (language.hash, language.page_count) = (hash, page_count);
        }
    }
}

/// A filter's values and their pages.
pub(super) fn filter(name: &str, values: &BTreeMap<String, Vec<u32>>) -> Result<Vec<u8>, EngineError> {
    let values: Vec<_> = values.iter().collect();
    minicbor::to_vec((name, values)).map_err(|error| EngineError::unwritten(&error))
}

/// Pages in the order of their sort keys.
pub(super) fn order(mut keys: Vec<(i32, u32)>) -> Vec<u32> {
    keys.sort_by_key(|&(key, _)| key);
    keys.into_iter().map(|(_, page)| page).collect()
}
