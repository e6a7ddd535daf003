//! Cells → tables: rows below heads that are understood.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Area, Cell, Sheet, Spot, Value, Workbook, letters};
use super::figure::Measure;
use super::head::{Column, Head, Key, head};
use super::objection::{At, Objection, Remark, Trouble};
use super::title::Titles;
use crate::import::vocabulary::date::YEARS;

/// A table of one sheet.
#[derive(Clone, Debug)]
pub struct Table<'b> {
    /// The sheet that it is in.
    pub sheet: &'b Sheet,
    /// Its columns that are understood, by their place.
    pub columns: BTreeMap<u32, Head>,
    /// The rows in which their heads stand.
    pub head_rows: BTreeMap<u32, u32>,
    /// The year that the sheet is named after.
    pub year: Option<u16>,
    /// Its rows below the head, none empty, repeated heads left out.
    pub rows: Vec<Row<'b>>,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row<'b> {
    /// Its place, from 0.
    pub index: u32,
    /// Its cells from left to right.
    pub cells: &'b [Cell],
}

impl<'b> Row<'b> {
    /// The cell in column `column`.
    pub fn cell(&self, column: u32) -> Option<&'b Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }
}

/// All tables of `book`, in order, and what is to be said of the rest of it.
///
/// # Errors
/// When there is no table at all, or one whose columns cannot be told from each other.
pub fn tables<'b>(book: &'b Workbook, titles: &Titles) -> (Vec<Table<'b>>, Vec<Objection>, Vec<At<Remark>>) {
    let (mut tables, mut objections, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
    let mut best: Option<Lack> = None;
    for sheet in &book.sheets {
        let whole = Spot { sheet: sheet.name.clone(), ..Spot::default() };
        if sheet.cells.is_empty() {
            continue;
        }
        if sheet.is_hidden {
            remarks.push(At::new(whole, Remark::HiddenSheet {}));
            continue;
        }
        match of_sheet(sheet, titles, &mut objections, &mut remarks) {
            Ok(found) => tables.extend(found),
            Err(lack) => {
                remarks.push(At::new(whole, Remark::OtherSheet {}));
                best = best.into_iter().chain([lack]).max_by_key(|it| it.understood);
            }
        }
    }
    if book.sheets.iter().all(|sheet| sheet.cells.is_empty()) {
        objections.push(Objection::new(Spot::default(), Trouble::EmptyFile {}));
    } else if tables.is_empty() && objections.is_empty() {
        objections.push(best.map_or_else(|| none("all", String::new(), Spot::default()), Lack::objection));
    }
    (tables, objections, remarks)
}

fn none(lacking: &str, found: String, spot: Spot) -> Objection {
    Objection::new(spot, Trouble::NoTable { lacking: lacking.to_owned(), found })
}

/// What a sheet lacks to be a table.
struct Lack {
    understood: usize,
    lacking: &'static str,
    found: String,
    spot: Spot,
}

impl Lack {
    fn objection(self) -> Objection {
        none(self.lacking, self.found, self.spot)
    }
}

/// How many heads a message names.
const NAMED: usize = 8;

/// How many rows are looked at for heads before a sheet counts as one without a table.
const HEAD_ROWS: usize = 60;

/// The tables of one sheet, each with the head that stands above it.
fn of_sheet<'b>(
    sheet: &'b Sheet,
    titles: &Titles,
    objections: &mut Vec<Objection>,
    remarks: &mut Vec<At<Remark>>,
) -> Result<Vec<Table<'b>>, Lack> {
    let rows: Vec<_> = sheet
        .cells
        .chunk_by(|one, other| one.row == other.row)
        .filter_map(|cells| Some(Row { index: cells.first()?.row, cells }))
        .collect();
    let mut tables: Vec<Table<'b>> = Vec::new();
    let mut at = 0;
    while let Some(row) = rows.get(at) {
        if tables.is_empty() && at >= HEAD_ROWS {
            break;
        }
        let Some((heads, taken)) = heads(sheet, titles, row, rows.get(at + 1)) else {
            if let Some(table) = tables.last_mut() {
                table.rows.push(row.clone());
            }
            at += 1;
            continue;
        };
        at += taken;
        // A head that is printed again on every page begins nothing new.
        let columns: BTreeMap<_, _> = heads.known().collect();
        if tables.last().is_some_and(|table| table.columns == columns) {
            continue;
        }
        heads.told(sheet, objections, remarks);
        let head_rows = heads.all.iter().map(|(column, (row, ..))| (*column, *row)).collect();
        tables.push(Table { sheet, columns, head_rows, year: heads.year, rows: Vec::new() });
    }
    if tables.is_empty() { Err(lack(sheet, titles, &rows)) } else { Ok(tables) }
}

