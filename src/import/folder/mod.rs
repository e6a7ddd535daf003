//! An evaluation's folder on disk: written whole or not at all.

mod lost;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::lost::Lost;
use crate::format::narrative::{SUMMARY, is_area_stem};
use crate::tree::Tree;

/// Name of the record.
pub const RECORD: &str = "evaluation.toml";

/// Name of the report for the reviewer.
pub const REVIEW: &str = "import-report.md";

/// The folder of one evaluation, to be written.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Last part but one of its path: the municipality.
    pub slug: String,
    /// Last part of its path.
    pub year: u16,
    /// Its files by name.
    pub files: Tree,
}

/// What may become of a folder that there is already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consent {
    /// It stays.
    Keep,
    /// It is replaced unless somebody has reviewed it.
    Replace,
    /// It is replaced whatever has been done to it.
    Discard,
}

/// Why a folder could not be written.
#[derive(Debug)]
pub enum FolderError {
    /// There is one already, and it was not said that it may be replaced.
    Exists(PathBuf),
    /// Somebody has reviewed it, and it was not said that this may be lost.
    Reviewed(PathBuf),
    /// The file system failed.
    Io(PathBuf, io::Error),
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(path) => write!(f, "{} exists; replace it with --replace", path.display()),
            Self::Reviewed(path) => write!(
                f,
                "{} has been reviewed; import beside it with --into, or replace it with --discard-review",
                path.display()
            ),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

/// Where `folder` lies below `content`.
pub fn path(folder: &Folder, content: &Path) -> PathBuf {
    content.join("evaluations").join(&folder.slug).join(folder.year.to_string())
}

/// What replacing `target` by `folder` takes away; nothing where there is no
/// such folder.
///
/// # Errors
/// When the file system fails.
pub fn lost(folder: &Folder, target: &Path) -> Result<Lost, FolderError> {
    let mut lost = Lost::default();
    if target.symlink_metadata().is_err() {
        return Ok(lost);
    }
    let report = fs::read(target.join(REVIEW)).unwrap_or_default();
    let report = String::from_utf8_lossy(&report);
    for entry in entries(target)?.into_iter().filter(|it| is_imported(it)) {
        let name = entry.file_name().unwrap_or_default().to_string_lossy();
        let new = folder.files.get(&name);
        if is_text(&name) {
            let old = fs::read(&entry).map_err(at(&entry))?;
            lost.judge_text(&name, &old, new, &report);
        }
        if new.is_none() {
            lost.files.push(name.into_owned());
        }
    }
    let record = target.join(RECORD);
    if record.exists() {
        let old = fs::read(&record).map_err(at(&record))?;
        let new = folder.files.get(RECORD).unwrap_or_default();
        lost.judge(&String::from_utf8_lossy(&old), &String::from_utf8_lossy(new));
    }
    Ok(lost)
}

/// Whether `consent` goes far enough to write `folder` to `target`.
///
/// # Errors
/// When it does not, or when the file system fails.
pub fn permit(folder: &Folder, target: &Path, consent: Consent) -> Result<(), FolderError> {
    let exists = target.symlink_metadata().is_ok();
    if exists && consent == Consent::Keep {
        return Err(FolderError::Exists(target.to_owned()));
    }
    if consent < Consent::Discard && lost(folder, target)?.is_reviewed() {
        return Err(FolderError::Reviewed(target.to_owned()));
    }
    Ok(())
}

/// Writes the files of `folder` to `target`. A folder that is replaced keeps
/// what no import makes, such as the original report.
///
/// # Errors
/// When `consent` does not permit it, or when the file system fails; then
/// everything is as it was before.
pub fn publish(folder: &Folder, target: &Path, consent: Consent) -> Result<(), FolderError> {
    permit(folder, target, consent)?;
    let exists = target.symlink_metadata().is_ok();
    let staging = beside(target, "new");
    let written = stage(folder, target, &staging, exists).and_then(|()| swap(target, &staging, exists));
    if written.is_err() {
        // Nobody can be told when this fails as well; it is hidden anyway.
        let _ = fs::remove_dir_all(&staging);
    }
    written
}

/// A hidden name beside `target`, which no build reads.
fn beside(target: &Path, what: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{what}-{}", std::process::id()))
}

fn at(path: &Path) -> impl Fn(io::Error) -> FolderError {
    let path = path.to_owned();
    move |error| FolderError::Io(path.clone(), error)
}

fn stage(folder: &Folder, target: &Path, staging: &Path, exists: bool) -> Result<(), FolderError> {
    fs::create_dir_all(staging).map_err(at(staging))?;
    for (name, bytes) in &folder.files {
        let path = staging.join(name);
        fs::write(&path, bytes).map_err(at(&path))?;
    }
    if !exists {
        return Ok(());
    }
    let kept = entries(target)?.into_iter().filter(|path| !is_imported(path));
    kept.into_iter().try_for_each(|path| copy(&path, &staging.join(path.file_name().unwrap_or_default())))
}

/// What lies in a folder, in order.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, FolderError> {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    let mut paths =
        entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>().map_err(at(folder))?;
    paths.sort();
    Ok(paths)
}

/// Copies a file, or a folder with what is in it.
fn copy(from: &Path, to: &Path) -> Result<(), FolderError> {
    if !from.symlink_metadata().is_ok_and(|it| it.is_dir()) {
        return fs::copy(from, to).map(drop).map_err(at(from));
    }
    fs::create_dir(to).map_err(at(to))?;
    let inner = entries(from)?;
    inner.iter().try_for_each(|path| copy(path, &to.join(path.file_name().unwrap_or_default())))
}

/// Whether an import makes files of this name: the record, the report on it,
/// and texts that the record can name.
fn is_imported(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    (name == RECORD || name == REVIEW || is_text(name)) && path.is_file()
}

fn is_text(name: &str) -> bool {
    name.strip_suffix(".md").is_some_and(|stem| stem == SUMMARY || is_area_stem(stem))
}

fn swap(target: &Path, staging: &Path, exists: bool) -> Result<(), FolderError> {
    if !exists {
        return fs::rename(staging, target).map_err(at(target));
    }
    let old = beside(target, "old");
    fs::rename(target, &old).map_err(at(target))?;
    if let Err(error) = fs::rename(staging, target) {
        fs::rename(&old, target).map_err(at(target))?;
        return Err(FolderError::Io(target.to_owned(), error));
    }
    fs::remove_dir_all(&old).map_err(at(&old))
}
