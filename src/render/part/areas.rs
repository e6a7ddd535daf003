//! Areas and their sub-areas in lists.

use serde::Serialize;

use crate::language;
use crate::model::{Area, Edition, SubArea};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// An area and where it leads.
#[derive(Debug, Serialize)]
pub(crate) struct AreaLink {
    number: u8,
    name: String,
    description: String,
    href: String,
}

/// The areas of the current edition.
pub(crate) fn area_links(renderer: &Renderer<'_>) -> Vec<AreaLink> {
    let current = renderer.materials.portal.current_edition();
    let areas = current.into_iter().flat_map(|edition| &edition.areas);
    let links = areas.filter_map(|area| {
        Some(AreaLink {
            number: area.number,
            name: area.name.clone(),
            description: area.description.clone(),
            href: renderer.href(&Route::Area(area.slug.clone()?)),
        })
    });
    links.collect()
}

/// What every area of `edition` is worth; `None` when areas differ.
pub(crate) fn area_maximum(edition: &Edition) -> Option<String> {
    edition.shared_maximum().map(|maximum| language::format_count(maximum.into()))
}

/// One sub-area of an edition.
#[derive(Debug, Serialize)]
pub(crate) struct SubAreaView {
    number: String,
    name: String,
    maximum: u8,
}

/// The sub-areas of `area` with their maxima.
pub(crate) fn sub_areas(area: &Area) -> Vec<SubAreaView> {
    let view = |sub_area: &SubArea| SubAreaView {
        number: sub_area.number.to_string(),
        name: sub_area.name.clone(),
        maximum: sub_area.maximum,
    };
    area.sub_areas.iter().map(view).collect()
}