/// The heads of the columns of one table.
struct Heads {
    /// By column: where the head stands, what it says, and what that means.
    all: BTreeMap<u32, (u32, String, Option<Head>)>,
    /// Columns whose head is a date.
    dates: Vec<(Spot, String)>,
    /// The year that the sheet is named after.
    year: Option<u16>,
}

impl Heads {
    fn known(&self) -> impl Iterator<Item = (u32, Head)> + '_ {
        self.all.iter().filter_map(|(column, (_, _, head))| Some((*column, head.clone()?)))
    }

    fn has(&self, is_wanted: impl Fn(Column) -> bool) -> bool {
        self.known().any(|(_, head)| is_wanted(head.column))
    }

    /// What of municipality, time and figures has no column.
    fn lacking(&self) -> Option<&'static str> {
        let has_who = self.has(|it| matches!(it, Column::Name | Column::Code));
        let has_when = self.year.is_some() || self.has(|it| matches!(it, Column::Year | Column::Date));
        let is_long = self.has(|it| it == Column::Part) && self.has(|it| matches!(it, Column::Measure(_)));
        let has_what = is_long || self.has(|it| matches!(it, Column::Value(..)));
        match (has_who, has_when, has_what) {
            (true, true, true) => None,
            (false, ..) => Some("who"),
            (true, false, _) => Some("when"),
            (true, true, false) => Some("what"),
        }
    }

    /// Whether rows below these heads can be read, or could if heads had not become dates.
    fn make_a_table(&self) -> bool {
        match self.lacking() {
            None => true,
            Some(lacking) => lacking == "what" && !self.dates.is_empty(),
        }
    }

    /// Says which columns are not understood, hidden, or there twice.
    fn told(&self, sheet: &Sheet, objections: &mut Vec<Objection>, remarks: &mut Vec<At<Remark>>) {
        let mut first: BTreeMap<Column, Spot> = BTreeMap::new();
        let spot = |row, column| Spot { sheet: sheet.name.clone(), row: Some(row), column: Some(column) };
        for (column, (row, text, head)) in &self.all {
            let spot = spot(*row, *column);
            let Some(head) = head else {
                remarks.push(At::new(spot, Remark::OtherColumn { head: text.clone() }));
                continue;
            };
            if sheet.hidden.has_column(*column) {
                remarks.push(At::new(spot.clone(), Remark::HiddenColumn { head: text.clone() }));
            }
            if let Some(earlier) = first.get(&head.column) {
                let again = Trouble::ColumnAgain { head: text.clone(), first: earlier.cell() };
                objections.push(Objection::new(spot, again));
            } else {
                first.insert(head.column, spot);
            }
        }
        let dates = self.dates.iter();
        let date = |(spot, found): &(Spot, String)| {
            Objection::new(spot.clone(), Trouble::DateHead { found: found.clone() })
        };
        objections.extend(dates.map(date));
    }
}

/// The heads that begin in `row`, and how many rows they take; nothing when it has none.
fn heads(sheet: &Sheet, titles: &Titles, row: &Row<'_>, next: Option<&Row<'_>>) -> Option<(Heads, usize)> {
    if !is_about_municipalities(row) && !next.is_some_and(is_about_municipalities) {
        return None;
    }
    let single = Some(single(sheet, titles, row)).filter(Heads::make_a_table);
    // Figures look like the numbers of areas: only words tell a second row of heads, or
    // numbers that are all of the areas above them.
    let is_head = |next: &&Row<'_>| {
        let is_second =
            is_about_municipalities(next) || says_measures(titles, next) || divides(titles, row, next);
        next.index == row.index + 1 && is_second
    };
    let next = next.filter(is_head);
    let double = next.map(|next| double(sheet, titles, row, next)).filter(|heads| heads.lacking().is_none());
    let count = |heads: &Heads| heads.known().count();
    match (single, double) {
        (Some(single), Some(double)) if count(&double) > count(&single) => Some((double, 2)),
        (Some(single), _) => Some((single, 1)),
        (None, Some(double)) => {
            // The lower of the two may be all that there is to it.
            let lower = self::single(sheet, titles, next?);
            let is_alone = lower.lacking().is_none() && count(&lower) >= count(&double);
            if is_alone { None } else { Some((double, 2)) }
        }
        (None, None) => None,
    }
}

