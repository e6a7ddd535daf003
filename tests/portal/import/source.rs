//! A report's text as blocks, of which the same report is made in Word and PDF.

/// A block of a report.
#[derive(Debug)]
pub(super) enum Block {
    /// A paragraph.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// An entry of the list of contents and its page.
    Entry(String, String),
    /// A table, by rows, cells and what stands in each.
    Table(Vec<Vec<Cell>>),
}

/// What stands in a cell.
#[derive(Debug)]
pub(super) struct Cell {
    /// Its paragraphs.
    pub texts: Vec<String>,
    /// Whether they are items of a list.
    pub is_list: bool,
}

/// The blocks of a text. Remnants of HTML become what they once were.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for line in text.lines() {
        let bare = line.trim().trim_end_matches(|c: char| c.is_ascii_digit());
        let page = &line.trim()[bare.len()..];
        let is_entry = !page.is_empty()
            && (bare.ends_with('\t') || bare.ends_with(".."))
            && !line.starts_with('<')
            && !line.starts_with('F')
            && !line.starts_with("Antal");
        if is_entry {
            blocks.push(Block::Entry(bare.trim_matches(['\t', '.']).replace('\t', " "), page.to_owned()));
        } else if line.contains('\t') {
            let row = line.split('\t').map(cell).collect();
            match blocks.last_mut() {
                Some(Block::Table(rows)) => rows.push(row),
                _ => blocks.push(Block::Table(vec![row])),
            }
        } else if let Some(item) = line.strip_prefix("- ") {
            blocks.push(Block::Item(item.to_owned()));
        } else if let (Some(rest), Some(Block::Item(item))) = (line.strip_prefix("  "), blocks.last_mut()) {
            item.push(' ');
            item.push_str(rest);
        } else {
            // An empty line ends a table as well.
            blocks.push(Block::Paragraph(line.trim().to_owned()));
        }
    }
    blocks
}

fn cell(text: &str) -> Cell {
    let mut plain = String::new();
    let mut is_tag = false;
    for letter in text.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => plain.push(letter),
            _ => {}
        }
    }
    let is_list = plain.contains('•');
    let texts = plain.split('•').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
    Cell { texts: texts.collect(), is_list }
}
