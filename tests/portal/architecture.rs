//! Who may import whom. CONTRIBUTING.md explains the table.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::project::repository;

/// A module and the modules it may import. Everybody may import `source`,
/// `diagnostic`, `tree`, `parallel` and `scheme`.
const TABLE: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("diagnostic", &[]),
    ("tree", &[]),
    ("message", &[]),
    ("parallel", &[]),
    ("scheme", &[]),
    ("language", &[]),
    ("markdown", &["language"]),
    ("format", &["model"]),
    ("model", &["markdown"]),
    ("route", &["model"]),
    ("load", &["format", "language"]),
    ("validate", &["load", "format", "model", "route", "language", "markdown"]),
    ("derive", &["model", "language"]),
    ("assets", &["load"]),
    ("render", &["load", "model", "derive", "route", "assets", "language", "markdown", "message"]),
    ("export", &["format", "markdown", "model", "derive", "route", "language"]),
    ("search", &["model", "derive", "route", "language", "markdown"]),
    ("check", &[]),
    ("replace", &[]),
    ("output", &["replace"]),
    ("import", &["format", "model", "language", "message", "replace"]),
    ("report", &["message"]),
    ("serve", &["check"]),
];

/// Modules that see everything: the line of stages and the command line.
const TOP: [&str; 3] = ["lib", "cli", "main"];

/// Crates that only one file names.
const NAMED_ONCE: [(&str, &str); 8] = [
    ("tera", "render/template.rs"),
    ("pulldown_cmark", "markdown/pulldown.rs"),
    ("syntect", "render/highlight.rs"),
    ("lightningcss", "assets/css.rs"),
    ("fluent_bundle", "message.rs"),
    ("walkdir", "load/walk.rs"),
    ("pagefind", "search/engine.rs"),
    ("pdf_extract", "import/file/pdf/mod.rs"),
];

/// Modules that may touch the file system.
const FILES: [&str; 4] = ["load", "replace", "output", "import"];

/// Every source file by its path below `src`, with its code: comments and
/// unit tests are left out.
fn sources() -> BTreeMap<String, String> {
    let folder = repository().join("src");
    let mut sources = BTreeMap::new();
    for entry in walkdir::WalkDir::new(&folder) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            let code: Vec<_> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            sources.insert(name, code.join("\n"));
        }
    }
    sources
}

/// The module a file belongs to.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The names that follow `path` in `code`, braces taken apart.
fn names_after(code: &str, path: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(path) {
        let rest = &code[at + path.len()..];
        let group = rest.strip_prefix('{').and_then(|inner| inner.split('}').next());
        let parts: Vec<_> = group.map_or_else(|| vec![rest], |inner| inner.split(',').collect());
        let name = |part: &str| {
            part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
        };
        names.extend(parts.into_iter().map(name).filter(|name| !name.is_empty()));
    }
    names
}

#[test]
fn modules_import_what_the_table_allows() {
    let table: BTreeMap<_, _> = TABLE.iter().copied().collect();
    let mut used = BTreeSet::new();
    for (path, code) in sources() {
        let from = module(&path);
        if TOP.contains(&from) {
            continue;
        }
        let allowed =
            table.get(from).unwrap_or_else(|| panic!("{path}: module `{from}` is not in the table"));
        for to in names_after(&code, "crate::") {
            let common = ["source", "diagnostic", "tree", "parallel", "scheme"].contains(&to.as_str());
            let fine = to == from || common || allowed.contains(&to.as_str());
            assert!(fine, "src/{path} imports `{to}`, which `{from}` may not");
            used.insert((from.to_owned(), to));
        }
    }
    for (from, targets) in TABLE {
        for to in *targets {
            assert!(
                used.contains(&((*from).to_owned(), (*to).to_owned())),
                "`{from}` no longer imports `{to}`"
            );
        }
    }
}

#[test]
fn a_library_is_named_in_one_place() {
    let sources = sources();
    for (library, home) in NAMED_ONCE {
        let paths: Vec<_> =
            sources.iter().filter(|(_, code)| code.contains(&format!("{library}::"))).collect();
        let paths: Vec<_> = paths.into_iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, [home], "{library}");
    }
}

#[test]
fn only_a_few_modules_touch_files() {
    for (path, code) in sources() {
        let touches = names_after(&code, "std::").contains("fs") || code.contains("std::fs");
        assert!(!touches || FILES.contains(&module(&path)), "src/{path} uses std::fs");
    }
}

#[test]
fn no_room_is_called_miscellaneous() {
    for path in sources().keys() {
        for name in ["util", "utils", "helper", "helpers", "common", "manager", "misc"] {
            assert!(!path.split(['/', '.']).any(|part| part == name), "src/{path}");
        }
    }
}
