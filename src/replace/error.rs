//! Why a folder cannot be replaced.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::disk::{printable, shown};

/// The faults in replacing a folder. Its words are for any folder; a caller
/// that knows what the folder is for may have better ones.
#[derive(Debug)]
pub enum ReplaceError {
    /// The target is the root of a file system.
    Root {
        /// The target as given.
        target: PathBuf,
    },
    /// A file cannot have this path: a fault of Kompass.
    FilePath {
        /// The path below the folder.
        path: String,
    },
    /// A foreign file lies where a new file or folder must go.
    Collision {
        /// The foreign file.
        path: PathBuf,
    },
    /// Another process replaces the folder and does not end.
    Busy {
        /// The file that it has locked.
        lock: PathBuf,
        /// How long it has been waited for.
        waited: Duration,
    },
    /// The file system refused; the folder is as it was before.
    Io {
        /// What was to be done, as a verb: `write`.
        action: &'static str,
        /// To what.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The new folder is at its place, but may not have reached the disk. The old one is
    /// still in a hidden folder beside it, which the next replacement clears away.
    Unsynced {
        /// The folder whose names could not be synced.
        folder: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file system refused while files were replaced one by one: some are new,
    /// others old. The next replacement goes on.
    Partly {
        /// What was to be done, as a verb: `write`.
        action: &'static str,
        /// To what.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file system refused first the exchange and then to undo it.
    Stranded {
        /// The target, resolved.
        target: PathBuf,
        /// Where the earlier folder is now.
        earlier: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl ReplaceError {
    /// Puts `action` and `path` to an error of the file system.
    pub fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Io { action, path: path.to_owned(), error }
    }
}

impl Display for ReplaceError {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        match self {
            Self::Root { target } => {
                write!(out, "`{}` is no folder of its own; name one that may be replaced", shown(target))
            }
            Self::FilePath { path } => {
                write!(
                    out,
                    "there is a file `{}` that cannot be written; please report this fault",
                    printable(path)
                )
            }
            Self::Collision { path } => write!(
                out,
                "`{}` was not made by Kompass and lies where a new file must go; move it away",
                shown(path)
            ),
            Self::Busy { lock, waited } => write!(
                out,
                "another process has locked `{}` for {} s; wait for it to end, or end it",
                shown(lock),
                waited.as_secs()
            ),
            Self::Io { action, path, error } => write!(out, "cannot {action} `{}`: {error}", shown(path)),
            Self::Unsynced { folder, error } => write!(
                out,
                "everything is written, but cannot sync `{}`: {error}; it may not outlast a power failure, run again",
                shown(folder)
            ),
            Self::Partly { action, path, error } => write!(
                out,
                "cannot {action} `{}`: {error}; some files are replaced already, others not, run again",
                shown(path)
            ),
            Self::Stranded { target, earlier, error } => write!(
                out,
                "cannot replace `{}`: {error}; the earlier folder is in `{}`, run again to put it back",
                shown(target),
                shown(earlier)
            ),
        }
    }
}

impl Error for ReplaceError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { error, .. }
            | Self::Unsynced { error, .. }
            | Self::Partly { error, .. }
            | Self::Stranded { error, .. } => Some(error),
            Self::Root { .. } | Self::FilePath { .. } | Self::Collision { .. } | Self::Busy { .. } => None,
        }
    }
}
