//! Score tables: rows of sub-areas, an area's sum, heads that may come twice.
//!
//! Number and title stand in one cell or two, figures bare or in tags, with
//! comma or point. A row is told by what it begins and ends with, so that rows
//! whose cells were lost on the way are read all the same.

use std::ops::Range;

use super::chapter::Chapter;
use crate::import::line::document::{Document, Passage};
use crate::import::line::markup::without_tags;
use crate::import::line::part::{AREAS, Part};
use crate::import::line::score::{Maxima, bare_figure, words_and_figures};
use crate::import::vocabulary::token::Token;
use crate::import::vocabulary::words::words;
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
}

/// A head: number and name of an area.
#[derive(Clone, Debug)]
pub struct Head {
    /// The area's number.
    pub area: AreaNumber,
    /// Its name as printed.
    pub name: Passage,
    /// The whole line.
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
    /// What stands between and behind them: `p`, `av`.
    pub units: Vec<Passage>,
}

impl Figures {
    /// Points to get, as a number.
    pub fn maximum(&self) -> Option<u16> {
        self.maximum.text.parse().ok()
    }

    /// Whether they are an area's, by their maximum.
    fn are_of_area(&self, maxima: &Maxima) -> bool {
        self.maximum().is_some_and(|maximum| maxima.is_of_area(maximum))
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Points,
    Maximum,
    Percent,
}

/// The columns from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Order(Vec<Column>);

impl Default for Order {
    fn default() -> Self {
        Self(vec![Column::Points, Column::Maximum, Column::Percent])
    }
}

impl Order {
    /// At which of `count` figures a column's stands. One figure fewer than columns
    /// can be placed only where the last column is the percentage.
    fn place(&self, column: Column, count: usize) -> Option<usize> {
        let Self(columns) = self;
        let is_whole = count == columns.len() || columns.get(count..) == Some(&[Column::Percent]);
        columns.iter().position(|it| *it == column).filter(|at| is_whole && *at < count)
    }
}

/// Reads the score tables, wherever they stand, but for lines that are page
/// `furniture`. Returns them with a mark for every line that is one of theirs.
pub(crate) fn tables(
    document: &Document,
    chapters: &[Chapter],
    furniture: &[bool],
    maxima: &Maxima,
) -> (Tables, Vec<bool>) {
    let mut reader = TableReader::new(maxima);
    let mut is_taken = vec![false; document.lines.len()];
    // Tables alone, without any chapter, are all that there is.
    let is_alone = chapters.iter().all(|it| matches!(it.part, Part::Contents | Part::Cover));
    let is_read = |it: &&Chapter| is_alone || !matches!(it.part, Part::Contents | Part::Cover);
    for chapter in chapters.iter().filter(is_read) {
        for index in chapter.lines.clone() {
            let is_readable = (1..MAX_LINE).contains(&document.text(index).len());
            let (Some(false), Some(is_taken)) = (furniture.get(index), is_taken.get_mut(index)) else {
                continue;
            };
            *is_taken = is_readable && reader.read(document, index, is_alone || chapter.part == Part::Tables);
        }
    }
    (reader.tables, is_taken)
}

/// The longest line that can be of a table, in bytes. Rows in real reports have
/// 152 at most.
const MAX_LINE: usize = 2000;

/// How far score tables have been read.
struct TableReader<'a> {
    maxima: &'a Maxima,
    tables: Tables,
    /// The area of the table that was read last.
    area: Option<AreaNumber>,
    /// The order of its columns.
    order: Order,
    /// Whether the last line was a row whose title may go on.
    is_open: bool,
}

/// What a line is in a score table.
enum Role {
    /// The head of an area's table.
    Head(Head),
    /// The row of a sub-area.
    Row(Row),
    /// The row that sums up the table.
    Sum(Sum),
    /// The figures of the row above, and the end of its title.
    Figures(Figures, Passage),
    /// The rest of the title of the row above.
    Title(Passage),
}

impl<'a> TableReader<'a> {
    fn new(maxima: &'a Maxima) -> Self {
        Self { maxima, tables: Tables::default(), area: None, order: Order::default(), is_open: false }
    }

    /// Reads line `index`; says whether it belongs to a score table. `is_table`
    /// says that it stands where only tables do.
    fn read(&mut self, document: &Document, index: usize, is_table: bool) -> bool {
        let text = without_tags(document.text(index));
        let line = Line { document, index, tokens: words_and_figures(&text), maxima: self.maxima };
        let columns = line.columns();
        if let Some((order, _)) = &columns {
            self.order = order.clone();
        }
        let role = self.role(&line, columns.map(|(_, start)| start), is_table);
        let is_taken = role.is_some();
        match role {
            Some(role) => self.apply(role),
            None => self.is_open = false,
        }
        is_taken
    }

