//! The search page and the fields that lead to it.
//!
//! Everything but the hits is made here, so that names of filters and values
//! stand in one place and the page offers other ways without scripts (S5).

use std::collections::BTreeSet;

use serde::Serialize;

use super::Renderer;
use super::area::{AreaLink, area_links};
use super::frame::{Frame, frame};
use super::register::{Letter, letters};
use crate::language;
use crate::model::{Edition, EditionId, Facet, Municipality, PassageKind, Slug, Year};
use crate::route::{QUERY, Route};

/// A field that leads to the search page.
#[derive(Debug, Serialize)]
pub struct SearchField {
    /// The search page.
    action: String,
    /// The parameter of the words.
    query: &'static str,
    /// The script that loads the suggester when the field is used.
    script: Option<String>,
    /// The suggester.
    suggester: Option<String>,
    /// The municipalities it suggests.
    suggestions: String,
    /// What the slugs of municipalities with a page follow.
    pages: String,
}

/// The field of every page.
pub fn field(renderer: &Renderer<'_>) -> SearchField {
    SearchField {
        action: renderer.href(&Route::Search),
        query: QUERY,
        script: renderer.asset("field.js"),
        suggester: renderer.asset("suggest.js"),
        suggestions: renderer.href(&Route::Suggestions),
        pages: renderer.href(&Route::Municipalities),
    }
}

/// A search that is narrowed down before it begins.
#[derive(Debug, Serialize)]
pub struct Preset {
    /// The search page.
    action: String,
    /// The parameter of the words.
    query: &'static str,
    /// Names and values of hidden fields.
    narrowed: Vec<Hidden>,
}

/// A hidden field.
#[derive(Debug, Serialize)]
pub struct Hidden {
    name: &'static str,
    value: String,
}

/// A search in what is about one municipality.
pub fn in_municipality(renderer: &Renderer<'_>, slug: &Slug) -> Preset {
    preset(renderer, [Facet::Municipality(slug.clone())])
}

/// A search among good examples, of one area if it is given.
pub fn among_examples(renderer: &Renderer<'_>, area: Option<&Slug>) -> Preset {
    let kinds = PassageKind::LESSONS.map(Facet::Passage);
    preset(renderer, kinds.into_iter().chain(area.cloned().map(Facet::Area)))
}

fn preset(renderer: &Renderer<'_>, narrowed: impl IntoIterator<Item = Facet>) -> Preset {
    let hidden = |facet: Facet| Hidden { name: facet.name(), value: facet.value() };
    Preset {
        action: renderer.href(&Route::Search),
        query: QUERY,
        narrowed: narrowed.into_iter().map(hidden).collect(),
    }
}

/// What the search page shows.
#[derive(Debug, Serialize)]
pub struct SearchView {
    frame: Frame,
    /// Where the index lies; none in a portal without full text.
    index: Option<String>,
    /// Where the portal lies, which hits are relative to.
    base: String,
    /// How words are looked for.
    finder: Option<String>,
    /// What makes the page work.
    script: Option<String>,
    filters: Vec<SearchFilter>,
    /// The kinds of good examples, for the short cut.
    lessons: Vec<String>,
    areas: Vec<AreaLink>,
    examples: String,
    letters: Vec<Letter>,
}

/// One filter; its heading is `filter-<name>`.
#[derive(Debug, Serialize)]
pub struct SearchFilter {
    name: &'static str,
    values: Vec<FilterValue>,
}

/// One value of a filter.
#[derive(Debug, Serialize)]
pub struct FilterValue {
    value: String,
    /// What it is called; empty for kinds, whose text is `passage-<value>`.
    label: String,
}

/// The view of the search page.
pub fn view(renderer: &Renderer<'_>) -> SearchView {
    let has_index = renderer.materials.has_search;
    SearchView {
        frame: frame(renderer, &Route::Search, Vec::new()),
        index: has_index.then(|| renderer.href(&Route::SearchIndex(String::new()))),
        base: renderer.materials.base.path.clone(),
        finder: renderer.asset("find.js"),
        script: renderer.asset("search.js").filter(|_| has_index),
        filters: filters(renderer),
        lessons: PassageKind::LESSONS.map(|kind| Facet::Passage(kind).value()).to_vec(),
        areas: area_links(renderer),
        examples: renderer.href(&Route::Examples),
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

/// What the municipalities with a page have, by name and each value once.
fn by_name(
    renderer: &Renderer<'_>,
    value: impl Fn(&Municipality) -> (Facet, String),
) -> Vec<(Facet, String)> {
    let portal = renderer.materials.portal;
    let municipalities = portal.with_page().into_iter().filter_map(|code| portal.municipalities.get(code));
    let values: BTreeSet<_> = municipalities.map(value).collect();
    let mut values: Vec<_> = values.into_iter().collect();
    let order = language::Order::new();
    values.sort_by_cached_key(|(_, label)| order.key(label));
    values
}

/// What browsers are told of searching here (`OpenSearch` 1.1).
#[derive(Debug, Serialize)]
pub struct DescriptionView {
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

/// How long a name may be, in characters.
const LONGEST_NAME: usize = 16;

/// The view of the description for browsers.
pub fn description(renderer: &Renderer<'_>) -> DescriptionView {
    let site = &renderer.materials.portal.site;
    let base = renderer.materials.base;
    let icon = renderer.materials.assets.name("icon.svg");
    DescriptionView {
        name: site.title.chars().take(LONGEST_NAME).collect(),
        publisher: site.publisher.name.clone(),
        language: site.language.clone(),
        template: format!("{}?{QUERY}={{searchTerms}}", Route::Search.url(base)),
        own: Route::SearchDescription.url(base),
        icon: icon.map(|name| Route::Asset(name.to_owned()).url(base)),
    }
}
