//! The result of an evaluation as an entry of a list.

use serde::Serialize;

use super::value::{Value, month};
use crate::derive::Entry;
use crate::language;
use crate::model::Edition;
use crate::render::renderer::Renderer;
use crate::route::Route;

/// One evaluation in a list.
#[derive(Debug, Serialize)]
pub struct Result {
    /// Name of the municipality.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The page of the evaluation.
    pub evaluation_href: String,
    /// Its total.
    pub total: Value,
    /// Points there are to get.
    pub maximum: String,
    /// Year.
    pub year: u16,
    /// Month and year, or the year.
    pub month: String,
    /// Name of the edition.
    pub edition: String,
    /// Whether the edition is a conclusion of the portal.
    pub inferred: bool,
    /// County.
    pub county: String,
    /// Municipality group.
    pub group: String,
}

/// One row of such a list.
pub fn result(renderer: &Renderer<'_>, entry: Entry<'_>) -> Result {
    let Entry { municipality, evaluation } = entry;
    let edition = renderer.materials.portal.editions.get(&evaluation.edition);
    let slug = || municipality.slug.clone();
    Result {
        name: municipality.name.clone(),
        href: renderer.href(&Route::Municipality(slug())),
        evaluation_href: renderer.href(&Route::Evaluation(slug(), evaluation.key.year)),
        total: evaluation.total().into(),
        maximum: language::format_count(edition.map_or(0, Edition::maximum).into()),
        year: evaluation.key.year,
        month: month(evaluation.key.year, evaluation.month),
        edition: edition.map(|edition| edition.name.clone()).unwrap_or_default(),
        inferred: evaluation.basis.is_inferred(),
        county: municipality.county.name.clone(),
        group: municipality.group.name.clone(),
    }
}
