//! Single files of a project get new contents: all of them, or none.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::ReplaceError;
use crate::disk;

/// A file and what it is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    /// The file.
    pub path: PathBuf,
    /// What it held when it was read; nothing when it was not there.
    pub old: Option<Vec<u8>>,
    /// What it is to hold.
    pub new: Vec<u8>,
}

impl Rewrite {
    /// Reads the file at `path`, which keeps its content until that is changed. Should it be a link,
    /// it is the file there that is changed.
    ///
    /// # Errors
    /// When it is there but cannot be read.
    pub fn read(path: &Path) -> Result<Self, ReplaceError> {
        if disk::is_absent(path) {
            return Ok(Self { path: path.to_owned(), old: None, new: Vec::new() });
        }
        let path = fs::canonicalize(path).map_err(ReplaceError::io("read", path))?;
        let bytes = fs::read(&path).map_err(ReplaceError::io("read", &path))?;
        Ok(Self { path, old: Some(bytes.clone()), new: bytes })
    }
}

/// Writes all of `files`, or none. New contents are written beside the files first, so that all
/// that is likely to fail, such as a full disk, fails before anything has changed.
///
/// # Errors
/// When the file system refuses, or when a file has been changed since it was read.
/// All files are then as they were, but for [`ReplaceError::Partly`], which names the one
/// that could not be put back.
pub fn rewrite(files: &[Rewrite]) -> Result<(), ReplaceError> {
    let staged: Vec<_> = files.iter().map(Staged::write).collect::<Result<_, _>>()?;
    for file in files {
        if Rewrite::read(&file.path)?.old != file.old {
            let error = io::Error::other("the file has been changed meanwhile");
            return Err(ReplaceError::Io { action: "write", path: file.path.clone(), error });
        }
    }
    exchange(files, staged)
}

/// Gives every file its new content. When one refuses, those before it get their old one back.
fn exchange(files: &[Rewrite], staged: Vec<Staged>) -> Result<(), ReplaceError> {
    for (done, (file, staged)) in files.iter().zip(staged).enumerate() {
        if let Err(error) = fs::rename(&staged.path, &file.path) {
            for file in files.iter().take(done) {
                put_back(file)?;
            }
            return Err(ReplaceError::Io { action: "write", path: file.path.clone(), error });
        }
    }
    // The contents have been synced already; a name that is lost is the old one.
    for folder in files.iter().filter_map(|file| file.path.parent()) {
        disk::sync_names(folder)
            .map_err(|error| ReplaceError::Unsynced { folder: folder.to_owned(), error })?;
    }
    Ok(())
}

fn put_back(file: &Rewrite) -> Result<(), ReplaceError> {
    let done = match &file.old {
        Some(old) => fs::write(&file.path, old),
        None => fs::remove_file(&file.path),
    };
    done.map_err(|error| ReplaceError::Partly { action: "write", path: file.path.clone(), error })
}

/// A new content beside its file, cleared away unless it gets the file's name.
struct Staged {
    path: PathBuf,
}

impl Staged {
    fn write(file: &Rewrite) -> Result<Self, ReplaceError> {
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        // Names that begin with a dot are passed over when a project is read.
        let path = file.path.with_file_name(format!(".{name}.kompass-{}", std::process::id()));
        let failed = |error| ReplaceError::Io { action: "write", path: file.path.clone(), error };
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let mut open = fs::OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
        let staged = Self { path };
        if let Ok(found) = fs::metadata(&file.path) {
            open.set_permissions(found.permissions()).map_err(failed)?;
        }
        open.write_all(&file.new).and_then(|()| open.sync_all()).map_err(failed)?;
        Ok(staged)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Gone already where all went well. What cannot be cleared away is hidden and harms nobody.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("kompass-rewrite-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn rewritten(path: &Path, new: &str) -> Rewrite {
        Rewrite { new: new.as_bytes().to_vec(), ..Rewrite::read(path).unwrap() }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn all_files_are_written() {
        let folder = folder("all");
        fs::write(folder.join("a"), "old").unwrap();
        let files = [rewritten(&folder.join("a"), "new"), rewritten(&folder.join("b"), "made")];
        rewrite(&files).unwrap();
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "new");
        assert_eq!(fs::read_to_string(folder.join("b")).unwrap(), "made");
        assert_eq!(names(&folder), ["a", "b"], "nothing is left beside them");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn when_one_refuses_all_are_as_before() {
        let folder = folder("none");
        fs::write(folder.join("a"), "old").unwrap();
        let files = [
            rewritten(&folder.join("a"), "new"),
            rewritten(&folder.join("b"), "made"),
            rewritten(&folder.join("c"), "refused"),
        ];
        let staged = files.iter().map(|file| Staged::write(file).unwrap()).collect();
        // No file takes the place of a folder with something in it.
        fs::create_dir_all(folder.join("c/d")).unwrap();
        let error = exchange(&files, staged).unwrap_err();
        assert!(matches!(error, ReplaceError::Io { path, .. } if path.ends_with("c")));
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "old");
        assert_eq!(names(&folder), ["a", "c"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_that_somebody_has_changed_meanwhile_is_left_alone() {
        let folder = folder("meanwhile");
        fs::write(folder.join("a"), "old").unwrap();
        let files = [rewritten(&folder.join("a"), "new")];
        fs::write(folder.join("a"), "theirs").unwrap();
        assert!(rewrite(&files).is_err());
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "theirs");
        fs::remove_dir_all(folder).unwrap();
    }
}
