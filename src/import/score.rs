//! Score tables: rows of sub-areas, an area's sum, heads that may come twice.
//!
//! Number and title stand in one cell or two, figures bare or in tags, with
//! comma or point. A row is told by what it begins and ends with, so that rows
//! whose cells were lost on the way are read all the same.

use std::ops::Range;

use super::document::{Document, Passage};
use super::markup::without_tags;
use super::words::words;
use crate::language::{comparable, parse_points};
use crate::model::{AreaNumber, SubAreaNumber};

/// All rows of all score tables, in order.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Heads, as often as they are printed.
    pub heads: Vec<Head>,
    /// Rows of sub-areas.
    pub rows: Vec<Row>,
    /// Rows of sums.
    pub sums: Vec<Sum>,
    /// The area of the table that was read last.
    area: Option<AreaNumber>,
    /// Whether the last line was a row whose title may go on.
    is_open: bool,
}

/// A head: number and name of an area.
#[derive(Clone, Debug)]
pub struct Head {
    /// The area's number.
    pub area: AreaNumber,
    /// Its name as printed.
    pub name: Passage,
    /// The rest of the line.
    pub line: Passage,
}

/// A row of a sub-area.
#[derive(Clone, Debug)]
pub struct Row {
    /// The sub-area's number.
    pub number: SubAreaNumber,
    /// The number as printed.
    pub label: Passage,
    /// Its title as printed.
    pub title: Passage,
    /// Its figures, if they could be told.
    pub figures: Option<Figures>,
}

/// A row that sums up an area.
#[derive(Clone, Debug)]
pub struct Sum {
    /// The area whose table it ends.
    pub area: AreaNumber,
    /// Its figures.
    pub figures: Figures,
    /// What stands before them.
    pub label: Passage,
}

/// The three columns.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Points reached.
    pub points: Passage,
    /// Points to get.
    pub maximum: Passage,
    /// Percentage, without its sign.
    pub percent: Option<Passage>,
}

impl Figures {
    /// Points to get, as a number.
    pub fn maximum(&self) -> Option<u8> {
        self.maximum.text.parse().ok()
    }
}

/// A word of a line and where it stands.
struct Token<'t> {
    text: &'t str,
    range: Range<usize>,
}

impl Tables {
    /// Takes line `index` if it belongs to a score table. `is_table` says that
    /// the line stands where only tables do.
    pub fn take(&mut self, document: &Document, index: usize, is_table: bool) -> bool {
        let text = without_tags(document.text(index));
        let tokens = tokens(&text);
        let line = Reader { document, index, tokens };
        let is_taken = self.head(&line)
            || self.row(&line, is_table)
            || self.figures(&line)
            || (is_table && self.title(&line));
        self.is_open &= is_taken;
        is_taken
    }

    fn head(&mut self, line: &Reader<'_>) -> bool {
        let Some(head) = line.head() else { return false };
        self.area = Some(head.area);
        self.heads.push(head);
        self.is_open = false;
        true
    }

    fn row(&mut self, line: &Reader<'_>, is_table: bool) -> bool {
        let Some(row) = line.row().filter(|row| is_table || row.figures.is_some()) else { return false };
        self.area = Some(row.number.area);
        self.rows.push(row);
        self.is_open = true;
        true
    }

    /// Figures without a number: of the row above if it lacks them, else a sum.
    fn figures(&mut self, line: &Reader<'_>) -> bool {
        let Some((figures, before)) = line.figures(0) else { return false };
        let label = line.passage(0..before);
        let open = self.rows.last_mut().filter(|row| self.is_open && row.figures.is_none());
        match (open, self.area) {
            (Some(row), _) => {
                row.figures = Some(figures);
                row.title.append(" ", label);
                true
            }
            (None, Some(area)) if figures.maximum.text == "100" && before <= 2 => {
                self.sums.push(Sum { area, figures, label });
                self.is_open = false;
                true
            }
            _ => false,
        }
    }

    /// The rest of a title that was broken.
    fn title(&mut self, line: &Reader<'_>) -> bool {
        let Some(row) = self.rows.last_mut().filter(|_| self.is_open) else { return false };
        let is_short = line.tokens.len() <= 20;
        let is_sentence =
            line.tokens.len() > 12 && line.tokens.last().is_some_and(|it| it.text.ends_with('.'));
        if !is_short || is_sentence || line.tokens.is_empty() {
            return false;
        }
        row.title.append(" ", line.passage(0..line.tokens.len()));
        true
    }
}

/// One line, cut into words.
struct Reader<'a> {
    document: &'a Document,
    index: usize,
    tokens: Vec<Token<'a>>,
}

