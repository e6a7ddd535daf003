//! Which files of a folder are Kompass's.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::path::{Component, Path};

use super::error::ReplaceError;

/// Paths of the files that Kompass made, or is going to make, in a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Made(BTreeSet<String>);

impl Made {
    /// The files at `paths`.
    ///
    /// # Errors
    /// When a path is not [plain](is_plain), comes twice, or names a folder that
    /// another one lies in.
    pub fn of<'p>(paths: impl IntoIterator<Item = &'p str>) -> Result<Self, ReplaceError> {
        let mut made = Self::default();
        for path in paths {
            if !is_plain(path) || !made.0.insert(path.to_owned()) {
                return Err(ReplaceError::FilePath { path: path.to_owned() });
            }
        }
        match made.0.iter().find(|path| made.reaches_into(path)) {
            Some(path) => Err(ReplaceError::FilePath { path: path.clone() }),
            None => Ok(made),
        }
    }

    /// Those of `paths` that are [plain](is_plain), whatever the others are.
    pub fn any<'p>(paths: impl Iterator<Item = &'p str>) -> Self {
        Self(paths.filter(|path| is_plain(path)).map(str::to_owned).collect())
    }

    /// The same without the file at `path`.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.0.remove(path);
        self
    }

    /// The paths, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether the file at `path` is one of these.
    pub fn contains(&self, path: &str) -> bool {
        self.0.contains(path)
    }

    /// Whether one of these files lies below `folder`.
    pub(super) fn reaches_into(&self, folder: &str) -> bool {
        let inside = format!("{folder}/");
        let from = (Bound::Included(inside.as_str()), Bound::Unbounded);
        self.0.range::<str, _>(from).next().is_some_and(|path| path.starts_with(&inside))
    }

    /// Whether a file at `path` keeps one of these from being there, though it is none of
    /// them: a folder must go where it is, or a file where its folder is.
    pub(super) fn excludes(&self, path: &str) -> bool {
        let mut above = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
        self.reaches_into(path) || above.any(|folder| self.contains(folder))
    }

    /// Whether a foreign file or folder at `path` and these files exclude each
    /// other: one would lie at the other's place or below it as if in a folder.
    pub(super) fn collides_with(&self, path: &Path) -> bool {
        let Some(path) = key(path) else { return false };
        self.contains(&path) || self.excludes(&path)
    }
}

/// `path` in the form that [`Made`] uses; `None` when it is not UTF-8, as paths
/// made by Kompass always are.
pub(super) fn key(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// Whether `path` leads from a folder to a file in it on every platform: no
/// root, no drive, no `.` or `..`, nothing empty, no control character.
pub fn is_plain(path: &str) -> bool {
    let is_odd = |character: char| character.is_control() || matches!(character, '\\' | ':');
    let is_normal = |part| matches!(Path::new(part).components().next(), Some(Component::Normal(_)));
    !path.contains(is_odd) && path.split('/').all(is_normal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_paths_collide_at_below_and_above() {
        let new = Made::of(["a/b.html", "c", "d-e/f"]).unwrap();
        let check = |path, expected| assert_eq!(new.collides_with(Path::new(path)), expected, "{path}");
        check("a/b.html", true);
        check("a", true);
        check("c/x/y", true);
        check("a/x", false);
        check("d", false);
        check("c.txt", false);
    }

    #[test]
    fn impossible_paths_are_refused() {
        let check = |paths: &[&str], expected: &str| match Made::of(paths.iter().copied()) {
            Err(ReplaceError::FilePath { path }) => assert_eq!(path, expected),
            other => panic!("{other:?}"),
        };
        check(&["../x"], "../x");
        check(&["a\nb"], "a\nb");
        check(&["a", "a/b"], "a");
        check(&["a", "b", "a"], "a");
    }
}
