//! Municipalities to compare with: those that are alike, and those of the county.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::derive::Statistics;
use crate::language;
use crate::model::{EditionId, Entry, Measure, Municipality, Peers};
use crate::render::part::among::{Among, SummaryView, among, count, summary};
use crate::render::part::peers::{PeersView, peers};
use crate::render::part::value::Value;
use crate::render::renderer::Renderer;
use crate::route::{MOST_COMPARED, Route, comparison_href};

/// How many similar municipalities are shown.
const SIMILAR: usize = 5;

/// How many of a county are shown at once; more are folded.
const COUNTY: usize = 8;

/// Whom the municipality can be compared with.
#[derive(Debug, Serialize)]
pub(crate) struct Compare {
    /// The edition that all results are of; none where each is the latest of its
    /// municipality, whatever its edition.
    edition: Option<String>,
    group: String,
    county: String,
    /// The municipality itself, where it has a result.
    own: Option<Peer>,
    /// Those of the same group, the nearest in population first.
    similar: Vec<Peer>,
    /// The others of the same county, by name.
    neighbours: Vec<Peer>,
    /// Whether the list of them is folded.
    folded: bool,
    /// The page that compares, with the municipality chosen, and with those that are
    /// similar as well.
    side_by_side: Vec<SideBySide>,
    /// Medians of the total, where there are enough values (P6).
    medians: Vec<MedianView>,
}

/// One municipality with its result.
#[derive(Debug, Serialize)]
pub(crate) struct Peer {
    name: String,
    href: String,
    population: String,
    total: Value,
    /// The edition and the year of the result.
    edition: String,
    year: u16,
    evaluation: String,
    /// Whether the edition is a conclusion of the portal.
    inferred: bool,
}

/// A way to the page that compares.
#[derive(Debug, Serialize)]
pub(crate) struct SideBySide {
    /// How many others are chosen already.
    others: u64,
    href: String,
}

/// The median of some municipalities; their text is `peers-<id>`.
#[derive(Debug, Serialize)]
pub(crate) struct MedianView {
    #[serde(flatten)]
    peers: PeersView,
    summary: SummaryView,
    among: Among,
}

/// Whom a municipality with a result can be compared with in its edition.
pub(crate) fn compare(renderer: &Renderer<'_>, entry: Entry<'_>) -> Compare {
    let insights = renderer.materials.insights;
    let neighbours = insights.neighbours.get(&entry.edition.id);
    let of = entry.municipality;
    let similar = neighbours.map(|it| it.similar(of, SIMILAR)).unwrap_or_default();
    let county: Vec<_> = neighbours.into_iter().flat_map(|it| it.county(of)).collect();
    let statistics = insights.statistics.get(&entry.edition.id);
    Compare {
        edition: Some(entry.edition.name.clone()),
        own: Some(peer(renderer, entry)),
        medians: statistics.map(|it| medians(it, entry)).unwrap_or_default(),
        side_by_side: side_by_side(renderer, entry, &similar),
        ..view(renderer, of, &similar, &county)
    }
}

/// Whom a municipality without a result can look at: others with their latest, of
/// whatever edition.
pub(crate) fn neighbours(renderer: &Renderer<'_>, of: &Municipality) -> Compare {
    let everyone = &renderer.materials.insights.everyone;
    let county: Vec<_> = everyone.county(of).collect();
    let similar = everyone.similar(of, SIMILAR);
    let near = of_one_edition(if similar.len() > 1 { &similar } else { &county });
    let near = near.get(..MOST_COMPARED).unwrap_or(&near);
    let several = (near.len() > 1).then(|| way(renderer, near, near.len()));
    Compare { side_by_side: several.into_iter().collect(), ..view(renderer, of, &similar, &county) }
}

/// Those of `entries` whose edition most of them have, the newest of such: points of others
/// mean something else beside them.
fn of_one_edition<'p>(entries: &[Entry<'p>]) -> Vec<Entry<'p>> {
    let mut counts: BTreeMap<&EditionId, usize> = BTreeMap::new();
    for entry in entries {
        *counts.entry(&entry.edition.id).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|(edition, count)| (**count, **edition));
    let is_of_it = |entry: &&Entry<'_>| most.is_some_and(|(edition, _)| **edition == entry.edition.id);
    entries.iter().filter(is_of_it).copied().collect()
}

fn view(renderer: &Renderer<'_>, of: &Municipality, similar: &[Entry<'_>], county: &[Entry<'_>]) -> Compare {
    let peers = |entries: &[Entry<'_>]| entries.iter().map(|it| peer(renderer, *it)).collect();
    Compare {
        edition: None,
        group: of.group.name.clone(),
        county: of.county.name.clone(),
        own: None,
        similar: peers(similar),
        neighbours: peers(county),
        folded: county.len() > COUNTY,
        side_by_side: Vec::new(),
        medians: Vec::new(),
    }
}

/// The municipality with all that are similar, as far as there is room, and alone.
fn side_by_side(renderer: &Renderer<'_>, entry: Entry<'_>, similar: &[Entry<'_>]) -> Vec<SideBySide> {
    let own = [entry];
    let others = similar.get(..MOST_COMPARED - 1).unwrap_or(similar);
    let ways = [[&own, others].concat(), own.to_vec()];
    let different = if others.is_empty() { &ways[1..] } else { &ways[..] };
    different.iter().map(|chosen| way(renderer, chosen, chosen.len() - 1)).collect()
}

fn way(renderer: &Renderer<'_>, chosen: &[Entry<'_>], others: usize) -> SideBySide {
    let codes: Vec<_> = chosen.iter().map(|it| it.municipality.code.clone()).collect();
    SideBySide { others: count(others), href: comparison_href(renderer.materials.base, &codes) }
}

fn peer(renderer: &Renderer<'_>, entry: Entry<'_>) -> Peer {
    let Entry { municipality, edition, evaluation } = entry;
    Peer {
        name: municipality.name.clone(),
        href: renderer.href(&Route::Municipality(municipality.slug.clone())),
        population: language::format_count(municipality.population.into()),
        total: evaluation.total().into(),
        edition: edition.name.clone(),
        year: evaluation.key.year,
        evaluation: renderer.href(&Route::of(entry)),
        inferred: evaluation.basis.is_inferred(),
    }
}

/// Medians of everyone whom the municipality belongs to, as far as they are told.
fn medians(statistics: &Statistics<'_>, entry: Entry<'_>) -> Vec<MedianView> {
    let of = entry.municipality;
    let all = [
        Peers::All,
        Peers::Group(&of.group),
        Peers::County(&of.county),
        Peers::Size(of.size()),
        Peers::FirstTime,
    ];
    let told = all.into_iter().filter_map(|members| {
        let distribution = statistics.among(members, Measure::Total)?;
        let summary = summary(&distribution.summary()?);
        Some(MedianView { peers: peers(members), summary, among: among(distribution) })
    });
    told.collect()
}
