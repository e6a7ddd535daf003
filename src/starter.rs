//! A neutral portal to begin with: it builds as it is, and says what to fill in.

use crate::format::PLACEHOLDER;
use crate::schema;
use crate::shipped;
use crate::tree::Tree;

/// The folder of a portal with the schemas of its files.
pub const SCHEMAS: &str = "schemas";

/// A place that is to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's path below the portal.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// What to write there, in Swedish.
    pub what: String,
}

/// The files of a new portal.
pub fn portal() -> Tree {
    let mut tree = Tree::default();
    for (name, bytes) in shipped::PORTAL {
        // Their names are those of different files.
        let taken = tree.insert((*name).to_owned(), bytes.to_vec());
        debug_assert!(taken.is_ok(), "{taken:?}");
    }
    for (name, bytes) in &schema::schemas() {
        let taken = tree.insert(format!("{SCHEMAS}/{name}"), bytes.clone());
        debug_assert!(taken.is_ok(), "{taken:?}");
    }
    tree
}

/// Every place of `portal` that is to be filled in, marked in a comment or in a text, in the order of files and lines.
pub fn places(portal: &Tree) -> Vec<Place> {
    let of_file = |(file, bytes): (&String, &Vec<u8>)| {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.lines().enumerate().filter_map(|(at, line)| {
            let what = line.split_once(PLACEHOLDER)?.1.trim().trim_end_matches(['*', '"']).to_owned();
            Some(Place { file: file.clone(), line: at + 1, what })
        });
        lines.collect::<Vec<_>>()
    };
    portal.iter().flat_map(of_file).collect()
}
