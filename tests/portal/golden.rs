//! The golden project and every file that must come of it.
//!
//! With `KOMPASS_BLESS=1` in the environment the expected files are written
//! anew; read the difference before you commit it.

use std::collections::BTreeMap;
use std::fs;

use walkdir::WalkDir;

use crate::project::{GOLDEN_DAY, check_project, compile, golden_project, repository};

/// Style sheets, scripts and icons are the theme's and tested as such; here
/// they would only make every change of a colour look like one of content. The
/// search index is tested by what it finds.
fn is_expected(path: &str) -> bool {
    !path.starts_with("assets/") && !path.starts_with("sok/index/")
}

#[test]
fn the_golden_project_has_no_fault() {
    assert_eq!(check_project(golden_project().path(), GOLDEN_DAY), "");
}

#[test]
fn the_golden_project_gives_the_expected_tree() {
    let found = found();
    if std::env::var_os("KOMPASS_BLESS").is_some_and(|value| value == "1") {
        bless(&found);
    }
    let expected = expected();
    let missing: Vec<_> = expected.keys().filter(|path| !found.contains_key(*path)).collect();
    assert!(missing.is_empty(), "expected, but not made: {missing:?}");
    let surplus: Vec<_> = found.keys().filter(|path| !expected.contains_key(*path)).collect();
    assert!(surplus.is_empty(), "made, but not expected: {surplus:?}");
    for (path, text) in &found {
        let lines = expected[path].lines().zip(text.lines()).enumerate();
        let difference = lines.map(|(number, lines)| (number + 1, lines)).find(|(_, (old, new))| old != new);
        assert_eq!(difference, None, "{path}: line, expected, found");
        assert_eq!(expected[path].len(), text.len(), "{path} has another length");
    }
}

/// The files made, fingerprints taken out.
fn found() -> BTreeMap<String, String> {
    let project = golden_project();
    let site = compile(project.path(), GOLDEN_DAY).site.unwrap();
    let files = site.tree.iter().filter(|(path, _)| is_expected(path));
    files
        .map(|(path, bytes)| (path.clone(), without_fingerprints(std::str::from_utf8(bytes).unwrap())))
        .collect()
}

/// `style.0123456789abcdef.css` → `style.css`.
fn without_fingerprints(text: &str) -> String {
    let mut parts = Vec::new();
    for part in text.split('.') {
        let is_print =
            part.len() == 16 && part.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c));
        if !is_print {
            parts.push(part);
        }
    }
    parts.join(".")
}

fn expected() -> BTreeMap<String, String> {
    let root = repository().join("tests/golden/expected");
    let entries = WalkDir::new(&root).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &std::path::Path| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (name(entry.path()), fs::read_to_string(entry.path()).unwrap())).collect()
}

fn bless(found: &BTreeMap<String, String>) {
    let root = repository().join("tests/golden/expected");
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    for (path, text) in found {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}
