//! The `OpenSearch` description, by which browsers offer to search the portal.

use serde::Serialize;

use crate::render::renderer::Renderer;
use crate::route::{QUERY, Route};

/// What browsers are told of searching here (`OpenSearch` 1.1).
#[derive(Debug, Serialize)]
pub(crate) struct View {
    /// Name of the site, as short as the format wants it.
    name: String,
    publisher: String,
    language: String,
    /// Address of the search, where `{searchTerms}` stands for the words.
    template: String,
    /// Address of this description.
    own: String,
    icon: Option<String>,
}

/// How long a name may be, in characters: `OpenSearch` 1.1 allows no more.
const MAX_NAME: usize = 16;

/// The view of the description for browsers.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let site = &renderer.materials.portal.site;
    let base = renderer.materials.base;
    let icon = renderer.materials.assets.name("icon.svg");
    View {
        name: site.title.chars().take(MAX_NAME).collect(),
        publisher: site.publisher.name.clone(),
        language: site.language.clone(),
        template: format!("{}?{QUERY}={{searchTerms}}", Route::Search.url(base)),
        own: Route::SearchDescription.url(base),
        icon: icon.map(|name| Route::Asset(name.to_owned()).url(base)),
    }
}
