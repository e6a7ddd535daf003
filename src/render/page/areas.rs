//! The list of the current edition's areas.

use serde::Serialize;

use crate::render::part::areas::{AreaLink, area_links, area_maximum};
use crate::render::part::frame::{Frame, frame};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// What the list of areas shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    edition: String,
    /// What every area is worth, if they are alike.
    area_maximum: Option<String>,
    areas: Vec<AreaLink>,
}

/// The view of the list of areas.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let current = renderer.materials.portal.current_edition();
    View {
        frame: frame(renderer, &Route::Areas, Vec::new()),
        edition: current.map(|edition| edition.name.clone()).unwrap_or_default(),
        area_maximum: current.and_then(area_maximum),
        areas: area_links(renderer),
    }
}
