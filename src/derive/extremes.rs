//! In which sub-areas an evaluation is strongest and weakest.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::statistics::{Distribution, Statistics};
use crate::model::{Entry, Measure, Peers, SubArea};

/// How many sub-areas are called strongest, and how many weakest.
const MOST: usize = 3;

/// The strongest and weakest sub-areas of an evaluation.
#[derive(Clone, Debug)]
pub struct Extremes<'p> {
    /// By what they were found.
    pub basis: Basis,
    /// The strongest first; those of the same strength in the order of the edition.
    pub strongest: Vec<Standing<'p>>,
    /// The weakest first, likewise; none of them is among the strongest.
    pub weakest: Vec<Standing<'p>>,
}

/// By what sub-areas with different maxima are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// By how far the points lie from the median of the edition, in parts of the
    /// maximum. Every sub-area has a median of enough municipalities.
    Median,
    /// By the part of the maximum, because there are too few to compare with (P6).
    Share,
}

/// A sub-area and what an evaluation has in it.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'p> {
    /// The sub-area.
    pub sub_area: &'p SubArea,
    /// Its points.
    pub points: Decimal,
    /// The median of the edition, where it counts.
    pub median: Option<Decimal>,
}

impl Standing<'_> {
    /// What it is ordered by.
    fn strength(&self) -> Decimal {
        (self.points - self.median.unwrap_or_default()) / Decimal::from(self.sub_area.maximum.max(1))
    }
}

/// The strongest and weakest sub-areas of `entry`; `None` where fewer than two have
/// points.
pub fn extremes<'p>(entry: Entry<'p>, statistics: &Statistics<'_>) -> Option<Extremes<'p>> {
    let mut standings = standings(entry, statistics);
    if standings.len() < 2 {
        return None;
    }
    let is_told = standings.iter().all(|it| it.median.is_some());
    if !is_told {
        for standing in &mut standings {
            standing.median = None;
        }
    }
    let each = MOST.min(standings.len() / 2);
    let mut strongest = standings.clone();
    strongest.sort_by_cached_key(|it| Reverse(it.strength()));
    strongest.truncate(each);
    let rest = |it: &Standing<'_>| strongest.iter().all(|other| other.sub_area.number != it.sub_area.number);
    let mut weakest: Vec<_> = standings.into_iter().filter(rest).collect();
    weakest.sort_by_cached_key(Standing::strength);
    weakest.truncate(each);
    Some(Extremes { basis: if is_told { Basis::Median } else { Basis::Share }, strongest, weakest })
}

fn standings<'p>(entry: Entry<'p>, statistics: &Statistics<'_>) -> Vec<Standing<'p>> {
    let sub_areas = entry.edition.areas.iter().flat_map(|area| &area.sub_areas);
    let standings = sub_areas.filter_map(|sub_area| {
        let measure = Measure::SubArea(sub_area.number);
        let points = entry.evaluation.value(measure)?;
        let median = statistics.among(Peers::All, measure).and_then(Distribution::median);
        Some(Standing { sub_area, points, median })
    });
    standings.collect()
}
