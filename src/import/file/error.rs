//! Why a file gives no document.

use std::io;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Fault, Place};
use crate::disk::{Unreadable, shown};

/// Why a file gives no document.
#[derive(Debug)]
pub enum FileError {
    /// The file itself is to blame.
    Fault(Box<Fault>),
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
            Self::Fault(fault) => Ok(Diagnostic::new(*fault, Place::File(shown(path)))),
            Self::Io(error) => Err(Unreadable { path: path.to_owned(), error }.into()),
        }
    }
}

impl From<io::Error> for FileError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A file that cannot be read as a report, for a reason that a reader tells in English.
pub fn unreadable(message: impl Into<String>) -> FileError {
    let message = message.into();
    let known = REASONS.iter().find(|(words, _)| message.contains(words));
    let why = known.map_or("other", |(_, code)| code).to_owned();
    FileError::Fault(Box::new(Fault::ReportUnreadable { why, message }))
}

/// What readers tell, and the code of the reason. They run in a process of their own and
/// answer in words, as whatever takes them down does.
const REASONS: [(&str, &str); 17] = [
    ("it is empty", "empty"),
    ("it is no file", "no-file"),
    ("a picture", "picture"),
    ("(.doc)", "old-word"),
    ("(.rtf)", "rich-text"),
    ("(.html)", "web-page"),
    ("(.odt)", "open-document"),
    ("not one of Word's", "other-archive"),
    ("damaged archive", "damaged"),
    ("text is damaged", "damaged"),
    ("is damaged", "damaged"),
    ("damaged PDF", "damaged"),
    ("password", "password"),
    ("it has no text", "scanned"),
    ("unpacks to more", "large"),
    ("of memory", "large"),
    ("seconds", "slow"),
];

/// What a reader says when an allocation fails in a way that it can notice.
pub(super) const OUT_OF_MEMORY: &str = "out of memory";
