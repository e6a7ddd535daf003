//! Lines of pages → paragraphs, items and rows.
//!
//! Lines that stand close together are one paragraph. Below a head of columns
//! a table begins; its lines are sorted into the columns by where they begin,
//! until a line comes that is no longer of the table.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::{Line, Page, Word, lines};
use super::score::{join_rows, with_whole_figures, with_whole_rows};
use crate::import::line::document::{self, Document, Kind};
use crate::import::line::entry::{Entry, is_page_number};
use crate::import::line::heading::{is_common, is_of_summary};
use crate::import::line::markup::BULLETS;
use crate::import::line::part::{self, Part, is_box_head};
use crate::import::vocabulary::list::list_heading;
use crate::import::vocabulary::words::words;
use crate::language::{comparable, normalise};

/// Lines further apart than so many heights are no paragraph.
const PARAGRAPH_GAP: f64 = 1.75;

/// Lines of a fact that are closer than so many heights belong together.
const FACT_GAP: f64 = 1.5;

/// A column begins so many heights before its head.
const COLUMN_SLACK: f64 = 0.8;

/// A table begins at most so many heights below its head.
const HEAD_GAP: f64 = 3.0;

/// The text of an item hangs at most so many heights behind its bullet.
const HANGING: f64 = 3.0;

/// Letters so much larger than most are a heading's.
const HEADING: f64 = 1.12;

/// The document that the pages show.
pub fn document(pages: &[Page]) -> Document {
    let mut pages: Vec<_> = pages.iter().map(|page| with_whole_figures(lines(page))).collect();
    let mut builder = Builder::new(body_size(&pages));
    let margins = margins(&pages);
    join_rows(&mut pages, &|line, at, count| {
        let text = tidy(&line.whole());
        is_margin(at, count) && (margins.contains(&running(&text)) || is_page_number(&text))
    });
    for page in &pages {
        builder.page(page, &margins);
    }
    builder.finish()
}

/// Running heads and feet: what stands at the edge of three pages or more.
fn margins(pages: &[Vec<Line>]) -> BTreeSet<String> {
    let mut counts = BTreeMap::<String, usize>::new();
    for page in pages {
        // The head of a table may be repeated on every page as well.
        let edge = page
            .iter()
            .enumerate()
            .filter(|(at, line)| is_margin(*at, page.len()) && list_heads(line).is_none());
        let keys: BTreeSet<_> = edge.map(|(_, line)| running(&tidy(&line.whole()))).collect();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(key, count)| *count >= 3 && !is_common(key)).map(|(key, _)| key).collect()
}

/// Whether a line is one of the first or last two of a page.
fn is_margin(at: usize, count: usize) -> bool {
    at < 2 || at + 2 >= count
}

/// What a running head has in common on all pages.
fn running(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// The height that most words have.
fn body_size(pages: &[Vec<Line>]) -> f64 {
    let mut sizes: Vec<f64> =
        pages.iter().flatten().flat_map(|line| line.words.iter().map(|_| line.size)).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0)
}

/// A table under way: one text per column.
struct Table {
    starts: Vec<f64>,
    cells: Vec<String>,
    has_bullets: bool,
    /// Whether no known head stands above it: then it ends where its lines no
    /// longer fit its columns.
    is_unknown: bool,
}

struct Builder {
    body_size: f64,
    out: Vec<document::Line>,
    /// The paragraph or item under way.
    open: Option<document::Line>,
    table: Option<Table>,
    /// Base line, height and right end of the line before, on this page.
    before: Option<(f64, f64, f64)>,
    /// How far the longest line of the page reaches.
    right: f64,
    /// Lines of the short facts, of which the columns are told at the end.
    facts: Option<Vec<Line>>,
    /// Where the text of the open item begins.
    indent: Option<f64>,
    /// Whether the lines are an area's.
    is_in_area: bool,
}

impl Builder {
    fn new(body_size: f64) -> Self {
        Self {
            body_size,
            out: Vec::new(),
            open: None,
            table: None,
            before: None,
            right: 0.0,
            facts: None,
            indent: None,
            is_in_area: false,
        }
    }

    fn page(&mut self, lines: &[Line], margins: &BTreeSet<String>) {
        self.before = None;
        self.right = lines.iter().map(Line::end).fold(0.0, f64::max);
        let lines = with_whole_rows(&with_whole_heads(lines));
        for (at, line) in lines.iter().enumerate() {
            let text = tidy(&line.whole());
            // A number on top below other text is a score, and so is one in an
            // empty box, on top of a page or right below the box's head.
            let is_in_box = self.awaited().is_some_and(|x| at < 2 || (x - line.start()).abs() < line.size);
            let is_score = (at < 2 && self.before.is_some()) || is_in_box;
            let is_number = is_page_number(&text) && !is_score;
            if is_margin(at, lines.len()) && (margins.contains(&running(&text)) || is_number) {
                // Margins stand beside the text, even in the middle of a paragraph.
                self.close();
                self.push(&text, Kind::Margin);
                continue;
            }
            self.line(line, lines.get(at + 1));
            self.before = Some((line.y, line.size, line.end()));
        }
        // A paragraph may go on over the page; an empty line shows where.
        self.close();
    }

