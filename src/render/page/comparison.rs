//! Municipalities of one's own choice side by side, the way to the tables, and which
//! municipality has a result in which edition.
//!
//! The choice stands in the address and is shown by a script, which fills in forms that
//! the page has for every edition (P14).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::derive::{ChangedValue, FEWEST, History};
use crate::language;
use crate::model::{Absence, Edition, EditionId, Mean, Measure};
use crate::render::part::among::count;
use crate::render::part::correction::marked;
use crate::render::part::frame::{Frame, frame};
use crate::render::part::mean::{MeanView, mean, reference};
use crate::render::part::table_tools::{RowKeys, TableTools, row_keys, table_tools};
use crate::render::part::tables::{RecordView, Tables, records, tables};
use crate::render::part::total_change::{TotalChange, total_change};
use crate::render::part::value::{Link, Value};
use crate::render::renderer::Renderer;
use crate::route::{Anchor, Route};

/// How many of those that have gained most are shown, where they are many, and those that have
/// gained as much as the last of them.
const MOST_GAINED: usize = 5;

/// What the comparison page shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// The newest first.
    editions: Vec<EditionView>,
    /// Totals of every municipality, an edition a column.
    overview: Vec<OverviewRow>,
    tools: TableTools,
    /// Address of the script that compares, if the theme has it.
    script: Option<String>,
    /// Address of all municipalities' pages, without their last parts.
    pages: String,
    /// The kinds of absence, which the script tells (P4).
    absences: [&'static str; 4],
}

/// One edition: its tables, and the form of a comparison.
#[derive(Debug, Serialize)]
pub(crate) struct EditionView {
    id: String,
    name: String,
    comparability: String,
    /// How many municipalities have a result in it.
    count: u64,
    /// The table of all of them.
    href: String,
    /// Those of them with a total before and after, by name; where they are many, those that
    /// have gained most (P6).
    changes: Vec<TotalChange>,
    /// How many they are, if not all are shown.
    all_changes: Option<u64>,
    tables: Vec<Tables>,
    records: Vec<RecordView>,
    /// Address of the results as a CSV file.
    data: String,
    /// Address of the statistics as a CSV file.
    statistics: String,
    /// Address of the values that the script shows.
    values: String,
    /// What they are of, in the order of the values.
    measures: Vec<MeasureRow>,
    /// Whether the portal has concluded the edition of anybody, which the page has to
    /// explain.
    has_inferred: bool,
    mean: Option<MeanView>,
}

/// A total, an area or a sub-area as a row.
#[derive(Debug, Serialize)]
pub(crate) struct MeasureRow {
    /// `total`, `area` or `sub-area`.
    kind: &'static str,
    number: String,
    name: String,
    maximum: u16,
    /// The published mean.
    mean: Option<String>,
}

/// One municipality in the overview.
#[derive(Debug, Serialize)]
pub(crate) struct OverviewRow {
    /// Of its latest evaluation.
    keys: RowKeys,
    municipality: Link,
    /// Total per edition, in the order of the editions.
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
    let insights = renderer.materials.insights;
    let editions: Vec<_> = renderer.materials.portal.editions.values().rev().collect();
    let register = insights.alphabet.iter().flat_map(|initial| &initial.municipalities);
    let latest = register.filter_map(|municipality| insights.history(municipality).entries().next());
    let entries: Vec<_> = latest.collect();
    let overview = entries.iter().map(|entry| OverviewRow {
        keys: row_keys(*entry),
        municipality: Link {
            name: entry.municipality.name.clone(),
            href: renderer.href(&Route::Municipality(entry.municipality.slug.clone())),
        },
        totals: editions
            .iter()
            .map(|edition| total(renderer, insights.history(entry.municipality), &edition.id))
            .collect(),
    });
    View {
        frame: frame(renderer, &Route::Comparison, Vec::new()),
        overview: overview.collect(),
        editions: editions.iter().map(|edition| edition_view(renderer, edition)).collect(),
        tools: table_tools(renderer, &entries),
        script: renderer.asset("compare.js"),
        pages: renderer.href(&Route::Municipalities),
        absences: Absence::ALL.map(Absence::name),
    }
}

