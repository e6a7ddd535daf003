//! Files under the names they are published under.

use std::collections::{BTreeMap, BTreeSet};

use super::appearance::{Logo, Shades};
use crate::fingerprint::fingerprint;

/// The files of a theme by logical name, such as `style.css`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    files: BTreeMap<String, Asset>,
    /// The picture that stands for the portal's name, if there is one.
    pub logo: Option<Logo>,
    /// What pages stand on, if the style sheets say it.
    pub paper: Option<Shades>,
    /// What links and all that can be pressed are coloured with, if the style sheets say it.
    pub accent: Option<Shades>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The name it is published under, such as `style.0a1b2c3d.css`.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The logical names of the files that it imports, if it is a script.
    imports: Vec<String>,
}

impl Assets {
    /// The name that the file with this logical name is published under.
    pub fn name(&self, logical: &str) -> Option<&str> {
        self.files.get(logical).map(|asset| asset.name.as_str())
    }

    /// The content of the file with this logical name.
    pub fn bytes(&self, logical: &str) -> Option<&[u8]> {
        self.files.get(logical).map(|asset| asset.bytes.as_slice())
    }

    /// The logical names of all files that a script imports, and those import, without its own;
    /// sorted.
    pub fn imported_by(&self, logical: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let imports = |logical: &str| self.files.get(logical).into_iter().flat_map(|asset| &asset.imports);
        let mut waiting: Vec<&String> = imports(logical).collect();
        while let Some(next) = waiting.pop() {
            if found.insert(next.as_str()) {
                waiting.extend(imports(next));
            }
        }
        found
    }

    /// All files.
    pub fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.files.values()
    }

    /// Adds a file; `logical` is its name in the theme.
    pub(super) fn add(&mut self, logical: &str, bytes: Vec<u8>) {
        self.add_script(logical, bytes, Vec::new());
    }

    /// Adds a script that imports the files with the logical names `imports`.
    pub(super) fn add_script(&mut self, logical: &str, bytes: Vec<u8>, imports: Vec<String>) {
        let name = fingerprinted(logical, &bytes);
        self.files.insert(logical.to_owned(), Asset { name, bytes, imports });
    }
}

/// `style.css` → `style.0a1b2c3d4e5f6071.css`.
fn fingerprinted(logical: &str, bytes: &[u8]) -> String {
    let print = fingerprint([bytes]);
    match logical.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{print}.{extension}"),
        None => format!("{logical}.{print}"),
    }
}
