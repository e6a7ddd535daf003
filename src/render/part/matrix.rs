//! The table of one edition: municipalities × areas.

use std::collections::BTreeMap;

use serde::Serialize;

use super::among::count;
use super::correction::marked;
use super::mean::{MeanView, mean, reference};
use super::table_tools::{RowKeys, TableTools, row_keys, table_tools};
use super::value::{Value, month};
use crate::derive::{Distribution, Insights, Time};
use crate::language;
use crate::model::{Absence, Edition, Entry, Evaluation, Measure, Peers};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// One edition's table: municipalities × areas and total.
#[derive(Debug, Serialize)]
pub(crate) struct Matrix {
    /// Name of the edition.
    edition: String,
    areas: Vec<Column>,
    maximum: String,
    rows: Vec<Row>,
    /// Whether the portal has concluded the edition of any row, which the page has to
    /// explain.
    has_inferred: bool,
    /// Whether any value is absent, likewise.
    has_absent: bool,
    mean: Option<MeanRow>,
    median: Option<MedianRow>,
    pub tools: TableTools,
}

/// One area as a column.
#[derive(Debug, Serialize)]
struct Column {
    number: u8,
    /// What its head has room for.
    short: String,
    name: String,
}

/// One municipality.
#[derive(Debug, Serialize)]
struct Row {
    keys: RowKeys,
    name: String,
    href: String,
    year: u16,
    /// Whether the edition is a conclusion of the portal.
    inferred: bool,
    /// Whether it is a draft, which only a preview shows.
    draft: bool,
    total: Value,
    areas: Vec<Value>,
    /// What is absent, told once for the row (P4).
    missing: Vec<Missing>,
}

/// Why values of a row are absent; its text is `missing-<what>`.
#[derive(Debug, Serialize)]
struct Missing {
    /// `total`, `areas` if that goes for all of them, else `area`.
    what: &'static str,
    /// How many areas.
    count: u64,
    /// Their numbers, if not all.
    numbers: String,
    /// Last part of the name of the text that says why.
    absence: &'static str,
}

/// The published mean as a row.
#[derive(Debug, Serialize)]
struct MeanRow {
    areas: Vec<Option<String>>,
    #[serde(flatten)]
    mean: MeanView,
}

/// Medians of the rows, where they are told (P6).
#[derive(Debug, Serialize)]
struct MedianRow {
    /// How many municipalities have a total.
    count: u64,
    /// Month and year of the latest value.
    as_of: String,
    total: Option<Median>,
    areas: Vec<Option<Median>>,
}

/// A median.
#[derive(Debug, Serialize)]
struct Median {
    text: String,
    /// How many have the value, where they are not as many as have a total.
    count: Option<u64>,
}

/// The table of those of `peers` who have a result in `edition`.
pub(crate) fn matrix(renderer: &Renderer<'_>, edition: &Edition, peers: Peers<'_>) -> Matrix {
    let insights = renderer.materials.insights;
    let all = insights.editions.get(&edition.id).into_iter().flatten();
    let entries: Vec<_> = all.filter(|entry| peers.has(**entry)).copied().collect();
    let rows: Vec<_> = entries.iter().map(|entry| row(renderer, *entry)).collect();
    Matrix {
        edition: edition.name.clone(),
        areas: edition
            .areas
            .iter()
            .map(|it| Column { number: it.number, short: it.short().to_owned(), name: it.name.clone() })
            .collect(),
        maximum: language::format_count(edition.maximum().into()),
        has_inferred: rows.iter().any(|row| row.inferred),
        has_absent: rows.iter().any(|row| !row.missing.is_empty()),
        rows,
        mean: mean_row(renderer, edition),
        median: median_row(insights, edition, peers),
        tools: table_tools(renderer, &entries),
    }
}

fn row(renderer: &Renderer<'_>, entry: Entry<'_>) -> Row {
    let Entry { municipality, evaluation, .. } = entry;
    Row {
        keys: row_keys(entry),
        name: municipality.name.clone(),
        href: renderer.href(&Route::of(entry)),
        year: evaluation.key.year,
        inferred: evaluation.basis.is_inferred(),
        draft: evaluation.publication.is_draft(),
        areas: evaluation
            .areas
            .iter()
            .map(|area| marked(renderer, entry, Measure::Area(area.number), area.value()))
            .collect(),
        total: marked(renderer, entry, Measure::Total, evaluation.total()),
        missing: missing(evaluation),
    }
}

fn missing(evaluation: &Evaluation) -> Vec<Missing> {
    let mut areas: BTreeMap<Absence, Vec<String>> = BTreeMap::new();
    for area in &evaluation.areas {
        if let Some(absence) = area.value().absence() {
            areas.entry(absence).or_default().push(area.number.to_string());
        }
    }
    let total = evaluation.total().absence().map(|absence| Missing {
        what: "total",
        count: 1,
        numbers: String::new(),
        absence: absence.name(),
    });
    let areas = areas.into_iter().map(|(absence, numbers)| Missing {
        what: if numbers.len() == evaluation.areas.len() { "areas" } else { "area" },
        count: count(numbers.len()),
        numbers: language::join_and(&numbers),
        absence: absence.name(),
    });
    total.into_iter().chain(areas).collect()
}

fn mean_row(renderer: &Renderer<'_>, edition: &Edition) -> Option<MeanRow> {
    let reference = reference(renderer, edition)?;
    let value = |number| reference.areas.get(&number).copied().map(language::format_points);
    Some(MeanRow {
        areas: edition.areas.iter().map(|area| value(area.number)).collect(),
        mean: mean(reference),
    })
}

fn median_row(insights: &Insights<'_>, edition: &Edition, peers: Peers<'_>) -> Option<MedianRow> {
    let statistics = insights.statistics.get(&edition.id)?;
    let of = |measure| statistics.among(peers, measure);
    let total = of(Measure::Total)?;
    let median = |distribution: Option<&Distribution>| {
        let distribution = distribution?;
        let differs = distribution.count() != total.count();
        Some(Median {
            text: language::format_points(distribution.summary()?.median),
            count: differs.then(|| count(distribution.count())),
        })
    };
    let areas: Vec<_> = edition.areas.iter().map(|area| median(of(Measure::Area(area.number)))).collect();
    let total_median = median(Some(total));
    let latest = edition.areas.iter().filter_map(|area| of(Measure::Area(area.number))).map(|it| it.as_of);
    let (year, in_month): Time = latest.chain([total.as_of]).max()?;
    let is_told = total_median.is_some() || areas.iter().any(Option::is_some);
    is_told.then(|| MedianRow {
        count: count(total.count()),
        as_of: month(year, in_month),
        total: total_median,
        areas,
    })
}
