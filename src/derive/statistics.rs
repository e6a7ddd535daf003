//! How the values of one edition are spread (P6).
//!
//! The unit is a municipality with its latest evaluation in the edition. What is
//! said of few is said of each: with fewer than [`FEWEST`] values nothing but the
//! values themselves is known, and no type here gives more away.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rust_decimal::Decimal;

use crate::model::{Edition, EditionId, Entry, Evaluation, Measure, Peers, Portal, Year};

/// The fewest values that a median, a quartile, a rank or a record is made of.
pub const FEWEST: usize = 8;

/// When an evaluation was made: the year, and the month, 1–12, where it is known.
pub type Time = (Year, Option<u8>);

/// The values of one measure among some municipalities, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    values: Vec<Decimal>,
    /// When the latest of them was given.
    pub as_of: Time,
}

/// What a distribution comes down to. Quartiles lie between two values in proportion
/// (as in R's type 7 and in spreadsheets' QUARTILE.INC).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The lowest value.
    pub lowest: Decimal,
    /// A quarter of the values are not above it.
    pub lower: Decimal,
    /// The value in the middle.
    pub median: Decimal,
    /// A quarter of the values are not below it.
    pub upper: Decimal,
    /// The highest value.
    pub highest: Decimal,
}

/// A value's place among others: the highest has place 1, equal values share a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// One more than there are higher values.
    pub place: usize,
    /// How many have this value, at least 1.
    pub sharing: usize,
    /// How many have a value.
    pub of: usize,
}

impl Distribution {
    /// The values, in ascending order.
    pub fn values(&self) -> &[Decimal] {
        &self.values
    }

    /// How many values there are.
    pub fn count(&self) -> usize {
        self.values.len()
    }

    /// Whether there are enough values to say more than each of them says.
    pub fn is_told(&self) -> bool {
        self.count() >= FEWEST
    }

    /// The value in the middle; `None` where there are too few values.
    pub fn median(&self) -> Option<Decimal> {
        if self.is_told() { quantile(&self.values, 2) } else { None }
    }

    /// Median, quartiles and extremes; `None` where there are too few values.
    pub fn summary(&self) -> Option<Summary> {
        if !self.is_told() {
            return None;
        }
        let quarter = |quarters| quantile(&self.values, quarters);
        Some(Summary {
            lowest: quarter(0)?,
            lower: quarter(1)?,
            median: quarter(2)?,
            upper: quarter(3)?,
            highest: quarter(4)?,
        })
    }

    /// The place of `value`, which is one of the values; `None` where there are too few.
    pub fn rank(&self, value: Decimal) -> Option<Rank> {
        if !self.is_told() {
            return None;
        }
        let below = self.values.partition_point(|it| *it < value);
        let not_above = self.values.partition_point(|it| *it <= value);
        let above = self.count() - not_above;
        Some(Rank { place: above + 1, sharing: not_above - below, of: self.count() })
    }
}

/// The value that `quarters` of four parts of `sorted` are not above.
fn quantile(sorted: &[Decimal], quarters: usize) -> Option<Decimal> {
    let place = sorted.len().checked_sub(1)? * quarters;
    let below = *sorted.get(place / 4)?;
    let above = sorted.get(place / 4 + 1).copied().unwrap_or(below);
    let part = Decimal::new(i64::try_from(place % 4).ok()? * 25, 2);
    Some((below + (above - below) * part).normalize())
}

/// Everything that is known of one edition as a whole.
#[derive(Debug)]
pub struct Statistics<'p> {
    /// The edition.
    pub edition: &'p Edition,
    /// The distributions that have a value.
    distributions: BTreeMap<(Peers<'p>, Measure), Distribution>,
    /// The evaluations with the highest total ever given, by name; empty where fewer
    /// than [`FEWEST`] municipalities have one.
    pub records: Vec<Entry<'p>>,
}

impl<'p> Statistics<'p> {
    /// The distribution of a measure; `None` where nobody among `peers` has a value.
    pub fn among(&self, peers: Peers<'p>, measure: Measure) -> Option<&Distribution> {
        self.distributions.get(&(peers, measure))
    }

    /// All distributions, by peers, then in the order of the edition.
    pub fn all(&self) -> impl Iterator<Item = (Peers<'p>, Measure, &Distribution)> {
        self.distributions.iter().map(|((peers, measure), it)| (*peers, *measure, it))
    }
}