    /// What `line` is, after what was read before. The heads of columns begin at
    /// word `columns`, if it has any.
    fn role(&self, line: &Line<'_>, columns: Option<usize>, is_table: bool) -> Option<Role> {
        if let Some(head) = columns.and_then(|start| line.head(start)) {
            return Some(Role::Head(head));
        }
        let figures = line.figures(0, &self.order);
        // Before rows: points with a decimal point look like the number of a
        // sub-area, as in `66.6  100  67%`.
        if let (Some((figures, before)), Some(area)) = (&figures, self.area)
            && figures.are_of_area(self.maxima)
            && line.is_label_of_sum(*before, &self.order)
        {
            let label = line.passage(0..*before);
            return Some(Role::Sum(Sum { area, figures: figures.clone(), label }));
        }
        if let Some(row) = line.row(&self.order)
            && (is_table || row.figures.is_some())
        {
            return Some(Role::Row(row));
        }
        let open = if self.is_open { self.tables.rows.last() } else { None };
        if let Some((figures, before)) = figures {
            let title = line.passage(0..before);
            if open.is_some_and(|row| row.figures.is_none()) {
                return Some(Role::Figures(figures, title));
            }
            if is_table && let Some(row) = self.unnumbered(&figures, title) {
                return Some(Role::Row(row));
            }
        }
        if is_table && open.is_some() && line.may_be_title() {
            return Some(Role::Title(line.passage(0..line.tokens.len())));
        }
        None
    }

    /// A row that has lost its number, but neither title nor figures: the number
    /// is the next one of the area. Its title is compared with the edition's
    /// later.
    fn unnumbered(&self, figures: &Figures, title: Passage) -> Option<Row> {
        let area = self.area?;
        if figures.percent.is_none() || !title.text.starts_with(char::is_uppercase) {
            return None;
        }
        let last = self.tables.rows.iter().rev().find(|row| row.number.area == area);
        let index = last.map_or(Some(1), |row| row.number.index.checked_add(1))?;
        let number = SubAreaNumber { area, index };
        Some(Row { number, label: Passage::default(), title, figures: Some(figures.clone()) })
    }

    fn apply(&mut self, role: Role) {
        match role {
            Role::Head(head) => {
                self.area = Some(head.area);
                self.tables.heads.push(head);
                self.is_open = false;
            }
            Role::Row(row) => {
                self.area = Some(row.number.area);
                self.tables.rows.push(row);
                self.is_open = true;
            }
            Role::Sum(sum) => {
                self.tables.sums.push(sum);
                self.is_open = false;
            }
            Role::Figures(figures, title) => {
                if let Some(row) = self.tables.rows.last_mut() {
                    row.figures = Some(figures);
                    row.title.append(" ", title);
                }
            }
            Role::Title(title) => {
                if let Some(row) = self.tables.rows.last_mut() {
                    row.title.append(" ", title);
                }
            }
        }
    }
}

/// One line, cut into words.
struct Line<'a> {
    document: &'a Document,
    index: usize,
    tokens: Vec<Token<'a>>,
    maxima: &'a Maxima,
}

