//! Who may import whom. CONTRIBUTING.md explains the table.

mod imports;
mod invented;
mod storeys;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use self::imports::{Imports, Sources, imports};
use self::storeys::{House, circles, list, told};
use crate::project::repository;

/// A module and the modules it may import, besides those of [`COMMON`].
const TABLE: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("diagnostic", &[]),
    ("tree", &[]),
    ("fingerprint", &[]),
    ("disk", &[]),
    ("message", &[]),
    ("parallel", &[]),
    ("scheme", &[]),
    ("language", &[]),
    ("markdown", &["language"]),
    ("format", &["model"]),
    ("model", &["markdown"]),
    ("route", &["model"]),
    ("correct", &["format", "language", "model"]),
    ("shipped", &[]),
    ("schema", &["format", "message"]),
    ("starter", &["format", "schema", "shipped"]),
    ("load", &["format", "language", "shipped"]),
    ("validate", &["load", "format", "model", "route", "language", "markdown"]),
    ("derive", &["model", "language"]),
    ("assets", &["load", "language"]),
    ("render", &["load", "model", "derive", "route", "assets", "language", "markdown", "message"]),
    ("export", &["format", "markdown", "model", "derive", "route", "language"]),
    ("search", &["model", "derive", "route", "language", "markdown"]),
    ("check", &[]),
    ("replace", &[]),
    ("output", &["replace"]),
    ("import", &["format", "model", "language", "message", "replace"]),
    ("report", &["message"]),
    ("follow", &["load"]),
    ("serve", &["check"]),
];

/// Modules that everybody may import.
const COMMON: [&str; 7] = ["source", "diagnostic", "tree", "parallel", "scheme", "fingerprint", "disk"];

/// Modules that see everything: the line of stages and the command line.
const TOP: [&str; 3] = ["lib", "cli", "main"];

/// Crates that only one file names.
const NAMED_ONCE: [(&str, &str); 19] = [
    ("tera", "render/template.rs"),
    ("pulldown_cmark", "markdown/pulldown.rs"),
    ("syntect", "render/highlight.rs"),
    ("lightningcss", "assets/css.rs"),
    ("oxc_allocator", "assets/module.rs"),
    ("oxc_ast", "assets/module.rs"),
    ("oxc_codegen", "assets/module.rs"),
    ("oxc_diagnostics", "assets/module.rs"),
    ("oxc_mangler", "assets/module.rs"),
    ("oxc_parser", "assets/module.rs"),
    ("oxc_semantic", "assets/module.rs"),
    ("oxc_span", "assets/module.rs"),
    ("fluent_bundle", "message.rs"),
    ("rustix", "disk.rs"),
    ("frostem", "language/stem.rs"),
    ("notify", "follow/watch.rs"),
    ("pdf_extract", "import/file/pdf/mod.rs"),
    ("calamine", "import/sheet/book/xlsx.rs"),
    ("rust_xlsxwriter", "import/sheet/template.rs"),
];

/// Modules that may touch the file system.
const FILES: [&str; 5] = ["disk", "load", "replace", "output", "import"];

/// What stands above what inside a module. CONTRIBUTING.md has the picture.
const HOUSES: [House; 4] = [
    House {
        folder: "import",
        storeys: &[
            &["vocabulary"],
            &["line"],
            &["request"],
            &["file"],
            &["reading"],
            &["judgement"],
            &["writing"],
            &["account"],
            &["folder"],
            &["sheet", "archive"],
            &["mod"],
        ],
    },
    House {
        folder: "import/sheet",
        storeys: &[
            &["cell"],
            &["objection"],
            &["book", "figure"],
            &["head"],
            &["title"],
            &["table"],
            &["entry"],
            &["edition"],
            &["record", "template"],
            &["plan"],
            &["write"],
            &["mod"],
        ],
    },
    House {
        folder: "render",
        storeys: &[
            &["template", "highlight", "chart", "sitemap"],
            &["renderer"],
            &["part"],
            &["page"],
            &["mod"],
        ],
    },
    // A page knows of no other page, but one that is a text with more below it
    // begins with what a page of text shows.
    House { folder: "render/page", storeys: &[&["text"], &["*"], &["mod"]] },
];

static SOURCES: LazyLock<Sources> = LazyLock::new(|| {
    let folder = repository().join("src");
    let mut sources = Sources::new();
    for entry in walkdir::WalkDir::new(&folder) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
            sources.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
    sources
});

static IMPORTS: LazyLock<Imports> = LazyLock::new(|| imports(&SOURCES, "kompass"));

/// The module a file belongs to.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

#[test]
fn modules_import_what_the_table_allows() {
    let table: BTreeMap<_, _> = TABLE.iter().copied().collect();
    let mut used = BTreeSet::new();
    for import in &IMPORTS.inner {
        let (from, to) = (module(&import.from), module(&import.to));
        if TOP.contains(&from) {
            continue;
        }
        let allowed = table.get(from).unwrap_or_else(|| panic!("module `{from}` is not in the table"));
        let is_fine = to == from || COMMON.contains(&to) || allowed.contains(&to);
        assert!(is_fine, "src/{} imports `{}` of `{to}`, which `{from}` may not", import.from, import.name);
        used.insert((from, to));
    }
    for (from, targets) in TABLE {
        for to in *targets {
            assert!(used.contains(&(*from, *to)), "`{from}` no longer imports `{to}`");
        }
    }
}

#[test]
fn storeys_import_what_stands_below() {
    for house in &HOUSES {
        let homeless = house.homeless(SOURCES.keys().map(String::as_str));
        assert!(homeless.is_empty(), "in no storey of src/{}: {homeless:?}", house.folder);
        let upward = house.upward(&IMPORTS.inner);
        assert!(upward.is_empty(), "upwards in src/{}:\n{}", house.folder, list(upward.into_iter()));
    }
}

#[test]
fn files_import_each_other_in_no_circle() {
    let told: Vec<_> =
        circles(&IMPORTS.inner).into_iter().map(|files| told(&IMPORTS.inner, &files)).collect();
    assert!(told.is_empty(), "{} circles:\n{}", told.len(), told.join("\n"));
}

#[test]
fn every_file_is_part_of_the_program() {
    let read: BTreeSet<_> = IMPORTS.files.iter().collect();
    assert_eq!(read, SOURCES.keys().collect::<BTreeSet<_>>());
}

#[test]
fn a_library_is_named_in_one_place() {
    for (library, home) in NAMED_ONCE {
        let is_of = |path: &str| path.split("::").next() == Some(library) && path != library;
        let files: BTreeSet<_> =
            IMPORTS.outer.iter().filter(|(_, path)| is_of(path)).map(|(file, _)| file.as_str()).collect();
        assert_eq!(files, [home].into(), "{library}");
    }
}

#[test]
fn only_a_few_modules_touch_files() {
    for (file, path) in &IMPORTS.outer {
        let touches = path == "std::fs" || path.starts_with("std::fs::");
        assert!(!touches || FILES.contains(&module(file)), "src/{file} uses {path}");
    }
}

#[test]
fn no_room_is_called_miscellaneous() {
    for path in SOURCES.keys() {
        for name in ["util", "utils", "helper", "helpers", "common", "manager", "misc"] {
            assert!(!path.split(['/', '.']).any(|part| part == name), "src/{path}");
        }
    }
}
