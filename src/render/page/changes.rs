//! The log of corrections (P9).

use serde::Serialize;

use crate::model::Change;
use crate::render::part::correction::CorrectionView;
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

/// One correction with the evaluation that it is about.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeRow {
    evaluation: Link,
    correction: CorrectionView,
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
    let portal = renderer.materials.portal;
    let municipality = portal.municipalities.get(&change.evaluation.code)?;
    let edition = portal.editions.get(&portal.evaluations.get(&change.evaluation)?.edition)?;
    let year = change.evaluation.year;
    let href = renderer.href(&Route::Evaluation(municipality.slug.clone(), year));
    Some(ChangeRow {
        evaluation: Link { name: format!("{} {year}", municipality.official_name), href },
        correction: CorrectionView::new(change, edition),
    })
}
