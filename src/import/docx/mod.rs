//! Word.
use super::document::Document;
/// Reads it.
pub fn read(_: &[u8]) -> Result<Document, String> { Err("not yet".to_owned()) }
