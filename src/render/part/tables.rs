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

/// The tables of counties, groups and sizes: counties and groups by name.
pub(crate) fn tables(renderer: &Renderer<'_>, edition: &Edition) -> Vec<Tables> {
    let order = Order::new();
    let mut all: Vec<_> = compared(renderer.materials.portal, edition)
        .into_iter()
        .filter_map(|(peers, count)| Some((peers.facet()?, peers, count)))
        .collect();
    all.sort_by_cached_key(|(facet, members, _)| {
        let name = match members {
            Peers::Size(_) => String::new(),
            _ => peers(*members).name,
        };
        (kind(facet), order.key(&name), *members)
    });
    let of_kind = |tables: &[(Facet, Peers<'_>, usize)]| Tables {
        kind: tables.first().map_or("", |(facet, ..)| facet.name()),
        links: tables.iter().map(|table| link(renderer, edition, table)).collect(),
    };
    all.chunk_by(|one, other| one.0.name() == other.0.name()).map(of_kind).collect()
}

/// In which order kinds of tables stand.
fn kind(facet: &Facet) -> u8 {
    match facet {
        Facet::County(_) => 0,
        Facet::Group(_) => 1,
        _ => 2,
    }
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
