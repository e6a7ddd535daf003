//! The search page.
//!
//! Everything but the hits is made here, so that names of filters and values
//! stand in one place and the page offers other ways without scripts (S5).

use std::collections::BTreeSet;

use serde::Serialize;

use crate::language;
use crate::model::{Edition, EditionId, Facet, Municipality, PassageKind, Year};
use crate::render::part::areas::{AreaLink, area_links};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::register::{Letter, letters};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// Logical name of the script of the page.
const SCRIPT: &str = "search.js";

/// What the search page shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// Where the index lies; none in a portal without full text.
    index: Option<String>,
    /// Where the portal lies, which hits are relative to.
    base: String,
    /// What makes the page work.
    script: Option<String>,
    /// The scripts that it imports: whoever comes with a question gets all of them at once.
    modules: Vec<String>,
    filters: Vec<SearchFilter>,
    /// The kinds of good examples, for the short cut.
    lessons: Vec<String>,
    areas: Vec<AreaLink>,
    examples: String,
    /// Where municipalities that are asked for together stand side by side.
    comparison: String,
    letters: Vec<Letter>,
}

/// One filter; its heading is `filter-<name>`.
#[derive(Debug, Serialize)]
pub(crate) struct SearchFilter {
    name: &'static str,
    values: Vec<FilterValue>,
}

/// One value of a filter.
#[derive(Debug, Serialize)]
pub(crate) struct FilterValue {
    value: String,
    /// What it is called; empty for kinds, whose text is `passage-<value>`.
    label: String,
}

/// The view of the search page.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let index = renderer.materials.index;
    View {
        frame: frame(renderer, &Route::Search, Vec::new()),
        index: index.map(|name| renderer.href(&Route::SearchIndex(format!("{name}/")))),
        base: renderer.materials.base.path.clone(),
        script: index.and_then(|_| renderer.asset(SCRIPT)),
        modules: index.map(|_| renderer.modules(SCRIPT)).unwrap_or_default(),
        filters: filters(renderer),
        lessons: PassageKind::LESSONS.map(|kind| Facet::Passage(kind).value()).to_vec(),
        areas: area_links(renderer),
        examples: renderer.href(&Route::Examples),
        comparison: renderer.href(&Route::Comparison),
        letters: letters(renderer),
    }
}

/// Every value that a passage may have, in the order of its kind.
fn filters(renderer: &Renderer<'_>) -> Vec<SearchFilter> {
    let portal = renderer.materials.portal;
    let areas = portal.current_edition().into_iter().flat_map(|edition| &edition.areas);
    let areas = areas
        .filter_map(|area| Some((Facet::Area(area.slug.clone()?), format!("{} {}", area.number, area.name))));
    let editions: BTreeSet<&EditionId> = portal.evaluations.values().map(|it| &it.edition).collect();
    let editions = editions.into_iter().rev().filter_map(|id| portal.editions.get(id));
    let years: BTreeSet<Year> = portal.evaluations.keys().map(|key| key.year).collect();
    let filters = [
        filter(PassageKind::ALL.map(|kind| (Facet::Passage(kind), String::new()))),
        filter(areas),
        filter(editions.map(|Edition { id, name, .. }| (Facet::Edition(id.clone()), name.clone()))),
        filter(years.into_iter().rev().map(|year| (Facet::Year(year), year.to_string()))),
        filter(by_name(renderer, |it| (Facet::County(it.county.slug.clone()), it.county.name.clone()))),
        filter(by_name(renderer, |it| (Facet::Group(it.group.clone()), it.group.name.clone()))),
        filter(by_name(renderer, |it| (Facet::Municipality(it.slug.clone()), it.name.clone()))),
    ];
    filters.into_iter().flatten().collect()
}

fn filter(values: impl IntoIterator<Item = (Facet, String)>) -> Option<SearchFilter> {
    let mut values = values.into_iter().peekable();
    let name = values.peek()?.0.name();
    let value = |(facet, label): (Facet, String)| FilterValue { value: facet.value(), label };
    Some(SearchFilter { name, values: values.map(value).collect() })
}

/// What the municipalities have that can be found, by name and each value once.
fn by_name(
    renderer: &Renderer<'_>,
    value: impl Fn(&Municipality) -> (Facet, String),
) -> Vec<(Facet, String)> {
    let portal = renderer.materials.portal;
    let values: BTreeSet<_> = portal.spoken_of().map(value).collect();
    let mut values: Vec<_> = values.into_iter().collect();
    let order = language::Order::new();
    values.sort_by_cached_key(|(_, label)| order.key(label));
    values
}
