//! An evaluation's folder on disk: written whole or not at all.

mod lost;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

pub use self::lost::{Loss, Lost, Review};
use crate::disk::shown;
use crate::format::evaluation::FILE;
use crate::format::narrative::{SUMMARY, is_area_stem};
use crate::format::review;
use crate::replace::{Care, Location, Made, Plan, ReplaceError, Replaced, entries, replace};
use crate::tree::Tree;

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

/// What an import may do to a folder that exists already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consent {
    /// It stays.
    Keep,
    /// It is replaced unless it has been reviewed.
    Replace,
    /// It is replaced whatever has been done to it.
    Discard,
}

/// Why a folder could not be written.
#[derive(Debug)]
pub enum FolderError {
    /// It exists, and [`Consent::Keep`] does not allow to replace it.
    Exists(PathBuf),
    /// It has been reviewed, and only [`Consent::Discard`] allows to lose that.
    Reviewed(PathBuf),
    /// The folder cannot be read or replaced.
    Replace(ReplaceError),
}

impl From<ReplaceError> for FolderError {
    fn from(error: ReplaceError) -> Self {
        Self::Replace(error)
    }
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(path) => write!(f, "{} exists; replace it with --replace", shown(path)),
            Self::Reviewed(path) => write!(
                f,
                "{} has been reviewed; import beside it with --into, or replace it with --discard-review",
                shown(path)
            ),
            Self::Replace(error) => error.fmt(f),
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
    let report = fs::read(target.join(review::FILE)).unwrap_or_default();
    let report = String::from_utf8_lossy(&report);
    for entry in entries(target)?.into_iter().filter(|it| is_imported(it)) {
        let name = entry.file_name().unwrap_or_default().to_string_lossy();
        let new = folder.files.get(&name);
        if is_text(&name) {
            let old = read(&entry)?;
            lost.judge_text(&name, &old, new, &report);
        }
        if new.is_none() {
            lost.files.push(name.into_owned());
        }
    }
    let record = target.join(FILE);
    if record.exists() {
        let old = read(&record)?;
        let new = folder.files.get(FILE).unwrap_or_default();
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
/// When `consent` does not permit it, or when the folder cannot be replaced,
/// see [`replace`].
pub fn publish(
    folder: &Folder,
    target: &Path,
    consent: Consent,
    care: &Care,
) -> Result<Replaced, FolderError> {
    let files: Vec<_> = folder.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let plan = Plan { files: &files, names_others: |path| path == FILE, meanwhile: &|_, _| None };
    replace(&Location::find(target)?, &plan, care, || {
        permit(folder, target, consent)?;
        made(target)
    })
}

/// The files of former imports in `target`.
fn made(target: &Path) -> Result<Made, FolderError> {
    if target.symlink_metadata().is_err() {
        return Ok(Made::default());
    }
    let imported = entries(target)?.into_iter().filter(|it| is_imported(it));
    let names: Vec<_> = imported.filter_map(|it| Some(it.file_name()?.to_str()?.to_owned())).collect();
    Ok(Made::of(names.iter().map(String::as_str))?)
}

fn read(path: &Path) -> Result<Vec<u8>, ReplaceError> {
    fs::read(path).map_err(ReplaceError::io("read", path))
}

/// Whether an import makes files of this name: the record, the report on it,
/// and texts that the record can name. A link is none of its files.
fn is_imported(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    let is_file = || path.symlink_metadata().is_ok_and(|it| it.is_file());
    (name == FILE || name == review::FILE || is_text(name)) && is_file()
}

fn is_text(name: &str) -> bool {
    name.strip_suffix(".md").is_some_and(|stem| stem == SUMMARY || is_area_stem(stem))
}
