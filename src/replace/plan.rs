//! What a folder is to be replaced by.

use super::made::Made;

/// A folder as it is to be.
pub struct Plan<'a> {
    /// Paths of the files below the folder, with their bytes. The last one is written
    /// last.
    pub files: &'a [(&'a str, &'a [u8])],
    /// Files that name others: where files are replaced one by one, these come last.
    pub names_others: fn(&str) -> bool,
    /// A file that holds while files are replaced one by one, of what was there and
    /// what is to be.
    pub meanwhile: &'a dyn Fn(&Made, &Made) -> Meanwhile,
}

/// A file that holds for a while: its path and its bytes.
pub type Meanwhile = Option<(&'static str, Vec<u8>)>;
