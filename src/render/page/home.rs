//! The home page.

use serde::Serialize;

use crate::derive::Insights;
use crate::language;
use crate::model::{Edition, Entry, Measure, Peers};
use crate::render::part::among::{Among, SummaryView, among, count, summary};
use crate::render::part::areas::{AreaLink, area_links, area_maximum};
use crate::render::part::counties::{CountyView, counties};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::map::{MapView, map};
use crate::render::part::named::{Named, named};
use crate::render::part::register::{Letter, letters};
use crate::render::part::result::{ResultItem, result};
use crate::render::part::strips::Strips;
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::Route;

/// How many municipalities the home page shows, those evaluated last.
const LATEST: usize = 4;

/// What the home page shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// How many municipalities have an evaluation in the portal.
    municipalities: u64,
    /// Their number with separators, for display.
    municipalities_text: String,
    /// Address of the list of municipalities.
    all: String,
    /// The maximum of the total in the current edition, in points.
    maximum: String,
    /// What each of its areas is worth, if they are alike.
    area_maximum: Option<String>,
    latest: Vec<ResultItem>,
    /// How totals lie in the current edition, if it has any.
    spread: Option<Spread>,
    /// Good examples.
    examples: String,
    /// Where municipalities are compared; empty where nobody has a result.
    comparison: Option<String>,
    /// Where it is told who has gained points, if anybody was evaluated twice in an edition.
    changes: Option<String>,
    /// Areas.
    areas_href: String,
    /// How many municipalities the register has, for display.
    register_text: String,
    /// How many good examples there are, and the same for display.
    lessons: u64,
    lessons_text: String,
    areas: Vec<AreaLink>,
    letters: Vec<Letter>,
    counties: Vec<CountyView>,
    /// Where the municipalities are, if the portal has shapes.
    map: Option<MapView>,
}

/// The totals of an edition, each once.
#[derive(Debug, Serialize)]
pub(crate) struct Spread {
    edition: String,
    maximum: String,
    among: Among,
    /// All on their scale.
    strip: Html,
    /// What they come down to, where there are enough (P6).
    summary: Option<SummaryView>,
    /// Else each by name.
    named: Vec<Named>,
    /// The table of the edition.
    href: String,
}

/// The view of the home page.
pub(crate) fn view(renderer: &Renderer<'_>, strips: &Strips<'_>) -> View {
    let insights = renderer.materials.insights;
    let current = renderer.materials.portal.current_edition();
    let evaluated = insights.histories.values().filter(|it| it.entries().next().is_some());
    let municipalities = count(evaluated.count());
    let lessons = count(insights.lessons.len());
    let mut editions = renderer.materials.portal.editions.values();
    let has_changes = editions.any(|edition| !insights.total_changes(edition).is_empty());
    View {
        frame: frame(renderer, &Route::Home, Vec::new()),
        municipalities,
        municipalities_text: language::format_count(municipalities),
        maximum: language::format_count(current.map_or(0, Edition::maximum).into()),
        area_maximum: current.and_then(area_maximum),
        all: renderer.href(&Route::Municipalities),
        latest: latest(insights).map(|entry| result(renderer, entry)).collect(),
        spread: current.and_then(|edition| spread(renderer, strips, edition)),
        examples: renderer.href(&Route::Examples),
        comparison: (municipalities > 0).then(|| renderer.href(&Route::Comparison)),
        changes: has_changes.then(|| format!("{}#forandring", renderer.href(&Route::Comparison))),
        areas_href: renderer.href(&Route::Areas),
        register_text: language::format_count(count(insights.histories.len())),
        lessons,
        lessons_text: language::format_count(lessons),
        areas: area_links(renderer),
        letters: letters(renderer),
        counties: counties(renderer),
        map: map(renderer),
    }
}

/// The municipalities evaluated last, each with its latest evaluation.
fn latest<'a>(insights: &'a Insights<'_>) -> impl Iterator<Item = Entry<'a>> {
    let is_newest = |entry: &&Entry<'a>| {
        let newest = insights.history(entry.municipality).entries().next();
        newest.is_some_and(|newest| newest.evaluation.key == entry.evaluation.key)
    };
    insights.latest.iter().filter(is_newest).take(LATEST).copied()
}

fn spread(renderer: &Renderer<'_>, strips: &Strips<'_>, edition: &Edition) -> Option<Spread> {
    let statistics = renderer.materials.insights.statistics.get(&edition.id)?;
    let distribution = statistics.among(Peers::All, Measure::Total)?;
    let summary = distribution.summary().as_ref().map(summary);
    Some(Spread {
        edition: edition.name.clone(),
        maximum: language::format_count(edition.maximum().into()),
        among: among(distribution),
        strip: strips.strip(edition, Measure::Total, None, None)?,
        named: if summary.is_none() { named(renderer, &edition.id, None) } else { Vec::new() },
        summary,
        href: renderer.href(&Route::EditionTable(edition.id.clone())),
    })
}
