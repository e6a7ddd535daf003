//! The new folder takes the place of the old one.
//!
//! Both have everything that is not Kompass's by then. Where the system can exchange
//! them in one step, that is all. Elsewhere the old folder is moved away and the new
//! one gets its name; should the second fail, the first is undone, and should the
//! process be killed in between, the next one puts the old folder back.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::error::ReplaceError;
use super::location::Location;
use super::staging::Staging;
use super::way::Way;
use crate::disk;

/// Puts the staging folder in the place of the folder at `location`.
pub(super) fn exchange(staging: &mut Staging, location: &Location) -> Result<Way, ReplaceError> {
    let refused = ReplaceError::io("replace", &location.folder);
    if disk::is_absent(&location.folder) {
        rename(&staging.folder, &location.folder).map_err(refused)?;
        staging.is_exchanged = true;
        return Ok(Way::AtOnce);
    }
    if disk::exchange(&staging.folder, &location.folder).map_err(refused)? {
        staging.is_exchanged = true;
        staging.earlier = Some(staging.folder.clone());
        return Ok(Way::AtOnce);
    }
    in_two_steps(staging, location)?;
    staging.is_exchanged = true;
    staging.earlier = Some(staging.hidden.old_folder());
    Ok(Way::InTwoSteps)
}

fn in_two_steps(staging: &Staging, location: &Location) -> Result<(), ReplaceError> {
    let old = staging.hidden.old_folder();
    rename(&location.folder, &old).map_err(ReplaceError::io("replace", &location.folder))?;
    let Err(error) = rename(&staging.folder, &location.folder) else { return Ok(()) };
    if rename(&old, &location.folder).is_ok() {
        return Err(ReplaceError::io("replace", &location.folder)(error));
    }
    Err(ReplaceError::Stranded { target: location.folder.clone(), earlier: old, error })
}

/// Renames a folder without ever replacing anything.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    if !disk::is_absent(to) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
}
