//! Among whom a value is compared, which every computed statistic says (P6).

use serde::Serialize;

use super::value::month;
use crate::derive::{Distribution, Rank, Summary};
use crate::language;

/// How many are compared, and until when: "bland 37 kommuner i portalen".
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Among {
    /// How many.
    pub count: u64,
    /// Month and year of the latest value.
    pub as_of: String,
}

/// Among whom a distribution compares.
pub(crate) fn among(distribution: &Distribution) -> Among {
    let (year, in_month) = distribution.as_of;
    Among { count: count(distribution.count()), as_of: month(year, in_month) }
}

/// Median and quartiles; only where there are enough values (P6).
#[derive(Debug, Serialize)]
pub(crate) struct SummaryView {
    pub lowest: String,
    pub lower: String,
    pub median: String,
    pub upper: String,
    pub highest: String,
}

/// The view of a summary.
pub(crate) fn summary(summary: &Summary) -> SummaryView {
    let shown = language::format_points;
    SummaryView {
        lowest: shown(summary.lowest),
        lower: shown(summary.lower),
        median: shown(summary.median),
        upper: shown(summary.upper),
        highest: shown(summary.highest),
    }
}

/// A place among others; only where there are enough of them (P6).
#[derive(Debug, Serialize)]
pub(crate) struct RankView {
    /// The place from 1.
    pub place: u64,
    /// The place in words, such as `3:e`.
    pub ordinal: String,
    /// How many others share it.
    pub others: u64,
    /// Among how many.
    pub of: u64,
}

/// The view of a rank.
pub(crate) fn rank(rank: Rank) -> RankView {
    let place = count(rank.place);
    RankView {
        place,
        ordinal: language::format_ordinal(place),
        others: count(rank.sharing - 1),
        of: count(rank.of),
    }
}

/// A number of things, as templates count.
pub(crate) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
