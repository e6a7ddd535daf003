//! A folder is made, or an empty one filled.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::ReplaceError;
use super::made::is_plain;
use crate::tree::Tree;

/// Writes the files of `tree` into `folder`, which does not exist or has nothing in it but names that
/// begin with a dot, such as `.git`. What is there stays: the folder is not exchanged, so that
/// whoever stands in it still does.
///
/// # Errors
/// When the folder has something in it, or when the file system refuses; what was written is then
/// taken away again.
pub fn fill(folder: &Path, tree: &Tree) -> Result<(), ReplaceError> {
    if let Some(first) = first(folder).map_err(ReplaceError::io("list", folder))? {
        return Err(ReplaceError::Collision { path: folder.join(first) });
    }
    let mut made = Vec::new();
    for (name, bytes) in tree {
        let path = folder.join(name);
        if !is_plain(name) {
            return Err(ReplaceError::FilePath { path: name.clone() });
        }
        if let Err(error) = write(&path, bytes, &mut made) {
            // In the order in which they were made a folder is never empty.
            for path in made.iter().rev() {
                let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
            }
            return Err(ReplaceError::Io { action: "write", path, error });
        }
    }
    Ok(())
}

/// The first name in `folder` that does not begin with a dot.
fn first(folder: &Path) -> io::Result<Option<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        entries => entries?,
    };
    let names: io::Result<Vec<_>> = entries.map(|entry| Ok(PathBuf::from(entry?.file_name()))).collect();
    Ok(names?.into_iter().filter(|name| !name.to_string_lossy().starts_with('.')).min())
}

fn write(path: &Path, bytes: &[u8], made: &mut Vec<PathBuf>) -> io::Result<()> {
    let folders: Vec<_> = path.ancestors().skip(1).take_while(|it| !it.is_dir()).collect();
    for folder in folders.into_iter().rev().filter(|it| !it.as_os_str().is_empty()) {
        fs::create_dir(folder)?;
        made.push(folder.to_owned());
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    made.push(path.to_owned());
    file.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(names: &[&str]) -> Tree {
        let mut tree = Tree::default();
        for name in names {
            tree.insert((*name).to_owned(), name.as_bytes().to_vec()).unwrap();
        }
        tree
    }

    #[test]
    fn an_empty_folder_is_filled_and_no_other() {
        let folder = std::env::temp_dir().join(format!("kompass-fill-{}", std::process::id()));
        let tree = tree(&["a", "b/c/d"]);
        fill(&folder, &tree).unwrap();
        assert_eq!(fs::read_to_string(folder.join("b/c/d")).unwrap(), "b/c/d");
        fs::write(folder.join("a"), "theirs").unwrap();
        let error = fill(&folder, &tree).unwrap_err();
        assert!(matches!(error, ReplaceError::Collision { path } if path == folder.join("a")));
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "theirs");
        fs::remove_dir_all(&folder).unwrap();
        // A hidden file is in nobody's way, unless it lies where one of these must go.
        fs::create_dir_all(folder.join(".git")).unwrap();
        let with_hidden = self::tree(&["a", "b/c", ".git"]);
        assert!(fill(&folder, &with_hidden).is_err());
        assert_eq!(first(&folder).unwrap(), None, "what was written is taken away again");
        fill(&folder, &tree).unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }
}
