//! A Word file: the parts of one, which are packed first, since chance makes no
//! archives, or bytes as they are.

#![no_main]

mod world;

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Parts of a Word file, in the order in which the input holds them.
const PARTS: [&str; 4] =
    ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];

/// An archive of the parts that NULs keep apart.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in PARTS.iter().zip(bytes.split(|byte| *byte == 0)) {
        zip.start_file(*name, SimpleFileOptions::default()).expect("memory takes every name");
        zip.write_all(part).expect("memory takes every byte");
    }
    zip.finish().expect("memory takes every archive").into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    let document = if bytes.starts_with(b"PK") {
        kompass::import::file::read_docx(bytes)
    } else {
        kompass::import::file::read_docx(&packed(bytes))
    };
    if let Ok(document) = document {
        world::check(document);
    }
});
