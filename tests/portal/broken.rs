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
use kompass::import::file;
use kompass::message::{self, Language, Messages};
use kompass::model::EditionId;
use kompass::report::{Report, Style};
use kompass::source::Sources;
use rayon::prelude::*;
use serde::Deserialize;
use walkdir::WalkDir;

use crate::expected;
use crate::project::{GOLDEN_DAY, compile, golden_project, repository};

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
    /// What is said of the report in each language, unless an edit does not fit it.
    fn report(&self) -> Result<Expected, String> {
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
            digest: None,
        };
        let (faults, sources) = match file::parse(&bytes) {
            Ok(document) => {
                let (outcome, sources) = crate::import::imported(document, &request);
                (outcome.faults, sources)
            }
            Err(message) => {
                let error = file::unreadable(message);
                (vec![error.diagnostic(Path::new("report.docx")).unwrap()], Sources::default())
            }
        };
        let said = |language| Report::new(&sources, Style::Plain, language).text(&faults);
        Ok(Expected { swedish: said(Language::Swedish), english: said(Language::English) })
    }
}

/// Replaces `find`, which stands once in `file`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edit {
    file: String,
    find: String,
    replace: String,
}

/// Writes `file` as text, as bytes, or as so many bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Write {
    file: String,
    text: Option<String>,
    bytes: Option<Vec<u8>>,
    size: Option<usize>,
}

/// Removes a file or folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Remove {
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
    swedish: String,
    english: String,
}

impl Expected {
    fn get(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.swedish,
            Language::English => &self.english,
        }
    }
}

impl Case {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// What is said of the broken project in each language, unless an edit does not fit it.
    fn report(&self) -> Result<Expected, String> {
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
        let compiled = compile(project.path(), today);
        Ok(Expected { swedish: compiled.swedish, english: compiled.report })
    }
}

