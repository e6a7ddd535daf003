//! Why a file gives no document.

use std::io;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Fault, Place};
use crate::disk::{Unreadable, shown};

/// Why a file gives no document.
#[derive(Debug)]
pub enum FileError {
    /// The file itself is to blame.
    Fault(Fault),
    /// The environment failed.
    Io(io::Error),
}

impl FileError {
    /// The fault as one of the file at `path`.
    ///
    /// # Errors
    /// When it is not the file that is to blame.
    pub fn diagnostic(self, path: &Path) -> io::Result<Diagnostic> {
        match self {
            Self::Fault(fault) => Ok(Diagnostic::new(fault, Place::File(shown(path)))),
            Self::Io(error) => Err(Unreadable { path: path.to_owned(), error }.into()),
        }
    }
}

impl From<io::Error> for FileError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

pub(super) fn unreadable(message: impl Into<String>) -> FileError {
    FileError::Fault(Fault::ReportUnreadable { message: message.into() })
}

/// What a reader says when an allocation fails in a way that it can notice.
pub(super) const OUT_OF_MEMORY: &str = "out of memory";
