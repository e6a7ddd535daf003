//! Differences between printed values that ought to agree.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{AreaNumber, SubAreaNumber, Year};
use crate::diagnostic::Fault;

/// How serious a difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Reported in the build and shown on the page.
    Warning,
    /// Shown on the page.
    Note,
}

/// One difference between printed values, or between a printed value and what
/// its parts add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The box in an area's chapter and the area's row in the score table differ.
    AreaBox {
        /// The area.
        area: AreaNumber,
        /// The box.
        boxed: Decimal,
        /// The table row.
        table: Decimal,
        /// Whether the sub-areas add up to the box, so that the row stands alone.
        is_row_alone: bool,
    },
    /// A percentage that the points of its sub-area cannot be rounded to.
    Percent {
        /// The sub-area.
        sub_area: SubAreaNumber,
        /// As printed.
        percent: Decimal,
        /// As printed.
        points: Decimal,
        /// The sub-area's maximum.
        maximum: u8,
    },
    /// An area's value is not the sum of its sub-areas.
    AreaSum {
        /// The area.
        area: AreaNumber,
        /// The value that counts.
        value: Decimal,
        /// What its sub-areas add up to.
        sum: Decimal,
        /// A warning if the difference is larger than rounding could make it, else a note.
        weight: Weight,
        /// Whether the printed values leave room for decimals that make it up (P10).
        may_be_rounding: bool,
    },
    /// The stated total is not the sum of the areas.
    TotalSum {
        /// As stated.
        total: Decimal,
        /// What the areas add up to.
        sum: Decimal,
        /// A warning if the difference is larger than rounding could make it, else a note.
        weight: Weight,
        /// Whether the printed values leave room for decimals that make it up (P10).
        may_be_rounding: bool,
    },
    /// The cover's date lies before the month of the evaluation.
    CoverDate {
        /// The cover's date.
        cover: Date,
        /// Year of the evaluation.
        year: Year,
        /// Its month, where known.
        month: Option<u8>,
    },
}

impl Difference {
    /// How serious it is.
    pub fn weight(&self) -> Weight {
        match self {
            Self::AreaBox { .. } | Self::Percent { .. } | Self::CoverDate { .. } => Weight::Warning,
            Self::AreaSum { weight, .. } | Self::TotalSum { weight, .. } => *weight,
        }
    }

    /// The area it is about; `None` for the evaluation as a whole.
    pub fn area(&self) -> Option<AreaNumber> {
        match self {
            Self::AreaBox { area, .. } | Self::AreaSum { area, .. } => Some(*area),
            Self::Percent { sub_area, .. } => Some(sub_area.area),
            Self::TotalSum { .. } | Self::CoverDate { .. } => None,
        }
    }

    /// The fault that reports it; `shown` formats the numbers in its arguments.
    pub fn fault(&self, shown: fn(Decimal) -> String) -> Fault {
        match self {
            Self::AreaBox { area, boxed, table, is_row_alone } => {
                let (area, printed, table) = (area.to_string(), shown(*boxed), shown(*table));
                if *is_row_alone {
                    Fault::AreaRowDiffers { area, printed, table }
                } else {
                    Fault::AreaBoxDiffers { area, printed, table }
                }
            }
            Self::Percent { sub_area, percent, points, maximum } => Fault::PercentOutside {
                sub_area: sub_area.to_string(),
                percent: shown(*percent),
                points: shown(*points),
                maximum: maximum.to_string(),
            },
            Self::AreaSum { area, value, sum, .. } => {
                Fault::AreaSumOutside { area: area.to_string(), value: shown(*value), sum: shown(*sum) }
            }
            Self::TotalSum { total, sum, .. } => {
                let form = if sum.is_zero() { "noughts" } else { "other" }.to_owned();
                Fault::TotalSumOutside { total: shown(*total), sum: shown(*sum), form }
            }
            // Dates are shown as `2020-12-08`.
            Self::CoverDate { cover, year, month } => Fault::CoverBeforeEvaluation {
                cover: cover.to_string(),
                evaluation: month.map_or_else(|| year.to_string(), |month| format!("{year}-{month:02}")),
            },
        }
    }
}
