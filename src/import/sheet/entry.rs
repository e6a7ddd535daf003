//! Rows → evaluations, typed, each figure with its cell.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::cell::{Cell, Spot, Value};
use super::figure::{Figure, Measure, figure};
use super::head::{Column, Head, Key, part, title};
use super::objection::{At, Objection, Remark, Trouble};
use super::table::{Merged, Row, Table, measure, range};
use super::title::Titles;
use crate::import::vocabulary::date::YEARS;
use crate::import::vocabulary::names::Names;
use crate::language::{comparable, parse_date, parse_month};
use crate::model::{Code, EditionId};

/// What an evaluation is filed under.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// The municipality's kommunkod.
    pub code: Code,
    /// Year of the evaluation.
    pub year: u16,
}

/// Figures with their cells, by what they are of and what they measure.
pub type Figures = BTreeMap<(Key, Measure), (Figure, Spot)>;

/// One evaluation as spreadsheets give it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The row that it begins in.
    pub spot: Spot,
    /// Month, 1–12.
    pub month: Option<(u8, Spot)>,
    /// Its edition, where it is said, as it is written.
    pub edition: Option<(String, Spot)>,
    /// Title, publisher and web address of the source, where they are given.
    pub source: BTreeMap<Column, String>,
    /// What its areas and sub-areas are called, where that is said.
    pub titles: BTreeMap<Key, (String, Spot)>,
    /// Its figures.
    pub figures: Figures,
}

/// All evaluations of all tables.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Those of which every row could be read.
    pub entries: BTreeMap<Identity, Entry>,
    /// Those that are refused for one of their rows.
    pub refused: BTreeSet<Identity>,
    /// How many rows are of nobody knows which evaluation.
    pub unidentified: usize,
    /// Everything that is refused.
    pub objections: Vec<Objection>,
    /// Everything that should be known.
    pub remarks: Vec<At<Remark>>,
}

impl Entries {
    /// Refuses the evaluations that `is_refused` is true of.
    pub fn refuse(&mut self, is_refused: impl Fn(&Entry) -> bool) {
        let refused: Vec<_> = self.entries.extract_if(.., |_, entry| is_refused(entry)).collect();
        self.refused.extend(refused.into_iter().map(|(identity, _)| identity));
    }
}

/// Reads the rows of `tables`. `today` tells which years are still to come.
pub fn entries(tables: &[Table<'_>], names: &Names<'_>, titles: &Titles, today: Date) -> Entries {
    let mut read = Entries::default();
    for table in tables {
        Reader::new(table, names, titles, today).read(&mut read);
    }
    for (identity, entry) in &read.entries {
        let before = read.objections.len();
        read.objections.extend(hollow_sums(entry));
        if read.objections.len() > before {
            read.refused.insert(identity.clone());
        }
    }
    for identity in &read.refused {
        read.entries.remove(identity);
    }
    read
}

/// Objects to sums of nought whose parts have points. Programs that make spreadsheets
/// without reckoning save a formula's result as 0, which nothing in the file tells from a
/// result.
fn hollow_sums(entry: &Entry) -> impl Iterator<Item = Objection> {
    let points = || entry.figures.iter().filter(|((_, measure), _)| *measure == Measure::Points);
    let has_points = move |sum: Key| {
        let mut parts = points().filter(move |((key, _), _)| is_part(*key, sum));
        parts.any(|(_, (figure, _))| !figure.number.is_zero())
    };
    let noughts = points().filter(|(_, (figure, _))| figure.number.is_zero());
    let hollow = noughts.filter(move |((key, _), _)| has_points(*key));
    hollow.map(|(_, (_, spot))| Objection::new(spot.clone(), Trouble::HollowSum {}))
}

/// Whether `key` is counted in `sum`.
fn is_part(key: Key, sum: Key) -> bool {
    match (key, sum) {
        (Key::SubArea(number), Key::Area(area)) => number.area == area,
        (key, Key::Total) => key != Key::Total,
        _ => false,
    }
}

/// Rows that are no evaluations, by how their first text begins.
const NO_EVALUATION: [&str; 20] = [
    "riket",
    "länssnitt",
    "rikssnitt",
    "samtliga",
    "exempel",
    "medel",
    "medelvärde",
    "genomsnitt",
    "snitt",
    "median",
    "summa",
    "antal",
    "min",
    "högsta",
    "lägsta",
    "källa",
    "not",
    "total",
    "totalt",
    "källor",
];

/// How the row begins that has the maxima of all columns.
const MAXIMA: [&str; 5] = ["max", "maxpoäng", "maximum", "maximal", "möjliga"];

/// Reads one table.
struct Reader<'a> {
    table: &'a Table<'a>,
    names: &'a Names<'a>,
    titles: &'a Titles,
    today: Date,
    merged: Merged,
    /// Maxima that hold for every row: from the heads, or a row of their own.
    maxima: BTreeMap<Key, (Figure, Spot)>,
    is_long: bool,
}

