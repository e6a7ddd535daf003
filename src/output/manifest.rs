//! The manifest in an output folder: which of its files Kompass made.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::OutputError;
use crate::replace::{Made, ReplaceError, entries, is_at_work, is_plain};

/// The name of the manifest in the folder.
pub(super) const MANIFEST: &str = ".kompass-manifest";

/// The name of the file that keeps the folder's contents out of a repository.
pub(super) const IGNORE: &str = ".gitignore";

/// What stands in [`IGNORE`].
pub(super) const IGNORE_TEXT: &str = "# Kompass makes this folder anew each time.\n*\n!.gitignore\n";

/// The first line of a manifest; a later form will have a higher number.
const FORMAT: &str = "kompass-manifest 3";

/// The first line of manifests whose fingerprints were made in another way.
const SECOND: &str = "kompass-manifest 2";

/// The first line of manifests that have only paths.
const FIRST: &str = "kompass-manifest 1";

/// What stands for a fingerprint that is not known.
const UNKNOWN: &str = "----------------";

/// What an output folder holds, as its manifest says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The files that Kompass made.
    pub(super) made: Made,
    /// What their bytes were: fingerprints by path, where they are known.
    prints: BTreeMap<String, String>,
}

/// A manifest of `files` and of itself: a format line, then a line for each with its
/// fingerprint and its path, sorted by path.
pub(super) fn text(files: &[(&str, &[u8])]) -> Vec<u8> {
    let prints: Vec<_> = files
        .par_iter()
        .with_max_len(crate::parallel::BATCH)
        .map(|(path, bytes)| (*path, print(bytes)))
        .collect();
    let prints: BTreeMap<_, _> = prints.into_iter().chain([(MANIFEST, UNKNOWN.to_owned())]).collect();
    lines(prints.iter().map(|(path, print)| (*path, print.as_str())))
}

/// The fingerprint of a file: CRC-32 and length, in hexadecimal digits. It is made of every
/// byte of every site, to notice what somebody has edited, which is no attack: a sum that
/// is hard to counterfeit would take ten times as long.
fn print(bytes: &[u8]) -> String {
    format!("{:08x}{:08x}", libdeflater::crc32(bytes), bytes.len() & 0xffff_ffff)
}

/// A manifest for the time in which some files are `old` and some `new`: of both, without
/// fingerprints.
pub(super) fn meanwhile(old: &Made, new: &Made) -> Vec<u8> {
    let both: BTreeSet<_> = old.iter().chain(new.iter()).collect();
    lines(both.into_iter().map(|path| (path, UNKNOWN)))
}

fn lines<'p>(files: impl Iterator<Item = (&'p str, &'p str)>) -> Vec<u8> {
    let mut text = format!("{FORMAT}\n");
    for (path, print) in files {
        text.extend([print, " ", path, "\n"]);
    }
    text.into_bytes()
}

/// Reads a manifest. A manifest that is not exactly as [`text`] writes it, or did in an
/// earlier form, is damaged; the error is the number of the first wrong line.
fn parse(manifest: &[u8]) -> Result<Manifest, usize> {
    let mut lines = manifest.split_inclusive(|byte| *byte == b'\n').map(whole_line);
    let (has_prints, are_ours) = match lines.next().flatten() {
        Some(FORMAT) => (true, true),
        Some(SECOND) => (true, false),
        Some(FIRST) => (false, false),
        _ => return Err(1),
    };
    let mut paths: Vec<&str> = Vec::new();
    let mut prints = BTreeMap::new();
    for (line, number) in lines.zip(2..) {
        let line = line.ok_or(number)?;
        let (print, path) = if has_prints { line.split_once(' ').ok_or(number)? } else { (UNKNOWN, line) };
        let is_sorted = paths.last().is_none_or(|last| *last < path);
        if !is_print(print) || !is_plain(path) || !is_sorted {
            return Err(number);
        }
        if are_ours && print != UNKNOWN {
            prints.insert(path.to_owned(), print.to_owned());
        }
        paths.push(path);
    }
    // What is made meanwhile can name a folder as a file: of the two one is there.
    Ok(Manifest { made: Made::any(paths.into_iter()), prints })
}

fn is_print(print: &str) -> bool {
    let is_digit = |digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    print == UNKNOWN || (print.len() == UNKNOWN.len() && print.bytes().all(is_digit))
}

/// The text of a line that ends in a line feed, without that; `None` for a line
/// that has none or is not UTF-8.
fn whole_line(line: &[u8]) -> Option<&str> {
    str::from_utf8(line).ok()?.strip_suffix('\n')
}

