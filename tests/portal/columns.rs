//! Who explains columns of the CSV files explains those that there are, in Swedish and in
//! English.

use std::collections::BTreeSet;
use std::fs;

use crate::project::{real, repository};

/// The columns of all CSV files of the portal; those of an area stand for all areas.
fn columns() -> BTreeSet<String> {
    let files = real().site().tree.iter().filter(|(path, _)| path.rsplit('.').next() == Some("csv"));
    let heads = files.map(|(_, bytes)| std::str::from_utf8(bytes).unwrap().lines().next().unwrap());
    let columns: BTreeSet<_> = heads.flat_map(|head| head.split(',')).map(str::to_owned).collect();
    let is_of_another_area = |name: &str| {
        (2..=8).any(|area| name == format!("omrade_{area}") || name == format!("omrade_{area}_saknas"))
    };
    columns.into_iter().filter(|name| !is_of_another_area(name)).collect()
}

/// What stands between backquotes in `text`.
fn code(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn content(path: &str) -> String {
    fs::read_to_string(repository().join("content").join(path)).unwrap()
}

#[test]
fn every_column_is_explained_in_both_languages() {
    let columns = columns();
    assert!(columns.len() > 30, "{columns:?}");
    for page in ["introductions/en.md", "pages/data.md"] {
        let text = content(page);
        let known = code(&text);
        let lacking: Vec<_> = columns.iter().filter(|name| !known.contains(name.as_str())).collect();
        assert!(lacking.is_empty(), "{page} does not explain {lacking:?}");
    }
}

/// Tables name one column in each row, so that what no file has (any more) is noticed.
#[test]
fn the_english_tables_have_no_column_that_no_file_has() {
    let columns = columns();
    let text = content("introductions/en.md");
    let named = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let named: Vec<_> = named.map(|(name, _)| name).collect();
    let strangers: Vec<_> = named.iter().filter(|name| !columns.contains(**name)).collect();
    assert!(named.len() >= columns.len() && strangers.is_empty(), "{strangers:?}");
}
