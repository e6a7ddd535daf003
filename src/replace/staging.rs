//! The new folder, written beside the old one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;

use rayon::prelude::*;

use super::error::ReplaceError;
use super::inventory;
use super::location::Location;
use super::made::Made;

/// How many names are tried for the hidden folder. A name is taken only if a
/// process with our process id was killed halfway; that has not been seen yet.
const MAX_ATTEMPTS: u32 = 1000;

/// A hidden folder beside the target with two places in it: one where the new
/// folder is written, and one where the earlier folder is moved to. The hidden
/// folder stays until the end, so no other process can take its name or either
/// place.
pub(super) struct Staging<'a> {
    /// The new folder.
    pub(super) folder: PathBuf,
    /// Where the earlier folder can be moved to.
    pub(super) earlier: PathBuf,
    /// The hidden folder that both lie in.
    around: PathBuf,
    made: &'a Made,
    _parents: Parents,
}

impl<'a> Staging<'a> {
    /// Writes `files`, whose paths are `made`, beside the folder at `location`.
    pub(super) fn write(
        files: &[(&str, &[u8])],
        made: &'a Made,
        location: &Location,
    ) -> Result<Self, ReplaceError> {
        let staging = Self::create(made, location)?;
        staging.create_folders(files)?;
        match files
            .par_iter()
            .with_max_len(crate::parallel::BATCH)
            .find_map_first(|(path, bytes)| staging.write_file(path, bytes).err())
        {
            Some(error) => Err(error),
            None => Ok(staging),
        }
    }

    fn create(made: &'a Made, location: &Location) -> Result<Self, ReplaceError> {
        let parents = Parents::create(&location.parent)?;
        let around = create_beside(location)?;
        let (folder, earlier) = (around.join("new"), around.join("old"));
        let staging = Self { folder, earlier, around, made, _parents: parents };
        fs::create_dir(&staging.folder).map_err(ReplaceError::io("create", &staging.folder))?;
        Ok(staging)
    }

    fn create_folders(&self, files: &[(&str, &[u8])]) -> Result<(), ReplaceError> {
        let split = files.iter().filter_map(|(path, _)| path.rsplit_once('/'));
        let folders: BTreeSet<&str> = split.map(|(folder, _)| folder).collect();
        for folder in folders {
            let folder = self.folder.join(folder);
            fs::create_dir_all(&folder).map_err(ReplaceError::io("create", &folder))?;
        }
        Ok(())
    }

    /// Writes a file that is not there yet: where case does not matter, two
    /// paths that differ only in it are an error, not one file.
    fn write_file(&self, path: &str, bytes: &[u8]) -> Result<(), ReplaceError> {
        let path = self.folder.join(path);
        let written = File::create_new(&path).and_then(|mut file| file.write_all(bytes));
        written.map_err(ReplaceError::io("write", &path))
    }
}

impl Drop for Staging<'_> {
    /// Deletes what was made here and not moved to the target; after an exchange that
    /// is nothing. The folders go only if they are empty, so an earlier folder that is
    /// still in there stays.
    fn drop(&mut self) {
        inventory::clear(&self.folder, self.made, self.made);
        let _ = fs::remove_dir(&self.around);
    }
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

/// Creates a hidden folder beside the one at `location` whose name no other process has taken.
fn create_beside(location: &Location) -> Result<PathBuf, ReplaceError> {
    for number in 0..MAX_ATTEMPTS {
        let folder = location.beside(process::id(), number);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            created => return created.map(|()| folder.clone()).map_err(ReplaceError::io("create", &folder)),
        }
    }
    let full = io::Error::from(ErrorKind::AlreadyExists);
    Err(ReplaceError::io("find a free name beside", &location.folder)(full))
}
