//! The published mean of an edition.

use serde::Serialize;

use super::value::{Source, month};
use crate::derive::Insights;
use crate::language;
use crate::model::{Edition, Mean};
use crate::render::renderer::Renderer;

/// A published mean, never without population and date.
#[derive(Debug, Serialize)]
pub(crate) struct MeanView {
    /// The mean total.
    pub total: Option<String>,
    /// Id of the edition it belongs to, which names a year.
    pub edition: String,
    /// Which municipalities it is the mean of.
    pub population: String,
    /// When.
    pub as_of: String,
    /// Where it was published.
    pub source: Source,
}

/// The mean to compare a whole edition with: one of areas, else one of the total alone.
pub(crate) fn reference<'a>(renderer: &Renderer<'a>, edition: &Edition) -> Option<&'a Mean> {
    let mean_with =
        |wanted: fn(&Mean) -> bool| Insights::mean(renderer.materials.portal, &edition.id, wanted);
    mean_with(|mean| !mean.areas.is_empty()).or_else(|| mean_with(|mean| mean.total.is_some()))
}

/// The view of a published mean.
pub(crate) fn mean(mean: &Mean) -> MeanView {
    MeanView {
        total: mean.total.map(language::format_points),
        edition: mean.edition.to_string(),
        population: mean.population.clone(),
        as_of: month(mean.year, mean.month),
        source: (&mean.source).into(),
    }
}
