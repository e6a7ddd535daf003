//! Where to publish, and whether that is Kompass's to replace.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use super::error::OutputError;
use super::made::{IGNORE, IGNORE_TEXT, MANIFEST, Made};

/// The output folder, resolved: no link and no `..` in its path.
pub(super) struct Location {
    /// The folder itself; it need not exist.
    pub(super) folder: PathBuf,
    /// The folder it lies in; it need not exist either.
    pub(super) parent: PathBuf,
    name: OsString,
}

impl Location {
    /// Resolves `target` and refuses it when it and one of `sources` overlap.
    pub(super) fn find(target: &Path, sources: &[PathBuf]) -> Result<Self, OutputError> {
        let folder = resolve(target)?;
        let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
            return Err(OutputError::Root { target: target.to_owned() });
        };
        for source in sources {
            let source = resolve(source)?;
            if source.starts_with(&folder) || folder.starts_with(&source) {
                return Err(OutputError::Overlap { target: folder, source });
            }
        }
        Ok(Self { parent: parent.to_owned(), name: name.to_owned(), folder })
    }

    /// A hidden path beside the folder for the `number`th try of `process`.
    pub(super) fn beside(&self, process: u32, number: u32) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(format!(".kompass-{process}-{number}"));
        self.parent.join(name)
    }

    /// What Kompass has made in the folder. Anything that could not have come
    /// about through Kompass alone is refused.
    pub(super) fn made(&self) -> Result<Made, OutputError> {
        let is_folder = match fs::symlink_metadata(&self.folder) {
            Ok(found) => found.is_dir(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Made::default()),
            Err(error) => return Err(OutputError::io("look at", &self.folder)(error)),
        };
        if !is_folder {
            return Err(OutputError::NotAFolder { target: self.folder.clone() });
        }
        let manifest = self.folder.join(MANIFEST);
        match fs::symlink_metadata(&manifest) {
            Ok(found) if found.is_file() => read_manifest(manifest),
            Ok(_) => Err(OutputError::Manifest { path: manifest, line: 1 }),
            Err(_) => self.made_without_manifest(),
        }
    }

    fn made_without_manifest(&self) -> Result<Made, OutputError> {
        for example in entries(&self.folder)? {
            if !is_own_ignore_file(&example) {
                return Err(OutputError::Foreign { target: self.folder.clone(), example });
            }
        }
        Ok(Made::ignore_file())
    }

    /// Waits until no other publication is swapping folders here, and keeps
    /// others waiting until the result is dropped. Not every file system can
    /// lock folders. Without a lock, two publications at the same time can
    /// make each other fail; files that Kompass did not make are safe even so.
    pub(super) fn wait_for_turn(&self) -> Option<File> {
        let folder = File::open(&self.parent).ok()?;
        folder.lock().is_ok().then_some(folder)
    }
}

/// The paths in `folder`, sorted.
pub(super) fn entries(folder: &Path) -> Result<Vec<PathBuf>, OutputError> {
    let list = || fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
    let mut paths = list().map_err(OutputError::io("list", folder))?;
    paths.sort();
    Ok(paths)
}

fn read_manifest(path: PathBuf) -> Result<Made, OutputError> {
    let manifest = fs::read(&path).map_err(OutputError::io("read", &path))?;
    Made::parse(&manifest).map_err(|line| OutputError::Manifest { path, line })
}

/// Whether `path` is the ignore file. A checkout may have changed its line
/// ends, and another Kompass may have worded the comment differently.
fn is_own_ignore_file(path: &Path) -> bool {
    let is_file = || fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    let is_ours = |text: String| rules(&text).eq(rules(IGNORE_TEXT));
    path.ends_with(IGNORE) && is_file() && fs::read_to_string(path).is_ok_and(is_ours)
}

fn rules(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

/// `path` made absolute, links followed and `..` gone, as far as it exists;
/// the rest of it is taken as it stands.
fn resolve(path: &Path) -> Result<PathBuf, OutputError> {
    let walk = || {
        let mut resolved = PathBuf::new();
        for part in std::path::absolute(path)?.components() {
            resolved = step(resolved, part)?;
        }
        Ok(resolved)
    };
    walk().map_err(OutputError::io("find", path))
}

/// Goes one `part` further from `folder`, which is resolved.
fn step(mut folder: PathBuf, part: Component) -> io::Result<PathBuf> {
    match part {
        Component::ParentDir => drop(folder.pop()),
        Component::Normal(name) => return follow(folder.join(name)),
        _ => folder.push(part),
    }
    Ok(folder)
}

/// `path` as the file system spells it, if it exists. A link to nowhere stays
/// as it is, and is refused later as something that is no folder.
fn follow(path: PathBuf) -> io::Result<PathBuf> {
    match fs::canonicalize(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path),
        result => result,
    }
}
