//! What Kompass asks of the file system and the standard library does not offer, or
//! offers in a way that does not suit: an exchange in one step, syncing, lists that
//! never abort, files that are opened only if they are files.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The paths of what lies in `folder`, sorted.
///
/// # Errors
/// When the folder cannot be listed to its end.
#[cfg(unix)]
pub(crate) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use rustix::fs::{Dir, Mode, OFlags, open};

    // The standard library aborts when a folder cannot be closed.
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut found = Vec::new();
    for entry in Dir::new(open(folder, flags, Mode::empty())?)? {
        let entry = entry?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if name != "." && name != ".." {
            found.push(folder.join(name));
        }
    }
    found.sort();
    Ok(found)
}

/// The paths of what lies in `folder`, sorted.
///
/// # Errors
/// When the folder cannot be listed to its end.
#[cfg(not(unix))]
pub(crate) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    found.sort();
    Ok(found)
}

/// Gives each of two folders the name of the other in one step. `false` when this
/// system or file system has no such step; nothing has changed then.
///
/// # Errors
/// When there is such a step, but these two cannot take it.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(crate) fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    let unknown = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP];
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(error) if unknown.contains(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Gives each of two folders the name of the other in one step. `false` when this
/// system or file system has no such step; nothing has changed then.
///
/// # Errors
/// None here.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(crate) fn exchange(_one: &Path, _other: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Waits until everything written to the file system that `folder` lies on has
/// reached the disk. `false` when this system has no such call.
///
/// # Errors
/// When something could not be written.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(crate) fn sync_file_system(folder: &Path) -> io::Result<bool> {
    rustix::fs::syncfs(File::open(folder)?)?;
    Ok(true)
}

/// Waits until everything written to the file system that `folder` lies on has
/// reached the disk. `false` when this system has no such call.
///
/// # Errors
/// None here.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(crate) fn sync_file_system(_folder: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Waits until the names in `folder` have reached the disk. Windows opens no folder
/// for that and writes names down by itself.
///
/// # Errors
/// When they could not be written.
pub(crate) fn sync_names(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    File::open(folder)?.sync_all()
}

/// Waits until the contents of a file have reached the disk.
///
/// # Errors
/// When they could not be written.
pub(crate) fn sync_file(path: &Path) -> io::Result<()> {
    // Windows syncs only what may be written.
    OpenOptions::new().read(true).write(cfg!(windows)).open(path)?.sync_all()
}

/// Whether there is nothing at `path`, not even a link to nowhere.
pub(crate) fn is_absent(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Whether `error` says that links lead to each other.
#[cfg(unix)]
pub(crate) fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

/// Whether `error` says that links lead to each other.
#[cfg(not(unix))]
pub(crate) fn is_loop(_error: &io::Error) -> bool {
    false
}

/// Opens a file for reading if it is one: a pipe would wait for its other end, and
/// some devices act when they are opened. `None` for anything else.
///
/// # Errors
/// When it cannot be looked at or opened.
pub(crate) fn open(path: &Path) -> io::Result<Option<File>> {
    if !fs::metadata(path)?.is_file() {
        return Ok(None);
    }
    let mut options = OpenOptions::new();
    options.read(true);
    // Should it have become a pipe since: this way it opens at once.
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;

        let flags = rustix::fs::OFlags::NONBLOCK.bits();
        options.custom_flags(i32::try_from(flags).unwrap_or_default());
    }
    let file = options.open(path)?;
    Ok(file.metadata()?.is_file().then_some(file))
}

/// Opens the file at `path` for locking, and makes it if need be. Nobody else may
/// open it, and no link is followed.
///
/// # Errors
/// When it cannot be opened or made.
pub(crate) fn open_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;

        use rustix::fs::OFlags;

        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
        options.mode(0o600).custom_flags(i32::try_from(flags).unwrap_or_default());
    }
    options.open(path)
}

/// What tells a file from all others as long as it exists: its file system and its
/// number there. `None` where the system does not say.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems do not say")]
pub(crate) fn identity(found: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;

    Some((found.dev(), found.ino()))
}

/// What tells a file from all others as long as it exists: its file system and its
/// number there. `None` where the system does not say.
#[cfg(not(unix))]
pub(crate) fn identity(_found: &fs::Metadata) -> Option<(u64, u64)> {
    None
}

/// Where file systems are mounted, as Linux tells; empty elsewhere.
pub(crate) fn mounts() -> Vec<PathBuf> {
    if !cfg!(target_os = "linux") {
        return Vec::new();
    }
    // Each line has the place as its fifth word.
    let list = fs::read("/proc/self/mountinfo").unwrap_or_default();
    let places = list.split(|byte| *byte == b'\n').filter_map(|line| line.split(|byte| *byte == b' ').nth(4));
    places.map(unescaped).collect()
}

/// A path as it is, of one in which white space and backslashes are `\` and three
/// octal digits.
fn unescaped(place: &[u8]) -> PathBuf {
    let mut bytes = Vec::with_capacity(place.len());
    let mut rest = place;
    while let Some((first, after)) = rest.split_first() {
        let code = after
            .get(..3)
            .filter(|_| *first == b'\\')
            .and_then(|digits| u8::from_str_radix(str::from_utf8(digits).ok()?, 8).ok());
        bytes.push(code.unwrap_or(*first));
        rest = after.get(if code.is_some() { 3 } else { 0 }..).unwrap_or_default();
    }
    path_of(bytes)
}

#[cfg(unix)]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;

    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// `path` for a message: control characters, with which a name could steer the
/// reader's terminal, are written as code (D3).
pub(crate) fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

/// `text` with its control characters written as code, such as `\u{1b}`.
pub(crate) fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        // Marks that turn the direction of writing could hide the end of a name.
        let turns =
            matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if character.is_control() || turns {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// A file or folder that the system does not let us read.
#[derive(Debug)]
pub struct Unreadable {
    /// Which.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "cannot read `{}`: {}", shown(&self.path), self.error)
    }
}

impl std::error::Error for Unreadable {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

impl From<Unreadable> for io::Error {
    fn from(unreadable: Unreadable) -> Self {
        Self::new(unreadable.error.kind(), unreadable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mount_points_are_read_with_their_spaces() {
        assert_eq!(unescaped(br"/a\040b\134c\0"), Path::new(r"/a b\c\0"));
        assert_eq!(unescaped("/å".as_bytes()), Path::new("/å"));
        if cfg!(target_os = "linux") {
            assert!(mounts().contains(&PathBuf::from("/")), "{:?}", mounts());
        }
    }

    #[test]
    fn no_name_steers_the_terminal() {
        assert_eq!(printable("å b\u{1b}[2J\n\u{202e}"), r"å b\u{1b}[2J\u{a}\u{202e}");
    }
}
