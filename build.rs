//! Puts the theme and a neutral portal into the program, so that it works alone.

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use walkdir::WalkDir;

/// What of the repository's own content every portal begins with: facts that are open data, and
/// texts that hold for all. What is about this portal alone lies in `starter/`.
const OPEN: [&str; 8] = [
    "content/editions",
    "content/groups.csv",
    "content/municipalities.csv",
    "content/pages/data.md",
    "content/pages/ordlista.md",
    "content/references.toml",
    "content/shapes.csv",
    "content/synonyms.toml",
];

#[expect(clippy::disallowed_methods, reason = "cargo says in this way where a build script writes")]
fn main() -> Result<(), Box<dyn Error>> {
    let theme = files("themes/kompass", "themes/kompass/")?;
    let mut portal = files("starter", "starter/")?;
    for start in OPEN {
        portal.extend(files(start, "")?);
    }
    portal.sort();
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("theme.rs"), list(&theme)?)?;
    fs::write(out.join("portal.rs"), list(&portal)?)?;
    Ok(())
}

/// The files at or below `start`, each by its name behind `base` and by its path in the repository, where cargo
/// runs this. Files that begin with a dot are left out, as they are when a project is read.
fn files(start: &str, base: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    println!("cargo:rerun-if-changed={start}");
    let mut files = Vec::new();
    let is_plain = |name: &str| !name.starts_with('.');
    let entries = WalkDir::new(start).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|it| it.file_name().to_str().is_some_and(is_plain)) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let parts: Vec<_> = entry.path().iter().map(|part| part.to_string_lossy()).collect();
            let path = parts.join("/");
            let name = path.strip_prefix(base).ok_or("a file lies elsewhere")?;
            files.push((name.to_owned(), path));
        }
    }
    Ok(files)
}

/// Names and bytes, as the program has them.
fn list(files: &[(String, String)]) -> Result<String, Box<dyn Error>> {
    let mut text = "&[\n".to_owned();
    for (name, path) in files {
        let path = format!("/{path}");
        writeln!(text, "    ({name:?}, include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),")?;
    }
    text.push_str("]\n");
    Ok(text)
}