/// Whether a row has the head of a column of municipalities, without which it is no head.
fn is_about_municipalities(row: &Row<'_>) -> bool {
    row.cells.iter().any(|cell| match &cell.value {
        Value::Text(text) if text.len() < 40 => {
            head(text).is_some_and(|it| matches!(it.column, Column::Name | Column::Code))
        }
        _ => false,
    })
}

/// Whether a row has the head of a column that only says how something is measured.
fn says_measures(titles: &Titles, row: &Row<'_>) -> bool {
    let columns = row.cells.iter().filter_map(|cell| head_of(titles, cell)).map(|head| head.column);
    columns.filter(|column| matches!(column, Column::Measure(_))).count() > 0
}

/// Whether `lower` has nothing but the sub-areas of the areas above them, and their sums.
fn divides(titles: &Titles, upper: &Row<'_>, lower: &Row<'_>) -> bool {
    let mut uppers = upper.cells.iter().peekable();
    let mut above = None;
    let is_part = |cell: &Cell| {
        while let Some(next) = uppers.next_if(|it| it.column <= cell.column) {
            above = head_of(titles, next).map(|head| head.column);
        }
        let Some(Column::Value(Key::Area(area), _)) = above else { return false };
        match head_of(titles, cell).map(|head| head.column) {
            Some(Column::Value(Key::SubArea(number), _)) => number.area == area,
            Some(Column::Value(Key::Total, _)) => true,
            _ => false,
        }
    };
    !lower.cells.is_empty() && lower.cells.iter().all(is_part)
}

fn single(sheet: &Sheet, titles: &Titles, row: &Row<'_>) -> Heads {
    let year = year_of(sheet, row.index);
    let mut heads = Heads { all: BTreeMap::new(), dates: Vec::new(), year };
    for cell in row.cells {
        heads.add(sheet, cell, head_of(titles, cell));
    }
    heads
}

/// The longest head, in bytes: text that is longer is none.
const MAX_HEAD: usize = 300;

fn head_of(titles: &Titles, cell: &Cell) -> Option<Head> {
    match &cell.value {
        Value::Text(text) if text.len() <= MAX_HEAD => head(text).or_else(|| titles.head(text)),
        Value::Number { is_percent: false, .. } => head(&cell.value.typed()),
        _ => None,
    }
}

impl Heads {
    fn add(&mut self, sheet: &Sheet, cell: &Cell, head: Option<Head>) {
        if let Value::Date(found) = &cell.value {
            let (row, column) = (Some(cell.row), Some(cell.column));
            self.dates.push((Spot { sheet: sheet.name.clone(), row, column }, found.clone()));
        } else {
            let mut text = cell.value.typed();
            text.truncate(text.floor_char_boundary(MAX_HEAD));
            self.all.insert(cell.column, (cell.row, text, head));
        }
    }
}

/// The heads of two rows: the upper one says of what, the lower one how it is measured. A
/// head that stands over several columns is written in the first of them.
fn double(sheet: &Sheet, titles: &Titles, upper: &Row<'_>, lower: &Row<'_>) -> Heads {
    // A title may look like the upper row.
    let year = year_of(sheet, lower.index);
    let mut heads = Heads { year, ..single(sheet, titles, upper) };
    let mut above: Option<(&Cell, Option<Head>)> = None;
    let mut uppers = upper.cells.iter().peekable();
    for cell in lower.cells {
        while let Some(next) = uppers.next_if(|it| it.column <= cell.column) {
            above = Some((next, head_of(titles, next)));
        }
        let own = head_of(titles, cell);
        let joined = match (&above, &own) {
            (
                Some((_, Some(Head { column: Column::Value(key, _), maximum, title }))),
                Some(Head { column: Column::Measure(measure), .. }),
            )
            // The sum below an area, beside its sub-areas, is the area's.
            | (
                Some((_, Some(Head { column: Column::Value(key @ Key::Area(_), _), title, .. }))),
                Some(Head { column: Column::Value(Key::Total, measure), maximum, .. }),
            ) => Some(Head {
                column: Column::Value(*key, *measure),
                maximum: maximum.clone(),
                title: title.clone(),
            }),
            _ => own,
        };
        match above {
            // What a lower head does not say better, the upper one says.
            Some((over, Some(_))) if joined.is_none() && over.column == cell.column => {}
            _ => heads.add(sheet, cell, joined),
        }
    }
    heads
}

