//! How much care is taken when a folder is replaced.

use std::fmt::{self, Debug, Formatter};
use std::path::Path;
use std::time::Duration;

/// How much care is taken, and who is told when it takes time.
#[derive(Clone, Copy)]
pub struct Care<'a> {
    /// Whether everything has to reach the disk before the old folder goes. Without
    /// it, all may be lost when the power fails within half a minute.
    pub sync: bool,
    /// How long to wait for another process that replaces the same folder.
    pub patience: Duration,
    /// Whether anybody may read the folder, however strict the mask of new files is.
    /// Otherwise the mask decides.
    pub public: bool,
    /// Is called once when there is waiting to do, with the file that is locked.
    pub waiting: &'a dyn Fn(&Path),
}

impl Debug for Care<'_> {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        let Self { sync, patience, public, waiting: _ } = self;
        write!(out, "Care {{ sync: {sync}, patience: {patience:?}, public: {public} }}")
    }
}
