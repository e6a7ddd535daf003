//! The table of an edition: of everyone, or of a county, a group or a size.

use serde::Serialize;

use crate::derive::{Change, ChangedValue};
use crate::model::{Edition, Peers};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::matrix::{Matrix, matrix};
use crate::render::part::peers::{PeersView, peers};
use crate::render::part::tables::{RecordView, Tables, records, tables};
use crate::render::part::total_change::{TotalChange, total_change};
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::route::{Route, has_table};

/// What the page of a table shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    edition: String,
    comparability: String,
    /// Whose results they are.
    peers: PeersView,
    matrix: Matrix,
    /// What has changed from an evaluation to the next one.
    changes: Vec<TotalChange>,
    /// How many of them are for more points.
    gained: usize,
    /// The highest total, on the page of everyone.
    records: Vec<RecordView>,
    /// The tables of a part of them, likewise.
    tables: Vec<Tables>,
    /// The table of everyone, on the others.
    whole: Option<String>,
    /// The same municipalities in other editions, the newest first.
    others: Vec<Link>,
    /// Address of the edition's results as a CSV file.
    data: String,
    /// Address of its statistics as a CSV file.
    statistics: String,
}

/// The view of the table of those of `members` who have a result in `edition`.
pub(crate) fn view(renderer: &Renderer<'_>, edition: &Edition, members: Peers<'_>) -> View {
    let route = route(edition, members);
    let whole = Route::EditionTable(edition.id.clone());
    let href = renderer.href(&whole);
    let is_whole = members == Peers::All;
    let via =
        if is_whole { Vec::new() } else { vec![Link { name: edition.name.clone(), href: href.clone() }] };
    let changes = changes(renderer, edition, members);
    View {
        frame: frame(renderer, &route, via),
        edition: edition.name.clone(),
        comparability: edition.comparability.clone(),
        peers: peers(members),
        matrix: matrix(renderer, edition, members),
        gained: changes.iter().filter(|(_, total)| total.after > total.before).count(),
        changes: changes.iter().map(|(change, total)| total_change(renderer, change, *total)).collect(),
        records: if is_whole { records(renderer, edition) } else { Vec::new() },
        tables: if is_whole { tables(renderer, edition) } else { Vec::new() },
        whole: (!is_whole).then_some(href),
        others: others(renderer, edition, members),
        data: renderer.href(&Route::EditionData(edition.id.clone())),
        statistics: renderer.href(&Route::StatisticsData(edition.id.clone())),
    }
}

fn route(edition: &Edition, members: Peers<'_>) -> Route {
    match members.facet() {
        Some(facet) => Route::PeersTable(edition.id.clone(), facet),
        None => Route::EditionTable(edition.id.clone()),
    }
}

fn others(renderer: &Renderer<'_>, edition: &Edition, members: Peers<'_>) -> Vec<Link> {
    let editions = renderer.materials.portal.editions.values().rev();
    let with_table = editions.filter(|other| {
        other.id != edition.id && {
            let entries = renderer.materials.insights.editions.get(&other.id).into_iter().flatten();
            has_table(members, entries.filter(|entry| members.has(**entry)).count())
        }
    });
    let link =
        |other: &Edition| Link { name: other.name.clone(), href: renderer.href(&route(other, members)) };
    with_table.map(link).collect()
}

/// Every change between two evaluations of the edition among `members`, by name.
fn changes<'p>(
    renderer: &Renderer<'p>,
    edition: &Edition,
    members: Peers<'_>,
) -> Vec<(Change<'p>, ChangedValue<'p>)> {
    let changes = renderer.materials.insights.total_changes(edition).into_iter();
    changes.filter(|(change, _)| members.has(change.to)).collect()
}
