//! Broken portals: every kind of fault, made in the golden project, and what
//! Kompass says of it, word for word (W1).
//!
//! A case is a file `tests/broken/<code>[--<variant>].toml`, `/` in the code
//! written `-`. With `KOMPASS_BLESS=1` in the environment the reports in the
//! files are replaced by the present ones; read them before you commit.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use encoding_rs::WINDOWS_1252;
use jiff::civil::Date;
use kompass::diagnostic::Fault;
use kompass::import::Request;
use kompass::import::file::{self, FileError};
use kompass::message::Messages;
use kompass::model::EditionId;
use kompass::report::{Report, Style};
use kompass::source::Sources;
use rayon::prelude::*;
use serde::Deserialize;
use walkdir::WalkDir;

use crate::expected;
use crate::project::{GOLDEN_DAY, check_project, golden_project, repository};

/// How to break the golden project, and the report that must come of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The day of the check.
    date: Option<String>,
    #[serde(default)]
    edit: Vec<Edit>,
    #[serde(default)]
    write: Vec<Write>,
    #[serde(default)]
    remove: Vec<Remove>,
    #[serde(default)]
    link: Vec<Link>,
    #[serde(default)]
    socket: Vec<Socket>,
    /// A report to import instead of a project to check.
    import: Option<Import>,
    report: Expected,
}

/// Imports an invented report, edited, or any text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Import {
    /// A folder of `tests/import`.
    base: Option<String>,
    text: Option<String>,
    municipality: Option<String>,
    year: Option<u16>,
    edition: Option<String>,
    /// Whether its letters are those of an old Windows program.
    #[serde(default)]
    is_windows_1252: bool,
    #[serde(default)]
    edit: Vec<Replace>,
}

/// Replaces every `find`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replace {
    find: String,
    replace: String,
}

impl Import {
    /// What is said of the report, unless an edit does not fit it.
    fn report(&self) -> Result<String, String> {
        let base = self.base.as_ref().map(|base| crate::import::report(base));
        let mut text = base.or_else(|| self.text.clone()).unwrap();
        for edit in &self.edit {
            if !text.contains(&edit.find) {
                return Err(format!("`{}` is not in the report", edit.find));
            }
            text = text.replace(&edit.find, &edit.replace);
        }
        let bytes = if self.is_windows_1252 { WINDOWS_1252.encode(&text).0 } else { text.as_bytes().into() };
        let request = Request {
            file: "report.txt".to_owned(),
            municipality: self.municipality.clone(),
            year: self.year,
            edition: self.edition.clone().map(EditionId),
            day: None,
        };
        let (faults, sources) = match file::parse(&bytes) {
            Ok(document) => {
                let (outcome, sources) = crate::import::imported(document, &request);
                (outcome.faults, sources)
            }
            Err(message) => {
                let error = FileError::Fault(Fault::ReportUnreadable { message });
                (vec![error.diagnostic(Path::new("report.docx")).unwrap()], Sources::default())
            }
        };
        Ok(Report::new(&sources, Style::Plain).text(&faults))
    }
}

/// Replaces `find`, which stands once in `file`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    find: String,
    replace: String,
}

/// Writes `file` as text, as bytes, or as so many bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Write {
    file: String,
    text: Option<String>,
    bytes: Option<Vec<u8>>,
    size: Option<usize>,
}

/// Removes a file or folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Remove {
    file: String,
}

/// Makes `file` a link that leads `to` somewhere.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    file: String,
    to: String,
}

/// Makes `file` a socket: what is neither file nor folder, and needs no other program.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Socket {
    file: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    text: String,
}

impl Case {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// What is said of the broken project, unless an edit does not fit it.
    fn report(&self) -> Result<String, String> {
        if let Some(import) = &self.import {
            return import.report();
        }
        let project = golden_project();
        self.remove.iter().for_each(|it| it.apply(project.path()));
        self.write.iter().for_each(|it| it.apply(project.path()));
        for it in &self.link {
            std::os::unix::fs::symlink(&it.to, project.join(&it.file)).unwrap();
        }
        for it in &self.socket {
            std::os::unix::net::UnixListener::bind(project.join(&it.file)).unwrap();
        }
        self.edit.iter().try_for_each(|it| it.apply(project.path()))?;
        let today: Date = self.date.as_ref().map_or(GOLDEN_DAY, |date| date.parse().unwrap());
        Ok(check_project(project.path(), today))
    }
}

impl Edit {
    fn apply(&self, root: &Path) -> Result<(), String> {
        let path = root.join(&self.file);
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", self.file))?;
        match text.matches(&self.find).count() {
            1 => fs::write(path, text.replace(&self.find, &self.replace)).unwrap(),
            count => return Err(format!("`{}` stands {count} times in {}", self.find, self.file)),
        }
        Ok(())
    }
}

