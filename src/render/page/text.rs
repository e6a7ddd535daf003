//! Pages whose text lies in `content/pages/`.

use serde::Serialize;

use crate::model::TextPage;
use crate::render::part::brief::brief;
use crate::render::part::dataset::{Dataset, of_portal};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::{DATA, Route};

/// What a page of text shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    title: String,
    /// How it begins, as its description; empty where it begins with a heading.
    brief: String,
    html: Html,
    /// The headings below the title, in order.
    contents: Vec<Link>,
    /// All data, on the page about it.
    dataset: Option<Dataset>,
}

/// The view of the page at `route` with this text.
pub(crate) fn view(renderer: &Renderer<'_>, route: &Route, text: &TextPage) -> View {
    View {
        frame: frame(renderer, route, Vec::new()),
        title: text.title.clone(),
        brief: introduction(text),
        html: renderer.page_html(&text.prose, route),
        contents: contents(text),
        dataset: (*route == Route::Text(DATA.to_owned())).then(|| of_portal(renderer)),
    }
}

fn introduction(text: &TextPage) -> String {
    let first = text.prose.sections().into_iter().next().filter(|section| !section.text.is_empty());
    first.map(|section| brief(&text.title, &section.text)).unwrap_or_default()
}

/// Level of the headings right below a page's title.
const BELOW_TITLE: u8 = 2;

fn contents(text: &TextPage) -> Vec<Link> {
    let sections = text.prose.sections().into_iter().filter(|section| section.level == BELOW_TITLE);
    let headings = sections.filter_map(|section| section.heading);
    headings.map(|(id, name)| Link { name, href: format!("#{id}") }).collect()
}
