//! What lies in a folder: files of Kompass, and foreign ones, which are all others.

use std::fs::{self, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::ReplaceError;
use super::location::{entries, is_at_work};
use super::made::{self, Made};
use crate::disk;

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

/// A folder that is no longer needed, or never was.
pub(super) struct Leftover<'a> {
    /// Where it is.
    pub(super) folder: &'a Path,
    /// What in it is Kompass's.
    pub(super) made: &'a Made,
    /// The folder in use, which has everything else as well.
    pub(super) home: &'a Path,
    /// If the folder in use has just been put in the place of this one: the files of
    /// Kompass in it. What others have put here since goes there.
    pub(super) late: Option<&'a Made>,
}

/// Deletes what is Kompass's in a leftover, what the folder in use has as well, and
/// the folders that are empty then. What cannot be deleted or is found nowhere
/// else stays. Returns whether the leftover is gone.
pub(super) fn clear(leftover: &Leftover) -> bool {
    if fs::symlink_metadata(leftover.folder).is_ok_and(|found| found.is_dir()) {
        clear_folder(leftover, Path::new(""));
    }
    disk::is_absent(leftover.folder)
}

/// A folder, and which files in it are or will be Kompass's.
struct Walk<'a> {
    folder: &'a Path,
    old: &'a Made,
    new: &'a Made,
}

/// What something in the folder is.
enum Found {
    /// A file Kompass made, or works with.
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
        let is_own = || self.old.contains(&key) || is_at_work(path);
        let is_shared = || self.old.reaches_into(&key) || self.new.reaches_into(&key);
        Ok(match () {
            () if found.is_file() && is_own() => Found::Own,
            () if found.is_dir() && is_shared() => Found::Shared,
            () => Found::Foreign,
        })
    }
}

fn collect_foreign(walk: &Walk, folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), ReplaceError> {
    for path in list(walk.folder, folder)? {
        match walk.look(&path).map_err(ReplaceError::io("look at", &walk.folder.join(&path)))? {
            Found::Own => {}
            Found::Shared => collect_foreign(walk, &path, found)?,
            Found::Foreign => found.push(path),
        }
    }
    Ok(())
}

/// What lies directly in `folder`, a path below `root`, by path below that.
fn list(root: &Path, folder: &Path) -> Result<Vec<PathBuf>, ReplaceError> {
    let names = entries(&root.join(folder))?;
    Ok(names.iter().filter_map(|entry| Some(folder.join(entry.file_name()?))).collect())
}

/// Failures are not reported one by one: the caller sees that the folder is still
/// there, and tells the user.
fn clear_folder(leftover: &Leftover, folder: &Path) {
    for path in list(leftover.folder, folder).unwrap_or_default() {
        let here = leftover.folder.join(&path);
        match fs::symlink_metadata(&here) {
            Ok(found) if found.is_dir() => clear_folder(leftover, &path),
            Ok(found) => clear_file(leftover, &path, &here, &found),
            Err(_) => {}
        }
    }
    let _ = fs::remove_dir(leftover.folder.join(folder));
}

fn clear_file(leftover: &Leftover, path: &Path, here: &Path, found: &Metadata) {
    let is_made = || made::key(path).is_some_and(|key| leftover.made.contains(&key));
    let there = leftover.home.join(path);
    if (found.is_file() && is_made()) || is_twin(here, found, &there) {
        let _ = fs::remove_file(here);
    } else if leftover.late.is_some_and(|new| !new.collides_with(path)) {
        let _ = there.parent().map(fs::create_dir_all);
        let _ = fs::rename(here, there);
    }
}

/// Whether `here` and `there` are the same file under two names, or equal.
fn is_twin(here: &Path, found: &Metadata, there: &Path) -> bool {
    let Ok(other) = fs::symlink_metadata(there) else { return false };
    let is_one = disk::identity(found).is_some_and(|identity| disk::identity(&other) == Some(identity));
    let is_link = found.is_symlink() && other.is_symlink();
    let is_file = found.is_file() && other.is_file() && found.len() == other.len();
    is_one
        || (is_link
            && fs::read_link(here).is_ok_and(|to| fs::read_link(there).is_ok_and(|other| to == other)))
        || (is_file && is_equal(here, there).unwrap_or(false))
}

/// Whether two files of the same size hold the same.
fn is_equal(one: &Path, other: &Path) -> io::Result<bool> {
    let (mut one, mut other) = (fs::File::open(one)?, fs::File::open(other)?);
    let (mut left, mut right) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let count = one.read(&mut left)?;
        let (Some(left), Some(right)) = (left.get(..count), right.get_mut(..count)) else { return Ok(false) };
        other.read_exact(right)?;
        if left != right {
            return Ok(false);
        }
        if count == 0 {
            return Ok(true);
        }
    }
}
