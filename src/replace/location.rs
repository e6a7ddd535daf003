//! Where the folder lies that is replaced, and what may be beside it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use super::error::ReplaceError;

/// A folder to replace, resolved: no link and no `..` in its path.
#[derive(Debug)]
pub struct Location {
    /// The folder itself; it need not exist.
    pub folder: PathBuf,
    /// The folder it lies in; it need not exist either.
    pub(super) parent: PathBuf,
    name: OsString,
}

impl Location {
    /// The place of `target`, absolute or relative to the current folder.
    ///
    /// # Errors
    /// When `target` is the root of a file system, or cannot be resolved.
    pub fn find(target: &Path) -> Result<Self, ReplaceError> {
        let folder = resolve(target)?;
        let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
            return Err(ReplaceError::Root { target: target.to_owned() });
        };
        Ok(Self { parent: parent.to_owned(), name: name.to_owned(), folder })
    }

    /// A hidden path beside the folder for the `number`th try of `process`.
    pub(super) fn beside(&self, process: u32, number: u32) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(format!(".kompass-{process}-{number}"));
        self.parent.join(name)
    }

    /// Waits until no other process is exchanging folders here, and keeps
    /// others waiting until the result is dropped. Not every file system can
    /// lock folders. Without a lock, two replacements at the same time can
    /// make each other fail; files that Kompass did not make are safe even so.
    pub fn wait_for_turn(&self) -> Option<File> {
        let folder = File::open(&self.parent).ok()?;
        folder.lock().is_ok().then_some(folder)
    }
}

/// The paths in `folder`, sorted.
///
/// # Errors
/// When the folder cannot be listed.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>, ReplaceError> {
    let list = || fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
    let mut paths = list().map_err(ReplaceError::io("list", folder))?;
    paths.sort();
    Ok(paths)
}

/// `path` made absolute, links followed and `..` gone, as far as it exists;
/// the rest of it is taken as it stands.
///
/// # Errors
/// When a part of it cannot be looked at.
pub fn resolve(path: &Path) -> Result<PathBuf, ReplaceError> {
    let walk = || {
        let mut resolved = PathBuf::new();
        for part in std::path::absolute(path)?.components() {
            resolved = step(resolved, part)?;
        }
        Ok(resolved)
    };
    walk().map_err(ReplaceError::io("find", path))
}

/// The path that `part` leads to from `folder`; both are without links and `..`.
fn step(mut folder: PathBuf, part: Component) -> io::Result<PathBuf> {
    match part {
        Component::ParentDir => drop(folder.pop()),
        Component::Normal(name) => return follow(folder.join(name)),
        _ => folder.push(part),
    }
    Ok(folder)
}

/// `path` with its last link followed, if it exists. A link to nowhere stays as it
/// is and is refused later, because it is not a folder.
fn follow(path: PathBuf) -> io::Result<PathBuf> {
    match fs::canonicalize(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path),
        result => result,
    }
}
