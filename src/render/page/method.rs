//! The page on method: its text, then every edition in full.

use serde::Serialize;

use super::text;
use crate::model::{Edition, TextPage};
use crate::render::part::areas::{SubAreaView, sub_areas};
use crate::render::renderer::Renderer;
use crate::route::{Anchor, Route};

/// What the page on method shows: its text, then every edition in full.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    #[serde(flatten)]
    text: text::View,
    /// The page of differences between printed values.
    differences: String,
    /// The newest first.
    editions: Vec<EditionView>,
}

/// One edition with its areas and maxima.
#[derive(Debug, Serialize)]
pub(crate) struct EditionView {
    id: String,
    name: String,
    comparability: String,
    areas: Vec<AreaView>,
}

/// One area of an edition.
#[derive(Debug, Serialize)]
pub(crate) struct AreaView {
    number: u8,
    name: String,
    description: String,
    sub_areas: Vec<SubAreaView>,
}

/// The view of the page on method.
pub(crate) fn view(renderer: &Renderer<'_>, route: &Route, text: &TextPage) -> View {
    let editions = renderer.materials.portal.editions.values().rev();
    View {
        text: text::view(renderer, route, text),
        differences: renderer.href(&Route::Differences),
        editions: editions.map(edition).collect(),
    }
}

fn edition(edition: &Edition) -> EditionView {
    let areas = edition.areas.iter().map(|area| AreaView {
        number: area.number,
        name: area.name.clone(),
        description: area.description.clone(),
        sub_areas: sub_areas(area),
    });
    EditionView {
        id: Anchor::Edition(edition.id.clone()).id(),
        name: edition.name.clone(),
        comparability: edition.comparability.clone(),
        areas: areas.collect(),
    }
}
