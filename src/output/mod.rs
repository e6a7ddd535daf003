//! The finished tree on disk (D1): the only writer of the site.
//!
//! Every folder that Kompass publishes holds a manifest of its files, so that the
//! next publication knows which files it may delete. A folder with other files and
//! no manifest is not touched at all. For the same reason a folder that holds an
//! input of the site, or lies in one, is refused (D2). [`crate::replace`] says how a
//! folder is replaced as a whole or not at all.

mod error;
mod manifest;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

pub use error::OutputError;
use manifest::{IGNORE, IGNORE_TEXT, MANIFEST};

pub use crate::replace::{Care, Obstacle, Remains, Way};
use crate::replace::{Location, Plan, Replaced, prepare, replace, resolve};
use crate::tree::Tree;

/// What a publication has done.
#[derive(Debug, PartialEq, Eq)]
pub struct Published {
    /// Files of the site, without those that Kompass adds for itself.
    pub files: usize,
    /// Their size together, in bytes.
    pub bytes: usize,
    /// What Kompass has not made, and is still in the folder, by path
    /// below it. Folders that are wholly foreign are named, not walked.
    pub kept: Vec<PathBuf>,
    /// Files that Kompass had made and somebody else had changed since; they have been
    /// replaced or deleted.
    pub changed: Vec<PathBuf>,
    /// The earlier output, under the name it was moved to, if something is
    /// left in it that Kompass could not delete or did not make.
    pub left: Option<PathBuf>,
    /// How the folder was replaced.
    pub way: Way,
    /// What killed builds had left beside the folder.
    pub remains: Remains,
}

/// Replaces the folder `target` by `tree`.
///
/// `target` and `sources`, the files and folders the site is made from, are
/// absolute or relative to the current folder, and need not exist.
///
/// Of two publications at the same time the second waits for the first; they do not
/// mix.
///
/// # Errors
/// When the folder is refused, see [`inspect`]; when the folder cannot be
/// replaced, see [`replace`].
pub fn publish(
    tree: &Tree,
    target: &Path,
    sources: &[PathBuf],
    care: &Care,
) -> Result<Published, OutputError> {
    let location = locate(target, sources)?;
    let site = tree.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let ignore =
        (!manifest::has_foreign_ignore_file(&location.folder)).then_some((IGNORE, IGNORE_TEXT.as_bytes()));
    let mut files: Vec<(&str, &[u8])> = ignore.into_iter().chain(site).collect();
    let manifest = manifest::text(&files);
    // It is written last: what is younger has been changed by somebody else.
    files.push((MANIFEST, &manifest));
    let plan = Plan {
        files: &files,
        names_others: |path| path.rsplit_once('.').is_some_and(|(_, extension)| extension == "html"),
        meanwhile: &|old, new| Some((MANIFEST, manifest::meanwhile(old, new))),
    };
    let changed = RefCell::default();
    let look = || {
        let found = manifest::read(&location.folder)?;
        changed.replace(found.changed(&location.folder));
        Ok::<_, OutputError>(found.made)
    };
    let Replaced { kept, left, way, remains } = replace(&location, &plan, care, look)?;
    let (files, bytes, changed) = (tree.len(), tree.bytes(), changed.into_inner());
    Ok(Published { files, bytes, kept, changed, left, way, remains })
}

/// Refuses what [`publish`] would refuse of `target` whatever the tree, says how the
/// folder can be replaced, and puts back or clears away what killed builds have left:
/// for before a build.
///
/// # Errors
/// When `target` is no folder, overlaps one of `sources`, holds foreign files
/// but no manifest, or its manifest is damaged; when another build does not end in time;
/// when the file system refuses to tell.
pub fn inspect(target: &Path, sources: &[PathBuf], care: &Care) -> Result<(Way, Remains), OutputError> {
    let location = locate(target, sources)?;
    let found = prepare(&location, care);
    // What is wrong with the folder is said before what is wrong around it.
    manifest::read(&location.folder)?;
    Ok(found?)
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
