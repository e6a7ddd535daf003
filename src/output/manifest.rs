//! The manifest in an output folder: which of its files Kompass made.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::OutputError;
use crate::replace::{Made, ReplaceError, entries, is_plain};

/// The name of the manifest in the folder.
pub(super) const MANIFEST: &str = ".kompass-manifest";

/// The name of the file that keeps the folder's contents out of a repository.
pub(super) const IGNORE: &str = ".gitignore";

/// What stands in [`IGNORE`].
pub(super) const IGNORE_TEXT: &str = "# Kompass makes this folder anew each time.\n*\n!.gitignore\n";

/// The first line of a manifest; a later form will have a higher number.
const FORMAT: &str = "kompass-manifest 1";

/// The manifest of `made`: a format line, then one path a line, sorted.
pub(super) fn text(made: &Made) -> String {
    let mut text = format!("{FORMAT}\n");
    for path in made.iter() {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// Reads a manifest. A manifest that is not exactly as [`text`] writes it is
/// damaged; the error is the number of the first wrong line.
fn parse(manifest: &[u8]) -> Result<Made, usize> {
    let mut lines = manifest.split_inclusive(|byte| *byte == b'\n').map(whole_line);
    if lines.next().flatten() != Some(FORMAT) {
        return Err(1);
    }
    let mut paths: Vec<&str> = Vec::new();
    for (line, number) in lines.zip(2..) {
        let path = line.filter(|path| is_plain(path)).ok_or(number)?;
        if paths.last().is_some_and(|last| *last >= path) {
            return Err(number);
        }
        paths.push(path);
    }
    // One thing can still be wrong: a path may lie below another path, as if that file
    // were a folder. Which line is to blame is unknown, so the last one is named.
    let count = paths.len();
    Made::of(paths).map_err(|_| count + 1)
}

/// The text of a line that ends in a line feed, without that; `None` for a line
/// that has none or is not UTF-8.
fn whole_line(line: &[u8]) -> Option<&str> {
    str::from_utf8(line).ok()?.strip_suffix('\n')
}

/// What Kompass has made in `folder`. Anything that could not have come about
/// through Kompass alone is refused.
pub(super) fn made(folder: &Path) -> Result<Made, OutputError> {
    let is_folder = match fs::symlink_metadata(folder) {
        Ok(found) => found.is_dir(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Made::default()),
        Err(error) => return Err(ReplaceError::io("look at", folder)(error).into()),
    };
    if !is_folder {
        return Err(OutputError::NotAFolder { target: folder.to_owned() });
    }
    let manifest = folder.join(MANIFEST);
    match fs::symlink_metadata(&manifest) {
        Ok(found) if found.is_file() => read(manifest),
        Ok(_) => Err(OutputError::Manifest { path: manifest, line: 1 }),
        Err(_) => made_without_manifest(folder),
    }
}

fn read(path: PathBuf) -> Result<Made, OutputError> {
    let manifest = fs::read(&path).map_err(ReplaceError::io("read", &path))?;
    parse(&manifest).map_err(|line| OutputError::Manifest { path, line })
}

/// A folder without a manifest is accepted when it is empty or holds only the
/// ignore file, as after a fresh clone of the repository.
fn made_without_manifest(folder: &Path) -> Result<Made, OutputError> {
    for example in entries(folder)? {
        if !is_own_ignore_file(&example) {
            return Err(OutputError::Foreign { target: folder.to_owned(), example });
        }
    }
    Ok(Made::of([IGNORE])?)
}

/// Whether `path` is the ignore file. A checkout may have changed its line
/// ends, and another Kompass may have worded the comment differently.
fn is_own_ignore_file(path: &Path) -> bool {
    let is_file = || fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    let is_ours = |text: String| rules(&text).eq(rules(IGNORE_TEXT));
    path.ends_with(IGNORE) && is_file() && fs::read_to_string(path).is_ok_and(is_ours)
}

fn rules(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_as_written_and_not_otherwise() {
        let whole = || Made::of([".gitignore", "a/å.html", "a/b"]).unwrap();
        assert_eq!(parse(text(&whole()).as_bytes()), Ok(whole()));
        let check = |rest: &str, line| {
            assert_eq!(parse(format!("{FORMAT}\n{rest}").as_bytes()), Err(line), "{rest:?}");
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
        check("a\na/b\n", 3);
        assert_eq!(parse(b""), Err(1));
        assert_eq!(parse(b"kompass-manifest 2\n"), Err(1));
        assert_eq!(parse(b"kompass-manifest 1\n\xff\n"), Err(2));
    }
}
