//! A folder of reports: which there are, and which have been imported already.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::disk::Unreadable;
use crate::format::review::{FILE, origin_of};

/// The reports of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// Their paths, sorted.
    pub reports: Vec<PathBuf>,
    /// How many other files there are, those of the system not counted.
    pub others: usize,
}

/// Ends of names of reports.
const NAMES: [&str; 3] = ["docx", "pdf", "txt"];

/// Finds the reports in `folder` and all folders in it. Links are not followed, and what
/// systems and programs put beside files is passed over.
///
/// # Errors
/// When a folder cannot be read.
pub fn find(folder: &Path) -> io::Result<Archive> {
    let mut archive = Archive::default();
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_of_system(entry)) {
        let entry = entry.map_err(|error| unreadable(folder, error))?;
        if !entry.file_type().is_file() {
            continue;
        }
        let end = entry.path().extension().map(|it| it.to_string_lossy().to_lowercase());
        if end.is_some_and(|end| NAMES.contains(&end.as_str())) {
            archive.reports.push(entry.into_path());
        } else {
            archive.others += 1;
        }
    }
    archive.reports.sort();
    Ok(archive)
}

fn unreadable(folder: &Path, error: walkdir::Error) -> io::Error {
    let path = error.path().unwrap_or(folder).to_owned();
    let error = error.into_io_error().unwrap_or_else(|| io::ErrorKind::InvalidInput.into());
    Unreadable { path, error }.into()
}

fn is_of_system(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with(['.', '~']) || matches!(name.to_lowercase().as_str(), "thumbs.db" | "desktop.ini")
}

/// The folders of the evaluations in `content` by the digest of the report that they were
/// imported from, as their import reports tell.
///
/// # Errors
/// When the file system fails.
pub fn imported(content: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    let mut imported = BTreeMap::new();
    let folder = content.join("evaluations");
    if !folder.is_dir() {
        return Ok(imported);
    }
    for entry in WalkDir::new(&folder).min_depth(3).max_depth(3).sort_by_file_name() {
        let path = entry.map_err(|error| unreadable(&folder, error))?.into_path();
        if path.file_name().is_none_or(|name| name != FILE) {
            continue;
        }
        let report = fs::read(&path)?;
        let above = path.parent().unwrap_or(&path).to_owned();
        imported.extend(origin_of(&String::from_utf8_lossy(&report)).map(|it| (it.to_owned(), above)));
    }
    Ok(imported)
}

/// The bytes of a report, to be digested.
///
/// # Errors
/// When it cannot be read.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path).map_err(|error| Unreadable { path: path.to_owned(), error }.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_found_in_the_order_of_their_paths() {
        let folder = std::env::temp_dir().join(format!("kompass-archive-{}", std::process::id()));
        fs::create_dir_all(folder.join("2020/.cache")).unwrap();
        for name in
            ["b.PDF", "a.docx", "2020/c.txt", "2020/.cache/d.pdf", "~$a.docx", "Thumbs.db", "bild.png"]
        {
            fs::write(folder.join(name), b"x").unwrap();
        }
        let found = find(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let names: Vec<_> = found.reports.iter().map(|it| it.strip_prefix(&folder).unwrap()).collect();
        assert_eq!(names, ["2020/c.txt", "a.docx", "b.PDF"].map(Path::new));
        assert_eq!(found.others, 1);
        assert!(find(&folder).is_err(), "it is gone");
    }
}