impl Reader<'_> {
    fn passage(&self, tokens: Range<usize>) -> Passage {
        let inside = self.tokens.get(tokens).unwrap_or_default();
        let cells = inside.iter().map(|token| self.document.passage(self.index, token.range.clone()));
        cells
            .reduce(|mut before, next| {
                before.append(" ", next);
                before
            })
            .unwrap_or_default()
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// `1.`, name, and the heads of the columns.
    fn head(&self) -> Option<Head> {
        let columns = &words().columns;
        let word = |at: usize| comparable(self.text(at));
        let points = (0..self.tokens.len().min(40))
            .find(|at| columns.points.contains(&word(*at)) && columns.maximum.contains(&word(at + 1)))?;
        let area: AreaNumber = self.text(0).trim_end_matches('.').parse().ok()?;
        let head = Head { area, name: self.passage(1..points), line: self.passage(0..self.tokens.len()) };
        (1..=20).contains(&area).then_some(head)
    }

    /// `1.1`, title, and figures if there are any.
    fn row(&self) -> Option<Row> {
        let number = SubAreaNumber::parse(self.text(0).trim_end_matches('.'))?;
        let (figures, end) = match self.figures(1) {
            Some((figures, before)) => (Some(figures), before),
            None => (None, self.tokens.len()),
        };
        Some(Row { number, label: self.passage(0..1), title: self.passage(1..end), figures })
    }

    /// The figures at the end of the line, and how many words stand before
    /// them; `from` is the first word that can be one.
    fn figures(&self, from: usize) -> Option<(Figures, usize)> {
        let mut end = self.tokens.len();
        if self.text(end.checked_sub(1)?) == "%" {
            end -= 1;
        }
        let is_figure = |at: usize| parse_points(self.text(at).trim_end_matches('%')).is_some();
        let count = (from..end).rev().take(3).take_while(|at| is_figure(*at)).count();
        let has_sign = |at: usize| self.text(at).ends_with('%') || self.text(at + 1) == "%";
        let start = end - count;
        // Two figures are points and maximum; with a sign, points are missing.
        let has_percent = count == 3;
        if count < 2 || (count == 2 && has_sign(end - 1)) {
            return None;
        }
        let maximum = self.tokens.get(start + 1)?;
        let is_maximum = maximum.text.parse().is_ok_and(|maximum: u16| (1..=100).contains(&maximum));
        let figures = Figures {
            points: self.passage(start..start + 1),
            maximum: self.passage(start + 1..start + 2),
            percent: has_percent.then(|| self.percent(start + 2)).flatten(),
        };
        is_maximum.then_some((figures, start))
    }

    fn percent(&self, at: usize) -> Option<Passage> {
        let token = self.tokens.get(at)?;
        let bare = token.text.trim_end_matches('%').len();
        Some(self.document.passage(self.index, token.range.start..token.range.start + bare))
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut start = 0;
    let token = |word: &'_ str| {
        let range = start..start + word.len();
        start = range.end + 1;
        range
    };
    let ranges: Vec<_> = text.split([' ', '\t']).map(token).collect();
    let token = |range: Range<usize>| Token { text: text.get(range.clone()).unwrap_or_default(), range };
    ranges.into_iter().filter(|range| !range.is_empty()).map(token).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Vec<String> {
        let document = Document::of_lines(lines.iter().copied());
        let mut tables = Tables::default();
        let taken: Vec<_> = (0..lines.len()).map(|index| tables.take(&document, index, true)).collect();
        let shown = |figures: &Figures| {
            let percent = figures.percent.as_ref().map_or("?", |it| it.text.as_str());
            format!("{}/{} {percent}", figures.points.text, figures.maximum.text)
        };
        let heads = tables.heads.iter().map(|it| format!("{}: {}", it.area, it.name.text));
        let rows = tables.rows.iter().map(|it| {
            format!("{} {} = {}", it.number, it.title.text, it.figures.as_ref().map_or("?".into(), shown))
        });
        let sums = tables.sums.iter().map(|it| format!("sum {} = {}", it.area, shown(&it.figures)));
        let left = taken.iter().filter(|it| !**it).count();
        heads.chain(rows).chain(sums).chain([format!("{left} left")]).collect()
    }

    #[test]
    fn rows_are_read_however_their_cells_are_cut() {
        let expected = [
            "1: Torget och rådet",
            "1.1 Plan? = 4,5/15 30",
            "1.2 Hur många, 3 till? = 11/25 44",
            "sum 1 = 15,5/100 42",
            "0 left",
        ];
        for lines in [
            [
                "1.\tTorget och rådet\tUppnått\tMax\tProcent",
                "1.1\tPlan?\t4,5\t15\t30%",
                "1.2\tHur många, 3 till?\t11\t25\t44 %",
                "\t\t15,5\t100\t42%",
            ],
            [
                "1. Torget och rådet\tUppnått\tMax\tProcent",
                "1.1 Plan?\t<p>4,5</p>\t15\t30%",
                "1.2 Hur många, 3 till?\t11\t<h1>25</h1>\t44",
                "\t15,5\t100\t42%",
            ],
            [
                "1 Torget och rådet Uppnått Max Procent",
                "1.1. Plan? 4,5 15 30%",
                "1.2 Hur många, 3 till? 11 25 44%",
                "15,5 100 42%",
            ],
        ] {
            assert_eq!(read(&lines), expected);
        }
    }

    #[test]
    fn broken_titles_and_repeated_heads_belong_to_their_rows() {
        assert_eq!(
            read(&[
                "2. Vägar\tUppnått\tMax\tProcent",
                "2.1 En lång",
                "\t7\t10\t70%",
                "fråga?",
                "2. Vägar\tUppnått\tMax\tProcent",
                "2.2 Bro\t\t20\t5%",
                "En ny text."
            ]),
            ["2: Vägar", "2: Vägar", "2.1 En lång fråga? = 7/10 70", "2.2 Bro 20 5% = ?", "0 left"]
                .map(str::to_owned)
                .into_iter()
                .map(|it| it.replace("Bro 20 5% = ?", "Bro 20 5% En ny text. = ?"))
                .collect::<Vec<_>>()
        );
    }
}
