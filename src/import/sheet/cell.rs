//! A spreadsheet as cells, whatever file it came in, and places in it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The most cells that are read. All municipalities, sub-areas, maxima and percentages of
/// three evaluations each are some 100,000.
pub const MAX_CELLS: usize = 400_000;

/// All sheets of a file that hold cells, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workbook {
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// How a text file was encoded, where it was not UTF-8.
    pub is_windows_1252: bool,
    /// Whether bytes that are no text in any way have been replaced.
    pub has_bad_bytes: bool,
}

/// One sheet. Rows and columns are counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; empty for a text file, which has but one.
    pub name: String,
    /// Whether nobody sees it in the program that made it.
    pub is_hidden: bool,
    /// Cells that are not empty, in the order of rows and, in a row, of columns.
    pub cells: Vec<Cell>,
    /// Rows and columns that are hidden.
    pub hidden: Hidden,
    /// Areas of cells that are shown as one.
    pub merged: Vec<Area>,
}

/// What a sheet does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// First and last row of every hidden group.
    pub rows: Vec<(u32, u32)>,
    /// The same of columns.
    pub columns: Vec<(u32, u32)>,
}

impl Hidden {
    /// Whether row `row` is hidden.
    pub fn has_row(&self, row: u32) -> bool {
        // The groups stand in the order of the file, which is that of the rows.
        let after = self.rows.partition_point(|(first, _)| *first <= row);
        after.checked_sub(1).and_then(|at| self.rows.get(at)).is_some_and(|(_, last)| row <= *last)
    }

    /// Whether column `column` is hidden.
    pub fn has_column(&self, column: u32) -> bool {
        self.columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Row and column of its first cell, which alone has a value.
    pub first: (u32, u32),
    /// Row and column of its last cell.
    pub last: (u32, u32),
}

/// A cell that is not empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Its row, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u32,
    /// What it holds.
    pub value: Value,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Text as it stands there, a number that is kept as text included.
    Text(String),
    /// A number.
    Number {
        /// The shortest digits that mean the number which the file holds, with a point.
        digits: String,
        /// Whether it is shown as a percentage: 0.75 as 75 %.
        is_percent: bool,
    },
    /// A day, `YYYY-MM-DD`, or a time.
    Date(String),
    /// True or false.
    Truth(bool),
    /// What the program could not work out, such as `#VALUE!`.
    Error(String),
    /// A formula whose result is not in the file.
    Uncomputed,
}

impl Value {
    /// The value as a person would type it.
    pub fn typed(&self) -> String {
        match self {
            Self::Text(text) | Self::Date(text) | Self::Error(text) => text.trim().to_owned(),
            Self::Number { digits, .. } => digits.replace('.', ","),
            Self::Truth(true) => "SANT".to_owned(),
            Self::Truth(false) => "FALSKT".to_owned(),
            Self::Uncomputed => String::new(),
        }
    }
}

/// A place in a spreadsheet that a person can find.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// Name of the sheet; empty for a text file.
    pub sheet: String,
    /// Row, from 0; without it the place is the whole sheet.
    pub row: Option<u32>,
    /// Column, from 0; without it the place is the whole row.
    pub column: Option<u32>,
}

impl Spot {
    /// The name of the cell as spreadsheets have it, `D7`; the row's number when it is no
    /// single cell; empty for a whole sheet.
    pub fn cell(&self) -> String {
        let Some(row) = self.row else { return String::new() };
        let letters = self.column.map(letters).unwrap_or_default();
        format!("{letters}{}", u64::from(row) + 1)
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}!{}", self.sheet, self.cell())
    }
}

/// The letters of a column: 0 → A, 26 → AA.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let (above, place) = ((rest - 1) / 26, (rest - 1) % 26);
        letters.push(char::from(b'A' + u8::try_from(place).unwrap_or_default()));
        rest = above;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_spreadsheets_give_them() {
        let names: Vec<_> = [0, 25, 26, 51, 701, 702, 16_383].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
        let cell = |row, column| Spot { sheet: "Poäng".to_owned(), row, column }.cell();
        assert_eq!(cell(Some(6), Some(3)), "D7");
        assert_eq!(cell(Some(u32::MAX), None), "4294967296");
        assert_eq!(cell(None, None), "");
    }

    #[test]
    fn hidden_rows_are_found_among_groups() {
        let hidden = Hidden { rows: vec![(2, 3), (7, 7)], columns: vec![(0, 1)] };
        let rows: Vec<_> = (0..9).filter(|row| hidden.has_row(*row)).collect();
        assert_eq!(rows, [2, 3, 7]);
        assert!(hidden.has_column(1) && !hidden.has_column(2));
    }
}
