//! The list of municipalities: first those with a result, then all of them.

use serde::Serialize;

use super::Renderer;
use super::frame::{Frame, frame};
use super::register::{Letter, letters};
use super::view::{Value, month};
use crate::derive::Entry;
use crate::language;
use crate::model::Edition;
use crate::route::Route;

/// One evaluation in a list.
#[derive(Debug, Serialize)]
pub struct Result {
    /// Name of the municipality.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The page of the evaluation.
    pub evaluation_href: String,
    /// Its total.
    pub total: Value,
    /// Points there are to get.
    pub maximum: String,
    /// Year.
    pub year: u16,
    /// Month and year, or the year.
    pub month: String,
    /// Name of the edition.
    pub edition: String,
    /// Whether the edition is a conclusion of the portal.
    pub inferred: bool,
    /// County.
    pub county: String,
    /// Municipality group.
    pub group: String,
}

/// One row of such a list.
pub fn result(renderer: &Renderer<'_>, entry: Entry<'_>) -> Result {
    let Entry { municipality, evaluation } = entry;
    let edition = renderer.materials.portal.editions.get(&evaluation.edition);
    let slug = || municipality.slug.clone();
    Result {
        name: municipality.name.clone(),
        href: renderer.href(&Route::Municipality(slug())),
        evaluation_href: renderer.href(&Route::Evaluation(slug(), evaluation.key.year)),
        total: evaluation.total().into(),
        maximum: language::format_count(edition.map_or(0, Edition::maximum).into()),
        year: evaluation.key.year,
        month: month(evaluation.key.year, evaluation.month),
        edition: edition.map(|edition| edition.name.clone()).unwrap_or_default(),
        inferred: evaluation.basis.is_inferred(),
        county: municipality.county.name.clone(),
        group: municipality.group.name.clone(),
    }
}

/// What the list of municipalities shows.
#[derive(Debug, Serialize)]
pub struct MunicipalitiesView {
    frame: Frame,
    /// The latest evaluation of each municipality that has one.
    results: Vec<Result>,
    letters: Vec<Letter>,
    /// How many municipalities there are.
    count: String,
}

/// The view of the list of municipalities.
pub fn view(renderer: &Renderer<'_>) -> MunicipalitiesView {
    let insights = renderer.materials.insights;
    let register = insights.alphabet.iter().flat_map(|initial| &initial.municipalities);
    let latest = register.clone().filter_map(|municipality| {
        let history = insights.histories.get(&municipality.code)?;
        let evaluation = history.evaluations().next()?;
        Some(result(renderer, Entry { municipality, evaluation }))
    });
    MunicipalitiesView {
        frame: frame(renderer, &Route::Municipalities, Vec::new()),
        results: latest.collect(),
        letters: letters(renderer),
        count: language::format_count(u64::try_from(register.count()).unwrap_or(0)),
    }
}
