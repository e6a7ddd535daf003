//! Pages whose text lies in `content/pages/`.

use serde::Serialize;

use super::Renderer;
use super::frame::{Frame, frame};
use super::template::Html;
use crate::markdown::Prose;
use crate::model::Edition;
use crate::route::{Anchor, Route};

/// What a page of text shows.
#[derive(Debug, Serialize)]
pub struct TextView {
    frame: Frame,
    title: String,
    html: Html,
}

/// The view of the page of text with this stem.
pub fn view(renderer: &Renderer<'_>, stem: &str) -> TextView {
    let route = Route::Text(stem.to_owned());
    let page = renderer.materials.portal.pages.get(stem);
    let empty = Prose::default();
    TextView {
        frame: frame(renderer, &route, Vec::new()),
        title: page.map(|page| page.title.clone()).unwrap_or_default(),
        html: renderer.page_html(page.map_or(&empty, |page| &page.prose), &route),
    }
}

/// What the page on method shows: its text, then every edition in full.
#[derive(Debug, Serialize)]
pub struct MethodView {
    #[serde(flatten)]
    text: TextView,
    /// The newest first.
    editions: Vec<EditionView>,
}

/// One edition with its areas and maxima.
#[derive(Debug, Serialize)]
pub struct EditionView {
    id: String,
    name: String,
    comparability: String,
    areas: Vec<AreaView>,
}

/// One area of an edition.
#[derive(Debug, Serialize)]
pub struct AreaView {
    number: u8,
    name: String,
    description: String,
    sub_areas: Vec<SubAreaView>,
}

/// One sub-area of an edition.
#[derive(Debug, Serialize)]
pub struct SubAreaView {
    number: String,
    name: String,
    maximum: u8,
}

/// The view of the page on method.
pub fn method(renderer: &Renderer<'_>, stem: &str) -> MethodView {
    let editions = renderer.materials.portal.editions.values().rev();
    MethodView { text: view(renderer, stem), editions: editions.map(edition).collect() }
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

/// The sub-areas of `area` with their maxima.
pub fn sub_areas(area: &crate::model::Area) -> Vec<SubAreaView> {
    let view = |sub_area: &crate::model::SubArea| SubAreaView {
        number: sub_area.number.to_string(),
        name: sub_area.name.clone(),
        maximum: sub_area.maximum,
    };
    area.sub_areas.iter().map(view).collect()
}
