//! What search engines for data are told of the data of a page (`Dataset` of schema.org).
//! Names and descriptions are the page's own, so that both say the same.

use serde::Serialize;

use super::value::Source;
use crate::language;
use crate::model::{Entry, Municipality};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// The data of a page.
#[derive(Debug, Serialize)]
pub(crate) struct Dataset {
    /// Address of the terms, where the same hold for all of it (P10).
    licence: Option<String>,
    /// When the evaluations were made: a year, a month (`2011-03`) or years (`2011/2020`).
    time: Option<String>,
    /// The municipality it is about; without one it is about the country.
    place: Option<Place>,
    /// What it is taken from, if that is one source.
    source: Option<Source>,
    /// The day of the last change, if it is known.
    updated: Option<String>,
    files: Vec<File>,
}

/// A municipality as a place.
#[derive(Debug, Serialize)]
pub(crate) struct Place {
    name: String,
    code: String,
    county: String,
}

/// A file to fetch.
#[derive(Debug, Serialize)]
pub(crate) struct File {
    /// Absolute address.
    url: String,
    /// Media type.
    kind: &'static str,
    /// Address of its terms, where not the same hold for all files.
    licence: Option<String>,
}

/// The data of an evaluation's page.
pub(crate) fn of_evaluation(renderer: &Renderer<'_>, entry: Entry<'_>) -> Dataset {
    let evaluation = entry.evaluation;
    let time = match evaluation.month {
        Some(month) => format!("{}-{month:02}", evaluation.key.year),
        None => evaluation.key.year.to_string(),
    };
    Dataset { time: Some(time), source: Some((&evaluation.source).into()), ..of(renderer, &[entry]) }
}

/// The data of a municipality's page; none without an evaluation.
pub(crate) fn of_municipality(renderer: &Renderer<'_>, municipality: &Municipality) -> Option<Dataset> {
    let entries: Vec<_> = renderer.materials.portal.entries_of(municipality).collect();
    (!entries.is_empty()).then(|| of(renderer, &entries))
}

/// All data of the portal.
pub(crate) fn of_portal(renderer: &Renderer<'_>) -> Dataset {
    let portal = renderer.materials.portal;
    let is_one = !portal.has_other_licences();
    let tables = portal.editions.values().flat_map(|edition| {
        let id = &edition.id;
        [Route::EditionData(id.clone()), Route::StatisticsData(id.clone())]
    });
    let tables = tables.map(|route| csv(renderer, &route, !is_one));
    // The topics of examples are in the words of reports.
    let examples = csv(renderer, &Route::ExampleData, false);
    Dataset {
        licence: is_one.then(|| portal.site.licence.url.clone()),
        time: years(portal.entries()),
        place: None,
        source: None,
        updated: portal.site.updated.map(language::format_date_iso),
        files: tables.chain([examples]).collect(),
    }
}

/// The data of evaluations of one municipality, oldest first.
fn of(renderer: &Renderer<'_>, entries: &[Entry<'_>]) -> Dataset {
    let portal = renderer.materials.portal;
    let is_one = entries.iter().all(|entry| !portal.has_other_licence(entry.evaluation));
    let updated = entries.iter().filter_map(|entry| portal.updated(&entry.evaluation.key)).max();
    let evaluations = entries.iter().map(|entry| File {
        url: url(renderer, &data(entry)),
        kind: "application/json",
        licence: None,
    });
    let counted = entries.iter().filter(|entry| is_in_table(renderer, **entry));
    let tables = counted.map(|it| csv(renderer, &Route::EditionData(it.edition.id.clone()), !is_one));
    Dataset {
        licence: is_one.then(|| portal.site.licence.url.clone()),
        time: years(entries.iter().copied()),
        place: entries.first().map(|entry| place(entry.municipality)),
        source: None,
        updated: updated.map(language::format_date_iso),
        files: evaluations.chain(tables).collect(),
    }
}

fn data(entry: &Entry<'_>) -> Route {
    Route::EvaluationData(entry.municipality.slug.clone(), entry.evaluation.key.year)
}

/// Whether the table of its edition has it: that of a municipality is its latest.
fn is_in_table(renderer: &Renderer<'_>, of: Entry<'_>) -> bool {
    let mut newest_first = renderer.materials.insights.history(of.municipality).entries();
    let counted = newest_first.find(|entry| entry.edition.id == of.edition.id);
    counted.is_some_and(|entry| entry.evaluation.key == of.evaluation.key)
}

fn place(municipality: &Municipality) -> Place {
    Place {
        name: municipality.official_name.clone(),
        code: municipality.code.to_string(),
        county: municipality.county.name.clone(),
    }
}

/// A table of figures, which the terms for the data cover.
fn csv(renderer: &Renderer<'_>, route: &Route, says_licence: bool) -> File {
    let licence = says_licence.then(|| renderer.materials.portal.site.licence.url.clone());
    File { url: url(renderer, route), kind: "text/csv", licence }
}

fn url(renderer: &Renderer<'_>, route: &Route) -> String {
    route.url(renderer.materials.base)
}

/// The years of `entries`, as ISO 8601 writes a span of time.
fn years<'p>(entries: impl Iterator<Item = Entry<'p>>) -> Option<String> {
    let years: Vec<_> = entries.map(|entry| entry.evaluation.key.year).collect();
    let (first, last) = (years.iter().min()?, years.iter().max()?);
    Some(if first == last { first.to_string() } else { format!("{first}/{last}") })
}
