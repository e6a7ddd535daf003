//! A plan onto the disk: an evaluation whole or not at all.

use std::fs;

use super::plan::Planned;
use crate::disk::shown;
use crate::format::evaluation::FILE;
use crate::replace::{Care, Location, Made, ReplaceError, Replaced, replace};

/// Why an evaluation could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// Its record is no longer the one that was compared with: where it lies.
    Changed(String),
    /// The folder cannot be replaced.
    Replace(ReplaceError),
}

impl From<ReplaceError> for WriteError {
    fn from(error: ReplaceError) -> Self {
        Self::Replace(error)
    }
}

/// Writes the record of `planned`; all else in its folder stays.
///
/// # Errors
/// When the record has changed since it was read, or the folder cannot be replaced, see
/// [`replace`].
pub fn write(planned: &Planned, care: &Care) -> Result<Replaced, WriteError> {
    let files = [(FILE, planned.new.as_bytes())];
    let plan =
        crate::replace::Plan { files: &files, names_others: |path| path == FILE, meanwhile: &|_, _| None };
    replace(&Location::find(&planned.folder)?, &plan, care, || {
        let path = planned.folder.join(FILE);
        let there = fs::read(&path).ok();
        if there.as_deref() != planned.old.as_deref().map(str::as_bytes) {
            return Err(WriteError::Changed(shown(&path)));
        }
        Ok(if there.is_some() { Made::of([FILE])? } else { Made::default() })
    })
}
