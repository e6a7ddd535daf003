//! The finished tree on disk: the only writer of the site.
//!
//! Every folder that Kompass publishes holds a manifest of its files, so that the
//! next publication knows which files it may delete. A folder with other files and
//! no manifest is not touched at all. For the same reason a folder that holds an
//! input of the site, or lies in one, is refused. [`crate::replace`] says how a
//! folder is replaced as a whole or not at all.

mod error;
mod manifest;

use std::path::{Path, PathBuf};

pub use error::OutputError;
use manifest::{IGNORE, IGNORE_TEXT, MANIFEST};

use crate::replace::{Location, Made, Replaced, replace, resolve};
use crate::tree::Tree;

/// What a publication has done.
#[derive(Debug, PartialEq, Eq)]
pub struct Published {
    /// Files of the site, without the two that Kompass adds for itself.
    pub files: usize,
    /// Their size together, in bytes.
    pub bytes: usize,
    /// What Kompass has not made, and is still in the folder, by path
    /// below it. Folders that are wholly foreign are named, not walked.
    pub kept: Vec<PathBuf>,
    /// The earlier output, under the name it was moved to, if something is
    /// left in it that Kompass could not delete or did not make.
    pub left: Option<PathBuf>,
}

/// Replaces the folder `target` by `tree`.
///
/// `target` and `sources`, the files and folders the site is made from, are
/// absolute or relative to the current folder, and need not exist.
///
/// Of two publications at the same time the later one wins; they do not mix.
///
/// # Errors
/// When the folder is refused, see [`inspect`]; when the folder cannot be
/// replaced, see [`replace`].
pub fn publish(tree: &Tree, target: &Path, sources: &[PathBuf]) -> Result<Published, OutputError> {
    let location = locate(target, sources)?;
    let site = tree.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let made = Made::of([IGNORE, MANIFEST].into_iter().chain(site.clone().map(|(path, _)| path)))?;
    let manifest = manifest::text(&made);
    let own = [(IGNORE, IGNORE_TEXT.as_bytes()), (MANIFEST, manifest.as_bytes())];
    let files: Vec<(&str, &[u8])> = own.into_iter().chain(site).collect();
    let Replaced { kept, left } = replace(&location, &files, || manifest::made(&location.folder))?;
    Ok(Published { files: tree.len(), bytes: tree.bytes(), kept, left })
}

/// Refuses what [`publish`] would refuse of `target` whatever the tree, and
/// writes nothing: for before a build.
///
/// # Errors
/// When `target` is no folder, overlaps one of `sources`, holds foreign files
/// but no manifest, or its manifest is damaged; when the file system refuses
/// to tell.
pub fn inspect(target: &Path, sources: &[PathBuf]) -> Result<(), OutputError> {
    let location = locate(target, sources)?;
    let _turn = location.wait_for_turn();
    manifest::made(&location.folder).map(drop)
}

/// Resolves `target` and refuses it when it and one of `sources` overlap.
fn locate(target: &Path, sources: &[PathBuf]) -> Result<Location, OutputError> {
    let location = Location::find(target)?;
    for source in sources {
        let source = resolve(source)?;
        if source.starts_with(&location.folder) || location.folder.starts_with(&source) {
            return Err(OutputError::Overlap { target: location.folder, source });
        }
    }
    Ok(location)
}
