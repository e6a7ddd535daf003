//! The tables of an edition: which there are, and the highest total ever given.

use serde::Serialize;

use super::among::count;
use super::correction::marked;
use super::peers::{PeersView, peers};
use super::value::{Link, Value, month};
use crate::language::Order;
use crate::model::{Edition, Entry, Facet, Measure, Peers};
use crate::render::renderer::Renderer;
use crate::route::{Route, compared};

/// The tables of one kind; their heading is `tables-<kind>`.
#[derive(Debug, Serialize)]
pub(crate) struct Tables {
    kind: &'static str,
    links: Vec<TableLink>,
}

/// A table.
#[derive(Debug, Serialize)]
pub(crate) struct TableLink {
    peers: PeersView,
    href: String,
    /// How many municipalities it has.
    count: u64,
}

/// The highest total of an edition.
#[derive(Debug, Serialize)]
pub(crate) struct RecordView {
    municipality: Link,
    total: Value,
    month: String,
}

/// The tables of counties and groups, each by name, and of sizes.
pub(crate) fn tables(renderer: &Renderer<'_>, edition: &Edition) -> Vec<Tables> {
    let order = Order::new();
    let compared = compared(renderer.materials.portal, edition).into_iter();
    let mut all: Vec<_> =
        compared.filter_map(|(members, count)| Some((members.facet()?, members, count))).collect();
    let of_kind = |tables: &mut [(Facet, Peers<'_>, usize)]| {
        // Sizes stand in their order already.
        tables.sort_by_cached_key(|(_, members, _)| match members {
            Peers::Size(_) => None,
            _ => Some(order.key(&peers(*members).name)),
        });
        Tables {
            kind: tables.first().map_or("", |(facet, ..)| facet.name()),
            links: tables.iter().map(|table| link(renderer, edition, table)).collect(),
        }
    };
    all.chunk_by_mut(|(one, ..), (other, ..)| one.name() == other.name()).map(of_kind).collect()
}

fn link(
    renderer: &Renderer<'_>,
    edition: &Edition,
    (facet, members, number): &(Facet, Peers<'_>, usize),
) -> TableLink {
    TableLink {
        peers: peers(*members),
        href: renderer.href(&Route::PeersTable(edition.id.clone(), facet.clone())),
        count: count(*number),
    }
}

/// The highest total ever given in an edition, where it may be told; several where they
/// tie.
pub(crate) fn records(renderer: &Renderer<'_>, edition: &Edition) -> Vec<RecordView> {
    let statistics = renderer.materials.insights.statistics.get(&edition.id);
    let records = statistics.into_iter().flat_map(|statistics| &statistics.records);
    let record = |entry: &Entry<'_>| RecordView {
        municipality: Link { name: entry.municipality.name.clone(), href: renderer.href(&Route::of(*entry)) },
        total: marked(renderer, *entry, Measure::Total, entry.evaluation.total()),
        month: month(entry.evaluation.key.year, entry.evaluation.month),
    };
    records.map(record).collect()
}