impl<'a> Reader<'a> {
    fn new(table: &'a Table<'a>, names: &'a Names<'a>, titles: &'a Titles, today: Date) -> Self {
        let merged = Merged::new(table.sheet);
        let is_long = table.columns.values().any(|head| head.column == Column::Part);
        Self { table, names, titles, today, merged, maxima: BTreeMap::new(), is_long }
    }

    fn spot(&self, row: u32, column: Option<u32>) -> Spot {
        Spot { sheet: self.table.sheet.name.clone(), row: Some(row), column }
    }

    fn read(mut self, read: &mut Entries) {
        self.maxima_of_heads();
        let mut seen = BTreeMap::new();
        let mut is_empty = true;
        for row in &self.table.rows {
            match self.special(row) {
                Some(Special::Maxima) => self.maxima_of_row(row, read),
                Some(Special::Other(text)) => {
                    read.remarks.push(At::new(self.spot(row.index, None), Remark::OtherRow { text }));
                }
                None => {
                    is_empty = false;
                    self.row(row, &mut seen, read);
                }
            }
        }
        if is_empty {
            let whole = Spot { sheet: self.table.sheet.name.clone(), ..Spot::default() };
            read.objections.push(Objection::new(whole, Trouble::NoRows {}));
        }
    }

    fn maxima_of_heads(&mut self) {
        for (column, head) in &self.table.columns {
            let Column::Value(key, Measure::Points) = head.column else { continue };
            let text = head.maximum.clone().map(Value::Text);
            if let Some(Ok(Some(figure))) = text.map(|text| figure(&text, Measure::Maximum)) {
                self.maxima.insert(key, (figure, self.head(*column)));
            }
        }
    }

    fn maxima_of_row(&mut self, row: &Row<'_>, read: &mut Entries) {
        for (column, head) in &self.table.columns {
            let Column::Value(key, Measure::Points | Measure::Maximum) = head.column else { continue };
            let Some(cell) = row.cell(*column) else { continue };
            match figure(&cell.value, Measure::Maximum) {
                Ok(Some(figure)) => {
                    drop(self.maxima.insert(key, (figure, self.spot(row.index, Some(*column)))));
                }
                Ok(None) => {}
                Err(trouble) => {
                    read.objections.push(Objection::new(self.spot(row.index, Some(*column)), trouble));
                }
            }
        }
    }

    /// What a row is that is no evaluation's, if it is none.
    fn special(&self, row: &Row<'a>) -> Option<Special> {
        let first = row.cells.first()?;
        let Value::Text(text) = &first.value else { return None };
        let text = comparable(text);
        let word = text.split([' ', ':', ',', '.']).next().unwrap_or_default();
        if MAXIMA.contains(&word) {
            return Some(Special::Maxima);
        }
        let typed = || Special::Other(first.value.typed().chars().take(60).collect());
        if NO_EVALUATION.contains(&word) && self.names.find(&text).is_none() {
            return Some(typed());
        }
        if self.is_unread(row) {
            return Some(typed());
        }
        // A footnote: text in front, and nothing that an evaluation must have.
        let has_any = |is_wanted: fn(Column) -> bool| {
            self.table.columns.iter().any(|(at, head)| is_wanted(head.column) && row.cell(*at).is_some())
        };
        let is_bare =
            !has_any(|it| matches!(it, Column::Year | Column::Date)) && !has_any(|it| measure(it).is_some());
        let is_empty = |it: Column| !matches!(it, Column::Name | Column::Code);
        let is_known =
            self.table.columns.iter().any(|(at, head)| is_empty(head.column) && row.cell(*at).is_some());
        (is_bare && !is_known).then(typed)
    }

