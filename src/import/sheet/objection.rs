//! What is wrong with a spreadsheet, or worth a word, as data: which, with which
//! arguments, where. The words are the command line's, in its languages.

use serde::{Deserialize, Serialize};

use super::cell::Spot;

/// Defines a type of things to be told, every one with its code and named arguments.
macro_rules! told {
    ($(#[$outer:meta])* $type:ident { $($(#[$inner:meta])* $name:ident { $($argument:ident),* } $code:literal;)* }) => {
        $(#[$outer])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "arguments are explained with their variant")]
        pub enum $type {
            $($(#[$inner])* $name { $($argument: String),* },)*
        }

        impl $type {
            /// The codes of all, by which their words are found.
            pub const CODES: &[&str] = &[$($code),*];

            /// Its code.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                }
            }

            /// Its arguments by name.
            pub fn arguments(&self) -> Vec<(&'static str, &str)> {
                match self {
                    $(Self::$name { $($argument),* } => vec![$((stringify!($argument), $argument.as_str())),*],)*
                }
            }
        }
    };
}

told! {
    /// Why something of a spreadsheet is refused.
    Trouble {
        /// A folder, pipe or device.
        NoFile {} "sheet-no-file";
        /// No bytes.
        EmptyFile {} "sheet-empty-file";
        /// A file of a kind that is not read: `kind` is one of `old`, `pdf`, `page`, `ods`,
        /// `binary`, `word`.
        Foreign { kind } "sheet-foreign";
        /// The file has more than `most` bytes.
        TooLarge { most } "sheet-too-large";
        /// A quote that is never closed: what would be rows has become one cell.
        OpenQuote {} "sheet-open-quote";
        /// More than `most` cells.
        TooManyCells { most } "sheet-too-many-cells";
        /// Its reader took more memory or time than it may, or broke down: `message` says which.
        TooMuch { message } "sheet-too-much";
        /// An archive or a part of it that cannot be read: `message` is a parser's.
        Damaged { message } "sheet-damaged";
        /// No sheet has heads that are understood: of those that have most, it lacks
        /// `lacking`, one of `all`, `who`, `when`, `what`; `found` are the heads.
        NoTable { lacking, found } "sheet-no-table";
        /// There are heads, but nothing below them.
        NoRows {} "sheet-no-rows";
        /// The same column as in the cell `first`.
        ColumnAgain { head, first } "sheet-column-again";
        /// The name of an area or sub-area without its number, which depends on the edition.
        NameHead { head } "sheet-name-head";
        /// The name of an area or sub-area of the editions `others`, which is no such part of
        /// `edition`.
        NameOfOther { name, edition, others } "sheet-name-of-other";
        /// A head that has become a date, as 1.1 may.
        DateHead { found } "sheet-date-head";
        /// A row with figures and no municipality.
        NoMunicipality {} "sheet-no-municipality";
        /// No municipality of the register; `nearest` are those with names like it.
        UnknownMunicipality { found, nearest } "sheet-unknown-municipality";
        /// Name and code are of two municipalities.
        OtherCode { name, code } "sheet-other-code";
        /// A row with figures and no year.
        NoYear {} "sheet-no-year";
        /// No year in which there have been evaluations.
        BadYear { found } "sheet-bad-year";
        /// No month.
        BadMonth { found } "sheet-bad-month";
        /// Year or month differ from what the cell `first` says of the same evaluation.
        OtherTime { found, first } "sheet-other-time";
        /// No edition of the project, which has `known`.
        UnknownEdition { found, known } "sheet-unknown-edition";
        /// A year before there was the edition that is said.
        BeforeEdition { year, edition } "sheet-before-edition";
        /// Several editions are possible: `known`.
        NoEdition { known } "sheet-no-edition";
        /// The figures fit the edition `fits` and not `asked`, which is said or of the time.
        FitsOther { asked, fits } "sheet-fits-other";
        /// No number of an area or sub-area.
        UnknownPart { found } "sheet-unknown-part";
        /// An area or sub-area that the edition does not have.
        PartOfOther { part, edition } "sheet-part-of-other";
        /// The evaluation stands in the row `first` already; the cells `others` have other values
        /// than that, or `none` has, or `some` differ otherwise.
        EvaluationAgain { first, others } "sheet-evaluation-again";
        /// The value stands at `first` already.
        ValueAgain { first } "sheet-value-again";
        /// No number.
        NoNumber { found } "sheet-no-number";
        /// A cell whose formula has failed.
        ErrorCell { found } "sheet-error-cell";
        /// A formula without its result.
        Uncomputed {} "sheet-uncomputed";
        /// A sum of nought whose parts have points.
        HollowSum {} "sheet-hollow-sum";
        /// A figure that has become a date.
        DateCell { found } "sheet-date-cell";
        /// Below zero.
        Negative { found } "sheet-negative";
        /// More decimals than a report prints.
        TooPrecise { found } "sheet-too-precise";
        /// `1.200`: a thousand or a decimal.
        Ambiguous { found } "sheet-ambiguous";
        /// A percentage where points belong.
        PercentAsPoints { found } "sheet-percent-as-points";
        /// A fraction where a percentage belongs.
        FractionAsPercent { found } "sheet-fraction-as-percent";
        /// More than the most that there is to get.
        AboveMaximum { found, maximum } "sheet-above-maximum";
        /// Another maximum than the edition's.
        OtherMaximum { found, expected, edition } "sheet-other-maximum";
        /// One cell over several: `range`.
        MergedValue { range } "sheet-merged-value";
        /// A cell where the table has no column.
        BesideTable { found } "sheet-beside-table";
        /// A record that is there and cannot be changed: `message` is a parser's.
        BadRecord { path, message } "sheet-bad-record";
        /// The record there is of another edition.
        RecordOfOther { path, edition, record } "sheet-record-of-other";
        /// The record there has been released, and values would change.
        Released { path } "sheet-released";
    }
}

told! {
    /// What is not wrong, but should be known.
    Remark {
        /// A text file in the old encoding of Windows.
        Windows1252 {} "sheet-windows-1252";
        /// Bytes that are no text.
        BadBytes {} "sheet-bad-bytes";
        /// A hidden sheet, which is not read.
        HiddenSheet {} "sheet-hidden-sheet";
        /// A sheet without a table.
        OtherSheet {} "sheet-other-sheet";
        /// A column that is not understood.
        OtherColumn { head } "sheet-other-column";
        /// A row of no evaluation: a mean, an example, a footnote.
        OtherRow { text } "sheet-other-row";
        /// A hidden row, read as any other.
        HiddenRow {} "sheet-hidden-row";
        /// A hidden column, read as any other.
        HiddenColumn { head } "sheet-hidden-column";
        /// The total or an area is `found`, but the sum of its parts is `sum`.
        OtherSum { part, found, sum } "sheet-other-sum";
        /// The file holds `found`, which a spreadsheet shows as `read`.
        Rounded { found, read } "sheet-rounded";
    }
}

/// Something at a place of a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// Where.
    pub spot: Spot,
    /// What.
    pub what: T,
}

/// Why something is refused, and where.
pub type Objection = At<Trouble>;

impl<T> At<T> {
    /// `what` at `spot`.
    pub fn new(spot: Spot, what: T) -> Self {
        Self { spot, what }
    }
}
