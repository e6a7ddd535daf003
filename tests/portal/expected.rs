//! Files that a test expects, and everything in which those that it found
//! differ: one failure shows what a change does everywhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// Texts of files by their paths.
pub(crate) type Files = BTreeMap<String, String>;

/// How many lines of a file are shown of what was expected, and as many of what
/// was found.
const MAX_LINES: usize = 4;

/// How many characters of a line are shown, and how many of them stand before
/// the first difference.
const MAX_CHARACTERS: usize = 160;
const BEFORE: usize = 40;

/// In what `found` differs from the files in the folder `root`; nothing when it
/// does not. With `KOMPASS_BLESS=1` in the environment the folder is written
/// anew instead.
pub(crate) fn compare(root: &Path, found: &Files) -> String {
    if is_blessed() {
        write(root, found);
    }
    let differences = differences(&read(root), found);
    if differences.is_empty() {
        return differences;
    }
    let root = root.display();
    format!(
        "{differences}If that is meant, KOMPASS_BLESS=1 writes {root} anew: run the test with it, then read the difference.\n"
    )
}

/// Whether what is expected is to be replaced by what is found.
pub(crate) fn is_blessed() -> bool {
    std::env::var_os("KOMPASS_BLESS").is_some_and(|value| value == "1")
}

/// In what `found` differs from `expected`: every file that is missing, that is
/// too many or that has changed, the last with its first differences.
pub(crate) fn differences(expected: &Files, found: &Files) -> String {
    let mut lines = Vec::new();
    let missing = expected.keys().filter(|path| !found.contains_key(*path));
    lines.extend(missing.map(|path| format!("no longer made: {path}\n")));
    let surplus = found.keys().filter(|path| !expected.contains_key(*path));
    lines.extend(surplus.map(|path| format!("new: {path}\n")));
    for (path, new) in found {
        if let Some(old) = expected.get(path).filter(|old| *old != new) {
            lines.push(format!("changed: {path}\n"));
            lines.push(first_differences(old, new));
        }
    }
    lines.concat()
}

/// Lines of `old` with a minus and lines of `new` with a plus, from the first
/// that differ on.
fn first_differences(old: &str, new: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let before = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[before..], &new[before..]);
    let after = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let (mut old, mut new) = (old[..old.len() - after].to_vec(), new[..new.len() - after].to_vec());
    if old.is_empty() && new.is_empty() {
        return "  only in the ends of its lines\n".to_owned();
    }
    if old.len() == new.len() {
        // Lines were changed, none came or went: those between that are the same
        // are no differences.
        (old, new) = old.into_iter().zip(new).filter(|(old, new)| old != new).unzip();
    }
    let start = old.first().zip(new.first()).map_or(0, |(old, new)| common_characters(old, new));
    let start = start.saturating_sub(BEFORE);
    let marked = |mark: &str, lines: &[&str]| {
        let shown = lines.iter().take(MAX_LINES).map(|line| format!("  {mark} {}\n", excerpt(line, start)));
        let more = lines.len().saturating_sub(MAX_LINES);
        let more = (more > 0).then(|| format!("  {mark} … {more} more lines\n"));
        shown.chain(more).collect::<Vec<_>>().concat()
    };
    format!("  from line {}\n{}{}", before + 1, marked("-", &old), marked("+", &new))
}

fn common_characters(old: &str, new: &str) -> usize {
    old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count()
}

/// The characters of `line` from `start` on, as many as are shown.
fn excerpt(line: &str, start: usize) -> String {
    let before = if start > 0 { "…" } else { "" };
    let after = if line.chars().count() > start + MAX_CHARACTERS { "…" } else { "" };
    let shown: String = line.chars().skip(start).take(MAX_CHARACTERS).collect();
    format!("{before}{shown}{after}")
}

/// All files below `root`.
fn read(root: &Path) -> Files {
    let entries = WalkDir::new(root).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (name(entry.path()), fs::read_to_string(entry.path()).unwrap())).collect()
}

/// Puts `files` in place of everything in the folder `root`.
fn write(root: &Path, files: &Files) {
    if root.exists() {
        fs::remove_dir_all(root).unwrap();
    }
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn files(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn every_file_that_differs_is_shown() {
    let expected =
        files(&[("a", "1\n"), ("b/c", "1\n2\n3\n4\n"), ("d", "1\n2\n"), ("e", "1\n"), ("f", "1\n2\n")]);
    let found =
        files(&[("b/c", "1\nX\n3\nY\n"), ("d", "1\n1½\n2\n"), ("e", "1\n"), ("f", "1\n2"), ("g", "")]);
    let shown = "no longer made: a\nnew: g\n\
        changed: b/c\n  from line 2\n  - 2\n  - 4\n  + X\n  + Y\n\
        changed: d\n  from line 2\n  + 1½\n\
        changed: f\n  only in the ends of its lines\n";
    assert_eq!(differences(&expected, &found), shown);
    assert_eq!(differences(&expected, &expected), "");
}

#[test]
fn long_differences_are_cut() {
    let lines = |end: &str| (0..9).map(|line| format!("{line}{end}\n")).collect::<Vec<_>>().concat();
    let shown = differences(&files(&[("a", &lines("-"))]), &files(&[("a", &lines("+"))]));
    assert_eq!(
        shown,
        "changed: a\n  from line 1\n  - 0-\n  - 1-\n  - 2-\n  - 3-\n  - … 5 more lines\n  \
         + 0+\n  + 1+\n  + 2+\n  + 3+\n  + … 5 more lines\n"
    );
    let line = |middle: &str| "å".repeat(1_000) + middle + &"ö".repeat(1_000);
    let shown = differences(&files(&[("a", &line("x"))]), &files(&[("a", &line("y"))]));
    let line = |middle: &str| format!("…{}{middle}{}…", "å".repeat(40), "ö".repeat(119));
    assert_eq!(shown, format!("changed: a\n  from line 1\n  - {}\n  + {}\n", line("x"), line("y")));
}

#[test]
fn files_are_found_below_the_folder() {
    let folder = crate::scratch::Folder::new();
    let expected = files(&[("a", "1\n"), ("b/c", "2\n")]);
    write(&folder.join("d"), &files(&[("gone", "")]));
    write(&folder.join("d"), &expected);
    assert_eq!(read(&folder.join("d")), expected);
}
