//! The log of corrections (P9).

use serde::Serialize;

use crate::language;
use crate::model::Change;
use crate::render::part::frame::{Frame, frame};
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::route::Route;

/// What the log of corrections shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// The latest first.
    changes: Vec<ChangeRow>,
}

/// One correction.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeRow {
    date: String,
    iso_date: String,
    evaluation: Link,
    what: String,
    old: String,
    new: String,
    reason: String,
}

/// The view of the log of corrections.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let changes = renderer.materials.portal.changes.iter();
    View {
        frame: frame(renderer, &Route::Changes, Vec::new()),
        changes: changes.filter_map(|change| row(renderer, change)).collect(),
    }
}

fn row(renderer: &Renderer<'_>, change: &Change) -> Option<ChangeRow> {
    let municipality = renderer.materials.portal.municipalities.get(&change.evaluation.code)?;
    let year = change.evaluation.year;
    let href = renderer.href(&Route::Evaluation(municipality.slug.clone(), year));
    Some(ChangeRow {
        date: language::format_date_long(change.date),
        iso_date: language::format_date_iso(change.date),
        evaluation: Link { name: format!("{} {year}", municipality.official_name), href },
        what: change.what.clone(),
        old: change.old.clone(),
        new: change.new.clone(),
        reason: change.reason.clone(),
    })
}
