//! The notice at the address of an evaluation that has been withdrawn (P12).

use serde::Serialize;

use crate::model::{Municipality, Year};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::route::Route;

/// What is left of an evaluation that has been withdrawn.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// Official name of the municipality.
    name: String,
    year: Year,
    reason: String,
    /// The municipality's page.
    overview: String,
}

/// The view of the notice.
pub(crate) fn view(renderer: &Renderer<'_>, municipality: &Municipality, year: Year, reason: &str) -> View {
    let slug = &municipality.slug;
    let overview = renderer.href(&Route::Municipality(slug.clone()));
    let via = vec![Link { name: municipality.name.clone(), href: overview.clone() }];
    View {
        frame: frame(renderer, &Route::Evaluation(slug.clone(), year), via),
        name: municipality.official_name.clone(),
        year,
        reason: reason.to_owned(),
        overview,
    }
}
