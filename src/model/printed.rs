//! The printed-values rule finds where a source contradicts itself, and where a
//! reader who adds up its values gets another sum.
//!
//! Nothing is corrected, and no cause is invented (P10). A *warning* is a contradiction; a
//! *note* is a difference of a sum that rounding could make, but that a reader may take for an
//! error. That it may be rounding is said only where the percentages, which are printed beside
//! the points, leave room for decimals. The same value rounded to another precision is neither.

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
    let whole = cover_date(printed).into_iter().chain(total_sum(printed, edition));
    let areas = printed.areas.iter().flat_map(|area| area_differences(area, edition));
    whole.chain(areas).collect()
}

fn area_differences(area: &AreaResult, edition: &Edition) -> Vec<Difference> {
    let boxed = area_box(area);
    // The box says of the row what the sum would say again.
    let is_told = matches!(boxed, Some(Difference::AreaBox { is_row_alone: true, .. }));
    let sum = if is_told { None } else { area_sum(area, edition) };
    boxed.into_iter().chain(sum).chain(percentages(area, edition)).collect()
}

/// A report cannot have been written before the evaluation that it is about.
fn cover_date(Printed { year, month, cover_date, .. }: Printed<'_>) -> Option<Difference> {
    let cover = cover_date?;
    let dated = (i32::from(cover.year()), i32::from(cover.month()));
    let made = (i32::from(year), month.map_or(1, i32::from));
    (dated < made).then_some(Difference::CoverDate { cover, year, month })
}

fn total_sum(printed: Printed<'_>, edition: &Edition) -> Option<Difference> {
    let total = printed.total.points()?;
    let values: Option<Vec<_>> = printed.areas.iter().map(|area| area.value().points()).collect();
    let (sum, weight) = compared(total, &values?)?;
    let parts = printed.areas.iter().map(|area| {
        let sub_areas = Range::sum(area.sub_areas.iter().map(|it| unrounded(it, edition)))?;
        Range::around(area.value().points()?).common(sub_areas)
    });
    Some(Difference::TotalSum { total, sum, weight, may_be_rounding: meets(total, parts) })
}

/// The box against the table: both print the same value.
fn area_box(area: &AreaResult) -> Option<Difference> {
    let (table, boxed) = (area.table?, area.boxed?);
    let sum = points(area).filter(|points| !points.is_empty()).map(|points| points.iter().sum());
    let is_row_alone = sum.is_some_and(|sum| !contradict(boxed, sum) && contradict(table, sum));
    contradict(table, boxed).then_some(Difference::AreaBox { area: area.number, boxed, table, is_row_alone })
}

/// Whether two printed values cannot be one value.
fn contradict(one: Decimal, other: Decimal) -> bool {
    if one.scale() == other.scale() { one != other } else { !overlap(one, other) }
}

/// The points of all sub-areas of an area, if they are known.
fn points(area: &AreaResult) -> Option<Vec<Decimal>> {
    area.sub_areas.iter().map(|sub_area| sub_area.points.points()).collect()
}

/// The area's value against the sum of its sub-areas.
fn area_sum(area: &AreaResult, edition: &Edition) -> Option<Difference> {
    let value = area.value().points()?;
    let (sum, weight) = compared(value, &points(area)?)?;
    let may_be_rounding = meets(value, area.sub_areas.iter().map(|it| unrounded(it, edition)));
    Some(Difference::AreaSum { area: area.number, value, sum, weight, may_be_rounding })
}

/// Whether values that lie in `parts` can add up to what rounds to `printed`.
fn meets(printed: Decimal, parts: impl Iterator<Item = Option<Range>>) -> bool {
    Range::sum(parts).and_then(|sum| Range::around(printed).common(sum)).is_some()
}

/// What the points of a sub-area may have been before they were rounded, so that both they and
/// the percentage print as they do; `None` without a percentage, or if nothing does.
fn unrounded(sub_area: &SubAreaResult, edition: &Edition) -> Option<Range> {
    let maximum = Decimal::from(edition.sub_area(sub_area.number)?.maximum);
    let share = Range::around(sub_area.percent?);
    let points = |percent: Decimal| percent * maximum / Decimal::ONE_HUNDRED;
    let by_share = Range { lowest: points(share.lowest), highest: points(share.highest) };
    Range::around(sub_area.points.points()?).common(by_share)
}

/// All values between two. Neither of these counts: a sum would reach it only if every part
/// lay at its own end, on the border between two printed values.
#[derive(Clone, Copy, Debug)]
struct Range {
    lowest: Decimal,
    highest: Decimal,
}

impl Range {
    /// What rounds to a printed value.
    fn around(printed: Decimal) -> Self {
        Self { lowest: printed - half_unit(printed), highest: printed + half_unit(printed) }
    }

    fn common(self, other: Self) -> Option<Self> {
        let (lowest, highest) = (self.lowest.max(other.lowest), self.highest.min(other.highest));
        (lowest < highest).then_some(Self { lowest, highest })
    }

    /// Of all, if all are known.
    fn sum(mut parts: impl Iterator<Item = Option<Self>>) -> Option<Self> {
        let nothing = Self { lowest: Decimal::ZERO, highest: Decimal::ZERO };
        parts.try_fold(nothing, |sum, part| {
            let part = part?;
            Some(Self { lowest: sum.lowest + part.lowest, highest: sum.highest + part.highest })
        })
    }
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
