//! The golden project and every file that must come of it.
//!
//! With `KOMPASS_BLESS=1` in the environment the expected files are written
//! anew; read the difference before you commit it.

use crate::expected::{self, Files};
use crate::project::{GOLDEN_DAY, check_project, compile, golden_project, repository};

/// Style sheets, scripts and icons are the theme's and tested as such; here
/// they would only make every change of a colour look like one of content. The
/// search index is tested by what it finds.
fn is_expected(path: &str) -> bool {
    // The icon is a picture.
    !path.starts_with("assets/") && !path.starts_with("sok/index/") && path != "favicon.ico"
}

#[test]
fn the_golden_project_has_no_fault() {
    assert_eq!(check_project(golden_project().path(), GOLDEN_DAY), "");
}

#[test]
fn the_golden_project_gives_the_expected_tree() {
    let differences = expected::compare(&repository().join("tests/golden/expected"), &found());
    assert!(differences.is_empty(), "\n{differences}");
}

/// The files made, fingerprints taken out.
fn found() -> Files {
    let project = golden_project();
    let site = compile(project.path(), GOLDEN_DAY).site.unwrap();
    let files = site.tree.iter().filter(|(path, _)| is_expected(path));
    files
        .map(|(path, bytes)| (path.clone(), without_fingerprints(std::str::from_utf8(bytes).unwrap())))
        .collect()
}

/// `style.0123456789abcdef.css` → `style.css`, `index/0123456789abcdef/` → `index/`.
fn without_fingerprints(text: &str) -> String {
    let is_print = |part: &&str| {
        let part = part.trim_end_matches(['.', '/']);
        part.len() == 16 && part.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c))
    };
    text.split_inclusive(['.', '/']).filter(|part| !is_print(part)).collect()
}
