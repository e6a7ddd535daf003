//! Why an output folder cannot be published to, in words.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::{Path, PathBuf};

/// The environment's faults in publishing. The message says what to do.
#[derive(Debug)]
pub enum OutputError {
    /// The target is the root of a file system.
    Root {
        /// The target as given.
        target: PathBuf,
    },
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
    /// A foreign file lies where a file or folder of the site must go.
    Collision {
        /// The foreign file.
        path: PathBuf,
    },
    /// A path of the tree cannot be a file: a fault of Kompass.
    TreePath {
        /// The path in the tree.
        path: String,
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
    /// The file system refused first the swap and then to undo it.
    Stranded {
        /// The target, resolved.
        target: PathBuf,
        /// Where the earlier output is now.
        earlier: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl OutputError {
    /// Puts `action` and `path` to an error of the file system.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Io { action, path: path.to_owned(), error }
    }
}

impl Display for OutputError {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        match self {
            Self::Root { target } => {
                write!(out, "`{}` is no folder of its own; name one that may be replaced", target.display())
            }
            Self::NotAFolder { target } => {
                write!(
                    out,
                    "`{}` is no folder; move it away or choose another output folder",
                    target.display()
                )
            }
            Self::Overlap { target, source } => write!(
                out,
                "the output `{}` overlaps `{}`, which the site is made from; choose a folder of its own",
                target.display(),
                source.display()
            ),
            Self::Foreign { target, example } => write!(
                out,
                "`{}` holds files that Kompass did not make, such as `{}`; \
                 choose another output folder or empty this one",
                target.display(),
                example.display()
            ),
            Self::Manifest { path, line } => write!(
                out,
                "line {line} of `{}` is damaged, so Kompass cannot tell its own files from others; \
                 empty the folder or choose another one",
                path.display()
            ),
            Self::Collision { path } => write!(
                out,
                "`{}` was not made by Kompass and lies where a file of the site must go; move it away",
                path.display()
            ),
            Self::TreePath { path } => {
                write!(out, "the site has a file `{path}` that cannot be written; please report this fault")
            }
            Self::Io { action, path, error } => write_unpublished(out, action, path, error),
            Self::Stranded { target, earlier, error } => write!(
                out,
                "cannot replace `{}`: {error}; the earlier output is in `{}`, move it back",
                target.display(),
                earlier.display()
            ),
        }
    }
}

fn write_unpublished(out: &mut Formatter, action: &str, path: &Path, error: &io::Error) -> fmt::Result {
    write!(
        out,
        "cannot {action} `{}`: {error}; nothing is published, \
         mend this or choose another output folder, and run again",
        path.display()
    )
}

impl Error for OutputError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { error, .. } | Self::Stranded { error, .. } => Some(error),
            _ => None,
        }
    }
}