    /// Whether nothing of a row can be read: units below the heads, `poäng` in every column.
    fn is_unread(&self, row: &Row<'a>) -> bool {
        let is_nobodys = [Column::Name, Column::Code].into_iter().all(|it| self.cell(row, it).is_none());
        let has_figure = |(column, head): (&u32, &Head)| {
            let read = measure(head.column).zip(row.cell(*column));
            read.is_some_and(|(measure, cell)| matches!(figure(&cell.value, measure), Ok(Some(_))))
        };
        is_nobodys
            && row.cells.iter().all(|cell| matches!(cell.value, Value::Text(_)))
            && !self.table.columns.iter().any(has_figure)
    }

    /// The cell of the column that holds `wanted`, also if it is merged with one above.
    fn cell(&self, row: &Row<'a>, wanted: Column) -> Option<&'a Cell> {
        let (column, _) = self.table.columns.iter().find(|(_, head)| head.column == wanted)?;
        row.cell(*column).or_else(|| {
            let area = self.merged.area(row.index, *column)?;
            let rows = &self.table.rows;
            let at = rows.binary_search_by_key(&area.first.0, |row| row.index).ok()?;
            rows.get(at)?.cell(area.first.1)
        })
    }

    /// The place of a column in a row, for what is not there.
    fn place(&self, row: &Row<'_>, wanted: &[Column]) -> Spot {
        let column = self.table.columns.iter().find(|(_, head)| wanted.contains(&head.column));
        self.spot(row.index, column.map(|(column, _)| *column))
    }

    fn at(&self, cell: &Cell) -> Spot {
        self.spot(cell.row, Some(cell.column))
    }

    fn row(&self, row: &Row<'a>, seen: &mut BTreeMap<Identity, u32>, read: &mut Entries) {
        if self.table.sheet.hidden.has_row(row.index) {
            read.remarks.push(At::new(self.spot(row.index, None), Remark::HiddenRow {}));
        }
        let before = read.objections.len();
        let code = self.municipality(row).map_err(|it| read.objections.push(it)).ok();
        let time = self.time(row).map_err(|it| read.objections.push(it)).ok();
        let figures = self.figures(row, read);
        self.beside(row, read);
        let (Some(code), Some((year, month))) = (code, time) else {
            read.unidentified += 1;
            return;
        };
        let identity = Identity { code, year };
        let earlier = if self.is_long { None } else { seen.insert(identity.clone(), row.index) };
        if let Some(earlier) = earlier {
            let first = self.spot(earlier, None).cell();
            let month = month.as_ref().map(|(month, _)| *month);
            let others = others(read.entries.get(&identity), &figures, month);
            let trouble = Trouble::EvaluationAgain { first, others };
            read.objections.push(Objection::new(self.spot(row.index, None), trouble));
            read.refused.insert(identity);
            return;
        }
        let fresh = Entry {
            spot: self.spot(row.index, None),
            month,
            edition: self.cell(row, Column::Edition).map(|cell| (cell.value.typed(), self.at(cell))),
            source: self.source(row),
            titles: self.titles(row, &figures),
            figures,
        };
        let entry = read.entries.remove(&identity);
        let (entry, troubles) =
            entry.map_or_else(|| (fresh.clone(), Vec::new()), |entry| joined(entry, &fresh));
        read.objections.extend(troubles);
        read.entries.insert(identity.clone(), entry);
        if read.objections.len() > before {
            read.refused.insert(identity);
        }
    }

    /// What the heads, or the row of a long table, call the parts of which `figures` are.
    fn titles(&self, row: &Row<'a>, figures: &Figures) -> BTreeMap<Key, (String, Spot)> {
        let heads = self.table.columns.iter().filter_map(|(column, head)| match head.column {
            Column::Value(key, _) => Some((key, (head.title.clone()?, self.head(*column)))),
            _ => None,
        });
        let part = self.cell(row, Column::Part).filter(|_| self.is_long).and_then(|cell| {
            let found = cell.value.typed();
            Some((part(&found)?, (title(&found)?, self.at(cell))))
        });
        let has_figure = |key: Key| figures.keys().any(|(of, _)| *of == key);
        heads.chain(part).filter(|(key, _)| has_figure(*key)).collect()
    }

    /// The head of a column.
    fn head(&self, column: u32) -> Spot {
        let row = self.table.head_rows.get(&column).copied();
        Spot { row, ..self.spot(0, Some(column)) }
    }

    fn source(&self, row: &Row<'a>) -> BTreeMap<Column, String> {
        let columns = [Column::Source, Column::Publisher, Column::Address].into_iter();
        columns.filter_map(|it| Some((it, self.cell(row, it)?.value.typed()))).collect()
    }

    fn municipality(&self, row: &Row<'a>) -> Result<Code, Objection> {
        let name = self.cell(row, Column::Name);
        let code = self.cell(row, Column::Code);
        let find = |cell: &Cell, wanted: &str| {
            self.names.find(wanted).map(|it| it.code.clone()).ok_or_else(|| {
                let near: Vec<_> = self.names.near(wanted).iter().map(|it| it.name.clone()).collect();
                let (found, nearest) = (cell.value.typed(), near.join(", "));
                Objection::new(self.at(cell), Trouble::UnknownMunicipality { found, nearest })
            })
        };
        let named = name.map(|cell| find(cell, &coded(&cell.value))).transpose()?;
        let coded = code.map(|cell| find(cell, &coded(&cell.value))).transpose()?;
        match (named, coded) {
            (Some(named), Some(code)) if named != code => {
                let typed = |cell: Option<&Cell>| cell.map(|it| it.value.typed()).unwrap_or_default();
                let what =
                    Trouble::OtherCode { name: typed(name), code: typed(self.cell(row, Column::Code)) };
                Err(Objection::new(self.place(row, &[Column::Code]), what))
            }
            (Some(found), _) | (None, Some(found)) => Ok(found),
            (None, None) => {
                let spot = self.place(row, &[Column::Name, Column::Code]);
                Err(Objection::new(spot, Trouble::NoMunicipality {}))
            }
        }
    }

    /// Year and month.
    fn time(&self, row: &Row<'a>) -> Result<(u16, Option<(u8, Spot)>), Objection> {
        let own = [Column::Year, Column::Date].into_iter().filter_map(|it| self.cell(row, it));
        let times = own.map(|cell| (cell, of_time(&cell.value)));
        let mut found: Option<(u16, Option<u8>, &Cell)> = None;
        for (cell, time) in times {
            let bad = || Objection::new(self.at(cell), Trouble::BadYear { found: cell.value.typed() });
            let (year, month) = time.ok_or_else(bad)?;
            if !YEARS.contains(&year) || i32::from(year) > i32::from(self.today.year()) {
                return Err(bad());
            }
            if let Some((earlier, _, first)) = found.filter(|(earlier, ..)| *earlier != year) {
                let (found, first) = (format!("{year} ({earlier})"), self.at(first).cell());
                return Err(Objection::new(self.at(cell), Trouble::OtherTime { found, first }));
            }
            let month = month.or(found.and_then(|it| it.1));
            found = Some((year, month, cell));
        }
        let Some((year, month, cell)) = found else {
            let is_told =
                self.table.columns.values().any(|it| matches!(it.column, Column::Year | Column::Date));
            let year = self.table.year.filter(|it| i32::from(*it) <= i32::from(self.today.year()));
            if let Some(year) = year.filter(|_| !is_told) {
                return Ok((year, None));
            }
            let spot = self.place(row, &[Column::Year, Column::Date]);
            return Err(Objection::new(spot, Trouble::NoYear {}));
        };
        let month = month.map(|month| (month, self.at(cell)));
        let Some(cell) = self.cell(row, Column::Month) else { return Ok((year, month)) };
        let own = of_month(&cell.value);
        let own = own
            .ok_or_else(|| Objection::new(self.at(cell), Trouble::BadMonth { found: cell.value.typed() }))?;
        match month {
            Some((earlier, spot)) if earlier != own => {
                let first = spot.cell();
                Err(Objection::new(self.at(cell), Trouble::OtherTime { found: cell.value.typed(), first }))
            }
            _ => Ok((year, Some((own, self.at(cell))))),
        }
    }

    fn figures(&self, row: &Row<'a>, read: &mut Entries) -> Figures {
        let mut figures = BTreeMap::new();
        let part = if self.is_long { self.part(row) } else { Ok(None) };
        let part = part.unwrap_or_else(|objection| {
            read.objections.push(objection);
            None
        });
        for (column, head) in &self.table.columns {
            let place = match head.column {
                Column::Value(key, measure) => Some((key, measure)),
                Column::Measure(measure) => part.map(|key| (key, measure)),
                _ => None,
            };
            let Some((key, measure)) = place else { continue };
            let spot = self.spot(row.index, Some(*column));
            if let Some(area) = self.merged.area(row.index, *column) {
                read.objections.push(Objection::new(spot, Trouble::MergedValue { range: range(area) }));
                continue;
            }
            let Some(cell) = row.cell(*column) else { continue };
            match figure(&cell.value, measure) {
                Ok(Some(figure)) => {
                    let remark = figure.remark.clone().map(|it| At::new(spot.clone(), it));
                    read.remarks.extend(remark);
                    figures.insert((key, measure), (figure, spot));
                }
                Ok(None) => {}
                Err(trouble) => read.objections.push(Objection::new(spot, trouble)),
            }
        }
        for (key, maximum) in &self.maxima {
            if figures.contains_key(&(*key, Measure::Points)) {
                figures.entry((*key, Measure::Maximum)).or_insert_with(|| maximum.clone());
            }
        }
        figures
    }

    /// What the row of a long table is about.
    fn part(&self, row: &Row<'a>) -> Result<Option<Key>, Objection> {
        let Some(cell) = self.cell(row, Column::Part) else {
            let spot = self.place(row, &[Column::Part]);
            return Err(Objection::new(spot, Trouble::UnknownPart { found: String::new() }));
        };
        let found = cell.value.typed();
        let key = match cell.value {
            Value::Date(_) => None,
            _ => part(&found).or_else(|| self.titles.part(&found)),
        };
        key.map(Some).ok_or_else(|| Objection::new(self.at(cell), Trouble::UnknownPart { found }))
    }

    /// Objects to cells right of the table: a decimal comma in a file that has commas between
    /// its cells moves all that follows.
    fn beside(&self, row: &Row<'_>, read: &mut Entries) {
        let last = self.table.columns.keys().next_back().copied().unwrap_or_default();
        let is_text_file = self.table.sheet.name.is_empty();
        let widest = self.table.sheet.cells.iter();
        let head = self.table.rows.first().map_or(0, |row| row.index);
        // Columns that are not understood have heads, too.
        let heads = widest.take_while(|cell| cell.row < head).map(|cell| cell.column).max();
        let last = last.max(heads.unwrap_or_default());
        let beside = row.cells.last().filter(|cell| is_text_file && cell.column > last);
        read.objections.extend(
            beside.map(|cell| {
                Objection::new(self.at(cell), Trouble::BesideTable { found: cell.value.typed() })
            }),
        );
    }
}

/// The cells of those `figures` that are others than the ones of `entry`; `none` if all are the
/// same, and `some` if only the month is another, or one of the two rows has more of them.
fn others(entry: Option<&Entry>, figures: &Figures, month: Option<u8>) -> String {
    let Some(entry) = entry else { return "some".to_owned() };
    let other = figures.iter().filter(|(place, (figure, _))| {
        entry.figures.get(place).is_some_and(|(known, _)| known.number != figure.number)
    });
    let cells: Vec<_> = other.map(|(_, (_, spot))| spot.cell()).collect();
    let is_same =
        entry.figures.keys().eq(figures.keys()) && entry.month.as_ref().map(|(month, _)| *month) == month;
    match cells.is_empty() {
        false => cells.join(", "),
        true if is_same => "none".to_owned(),
        true => "some".to_owned(),
    }
}

/// What a row is that is no evaluation's.
enum Special {
    Maxima,
    Other(String),
}

/// A kommunkod that has become a number has lost its first zero.
fn coded(value: &Value) -> String {
    let typed = value.typed();
    let is_code = (1..=4).contains(&typed.len()) && typed.bytes().all(|it| it.is_ascii_digit());
    if is_code { format!("{typed:0>4}") } else { typed }
}

/// Year, and month where it is given: `2020`, `2020-12`, `2020-12-08`, `december 2020`.
fn of_time(value: &Value) -> Option<(u16, Option<u8>)> {
    let typed = match value {
        Value::Text(_) | Value::Number { is_percent: false, .. } | Value::Date(_) => {
            comparable(&value.typed())
        }
        _ => return None,
    };
    let day = typed.get(..10).unwrap_or(&typed);
    if let Some(date) = parse_date(day) {
        return Some((u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()));
    }
    let (first, second) = typed.split_once(['-', ' ', '/']).unwrap_or((&typed, ""));
    let year = |text: &str| text.parse().ok().filter(|_| text.len() == 4);
    if second.is_empty() {
        return Some((year(first)?, None));
    }
    match parse_month(first) {
        Some(month) => Some((year(second)?, u8::try_from(month).ok())),
        None => Some((year(first)?, Some(of_month(&Value::Text(second.to_owned()))?))),
    }
}

/// 1–12, a name, or the month of a day.
fn of_month(value: &Value) -> Option<u8> {
    let typed = comparable(&value.typed());
    if let Value::Date(_) = value {
        return of_time(value)?.1;
    }
    let named = parse_month(&typed).or_else(|| {
        let long = typed.trim_end_matches('.');
        let months = (1..=12).filter_map(|it| Some((it, crate::language::format_month(2000, it)?)));
        let mut named = months.filter(|(_, name)| long.len() >= 3 && name.starts_with(long));
        named.next().map(|(month, _)| month)
    });
    let named = named.and_then(|month| u8::try_from(month).ok());
    named.or_else(|| typed.parse().ok()).filter(|month| (1..=12).contains(month))
}

/// What two rows say of one evaluation, and where they contradict each other.
fn joined(mut entry: Entry, other: &Entry) -> (Entry, Vec<Objection>) {
    let mut troubles = Vec::new();
    let differs = |one: &Option<(u8, Spot)>, two: &Option<(u8, Spot)>| {
        one.as_ref().zip(two.as_ref()).filter(|(one, two)| one.0 != two.0).map(|(one, two)| {
            let (found, first) = (two.0.to_string(), one.1.cell());
            Objection::new(two.1.clone(), Trouble::OtherTime { found, first })
        })
    };
    troubles.extend(differs(&entry.month, &other.month));
    for (place, (figure, spot)) in &other.figures {
        match entry.figures.get(place) {
            // Maxima are the same in every row.
            Some((earlier, first)) if place.1 != Measure::Maximum || earlier.number != figure.number => {
                let first = if first.sheet == spot.sheet { first.cell() } else { first.to_string() };
                troubles.push(Objection::new(spot.clone(), Trouble::ValueAgain { first }));
            }
            _ => drop(entry.figures.insert(*place, (figure.clone(), spot.clone()))),
        }
    }
    entry.titles.extend(other.titles.clone());
    entry.month = entry.month.or_else(|| other.month.clone());
    entry.edition = entry.edition.or_else(|| other.edition.clone());
    for (column, text) in &other.source {
        entry.source.entry(*column).or_insert_with(|| text.clone());
    }
    (entry, troubles)
}

/// The edition that is meant by what is written in a cell: `2020`, `2020 års utgåva`.
pub fn edition_named<'e>(
    text: &str,
    known: impl Iterator<Item = (&'e EditionId, &'e str)>,
) -> Option<&'e EditionId> {
    let wanted = comparable(text);
    let mut known = known.filter(|(id, name)| wanted == id.0 || wanted == comparable(name));
    known.next().map(|(id, _)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_months_are_read_as_people_type_them() {
        let time = |text: &str| of_time(&Value::Text(text.to_owned()));
        assert_eq!(time("2020"), Some((2020, None)));
        for text in ["2020-12", "2020-12-08", "December 2020", "2020 dec", "2020-12-08T00:00:00"] {
            assert_eq!(time(text), Some((2020, Some(12))), "{text}");
        }
        for text in ["20", "tjugo", "2020-13", "2020-", ""] {
            assert_eq!(time(text).filter(|_| text != "2020-"), None, "{text}");
        }
        let number = Value::Number { digits: "2020".to_owned(), is_percent: false };
        assert_eq!(of_time(&number), Some((2020, None)));
        assert_eq!(of_month(&Value::Text("okt.".to_owned())), Some(10));
        assert_eq!(of_month(&Value::Text("13".to_owned())), None);
    }

    #[test]
    fn codes_get_their_zero_back() {
        let number = |digits: &str| Value::Number { digits: digits.to_owned(), is_percent: false };
        assert_eq!(coded(&number("180")), "0180");
        assert_eq!(coded(&Value::Text("Lund".to_owned())), "Lund");
    }
}
