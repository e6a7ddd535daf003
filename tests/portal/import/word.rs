//! Blocks → a Word file, as plain as can be.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::source::{Block, Cell};

/// The bytes of a Word file with these blocks.
pub fn write(blocks: &[Block]) -> Vec<u8> {
    pack(&[("word/document.xml", &document(&body(blocks))), ("word/styles.xml", STYLES)])
}

/// The blocks as Word writes them.
pub fn body(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect()
}

/// An archive with these parts.
pub fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The main part with this body.
pub fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    )
}

const STYLES: &str = "<w:styles xmlns:w=\"x\"><w:style w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"Punkt\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Punkt2\"><w:name w:val=\"List Bullet 2\"/><w:basedOn w:val=\"Punkt\"/></w:style></w:styles>";

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) if text.starts_with("Område ") => {
            paragraph(text, "<w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr>")
        }
        Block::Paragraph(text) => paragraph(text, ""),
        Block::Item(text) => paragraph(text, "<w:pPr><w:pStyle w:val=\"Punkt2\"/></w:pPr>"),
        Block::Entry(text, page) => format!("<w:p>{}<w:r><w:tab/></w:r>{}</w:p>", run(text), run(page)),
        Block::Table(rows) => {
            let cells = |row: &Vec<Cell>| row.iter().map(cell).collect::<String>();
            let rows: Vec<_> = rows.iter().map(cells).collect();
            format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", rows.join("</w:tr><w:tr>"))
        }
    }
}

fn cell(cell: &Cell) -> String {
    let properties = if cell.is_list {
        "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>"
    } else {
        ""
    };
    let paragraphs: String = cell.texts.iter().map(|text| paragraph(text, properties)).collect();
    format!("<w:tc>{}</w:tc>", if paragraphs.is_empty() { "<w:p/>".to_owned() } else { paragraphs })
}

fn paragraph(text: &str, properties: &str) -> String {
    format!("<w:p>{properties}{}</w:p>", run(text))
}

/// A run, cut in two, as Word likes to do it.
fn run(text: &str) -> String {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let (head, tail) = text.split_at(middle);
    let piece = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text));
    piece(head) + &piece(tail)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
