//! Everyone with a total in an edition, by name: what stands in the place of a median
//! and of ranks where there are too few for those (P6).

use std::cmp::Reverse;

use serde::Serialize;

use super::value::Value;
use crate::model::{Code, EditionId, Entry};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// A municipality and its total.
#[derive(Debug, Serialize)]
pub(crate) struct Named {
    name: String,
    href: String,
    total: Value,
    year: u16,
    /// Whether it is the one that the page is about.
    own: bool,
}

/// Everyone of the edition with a total, the highest first; of the same total by name.
/// `own` is the municipality that the page is about.
pub(crate) fn named(renderer: &Renderer<'_>, edition: &EditionId, own: Option<&Code>) -> Vec<Named> {
    let counting = renderer.materials.insights.editions.get(edition);
    let mut entries: Vec<_> = counting.into_iter().flatten().collect();
    entries.retain(|entry| entry.evaluation.total().points().is_some());
    entries.sort_by_key(|entry| Reverse(entry.evaluation.total().points()));
    let view = |entry: &&Entry<'_>| Named {
        name: entry.municipality.name.clone(),
        href: renderer.href(&Route::Municipality(entry.municipality.slug.clone())),
        total: entry.evaluation.total().into(),
        year: entry.evaluation.key.year,
        own: own == Some(&entry.municipality.code),
    };
    entries.iter().map(view).collect()
}
