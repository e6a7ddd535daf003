//! The example of `docs/search-format.md`, written by the code that writes indexes.

use std::fs;
use std::io::Read;

use flate2::read::GzDecoder;
use kompass::search::index::index;
use kompass::search::{Document, Setup};

use crate::project::repository;

/// The bytes that the document shows of a file: what stands before two spaces on each
/// line.
fn shown(document: &str, name: &str) -> Vec<u8> {
    let head = format!("`{name}`, decompressed:\n\n```text\n");
    let block = document.split(&head).nth(1).unwrap().split("```").next().unwrap();
    let bytes = block.lines().flat_map(|line| line.split("  ").next().unwrap().split_whitespace());
    bytes.map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect()
}

#[test]
fn the_example_is_what_is_written() {
    let document = fs::read_to_string(repository().join("docs/search-format.md")).unwrap();
    let documents = [("a/", "Län", "Länets lån"), ("b/", "", "län län"), ("c/", "Lån", "Lån, lånens")];
    let documents = documents.map(|(page, title, text)| Document {
        page: page.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        ..Document::default()
    });
    let parts = |words: &[&str]| vec![Vec::new(); words.len()];
    let index = index(&[documents], Setup::default(), |it| it.to_vec(), parts).unwrap();
    for name in ["terms/0.bin", "places/0.bin"] {
        let mut bytes = Vec::new();
        GzDecoder::new(index.files[name].as_slice()).read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, shown(&document, name), "{name}");
    }
}