impl Line<'_> {
    fn passage(&self, tokens: Range<usize>) -> Passage {
        let inside = self.tokens.get(tokens).unwrap_or_default();
        let cells = inside.iter().map(|token| self.document.passage(self.index, token.range.clone()));
        Passage::joined(cells, " ").unwrap_or_default()
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// `1.`, name, and the heads of the columns from word `start` on.
    fn head(&self, start: usize) -> Option<Head> {
        let area: AreaNumber = self.text(0).trim_end_matches('.').parse().ok()?;
        if !AREAS.contains(&area) {
            return None;
        }
        Some(Head { area, name: self.passage(1..start), line: self.passage(0..self.tokens.len()) })
    }

    /// The heads of the columns, and where they begin.
    fn columns(&self) -> Option<(Order, usize)> {
        let end = self.tokens.len().min(MAX_HEAD_WORDS);
        let start = (0..end).find(|at| self.column(*at).is_some() && self.column(at + 1).is_some())?;
        let order = self.order(start..end, true).or_else(|| self.order(start..end, false))?;
        Some((order, start))
    }

    /// The columns with their heads in `range`, if there are those that a table
    /// must have. "Max poäng" may be one of them (`with_units`) or two.
    fn order(&self, range: Range<usize>, with_units: bool) -> Option<Order> {
        let mut columns: Vec<Column> = Vec::new();
        for at in range.clone() {
            let is_unit = with_units && at > range.start && self.is_unit(at) && self.is_within_cell(at);
            match self.column(at) {
                Some(Column::Points) if is_unit => {}
                Some(column) if !columns.contains(&column) => columns.push(column),
                _ => break,
            }
        }
        let is_whole = [Column::Points, Column::Maximum].iter().all(|it| columns.contains(it));
        if !columns.contains(&Column::Percent) {
            columns.push(Column::Percent);
        }
        is_whole.then_some(Order(columns))
    }

    /// The column that word `at` is the head of.
    fn column(&self, at: usize) -> Option<Column> {
        let (columns, word) = (&words().columns, comparable(self.text(at)));
        [
            (&columns.points, Column::Points),
            (&columns.maximum, Column::Maximum),
            (&columns.percent, Column::Percent),
        ]
        .into_iter()
        .find_map(|(heads, column)| heads.contains(&word).then_some(column))
    }

    fn is_unit(&self, at: usize) -> bool {
        words().columns.units.contains(&comparable(self.text(at)))
    }

    /// Whether word `at` stands in the same cell as the one before.
    fn is_within_cell(&self, at: usize) -> bool {
        let start = self.tokens.get(at).map_or(0, |token| token.range.start);
        self.document.text(self.index).get(..start).is_some_and(|before| before.ends_with(' '))
    }

    /// `1.1`, title, and figures if there are any.
    fn row(&self, order: &Order) -> Option<Row> {
        let number = SubAreaNumber::parse(self.text(0).trim_end_matches('.'))?;
        let (figures, end) = match self.figures(1, order) {
            Some((figures, before)) => (Some(figures), before),
            None => (None, self.tokens.len()),
        };
        Some(Row { number, label: self.passage(0..1), title: self.passage(1..end), figures })
    }

    /// Whether the line can be the rest of a title, and is no sentence.
    fn may_be_title(&self) -> bool {
        let ends_sentence = self.tokens.last().is_some_and(|it| it.text.ends_with('.'));
        (1..=20).contains(&self.tokens.len()) && !(ends_sentence && self.tokens.len() > 12)
    }

    /// Whether the first `count` words can stand before a sum.
    fn is_label_of_sum(&self, count: usize, order: &Order) -> bool {
        let is_sum = || words().columns.sums.contains(&comparable(self.text(0).trim_end_matches(':')));
        count == 0 || (count <= MAX_LABEL_WORDS && is_sum()) || (count <= 2 && self.row(order).is_none())
    }

    /// The figures at the end of the line, and how many words stand before
    /// them; `from` is the first word that can be one.
    fn figures(&self, from: usize, order: &Order) -> Option<(Figures, usize)> {
        let end = self.tokens.len();
        let (mut columns, mut units) = (Vec::new(), Vec::new());
        let mut waiting = Vec::new();
        for at in (from..end).rev() {
            if columns.len() < 3 && self.is_figure(at) {
                columns.insert(0, at);
                units.append(&mut waiting);
            } else if columns.len() < 3 && self.is_unit(at) {
                waiting.push(at);
            } else {
                break;
            }
        }
        let place = |column| order.place(column, columns.len()).and_then(|at| columns.get(at).copied());
        let (points, maximum) = (place(Column::Points)?, place(Column::Maximum)?);
        let percent = place(Column::Percent);
        // Two figures are points and maximum; with a sign, points are missing.
        if [points, maximum].into_iter().any(|at| self.has_sign(at)) {
            return None;
        }
        let figures = Figures {
            points: self.figure(points),
            maximum: self.figure(maximum),
            percent: percent.map(|at| self.figure(at)),
            units: units.into_iter().map(|at| self.passage(at..at + 1)).collect(),
        };
        figures
            .maximum()
            .is_some_and(|it| (1..=self.maxima.most_of_area()).contains(&it))
            .then_some((figures, *columns.first()?))
    }

    fn is_figure(&self, at: usize) -> bool {
        parse_points(bare_figure(self.text(at))).is_some()
    }

    fn has_sign(&self, at: usize) -> bool {
        self.text(at).ends_with('%') || self.text(at + 1) == "%"
    }

    /// The digits of the figure that is word `at`.
    fn figure(&self, at: usize) -> Passage {
        let Some(token) = self.tokens.get(at) else { return Passage::default() };
        let end = token.range.start + bare_figure(token.text).len();
        self.document.passage(self.index, token.range.start..end)
    }
}

/// The most words before the heads of the columns: number and name of the area.
const MAX_HEAD_WORDS: usize = 40;