impl Edit {
    pub(crate) fn apply(&self, root: &Path) -> Result<(), String> {
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
    pub(crate) fn apply(&self, root: &Path) {
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
    pub(crate) fn apply(&self, root: &Path) {
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
    let is_said = |language| case.report.get(language).trim_end() == report.get(language).trim_end();
    let wrong = Language::ALL.into_iter().find(|language| !is_said(*language))?;
    if bless {
        rewrite(path, &report);
        return None;
    }
    let (expected, found) = (case.report.get(wrong).trim_end(), report.get(wrong).trim_end());
    Some(format!("{}\n{}", path.display(), difference(expected, found)))
}

fn rewrite(path: &Path, report: &Expected) {
    let text = fs::read_to_string(path).unwrap();
    let (edits, _) = text.split_once("[report]\n").unwrap();
    let quoted = |language| {
        let report = report.get(language).trim_end();
        assert!(!report.contains("'''"), "{}: cannot be quoted", path.display());
        format!("'''\n{report}\n'''\n")
    };
    let (swedish, english) = (quoted(Language::Swedish), quoted(Language::English));
    fs::write(path, format!("{edits}[report]\nswedish = {swedish}english = {english}")).unwrap();
}

/// What both begin and end with, once, and in between the lines of `expected`
/// with a minus and those of `found` with a plus.
pub(crate) fn difference(expected: &str, found: &str) -> String {
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
        let report = Case::read(&path).report.english;
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
        let report = Case::read(&path).report;
        let faults = heads(&report.english).count();
        for (text, hint) in [(&report.english, "= hint: "), (&report.swedish, "= gör så här: ")] {
            let hints = text.lines().filter(|line| line.trim_start().starts_with(hint)).count();
            assert_eq!(faults, hints, "{}", path.display());
            let codes = codes(&report.english);
            let wordless = codes.into_iter().find(|code| text.contains(&format!("[{code}]: {code}\n")));
            assert_eq!(wordless, None, "{}", path.display());
        }
    }
}

/// The messages of a language, each with its attributes and the arguments that are named.
fn words(language: &str) -> Vec<(String, BTreeSet<String>, BTreeSet<String>)> {
    let path = repository().join(format!("src/report/{language}.ftl"));
    let text = fs::read_to_string(path).unwrap();
    Messages::read(language, &text).unwrap();
    let starts: Vec<_> = message::names(&text).map(|(name, range)| (name.to_owned(), range.start)).collect();
    let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([text.len()]);
    let parts = starts.iter().zip(ends).map(|((name, start), end)| (name.clone(), &text[*start..end]));
    let attribute = |line: &str| Some(line.strip_prefix("    .")?.split_once(" =")?.0.to_owned());
    let argument = |it: &str| it.split([' ', '}']).next().unwrap_or_default().to_owned();
    parts
        .map(|(name, text)| {
            let attributes = text.lines().filter_map(attribute).collect();
            (name, attributes, text.split('$').skip(1).map(argument).collect())
        })
        .collect()
}

#[test]
fn every_code_has_words_in_both_languages_and_no_other_has() {
    let levels = ["error", "warning", "hint", "note", "more"].map(str::to_owned);
    let expected: Vec<_> = levels.into_iter().chain(Fault::CODES.iter().map(|code| dashed(code))).collect();
    let (swedish, english) = (words("sv"), words("en"));
    for words in [&swedish, &english] {
        assert_eq!(words.iter().map(|(name, ..)| name.clone()).collect::<Vec<_>>(), expected);
        let known = BTreeSet::from([
            "hint",
            "hint-above",
            "hint-column",
            "hint-first",
            "hint-fix",
            "hint-nearest",
            "label",
            "label-first",
        ]);
        for (name, attributes, _) in words.iter().skip(5) {
            assert!(attributes.contains("hint"), "{name} has no hint");
            assert!(attributes.iter().all(|it| known.contains(it.as_str())), "{name}");
        }
    }
    for (swedish, english) in swedish.iter().zip(&english) {
        assert_eq!(swedish.1, english.1, "{}: the same attributes", swedish.0);
    }
}

#[test]
fn every_code_is_documented_with_its_severity() {
    let text = fs::read_to_string(repository().join("docs/faults.md")).unwrap();
    let heading = |line: &str| Some(line.strip_prefix("### `")?.strip_suffix(')')?.replace("` (", " "));
    let documented: Vec<_> = text.lines().filter_map(heading).collect();
    let named: Vec<_> = documented.iter().filter_map(|it| it.split(' ').next()).collect();
    assert_eq!(named, Fault::CODES, "the same codes in the same order");
    for path in cases() {
        for head in heads(&Case::read(&path).report.english) {
            let (severity, code) = head.split_once('[').unwrap();
            assert!(documented.contains(&format!("{code} {severity}")), "{code} is of severity {severity}");
        }
    }
}

/// What Kompass says of `code` in Swedish: the first such fault of its first case.
fn example(code: &str) -> String {
    let paths = cases();
    let is_case = |path: &&PathBuf| name(path).split("--").next() == Some(&dashed(code));
    // `code.toml` sorts behind `code--variant.toml`.
    let path = paths.iter().filter(is_case).min_by_key(|path| name(path).len()).unwrap();
    let report = Case::read(path).report.swedish;
    let head = format!("[{code}]: ");
    let block = report.split("\n\n").find(|block| block.contains(&head)).unwrap_or_default();
    block.trim_matches('\n').lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// `page` with the example of every code behind what is written of it.
fn with_examples(page: &str) -> String {
    let mut found = String::new();
    for (index, section) in page.split("### `").enumerate() {
        if index == 0 {
            found += section;
            continue;
        }
        let code = section.split('`').next().unwrap();
        // What follows the example is the heading of the next part.
        let (words, rest) = section.split_once("\n```text\n").map_or_else(
            || section.split_once("\n## ").map_or((section, ""), |(words, rest)| (words, rest)),
            |(words, rest)| (words, rest.split_once("\n## ").map_or("", |(_, rest)| rest)),
        );
        let example = example(code);
        found.extend(["### `", words.trim_end(), "\n\n```text\n", &example, "\n```\n\n"]);
        if !rest.is_empty() {
            found.extend(["## ", rest.trim_end(), "\n\n"]);
        }
    }
    found.trim_end().to_owned() + "\n"
}

#[test]
fn every_code_is_explained_in_swedish_with_its_example() {
    let path = repository().join("docs/fel.md");
    let page = fs::read_to_string(&path).unwrap();
    let severity = |it: &str| if it == "fel" { "error" } else { "warning" };
    let heading = |line: &str| {
        let (code, kind) = line.strip_prefix("### `")?.strip_suffix(')')?.split_once("` (")?;
        Some(format!("### `{code}` ({})", severity(kind)))
    };
    let english = fs::read_to_string(repository().join("docs/faults.md")).unwrap();
    let expected: Vec<_> = english.lines().filter(|line| line.starts_with("### ")).collect();
    assert_eq!(page.lines().filter_map(heading).collect::<Vec<_>>(), expected, "the codes of faults.md");
    let right = with_examples(&page);
    if expected::is_blessed() {
        fs::write(path, right).unwrap();
    } else {
        assert!(page == right, "an example in docs/fel.md is no longer what Kompass says: bless it");
    }
}

/// A file of nothing but one mistake would be put into words for minutes, line by line.
#[test]
fn of_very_many_faults_alike_the_first_and_the_lines_of_the_others_are_told() {
    let project = golden_project();
    let page = project.join("content/pages/om.md");
    let lines = "##a\n\n".repeat(101);
    fs::write(&page, format!("# Om\n\n{lines}")).unwrap();
    let report = compile(project.path(), GOLDEN_DAY).report;
    let of_kind = heads(&report).filter(|it| *it == "error[markdown/heading-space").count();
    assert_eq!(of_kind, 3, "{report}");
    assert!(report.contains("… and 98 more of this kind (markdown/heading-space) in content/pages/om.md"));
}
