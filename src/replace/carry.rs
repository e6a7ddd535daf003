//! Takes what Kompass has not made along into the new folder, before that gets its
//! place: the old folder keeps everything until then.

use std::fs::{self, File, FileTimes, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::error::ReplaceError;
use crate::disk;

/// Makes what is at `from` appear at `to` as well. A file is the same one under two
/// names, so that whoever goes on writing into it writes into both; where there are
/// no such names it is copied. A folder is made anew with the same in it.
pub(super) fn carry(from: &Path, to: &Path) -> Result<(), ReplaceError> {
    let found = fs::symlink_metadata(from).map_err(ReplaceError::io("look at", from))?;
    if !found.is_dir() {
        return file(from, to, &found);
    }
    fs::create_dir(to).map_err(ReplaceError::io("create", to))?;
    for path in disk::entries(from).map_err(ReplaceError::io("list", from))? {
        if let Some(name) = path.file_name() {
            carry(&path, &to.join(name))?;
        }
    }
    dress(to, &found)
}

/// Gives the folder at `to` the permissions, owner and times in `found`.
pub(super) fn dress(to: &Path, found: &Metadata) -> Result<(), ReplaceError> {
    own(to, found);
    fs::set_permissions(to, found.permissions()).map_err(ReplaceError::io("set the permissions of", to))
}

/// The folders that are missing above `path`, the outermost first.
pub(super) fn missing_above(path: &Path) -> Vec<PathBuf> {
    let above = path.ancestors().skip(1).take_while(|folder| !folder.is_dir());
    let mut missing: Vec<_> = above.map(Path::to_owned).collect();
    missing.reverse();
    missing
}

fn file(from: &Path, to: &Path, found: &Metadata) -> Result<(), ReplaceError> {
    let Err(refused) = fs::hard_link(from, to) else { return Ok(()) };
    if found.is_file() {
        return copy(from, to, found).map_err(ReplaceError::io("copy", from));
    }
    if found.is_symlink() {
        return link(from, to).map_err(ReplaceError::io("copy", from));
    }
    Err(ReplaceError::io("link", from)(refused))
}

fn copy(from: &Path, to: &Path, found: &Metadata) -> io::Result<()> {
    let mut target = File::create_new(to)?;
    io::copy(&mut File::open(from)?, &mut target)?;
    own(to, found);
    target.set_permissions(found.permissions())?;
    target.set_times(FileTimes::new().set_modified(found.modified()?))
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn link(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Gives `to` the owner in `found`, as far as we may: only the superuser can give files
/// away, and for everybody else they are their own already.
#[cfg(unix)]
fn own(to: &Path, found: &Metadata) {
    use std::os::unix::fs::{MetadataExt, lchown};

    let is_same = |it: Metadata| it.uid() == found.uid() && it.gid() == found.gid();
    if !fs::symlink_metadata(to).is_ok_and(is_same) {
        let _ = lchown(to, Some(found.uid()), Some(found.gid()));
    }
}

#[cfg(not(unix))]
fn own(_to: &Path, _found: &Metadata) {}
