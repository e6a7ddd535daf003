//! The text of a Word file, element by element. No recursion: however deep a
//! file nests, only lists grow.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::number::{Counter, Number, Numbering};
use super::style::{Notes, Styles, attribute, character, is_on, is_outline};
use crate::import::line::document::{Document, Kind, Line, Unseen, clean};
use crate::import::line::entry::Entry;

/// Elements whose text is not a part of the report.
const SKIPPED: [&str; 7] = ["del", "moveFrom", "Fallback", "instrText", "delText", "pPrChange", "rPrChange"];

/// A document under way.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    notes: &'a Notes,
    counter: Counter<'a>,
    lines: Vec<Line>,
    unseen: std::collections::BTreeSet<Unseen>,
    /// Paragraphs that are open; more than one where there is a text box.
    paragraphs: Vec<Paragraph>,
    /// Tables that are open; more than one where they are nested.
    tables: Vec<Table>,
    /// How many elements are open inside one that is skipped.
    skipped: usize,
    is_text: bool,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    is_heading: bool,
    is_item: bool,
    /// Its style.
    style: String,
    /// The list it is numbered in, if that is not its style's, and its level.
    list: Option<String>,
    level: Option<usize>,
    notes: Vec<String>,
}

/// A table, with the cells of its open row.
#[derive(Default)]
struct Table {
    cells: Vec<Cell>,
}

/// A cell.
#[derive(Default)]
struct Cell {
    /// Its paragraphs, and whether each is an item of a list.
    paragraphs: Vec<(String, bool)>,
    /// How many columns it is wide; 0 if the file does not say, which is one.
    span: usize,
}