    /// Where the last column begins of a table of which only the head was read.
    fn awaited(&self) -> Option<f64> {
        let table = self.table.as_ref().filter(|table| table.cells.iter().all(String::is_empty))?;
        table.starts.last().map(|start| start + COLUMN_SLACK * self.body_size)
    }

    fn line(&mut self, line: &Line, next: Option<&Line>) {
        let mut cells = line.cells();
        if let Some(heads) = list_heads(line) {
            cells = heads;
        }
        let row = tidy(&line.row(&cells));
        let part = part::heading(&row);
        if part.is_none()
            && let Some(facts) = &mut self.facts
        {
            facts.push(line.clone());
            return;
        }
        self.end_facts();
        self.facts = (part == Some(Part::Facts)).then(Vec::new);
        if let Some(part) = part {
            self.is_in_area = matches!(part, Part::Area(_));
        }
        let gap = self.before.map_or(f64::INFINITY, |(y, size, _)| (y - line.y) / size.max(line.size));
        if is_list_head(&row) {
            self.end_table();
            self.close();
            self.push(&row, Kind::Plain);
            self.table = Some(Table::new(cells, line.size));
        } else if let Some(table) = self.table.as_mut().filter(|it| !ends_table(&row) && it.fits(line, gap)) {
            table.add(line);
        } else {
            self.end_table();
            if is_score_line(&row) || (cells.len() > 1 && Entry::read(&row).is_certain()) {
                self.close();
                self.push(&row, Kind::Plain);
            } else if self.is_in_area && next.is_some_and(|next| are_columns(line, next)) {
                self.close();
                self.table = Some(Table::unknown(cells, line));
            } else {
                self.text_line(line);
            }
        }
    }

    /// Rows of label and value.
    fn end_facts(&mut self) {
        let Some(lines) = self.facts.take() else { return };
        self.close();
        // Most rows show where the values begin.
        let mut starts: Vec<f64> = lines.iter().filter_map(|line| line.cells().get(1).copied()).collect();
        starts.sort_by(f64::total_cmp);
        let value = starts.get(starts.len() / 2).copied();
        let mut rows: Vec<Table> = Vec::new();
        let mut above: Option<f64> = None;
        for line in &lines {
            let columns = std::iter::once(line.start()).chain(value).collect();
            let is_close = above.is_some_and(|y| y - line.y < FACT_GAP * line.size && y > line.y);
            if let Some(row) = rows.last_mut()
                && is_close
            {
                row.add(line);
            } else {
                rows.push(Table::of_fact(columns, line));
            }
            above = Some(line.y);
        }
        for row in &rows {
            self.push(&row.cells.join("\t"), Kind::Plain);
        }
    }

    fn end_table(&mut self) {
        if let Some(table) = self.table.take() {
            let row = table.cells.join("\t");
            if !row.trim().is_empty() {
                self.push(&row, Kind::Plain);
            }
            self.push("", Kind::Plain);
        }
    }

    /// A line of a paragraph, heading or item.
    fn text_line(&mut self, line: &Line) {
        let text = tidy(&line.whole());
        let kind = if line.size > self.body_size * HEADING
            && text.chars().filter(|c| c.is_alphabetic()).count() > 2
        {
            Kind::Heading
        } else {
            Kind::Plain
        };
        if self.begins(line, &text, kind) {
            self.close();
        }
        if let Some(open) = &mut self.open {
            join(&mut open.text, &text);
        } else {
            let is_item = text.starts_with(BULLETS);
            self.indent = if is_item { line.words.get(1).map(|word| word.x) } else { None };
            self.open = Some(document::Line { text, kind });
        }
    }