impl Write {
    fn apply(&self, root: &Path) {
        let path = root.join(&self.file);
        let bytes = match (&self.text, &self.bytes, self.size) {
            (Some(text), None, None) => text.clone().into_bytes(),
            (None, Some(bytes), None) => bytes.clone(),
            (None, None, Some(size)) => vec![b'#'; size],
            _ => panic!("{}: one of text, bytes and size", self.file),
        };
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

impl Remove {
    fn apply(&self, root: &Path) {
        let path = root.join(&self.file);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
    }
}

/// All case files, in order.
fn cases() -> Vec<PathBuf> {
    let entries = WalkDir::new(repository().join("tests/broken")).min_depth(1).sort_by_file_name();
    entries.into_iter().map(|entry| entry.unwrap().into_path()).collect()
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The name of a code in file names and message ids.
fn dashed(code: &str) -> String {
    code.replace('/', "-")
}

/// `error[a/b]` or `warning[a/b]` of every fault in a report.
fn heads(report: &str) -> impl Iterator<Item = &str> {
    let head = |line| str::split_once(line, "]: ").map(|(head, _)| head);
    let is_head = |head: &&str| head.starts_with("error[") || head.starts_with("warning[");
    report.lines().filter_map(head).filter(is_head)
}

fn codes(report: &str) -> BTreeSet<&str> {
    heads(report).filter_map(|head| head.split_once('[')).map(|(_, code)| code).collect()
}

#[test]
fn every_broken_portal_is_reported_word_for_word() {
    let bless = expected::is_blessed();
    let failures: Vec<_> = cases().par_iter().filter_map(|path| failure(path, bless)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What is wrong with a case; its file is mended instead when `bless`ed.
fn failure(path: &Path, bless: bool) -> Option<String> {
    let case = Case::read(path);
    let report = match case.report() {
        Ok(report) => report,
        Err(problem) => return Some(format!("{}\n{problem}", path.display())),
    };
    if case.report.text.trim_end() == report.trim_end() {
        return None;
    }
    if bless {
        rewrite(path, report.trim_end());
        return None;
    }
    Some(format!("{}\n{}", path.display(), difference(case.report.text.trim_end(), report.trim_end())))
}

fn rewrite(path: &Path, report: &str) {
    assert!(!report.contains("'''"), "{}: cannot be quoted", path.display());
    let text = fs::read_to_string(path).unwrap();
    let (edits, _) = text.split_once("[report]\n").unwrap();
    fs::write(path, format!("{edits}[report]\ntext = '''\n{report}\n'''\n")).unwrap();
}

/// What both begin and end with, once, and in between the lines of `expected`
/// with a minus and those of `found` with a plus.
fn difference(expected: &str, found: &str) -> String {
    let (mut old, mut new): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let after = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = old.split_off(old.len() - after);
    new.truncate(new.len() - after);
    let before = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let marked = |mark: &str, lines: &[&str]| {
        lines.iter().flat_map(|line| [mark, " ", line, "\n"]).collect::<String>()
    };
    let head = marked(" ", &old[..before]);
    head + &marked("-", &old[before..]) + &marked("+", &new[before..]) + &marked(" ", &tail)
}

#[test]
fn every_code_has_a_case_and_every_case_its_code() {
    let mut shown = BTreeSet::new();
    let mut elsewhere = Vec::new();
    for path in cases() {
        let report = Case::read(&path).report.text;
        let name = name(&path);
        let named = name.split("--").next().unwrap_or_default();
        let found = codes(&report);
        if !found.iter().any(|code| dashed(code) == named) {
            elsewhere.push(name.clone());
        }
        shown.extend(found.into_iter().map(str::to_owned));
    }
    assert!(elsewhere.is_empty(), "these do not report their code: {elsewhere:?}");
    let expected: BTreeSet<_> = Fault::CODES.iter().map(|it| (*it).to_owned()).collect();
    assert_eq!(shown, expected);
}

/// A message or hint that lacks an argument would silently be left out.
#[test]
fn every_fault_is_put_into_words_with_a_hint() {
    for path in cases() {
        let report = Case::read(&path).report.text;
        let faults = heads(&report).count();
        let hints = report.lines().filter(|line| line.trim_start().starts_with("= hint: ")).count();
        assert_eq!(faults, hints, "{}", path.display());
        let wordless =
            codes(&report).into_iter().find(|code| report.contains(&format!("[{code}]: {code}\n")));
        assert_eq!(wordless, None, "{}", path.display());
    }
}

#[test]
fn every_code_has_words_and_no_other_has() {
    let text = fs::read_to_string(repository().join("src/report/en.ftl")).unwrap();
    let messages = Messages::read("en", &text).unwrap();
    for code in Fault::CODES {
        assert!(messages.contains(&dashed(code)), "no message for {code}");
        assert!(messages.contains(&format!("{}.hint", dashed(code))), "no hint for {code}");
    }
    let is_id = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
    let ids: Vec<_> = text
        .lines()
        .filter(is_id)
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id.to_owned())
        .collect();
    assert_eq!(ids, Fault::CODES.iter().map(|code| dashed(code)).collect::<Vec<_>>());
    let attributes =
        text.lines().filter_map(|line| line.strip_prefix("    .")?.split_once(" =")).map(|(name, _)| name);
    assert_eq!(
        attributes.collect::<BTreeSet<_>>(),
        BTreeSet::from(["hint", "hint-nearest", "label", "label-first"])
    );
}

#[test]
fn every_code_is_documented_with_its_severity() {
    let text = fs::read_to_string(repository().join("docs/faults.md")).unwrap();
    let heading = |line: &str| Some(line.strip_prefix("### `")?.strip_suffix(')')?.replace("` (", " "));
    let documented: Vec<_> = text.lines().filter_map(heading).collect();
    let named: Vec<_> = documented.iter().filter_map(|it| it.split(' ').next()).collect();
    assert_eq!(named, Fault::CODES, "the same codes in the same order");
    for path in cases() {
        for head in heads(&Case::read(&path).report.text) {
            let (severity, code) = head.split_once('[').unwrap();
            assert!(documented.contains(&format!("{code} {severity}")), "{code} is of severity {severity}");
        }
    }
}
