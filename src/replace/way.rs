//! How a folder can be replaced. This is found out before the work is done.

use std::fmt::{self, Display, Formatter};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::error::ReplaceError;
use super::hidden::Hidden;
use super::location::Location;
use super::turn::Turn;
use crate::disk;

/// How a folder is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The old and the new folder exchange their names in one step, or there is no old
    /// one.
    AtOnce,
    /// The old folder is moved away before the new one gets its name: the system has no
    /// exchange in one step.
    InTwoSteps,
    /// The files in it are replaced one by one, because the folder cannot be renamed.
    OneByOne(Obstacle),
}

/// Why a folder cannot be renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is a mount point.
    Mount,
    /// A folder in it is a mount point.
    MountInside(PathBuf),
    /// No folder can be made beside it.
    NoRoom,
    /// The file system refuses, in its words.
    Refused(String),
}

impl Display for Obstacle {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        match self {
            Self::Mount => out.write_str("it is a mount point"),
            Self::MountInside(path) => write!(out, "`{}` in it is a mount point", disk::shown(path)),
            Self::NoRoom => out.write_str("nothing can be written beside it"),
            Self::Refused(why) => write!(out, "its file system does not let it be renamed ({why})"),
        }
    }
}

/// The best way to replace the folder at `location`. Whether the exchange in one step is
/// possible shows only when it is tried: [`Way::AtOnce`] may become [`Way::InTwoSteps`].
pub(super) fn find(location: &Location, turn: &Turn) -> Result<Way, ReplaceError> {
    if !location.folder.is_dir() {
        return Ok(Way::AtOnce);
    }
    let inside = disk::mounts().into_iter().find(|place| place.starts_with(&location.folder));
    let obstacle = match inside {
        Some(place) if place == location.folder => Some(Obstacle::Mount),
        Some(place) => {
            let below = place.strip_prefix(&location.folder).unwrap_or(&place);
            Some(Obstacle::MountInside(below.to_owned()))
        }
        None if !turn.is_beside => Some(Obstacle::NoRoom),
        None => probe(location)?,
    };
    Ok(obstacle.map_or(Way::AtOnce, Way::OneByOne))
}

/// Whether the folder can be renamed, tried without doing it: a folder is never renamed
/// to one that holds something, but what keeps it from being renamed at all is said
/// first.
fn probe(location: &Location) -> Result<Option<Obstacle>, ReplaceError> {
    let hidden = match Hidden::create(location) {
        Ok(hidden) => hidden,
        Err(ReplaceError::Io { error, .. }) if is_no_room(&error) => return Ok(Some(Obstacle::NoRoom)),
        Err(error) => return Err(error),
    };
    let occupied = hidden.probe();
    let made = fs::create_dir(&occupied).and_then(|()| fs::create_dir(hidden.probe_inside()));
    made.map_err(ReplaceError::io("create", &occupied))?;
    let refused = fs::rename(&location.folder, &occupied);
    let Err(error) = refused else { return undo(location, &occupied).map(|()| None) };
    hidden.remove_probe()?;
    Ok((!is_occupied(&error)).then(|| Obstacle::Refused(error.to_string())))
}

fn is_no_room(error: &io::Error) -> bool {
    use ErrorKind::{InvalidFilename, PermissionDenied, ReadOnlyFilesystem};
    matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem | InvalidFilename)
}

/// How systems say that a folder cannot take the place of one that holds something.
fn is_occupied(error: &io::Error) -> bool {
    let is_windows_refusal = cfg!(windows) && error.kind() == ErrorKind::PermissionDenied;
    is_windows_refusal || matches!(error.kind(), ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists)
}

/// No file system is known to rename a folder over one that holds something.
fn undo(location: &Location, occupied: &Path) -> Result<(), ReplaceError> {
    fs::rename(occupied, &location.folder).map_err(ReplaceError::io("rename", occupied))
}