/// What Kompass has made in `folder`. Anything that could not have come about
/// through Kompass alone is refused.
pub(super) fn read(folder: &Path) -> Result<Manifest, OutputError> {
    let is_folder = match fs::symlink_metadata(folder) {
        Ok(found) => found.is_dir(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Manifest::default()),
        Err(error) => return Err(ReplaceError::io("look at", folder)(error).into()),
    };
    if !is_folder {
        return Err(OutputError::NotAFolder { target: folder.to_owned() });
    }
    let path = folder.join(MANIFEST);
    match fs::symlink_metadata(&path) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Err(OutputError::Manifest { path, line: 1 }),
        Err(error) if error.kind() == ErrorKind::NotFound => return without_manifest(folder),
        Err(error) => return Err(ReplaceError::io("look at", &path)(error).into()),
    }
    let manifest = fs::read(&path).map_err(ReplaceError::io("read", &path))?;
    let mut manifest = parse(&manifest).map_err(|line| OutputError::Manifest { path, line })?;
    if has_foreign_ignore_file(folder) {
        // Somebody has written another one in the place of ours.
        manifest.made = manifest.made.without(IGNORE);
        manifest.prints.remove(IGNORE);
    }
    Ok(manifest)
}

/// A folder without a manifest is accepted when it is empty or holds only the
/// ignore file, as after a fresh clone of the repository. A lock is no content.
fn without_manifest(folder: &Path) -> Result<Manifest, OutputError> {
    let found: Vec<_> = entries(folder)?.into_iter().filter(|path| !is_at_work(path)).collect();
    match found.into_iter().find(|path| !is_own_ignore_file(path)) {
        Some(example) => Err(OutputError::Foreign { target: folder.to_owned(), example }),
        None => Ok(Manifest { made: Made::of([IGNORE])?, prints: BTreeMap::new() }),
    }
}

/// Whether somebody else's ignore file lies in `folder`; that one stays as it is.
pub(super) fn has_foreign_ignore_file(folder: &Path) -> bool {
    let path = folder.join(IGNORE);
    fs::symlink_metadata(&path).is_ok() && !is_own_ignore_file(&path)
}

impl Manifest {
    /// The files in `folder` that are Kompass's by name, but have been changed since it
    /// wrote them. Only those are read that are younger than the manifest, which was
    /// written last.
    pub(super) fn changed(&self, folder: &Path) -> Vec<PathBuf> {
        let written = |path: &Path| fs::symlink_metadata(path).and_then(|found| found.modified()).ok();
        let Some(last) = written(&folder.join(MANIFEST)) else { return Vec::new() };
        let is_changed = |path: &Path, known: &str| {
            let is_younger = written(path).is_some_and(|time| time > last);
            is_younger && fs::read(path).is_ok_and(|bytes| print(&bytes) != known)
        };
        let changed = self.prints.par_iter().filter(|(path, known)| is_changed(&folder.join(path), known));
        changed.map(|(path, _)| PathBuf::from(path)).collect()
    }
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
        let paths = [".gitignore", MANIFEST, "a/å.html", "a/b"];
        let files = [".gitignore", "a/å.html", "a/b"].map(|path| (path, path.as_bytes()));
        let read = parse(&text(&files)).unwrap();
        assert_eq!(read.made, Made::of(paths).unwrap());
        assert_eq!(read.prints.len(), 3);
        let both = parse(&meanwhile(&Made::of(["a", "b"]).unwrap(), &Made::of(["a/b"]).unwrap())).unwrap();
        assert_eq!((both.made.iter().collect::<Vec<_>>(), both.prints.len()), (vec!["a", "a/b", "b"], 0));
        let check = |rest: &str, line| {
            let lines = rest.split_inclusive('\n').flat_map(|line| [UNKNOWN, " ", line]).collect::<String>();
            for manifest in [[FIRST, "\n", rest], [SECOND, "\n", &lines], [FORMAT, "\n", &lines]] {
                assert_eq!(parse(manifest.concat().as_bytes()).unwrap_err(), line, "{manifest:?}");
            }
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
        assert_eq!(parse(b"").unwrap_err(), 1);
        assert_eq!(parse(b"kompass-manifest 4\n").unwrap_err(), 1);
        let second = parse(b"kompass-manifest 2\n0123456789abcdef a\n").unwrap();
        assert_eq!((second.made, second.prints.len()), (Made::of(["a"]).unwrap(), 0));
        assert_eq!(parse(b"kompass-manifest 1\n\xff\n").unwrap_err(), 2);
        assert_eq!(parse(b"kompass-manifest 2\n0123456789abcdeg a\n").unwrap_err(), 2);
        assert_eq!(parse(b"kompass-manifest 2\n0123456789abcde a\n").unwrap_err(), 2);
    }
}