fn edition_view(renderer: &Renderer<'_>, edition: &Edition) -> EditionView {
    let insights = renderer.materials.insights;
    let entries = insights.editions.get(&edition.id).map_or(&[][..], Vec::as_slice);
    let reference = reference(renderer, edition);
    let changes = insights.total_changes(edition);
    let repeated: BTreeSet<_> = changes.iter().map(|(change, _)| &change.to.municipality.code).collect();
    let repeated = count(repeated.len());
    let is_cut = changes.len() >= FEWEST;
    let gained = |(_, total): &(_, ChangedValue<'_>)| total.after - total.before;
    let changes = if is_cut { most_gained(changes, gained) } else { changes };
    EditionView {
        id: Anchor::Edition(edition.id.clone()).id(),
        name: edition.name.clone(),
        comparability: edition.comparability.clone(),
        count: count(entries.len()),
        href: renderer.href(&Route::EditionTable(edition.id.clone())),
        changes: changes.into_iter().map(|(change, total)| total_change(renderer, &change, total)).collect(),
        all_changes: is_cut.then_some(repeated),
        tables: tables(renderer, edition),
        records: records(renderer, edition),
        data: renderer.href(&Route::EditionData(edition.id.clone())),
        statistics: renderer.href(&Route::StatisticsData(edition.id.clone())),
        values: renderer.href(&Route::ComparisonData(edition.id.clone())),
        measures: Measure::all(edition).filter_map(|it| measure_row(edition, it, reference)).collect(),
        has_inferred: entries.iter().any(|entry| entry.evaluation.basis.is_inferred()),
        mean: reference.map(mean),
    }
}

/// Those of `all` that have gained most, the most first.
fn most_gained<T>(mut all: Vec<T>, gained: impl Fn(&T) -> Decimal) -> Vec<T> {
    all.sort_by_key(|it| Reverse(gained(it)));
    let least = all.get(MOST_GAINED - 1).map(&gained);
    all.retain(|it| Some(gained(it)) >= least);
    all
}

fn measure_row(edition: &Edition, measure: Measure, mean: Option<&Mean>) -> Option<MeasureRow> {
    let maximum = measure.maximum(edition)?;
    let (kind, name, reference) = match measure {
        Measure::Total => ("total", String::new(), mean.and_then(|mean| mean.total)),
        Measure::Area(number) => {
            let of_area = mean.and_then(|mean| mean.areas.get(&number).copied());
            ("area", edition.area(number)?.name.clone(), of_area)
        }
        Measure::SubArea(number) => ("sub-area", edition.sub_area(number)?.name.clone(), None),
    };
    let mean = reference.map(language::format_points);
    Some(MeasureRow { kind, number: measure.to_string(), name, maximum, mean })
}

/// The total of the latest evaluation in an edition: side by side with others, never
/// subtracted or ranked.
fn total(renderer: &Renderer<'_>, history: &History<'_>, edition: &EditionId) -> OverviewValue {
    let Some(entry) = history.entries().find(|entry| entry.edition.id == *edition) else {
        let total = Value::absent(Absence::NotInEdition);
        return OverviewValue { total, year: None, inferred: false, draft: false, href: None };
    };
    let evaluation = entry.evaluation;
    OverviewValue {
        total: marked(renderer, entry, Measure::Total, evaluation.total()),
        year: Some(evaluation.key.year),
        inferred: evaluation.basis.is_inferred(),
        draft: evaluation.publication.is_draft(),
        href: Some(renderer.href(&Route::of(entry))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_left_out_who_has_gained_as_much_as_the_last() {
        let most = |gained: &[i64]| most_gained(gained.to_vec(), |it| Decimal::from(*it));
        assert_eq!(most(&[1, 9, 3, -4, 7, 5, 2, 8]), [9, 8, 7, 5, 3]);
        assert_eq!(most(&[1, 9, 3, 3, 7, 5, 3, 8]), [9, 8, 7, 5, 3, 3, 3]);
        assert_eq!(most(&[2, 1]), [2, 1]);
    }
}