impl<'a> Body<'a> {
    /// Reads `document.xml`.
    ///
    /// # Errors
    /// When it is no XML from the very beginning. What is damaged later gives
    /// what stood before.
    pub(super) fn read(
        xml: &str,
        styles: &'a Styles,
        notes: &'a Notes,
        numbering: &'a Numbering,
    ) -> Result<Document, String> {
        let mut body = Self {
            styles,
            notes,
            counter: Counter::new(numbering),
            lines: Vec::new(),
            unseen: std::collections::BTreeSet::new(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            skipped: 0,
            is_text: false,
        };
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(event) => body.event(&event),
                Err(_) if body.lines.is_empty() => return Err("its text is damaged".to_owned()),
                Err(_) => {
                    body.unseen.insert(Unseen::BadBytes);
                    break;
                }
            }
        }
        body.flush();
        Ok(Document { lines: body.lines, unseen: body.unseen.into_iter().collect() })
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => {
                if self.skipped > 0 || self.is_skipped(tag) {
                    self.skipped += 1;
                } else {
                    self.start(tag);
                }
            }
            Event::End(tag) => {
                if self.skipped > 0 {
                    self.skipped -= 1;
                } else {
                    self.end(tag.local_name().as_ref());
                }
            }
            Event::Empty(tag) if self.skipped == 0 && !self.is_skipped(tag) => {
                self.start(tag);
                self.end(tag.local_name().as_ref());
            }
            Event::Text(text) if self.is_text && self.skipped == 0 => self.push(&text.xml10_content()),
            Event::CData(text) if self.is_text && self.skipped == 0 => self.push(&text.xml10_content()),
            Event::GeneralRef(name) if self.is_text && self.skipped == 0 => {
                if let Some(character) = character(name) {
                    self.push(character.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }

    fn is_skipped(&mut self, tag: &BytesStart<'_>) -> bool {
        let name = tag.local_name();
        let is_change = matches!(name.as_ref(), "del" | "moveFrom");
        if is_change {
            self.unseen.insert(Unseen::TrackedChange);
        }
        SKIPPED.contains(&name.as_ref())
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "t" => self.is_text = true,
            "tab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => self.push("•"),
            "tbl" => self.tables.push(Table::default()),
            "tc" => self.cell(),
            "gridSpan" => self.span(tag),
            "footnoteReference" | "endnoteReference" => self.note(tag),
            "vanish" | "strike" | "dstrike" if is_on(tag) => drop(self.unseen.insert(Unseen::HiddenText)),
            "pStyle" | "numId" | "ilvl" | "outlineLvl" => self.property(tag),
            "ins" | "moveTo" => drop(self.unseen.insert(Unseen::TrackedChange)),
            "txbxContent" => drop(self.unseen.insert(Unseen::TextBox)),
            "commentReference" => drop(self.unseen.insert(Unseen::Comment)),
            "pic" | "chart" | "imagedata" => drop(self.unseen.insert(Unseen::Picture)),
            _ => {}
        }
    }

    fn property(&mut self, tag: &BytesStart<'_>) {
        let value = attribute(tag, "val").unwrap_or_default();
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match tag.local_name().as_ref() {
            "pStyle" => {
                paragraph.is_heading |= self.styles.is_heading(&value);
                paragraph.is_item |= self.styles.is_item(&value);
                paragraph.style = value;
            }
            // List 0 means that the paragraph is in none.
            "numId" => {
                paragraph.is_item = value != "0";
                paragraph.list = Some(value);
            }
            "ilvl" => paragraph.level = value.parse().ok(),
            _ => paragraph.is_heading |= is_outline(tag),
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn cell(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.cells.push(Cell::default());
        }
    }

    /// Takes how many columns a cell is wide.
    fn span(&mut self, tag: &BytesStart<'_>) {
        let span = attribute(tag, "val").and_then(|count| count.parse().ok()).unwrap_or(1);
        if let Some(cell) = self.open_cell() {
            cell.span = std::cmp::min(span, 8);
        }
    }

    fn open_cell(&mut self) -> Option<&mut Cell> {
        self.tables.last_mut().and_then(|table| table.cells.last_mut())
    }

    /// A reference to a footnote or endnote.
    fn note(&mut self, tag: &BytesStart<'_>) {
        let kind = tag.local_name();
        let kind = kind.as_ref().strip_suffix("Reference").unwrap_or_default();
        let text = attribute(tag, "id").and_then(|id| self.notes.get(kind, &id).map(str::to_owned));
        if let (Some(paragraph), Some(text)) = (self.paragraphs.last_mut(), text) {
            paragraph.notes.push(text);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => {
                if let Some(mut paragraph) = self.paragraphs.pop() {
                    self.number(&mut paragraph);
                    self.paragraph(paragraph);
                }
            }
            "t" => self.is_text = false,
            "tr" => self.row(),
            "tbl" => {
                self.tables.pop();
                if self.tables.is_empty() {
                    self.line("", Kind::Plain);
                }
            }
            _ => {}
        }
    }

    /// Writes out the number that Word counts itself. Those of items are left
    /// out, as bullets are; one of several levels is no item's.
    fn number(&mut self, paragraph: &mut Paragraph) {
        let of_style = self.styles.list(&paragraph.style);
        let Some(list) = paragraph.list.as_deref().or(of_style.map(|(list, _)| list)) else { return };
        let level = paragraph.level.or(of_style.map(|(_, level)| level)).unwrap_or_default();
        let Some(Number { text, is_deep }) = self.counter.next(list, level) else { return };
        if is_deep || paragraph.is_heading {
            paragraph.is_item = false;
            paragraph.text = format!("{text} {}", paragraph.text.trim_start());
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) {
        if let Some(cell) = self.open_cell() {
            let parts = cell_lines(&paragraph.text).into_iter();
            cell.paragraphs.extend(parts.map(|part| (part, paragraph.is_item)));
            cell.paragraphs.extend(paragraph.notes.into_iter().map(|note| (clean(&note), false)));
            return;
        }
        let kind = match (paragraph.is_heading, paragraph.is_item) {
            (true, _) => Kind::Heading,
            (_, true) => Kind::Item,
            _ => Kind::Plain,
        };
        let follows_item = self.lines.last().is_some_and(|line| line.kind == Kind::Item);
        if kind != Kind::Item && follows_item {
            self.line("", Kind::Plain);
        }
        let text = paragraph.text.trim_matches(['\t', ' ', '\n']);
        for part in text.split('\n').map(clean) {
            // A tab parts an entry of the contents from its page, or a bullet
            // from its item; only tables have cells.
            let part = if Entry::read(&part).is_certain() { part } else { part.replace('\t', " ") };
            self.line(&part, kind);
        }
        for note in paragraph.notes {
            self.line(&note, Kind::Plain);
        }
        // Paragraphs are parted as texts part them; items follow each other.
        if kind != Kind::Item {
            self.line("", Kind::Plain);
        }
    }

    fn line(&mut self, text: &str, kind: Kind) {
        self.lines.push(Line { text: clean(text), kind });
    }

    fn row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let mut row = std::mem::take(&mut table.cells);
        let is_nested = self.tables.len() > 1;
        // A table of one column is a frame around a text or list.
        if let ([Cell { paragraphs, .. }], false) = (row.as_mut_slice(), is_nested)
            && paragraphs.len() > 1
        {
            let framed = std::mem::take(paragraphs);
            for (text, is_item) in &framed {
                self.framed(text, *is_item);
            }
            return;
        }
        let cells: Vec<_> = row.iter().flat_map(Cell::texts).collect();
        if is_nested {
            let text = cells.join(" ");
            let outer = self.tables.iter_mut().rev().nth(1).and_then(|table| table.cells.last_mut());
            if let Some(cell) = outer {
                cell.paragraphs.push((text, false));
            }
        } else if let [only] = cells.as_slice() {
            let only = only.clone();
            self.line(&only, Kind::Plain);
        } else {
            self.line(&cells.join("\t"), Kind::Plain);
        }
    }

    /// A paragraph or item in a frame, parted from others as outside of one.
    fn framed(&mut self, text: &str, is_item: bool) {
        if is_item {
            self.line(text, Kind::Item);
        } else {
            self.line(text, Kind::Plain);
            self.line("", Kind::Plain);
        }
    }

    /// What is still open at the end of a damaged file.
    fn flush(&mut self) {
        while let Some(paragraph) = self.paragraphs.pop() {
            self.paragraph(paragraph);
        }
        while let Some(table) = self.tables.last() {
            if !table.cells.is_empty() {
                self.row();
            }
            self.tables.pop();
        }
    }
}

/// What stands on the lines of a paragraph in a cell. A line in lower case goes
/// on with the one before, unless the first one is in lower case as well: then
/// they are items that somebody has parted by line breaks.
fn cell_lines(text: &str) -> Vec<String> {
    let lines = text.split('\n').map(|line| clean(line).replace('\t', " "));
    let begins_low = |line: &str| line.starts_with(char::is_lowercase);
    let mut parts: Vec<String> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        let is_rest = begins_low(&line) && parts.first().is_some_and(|first| !begins_low(first));
        if let Some(open) = parts.last_mut()
            && is_rest
        {
            *open = format!("{open} {line}");
        } else {
            parts.push(line);
        }
    }
    parts.iter().map(|part| without_dash(part).to_owned()).collect()
}

/// An item without the dash that somebody has typed before it.
fn without_dash(text: &str) -> &str {
    ["- ", "– ", "— ", "* "].iter().find_map(|dash| text.strip_prefix(dash)).unwrap_or(text)
}

impl Cell {
    /// Its paragraphs in one line, parted by bullets, and an empty text for
    /// every further column.
    fn texts(&self) -> impl Iterator<Item = String> {
        let text = match self.paragraphs.as_slice() {
            [(text, false)] => text.clone(),
            all => all.iter().map(|(text, _)| format!("• {text}")).collect::<Vec<_>>().join(" "),
        };
        std::iter::once(text).chain(std::iter::repeat_n(String::new(), self.span.saturating_sub(1)))
    }
}