    /// Whether a line begins something new.
    fn begins(&self, line: &Line, text: &str, kind: Kind) -> bool {
        let (Some(open), Some((y, size, end))) = (&self.open, self.before) else { return true };
        let gap = (y - line.y) / size.max(line.size);
        let is_dash = text.starts_with("- ") || text.starts_with("– ");
        let is_short = end < self.right * 0.8;
        // An item's lines begin alike; what begins before them is text again.
        let is_outdented = self.indent.is_some_and(|indent| line.start() < indent - line.size * 0.5);
        gap > PARAGRAPH_GAP
            || text.starts_with(BULLETS)
            || is_dash
            || is_outdented
            || kind != open.kind
            || (size - line.size).abs() > 0.6
            || (is_short && open.text.ends_with(['.', '!', '?', ':']))
            || part::heading(text).is_some()
            || is_page_number(text)
            || [text, &open.text].into_iter().any(|it| is_common(it) || is_of_summary(it))
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.out.push(open);
            self.push("", Kind::Plain);
        }
    }

    fn push(&mut self, text: &str, kind: Kind) {
        self.out.push(document::Line { text: document::clean(text), kind });
    }

    fn finish(mut self) -> Document {
        self.end_facts();
        self.end_table();
        self.close();
        Document { lines: self.out, unseen: Vec::new() }
    }
}

impl Table {
    /// Columns that begin at `starts`, or a little before.
    fn new(starts: Vec<f64>, size: f64) -> Self {
        let cells = vec![String::new(); starts.len()];
        let starts = starts.into_iter().map(|start| start - COLUMN_SLACK * size).collect();
        Self { starts, cells, has_bullets: false, is_unknown: false }
    }

    /// Columns side by side below no head that is known. They are kept apart,
    /// so that their lines do not end up in each other.
    fn unknown(starts: Vec<f64>, line: &Line) -> Self {
        let mut table = Self { is_unknown: true, ..Self::new(starts, line.size) };
        table.add(line);
        table
    }

    /// Whether a line that is `gap` heights below the one before may belong to
    /// the table: its text does not run over the columns, and far below there
    /// is more than the first of them.
    fn fits(&self, line: &Line, gap: f64) -> bool {
        let mut starts = self.starts.iter().skip(1);
        let is_beside = self.starts.get(1).is_some_and(|start| line.end() > *start);
        let is_near = gap <= PARAGRAPH_GAP || is_beside;
        !self.is_unknown || (is_near && starts.all(|start| line.is_parted_at(*start)))
    }

    /// A label and the beginning of its value.
    fn of_fact(starts: Vec<f64>, line: &Line) -> Self {
        // A capital in a value is no sign of an item.
        let mut fact = Self { has_bullets: true, ..Self::new(starts, line.size) };
        fact.add(line);
        fact
    }

    fn add(&mut self, line: &Line) {
        let row = line.row(&self.starts);
        for (cell, text) in self.cells.iter_mut().zip(row.split('\t')) {
            let text = tidy(text);
            self.has_bullets |= text.starts_with(BULLETS);
            if text.is_empty() {
                continue;
            }
            // Without bullets a capital is the only sign of a new item.
            let is_item = !self.has_bullets && text.starts_with(char::is_uppercase);
            if is_item {
                join(cell, "•");
            }
            join(cell, &text);
        }
    }
}

/// The lines of a page; heads of lists that were broken into two lines are put
/// together.
fn with_whole_heads(lines: &[Line]) -> Vec<Line> {
    let mut whole: Vec<Line> = Vec::new();
    for line in lines {
        let above = whole.last().filter(|above| above.y - line.y < PARAGRAPH_GAP * above.size);
        let joined = above.and_then(|above| whole_head(above, line));
        match (joined, whole.last_mut()) {
            (Some(joined), Some(above)) => *above = joined,
            _ => whole.push(line.clone()),
        }
    }
    whole
}

