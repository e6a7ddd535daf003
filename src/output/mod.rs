//! The finished tree on disk: the only writer of the site.
//!
//! A folder is replaced whole or not at all. The new one is written beside the
//! old one, on the same file system, and then takes its place by renaming. A
//! fault at any moment leaves the old folder as it was.
//!
//! Kompass deletes nothing but what it made itself: every folder it publishes
//! holds a manifest of its files. Whatever else somebody has put there is
//! carried over, and a folder without a manifest is not touched at all. For
//! the same reason a folder that holds an input of the site, or lies in one,
//! is refused.
//!
//! A process that is killed halfway leaves a hidden folder `.<name>.kompass-…`
//! beside the output. Nobody deletes it unasked: should the output itself be
//! missing then, the earlier one is in there, under `old`.

mod error;
mod inventory;
mod location;
mod made;
mod staging;
mod swap;

use std::fs::File;
use std::path::{Path, PathBuf};

pub use error::OutputError;
use location::Location;
use made::Made;
use staging::Staging;

use crate::tree::Tree;

/// What a publication has done.
#[derive(Debug, PartialEq, Eq)]
pub struct Published {
    /// Files of the site, without the two that Kompass adds for itself.
    pub files: usize,
    /// Their size together, in bytes.
    pub bytes: usize,
    /// What somebody else had put into the folder and is still there, by path
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
/// When the folder is refused, see [`inspect`]; when a foreign file lies where
/// a file of the site must go; when a path of `tree` is no plain relative
/// path; when the file system refuses. The folder is then as it was before,
/// except after [`OutputError::Stranded`].
pub fn publish(tree: &Tree, target: &Path, sources: &[PathBuf]) -> Result<Published, OutputError> {
    let location = Location::find(target, sources)?;
    let new = Made::of(tree)?;
    // Refuse before anything is written; what counts is looked up again below.
    drop(plan(&location, &new)?);
    let staging = Staging::write(tree, &new, &location)?;
    let plan = plan(&location, &new)?;
    let earlier = swap::swap(&staging, &location, &plan.kept)?;
    let left = earlier.filter(|folder| !inventory::clear(folder, &plan.old, &new));
    Ok(Published { files: tree.len(), bytes: tree.bytes(), kept: plan.kept, left })
}

/// Refuses what [`publish`] would refuse of `target` whatever the tree, and
/// writes nothing: for before a build.
///
/// # Errors
/// When `target` is no folder, overlaps one of `sources`, holds foreign files
/// but no manifest, or its manifest is damaged; when the file system refuses
/// to tell.
pub fn inspect(target: &Path, sources: &[PathBuf]) -> Result<(), OutputError> {
    let location = Location::find(target, sources)?;
    let _turn = location.wait_for_turn();
    location.made().map(drop)
}

/// What is to be done with the folder as it is.
struct Plan {
    /// What Kompass made in it.
    old: Made,
    /// What it did not, by path below the folder.
    kept: Vec<PathBuf>,
    /// Holds as long as this is kept: no other publication intervenes.
    _turn: Option<File>,
}

fn plan(location: &Location, new: &Made) -> Result<Plan, OutputError> {
    let turn = location.wait_for_turn();
    let old = location.made()?;
    let kept = inventory::foreign(&location.folder, &old, new)?;
    match kept.iter().find(|path| new.collides_with(path)) {
        Some(path) => Err(OutputError::Collision { path: location.folder.join(path) }),
        None => Ok(Plan { old, kept, _turn: turn }),
    }
}
