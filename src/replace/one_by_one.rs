//! Replaces the files of a folder that cannot be renamed itself.
//!
//! Every new file is written whole beside the one it replaces, all of them before the
//! first takes its place, so a full disk is found while nothing has changed. Then
//! they take their places: first those that others name, then those that name them.
//! What is no longer needed goes last. A reader always finds whole files, but may find
//! old and new ones at the same time.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::care::Care;
use super::carry::missing_above;
use super::error::ReplaceError;
use super::location::{Location, entries, fresh, is_fresh};
use super::made::Made;
use super::plan::{Meanwhile, Plan};
use super::staging::{is_closed, permit, sync_each};
use crate::disk;

/// Replaces what Kompass made in the folder at `location`, `old`, by what `plan` says,
/// whose paths are `new`.
pub(super) fn publish(
    location: &Location,
    plan: &Plan,
    old: &Made,
    new: &Made,
    care: &Care,
) -> Result<(), ReplaceError> {
    let folder = Folder { root: &location.folder, care, opens: care.public && !is_closed(&location.folder)? };
    folder.clear_fresh(Path::new(""), old, new)?;
    let meanwhile = (plan.meanwhile)(old, new);
    let is_last = |path: &str| meanwhile.as_ref().is_some_and(|(last, _)| *last == path);
    let is_new = |path: &str, bytes: &[u8]| !holds(&location.folder.join(path), bytes);
    let is_needless = |path: &&str| !new.contains(path) && !new.excludes(path);
    if !old.iter().any(|path| is_needless(&path))
        && !plan.files.iter().any(|(path, bytes)| is_new(path, bytes))
    {
        return folder.sync();
    }
    // From here on the next process knows of every folder in which something may wait.
    folder.replace_meanwhile(&meanwhile)?;
    let blocking: Vec<&str> = old.iter().filter(|path| new.excludes(path)).collect();
    if !blocking.is_empty() {
        // Rare: a file where a folder must go, or the other way round.
        folder.sync()?;
        folder.remove(blocking.into_iter()).map_err(partly)?;
    }
    let files = plan.files.iter().filter(|(path, bytes)| is_last(path) || is_new(path, bytes));
    let fresh = folder.write_all(files)?;
    folder.sync()?;
    let rank = |path: &str| if is_last(path) { 2 } else { u8::from((plan.names_others)(path)) };
    let place = |wanted: u8| fresh.iter().filter(move |path| rank(path) == wanted).copied();
    folder.place(place(0)).map_err(partly)?;
    folder.place(place(1)).map_err(partly)?;
    folder.sync().map_err(partly)?;
    folder.remove(old.iter().filter(is_needless)).map_err(partly)?;
    folder.place(place(2)).map_err(partly)?;
    folder.sync().map_err(partly)
}

/// An error after the first file has taken its place.
fn partly(error: ReplaceError) -> ReplaceError {
    match error {
        ReplaceError::Io { action, path, error } => ReplaceError::Partly { action, path, error },
        other => other,
    }
}

struct Folder<'a> {
    root: &'a Path,
    care: &'a Care<'a>,
    /// Permissions are set on every new file and folder, so that readers get in.
    opens: bool,
}

