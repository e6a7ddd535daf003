//! The new folder, written beside the old one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::care::Care;
use super::carry;
use super::error::ReplaceError;
use super::hidden::Hidden;
use super::inventory::{self, Leftover};
use super::location::Location;
use super::made::Made;
use crate::disk;

/// How many files are synced at once where each has to be: the time goes into waiting
/// for the disk, which syncs many files as fast as one.
const SYNCS: usize = 16;

/// The new folder before and the old one after the exchange, in a hidden folder.
pub(super) struct Staging<'a> {
    /// The new folder; once it has been exchanged in one step, the old one.
    pub(super) folder: PathBuf,
    /// The old folder, once it has been exchanged.
    pub(super) earlier: Option<PathBuf>,
    /// Whether the new folder is at its place.
    pub(super) is_exchanged: bool,
    pub(super) hidden: Hidden,
    new: &'a Made,
    target: PathBuf,
    /// Permissions are set on every file and folder: the mask would keep readers out.
    opens: bool,
}

impl<'a> Staging<'a> {
    /// Writes `files`, whose paths are `new`, beside the folder at `location`, in which
    /// `old` are Kompass's.
    pub(super) fn write(
        files: &[(&str, &[u8])],
        old: &Made,
        new: &'a Made,
        location: &Location,
        care: &Care,
    ) -> Result<Self, ReplaceError> {
        let hidden = Hidden::create(location)?;
        let folder = hidden.new_folder();
        hidden.write_list([old, new], care)?;
        let (target, earlier) = (location.folder.clone(), None);
        let mut staging = Self { folder, earlier, is_exchanged: false, hidden, new, target, opens: false };
        staging.create_folder(&staging.folder)?;
        staging.opens = care.public && is_closed(&staging.folder)?;
        staging.open(&staging.folder)?;
        staging.create_folders(files)?;
        // The last one is younger than all others.
        let (others, last) = files.split_at(files.len().saturating_sub(1));
        let others = others.par_iter().with_max_len(crate::parallel::BATCH);
        let failed = others.find_map_first(|(path, bytes)| staging.write_file(path, bytes).err());
        match failed.or_else(|| last.iter().find_map(|(path, bytes)| staging.write_file(path, bytes).err())) {
            Some(error) => Err(error),
            None => Ok(staging),
        }
    }

    /// Links or copies `kept`, paths in the folder at `location`, into the new folder, and
    /// gives that the permissions of the old one.
    pub(super) fn carry(&self, location: &Location, kept: &[PathBuf]) -> Result<(), ReplaceError> {
        for path in kept {
            let to = self.folder.join(path);
            for above in carry::missing_above(&to) {
                self.create_folder(&above)?;
            }
            carry::carry(&location.folder.join(path), &to)?;
        }
        match fs::metadata(&location.folder) {
            Ok(found) => carry::dress(&self.folder, &found),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(ReplaceError::io("look at", &location.folder)(error)),
        }
    }

    /// Waits until the new folder has reached the disk.
    pub(super) fn sync(&self, care: &Care) -> Result<(), ReplaceError> {
        if !care.sync {
            return Ok(());
        }
        let is_synced =
            disk::sync_file_system(&self.folder).map_err(ReplaceError::io("sync", &self.folder))?;
        if is_synced { Ok(()) } else { sync_each(&self.folder) }
    }

    /// Waits until the exchange has reached the disk.
    pub(super) fn sync_exchange(&self, location: &Location, care: &Care) -> Result<(), ReplaceError> {
        if !care.sync {
            return Ok(());
        }
        let sync = |folder: &Path| {
            disk::sync_names(folder)
                .map_err(|error| ReplaceError::Unsynced { folder: folder.to_owned(), error })
        };
        sync(&self.hidden.0)?;
        sync(&location.parent)
    }

    /// Whether there was an old folder.
    pub(super) fn has_earlier(&self) -> bool {
        self.earlier.is_some()
    }

    /// Deletes the old folder after the exchange. Gives its path if something is left in
    /// it.
    pub(super) fn clear(self, location: &Location, old: &Made, new: &Made) -> Option<PathBuf> {
        if let Some(earlier) = &self.earlier {
            let leftover = Leftover { folder: earlier, made: old, home: &location.folder, late: Some(new) };
            if !inventory::clear(&leftover) {
                return Some(earlier.clone());
            }
        }
        let _ = fs::remove_file(self.hidden.list());
        let _ = fs::remove_dir(&self.hidden.0);
        (!disk::is_absent(&self.hidden.0)).then(|| self.hidden.0.clone())
    }

