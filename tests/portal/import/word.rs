//! Blocks → a Word file, as plain as can be.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use kompass::import::{Unseen, file};

use super::source::{Block, Cell};

/// The bytes of a Word file with these blocks.
pub(super) fn write(blocks: &[Block]) -> Vec<u8> {
    pack(&[("word/document.xml", &document(&body(blocks))), ("word/styles.xml", STYLES)])
}

/// The blocks as Word writes them.
pub(super) fn body(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect()
}

/// An archive with these parts.
pub(super) fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The main part with this body.
pub(super) fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    )
}

/// A Word file with these blocks in which Word counts the areas and, of the
/// paragraphs that `is_sub_area` knows, the sub-areas itself.
pub(super) fn write_numbered(blocks: &[Block], is_sub_area: impl Fn(&str) -> bool) -> Vec<u8> {
    let numbered = |it: &Block| match it {
        Block::Paragraph(text) if text.starts_with("Område ") => {
            let name = text.splitn(3, ' ').nth(2).unwrap();
            paragraph(name, "<w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr>")
        }
        Block::Paragraph(text) if is_sub_area(text) => {
            paragraph(text, "<w:pPr><w:pStyle w:val=\"Rubrik2\"/></w:pPr>")
        }
        other => block(other),
    };
    let body: String = blocks.iter().map(numbered).collect();
    let level = |at: u8, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let levels = level(0, "Område %1") + &level(1, "%1.%2");
    let numbering = format!(
        "<w:numbering xmlns:w=\"x\"><w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum><w:num w:numId=\"8\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    );
    let style = |at: u8| {
        format!(
            "<w:style w:styleId=\"Rubrik{at}\"><w:name w:val=\"heading {at}\"/><w:pPr><w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"8\"/></w:numPr></w:pPr></w:style>",
            at - 1
        )
    };
    let styles = format!("<w:styles xmlns:w=\"x\">{}{}</w:styles>", style(1), style(2));
    pack(&[
        ("word/document.xml", &document(&body)),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbering),
    ])
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

/// Word keeps the formatting that a tracked change has replaced: this text was
/// struck and hidden once, and is neither now.
#[test]
fn formatting_that_was_replaced_counts_no_more() {
    let read = |properties: &str| {
        let body = format!("<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>Det gäller.</w:t></w:r></w:p>");
        let document = file::parse(&pack(&[("word/document.xml", &self::document(&body))])).unwrap();
        assert!(document.joined().starts_with("Det gäller."), "{}", document.joined());
        document.unseen.into_iter().collect::<Vec<_>>()
    };
    let old = "<w:rPr><w:strike/><w:vanish/></w:rPr>";
    assert_eq!(read("<w:strike/>"), [Unseen::HiddenText]);
    assert_eq!(read(&format!("<w:b/><w:rPrChange w:id=\"1\">{old}</w:rPrChange>")), []);
    assert_eq!(
        read(&format!("<w:rPrChange w:id=\"1\">{old}</w:rPrChange><w:vanish/>")),
        [Unseen::HiddenText]
    );
}
