//! Municipalities by county, each with its latest result.

use std::collections::BTreeMap;

use serde::Serialize;

use super::among::count;
use super::latest::{Latest, latest};
use crate::language::Order;
use crate::model::County;
use crate::render::renderer::Renderer;

/// A county.
#[derive(Debug, Serialize)]
pub(crate) struct CountyView {
    name: String,
    /// How many municipalities it has.
    count: u64,
    /// How many of them have a result in the portal.
    evaluated: u64,
    /// All of them by name.
    municipalities: Vec<Latest>,
}

/// All counties by name.
pub(crate) fn counties(renderer: &Renderer<'_>) -> Vec<CountyView> {
    let mut counties: BTreeMap<&County, Vec<Latest>> = BTreeMap::new();
    let initials = renderer.materials.insights.alphabet.iter();
    for municipality in initials.flat_map(|initial| &initial.municipalities) {
        counties.entry(&municipality.county).or_default().push(latest(renderer, municipality));
    }
    let order = Order::new();
    let mut counties: Vec<_> = counties.into_iter().collect();
    counties.sort_by_cached_key(|(county, _)| order.key(&county.name));
    counties.into_iter().map(|(county, members)| view(county, members)).collect()
}

fn view(county: &County, municipalities: Vec<Latest>) -> CountyView {
    CountyView {
        name: county.name.clone(),
        count: count(municipalities.len()),
        evaluated: count(municipalities.iter().filter(|it| it.result.is_some()).count()),
        municipalities,
    }
}
