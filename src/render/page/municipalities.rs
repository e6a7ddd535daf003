//! The list of municipalities: first those with a result, then all of them.

use serde::Serialize;

use crate::language;
use crate::render::part::frame::{Frame, frame};
use crate::render::part::register::{Letter, letters};
use crate::render::part::result::{ResultItem, result};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// What the list of municipalities shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// The latest evaluation of each municipality that has one.
    results: Vec<ResultItem>,
    letters: Vec<Letter>,
    /// How many municipalities there are.
    count: String,
}

/// The view of the list of municipalities.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let insights = renderer.materials.insights;
    let register = insights.alphabet.iter().flat_map(|initial| &initial.municipalities);
    let latest = register.clone().filter_map(|municipality| {
        let latest = insights.history(municipality).entries().next()?;
        Some(result(renderer, latest))
    });
    View {
        frame: frame(renderer, &Route::Municipalities, Vec::new()),
        results: latest.collect(),
        letters: letters(renderer),
        count: language::format_count(u64::try_from(register.count()).unwrap_or(0)),
    }
}
