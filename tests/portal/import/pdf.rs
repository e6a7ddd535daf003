//! Blocks → a PDF, typeset with letters of one width.

use std::fmt::Write;

use encoding_rs::WINDOWS_1252;

use super::source::{Block, Cell};

const SIZE: f64 = 9.0;
/// Every letter of Courier is 0.6 wide.
const LETTER: f64 = SIZE * 0.6;
const LEADING: f64 = 11.0;
const LEFT: f64 = 60.0;
const WIDTH: f64 = 480.0;
const TOP: f64 = 780.0;
const BOTTOM: f64 = 70.0;

/// The bytes of a PDF with these blocks.
pub(super) fn write(blocks: &[Block]) -> Vec<u8> {
    let mut setter = Setter { pages: vec![String::new()], y: TOP };
    for block in blocks {
        setter.block(block);
    }
    file(&setter.finish())
}

struct Setter {
    pages: Vec<String>,
    y: f64,
}

impl Setter {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => {
                self.lines(text, LEFT, WIDTH);
                self.y -= 9.0;
            }
            Block::Item(text) => {
                self.put("•", LEFT, 0.0);
                self.lines(text, LEFT + 14.0, WIDTH - 14.0);
                self.y -= 3.0;
            }
            Block::Entry(text, page) => {
                self.lines(&format!("{text} ........ {page}"), LEFT, WIDTH);
                self.y -= 9.0;
            }
            Block::Table(rows) => {
                let columns = widths(rows);
                for row in rows {
                    self.row(row, &columns);
                }
                self.y -= 9.0;
            }
        }
    }

    fn lines(&mut self, text: &str, x: f64, width: f64) {
        for line in wrap(text, width) {
            self.put(&line, x, 0.0);
            self.down(LEADING);
        }
    }

    fn row(&mut self, row: &[Cell], columns: &[(f64, f64)]) {
        let cells: Vec<Vec<(f64, String)>> =
            row.iter().zip(columns).map(|(cell, (x, width))| set(cell, *x, *width)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            for (x, text) in cells.iter().filter_map(|cell| cell.get(line)) {
                match text.strip_prefix("• ") {
                    Some(item) => {
                        self.put("•", *x, 0.0);
                        self.put(item, x + 12.0, 0.0);
                    }
                    None => self.put(text, *x, 0.0),
                }
            }
            self.down(LEADING);
        }
        self.y -= 4.0;
    }

    fn down(&mut self, by: f64) {
        self.y -= by;
        if self.y < BOTTOM {
            self.pages.push(String::new());
            self.y = TOP;
        }
    }

    fn put(&mut self, text: &str, x: f64, below: f64) {
        let page = self.pages.last_mut().unwrap();
        write!(page, "BT /F {SIZE} Tf 1 0 0 1 {x:.1} {:.1} Tm <", self.y - below).unwrap();
        for byte in WINDOWS_1252.encode(text).0.iter() {
            write!(page, "{byte:02x}").unwrap();
        }
        page.push_str(
            "> Tj ET
",
        );
    }

    /// The pages, each with a head and a number.
    fn finish(mut self) -> Vec<String> {
        let mut pages = std::mem::take(&mut self.pages);
        for (at, page) in pages.iter_mut().enumerate() {
            let mut margin = Setter { pages: vec![String::new()], y: 30.0 };
            margin.put(&(at + 1).to_string(), 290.0, 0.0);
            margin.y = 815.0;
            margin.put("Kompass i prov", LEFT, 0.0);
            page.push_str(&margin.pages[0]);
        }
        pages
    }
}

/// A cell's lines, an item's first one with its bullet.
fn set(cell: &Cell, x: f64, width: f64) -> Vec<(f64, String)> {
    let mut lines = Vec::new();
    for text in &cell.texts {
        let indent = if cell.is_list { 12.0 } else { 0.0 };
        for (at, line) in wrap(text, width - indent).into_iter().enumerate() {
            let is_first = at == 0 && cell.is_list;
            lines.push(if is_first { (x, format!("• {line}")) } else { (x + indent, line) });
        }
    }
    lines
}

fn wrap(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let fits = |line: &String| {
            f64::from(u32::try_from(line.chars().count() + 1 + word.chars().count()).unwrap()) * LETTER
                <= width
        };
        match lines.last_mut() {
            Some(line) if fits(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Left end and width of every column.
fn widths(rows: &[Vec<Cell>]) -> Vec<(f64, f64)> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(1);
    let is_score = rows[0].iter().any(|cell| cell.texts.iter().any(|text| text == "Uppnått"));
    let is_box = rows[0].iter().any(|cell| cell.texts.iter().any(|text| text == "Poäng"));
    let mut widths = vec![WIDTH / f64::from(u32::try_from(count).unwrap()); count];
    if is_score {
        let figures = 60.0;
        widths = vec![figures; count];
        let title = count - 4;
        widths[..title].fill(30.0);
        widths[title] = WIDTH - 3.0 * figures - 30.0 * f64::from(u32::try_from(title).unwrap());
    } else if is_box {
        widths = vec![WIDTH - 60.0, 60.0];
    }
    let mut x = LEFT;
    let column = |width: f64| {
        let at = x;
        x += width;
        (at, width - 10.0)
    };
    widths.into_iter().map(column).collect()
}

/// A PDF with a page per content.
fn file(contents: &[String]) -> Vec<u8> {
    let count = contents.len();
    let kids: Vec<_> = (0..count).map(|at| format!("{} 0 R", 4 + at * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {count} /MediaBox [0 0 595 842] >>", kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (at, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /Contents {} 0 R >>",
            5 + at * 2
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    pack(&objects)
}

/// A PDF of these objects, numbered from 1; the first is its root.
pub(super) fn pack(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).into_bytes());
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for offset in &offsets {
        out.extend(format!("{offset:010} 00000 n \n").into_bytes());
    }
    let trailer =
        format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.extend(trailer.into_bytes());
    out
}
