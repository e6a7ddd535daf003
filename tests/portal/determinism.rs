//! The same project and date give the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use rayon::ThreadPoolBuilder;

use crate::project::{TODAY, compile, compile_under, repository};
use crate::scratch::Folder;

#[test]
fn threads_do_not_show() {
    let build = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| compile(&repository(), TODAY)).site.unwrap().tree
    };
    let one = build(1);
    assert!(one == build(2));
    assert!(one == build(7));
}

#[test]
fn locale_time_zone_and_place_do_not_show() {
    let folder = Folder::new();
    let build = |name: &str, variables: [(&str, &str); 3]| {
        let output = folder.join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_kompass"));
        command.arg("build").arg("--root").arg(repository()).arg("--output").arg(&output);
        assert!(command.args(["--date", "2026-12-01"]).envs(variables).output().unwrap().status.success());
        files(&output)
    };
    let one = build("a", [("LC_ALL", "C"), ("TZ", "UTC"), ("RAYON_NUM_THREADS", "1")]);
    let other = build(
        "elsewhere",
        [("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati"), ("RAYON_NUM_THREADS", "4")],
    );
    assert!(one.len() > 50);
    assert!(one == other);
}

/// Every file below `folder` with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn every_address_follows_the_base_path() {
    let compiled = compile_under(&repository(), TODAY, Some("/kommunkompassen/"));
    // The tree's check has objected to every address outside the base path.
    for (path, html) in compiled.site().tree.pages() {
        let html = std::str::from_utf8(html).unwrap();
        for start in ["href=\"/", "src=\"/"] {
            for (at, _) in html.match_indices(start) {
                let address = &html[at + start.len() - 1..];
                assert!(address.starts_with("/kommunkompassen/"), "{path}: {}", &address[..40]);
            }
        }
    }
    let sitemap = std::str::from_utf8(compiled.site().tree.get("sitemap.xml").unwrap()).unwrap();
    assert!(
        sitemap.contains("<loc>https://kommunkompassen.example/kommunkompassen/kommuner/lund/2011/</loc>")
    );
}
