//! Pages whose text lies in `content/pages/`.

use serde::Serialize;

use crate::model::TextPage;
use crate::render::part::frame::{Frame, frame};
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::Route;

/// What a page of text shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    title: String,
    html: Html,
}

/// The view of the page at `route` with this text.
pub(crate) fn view(renderer: &Renderer<'_>, route: &Route, text: &TextPage) -> View {
    View {
        frame: frame(renderer, route, Vec::new()),
        title: text.title.clone(),
        html: renderer.page_html(&text.prose, route),
    }
}
