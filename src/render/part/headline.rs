//! The result of an evaluation in one sentence.

use serde::Serialize;

use super::correction::{CorrectionView, of_total};
use super::mean::{MeanView, mean};
use super::value::{Source, Value, month};
use crate::derive::Insights;
use crate::language;
use crate::model::Entry;
use crate::render::chart::bar;
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::Route;

/// The result in one sentence (P1).
#[derive(Debug, Serialize)]
pub(crate) struct Headline {
    /// The total that counts.
    pub total: Value,
    /// The maximum of the total.
    pub maximum: String,
    /// Year.
    pub year: u16,
    /// Month and year, or the year.
    pub month: String,
    /// Name of the edition.
    pub edition: String,
    /// Whether the evaluation is older than ten years.
    pub old: bool,
    /// From what the portal has concluded the edition; none where the source names it.
    pub ground: Option<&'static str>,
    /// Which evaluation in order, from 1.
    pub ordinal: Option<u8>,
    /// Bar of the total on the full scale.
    pub bar: Option<Html>,
    /// The published mean total of the edition.
    pub mean: Option<MeanView>,
    /// Total minus mean, signed.
    pub difference: Option<String>,
    /// Corrections of the total (P9).
    pub corrections: Vec<CorrectionView>,
    /// Where the figures come from.
    pub source: Source,
    /// The page of the evaluation.
    pub href: String,
    /// The absolute address of that page, for citations.
    pub url: String,
}

/// The headline of an evaluation.
pub(crate) fn headline(renderer: &Renderer<'_>, entry: Entry<'_>) -> Headline {
    let Entry { edition, evaluation, .. } = entry;
    let reference = Insights::mean(renderer.materials.portal, &edition.id, |mean| mean.total.is_some());
    let points = evaluation.total().points();
    let mean_total = reference.and_then(|mean| mean.total);
    let page = Route::of(entry);
    Headline {
        total: evaluation.total().into(),
        maximum: language::format_count(edition.maximum().into()),
        year: evaluation.key.year,
        month: month(evaluation.key.year, evaluation.month),
        edition: edition.name.clone(),
        old: evaluation.is_old,
        ground: evaluation.basis.ground(),
        ordinal: evaluation.ordinal,
        bar: points.map(|points| bar(points, mean_total, edition.maximum()).into()),
        mean: reference.map(mean),
        difference: points.zip(mean_total).map(|(points, mean)| language::format_difference(points - mean)),
        corrections: of_total(renderer.materials.portal, entry),
        source: (&evaluation.source).into(),
        href: renderer.href(&page),
        url: page.url(renderer.materials.base),
    }
}