impl Folder<'_> {
    /// Deletes what a killed process had not yet put in its place.
    fn clear_fresh(&self, folder: &Path, old: &Made, new: &Made) -> Result<(), ReplaceError> {
        for path in entries(&self.root.join(folder))? {
            let below = path.strip_prefix(self.root).unwrap_or(&path);
            let found = fs::symlink_metadata(&path).map_err(ReplaceError::io("look at", &path))?;
            if found.is_file() && is_fresh(below) {
                fs::remove_file(&path).map_err(ReplaceError::io("remove", &path))?;
            }
            let is_ours =
                || super::made::key(below).is_some_and(|it| old.reaches_into(&it) || new.reaches_into(&it));
            if found.is_dir() && is_ours() {
                self.clear_fresh(below, old, new)?;
            }
        }
        Ok(())
    }

    /// Writes `files` beside those they replace. Gives their paths. After an error none of
    /// them is left.
    fn write_all<'f: 'b, 'b>(
        &self,
        files: impl Iterator<Item = &'b (&'f str, &'f [u8])>,
    ) -> Result<Vec<&'f str>, ReplaceError> {
        let mut fresh_paths = Vec::new();
        for (path, bytes) in files {
            fresh_paths.push(*path);
            if let Err(error) = self.write(path, bytes) {
                for path in fresh_paths {
                    let _ = fs::remove_file(fresh(&self.root.join(path)));
                }
                return Err(error);
            }
        }
        Ok(fresh_paths)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), ReplaceError> {
        let path = self.root.join(path);
        for above in missing_above(&path) {
            fs::create_dir(&above).map_err(ReplaceError::io("create", &above))?;
            self.permit(&above, 0o755)?;
        }
        let fresh = fresh(&path);
        let written = File::create_new(&fresh).and_then(|mut file| file.write_all(bytes));
        written.map_err(ReplaceError::io("write", &path))?;
        self.permit(&fresh, 0o644)
    }

    fn permit(&self, path: &Path, mode: u32) -> Result<(), ReplaceError> {
        if !self.opens {
            return Ok(());
        }
        permit(path, mode).map_err(ReplaceError::io("set the permissions of", path))
    }

    /// Puts files that have been written in their places.
    fn place<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Result<(), ReplaceError> {
        for path in paths {
            let path = self.root.join(path);
            fs::rename(fresh(&path), &path).map_err(ReplaceError::io("replace", &path))?;
        }
        Ok(())
    }

    fn replace_meanwhile(&self, file: &Meanwhile) -> Result<(), ReplaceError> {
        let Some((path, bytes)) = file else { return Ok(()) };
        let place = self.root.join(path);
        let aside = place.with_file_name(ASIDE);
        // The final file may wait beside it already.
        let written = File::create(&aside).and_then(|mut file| {
            file.write_all(bytes)?;
            if self.care.sync { file.sync_all() } else { Ok(()) }
        });
        written.and_then(|()| fs::rename(&aside, &place)).map_err(ReplaceError::io("write", &place))?;
        self.permit(&place, 0o644)
    }

    /// Removes files, and the folders that are empty then.
    fn remove<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Result<(), ReplaceError> {
        for path in paths {
            let path = self.root.join(path);
            match fs::remove_file(&path) {
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
                done => done.map_err(ReplaceError::io("remove", &path))?,
            }
            let above = path.ancestors().skip(1).take_while(|folder| *folder != self.root);
            // The first that is not empty ends it.
            let _ = above.map(fs::remove_dir).find(Result::is_err);
        }
        Ok(())
    }

    /// Waits until everything has reached the disk.
    fn sync(&self) -> Result<(), ReplaceError> {
        if !self.care.sync {
            return Ok(());
        }
        // File systems may be mounted inside; they are told of one by one.
        let inside = disk::mounts().into_iter().filter(|place| place.starts_with(self.root));
        let all: Vec<PathBuf> = inside.chain([self.root.to_owned()]).collect();
        for folder in all {
            match disk::sync_file_system(&folder) {
                Ok(true) => {}
                Ok(false) => sync_each(&folder)?,
                Err(error) => return Err(ReplaceError::io("sync", &folder)(error)),
            }
        }
        Ok(())
    }
}

/// Where the file that holds meanwhile is written before it takes its place.
const ASIDE: &str = ".kompass-ffffffffffffffff";

/// Whether the file at `path` holds exactly `bytes`.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let size = u64::try_from(bytes.len()).unwrap_or_default();
    let is_like = fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.len() == size);
    is_like && fs::read(path).is_ok_and(|found| found == bytes)
}
