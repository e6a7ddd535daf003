//! The list of municipalities: first those with a result, then all of them.

use serde::Serialize;

use crate::language;
use crate::model::Municipality;
use crate::render::part::frame::{Frame, frame};
use crate::render::part::register::{Letter, letters};
use crate::render::part::result::{ResultItem, result};
use crate::render::part::table_tools::{TableTools, table_tools};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// What the list of municipalities shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// The latest evaluation of each municipality that has one.
    results: Vec<ResultItem>,
    tools: TableTools,
    letters: Vec<Letter>,
    /// How many municipalities there are.
    count: String,
    /// How many of them have no evaluation.
    without: usize,
}

/// The view of the list of municipalities.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let insights = renderer.materials.insights;
    let register = insights.alphabet.iter().flat_map(|initial| &initial.municipalities);
    let newest = |municipality: &&Municipality| insights.history(municipality).entries().next();
    let latest: Vec<_> = register.clone().filter_map(newest).collect();
    View {
        frame: frame(renderer, &Route::Municipalities, Vec::new()),
        results: latest.iter().map(|entry| result(renderer, *entry)).collect(),
        without: register.clone().count() - latest.len(),
        tools: table_tools(renderer, &latest),
        letters: letters(renderer),
        count: language::format_count(u64::try_from(register.count()).unwrap_or(0)),
    }
}
