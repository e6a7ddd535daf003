//! What a hit shows: a file per document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::EngineError;
use super::corpus::Prepared;
use super::pack::{digest, packed};

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
    meta: &'a BTreeMap<String, String>,
    anchors: [(); 0],
}

/// The fragment of a document.
pub(super) fn fragment(document: &Prepared) -> Result<Fragment, EngineError> {
    let words = document.content.split(' ').count();
    let contents = Contents {
        url: &document.address,
        content: &document.content,
        word_count: words,
        filters: &document.filters,
        meta: &document.fields,
        anchors: [],
    };
    let json = serde_json::to_vec(&contents).map_err(EngineError::Json)?;
    Ok(Fragment { digest: digest(&json), bytes: packed(&json)?, words })
}
