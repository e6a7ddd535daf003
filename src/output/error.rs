//! Why the site cannot be published to an output folder, with messages.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::path::PathBuf;

use crate::disk::{printable, shown};
use crate::replace::ReplaceError;

/// What can keep the site from being published though its content is fine. The
/// messages say what to do.
#[derive(Debug)]
pub enum OutputError {
    /// There is something else where the folder should be.
    NotAFolder {
        /// The target, resolved.
        target: PathBuf,
    },
    /// The target holds an input of the site or lies in one.
    Overlap {
        /// The target, resolved.
        target: PathBuf,
        /// The input, resolved.
        source: PathBuf,
    },
    /// The folder holds files but no manifest: somebody else's folder.
    Foreign {
        /// The target, resolved.
        target: PathBuf,
        /// One of the files.
        example: PathBuf,
    },
    /// The manifest cannot be trusted.
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// The first line that is wrong, from 1.
        line: usize,
    },
    /// The folder cannot be replaced.
    Replace(ReplaceError),
}

impl From<ReplaceError> for OutputError {
    fn from(error: ReplaceError) -> Self {
        Self::Replace(error)
    }
}

impl Display for OutputError {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        match self {
            Self::NotAFolder { target } => {
                write!(out, "`{}` is no folder; move it away or choose another output folder", shown(target))
            }
            Self::Overlap { target, source } => write!(
                out,
                "the output `{}` overlaps `{}`, which the site is made from; choose a folder of its own",
                shown(target),
                shown(source)
            ),
            Self::Foreign { target, example } => write!(
                out,
                "`{}` holds files that Kompass did not make, such as `{}`; \
                 choose another output folder or empty this one",
                shown(target),
                shown(example)
            ),
            Self::Manifest { path, line } => write!(
                out,
                "line {line} of `{}` is damaged, so Kompass cannot tell its own files from others; \
                 move the folder away, run again, and copy files of your own back into the new one",
                shown(path)
            ),
            Self::Replace(error) => write_unreplaced(out, error),
        }
    }
}

/// Words the faults of replacing a folder for the case that the folder is the
/// site's.
fn write_unreplaced(out: &mut Formatter, error: &ReplaceError) -> fmt::Result {
    match error {
        ReplaceError::Root { .. }
        | ReplaceError::Busy { .. }
        | ReplaceError::Unsynced { .. }
        | ReplaceError::Partly { .. } => error.fmt(out),
        ReplaceError::FilePath { path } => {
            write!(
                out,
                "the site has a file `{}` that cannot be written; please report this fault",
                printable(path)
            )
        }
        ReplaceError::Collision { path } => write!(
            out,
            "`{}` was not made by Kompass and lies where a file of the site must go; move it away",
            shown(path)
        ),
        ReplaceError::Io { .. } => write!(
            out,
            "{error}; nothing is published, mend this or choose another output folder, and run again"
        ),
        ReplaceError::Stranded { target, earlier, error } => write!(
            out,
            "cannot replace `{}`: {error}; the earlier output is in `{}`, run again to put it back",
            shown(target),
            shown(earlier)
        ),
    }
}

impl Error for OutputError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Replace(error) => error.source(),
            _ => None,
        }
    }
}
