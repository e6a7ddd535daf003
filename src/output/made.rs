//! What Kompass makes in an output folder, and the manifest that says so.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::path::{Component, Path};

use super::error::OutputError;
use crate::tree::Tree;

/// The name of the manifest in the folder.
pub(super) const MANIFEST: &str = ".kompass-manifest";

/// The name of the file that keeps the folder's contents out of a repository.
pub(super) const IGNORE: &str = ".gitignore";

/// What stands in [`IGNORE`].
pub(super) const IGNORE_TEXT: &str = "# Kompass makes this folder anew each time.\n*\n!.gitignore\n";

/// The first line of a manifest; a later form will have a higher number.
const FORMAT: &str = "kompass-manifest 1";

/// Paths of the files Kompass made, or is going to make, in a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Made(BTreeSet<String>);

impl Made {
    /// The files of `tree` and the two that every folder gets.
    pub(super) fn of(tree: &Tree) -> Result<Self, OutputError> {
        let mut made = Self::ignore_file();
        made.0.insert(MANIFEST.to_owned());
        for (path, _) in tree {
            if !is_plain(path) || !made.0.insert(path.clone()) {
                return Err(OutputError::TreePath { path: path.clone() });
            }
        }
        match made.0.iter().find(|path| made.reaches_into(path)) {
            Some(path) => Err(OutputError::TreePath { path: path.clone() }),
            None => Ok(made),
        }
    }

    /// What there is in a fresh clone: the ignore file alone.
    pub(super) fn ignore_file() -> Self {
        Self(BTreeSet::from([IGNORE.to_owned()]))
    }

    /// Reads a manifest. A manifest that is not exactly as [`Self::manifest`]
    /// writes it is damaged; the error is the number of the first wrong line.
    pub(super) fn parse(manifest: &[u8]) -> Result<Self, usize> {
        let mut lines = manifest.split_inclusive(|byte| *byte == b'\n').map(whole_line);
        if lines.next().flatten() != Some(FORMAT) {
            return Err(1);
        }
        let mut paths = BTreeSet::new();
        for (line, number) in lines.zip(2..) {
            let path = line.filter(|path| is_plain(path)).ok_or(number)?;
            if paths.last().is_some_and(|last: &String| last.as_str() >= path) {
                return Err(number);
            }
            paths.insert(path.to_owned());
        }
        Ok(Self(paths))
    }

    /// The manifest of these files: a format line, then one path a line, sorted.
    pub(super) fn manifest(&self) -> String {
        let mut text = format!("{FORMAT}\n");
        for path in &self.0 {
            text.push_str(path);
            text.push('\n');
        }
        text
    }

    /// Whether the file at `path` is one of these.
    pub(super) fn contains(&self, path: &str) -> bool {
        self.0.contains(path)
    }

    /// Whether one of these files lies below `folder`.
    pub(super) fn reaches_into(&self, folder: &str) -> bool {
        let inside = format!("{folder}/");
        let from = (Bound::Included(inside.as_str()), Bound::Unbounded);
        self.0.range::<str, _>(from).next().is_some_and(|path| path.starts_with(&inside))
    }

    /// Whether a foreign file or folder at `path` and these files exclude each
    /// other: one would lie at the other's place or below it as if in a folder.
    pub(super) fn collides_with(&self, path: &Path) -> bool {
        let Some(path) = key(path) else { return false };
        let mut above = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
        self.contains(&path) || self.reaches_into(&path) || above.any(|folder| self.contains(folder))
    }
}

/// `path` as it would stand in a manifest; `None` when no path there can be it.
pub(super) fn key(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// A line with its line feed, as text without it.
fn whole_line(line: &[u8]) -> Option<&str> {
    str::from_utf8(line).ok()?.strip_suffix('\n')
}

/// Whether `path` leads from a folder to a file in it on every platform: no
/// root, no drive, no `.` or `..`, nothing empty, no control character.
fn is_plain(path: &str) -> bool {
    let is_odd = |character: char| character.is_control() || matches!(character, '\\' | ':');
    let is_normal = |part| matches!(Path::new(part).components().next(), Some(Component::Normal(_)));
    !path.contains(is_odd) && path.split('/').all(is_normal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(paths: &[&str]) -> Made {
        Made(paths.iter().map(|path| (*path).to_owned()).collect())
    }

    #[test]
    fn a_manifest_is_read_as_written_and_not_otherwise() {
        let whole = made(&[".gitignore", "a/å.html", "a/b"]);
        assert_eq!(Made::parse(whole.manifest().as_bytes()), Ok(whole));
        let check = |rest: &str, line| {
            assert_eq!(Made::parse(format!("{FORMAT}\n{rest}").as_bytes()), Err(line), "{rest:?}");
        };
        check("a\n../x\n", 3);
        check("/etc/passwd\n", 2);
        check("a/../../x\n", 2);
        check("a/./x\n", 2);
        check("a//x\n", 2);
        check("a/\n", 2);
        check("\n", 2);
        check("a\r\n", 2);
        check("a\\..\\x\n", 2);
        check("C:x\n", 2);
        check("b\na\n", 3);
        check("a\na\n", 3);
        check("a", 2);
        assert_eq!(Made::parse(b""), Err(1));
        assert_eq!(Made::parse(b"kompass-manifest 2\n"), Err(1));
        assert_eq!(Made::parse(b"kompass-manifest 1\n\xff\n"), Err(2));
    }

    #[test]
    fn foreign_paths_collide_at_below_and_above() {
        let new = made(&["a/b.html", "c", "d-e/f"]);
        let check = |path, expected| assert_eq!(new.collides_with(Path::new(path)), expected, "{path}");
        check("a/b.html", true);
        check("a", true);
        check("c/x/y", true);
        check("a/x", false);
        check("d", false);
        check("c.txt", false);
    }

    #[test]
    fn a_tree_of_impossible_paths_is_refused() {
        let check = |paths: &[&str], expected: &str| {
            let mut tree = Tree::default();
            for path in paths {
                tree.insert((*path).to_owned(), Vec::new()).unwrap();
            }
            match Made::of(&tree) {
                Err(OutputError::TreePath { path }) => assert_eq!(path, expected),
                other => panic!("{other:?}"),
            }
        };
        check(&["../x"], "../x");
        check(&["a\nb"], "a\nb");
        check(&["a", "a/b"], "a");
        check(&[".gitignore"], ".gitignore");
    }
}
