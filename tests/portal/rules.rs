//! `docs/rules.md` against the code that cites its rules and the tests that
//! prove them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::project::repository;

/// Where comments cite rules.
const FOLDERS: [&str; 4] = ["src", "benches", "tests", "themes"];

/// Folders without a word of ours.
const FOREIGN: [&str; 3] = ["node_modules", "expected", "project"];

/// The rules: sections of the document by their codes.
fn rules() -> BTreeMap<String, String> {
    let text = fs::read_to_string(repository().join("docs/rules.md")).unwrap();
    let mut rules = BTreeMap::new();
    for section in text.split("\n### ").skip(1) {
        let section = section.split("\n## ").next().unwrap();
        let (code, _) = section.split_once(": ").unwrap_or_else(|| panic!("a title without code: {section}"));
        assert!(is_code(code), "{code} is no code");
        let former = rules.insert(code.to_owned(), section.to_owned());
        assert!(former.is_none(), "{code} stands there twice");
    }
    rules
}

/// What the paragraph of a rule that begins with `label` puts in backticks.
fn quoted<'r>(rule: &'r str, label: &str) -> Vec<&'r str> {
    let paragraph = rule.split("\n\n").find_map(|paragraph| paragraph.strip_prefix(label));
    paragraph.into_iter().flat_map(|paragraph| paragraph.split('`').skip(1).step_by(2)).collect()
}

/// A capital letter and one or two digits.
fn is_code(word: &str) -> bool {
    let mut characters = word.chars();
    let has_letter = characters.next().is_some_and(|first| first.is_ascii_uppercase());
    has_letter && (1..=2).contains(&characters.clone().count()) && characters.all(|c| c.is_ascii_digit())
}

/// The codes that comments in `text` cite; words in backticks are examples.
fn cited(text: &str) -> BTreeSet<&str> {
    let comments = text.lines().filter_map(|line| Some(line.split_once("//")?.1));
    let prose = comments.flat_map(|comment| comment.split('`').step_by(2));
    prose
        .flat_map(|prose| prose.split(|c: char| !c.is_alphanumeric() && c != '%'))
        .filter(|word| is_code(word))
        .collect()
}

/// Every file whose comments may cite a rule, by its path in the repository.
fn sources() -> BTreeMap<String, String> {
    let mut sources = BTreeMap::new();
    for folder in FOLDERS {
        let all = WalkDir::new(repository().join(folder)).into_iter();
        for entry in all.filter_entry(|entry| !FOREIGN.iter().any(|name| entry.file_name() == *name)) {
            let path = entry.unwrap().into_path();
            if path.extension().is_some_and(|extension| extension == "rs" || extension == "js") {
                let name = path.strip_prefix(repository()).unwrap().to_str().unwrap().to_owned();
                sources.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    sources
}

/// Whether `text` has a test of this name. A name in JavaScript may go on with
/// that of the site it is tried on.
fn has_test(path: &str, text: &str, name: &str) -> bool {
    if Path::new(path).extension().is_some_and(|it| it == "rs") {
        let (head, function) = ("#[test]\n", format!("fn {name}()"));
        return text.split(head).skip(1).any(|test| test.trim_start().starts_with(&function));
    }
    let starts = ["test", "check"].into_iter().flat_map(|call| ["'", "\"", "`"].map(|it| (call, it)));
    starts.into_iter().any(|(call, quote)| {
        let begun = format!("{call}({quote}{name}");
        text.split(&begun).skip(1).any(|rest| rest.starts_with(quote) || rest.starts_with(", ${site.name}"))
    })
}

#[test]
fn every_rule_that_is_cited_is_written_down() {
    let rules = rules();
    let mut unused: BTreeSet<_> = rules.keys().map(String::as_str).collect();
    let sources = sources();
    for (path, text) in &sources {
        for code in cited(text) {
            assert!(rules.contains_key(code), "{path} cites {code}, which docs/rules.md does not have");
            unused.remove(code);
        }
    }
    assert!(unused.is_empty(), "nobody cites {unused:?}");
}

#[test]
fn rules_say_where_they_are_applied() {
    let rules = rules();
    let mut citing: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let sources = sources();
    for (path, text) in &sources {
        let Some(path) = path.strip_prefix("src/") else { continue };
        let module = path.split(['/', '.']).next().unwrap();
        for code in cited(text) {
            citing.entry(code).or_default().insert(module);
        }
    }
    for (code, rule) in &rules {
        let named: BTreeSet<_> = quoted(rule, "Applied in: ").into_iter().collect();
        let cited_in = citing.remove(code.as_str()).unwrap_or_default();
        assert_eq!(named, cited_in, "modules that docs/rules.md names at {code}, and those that cite it");
    }
}

#[test]
fn proofs_of_rules_exist() {
    for (code, rule) in rules() {
        let mut file: Option<(&str, String)> = None;
        for name in quoted(&rule, "Proof: ") {
            if name.contains('/') {
                let text = fs::read_to_string(repository().join(name));
                file =
                    Some((name, text.unwrap_or_else(|_| panic!("{code} names {name}, which is not there"))));
            } else {
                let (path, text) = file.as_ref().unwrap_or_else(|| panic!("{code}: {name} in which file?"));
                assert!(has_test(path, text, name), "{code}: {path} has no test `{name}`");
            }
        }
    }
}

#[test]
fn codes_are_told_from_other_words() {
    let text = "let a1 = H6; // As P4 says (L3), but %C3 and `A1` are examples, X123 and B are none\n/// W2.";
    assert_eq!(cited(text), ["L3", "P4", "W2"].into());
    let script = "test(`every page is valid, ${site.name}`, …); check('no cookie', …)";
    assert!(has_test("a.js", script, "every page is valid") && has_test("a.js", script, "no cookie"));
    assert!(!has_test("a.js", script, "every page") && !has_test("a.js", script, "no request"));
    assert!(!has_test("a.rs", "#[test]\nfn one() {}\nfn two() {}", "two"));
}
