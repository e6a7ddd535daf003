//! Why a command does not succeed, and how that is said.

use std::io;
use std::path::Path;

use super::words::Words;
use crate::disk::{Unreadable, printable, shown};
use crate::import::folder::FolderError;
use crate::message::Argument;
use crate::output::OutputError;
use crate::replace::ReplaceError;
use crate::search::SearchError;
use crate::serve::PortError;

/// Why a command did not succeed.
#[derive(Debug)]
pub(super) enum Failure {
    /// The content has faults, which have been reported: exit code 1.
    Faults,
    /// The environment failed, in words: exit code 2.
    Environment(String),
    /// The system refused something.
    Io(io::Error),
    /// The site cannot be written.
    Output(OutputError),
    /// The folder of an import cannot be written.
    Folder(FolderError),
    /// There is no search index.
    Search(SearchError),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<SearchError> for Failure {
    fn from(error: SearchError) -> Self {
        Self::Search(error)
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        Self::Folder(error)
    }
}

impl Failure {
    /// A failure of the environment, told by the message `id`.
    pub(super) fn told<'a>(words: &Words, id: &str, arguments: &[(&'a str, Argument<'a>)]) -> Self {
        Self::Environment(words.text(id, arguments))
    }

    /// What there is to say of it; nothing of faults, which have been reported.
    pub(super) fn text(&self, words: &Words) -> Option<String> {
        match self {
            Self::Faults => None,
            Self::Environment(text) => Some(text.clone()),
            Self::Io(error) => Some(failed(error, words)),
            Self::Search(error) => {
                Some(words.text("no-index", &[("error", Argument::Text(&error.to_string()))]))
            }
            Self::Output(error) => Some(output(error, words)),
            Self::Folder(error) => Some(folder(error, words)),
        }
    }
}

/// What has failed with `error`, as far as it says so itself.
fn failed(error: &io::Error, words: &Words) -> String {
    let inner = error.get_ref();
    if let Some(Unreadable { path, error }) = inner.and_then(|it| it.downcast_ref()) {
        let (path, error) = (shown(path), system(error, words));
        words.text("unreadable", &[("path", Argument::Text(&path)), ("error", Argument::Text(&error))])
    } else if let Some(PortError { port, error }) = inner.and_then(|it| it.downcast_ref()) {
        let (port, error) = (port.to_string(), system(error, words));
        words.text("port", &[("port", Argument::Text(&port)), ("error", Argument::Text(&error))])
    } else {
        system(error, words)
    }
}

/// What the system says, behind what it means if that is known.
fn system(error: &io::Error, words: &Words) -> String {
    let system = error.to_string();
    let kind = match error.kind() {
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        io::ErrorKind::NotADirectory => "no-folder",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::AlreadyExists => "exists",
        io::ErrorKind::AddrInUse => "in-use",
        io::ErrorKind::ResourceBusy => "busy",
        _ => "other",
    };
    words.text("system", &[("kind", Argument::Text(kind)), ("system", Argument::Text(&system))])
}

fn output(error: &OutputError, words: &Words) -> String {
    match error {
        OutputError::NotAFolder { target } => paths("output-no-folder", &[("target", target)], words),
        OutputError::Overlap { target, source } => {
            paths("output-overlap", &[("target", target), ("source", source)], words)
        }
        OutputError::Foreign { target, example } => {
            paths("output-foreign", &[("target", target), ("example", example)], words)
        }
        OutputError::Manifest { path, line } => words.text(
            "output-manifest",
            &[("path", Argument::Text(&shown(path))), ("line", Argument::from(*line))],
        ),
        OutputError::Replace(error @ ReplaceError::Io { .. }) => {
            words.text("output-nothing", &[("why", Argument::Text(&replacing(error, words)))])
        }
        OutputError::Replace(error) => replacing(error, words),
    }
}

fn folder(error: &FolderError, words: &Words) -> String {
    match error {
        FolderError::Exists(path) => paths("folder-exists", &[("path", path)], words),
        FolderError::Reviewed(path) => paths("folder-reviewed", &[("path", path)], words),
        FolderError::Replace(error) => replacing(error, words),
    }
}

fn replacing(error: &ReplaceError, words: &Words) -> String {
    match error {
        ReplaceError::Root { target } => paths("replace-root", &[("target", target)], words),
        ReplaceError::FilePath { path } => {
            words.text("replace-file-path", &[("path", Argument::Text(&printable(path)))])
        }
        ReplaceError::Collision { path } => paths("replace-collision", &[("path", path)], words),
        ReplaceError::Busy { lock, waited } => words.text(
            "replace-busy",
            &[("lock", Argument::Text(&shown(lock))), ("seconds", Argument::Count(waited.as_secs()))],
        ),
        ReplaceError::Io { action, path, error } => refused(action, path, error, words),
        ReplaceError::Partly { action, path, error } => {
            let why = refused(action, path, error, words);
            words.text("replace-partly", &[("why", Argument::Text(&why))])
        }
        ReplaceError::Unsynced { folder, error } => words.text(
            "replace-unsynced",
            &[("folder", Argument::Text(&shown(folder))), ("error", Argument::Text(&system(error, words)))],
        ),
        ReplaceError::Stranded { target, earlier, error } => words.text(
            "replace-stranded",
            &[
                ("target", Argument::Text(&shown(target))),
                ("earlier", Argument::Text(&shown(earlier))),
                ("error", Argument::Text(&system(error, words))),
            ],
        ),
    }
}

fn refused(action: &str, path: &Path, error: &io::Error, words: &Words) -> String {
    // Variants of Fluent have no spaces.
    words.text(
        "replace-io",
        &[
            ("action", Argument::Text(&action.replace(' ', "-"))),
            ("path", Argument::Text(&shown(path))),
            ("error", Argument::Text(&system(error, words))),
        ],
    )
}

/// The message `id` with paths.
fn paths<const N: usize, P: AsRef<Path>>(id: &str, named: &[(&str, P); N], words: &Words) -> String {
    let shown: Vec<_> = named.iter().map(|(name, path)| (*name, shown(path.as_ref()))).collect();
    let arguments: Vec<_> = shown.iter().map(|(name, path)| (*name, Argument::Text(path))).collect();
    words.text(id, &arguments)
}
