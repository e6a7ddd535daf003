//! What a reader can do with a long table: order it, narrow it down, choose rows.
//!
//! The page has the words and values; `tables.js` makes them work, and without it they
//! stay hidden.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::language::Order;
use crate::model::{Entry, Facet};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// From how many rows on a table can be narrowed down.
const LONG: usize = 5;

/// From how many rows on a table scrolls in a frame of its own: shorter ones are seen as a
/// whole.
const TALL: usize = 31;

/// The filter that says nothing where every table is of one edition.
const EDITION: &str = "utgava";

/// What the tools of a table need.
#[derive(Debug, Serialize)]
pub(crate) struct TableTools {
    /// Whether the table is long enough to be narrowed down.
    pub is_long: bool,
    /// Whether it scrolls in a frame of its own.
    pub is_tall: bool,
    /// Whether rows are no municipalities: all of their text is looked through, not the
    /// name.
    pub is_plain: bool,
    /// The choices besides the name.
    pub filters: Vec<ColumnFilter>,
    /// The page that compares.
    pub comparison: String,
    /// The script that makes all this work, if the theme has it.
    pub script: Option<String>,
}

/// One property to narrow down to; its label is `filter-<name>` and rows have it as
/// `data-<name>`.
#[derive(Debug, Serialize)]
pub(crate) struct ColumnFilter {
    /// Last part of its label's name.
    pub name: &'static str,
    /// What can be chosen.
    pub values: Vec<FilterValue>,
}

/// One value.
#[derive(Debug, Serialize)]
pub(crate) struct FilterValue {
    /// As rows have it.
    pub value: String,
    /// As readers see it.
    pub label: String,
}

/// By what rows are narrowed down and chosen.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RowKeys {
    /// Kommunkod.
    pub kommun: String,
    /// County.
    pub lan: String,
    /// Group.
    pub grupp: String,
    /// Edition.
    pub utgava: String,
}

/// The keys of the row of `entry`.
pub(crate) fn row_keys(entry: Entry<'_>) -> RowKeys {
    let Entry { municipality, edition, .. } = entry;
    RowKeys {
        kommun: municipality.code.to_string(),
        lan: Facet::County(municipality.county.slug.clone()).value(),
        grupp: Facet::Group(municipality.group.clone()).value(),
        utgava: Facet::Edition(edition.id.clone()).value(),
    }
}

/// The tools of a table that has a row for each of `entries`.
pub(crate) fn table_tools(renderer: &Renderer<'_>, entries: &[Entry<'_>]) -> TableTools {
    let is_long = entries.len() >= LONG;
    TableTools {
        is_long,
        is_tall: entries.len() >= TALL,
        is_plain: false,
        filters: if is_long { column_filters(entries) } else { Vec::new() },
        comparison: renderer.href(&Route::Comparison),
        script: renderer.asset("tables.js"),
    }
}

/// The choices for several tables of one page, whose rows are `entries`: counties and groups.
pub(crate) fn shared_filters(entries: &[Entry<'_>]) -> Vec<ColumnFilter> {
    let mut filters = if entries.len() >= LONG { column_filters(entries) } else { Vec::new() };
    filters.retain(|it| it.name != EDITION);
    filters
}

/// What `entries` can be narrowed down to: their counties, groups and editions.
fn column_filters(entries: &[Entry<'_>]) -> Vec<ColumnFilter> {
    let order = Order::new();
    let by_name = |facet: fn(Entry<'_>) -> (Facet, String)| {
        let found: BTreeMap<_, _> = entries.iter().map(|entry| facet(*entry)).collect();
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_by_cached_key(|(_, label)| order.key(label));
        found
    };
    let county = by_name(|it| {
        let county = &it.municipality.county;
        (Facet::County(county.slug.clone()), county.name.clone())
    });
    let group = by_name(|it| {
        let group = &it.municipality.group;
        (Facet::Group(group.clone()), group.name.clone())
    });
    let edition = by_name(|it| (Facet::Edition(it.edition.id.clone()), it.edition.name.clone()));
    [county, group, edition].into_iter().filter_map(filter).collect()
}

/// The tools of a table of `rows` rows that are no municipalities to choose.
pub(crate) fn plain_tools(renderer: &Renderer<'_>, rows: usize) -> TableTools {
    TableTools { is_long: rows >= LONG, is_tall: rows >= TALL, is_plain: true, ..table_tools(renderer, &[]) }
}

/// A filter, if there is anything to choose.
fn filter(values: Vec<(Facet, String)>) -> Option<ColumnFilter> {
    let name = values.first()?.0.name();
    let value = |(facet, label): (Facet, String)| FilterValue { value: facet.value(), label };
    (values.len() > 1).then(|| ColumnFilter { name, values: values.into_iter().map(value).collect() })
}
