//! What a hit shows: a file per document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::corpus::Prepared;
use super::pack::{digest, packed};
use super::{EngineError, PARTS};

/// A finished fragment.
#[derive(Debug)]
pub(super) struct Fragment {
    /// The digest of its contents, of which its name is a beginning.
    pub digest: String,
    /// The contents of its file.
    pub bytes: Vec<u8>,
    /// How many words its text has.
    pub words: usize,
}

#[derive(Serialize)]
struct Contents<'a> {
    url: &'a str,
    content: &'a str,
    word_count: usize,
    filters: &'a BTreeMap<String, Vec<String>>,
    /// What is shown; parts of compounds are only searched.
    meta: BTreeMap<&'a str, &'a str>,
    anchors: [(); 0],
}

fn shown(fields: &BTreeMap<String, String>) -> BTreeMap<&str, &str> {
    let shown = fields.iter().filter(|(name, _)| *name != PARTS);
    shown.map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The fragment of a document.
pub(super) fn fragment(document: &Prepared) -> Result<Fragment, EngineError> {
    let words = document.content.split(' ').count();
    let contents = Contents {
        url: &document.address,
        content: &document.content,
        word_count: words,
        filters: &document.filters,
        meta: shown(&document.fields),
        anchors: [],
    };
    let json = serde_json::to_vec(&contents).map_err(EngineError::Json)?;
    Ok(Fragment { digest: digest(&json), bytes: packed(&json)?, words })
}
