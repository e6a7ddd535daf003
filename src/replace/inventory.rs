//! What lies in a folder: files of Kompass, and foreign ones, which are all others.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::ReplaceError;
use super::location::entries;
use super::made::{self, Made};

/// The topmost paths below `folder` that are not among `old`, sorted. A folder
/// in which neither `old` nor `new` has files is foreign as a whole. Links are
/// never followed: Kompass makes none, so a link is foreign whatever its name.
pub(super) fn foreign(folder: &Path, old: &Made, new: &Made) -> Result<Vec<PathBuf>, ReplaceError> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect_foreign(&Walk { folder, old, new }, Path::new(""), &mut found)?;
    }
    Ok(found)
}

/// Deletes the files of `old` below `folder`, and the folders that are empty then.
/// What cannot be deleted or is not Kompass's stays. Returns whether `folder` is
/// gone.
pub(super) fn clear(folder: &Path, old: &Made, new: &Made) -> bool {
    clear_folder(&Walk { folder, old, new }, Path::new(""));
    !folder.is_dir()
}

/// A folder, and which files in it are or will be Kompass's.
struct Walk<'a> {
    folder: &'a Path,
    old: &'a Made,
    new: &'a Made,
}

/// What something in the folder is.
enum Found {
    /// A file Kompass made.
    Own,
    /// A folder that holds or will hold files of Kompass.
    Shared,
    /// Anything else.
    Foreign,
}

impl Walk<'_> {
    /// What lies at `path` below the folder.
    fn look(&self, path: &Path) -> io::Result<Found> {
        let found = fs::symlink_metadata(self.folder.join(path))?;
        let Some(key) = made::key(path) else { return Ok(Found::Foreign) };
        let is_shared = || self.old.reaches_into(&key) || self.new.reaches_into(&key);
        Ok(match () {
            () if found.is_file() && self.old.contains(&key) => Found::Own,
            () if found.is_dir() && is_shared() => Found::Shared,
            () => Found::Foreign,
        })
    }

    /// What lies directly in the folder at `path` below the folder.
    fn list(&self, path: &Path) -> Result<Vec<PathBuf>, ReplaceError> {
        let names = entries(&self.folder.join(path))?;
        Ok(names.iter().filter_map(|entry| Some(path.join(entry.file_name()?))).collect())
    }
}

fn collect_foreign(walk: &Walk, folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), ReplaceError> {
    for path in walk.list(folder)? {
        match walk.look(&path).map_err(ReplaceError::io("look at", &walk.folder.join(&path)))? {
            Found::Own => {}
            Found::Shared => collect_foreign(walk, &path, found)?,
            Found::Foreign => found.push(path),
        }
    }
    Ok(())
}

/// Failures are not reported one by one: the caller sees that the folder is still
/// there, and tells the user.
fn clear_folder(walk: &Walk, folder: &Path) {
    for path in walk.list(folder).unwrap_or_default() {
        match walk.look(&path) {
            Ok(Found::Own) => drop(fs::remove_file(walk.folder.join(path))),
            Ok(Found::Shared) => clear_folder(walk, &path),
            Ok(Found::Foreign) | Err(_) => {}
        }
    }
    let _ = fs::remove_dir(walk.folder.join(folder));
}