/// A line and the next one as one, if together only they are a head of lists.
fn whole_head(above: &Line, below: &Line) -> Option<Line> {
    let starts = above.cells();
    if starts.len() < 2 || is_list_head(&tidy(&above.row(&starts))) {
        return None;
    }
    let mut cells: Vec<Vec<Word>> = vec![Vec::new(); starts.len()];
    for word in above.words.iter().chain(&below.words) {
        let column = starts.iter().rposition(|start| *start <= word.x + COLUMN_SLACK * above.size)?;
        cells.get_mut(column)?.push(word.clone());
    }
    let texts = cells.iter().map(|it| it.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "));
    if !is_list_head(&texts.map(|it| tidy(&it)).collect::<Vec<_>>().join("\t")) {
        return None;
    }
    // One word per cell, so that what stood below does not part them.
    let cell = |words: Vec<Word>| {
        let text = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        let end = words.iter().map(|word| word.end).fold(f64::NEG_INFINITY, f64::max);
        words.first().map(|first| Word { x: first.x, end, text })
    };
    Some(Line { y: below.y, size: above.size, words: cells.into_iter().filter_map(cell).collect() })
}

/// Puts the next line behind `text`. A hyphen at its end stays, without a
/// blank, and is judged like any other inside a word.
fn join(text: &mut String, next: &str) {
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_split = text.ends_with('-')
        && !text.ends_with(" -")
        && word.starts_with(char::is_lowercase)
        && !words().joining.after_hyphen.contains(word);
    if !is_split && !text.is_empty() {
        text.push(' ');
    }
    text.push_str(next);
}

/// The head of a box, or of columns of lists.
fn is_list_head(row: &str) -> bool {
    let is_list = |cell: &str| list_heading(cell).is_some();
    is_box_head(row) || (row.contains('\t') && row.split('\t').all(is_list))
}

/// Where the heads of lists begin of which a line consists, though the gaps
/// between them are narrow.
fn list_heads(line: &Line) -> Option<Vec<f64>> {
    let mut starts = Vec::new();
    let mut rest = line.words.as_slice();
    while let [first, ..] = rest {
        let is_head = |count: &usize| {
            let words = rest.iter().take(*count).map(|word| word.text.as_str());
            list_heading(&tidy(&words.collect::<Vec<_>>().join(" "))).is_some()
        };
        let count = (1..=MAX_HEAD_WORDS.min(rest.len())).rev().find(is_head)?;
        starts.push(first.x);
        rest = rest.get(count..)?;
    }
    (starts.len() > 1).then_some(starts)
}

/// Whether the cells of a line go on in the next one, and the first of them is
/// more than a bullet or a number.
fn are_columns(line: &Line, next: &Line) -> bool {
    let cells = line.cells();
    let Some(second) = cells.get(1) else { return false };
    let letters = line.text(f64::NEG_INFINITY, *second).chars().filter(|c| c.is_alphabetic()).count();
    let goes_on = |start: &f64| {
        let from = start - COLUMN_SLACK * line.size;
        let below = next.words.iter().find(|word| word.x >= from);
        next.is_parted_at(from) && below.is_some_and(|word| word.x < start + HANGING * line.size)
    };
    letters > 2 && line.y - next.y < HEAD_GAP * line.size && cells.iter().skip(1).all(goes_on)
}

/// The most words of the head of a list.
const MAX_HEAD_WORDS: usize = 6;

/// Whether a row cannot belong to the table above it.
fn ends_table(row: &str) -> bool {
    part::heading(row).is_some() || is_common(row) || is_score_line(row)
}

/// Whether a line is of a score table: its head, or figures at its end.
fn is_score_line(row: &str) -> bool {
    let columns = &words().columns;
    let all: Vec<_> = row.split(['\t', ' ']).map(comparable).collect();
    let is_head = all.windows(2).any(|pair| {
        matches!(pair, [first, second] if columns.points.contains(first) && columns.maximum.contains(second))
    });
    is_head || (row.contains('\t') && row.ends_with('%')) || begins_with_sub_area(row)
}

/// Whether a row begins with the number of a sub-area: `1.1`.
fn begins_with_sub_area(row: &str) -> bool {
    let first = row.split(['\t', ' ']).next().unwrap_or_default();
    crate::model::SubAreaNumber::parse(first.trim_end_matches('.')).is_some()
}

/// A text in NFC and clean, its ligatures taken apart.
fn tidy(text: &str) -> String {
    const LIGATURES: [(char, &str); 5] = [
        ('\u{fb00}', "ff"),
        ('\u{fb01}', "fi"),
        ('\u{fb02}', "fl"),
        ('\u{fb03}', "ffi"),
        ('\u{fb04}', "ffl"),
    ];
    let apart = LIGATURES.iter().fold(text.to_owned(), |text, (one, many)| text.replace(*one, many));
    document::clean(&normalise(&apart))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::file::pdf::layout::tests::page;

    #[test]
    fn columns_below_an_unknown_head_are_kept_apart() {
        let page = page(&[
            ("Område 1 Torget", 50.0, 700.0),
            ("Bra", 50.0, 670.0),
            ("Sämre", 300.0, 670.0),
            ("Torget är öppet", 50.0, 650.0),
            ("Klockan i tornet", 300.0, 650.0),
            ("för alla", 50.0, 638.0),
            ("går fel", 300.0, 638.0),
            ("Texten under tabellen är en rad för sig som går över båda.", 50.0, 600.0),
        ]);
        let texts: Vec<_> = document(&[page]).lines.into_iter().map(|line| line.text).collect();
        let rows: Vec<_> = texts.iter().filter(|text| text.contains('\t')).collect();
        assert_eq!(rows, ["• Bra • Torget är öppet för alla\t• Sämre • Klockan i tornet går fel"]);
        assert!(texts.iter().any(|text| text.starts_with("Texten under")), "{texts:?}");
    }
}
