//! Pages whose text lies in `content/pages/`.

use serde::Serialize;

use crate::markdown::Prose;
use crate::render::part::frame::{Frame, frame};
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::Route;

/// What a page of text shows.
#[derive(Debug, Serialize)]
pub struct TextView {
    frame: Frame,
    title: String,
    html: Html,
}

/// The view of the page of text with this stem.
pub fn view(renderer: &Renderer<'_>, stem: &str) -> TextView {
    let route = Route::Text(stem.to_owned());
    let page = renderer.materials.portal.pages.get(stem);
    let empty = Prose::default();
    TextView {
        frame: frame(renderer, &route, Vec::new()),
        title: page.map(|page| page.title.clone()).unwrap_or_default(),
        html: renderer.page_html(page.map_or(&empty, |page| &page.prose), &route),
    }
}
