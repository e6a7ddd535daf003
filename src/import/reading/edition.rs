//! The edition of a report, told by the maxima of its sub-areas.

use std::collections::BTreeMap;

use super::table::Tables;
use crate::model::{Edition, EditionId, SubAreaNumber};

/// The edition that the maxima tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detected {
    /// The edition that fits best.
    pub id: EditionId,
    /// Whether all its sub-areas are there, with its maxima, and no others.
    pub is_exact: bool,
}

/// The edition that fits the maxima in `tables` best; nothing when none fits,
/// or when two fit alike.
pub(super) fn detect(tables: &Tables, editions: &BTreeMap<EditionId, Edition>) -> Option<Detected> {
    let printed = maxima(tables);
    let mut fits: Vec<_> = editions.values().map(|edition| (fit(&printed, edition), edition)).collect();
    fits.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    let ((matching, _), best) = *fits.first()?;
    let is_alone = fits.get(1).is_none_or(|(second, _)| *second < (fits.first().map_or((0, 0), |it| it.0)));
    let count: usize = best.areas.iter().map(|area| area.sub_areas.len()).sum();
    let is_exact = matching == count && printed.len() == count;
    // Two maxima may agree by chance: editions have most of them in common.
    (is_alone && matching >= 3).then(|| Detected { id: best.id.clone(), is_exact })
}

fn maxima(tables: &Tables) -> BTreeMap<SubAreaNumber, u16> {
    let rows = tables.rows.iter();
    rows.filter_map(|row| Some((row.number, row.figures.as_ref()?.maximum()?))).collect()
}

/// How well an edition fits: first by how many maxima agree, then by how little
/// the numbers of sub-areas differ. The greater, the better.
fn fit(printed: &BTreeMap<SubAreaNumber, u16>, edition: &Edition) -> (usize, usize) {
    let agrees = |(number, maximum): &(&SubAreaNumber, &u16)| {
        edition.sub_area(**number).is_some_and(|sub_area| u16::from(sub_area.maximum) == **maximum)
    };
    let matching = printed.iter().filter(agrees).count();
    let count: usize = edition.areas.iter().map(|area| area.sub_areas.len()).sum();
    (matching, usize::MAX - count.abs_diff(printed.len()))
}
