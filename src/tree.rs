//! The files of the finished site in memory, before they are written or served.

use std::collections::BTreeMap;
use std::collections::btree_map::{Entry, Iter};

/// All files of a site by path: relative, with `/`, never with `.` or `..`.
/// Sorted, so that it is always walked in the same order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree(BTreeMap<String, Vec<u8>>);

/// Two stages made a file of the same path: a fault of Kompass, not of content.
#[derive(Debug, PartialEq, Eq)]
pub struct Occupied(pub String);

impl Tree {
    /// Adds a file.
    ///
    /// # Errors
    /// When the path is taken; the file that was there stays.
    pub fn insert(&mut self, path: String, bytes: Vec<u8>) -> Result<(), Occupied> {
        match self.0.entry(path) {
            Entry::Vacant(free) => {
                free.insert(bytes);
                Ok(())
            }
            Entry::Occupied(taken) => Err(Occupied(taken.key().clone())),
        }
    }

    /// The bytes of the file at `path`.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// Whether there is a file at `path`.
    pub fn contains(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Files by path.
    pub fn iter(&self) -> Iter<'_, String, Vec<u8>> {
        self.0.iter()
    }

    /// The HTML files among them.
    pub fn pages(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.iter()
            .filter(|(path, _)| path.rsplit_once('.').is_some_and(|(_, extension)| extension == "html"))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no file at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The size of all files together, in bytes.
    pub fn bytes(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }
}

impl<'a> IntoIterator for &'a Tree {
    type Item = (&'a String, &'a Vec<u8>);
    type IntoIter = Iter<'a, String, Vec<u8>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
