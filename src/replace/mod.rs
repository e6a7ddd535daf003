//! Replaces a folder as a whole or not at all (D1), without losing foreign files (D2).
//!
//! The new folder is written beside the old one, on the same file system. What
//! Kompass has not made is linked into it. When all of it has reached the disk, both
//! folders exchange their names in one step, so at every moment there is one whole
//! folder under the name: the old one or the new one. The old one is deleted after
//! that.
//!
//! Where there is no such step the old folder is moved away and the new one gets its
//! name: two steps, between which there is no folder. Where the folder cannot be
//! renamed at all, as when it is a mount point, its files are replaced one by one.
//! [`Replaced::way`] says which it was.
//!
//! Kompass deletes only files that it has made itself. The caller knows which files
//! those are, and may refuse: `output` keeps a manifest in the folder of the site,
//! `import` knows the names of the files of an evaluation.
//!
//! A process that is killed halfway leaves a hidden folder `.<name>.kompass-…`
//! beside the target. The next one finds it: if the target itself is missing, the
//! earlier folder in there is put back, and then what Kompass has made is cleared away.

mod care;
mod carry;
mod error;
mod exchange;
mod fill;
mod hidden;
mod inventory;
mod location;
mod made;
mod one_by_one;
mod plan;
mod remains;
mod rewrite;
mod staging;
mod turn;
mod way;

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

pub use self::care::Care;
pub use self::error::ReplaceError;
pub use self::fill::fill;
pub use self::location::{Location, entries, is_at_work, resolve};
pub use self::made::{Made, is_plain};
pub use self::plan::{Meanwhile, Plan};
pub use self::remains::Remains;
pub use self::rewrite::{Rewrite, rewrite};
use self::staging::Staging;
use self::turn::Turn;
pub use self::way::{Obstacle, Way};

/// How long the old folder is kept after the exchange, for readers who were on their
/// way into it. To find a file in a folder takes them microseconds.
const GRACE: Duration = Duration::from_millis(100);

/// What replacing a folder has done.
#[derive(Debug, PartialEq, Eq)]
pub struct Replaced {
    /// What Kompass has not made, and is still in the folder, by path
    /// below it. Folders that are wholly foreign are named, not walked.
    pub kept: Vec<PathBuf>,
    /// The earlier folder, under the name it was moved to, if something is
    /// left in it that Kompass could not delete or did not make.
    pub left: Option<PathBuf>,
    /// How the folder was replaced.
    pub way: Way,
    /// What killed processes had left here.
    pub remains: Remains,
}

/// Replaces the folder at `location`, or makes it, as `plan` says.
///
/// `look` says which files of the folder as it is are Kompass's, or refuses to
/// replace it.
///
/// Of two replacements at the same time the second waits for the first.
///
/// # Errors
/// When `look` refuses; when a foreign file lies where a file must go; when a
/// path of a file is no plain relative path; when another process does not end in time;
/// when the file system refuses. The folder is then as it was before, except
/// after [`ReplaceError::Stranded`], [`ReplaceError::Unsynced`] and [`ReplaceError::Partly`].
pub fn replace<E: From<ReplaceError>>(
    location: &Location,
    plan: &Plan,
    care: &Care,
    look: impl Fn() -> Result<Made, E>,
) -> Result<Replaced, E> {
    let new = Made::of(plan.files.iter().map(|(path, _)| *path))?;
    let turn = Turn::wait(location, care)?;
    let remains = remains::settle(location, &turn)?;
    let old = look()?;
    let kept = kept(location, &old, &new)?;
    let way = way::find(location, &turn)?;
    if let Way::OneByOne(_) = way {
        one_by_one::publish(location, plan, &old, &new, care)?;
        return Ok(Replaced { kept, left: None, way, remains });
    }
    let mut staging = Staging::write(plan.files, &old, &new, location, care)?;
    staging.carry(location, &kept)?;
    staging.sync(care)?;
    let way = exchange::exchange(&mut staging, location)?;
    let exchanged = Instant::now();
    staging.sync_exchange(location, care)?;
    if staging.has_earlier() {
        thread::sleep(GRACE.saturating_sub(exchanged.elapsed()));
    }
    let left = staging.clear(location, &old, &new);
    Ok(Replaced { kept, left, way, remains })
}

/// Puts the folder at `location` back if a process was killed while it had no name,
/// clears away what killed processes have left, and says how the folder can be
/// replaced. Writes and deletes only beside the folder.
///
/// # Errors
/// When another process does not end in time, or the file system refuses.
pub fn prepare(location: &Location, care: &Care) -> Result<(Way, Remains), ReplaceError> {
    if !location.parent.is_dir() {
        return Ok((Way::AtOnce, Remains::default()));
    }
    let turn = Turn::wait(location, care)?;
    let remains = remains::settle(location, &turn)?;
    Ok((way::find(location, &turn)?, remains))
}

/// What lies in the folder but was not made by Kompass, by path below it.
fn kept(location: &Location, old: &Made, new: &Made) -> Result<Vec<PathBuf>, ReplaceError> {
    let kept = inventory::foreign(&location.folder, old, new)?;
    match kept.iter().find(|path| new.collides_with(path)) {
        Some(path) => Err(ReplaceError::Collision { path: location.folder.join(path) }),
        None => Ok(kept),
    }
}
