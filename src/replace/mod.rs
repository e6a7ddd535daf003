//! Replaces a folder as a whole or not at all, without losing foreign files.
//!
//! The new folder is written beside the old one, on the same file system, and
//! then takes its place. A fault at any moment leaves the old folder as it was.
//!
//! Kompass deletes only files that it has made itself; whatever else lies in the
//! old folder is moved into the new one. The caller knows which files those
//! are, and may refuse: `output` keeps a manifest in the folder of the site,
//! `import` knows the names of the files of an evaluation.
//!
//! A process that is killed halfway leaves a hidden folder `.<name>.kompass-…`
//! beside the target. Kompass never deletes it: should the target itself be missing
//! then, the earlier folder is in there, under `old`.

mod error;
mod exchange;
mod inventory;
mod location;
mod made;
mod staging;

use std::path::PathBuf;

pub use self::error::ReplaceError;
pub use self::location::{Location, entries, resolve};
pub use self::made::{Made, is_plain};
use self::staging::Staging;

/// What replacing a folder has done.
#[derive(Debug, PartialEq, Eq)]
pub struct Replaced {
    /// What Kompass has not made, and is still in the folder, by path
    /// below it. Folders that are wholly foreign are named, not walked.
    pub kept: Vec<PathBuf>,
    /// The earlier folder, under the name it was moved to, if something is
    /// left in it that Kompass could not delete or did not make.
    pub left: Option<PathBuf>,
}

/// Replaces the folder at `location`, or makes it, by one that holds `files`,
/// paths below the folder with their bytes.
///
/// `look` says which files of the folder as it is are Kompass's, or refuses to
/// replace it. It is asked twice: before anything is written, and again right
/// before the exchange, while no other process exchanges folders there.
///
/// Of two replacements at the same time the later one wins; they do not mix.
///
/// # Errors
/// When `look` refuses; when a foreign file lies where a file must go; when a
/// path of `files` is no plain relative path; when the file system refuses. The
/// folder is then as it was before, except after [`ReplaceError::Stranded`].
pub fn replace<E: From<ReplaceError>>(
    location: &Location,
    files: &[(&str, &[u8])],
    look: impl Fn() -> Result<Made, E>,
) -> Result<Replaced, E> {
    let new = Made::of(files.iter().map(|(path, _)| *path))?;
    {
        let _turn = location.wait_for_turn();
        kept(location, &look()?, &new)?;
    }
    let staging = Staging::write(files, &new, location)?;
    let _turn = location.wait_for_turn();
    let old = look()?;
    let kept = kept(location, &old, &new)?;
    let earlier = exchange::exchange(&staging, location, &kept)?;
    let left = earlier.filter(|folder| !inventory::clear(folder, &old, &new));
    Ok(Replaced { kept, left })
}

/// What lies in the folder but was not made by Kompass, by path below it.
fn kept(location: &Location, old: &Made, new: &Made) -> Result<Vec<PathBuf>, ReplaceError> {
    let kept = inventory::foreign(&location.folder, old, new)?;
    match kept.iter().find(|path| new.collides_with(path)) {
        Some(path) => Err(ReplaceError::Collision { path: location.folder.join(path) }),
        None => Ok(kept),
    }
}
