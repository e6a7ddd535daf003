//! A municipality with its latest result: on maps and in lists of places.

use serde::Serialize;

use super::result::{ResultItem, result};
use crate::model::Municipality;
use crate::render::renderer::Renderer;
use crate::route::Route;

/// A municipality, and how its latest evaluation went.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Latest {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its latest evaluation, if it has one in the portal.
    pub result: Option<ResultItem>,
}

/// `municipality` with its latest result.
pub(crate) fn latest(renderer: &Renderer<'_>, municipality: &Municipality) -> Latest {
    let newest = renderer.materials.insights.history(municipality).entries().next();
    Latest {
        name: municipality.name.clone(),
        href: renderer.href(&Route::Municipality(municipality.slug.clone())),
        result: newest.map(|entry| result(renderer, entry)),
    }
}