    fn create_folder(&self, folder: &Path) -> Result<(), ReplaceError> {
        fs::create_dir(folder).map_err(ReplaceError::io("create", folder))?;
        self.open(folder)
    }

    fn create_folders(&self, files: &[(&str, &[u8])]) -> Result<(), ReplaceError> {
        let split = files.iter().filter_map(|(path, _)| path.rsplit_once('/'));
        let folders: BTreeSet<&str> = split.map(|(folder, _)| folder).collect();
        for folder in folders {
            for missing in carry::missing_above(&self.folder.join(folder).join("file")) {
                self.create_folder(&missing)?;
            }
        }
        Ok(())
    }

    /// Lets everybody into `folder` where the mask would keep them out.
    fn open(&self, folder: &Path) -> Result<(), ReplaceError> {
        if !self.opens {
            return Ok(());
        }
        permit(folder, 0o755).map_err(ReplaceError::io("set the permissions of", folder))
    }

    /// Writes a file that is not there yet: where case does not matter, two
    /// paths that differ only in it are an error, not one file.
    fn write_file(&self, path: &str, bytes: &[u8]) -> Result<(), ReplaceError> {
        let path = self.folder.join(path);
        let written = File::create_new(&path).and_then(|mut file| file.write_all(bytes));
        written.map_err(ReplaceError::io("write", &path))?;
        if !self.opens {
            return Ok(());
        }
        permit(&path, 0o644).map_err(ReplaceError::io("set the permissions of", &path))
    }
}

impl Drop for Staging<'_> {
    /// Before the exchange, deletes what was made here. What remains is found by the next
    /// process.
    fn drop(&mut self) {
        if self.is_exchanged {
            return;
        }
        let leftover = Leftover { folder: &self.folder, made: self.new, home: &self.target, late: None };
        if inventory::clear(&leftover) {
            let _ = fs::remove_file(self.hidden.list());
        }
    }
}

/// Whether others cannot get into a new folder or list it.
#[cfg(unix)]
pub(super) fn is_closed(folder: &Path) -> Result<bool, ReplaceError> {
    use std::os::unix::fs::PermissionsExt;

    let found = fs::metadata(folder).map_err(ReplaceError::io("look at", folder))?;
    Ok(found.permissions().mode() & 0o055 != 0o055)
}

/// Whether others cannot get into a new folder or list it.
#[cfg(not(unix))]
pub(super) fn is_closed(_folder: &Path) -> Result<bool, ReplaceError> {
    Ok(false)
}

/// Sets the permissions of a file or folder, where systems have them.
#[cfg(unix)]
pub(super) fn permit(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

/// Sets the permissions of a file or folder, where systems have them.
#[cfg(not(unix))]
pub(super) fn permit(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}

/// Syncs every file and folder below `folder`, and itself.
pub(super) fn sync_each(folder: &Path) -> Result<(), ReplaceError> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    let mut next = 0;
    while let Some(folder) = folders.get(next).cloned() {
        next += 1;
        for path in disk::entries(&folder).map_err(ReplaceError::io("list", &folder))? {
            let found = fs::symlink_metadata(&path).map_err(ReplaceError::io("look at", &path))?;
            match found {
                it if it.is_dir() => folders.push(path),
                it if it.is_file() => files.push(path),
                _ => {}
            }
        }
    }
    let sync = |path: &PathBuf, is_folder: bool| {
        let done = if is_folder { disk::sync_names(path) } else { disk::sync_file(path) };
        done.map_err(ReplaceError::io("sync", path)).err()
    };
    let all = files.iter().map(|it| (it, false)).chain(folders.iter().map(|it| (it, true)));
    let all: Vec<_> = all.collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(SYNCS).build();
    let run = || all.par_iter().with_max_len(1).find_map_first(|(path, is_folder)| sync(path, *is_folder));
    let error = match pool {
        Ok(pool) => pool.install(run),
        Err(_) => run(),
    };
    error.map_or(Ok(()), Err)
}