/// The statistics of every edition. `counting` has the evaluations that count in each,
/// one per municipality, by name.
pub(super) fn statistics<'p>(
    portal: &'p Portal,
    counting: &BTreeMap<&'p EditionId, Vec<Entry<'p>>>,
    by_name: impl Fn(&mut Vec<Entry<'p>>),
) -> BTreeMap<&'p EditionId, Statistics<'p>> {
    let editions =
        counting.iter().filter_map(|(id, entries)| Some((*id, portal.editions.get(*id)?, entries)));
    let statistics = editions.map(|(id, edition, entries)| {
        let distributions = distributions(edition, entries);
        let total = distributions.get(&(Peers::All, Measure::Total));
        let is_told = total.is_some_and(Distribution::is_told);
        let mut records = if is_told { records(portal, id) } else { Vec::new() };
        by_name(&mut records);
        (id, Statistics { edition, distributions, records })
    });
    statistics.collect()
}

/// The distributions of every measure. Its values are put in order once and dealt out in
/// that order to all among whom they count, which is quicker than to put each share in
/// order.
fn distributions<'p>(
    edition: &Edition,
    entries: &[Entry<'p>],
) -> BTreeMap<(Peers<'p>, Measure), Distribution> {
    let peers: BTreeSet<_> = entries.iter().flat_map(|entry| Peers::of(*entry)).collect();
    let peers: Vec<_> = peers.into_iter().collect();
    let places = |entry: &Entry<'p>| {
        Peers::of(*entry).filter_map(|it| peers.binary_search(&it).ok()).collect::<Vec<_>>()
    };
    let counting: Vec<_> = entries.iter().map(|entry| (entry.evaluation, places(entry))).collect();
    let measures: Vec<_> = Measure::all(edition).collect();
    let all = measures.into_par_iter().flat_map_iter(|measure| {
        let dealt = deal(&counting, measure, peers.len());
        let named = peers.iter().zip(dealt).map(move |(peers, it)| ((*peers, measure), it));
        named.filter(|(_, distribution)| distribution.count() > 0)
    });
    all.collect()
}

/// The values of a measure in `hands` distributions. With each evaluation come the places
/// of those among which it counts.
fn deal(counting: &[(&Evaluation, Vec<usize>)], measure: Measure, hands: usize) -> Vec<Distribution> {
    let mut values: Vec<_> =
        counting.iter().filter_map(|(it, places)| Some((it.value(measure)?, it, places))).collect();
    values.sort_by_key(|(value, ..)| *value);
    let mut dealt = vec![Distribution { values: Vec::new(), as_of: Time::default() }; hands];
    for (value, evaluation, places) in values {
        for place in places {
            if let Some(distribution) = dealt.get_mut(*place) {
                distribution.values.push(value);
                distribution.as_of = distribution.as_of.max((evaluation.key.year, evaluation.month));
            }
        }
    }
    dealt
}

/// The evaluations with the highest total of an edition, whether or not a later one of
/// the same municipality counts.
fn records<'p>(portal: &'p Portal, edition: &EditionId) -> Vec<Entry<'p>> {
    let totals = || {
        let entries = portal.entries().filter(|entry| entry.edition.id == *edition);
        entries.filter_map(|entry| Some((entry, entry.evaluation.total().points()?)))
    };
    let highest = totals().map(|(_, total)| total).max();
    totals().filter(|(_, total)| Some(*total) == highest).map(|(entry, _)| entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(texts: &str) -> Vec<Decimal> {
        texts.split(' ').map(|it| it.parse().unwrap()).collect()
    }

    fn distribution(texts: &str) -> Distribution {
        let mut values = decimals(texts);
        values.sort_unstable();
        Distribution { values, as_of: (2020, None) }
    }

    #[test]
    fn quartiles_lie_between_values_in_proportion() {
        let summary = distribution("8 1 2 3 4 5 6 7").summary().unwrap();
        let told = [summary.lowest, summary.lower, summary.median, summary.upper, summary.highest];
        assert_eq!(told.to_vec(), decimals("1 2.75 4.5 6.25 8"));
        let summary = distribution("10 20 30 40 50 60 70 80.5 90").summary().unwrap();
        assert_eq!([summary.lower, summary.median, summary.upper].to_vec(), decimals("30 50 70"));
    }

    #[test]
    fn equal_values_share_a_place() {
        let values = distribution("5 5.0 4 4 4 3 2 1");
        let rank = |text: &str| values.rank(text.parse().unwrap()).unwrap();
        assert_eq!(rank("5"), Rank { place: 1, sharing: 2, of: 8 });
        assert_eq!(rank("4"), Rank { place: 3, sharing: 3, of: 8 });
        assert_eq!(rank("1"), Rank { place: 8, sharing: 1, of: 8 });
    }

    #[test]
    fn of_seven_values_nothing_but_the_values_is_told() {
        let few = distribution("1 2 3 4 5 6 7");
        assert_eq!((few.summary(), few.rank(Decimal::ONE)), (None, None));
        assert_eq!(few.count(), 7);
    }
}
