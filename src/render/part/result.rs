//! The result of an evaluation as an entry of a list.

use serde::Serialize;

use super::table_tools::{RowKeys, row_keys};
use super::value::{Value, month};
use crate::language;
use crate::model::Entry;
use crate::render::renderer::Renderer;
use crate::route::Route;

/// One evaluation in a list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ResultItem {
    /// By what it is narrowed down to and chosen.
    pub keys: RowKeys,
    /// Name of the municipality.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The page of the evaluation.
    pub evaluation_href: String,
    /// Its total.
    pub total: Value,
    /// The maximum of the total.
    pub maximum: String,
    /// Year.
    pub year: u16,
    /// Year and month as `2020-12`, or the year: what it is ordered by.
    pub date: String,
    /// Month and year, or the year.
    pub month: String,
    /// Name of the edition.
    pub edition: String,
    /// Whether the edition is a conclusion of the portal.
    pub inferred: bool,
    /// Whether it is a draft, which only a preview shows.
    pub draft: bool,
    /// County.
    pub county: String,
    /// Municipality group.
    pub group: String,
}

/// One row of such a list.
pub(crate) fn result(renderer: &Renderer<'_>, entry: Entry<'_>) -> ResultItem {
    let Entry { municipality, edition, evaluation } = entry;
    ResultItem {
        keys: row_keys(entry),
        date: date(evaluation.key.year, evaluation.month),
        name: municipality.name.clone(),
        href: renderer.href(&Route::Municipality(municipality.slug.clone())),
        evaluation_href: renderer.href(&Route::of(entry)),
        total: evaluation.total().into(),
        maximum: language::format_count(edition.maximum().into()),
        year: evaluation.key.year,
        month: month(evaluation.key.year, evaluation.month),
        edition: edition.name.clone(),
        inferred: evaluation.basis.is_inferred(),
        draft: evaluation.publication.is_draft(),
        county: municipality.county.name.clone(),
        group: municipality.group.name.clone(),
    }
}

fn date(year: u16, month: Option<u8>) -> String {
    month.map_or_else(|| year.to_string(), |month| format!("{year}-{month:02}"))
}
