//! Who a municipality is.

use serde::Serialize;

use super::value::Link;
use crate::language;
use crate::model::Municipality;
use crate::render::renderer::Renderer;
use crate::route::Route;

/// Who a municipality is; names come from the register (P2).
#[derive(Debug, Serialize)]
pub(crate) struct Identity {
    /// Name without "kommun".
    pub name: String,
    /// Genitive of the name.
    pub genitive: String,
    /// Official name.
    pub official_name: String,
    /// What it calls itself otherwise.
    pub also_called: Option<String>,
    /// Kommunkod.
    pub code: String,
    /// County.
    pub county: String,
    /// Municipality group.
    pub group: String,
    /// Number of inhabitants.
    pub population: String,
    /// The year they were counted.
    pub population_year: u16,
    /// Municipalities that it may be mistaken for, because their names look alike (L3).
    pub namesakes: Vec<Link>,
}

/// The view of who a municipality is.
pub(crate) fn identity(renderer: &Renderer<'_>, municipality: &Municipality) -> Identity {
    let register = &renderer.materials.portal.municipalities;
    let namesakes = municipality.namesakes.iter().filter_map(|code| register.get(code));
    Identity {
        name: municipality.name.clone(),
        genitive: municipality.genitive.clone(),
        official_name: municipality.official_name.clone(),
        also_called: municipality.also_called.clone(),
        code: municipality.code.to_string(),
        county: municipality.county.name.clone(),
        group: municipality.group.name.clone(),
        population: language::format_count(municipality.population.into()),
        population_year: municipality.population_year,
        namesakes: namesakes.map(|it| namesake(renderer, it)).collect(),
    }
}

fn namesake(renderer: &Renderer<'_>, municipality: &Municipality) -> Link {
    let href = renderer.href(&Route::Municipality(municipality.slug.clone()));
    Link { name: format!("{} ({})", municipality.official_name, municipality.county.name), href }
}
