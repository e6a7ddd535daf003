//! Pages that tell in another language what the portal is.

use serde::Serialize;

use super::text;
use crate::model::Introduction;
use crate::render::renderer::Renderer;
use crate::route::Route;

/// What such a page shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    #[serde(flatten)]
    text: text::View,
    /// What its list of contents is called, in its language; without it there is none.
    contents_name: Option<String>,
}

/// The view of `introduction`, whose address is `route`.
pub(crate) fn view(renderer: &Renderer<'_>, route: &Route, introduction: &Introduction) -> View {
    View {
        text: text::view(renderer, route, &introduction.text),
        contents_name: introduction.contents.clone(),
    }
}
