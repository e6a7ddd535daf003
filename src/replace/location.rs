//! Where the folder lies that is replaced, and what may be beside it.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use super::error::ReplaceError;
use crate::disk;
use crate::fingerprint::fingerprint;

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
        self.hidden(&format!("{process}-{number}"))
    }

    /// Whether `path` is one that [`Self::beside`] gives.
    pub(super) fn is_hidden(&self, path: &Path) -> bool {
        let Some(name) = path.file_name().and_then(OsStr::to_str) else { return false };
        numbers_of(name).is_some_and(|(process, number)| self.beside(process, number) == path)
    }

    /// The file beside the folder that is locked by who replaces it.
    pub(super) fn lock(&self) -> PathBuf {
        self.hidden("lock")
    }

    /// The file that is locked when nothing can be written beside the folder.
    pub(super) fn lock_inside(&self) -> PathBuf {
        self.folder.join(LOCK_INSIDE)
    }

    fn hidden(&self, what: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(format!(".kompass-{what}"));
        self.parent.join(name)
    }
}

/// Name of the file that is locked when nothing can be written beside the folder.
pub(super) const LOCK_INSIDE: &str = ".kompass-lock";

/// What the names of files begin with that wait for their places.
const FRESH: &str = ".kompass-";

/// Where the new file for `path` waits for its place: in the same folder, since a file
/// system may be mounted on any, and under a name that is never too long.
pub(super) fn fresh(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{FRESH}{}", fingerprint([name.as_bytes()])))
}

/// Whether `path` is one that [`fresh`] gives.
pub(super) fn is_fresh(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str);
    let print = name.and_then(|name| name.strip_prefix(FRESH));
    print.is_some_and(|it| {
        it.len() == 16 && it.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// Whether the file at `path` is there only while Kompass is at work in its folder.
pub fn is_at_work(path: &Path) -> bool {
    path.ends_with(LOCK_INSIDE) || is_fresh(path)
}

/// The process and the number at the end of a hidden path's name.
fn numbers_of(name: &str) -> Option<(u32, u32)> {
    let (_, numbers) = name.rsplit_once(".kompass-")?;
    let (process, number) = numbers.split_once('-')?;
    Some((process.parse().ok()?, number.parse().ok()?))
}

/// The paths in `folder`, sorted.
///
/// # Errors
/// When the folder cannot be listed.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>, ReplaceError> {
    disk::entries(folder).map_err(ReplaceError::io("list", folder))
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
