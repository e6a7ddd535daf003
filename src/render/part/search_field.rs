//! Fields that lead to the search page.

use serde::Serialize;

use crate::model::{Facet, PassageKind, Slug};
use crate::render::renderer::Renderer;
use crate::route::{QUERY, Route};

/// A field that leads to the search page.
#[derive(Debug, Serialize)]
pub(crate) struct SearchField {
    /// The search page.
    action: String,
    /// The parameter of the words.
    query: &'static str,
    /// Address of the script that loads the suggester once the field is used.
    script: Option<String>,
    /// Address of the script that suggests municipalities.
    suggester: Option<String>,
    /// Address of the list of municipalities and areas that it suggests.
    suggestions: String,
    /// Address of the list of topics that it suggests.
    topics: String,
    /// Address of the municipalities' pages without their slugs, which the script puts
    /// behind it.
    pages: String,
    /// The same for areas.
    areas: String,
}

/// The search field that every page has.
pub(crate) fn field(renderer: &Renderer<'_>) -> SearchField {
    SearchField {
        action: renderer.href(&Route::Search),
        query: QUERY,
        script: renderer.asset("field.js"),
        suggester: renderer.asset("suggest.js"),
        suggestions: renderer.href(&Route::Suggestions),
        topics: renderer.href(&Route::Topics),
        pages: renderer.href(&Route::Municipalities),
        areas: renderer.href(&Route::Areas),
    }
}

/// A search that is narrowed down before it begins.
#[derive(Debug, Serialize)]
pub(crate) struct Preset {
    /// The search page.
    action: String,
    /// The parameter of the words.
    query: &'static str,
    /// Names and values of hidden fields.
    narrowed: Vec<Hidden>,
}

/// A hidden field.
#[derive(Debug, Serialize)]
pub(crate) struct Hidden {
    name: &'static str,
    value: String,
}

/// A search in what is about one municipality.
pub(crate) fn in_municipality(renderer: &Renderer<'_>, slug: &Slug) -> Preset {
    preset(renderer, [Facet::Municipality(slug.clone())])
}

/// A search among good examples, of one area if it is given.
pub(crate) fn among_examples(renderer: &Renderer<'_>, area: Option<&Slug>) -> Preset {
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
