//! The index as a page searches it: with the theme's own code, in Node.

mod analysis;
mod properties;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{fs, iter, thread};

use kompass::load::load;
use kompass::model::Drafts;
use kompass::search::index::index;
use kompass::search::{Bundle, Document, Setup};
use kompass::{FullText, Options, Site};
use serde_json::Value;

use crate::project::{TODAY, real, repository};
use crate::scratch::Folder;

/// What a script of `tests/search/` says to `input`.
fn node(script: &str, arguments: &[impl AsRef<OsStr>], input: &str) -> String {
    let mut node = Command::new("node")
        .arg(repository().join("tests/search").join(script))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = node.stdin.take().unwrap();
    let output = thread::scope(|scope| {
        // A script that fails early hears nothing of the rest.
        scope.spawn(move || drop(stdin.write_all(input.as_bytes())));
        node.wait_with_output().unwrap()
    });
    assert!(output.status.success(), "{script} failed: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stdout).unwrap()
}

/// Searches the indexes in a folder; a line for each query.
fn answers(folder: &Path, queries: &[&str]) -> Vec<Value> {
    let lines = node("ask.js", &[folder], &queries.join("\n"));
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn addresses(answer: &Value) -> Vec<&str> {
    answer["addresses"].as_array().unwrap().iter().map(|address| address.as_str().unwrap()).collect()
}

fn write<'f>(folder: &Folder, files: impl IntoIterator<Item = (String, &'f Vec<u8>)>) {
    for (path, bytes) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

/// The addresses that the index of `site` gives for each of `queries`.
pub(crate) fn addresses_found(site: &Site, queries: &[&str]) -> Vec<Vec<String>> {
    let folder = Folder::new();
    let files = site.tree.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("sok/index/")?, bytes)));
    write(&folder, files.map(|(path, bytes)| (path.to_owned(), bytes)));
    let answers = answers(folder.path(), queries);
    answers.iter().map(|answer| addresses(answer).into_iter().map(str::to_owned).collect()).collect()
}

fn document((page, title, text): (&str, &str, &str)) -> Document {
    Document {
        page: page.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        filters: vec![("utgava", vec![title.chars().count().to_string()])],
        ..Document::default()
    }
}

/// The index of documents in batches, where `medborgardialog` hides two words.
fn index_of(batches: &[&[Document]]) -> Bundle {
    let hidden = |word: &&str| match *word {
        "medborgardialog" => vec!["medborgar".to_owned(), "dialog".to_owned()],
        _ => Vec::new(),
    };
    let parts = |words: &[&str]| words.iter().map(hidden).collect();
    index(batches, Setup::default(), |documents| documents.to_vec(), parts).unwrap().files
}

