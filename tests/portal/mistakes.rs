//! Mistakes of editors, and what Kompass says of them, word for word.
//!
//! People who had not seen the program thought them up: what somebody does who knows
//! neither TOML nor English. Each is made in the repository's own portal. A file
//! `tests/mistakes/<number>.toml` says what was wanted, what went wrong and what would
//! mend it, so that whoever reads the report can judge it. `KOMPASS_BLESS=1` writes the
//! reports anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use encoding_rs::WINDOWS_1252;
use rayon::prelude::*;
use serde::Deserialize;

use crate::broken::{Edit, Remove, Write, difference};
use crate::expected;
use crate::project::{TODAY, compile, copy, real, repository};
use crate::scratch::Folder;

/// A mistake, and the report that must come of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    /// What the editor wanted to do.
    wanted: String,
    /// What went wrong, or that nothing did.
    problem: String,
    /// What would put it right.
    cure: String,
    #[serde(default, rename = "move")]
    moves: Vec<Move>,
    #[serde(default)]
    remove: Vec<Remove>,
    #[serde(default)]
    write: Vec<Write>,
    #[serde(default)]
    edit: Vec<Edit>,
    #[serde(default)]
    save: Vec<Save>,
    report: Said,
}

/// Gives a file or folder another name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    file: String,
    to: String,
}

/// Saves a file as another program would.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Save {
    file: String,
    #[serde(rename = "as")]
    form: Form,
}

/// How text is saved.
#[derive(Deserialize)]
enum Form {
    #[serde(rename = "crlf")]
    LineEnds,
    #[serde(rename = "utf-8 bom")]
    Utf8Mark,
    #[serde(rename = "utf-16le")]
    Utf16,
    #[serde(rename = "windows-1252")]
    Windows1252,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    swedish: String,
}

impl Mistake {
    /// What is said of the portal with this mistake, and not without it.
    fn report(&self) -> Result<String, String> {
        let portal = Folder::new();
        fs::copy(repository().join("site.toml"), portal.join("site.toml")).unwrap();
        for part in ["content", "themes"] {
            copy(&repository().join(part), &portal.join(part));
        }
        for it in &self.moves {
            let target = portal.join(&it.to);
            fs::rename(portal.join(&it.file), target).map_err(|error| format!("{}: {error}", it.file))?;
        }
        self.remove.iter().for_each(|it| it.apply(portal.path()));
        self.write.iter().for_each(|it| it.apply(portal.path()));
        self.edit.iter().try_for_each(|it| it.apply(portal.path()))?;
        self.save.iter().for_each(|it| it.apply(portal.path()));
        let report = compile(portal.path(), TODAY).swedish;
        let new = paragraphs(&report).filter(|it| !ALWAYS.contains(it.trim()));
        Ok(new.collect::<Vec<_>>().join("\n\n"))
    }
}

impl Save {
    fn apply(&self, root: &Path) {
        let path = root.join(&self.file);
        let text = fs::read_to_string(&path).unwrap();
        let bytes = match self.form {
            Form::LineEnds => text.replace('\n', "\r\n").into_bytes(),
            Form::Utf8Mark => format!("\u{feff}{text}").into_bytes(),
            Form::Utf16 => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Form::Windows1252 => WINDOWS_1252.encode(&text).0.into_owned(),
        };
        fs::write(path, bytes).unwrap();
    }
}

/// What is said of the portal without any mistake: values that are printed differently.
static ALWAYS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| paragraphs(&real().swedish).map(str::trim).collect());

/// A fault each.
fn paragraphs(report: &str) -> impl Iterator<Item = &str> {
    report.split("\n\n").filter(|it| !it.trim().is_empty())
}

#[test]
fn editors_are_told_what_is_wrong_and_what_to_do() {
    let folder = fs::read_dir(repository().join("tests/mistakes")).unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert_eq!(paths.len(), 174);
    let bless = expected::is_blessed();
    let failures: Vec<_> = paths.par_iter().filter_map(|path| failure(path, bless)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What is wrong with a mistake's report; its file is mended instead when `bless`ed.
fn failure(path: &PathBuf, bless: bool) -> Option<String> {
    let text = fs::read_to_string(path).unwrap();
    let mistake: Mistake =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!([&mistake.wanted, &mistake.problem, &mistake.cure].into_iter().all(|it| !it.is_empty()));
    let found = match mistake.report() {
        Ok(report) => report,
        Err(problem) => return Some(format!("{}\n{problem}", path.display())),
    };
    let (expected, found) = (mistake.report.swedish.trim_end(), found.trim_end());
    if expected == found {
        return None;
    }
    if bless {
        let (told, _) = text.split_once("[report]\n").unwrap();
        assert!(!found.contains("'''"), "{}: cannot be quoted", path.display());
        fs::write(path, format!("{told}[report]\nswedish = '''\n{found}\n'''\n")).unwrap();
        return None;
    }
    Some(format!("{}\n{}", path.display(), difference(expected, found)))
}
