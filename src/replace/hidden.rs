//! The hidden folder in which a replacement is made ready.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;

use super::care::Care;
use super::error::ReplaceError;
use super::location::Location;
use super::made::Made;

/// How many names are tried for the hidden folder. A name is taken if a process with
/// our process id was killed halfway, which happens in containers, and its folder could
/// not be cleared.
const MAX_ATTEMPTS: u32 = 1000;

/// The first line of the list of what a process makes.
const FORMAT: &str = "kompass-staging 1";

/// A hidden folder beside the target. It goes when this is dropped if it is empty.
pub(super) struct Hidden(pub(super) PathBuf);

impl Hidden {
    /// Makes a hidden folder beside the one at `location` whose name no other process has
    /// taken. Only its owner can look into it.
    pub(super) fn create(location: &Location) -> Result<Self, ReplaceError> {
        for number in 0..MAX_ATTEMPTS {
            let folder = location.beside(process::id(), number);
            match create_own(&folder) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                created => {
                    return created
                        .map(|()| Self(folder.clone()))
                        .map_err(ReplaceError::io("create", &folder));
                }
            }
        }
        let full = io::Error::from(ErrorKind::AlreadyExists);
        Err(ReplaceError::io("find a free name beside", &location.folder)(full))
    }

    /// Where the new folder is written.
    pub(super) fn new_folder(&self) -> PathBuf {
        self.0.join("new")
    }

    /// Where the old folder is moved to when it cannot be exchanged in one step.
    pub(super) fn old_folder(&self) -> PathBuf {
        self.0.join("old")
    }

    /// Where it is written down what Kompass makes in the other two.
    pub(super) fn list(&self) -> PathBuf {
        self.0.join("list")
    }

    /// Writes down that what is at the paths in `made` is Kompass's, in whichever of the
    /// two folders.
    pub(super) fn write_list(&self, made: [&Made; 2], care: &Care) -> Result<(), ReplaceError> {
        let [one, other] = made;
        let mut text = format!("{FORMAT}\n");
        let more = one.iter().filter(|path| !other.contains(path));
        for path in other.iter().chain(more) {
            text.push_str(path);
            text.push('\n');
        }
        let write = || {
            let mut file = File::create_new(self.list())?;
            file.write_all(text.as_bytes())?;
            if care.sync { file.sync_all() } else { Ok(()) }
        };
        write().map_err(ReplaceError::io("write", &self.list()))
    }

    /// What is written down, as far as it can be trusted. Two lists in one can name a
    /// folder as a file, so each path is judged alone.
    pub(super) fn read_list(&self) -> Made {
        let text = fs::read_to_string(self.list()).unwrap_or_default();
        match text.split_once('\n') {
            Some((FORMAT, paths)) => Made::any(paths.lines()),
            _ => Made::default(),
        }
    }

    /// A folder that the target cannot take the place of.
    pub(super) fn probe(&self) -> PathBuf {
        self.0.join("probe")
    }

    /// What keeps it from that.
    pub(super) fn probe_inside(&self) -> PathBuf {
        self.probe().join("inside")
    }

    /// Removes the probe.
    pub(super) fn remove_probe(&self) -> Result<(), ReplaceError> {
        for folder in [self.probe_inside(), self.probe()] {
            fs::remove_dir(&folder).map_err(ReplaceError::io("remove", &folder))?;
        }
        Ok(())
    }
}

impl Drop for Hidden {
    /// Only while it is empty.
    fn drop(&mut self) {
        let _ = fs::remove_dir(&self.0);
    }
}

#[cfg(unix)]
fn create_own(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;

    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_own(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}