#[test]
fn what_is_written_out_comes_before_what_a_compound_hides() {
    let often: String = iter::repeat_n("medborgardialog ", 40).collect();
    let documents = [
        ("a", "Inget", "Något helt annat står här"),
        ("b", "Möten", &often),
        ("c", "Möten", "Kommunen för samtal och sedan en dialog med alla"),
        ("d", "Dialog", "Kommunen för samtal"),
        ("e", "Län", "Länets gränser"),
        ("f", "Lån", "Lånens räntor är ett lån av kommunens lån"),
    ];
    let folder = Folder::new();
    write(
        &folder,
        index_of(&[&documents.map(document)[..]]).iter().map(|(path, bytes)| (format!("i/{path}"), bytes)),
    );
    let queries = [
        ("dialog", &["d", "c", "b"][..]),
        ("Dialoger", &["d", "c", "b"]),
        ("medborgardialogen", &["b"]),
        ("län", &["e", "f"]),
        ("lån", &["f", "e"]),
        (r#"{"words": "dialog", "chosen": {"utgava": ["5"]}}"#, &["c", "b"]),
        (r#""samtal och sedan""#, &["c"]),
        (r#""samtal sedan""#, &[]),
    ];
    let answers = answers(folder.path(), &queries.map(|(query, _)| query));
    for (answer, (query, expected)) in answers.iter().zip(queries) {
        assert_eq!(addresses(answer), expected, "{query}");
    }
}

/// Lists, examples and areas with a text have an anchor each, as do the parts of
/// pages of text; what is left are pages.
#[test]
fn every_passage_is_indexed_once() {
    let tree = &real().site().tree;
    let everything = addresses_found(real().site(), &[r#"{"words": "", "limit": 100000}"#]).remove(0);
    let found: BTreeSet<&str> = everything.iter().map(String::as_str).collect();
    assert_eq!(found.len(), everything.len(), "no address twice");
    let mut expected = BTreeSet::new();
    for (path, html) in tree.pages() {
        let html = std::str::from_utf8(html).unwrap();
        let page = path.trim_end_matches("index.html");
        let ids = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let parts: Vec<_> = path.split('/').collect();
        match parts[..] {
            ["kommuner", _, year, "index.html"] if year.len() == 4 => {
                expected.insert(page.to_owned());
                let lists = ["styrkor-", "delvis-", "forbattringar-", "exempel-"];
                let is_list = |id: &&str| lists.iter().any(|list| id.starts_with(list));
                expected.extend(ids.filter(is_list).map(|id| format!("{page}#{id}")));
                let areas = html.split("<section class=\"area\"").skip(1);
                let with_text = areas.filter(|area| area.contains("<div class=\"prose"));
                let id =
                    |area: &str| area.split("id=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
                expected.extend(with_text.map(|area| format!("{page}#{}", id(area))));
            }
            // One without anything of its own is found by its name, which needs no record.
            ["kommuner", _, "index.html"]
                if !html.contains("id=\"historik\"") && !html.contains("id=\"forebild\"") => {}
            ["kommuner" | "omraden", _, "index.html"] => drop(expected.insert(page.to_owned())),
            _ => {}
        }
    }
    let of_results = |address: &&&str| {
        (address.starts_with("kommuner/") || address.starts_with("omraden/"))
            && address.matches('/').count() > 1
    };
    let results: BTreeSet<String> =
        found.iter().filter(of_results).map(|&address| address.to_owned()).collect();
    assert_eq!(results, expected);
    for page in [
        "kommuner/",
        "omraden/",
        "jamfor/",
        "goda-exempel/",
        "om/andringar/",
        "metod/",
        "ordlista/#rapporten",
    ] {
        assert!(found.contains(page), "{page}");
    }
    for address in &found {
        let (page, anchor) = address.split_once('#').unwrap_or((address, ""));
        let html = std::str::from_utf8(tree.get(&format!("{page}index.html")).unwrap()).unwrap();
        assert!(anchor.is_empty() || html.contains(&format!(" id=\"{anchor}\"")), "{address}");
    }
}

#[test]
fn a_search_page_without_index_still_leads_everywhere() {
    let loaded = load(&repository()).unwrap();
    let options =
        Options { base_path: None, today: TODAY, full_text: FullText::Omitted, drafts: Drafts::Hidden };
    let compiled = loaded.project.try_and_then(|project| kompass::compile(&project, &options, &mut |_| ()));
    let tree = compiled.unwrap().value.unwrap().tree;
    assert!(tree.iter().all(|(path, _)| !path.starts_with("sok/index/")));
    let page = std::str::from_utf8(tree.get("sok/index.html").unwrap()).unwrap();
    assert!(page.contains("/omraden/arbetsliv/"));
    // To every municipality by its letter.
    let list = std::str::from_utf8(tree.get("kommuner/index.html").unwrap()).unwrap();
    let letters = list.matches("id=\"bokstav-").count();
    assert!(letters > 20, "{letters}");
    assert!((1..=letters).all(|it| page.contains(&format!("/kommuner/#bokstav-{it}\""))));
    assert!(!page.contains("data-index"));
}
