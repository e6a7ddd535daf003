//! The home page.

use serde::Serialize;

use crate::language;
use crate::model::Edition;
use crate::render::part::areas::{AreaLink, area_links, area_maximum};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::register::{Letter, letters};
use crate::render::part::result::{ResultItem, result};
use crate::render::part::table_tools::{TableTools, table_tools};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// How many of the latest evaluations the home page shows.
const LATEST: usize = 6;

/// What the home page shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// How many municipalities have an evaluation in the portal.
    municipalities: u64,
    /// Their number with separators, for display.
    municipalities_text: String,
    /// How many evaluations there are.
    evaluations: u64,
    /// Their number with separators, for display.
    evaluations_text: String,
    /// Address of the list of municipalities.
    all: String,
    /// The maximum of the total in the current edition, in points.
    maximum: String,
    /// What each of its areas is worth, if they are alike.
    area_maximum: Option<String>,
    latest: Vec<ResultItem>,
    tools: TableTools,
    areas: Vec<AreaLink>,
    letters: Vec<Letter>,
}

/// The view of the home page.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let insights = renderer.materials.insights;
    let current = renderer.materials.portal.current_edition();
    let evaluated = insights.histories.values().filter(|it| it.entries().next().is_some());
    let municipalities = u64::try_from(evaluated.count()).unwrap_or(0);
    let latest = insights.latest.get(..LATEST).unwrap_or(&insights.latest);
    let evaluations = u64::try_from(insights.latest.len()).unwrap_or(0);
    View {
        frame: frame(renderer, &Route::Home, Vec::new()),
        municipalities,
        municipalities_text: language::format_count(municipalities),
        evaluations,
        evaluations_text: language::format_count(evaluations),
        maximum: language::format_count(current.map_or(0, Edition::maximum).into()),
        area_maximum: current.and_then(area_maximum),
        all: renderer.href(&Route::Municipalities),
        latest: latest.iter().map(|entry| result(renderer, *entry)).collect(),
        tools: table_tools(renderer, latest),
        areas: area_links(renderer),
        letters: letters(renderer),
    }
}
