//! Municipalities to compare with: those that are alike, and those of the county.

use serde::Serialize;

use crate::derive::{Peers, Statistics};
use crate::language;
use crate::model::{Entry, Measure, Municipality};
use crate::render::part::among::{Among, SummaryView, among, summary};
use crate::render::part::value::Value;
use crate::render::renderer::Renderer;
use crate::route::Route;

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

/// The median of some municipalities; their text is `peers-<id>`.
#[derive(Debug, Serialize)]
pub(crate) struct MedianView {
    id: &'static str,
    /// What the group or county is called.
    name: String,
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
        ..view(renderer, of, &similar, &county)
    }
}

/// Whom a municipality without a result can look at: others with their latest, of
/// whatever edition.
pub(crate) fn neighbours(renderer: &Renderer<'_>, of: &Municipality) -> Compare {
    let everyone = &renderer.materials.insights.everyone;
    let county: Vec<_> = everyone.county(of).collect();
    view(renderer, of, &everyone.similar(of, SIMILAR), &county)
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
        medians: Vec::new(),
    }
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
    let peers = [
        ("all", Peers::All, String::new()),
        ("group", Peers::Group(&of.group), of.group.name.clone()),
        ("county", Peers::County(&of.county), of.county.name.clone()),
        ("size", Peers::Size(of.size()), size(of)),
        ("first", Peers::FirstTime, String::new()),
    ];
    let told = peers.into_iter().filter_map(|(id, peers, name)| {
        let distribution = statistics.among(peers, Measure::Total)?;
        let summary = summary(&distribution.summary()?);
        Some(MedianView { id, name, summary, among: among(distribution) })
    });
    told.collect()
}

/// `15 000–29 999`, or `200 000` for the class without an end.
fn size(of: &Municipality) -> String {
    let class = of.size();
    let fewest = language::format_count(class.fewest().into());
    match class.most() {
        Some(most) => format!("{fewest}–{}", language::format_count(most.into())),
        None => fewest,
    }
}
