//! What municipalities were given in an area of one edition.

use std::cmp::Reverse;

use serde::Serialize;

use super::among::{Among, SummaryView, among, count, summary};
use super::correction::marked;
use super::mean::{MeanView, mean};
use super::strips::Strips;
use super::table_tools::{RowKeys, TableTools, row_keys, table_tools};
use super::value::Value;
use crate::derive::{Distribution, Insights};
use crate::language;
use crate::model::{Area, Edition, Entry, Mean, Measure, Peers};
use crate::render::chart::bar;
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::{Anchor, Route};

/// Results of one edition; never mixed with another's.
#[derive(Debug, Serialize)]
pub(crate) struct EditionResults {
    id: String,
    edition: String,
    comparability: String,
    /// The areas of that edition whose nearest successor the page's area is.
    areas: Vec<AreaResults>,
}

/// Results of one area of one edition.
#[derive(Debug, Serialize)]
pub(crate) struct AreaResults {
    number: u8,
    name: String,
    maximum: String,
    /// Everyone on one scale.
    strip: Option<Html>,
    among: Option<Among>,
    summary: Option<SummaryView>,
    /// The highest value first, those without a value last.
    rows: Vec<ResultRow>,
    /// How many municipalities there are in all.
    count: u64,
    tools: TableTools,
    /// Whether places are told.
    is_ranked: bool,
    /// Whether the portal has concluded the edition of any row, which the page has to
    /// explain.
    has_inferred: bool,
    mean: Option<MeanView>,
    mean_value: Option<String>,
    sub_areas: Vec<SubAreaResults>,
}

/// The result of one municipality.
#[derive(Debug, Serialize)]
pub(crate) struct ResultRow {
    keys: RowKeys,
    county: String,
    /// Its place, where there are enough to have one (P6).
    place: Option<u64>,
    name: String,
    href: String,
    year: u16,
    /// Whether the edition is a conclusion of the portal.
    inferred: bool,
    value: Value,
    bar: Option<Html>,
}

/// How municipalities did in one sub-area.
#[derive(Debug, Serialize)]
pub(crate) struct SubAreaResults {
    number: String,
    name: String,
    maximum: u8,
    strip: Option<Html>,
    count: u64,
    median: Option<String>,
}

/// Results in the areas of `edition` that `successor` succeeds, the best `most` of each.
pub(crate) fn edition_results(
    renderer: &Renderer<'_>,
    strips: &Strips<'_>,
    edition: &Edition,
    successor: u8,
    most: usize,
) -> EditionResults {
    let areas = edition.areas.iter().filter(|area| area.successor == successor);
    EditionResults {
        id: Anchor::Edition(edition.id.clone()).id(),
        edition: edition.name.clone(),
        comparability: edition.comparability.clone(),
        areas: areas.map(|area| area_results(renderer, strips, edition, area, most)).collect(),
    }
}

fn area_results(
    renderer: &Renderer<'_>,
    strips: &Strips<'_>,
    edition: &Edition,
    area: &Area,
    most: usize,
) -> AreaResults {
    let insights = renderer.materials.insights;
    let measure = Measure::Area(area.number);
    let statistics = insights.statistics.get(&edition.id);
    let distribution = statistics.and_then(|it| it.among(Peers::All, measure));
    let has_area = |mean: &Mean| mean.areas.contains_key(&area.number);
    let reference = Insights::mean(renderer.materials.portal, &edition.id, has_area);
    let value = reference.and_then(|mean| mean.areas.get(&area.number)).copied();
    let entries = ordered(insights.editions.get(&edition.id).map_or(&[], Vec::as_slice), measure);
    let row = |entry: &Entry<'_>| row(renderer, *entry, area, value, distribution);
    let rows: Vec<_> = entries.iter().take(most).filter_map(row).collect();
    AreaResults {
        number: area.number,
        name: area.name.clone(),
        maximum: language::format_count(area.maximum.into()),
        strip: strips.strip(edition, measure, None, value),
        among: distribution.map(among),
        summary: distribution.and_then(Distribution::summary).as_ref().map(summary),
        count: count(entries.len()),
        tools: table_tools(renderer, &entries),
        is_ranked: distribution.is_some_and(Distribution::is_told),
        has_inferred: rows.iter().any(|row| row.inferred),
        rows,
        mean: reference.map(mean),
        mean_value: value.map(language::format_points),
        sub_areas: sub_areas(renderer, strips, edition, area),
    }
}

/// The evaluations by their value, the highest first; those of the same value and those
/// without one by name.
fn ordered<'p>(by_name: &[Entry<'p>], measure: Measure) -> Vec<Entry<'p>> {
    let mut entries = by_name.to_vec();
    entries.sort_by_cached_key(|entry| Reverse(entry.evaluation.value(measure)));
    entries
}

fn row(
    renderer: &Renderer<'_>,
    entry: Entry<'_>,
    area: &Area,
    mean: Option<rust_decimal::Decimal>,
    distribution: Option<&Distribution>,
) -> Option<ResultRow> {
    let Entry { municipality, evaluation, .. } = entry;
    let result = evaluation.area(area.number)?;
    let points = result.value().points();
    let page = Route::of(entry);
    let base = renderer.materials.base;
    let has_areas = evaluation.has_areas();
    let href = if has_areas { page.at(Anchor::Area(area.number)).href(base) } else { page.href(base) };
    let rank = points.zip(distribution).and_then(|(points, distribution)| distribution.rank(points));
    Some(ResultRow {
        keys: row_keys(entry),
        county: municipality.county.name.clone(),
        place: rank.map(|rank| count(rank.place)),
        name: municipality.name.clone(),
        href,
        year: evaluation.key.year,
        inferred: evaluation.basis.is_inferred(),
        value: marked(renderer, entry, Measure::Area(area.number), result.value()),
        bar: points.map(|points| bar(points, mean, area.maximum).into()),
    })
}

fn sub_areas(
    renderer: &Renderer<'_>,
    strips: &Strips<'_>,
    edition: &Edition,
    area: &Area,
) -> Vec<SubAreaResults> {
    let statistics = renderer.materials.insights.statistics.get(&edition.id);
    let results = area.sub_areas.iter().map(|sub_area| {
        let measure = Measure::SubArea(sub_area.number);
        let distribution = statistics.and_then(|it| it.among(Peers::All, measure));
        let summary = distribution.and_then(Distribution::summary);
        SubAreaResults {
            number: sub_area.number.to_string(),
            name: sub_area.name.clone(),
            maximum: sub_area.maximum,
            strip: strips.strip(edition, measure, None, summary.map(|it| it.median)),
            count: count(distribution.map_or(0, Distribution::count)),
            median: summary.map(|it| language::format_points(it.median)),
        }
    });
    results.collect()
}
