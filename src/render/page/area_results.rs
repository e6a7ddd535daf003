//! All results in an area of one edition, where they are too many for its page.

use serde::Serialize;

use crate::model::Edition;
use crate::render::part::area_results::{EditionResults, edition_results};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::strips::Strips;
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::route::{AreaSubject, Route};

/// What the page of all results shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// The area of the current edition.
    area: Link,
    results: EditionResults,
    /// Address of the script that orders the table, if the theme has it.
    script: Option<String>,
}

/// The view of the page of all results in an area.
pub(crate) fn view(
    renderer: &Renderer<'_>,
    strips: &Strips<'_>,
    subject: AreaSubject<'_>,
    edition: &Edition,
) -> View {
    let href = renderer.href(&Route::Area(subject.slug.clone()));
    let area = Link { name: subject.area.name.clone(), href };
    let route = Route::AreaResults(subject.slug.clone(), edition.id.clone());
    View {
        frame: frame(renderer, &route, vec![area.clone()]),
        area,
        results: edition_results(renderer, strips, edition, subject.area.number, usize::MAX),
        script: renderer.asset("tables.js"),
    }
}
