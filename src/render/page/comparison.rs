//! The comparison tables: one per edition, and which municipality has a result
//! in which.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::derive::{History, Insights};
use crate::language;
use crate::model::{Absence, Edition, EditionId, Entry, Evaluation, Mean};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::mean::{MeanView, mean};
use crate::render::part::value::{Link, Value, month};
use crate::render::renderer::Renderer;
use crate::route::{Anchor, Route};

/// What the comparison page shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// The newest first.
    editions: Vec<EditionTable>,
    /// Totals of every municipality, an edition a column.
    overview: Vec<OverviewRow>,
}

/// One edition's table: municipalities × areas and total.
#[derive(Debug, Serialize)]
pub(crate) struct EditionTable {
    id: String,
    name: String,
    comparability: String,
    areas: Vec<Column>,
    maximum: String,
    rows: Vec<Row>,
    /// Whether the portal has concluded the edition of any row, which the page has to
    /// explain.
    has_inferred: bool,
    /// Address of the table as a CSV file.
    data: String,
    /// The highest total ever given, where it may be told; several where they tie.
    records: Vec<RecordView>,
    /// Address of its statistics as a CSV file.
    statistics: String,
    mean: Option<MeanRow>,
}

/// The highest total of an edition.
#[derive(Debug, Serialize)]
pub(crate) struct RecordView {
    municipality: Link,
    total: Value,
    month: String,
}

/// One area as a column.
#[derive(Debug, Serialize)]
pub(crate) struct Column {
    number: u8,
    name: String,
}

/// One municipality in an edition's table.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    name: String,
    href: String,
    year: u16,
    /// Whether the edition is a conclusion of the portal.
    inferred: bool,
    /// Whether it is a draft, which only a preview shows.
    draft: bool,
    total: Value,
    areas: Vec<Value>,
    /// The kind of absence that all areas share: one cell says it for all.
    absence: Option<&'static str>,
}

/// The published mean as the table's last row.
#[derive(Debug, Serialize)]
pub(crate) struct MeanRow {
    areas: Vec<Option<String>>,
    #[serde(flatten)]
    mean: MeanView,
}

/// One municipality in the overview.
#[derive(Debug, Serialize)]
pub(crate) struct OverviewRow {
    municipality: Link,
    /// Total per edition, in the order of the tables.
    totals: Vec<OverviewValue>,
}

/// A municipality's total in one edition.
#[derive(Debug, Serialize)]
pub(crate) struct OverviewValue {
    total: Value,
    year: Option<u16>,
    /// Whether the edition is a conclusion of the portal.
    inferred: bool,
    /// Whether it is a draft, which only a preview shows.
    draft: bool,
    href: Option<String>,
}

/// The view of the comparison page.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let editions: Vec<_> = renderer.materials.portal.editions.values().rev().collect();
    View {
        frame: frame(renderer, &Route::Comparison, Vec::new()),
        editions: editions.iter().map(|edition| table(renderer, edition)).collect(),
        overview: overview(renderer, &editions),
    }
}

fn table(renderer: &Renderer<'_>, edition: &Edition) -> EditionTable {
    let columns = edition.areas.iter().map(|area| Column { number: area.number, name: area.name.clone() });
    let entries = renderer.materials.insights.editions.get(&edition.id).into_iter().flatten();
    let rows: Vec<_> = entries.map(|entry| row(renderer, *entry)).collect();
    EditionTable {
        id: Anchor::Edition(edition.id.clone()).id(),
        name: edition.name.clone(),
        comparability: edition.comparability.clone(),
        areas: columns.collect(),
        maximum: language::format_count(edition.maximum().into()),
        has_inferred: rows.iter().any(|row| row.inferred),
        rows,
        records: records(renderer, &edition.id),
        data: renderer.href(&Route::EditionData(edition.id.clone())),
        statistics: renderer.href(&Route::StatisticsData(edition.id.clone())),
        mean: mean_row(renderer, edition),
    }
}

fn records(renderer: &Renderer<'_>, edition: &EditionId) -> Vec<RecordView> {
    let statistics = renderer.materials.insights.statistics.get(edition);
    let records = statistics.into_iter().flat_map(|statistics| &statistics.records);
    let record = |entry: &Entry<'_>| RecordView {
        municipality: Link { name: entry.municipality.name.clone(), href: renderer.href(&Route::of(*entry)) },
        total: entry.evaluation.total().into(),
        month: month(entry.evaluation.key.year, entry.evaluation.month),
    };
    records.map(record).collect()
}

fn row(renderer: &Renderer<'_>, entry: Entry<'_>) -> Row {
    let Entry { municipality, evaluation, .. } = entry;
    Row {
        name: municipality.name.clone(),
        href: renderer.href(&Route::of(entry)),
        year: evaluation.key.year,
        inferred: evaluation.basis.is_inferred(),
        draft: evaluation.publication.is_draft(),
        absence: shared_absence(evaluation),
        areas: evaluation.areas.iter().map(|area| area.value().into()).collect(),
        total: evaluation.total().into(),
    }
}

fn shared_absence(evaluation: &Evaluation) -> Option<&'static str> {
    let kinds: BTreeSet<_> = evaluation.areas.iter().map(|area| area.value().absence()).collect();
    match kinds.first() {
        Some(Some(kind)) if kinds.len() == 1 => Some(kind.name()),
        _ => None,
    }
}

fn mean_row(renderer: &Renderer<'_>, edition: &Edition) -> Option<MeanRow> {
    let mean_with =
        |wanted: fn(&Mean) -> bool| Insights::mean(renderer.materials.portal, &edition.id, wanted);
    let reference =
        mean_with(|mean| !mean.areas.is_empty()).or_else(|| mean_with(|mean| mean.total.is_some()))?;
    let value = |number| reference.areas.get(&number).copied().map(language::format_points);
    Some(MeanRow {
        areas: edition.areas.iter().map(|area| value(area.number)).collect(),
        mean: mean(reference),
    })
}

/// Every municipality with an evaluation, by name, and its total in every
/// edition: side by side, never subtracted or ranked.
fn overview(renderer: &Renderer<'_>, editions: &[&Edition]) -> Vec<OverviewRow> {
    let insights = renderer.materials.insights;
    let register = insights.alphabet.iter().flat_map(|initial| &initial.municipalities);
    let evaluated = register.filter_map(|municipality| {
        let history = insights.history(municipality);
        history.entries().next().map(|_| (*municipality, history))
    });
    let rows = evaluated.map(|(municipality, history)| OverviewRow {
        municipality: Link {
            name: municipality.name.clone(),
            href: renderer.href(&Route::Municipality(municipality.slug.clone())),
        },
        totals: editions.iter().map(|edition| total(renderer, history, &edition.id)).collect(),
    });
    rows.collect()
}

/// The total of the latest evaluation in an edition.
fn total(renderer: &Renderer<'_>, history: &History<'_>, edition: &EditionId) -> OverviewValue {
    let Some(entry) = history.entries().find(|entry| entry.edition.id == *edition) else {
        let total = Value::absent(Absence::NotInEdition);
        return OverviewValue { total, year: None, inferred: false, draft: false, href: None };
    };
    let row = row(renderer, entry);
    let (year, href) = (Some(row.year), Some(row.href));
    OverviewValue { total: row.total, year, inferred: row.inferred, draft: row.draft, href }
}
