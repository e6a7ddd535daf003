//! What lies below a folder of the project. Links are followed within the project only
//! (D3): what lies elsewhere is not the project's to publish.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::disk;

/// Something that is no folder.
pub(super) enum Found {
    /// A file.
    File(PathBuf),
    /// A link that is not followed, and why.
    Link(&'static str),
    /// A device, a pipe or a socket. To open some of them hangs, or does something.
    Special,
}

/// What lies at or below `start`, with paths below `root`, sorted. Nothing when there is
/// no `start`. Names that begin with a dot are passed over.
///
/// # Errors
/// When something cannot be looked at or listed.
pub(super) fn find(root: &Path, start: &str) -> io::Result<Vec<(String, Found)>> {
    Ok(walk(root, start)?.found)
}

/// The folders that decide what [`find`] finds: those that it looks into, and those of
/// the files that links lead to. Links resolved.
///
/// # Errors
/// As [`find`].
pub(super) fn places(root: &Path, start: &str) -> io::Result<BTreeSet<PathBuf>> {
    Ok(walk(root, start)?.places)
}

fn walk<'a>(root: &'a Path, start: &str) -> io::Result<Walk<'a>> {
    let path = root.join(start);
    let mut walk = Walk { root, project: real(root)?, found: Vec::new(), places: BTreeSet::new() };
    if disk::is_absent(&path) {
        return Ok(walk);
    }
    // A link may stand above the start as well.
    match fs::canonicalize(&path) {
        Ok(target) if !target.starts_with(&walk.project) => walk.keep(&path, Found::Link(OUTSIDE)),
        _ => walk.visit(&path, &mut Vec::new())?,
    }
    Ok(walk)
}

/// Names of the folders directly in `folder`, sorted; none when it is absent.
///
/// # Errors
/// When it cannot be listed.
pub(super) fn folders(folder: &Path) -> io::Result<Vec<String>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let folders = list(folder)?.into_iter().filter(|path| path.is_dir());
    Ok(folders.map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect())
}

/// `error` with the file that it is about.
pub(super) fn named(path: &Path, error: io::Error) -> io::Error {
    disk::Unreadable { path: path.to_owned(), error }.into()
}

/// Why links are not followed: they lead out of the project, nowhere, or to a folder that
/// they lie in.
const OUTSIDE: &str = "outside";
const NOWHERE: &str = "nowhere";
const CIRCLE: &str = "circle";

struct Walk<'a> {
    root: &'a Path,
    /// The same, links resolved.
    project: PathBuf,
    found: Vec<(String, Found)>,
    /// Folders that have been looked into, and those of what links lead to.
    places: BTreeSet<PathBuf>,
}

impl Walk<'_> {
    /// Looks at `path`; `above` are the folders that it has been reached through, links
    /// resolved.
    fn visit(&mut self, path: &Path, above: &mut Vec<PathBuf>) -> io::Result<()> {
        let mut found = fs::symlink_metadata(path).map_err(|error| named(path, error))?;
        if found.is_symlink() {
            match self.follow(path)? {
                Ok(target) => found = target,
                Err(why) => {
                    self.keep(path, Found::Link(why));
                    return Ok(());
                }
            }
        }
        match found {
            it if it.is_dir() => self.enter(path, above)?,
            it if it.is_file() => self.keep(path, Found::File(path.to_owned())),
            _ => self.keep(path, Found::Special),
        }
        Ok(())
    }

    /// What the link at `path` leads to, or why it is not followed.
    fn follow(&mut self, path: &Path) -> io::Result<Result<fs::Metadata, &'static str>> {
        match fs::canonicalize(path) {
            Ok(target) if target.starts_with(&self.project) => {
                self.places.extend(target.parent().map(Path::to_owned));
                fs::symlink_metadata(&target).map(Ok).map_err(|error| named(path, error))
            }
            Ok(_) => Ok(Err(OUTSIDE)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Err(NOWHERE)),
            Err(error) if disk::is_loop(&error) => Ok(Err(NOWHERE)),
            Err(error) => Err(named(path, error)),
        }
    }

    fn enter(&mut self, folder: &Path, above: &mut Vec<PathBuf>) -> io::Result<()> {
        let place = real(folder)?;
        if above.contains(&place) {
            self.keep(folder, Found::Link(CIRCLE));
            return Ok(());
        }
        self.places.insert(place.clone());
        above.push(place);
        for path in list(folder)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !is_passed_over(&name) {
                self.visit(&path, above)?;
            }
        }
        above.pop();
        Ok(())
    }

    fn keep(&mut self, path: &Path, found: Found) {
        let below = path.strip_prefix(self.root).unwrap_or(path);
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        self.found.push((parts.join("/"), found));
    }
}

/// Whether a file is none of the author's: names that begin with a dot are hidden, the
/// others are left by systems and programs beside what one works on.
fn is_passed_over(name: &str) -> bool {
    let is_systems = ["thumbs.db", "desktop.ini", "ehthumbs.db"].contains(&name.to_lowercase().as_str());
    let is_programs = name.starts_with("~$") || name.ends_with('~') || name.to_lowercase().ends_with(".tmp");
    name.starts_with('.') || is_systems || is_programs
}

fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    disk::entries(folder).map_err(|error| named(folder, error))
}

fn real(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path).map_err(|error| named(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_leave_is_passed_over() {
        for name in [
            ".DS_Store",
            "Thumbs.db",
            "thumbs.db",
            "desktop.ini",
            "~$rapport.docx",
            "a.TMP",
            "a.md~",
            ".a.md.swp",
        ] {
            assert!(is_passed_over(name), "{name}");
        }
        for name in ["evaluation.toml", "area-1.md", "rapport.pdf", "~a.md", "tmp", "a.db"] {
            assert!(!is_passed_over(name), "{name}");
        }
    }
}
