//! What killed processes have left beside a folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::ReplaceError;
use super::hidden::Hidden;
use super::inventory::{self, Leftover};
use super::location::{Location, entries};

use super::turn::Turn;
use crate::disk;

/// What killed processes had left, and what has become of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remains {
    /// The hidden folder in which the only whole folder was; it is back at its place.
    pub restored: Option<PathBuf>,
    /// How many hidden folders have been cleared away.
    pub cleared: usize,
    /// Hidden folders with something in them that Kompass could not delete or did not
    /// make.
    pub left: Vec<PathBuf>,
}

/// Puts back the earlier folder if there is none at `location`, and clears hidden
/// folders away. While others may be at work here, nothing is touched.
pub(super) fn settle(location: &Location, turn: &Turn) -> Result<Remains, ReplaceError> {
    let mut remains = Remains::default();
    if !turn.is_exclusive() || !turn.is_beside {
        return Ok(remains);
    }
    let beside = entries(&location.parent)?.into_iter().filter(|path| location.is_hidden(path));
    let hidden: Vec<_> = beside.filter(|path| is_folder(path)).map(Hidden).collect();
    for hidden in &hidden {
        let old = hidden.old_folder();
        if fs::symlink_metadata(&location.folder).is_err() && is_folder(&old) {
            fs::rename(&old, &location.folder).map_err(ReplaceError::io("put back", &old))?;
            remains.restored = Some(hidden.0.clone());
        }
    }
    for hidden in &hidden {
        if clear(hidden, location) {
            remains.cleared += 1;
        } else {
            remains.left.push(hidden.0.clone());
        }
    }
    Ok(remains)
}

/// Whether the hidden folder is gone.
fn clear(hidden: &Hidden, location: &Location) -> bool {
    let made = hidden.read_list();
    let is_gone = [hidden.new_folder(), hidden.old_folder()].iter().all(|folder| {
        inventory::clear(&Leftover { folder, made: &made, home: &location.folder, late: None })
    });
    for folder in [hidden.probe_inside(), hidden.probe()] {
        let _ = fs::remove_dir(folder);
    }
    if is_gone {
        let _ = fs::remove_file(hidden.list());
    }
    let _ = fs::remove_dir(&hidden.0);
    disk::is_absent(&hidden.0)
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}
