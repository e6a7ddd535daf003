//! The index as a page searches it: with Pagefind's own code, in Node.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{fs, iter};

use kompass::load::load;
use kompass::model::Proposals;
use kompass::search::Document;
use kompass::search::engine::index;
use kompass::{Options, Site};
use serde_json::Value;

use crate::project::{TODAY, real, repository};
use crate::scratch::Folder;

/// Searches the bundle in a folder; a line for each query.
fn answers(folder: &Path, queries: &[&str]) -> Vec<Value> {
    let mut node = Command::new("node")
        .arg(repository().join("tests/search/run.mjs"))
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    node.stdin.take().unwrap().write_all(queries.join("\n").as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success());
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn addresses(answer: &Value) -> Vec<&str> {
    let hits = answer["hits"].as_array().unwrap();
    hits.iter().map(|hit| hit["address"].as_str().unwrap().trim_start_matches('/')).collect()
}

/// The addresses that the index of `site` gives for each of `queries`.
pub(crate) fn addresses_found(site: &Site, queries: &[&str]) -> Vec<Vec<String>> {
    let folder = Folder::new();
    for (path, bytes) in &site.tree {
        if let Some(path) = path.strip_prefix("sok/index/") {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
    }
    let answers = answers(folder.path(), queries);
    answers.iter().map(|answer| addresses(answer).into_iter().map(str::to_owned).collect()).collect()
}

fn document((address, title, text, parts): (&str, &str, &str, &str)) -> Document {
    Document {
        address: address.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        parts: parts.split_whitespace().map(str::to_owned).collect(),
        filters: [("edition".to_owned(), vec![title.chars().count().to_string()])].into(),
        ..Document::default()
    }
}

#[test]
fn what_is_written_out_comes_before_what_a_compound_hides() {
    let often: String = iter::repeat_n("medborgardialog ", 40).collect();
    let documents = [
        ("a", "Inget", "Något helt annat står här", ""),
        ("b", "Möten", &often, "medborgar dialog"),
        ("c", "Möten", "Kommunen för samtal och sedan en dialog med alla", ""),
        ("d", "Dialog", "Kommunen för samtal", ""),
        ("e", "Län", "Länets gränser", ""),
        ("f", "Lån", "Lånens räntor är ett lån av kommunens lån", ""),
    ];
    let folder = Folder::new();
    for (path, bytes) in index(documents.map(document), "sv").unwrap() {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let queries = [
        ("dialog", &["d", "c", "b"][..]),
        ("Dialoger", &["d", "c", "b"]),
        ("medborgardialogen", &["b"]),
        ("län", &["e", "f"]),
        ("lån", &["f", "e"]),
        (r#"{"query": "dialog", "filters": {"edition": ["5"]}}"#, &["c", "b"]),
    ];
    let answers = answers(folder.path(), &queries.map(|(query, _)| query));
    for (answer, (query, expected)) in answers.iter().zip(queries) {
        assert_eq!(addresses(answer), expected, "{query}");
    }
}

/// Lists, examples and areas with a text have an anchor each; what is left are
/// municipalities, evaluations and pages.
#[test]
fn every_passage_is_indexed_once() {
    let tree = &real().site().tree;
    let entry: Value = serde_json::from_slice(tree.get("sok/index/pagefind-entry.json").unwrap()).unwrap();
    let (mut passages, mut pages) = (0, 0);
    for (path, html) in tree.pages() {
        let html = std::str::from_utf8(html).unwrap();
        let parts: Vec<_> = path.split('/').collect();
        match parts[..] {
            ["kommuner", _, "index.html"] => pages += 1,
            ["kommuner", _, year, "index.html"] if year.len() == 4 => {
                pages += 1;
                let lists = ["styrkor-", "delvis-", "forbattringar-", "exempel-"];
                passages +=
                    lists.map(|name| html.matches(&format!(" id=\"{name}")).count()).iter().sum::<usize>();
                let areas = html.split("<section class=\"area\"").skip(1);
                passages += areas.filter(|area| area.contains("<div class=\"prose")).count();
            }
            ["omraden", _, "index.html"]
            | ["om" | "metod" | "data" | "ordlista" | "tillganglighet", "index.html"] => {
                pages += 1;
            }
            _ => {}
        }
    }
    assert!(passages > 100, "{passages}");
    assert_eq!(entry["languages"]["sv"]["page_count"], passages + pages);
}

#[test]
fn a_search_page_without_index_still_leads_everywhere() {
    let loaded = load(&repository()).unwrap();
    let options = Options { base_path: None, today: TODAY, full_text: false, proposals: Proposals::Hidden };
    let compiled = loaded.project.try_and_then(|project| kompass::compile(&project, &options, &mut |_| ()));
    let tree = compiled.unwrap().value.unwrap().tree;
    assert!(tree.iter().all(|(path, _)| !path.starts_with("sok/index/")));
    let page = std::str::from_utf8(tree.get("sok/index.html").unwrap()).unwrap();
    assert!(page.contains("/kommuner/lund/") && page.contains("/omraden/arbetsliv/"));
    assert!(!page.contains("wasm-unsafe-eval") && !page.contains("data-index"));
}