/// The most words of the label of a sum: "Totalt område 5" and the area's name.
const MAX_LABEL_WORDS: usize = 14;

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Vec<String> {
        let document = Document::of_lines(lines.iter().copied());
        let chapter = Chapter { part: Part::Tables, heading: None, lines: 0..lines.len() };
        let (tables, taken) =
            tables(&document, &[chapter], &vec![false; lines.len()], &Maxima::alike(8, 100));
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
    fn a_sum_is_told_from_a_row() {
        for (line, expected) in [
            ("\t66.6\t100\t67%", "66.6/100 67"),
            ("66.6 100 67%", "66.6/100 67"),
            ("6.6\t100\t7%", "6.6/100 7"),
            ("Summa\t66,6\t100\t67 %", "66,6/100 67"),
            ("Totalt område 5 Vägar\t67 p\t100 p\t67 %", "67/100 67"),
            ("Summa: 67/100", "67/100 ?"),
        ] {
            let found = read(&["5. Vägar\tUppnått\tMax\tProcent", "5.1 Bro\t4\t20\t20%", line]);
            assert_eq!(found, ["5: Vägar", "5.1 Bro = 4/20 20", &format!("sum 5 = {expected}"), "0 left"]);
        }
        // The last row has no points: the sum is not its.
        let found = read(&["5. Vägar\tUppnått\tMax\tProcent", "5.1 Bro\t-\t20\t-", "\t66,6\t100\t67%"]);
        assert_eq!(found, ["5: Vägar", "5.1 Bro - 20 - = ?", "sum 5 = 66,6/100 67", "0 left"]);
    }

    #[test]
    fn rows_are_read_with_units_and_without_numbers() {
        for (line, expected) in [
            ("5.2 Gator\t16 p\t20 p\t82 %", "5.2 Gator = 16/20 82"),
            ("5.2 Gator\t16p\t20p\t82%", "5.2 Gator = 16/20 82"),
            ("5.2 Gator\t16/20\t82%", "5.2 Gator = 16/20 82"),
            ("5.2 Gator 4,5 av 20 poäng", "5.2 Gator = 4,5/20 ?"),
            ("Gator\t16\t20\t82%", "5.2 Gator = 16/20 82"),
            ("Gator\t16\t20", "5.1 Bro Gator 16 20 = 4/20 20"),
            ("5.2 Gator\t20\t82%", "5.2 Gator 20 82% = ?"),
        ] {
            let found = read(&["5. Vägar\tUppnått\tMax\tProcent", "5.1 Bro\t4\t20\t20%", line]);
            assert_eq!(found.iter().rev().nth(1).map(String::as_str), Some(expected), "{line}");
        }
    }

    #[test]
    fn columns_stand_in_the_order_of_their_heads() {
        for (head, row) in [
            ("Uppnått\tMax\tProcent", "16\t20\t82%"),
            ("Uppnådda poäng\tMax poäng\tProcent", "16\t20\t82"),
            ("Uppnådda poäng Max poäng Procent", "16 20 82"),
            ("Maxpoäng\tErhållna poäng\tProcent", "20\t16\t82"),
            ("Max\tPoäng\t%", "20\t16\t82"),
            ("Max Poäng", "20 16"),
            ("Max\tProcent\tUppnått", "20\t82%\t16"),
            ("Procent\tPoäng\tMax", "82 %\t16\t20"),
            ("Uppnått\tMax\tProcent", "16\t20"),
        ] {
            let found = read(&[&format!("5. Vägar\t{head}"), &format!("5.1 Bro\t{row}")]);
            let percent = if row.contains("82") { "82" } else { "?" };
            assert_eq!(found.first().map(String::as_str), Some("5: Vägar"), "{head}");
            assert_eq!(found.get(1), Some(&format!("5.1 Bro = 16/20 {percent}")), "{head}: {found:?}");
        }
        // Two figures do not tell in which of three columns they are.
        let found = read(&["5. Vägar\tMax\tProcent\tUppnått", "5.1 Bro\t20\t16"]);
        assert_eq!(found.get(1).map(String::as_str), Some("5.1 Bro 20 16 = ?"));
    }

    #[test]
    fn broken_titles_and_repeated_heads_belong_to_their_rows() {
        let found = read(&[
            "2. Vägar\tUppnått\tMax\tProcent",
            "2.1 En lång",
            "\t7\t10\t70%",
            "fråga?",
            "2. Vägar\tUppnått\tMax\tProcent",
            "2.2 Bro\t\t20\t5%",
            "En ny text.",
        ]);
        // A row without points has no figures: all that follows is its title.
        let rows = ["2.1 En lång fråga? = 7/10 70", "2.2 Bro 20 5% En ny text. = ?"];
        assert_eq!(found, ["2: Vägar", "2: Vägar", rows[0], rows[1], "0 left"]);
    }
}
