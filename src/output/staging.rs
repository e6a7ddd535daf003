//! The new folder, written beside the old one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;

use rayon::prelude::*;

use super::error::OutputError;
use super::inventory;
use super::location::Location;
use super::made::{IGNORE, IGNORE_TEXT, MANIFEST, Made};
use crate::tree::Tree;

/// How many remains of processes that were killed may be in the way.
const ATTEMPTS: u32 = 1000;

/// A hidden folder beside the output with two places in it: one for the new
/// output, which waits there for its name, and one for the earlier output. The
/// hidden folder stays until the end, so its name and both places are nobody
/// else's all the time.
pub(super) struct Staging<'a> {
    /// The new output.
    pub(super) folder: PathBuf,
    /// Where the earlier output can be moved to.
    pub(super) earlier: PathBuf,
    /// The hidden folder that both lie in.
    around: PathBuf,
    made: &'a Made,
    _parents: Parents,
}

impl<'a> Staging<'a> {
    /// Writes `tree`, the ignore file and the manifest of all of `made` beside
    /// the folder at `location`.
    pub(super) fn write(tree: &Tree, made: &'a Made, location: &Location) -> Result<Self, OutputError> {
        let staging = Self::create(made, location)?;
        let manifest = made.manifest();
        let own = [(IGNORE, IGNORE_TEXT.as_bytes()), (MANIFEST, manifest.as_bytes())];
        let site = tree.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let files: Vec<(&str, &[u8])> = own.into_iter().chain(site).collect();
        staging.create_folders(&files)?;
        match files
            .par_iter()
            .with_max_len(crate::parallel::BATCH)
            .find_map_first(|(path, bytes)| staging.write_file(path, bytes).err())
        {
            Some(error) => Err(error),
            None => Ok(staging),
        }
    }

    fn create(made: &'a Made, location: &Location) -> Result<Self, OutputError> {
        let parents = Parents::create(&location.parent)?;
        let around = create_beside(location)?;
        let (folder, earlier) = (around.join("new"), around.join("old"));
        let staging = Self { folder, earlier, around, made, _parents: parents };
        fs::create_dir(&staging.folder).map_err(OutputError::io("create", &staging.folder))?;
        Ok(staging)
    }

    fn create_folders(&self, files: &[(&str, &[u8])]) -> Result<(), OutputError> {
        let split = files.iter().filter_map(|(path, _)| path.rsplit_once('/'));
        let folders: BTreeSet<&str> = split.map(|(folder, _)| folder).collect();
        for folder in folders {
            let folder = self.folder.join(folder);
            fs::create_dir_all(&folder).map_err(OutputError::io("create", &folder))?;
        }
        Ok(())
    }

    /// Writes a file that is not there yet: where case does not matter, two
    /// paths that differ only in it are an error, not one file.
    fn write_file(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let path = self.folder.join(path);
        let written = File::create_new(&path).and_then(|mut file| file.write_all(bytes));
        written.map_err(OutputError::io("write", &path))
    }
}

impl Drop for Staging<'_> {
    /// Deletes what was made here and has not left; after a swap, nothing. The
    /// folders go only if they are empty, so an earlier output that is still
    /// in there stays.
    fn drop(&mut self) {
        inventory::clear(&self.folder, self.made, self.made);
        let _ = fs::remove_dir(&self.around);
    }
}

/// Folders made so that the output has one to lie in, innermost first. When
/// dropped, those go that are still empty: all if nothing was published.
struct Parents(Vec<PathBuf>);

impl Parents {
    /// Creates `folder` and what is missing above it.
    fn create(folder: &Path) -> Result<Self, OutputError> {
        let parents = Self(folder.ancestors().filter(|above| is_free(above)).map(Path::to_owned).collect());
        fs::create_dir_all(folder).map_err(OutputError::io("create", folder))?;
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

/// Creates a hidden folder beside the one at `location` that is nobody else's.
fn create_beside(location: &Location) -> Result<PathBuf, OutputError> {
    for number in 0..ATTEMPTS {
        let folder = location.beside(process::id(), number);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            created => return created.map(|()| folder.clone()).map_err(OutputError::io("create", &folder)),
        }
    }
    let full = io::Error::from(ErrorKind::AlreadyExists);
    Err(OutputError::io("find a free name beside", &location.folder)(full))
}
