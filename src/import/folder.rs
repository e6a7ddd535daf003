//! An evaluation's folder on disk: written whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Import;

/// Why a folder could not be written.
#[derive(Debug)]
pub enum FolderError {
    /// There is one already, and it was not said that it may be replaced.
    Exists(PathBuf),
    /// The file system failed.
    Io(PathBuf, io::Error),
}

impl std::fmt::Display for FolderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exists(path) => write!(f, "{} exists; replace it with --replace", path.display()),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

/// The folder of `import` below `content`.
pub fn path(import: &Import, content: &Path) -> PathBuf {
    content.join("evaluations").join(&import.slug).join(import.year.to_string())
}

/// Writes the files of `import` to `target`. A folder that is replaced keeps
/// what an import does not make, such as the original report.
///
/// # Errors
/// When `target` exists and `may_replace` is false, or when the file system
/// fails; then everything is as it was before.
pub fn publish(import: &Import, target: &Path, may_replace: bool) -> Result<(), FolderError> {
    let exists = target.symlink_metadata().is_ok();
    if exists && !may_replace {
        return Err(FolderError::Exists(target.to_owned()));
    }
    let staging = beside(target, "new");
    let written = stage(import, target, &staging, exists).and_then(|()| swap(target, &staging, exists));
    if written.is_err() {
        // Nobody can be told when this fails as well; it is hidden anyway.
        let _ = fs::remove_dir_all(&staging);
    }
    written
}

/// A hidden name beside `target`, which no build reads.
fn beside(target: &Path, what: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{what}-{}", std::process::id()))
}

fn at(path: &Path) -> impl Fn(io::Error) -> FolderError {
    let path = path.to_owned();
    move |error| FolderError::Io(path.clone(), error)
}

fn stage(import: &Import, target: &Path, staging: &Path, exists: bool) -> Result<(), FolderError> {
    fs::create_dir_all(staging).map_err(at(staging))?;
    for (name, bytes) in &import.files {
        let path = staging.join(name);
        fs::write(&path, bytes).map_err(at(&path))?;
    }
    if !exists {
        return Ok(());
    }
    for entry in fs::read_dir(target).map_err(at(target))? {
        let path = entry.map_err(at(target))?.path();
        let name = path.file_name().unwrap_or_default();
        if !is_imported(&path) {
            fs::copy(&path, staging.join(name)).map_err(at(&path))?;
        }
    }
    Ok(())
}

/// Whether a file is of the kinds that an import makes.
fn is_imported(path: &Path) -> bool {
    let is_record = path.file_name().is_some_and(|name| name == "evaluation.toml");
    is_record || path.extension().is_some_and(|extension| extension == "md")
}

fn swap(target: &Path, staging: &Path, exists: bool) -> Result<(), FolderError> {
    if !exists {
        return fs::rename(staging, target).map_err(at(target));
    }
    let old = beside(target, "old");
    fs::rename(target, &old).map_err(at(target))?;
    if let Err(error) = fs::rename(staging, target) {
        fs::rename(&old, target).map_err(at(target))?;
        return Err(FolderError::Io(target.to_owned(), error));
    }
    fs::remove_dir_all(&old).map_err(at(&old))
}
