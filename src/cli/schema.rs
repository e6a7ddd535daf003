//! `kompass schema`: what editors need to complete and to mark.

use std::path::Path;

use super::failure::Failure;
use super::words::Words;
use crate::disk::shown;
use crate::import::folder::FolderError;
use crate::message::Argument;
use crate::replace::{Rewrite, rewrite};
use crate::schema::schemas;

/// What every schema has in it.
const SIGN: &[u8] = b"https://json-schema.org/";

/// Writes the schemas to `folder`. Those of another version are renewed; what is no schema stays.
pub(super) fn schema(folder: &Path, words: &Words) -> Result<(), Failure> {
    let mut files = Vec::new();
    for (name, bytes) in &schemas() {
        let file = Rewrite::read(&folder.join(name)).map_err(FolderError::Replace)?;
        let is_other = |old: &Vec<u8>| !old.windows(SIGN.len()).any(|part| part == SIGN);
        if file.old.as_ref().is_some_and(is_other) {
            let path = shown(&file.path);
            return Err(Failure::told(words, "schema-other", &[("path", Argument::Text(&path))]));
        }
        files.push(Rewrite { new: bytes.clone(), ..file });
    }
    rewrite(&files).map_err(FolderError::Replace)?;
    words.say("schema-written", &[("number", files.len().into()), ("path", Argument::Text(&shown(folder)))]);
    Ok(())
}
