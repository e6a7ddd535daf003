//! One process at a time replaces a folder.
//!
//! Who has its turn holds a lock on a hidden file beside the folder, and deletes the
//! file when it is done. A process that is killed loses its lock, so the file it
//! leaves behind keeps nobody waiting. The file is its owner's alone: strangers
//! cannot lock it, as they could lock the folder above.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::care::Care;
use super::error::ReplaceError;
use super::location::Location;
use crate::disk;

/// How often it is tried to get a lock that another process holds.
const PAUSE: Duration = Duration::from_millis(20);

/// The right to replace a folder, until this is dropped.
pub(super) struct Turn {
    /// Whether files can be made beside the folder.
    pub(super) is_beside: bool,
    /// The file with the lock; `None` where the file system knows no locks.
    file: Option<File>,
    path: PathBuf,
    /// Dropped last: what had to be made above the folder and is empty still.
    _parents: Parents,
}

/// What came of trying to get the lock.
enum Attempt {
    Held(File),
    Busy,
    /// There are no locks here.
    Lockless,
    /// The folder that the file must lie in takes no files.
    NoRoom,
}

impl Turn {
    /// Waits until no other process replaces the folder at `location`.
    pub(super) fn wait(location: &Location, care: &Care) -> Result<Self, ReplaceError> {
        let parents = Parents::create(&location.parent)?;
        let (beside, inside) = (location.lock(), location.lock_inside());
        let taken =
            |is_beside, path: &Path, file| Self { is_beside, file, path: path.to_owned(), _parents: parents };
        match hold(&beside, care)? {
            Attempt::NoRoom if location.folder.is_dir() => match hold(&inside, care)? {
                Attempt::NoRoom => Err(no_room(&inside)),
                attempt => Ok(taken(false, &inside, attempt.file())),
            },
            Attempt::NoRoom => Err(no_room(&beside)),
            attempt => Ok(taken(true, &beside, attempt.file())),
        }
    }

    /// Whether no other process can be replacing the folder.
    pub(super) fn is_exclusive(&self) -> bool {
        self.file.is_some()
    }
}

impl Drop for Turn {
    /// The file goes while it is locked: whoever waits for it sees that it is no longer
    /// the one at its path, and makes a new one.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

impl Attempt {
    fn file(self) -> Option<File> {
        match self {
            Self::Held(file) => Some(file),
            Self::Busy | Self::Lockless | Self::NoRoom => None,
        }
    }
}

fn no_room(path: &Path) -> ReplaceError {
    ReplaceError::io("create", path)(ErrorKind::PermissionDenied.into())
}

/// Tries until the lock is there or patience is at its end.
fn hold(path: &Path, care: &Care) -> Result<Attempt, ReplaceError> {
    let began = Instant::now();
    let mut is_told = false;
    loop {
        match attempt(path).map_err(ReplaceError::io("lock", path))? {
            Attempt::Busy if began.elapsed() >= care.patience => {
                return Err(ReplaceError::Busy { lock: path.to_owned(), waited: care.patience });
            }
            Attempt::Busy => {
                if !is_told {
                    (care.waiting)(path);
                    is_told = true;
                }
                thread::sleep(PAUSE);
            }
            other => return Ok(other),
        }
    }
}

fn attempt(path: &Path) -> io::Result<Attempt> {
    let file = match disk::open_lock(path) {
        Ok(file) => file,
        Err(error) => return refused(path, error),
    };
    match file.try_lock() {
        Ok(()) if is_at(&file, path) => Ok(Attempt::Held(file)),
        // Its holder has deleted it in between.
        Ok(()) | Err(TryLockError::WouldBlock) => Ok(Attempt::Busy),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => Ok(Attempt::Busy),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(Attempt::Lockless),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// What it means that the file cannot be opened: another user's process holds it, or
/// no file can be made there.
fn refused(path: &Path, error: io::Error) -> io::Result<Attempt> {
    let is_there = fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    match error.kind() {
        ErrorKind::PermissionDenied if is_there => Ok(Attempt::Busy),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::InvalidFilename => {
            Ok(Attempt::NoRoom)
        }
        // The one before has failed and taken the folder away that it had made.
        ErrorKind::NotFound => path.parent().map_or(Ok(()), fs::create_dir_all).map(|()| Attempt::Busy),
        _ => Err(error),
    }
}

/// Whether `file` is still the one at `path`. Where files have no identity, a file
/// that somebody holds open cannot be deleted.
fn is_at(file: &File, path: &Path) -> bool {
    let identity = |found: io::Result<fs::Metadata>| found.ok().map(|found| disk::identity(&found));
    let (held, there) = (identity(file.metadata()), identity(fs::symlink_metadata(path)));
    there.is_some() && held == there
}

/// The folders above the target that had to be made, innermost first. When this is
/// dropped, those that are still empty are deleted: all of them if nothing was
/// published.
struct Parents(Vec<PathBuf>);

impl Parents {
    /// Creates `folder` and what is missing above it.
    fn create(folder: &Path) -> Result<Self, ReplaceError> {
        let parents = Self(folder.ancestors().filter(|above| is_free(above)).map(Path::to_owned).collect());
        fs::create_dir_all(folder).map_err(ReplaceError::io("create", folder))?;
        Ok(parents)
    }
}

impl Drop for Parents {
    fn drop(&mut self) {
        for folder in &self.0 {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn is_free(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}
