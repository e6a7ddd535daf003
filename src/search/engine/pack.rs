//! How Pagefind's files are named and compressed.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha1::{Digest, Sha1};

use super::EngineError;

/// How every compressed file begins: a browser sees by it whether the server
/// has already decompressed the file.
const MARK: &[u8] = b"pagefind_dcd";

/// The highest level takes several times as long for a tenth of the size.
const LEVEL: Compression = Compression::new(3);

/// How many signs of a digest a name has when that is enough.
const SHORT: usize = 7;

/// The contents of a compressed file.
pub(super) fn packed(bytes: &[u8]) -> Result<Vec<u8>, EngineError> {
    let mut file = GzEncoder::new(Vec::new(), LEVEL);
    file.write_all(MARK).and_then(|()| file.write_all(bytes)).map_err(EngineError::Pack)?;
    file.finish().map_err(EngineError::Pack)
}

/// What a compressed file holds.
pub(super) fn unpacked(file: &[u8]) -> Result<Vec<u8>, EngineError> {
    let mut bytes = Vec::new();
    GzDecoder::new(file).read_to_end(&mut bytes).map_err(EngineError::Pack)?;
    Ok(bytes.strip_prefix(MARK).map(<[u8]>::to_vec).unwrap_or(bytes))
}

/// A digest as Pagefind writes it: bytes below 16 have one sign.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha1::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:x}");
        text
    })
}

/// Names of files in one language, no two the same.
pub(super) struct Names<'a> {
    language: &'a str,
    taken: BTreeSet<String>,
}

impl<'a> Names<'a> {
    pub(super) fn new(language: &'a str) -> Self {
        Self { language, taken: BTreeSet::new() }
    }

    /// The shortest free name for what has this digest.
    pub(super) fn name(&mut self, digest: &str) -> String {
        let lengths = SHORT..=digest.len();
        let mut names = lengths.map(|length| self.of_length(digest, length));
        let free = names.find(|name| !self.taken.contains(name));
        let name = free.unwrap_or_else(|| self.of_length(digest, digest.len()));
        self.taken.insert(name.clone());
        name
    }

    fn of_length(&self, digest: &str, length: usize) -> String {
        format!("{}_{}", self.language, digest.get(..length).unwrap_or(digest))
    }
}
