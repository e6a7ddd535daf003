//! What the tests of whole portals share: the golden project in a folder of
//! its own, and the check that they run on it.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use kompass::load::load;
use kompass::report::{Report, Style};
use kompass::validate::validate;
use walkdir::WalkDir;

use crate::scratch::Folder;

/// A day on which nothing in the golden project is overdue.
pub const TODAY: Date = jiff::civil::date(2026, 1, 1);

/// The plain report of the project in `root`, with all its faults.
pub fn check_project(root: &Path, today: Date) -> String {
    let loaded = load(root).unwrap();
    let outcome = loaded.project.and_then(|project| validate(&project.content, today));
    Report::new(&loaded.sources, Style::Plain).text(&outcome.faults)
}

/// `path` below the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The golden project with the repository's themes, in a folder of its own.
pub fn golden_project() -> Folder {
    let folder = Folder::new();
    copy(&repository("tests/golden/project"), folder.path());
    copy(&repository("themes"), &folder.join("themes"));
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_golden_project_has_no_fault() {
    assert_eq!(check_project(golden_project().path(), TODAY), "");
}
