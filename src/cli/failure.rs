//! Why a command does not succeed.

use std::io;

use crate::output::OutputError;
use crate::search::SearchError;

/// Why a command did not succeed.
pub(super) enum Failure {
    /// The content has faults, which have been reported: exit code 1.
    Faults,
    /// The environment failed: exit code 2.
    Environment(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Environment(error.to_string())
    }
}

impl From<SearchError> for Failure {
    fn from(error: SearchError) -> Self {
        Self::Environment(error.to_string())
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        Self::Environment(error.to_string())
    }
}
