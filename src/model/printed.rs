//! The printed-values rule finds where a source contradicts itself, and where a
//! reader who adds up its values gets another sum.
//!
//! Nothing is corrected. A *warning* is a contradiction that rounding cannot
//! explain; a *note* is a difference that rounding explains but that a reader may
//! take for an error. The same value rounded to another precision is neither.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::difference::{Difference, Weight};
use super::{AreaResult, Edition, Score, SubAreaResult, Year};

/// The printed values of an evaluation that this rule compares.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// Year of the evaluation.
    pub year: Year,
    /// Its month, 1–12, where known.
    pub month: Option<u8>,
    /// Date on the cover.
    pub cover_date: Option<Date>,
    /// The total as stated.
    pub total: Score,
    /// One result per area of the edition, in order.
    pub areas: &'a [AreaResult],
}

/// All differences in what is `printed` of an evaluation in `edition`: those of
/// the whole first, then area by area.
pub fn differences(printed: Printed<'_>, edition: &Edition) -> Vec<Difference> {
    let whole = cover_date(printed).into_iter().chain(total_sum(printed));
    let areas = printed.areas.iter().flat_map(|area| area_differences(area, edition));
    whole.chain(areas).collect()
}

fn area_differences(area: &AreaResult, edition: &Edition) -> Vec<Difference> {
    let mut found: Vec<_> = area_box(area).into_iter().chain(area_sum(area)).collect();
    found.extend(percentages(area, edition));
    found
}

/// A report cannot have been written before the evaluation that it is about.
fn cover_date(Printed { year, month, cover_date, .. }: Printed<'_>) -> Option<Difference> {
    let cover = cover_date?;
    let dated = (i32::from(cover.year()), i32::from(cover.month()));
    let made = (i32::from(year), month.map_or(1, i32::from));
    (dated < made).then_some(Difference::CoverDate { cover, year, month })
}

fn total_sum(printed: Printed<'_>) -> Option<Difference> {
    let total = printed.total.points()?;
    let values: Option<Vec<_>> = printed.areas.iter().map(|area| area.value().points()).collect();
    let (sum, weight) = compared(total, &values?)?;
    Some(Difference::TotalSum { total, sum, weight })
}

/// The box against the table: both print the same value.
fn area_box(area: &AreaResult) -> Option<Difference> {
    let (table, boxed) = (area.table?, area.boxed?);
    let contradict = if table.scale() == boxed.scale() { table != boxed } else { !overlap(table, boxed) };
    contradict.then_some(Difference::AreaBox { area: area.number, boxed, table })
}

/// The area's value against the sum of its sub-areas.
fn area_sum(area: &AreaResult) -> Option<Difference> {
    let value = area.value().points()?;
    let points: Option<Vec<_>> = area.sub_areas.iter().map(|sub_area| sub_area.points.points()).collect();
    let (sum, weight) = compared(value, &points?)?;
    Some(Difference::AreaSum { area: area.number, value, sum, weight })
}

fn percentages(area: &AreaResult, edition: &Edition) -> Vec<Difference> {
    let off = |sub_area: &SubAreaResult| {
        let (points, percent) = (sub_area.points.points()?, sub_area.percent?);
        let maximum = edition.sub_area(sub_area.number)?.maximum;
        let consistent = percent_is_consistent(points, maximum, percent);
        (!consistent).then_some(Difference::Percent { sub_area: sub_area.number, percent, points, maximum })
    };
    area.sub_areas.iter().filter_map(off).collect()
}

/// Whether `points` ± half a unit of `maximum` can round to `percent`.
fn percent_is_consistent(points: Decimal, maximum: u8, percent: Decimal) -> bool {
    let maximum = Decimal::from(maximum.max(1));
    let middle = points * Decimal::ONE_HUNDRED / maximum;
    let slack = half_unit(points) * Decimal::ONE_HUNDRED / maximum + half_unit(percent);
    (middle - percent).abs() <= slack
}

/// The sum of `parts` and the weight of its difference from `printed`, if any.
fn compared(printed: Decimal, parts: &[Decimal]) -> Option<(Decimal, Weight)> {
    if parts.is_empty() {
        return None;
    }
    let sum: Decimal = parts.iter().sum();
    if sum == printed {
        return None;
    }
    let slack = half_unit(printed) + parts.iter().map(|part| half_unit(*part)).sum::<Decimal>();
    let explained = (printed - sum).abs() <= slack;
    Some((sum, if explained { Weight::Note } else { Weight::Warning }))
}

/// Whether the rounding intervals of two printed values have a value in common.
fn overlap(a: Decimal, b: Decimal) -> bool {
    (a - b).abs() <= half_unit(a) + half_unit(b)
}

/// Half a unit of the last printed decimal: 0.5 for 42, 0.05 for 42.2.
fn half_unit(printed: Decimal) -> Decimal {
    Decimal::new(5, printed.scale() + 1)
}