/// How many cells above a head are looked through for another year.
const MOST_ABOVE: usize = 600;

/// The year that a sheet is named after, `2021` or `Resultat 2021`, unless another one stands
/// among the cells above the row `below`.
fn year_of(sheet: &Sheet, below: u32) -> Option<u16> {
    let years = |text: &str| -> BTreeSet<u16> {
        let numbers = text.split(|it: char| !it.is_ascii_digit()).filter(|it| it.len() == 4);
        numbers.filter_map(|it| it.parse().ok()).filter(|year| YEARS.contains(year)).collect()
    };
    let mut named = years(&sheet.name);
    let year = named.pop_first().filter(|_| named.is_empty())?;
    let mut above = sheet.cells.iter().take_while(|cell| cell.row < below).take(MOST_ABOVE);
    let is_only = above.all(|cell| years(&cell.value.typed()).into_iter().all(|other| other == year));
    is_only.then_some(year)
}

/// What the row with most heads lacks.
fn lack(sheet: &Sheet, titles: &Titles, rows: &[Row<'_>]) -> Lack {
    let heads = rows.iter().take(HEAD_ROWS).map(|row| (row.index, single(sheet, titles, row)));
    let best = heads.max_by_key(|(row, heads)| (heads.known().count(), std::cmp::Reverse(*row)));
    let spot = |row| Spot { sheet: sheet.name.clone(), row, column: None };
    match best {
        Some((row, heads)) if heads.known().count() > 0 => {
            let found: Vec<_> = heads.all.values().map(|(_, text, _)| text.as_str()).take(NAMED).collect();
            Lack {
                understood: heads.known().count(),
                lacking: heads.lacking().unwrap_or("all"),
                found: found.join(", "),
                spot: spot(Some(row)),
            }
        }
        _ => Lack { understood: 0, lacking: "all", found: String::new(), spot: spot(None) },
    }
}

/// The merged areas of a sheet, to be asked for single cells.
#[derive(Debug)]
pub struct Merged {
    /// Areas of more than one cell by their first row.
    areas: Vec<Area>,
    /// The most rows that one of them has.
    tallest: u32,
}

impl Merged {
    /// Those of `sheet`.
    pub fn new(sheet: &Sheet) -> Self {
        let mut areas: Vec<_> = sheet.merged.iter().copied().filter(|it| it.first != it.last).collect();
        areas.sort_by_key(|area| area.first);
        let tallest = areas.iter().map(|it| it.last.0.saturating_sub(it.first.0)).max().unwrap_or_default();
        Self { areas, tallest }
    }

    /// The area that a cell is in.
    pub fn area(&self, row: u32, column: u32) -> Option<Area> {
        // Only areas that begin within reach of the row can cover it.
        let start = self.areas.partition_point(|it| it.first.0 < row.saturating_sub(self.tallest));
        let near = self.areas.get(start..)?.iter().take_while(|it| it.first.0 <= row);
        near.copied()
            .find(|it| (it.first.0..=it.last.0).contains(&row) && (it.first.1..=it.last.1).contains(&column))
    }
}

/// `D7:E7`
pub fn range(area: Area) -> String {
    let cell = |(row, column): (u32, u32)| format!("{}{}", letters(column), u64::from(row) + 1);
    format!("{}:{}", cell(area.first), cell(area.last))
}

/// Whether a column holds figures.
pub fn measure(column: Column) -> Option<Measure> {
    match column {
        Column::Value(_, measure) | Column::Measure(measure) => Some(measure),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::sheet::book::read_csv;

    /// The columns of every table, the row of its first cell and its number of rows.
    fn found(csv: &str) -> Vec<(Vec<Column>, u32, usize)> {
        let book = read_csv(csv.as_bytes()).unwrap();
        let (tables, ..) = tables(&book, &Titles::new(&BTreeMap::new()));
        let columns = |table: &Table<'_>| table.columns.values().map(|it| it.column).collect();
        tables.iter().map(|it| (columns(it), it.rows[0].index, it.rows.len())).collect()
    }

    fn value(area: u8, index: u8, measure: Measure) -> Column {
        Column::Value(Key::SubArea(crate::model::SubAreaNumber { area, index }), measure)
    }

    #[test]
    fn heads_may_be_below_a_title_and_in_two_rows() {
        use Column::{Name, Year};
        use Measure::{Maximum, Percent, Points};
        let one = "Resultat 2020;;\n\nKommun;År;1.1;Kommentar\nLund;2020;15;bra\nNacka;2020;14\n";
        assert_eq!(found(one), [(vec![Name, Year, value(1, 1, Points)], 3, 2)]);
        let two = "Kommun;År;1.1 Namn;;;1.2\n;;Uppnått;Max;%;Uppnått\nLund;2020;15;20;75;8\n";
        let columns = vec![
            Name,
            Year,
            value(1, 1, Points),
            value(1, 1, Maximum),
            value(1, 1, Percent),
            value(1, 2, Points),
        ];
        assert_eq!(found(two), [(columns, 2, 1)]);
        let summed = "Kommun;År;Område 1 Samspel;;;Område 2;;Total\n;;1.1;1.2;Summa;2.1;Summa;\nLund;2020;15;8;23;3;3;26\n";
        let columns = vec![
            Name,
            Year,
            value(1, 1, Points),
            value(1, 2, Points),
            Column::Value(Key::Area(1), Points),
            value(2, 1, Points),
            Column::Value(Key::Area(2), Points),
            Column::Value(Key::Total, Points),
        ];
        assert_eq!(found(summed), [(columns, 2, 1)]);
        // A row of figures divides nothing.
        let figures = "Kommun;År;Område 1;Område 2\n;;1.1;8\nLund;2020;15;8\n";
        assert_eq!(found(figures)[0].2, 2);
        let grouped = ";;Område 1;;Område 2\nKommun;År;1.1;1.2;2.1\nLund;2020;15;8;3\n";
        let columns = vec![Name, Year, value(1, 1, Points), value(1, 2, Points), value(2, 1, Points)];
        assert_eq!(found(grouped), [(columns, 2, 1)]);
    }

    #[test]
    fn a_sheet_may_be_named_after_its_year_unless_another_stands_in_it() {
        let year = |name: &str, csv: &str| {
            let mut book = read_csv(csv.as_bytes()).unwrap();
            name.clone_into(&mut book.sheets[0].name);
            let (tables, ..) = tables(&book, &Titles::new(&BTreeMap::new()));
            tables.first()?.year
        };
        let plain = "Kommun;1.1\nLund;15\n";
        assert_eq!(year("2021", plain), Some(2021));
        assert_eq!(year("Resultat 2021", &format!("Uttag 2021;\n{plain}")), Some(2021));
        assert_eq!(year("2022", &format!("Kommunkompassen 2021;\n{plain}")), None);
        assert_eq!(year("2021-2022", plain), None);
        assert_eq!(year("Blad1", plain), None);
    }

    #[test]
    fn a_head_may_come_again_and_another_begins_another_table() {
        let again = "Kommun;År;1.1\nLund;2020;15\nKommun;År;1.1\nNacka;2020;14\n";
        assert_eq!(found(again).iter().map(|it| it.2).collect::<Vec<_>>(), [2]);
        let other = "Kommun;År;1.1\nLund;2020;15\nKommun;År;1.2\nNacka;2020;8\n";
        assert_eq!(found(other).iter().map(|it| it.2).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn what_a_sheet_lacks_is_said() {
        for (csv, lacking) in [
            ("År;1.1\n2020;15\n", "who"),
            ("Kommun;1.1\nLund;15\n", "when"),
            ("Kommun;År\nLund;2020\n", "what"),
            ("Hej;hopp\n", "all"),
        ] {
            let book = read_csv(csv.as_bytes()).unwrap();
            let (_, objections, _) = tables(&book, &Titles::new(&BTreeMap::new()));
            let [Objection { what: Trouble::NoTable { lacking: found, .. }, .. }] = objections.as_slice()
            else {
                panic!("{objections:?}");
            };
            assert_eq!(found, lacking, "{csv}");
        }
    }

    #[test]
    fn merged_cells_are_found_without_looking_at_all() {
        let area = |first, last| Area { first, last };
        let merged = vec![area((5, 0), (9, 0)), area((0, 2), (0, 4)), area((6, 3), (6, 3))];
        let merged = Merged::new(&Sheet { merged, ..Sheet::default() });
        assert_eq!(merged.area(7, 0).map(range).as_deref(), Some("A6:A10"));
        assert_eq!(merged.area(0, 3).map(range).as_deref(), Some("C1:E1"));
        assert_eq!(merged.area(6, 3), None);
        assert_eq!(merged.area(10, 0), None);
    }
}
