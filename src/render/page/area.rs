//! The page of an area of the current edition, with results of all editions
//! side by side.

use serde::Serialize;

use crate::derive::Insights;
use crate::diagnostic::Diagnostic;
use crate::language;
use crate::model::{Area, Edition, Entry, Facet, LessonKind, Mean};
use crate::render::chart::bar;
use crate::render::part::areas::{SubAreaView, sub_areas};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::lessons::{Lessons, Topic, topics};
use crate::render::part::mean::{MeanView, mean};
use crate::render::part::search_field::{Preset, among_examples};
use crate::render::part::value::Value;
use crate::render::renderer::{Materials, Renderer};
use crate::render::template::Html;
use crate::route::{Anchor, AreaSubject, Route};

/// What the page of an area shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    number: u8,
    name: String,
    description: String,
    edition: String,
    sub_areas: Vec<SubAreaView>,
    /// Passages that name a municipality to learn from.
    referrals: Vec<Topic>,
    /// Passages that call the evaluated municipality a good example.
    examples: Vec<Topic>,
    /// A search among them.
    search: Preset,
    /// The page that lists these passages and can be narrowed down.
    lessons_href: Option<String>,
    /// The newest edition first.
    results: Vec<EditionResults>,
}

/// Results of one edition; never mixed with another's.
#[derive(Debug, Serialize)]
pub(crate) struct EditionResults {
    id: String,
    edition: String,
    comparability: String,
    /// The areas of that edition whose nearest successor this area is.
    areas: Vec<AreaResults>,
}

/// Results of one area of one edition.
#[derive(Debug, Serialize)]
pub(crate) struct AreaResults {
    number: u8,
    name: String,
    rows: Vec<ResultRow>,
    /// Whether the portal has concluded the edition of any row, which the page has to
    /// explain.
    has_inferred: bool,
    mean: Option<MeanView>,
    mean_value: Option<String>,
}

/// The result of one municipality.
#[derive(Debug, Serialize)]
pub(crate) struct ResultRow {
    name: String,
    href: String,
    year: u16,
    /// Whether the edition is a conclusion of the portal.
    inferred: bool,
    value: Value,
    bar: Option<Html>,
}

/// The view of the page of an area.
///
/// # Errors
/// When the template of a passage has a fault.
pub(crate) fn view(
    renderer: &Renderer<'_>,
    lessons: &Lessons<'_>,
    AreaSubject { edition: current, area, slug }: AreaSubject<'_>,
) -> Result<View, Box<Diagnostic>> {
    let Materials { portal, insights, .. } = renderer.materials;
    let editions = portal.editions.values().rev();
    let here = || insights.lessons.iter().filter(|lesson| lesson.area.number == area.number);
    let of_kind = |kind| topics(here().filter(|lesson| lesson.kind == kind), |lesson| lessons.html(lesson));
    let has_lessons = here().next().is_some();
    Ok(View {
        frame: frame(renderer, &Route::Area(slug.clone()), Vec::new()),
        number: area.number,
        name: area.name.clone(),
        description: area.description.clone(),
        edition: current.name.clone(),
        sub_areas: sub_areas(area),
        referrals: of_kind(LessonKind::Referral)?,
        examples: of_kind(LessonKind::Own)?,
        search: among_examples(renderer, Some(slug)),
        lessons_href: has_lessons.then(|| renderer.href(&Route::ExamplesBy(Facet::Area(slug.clone())))),
        results: editions.map(|edition| edition_results(renderer, edition, area.number)).collect(),
    })
}

fn edition_results(renderer: &Renderer<'_>, edition: &Edition, successor: u8) -> EditionResults {
    let areas = edition.areas.iter().filter(|area| area.successor == successor);
    EditionResults {
        id: Anchor::Edition(edition.id.clone()).id(),
        edition: edition.name.clone(),
        comparability: edition.comparability.clone(),
        areas: areas.map(|area| area_results(renderer, edition, area)).collect(),
    }
}

fn area_results(renderer: &Renderer<'_>, edition: &Edition, area: &Area) -> AreaResults {
    let materials = renderer.materials;
    let has_area = |mean: &Mean| mean.areas.contains_key(&area.number);
    let reference = Insights::mean(materials.portal, &edition.id, has_area);
    let value = reference.and_then(|mean| mean.areas.get(&area.number)).copied();
    let entries = materials.insights.editions.get(&edition.id).into_iter().flatten();
    let rows: Vec<_> = entries.filter_map(|entry| row(renderer, *entry, area, value)).collect();
    AreaResults {
        number: area.number,
        name: area.name.clone(),
        has_inferred: rows.iter().any(|row| row.inferred),
        rows,
        mean: reference.map(mean),
        mean_value: value.map(language::format_points),
    }
}

fn row(
    renderer: &Renderer<'_>,
    entry: Entry<'_>,
    area: &Area,
    mean: Option<rust_decimal::Decimal>,
) -> Option<ResultRow> {
    let Entry { municipality, evaluation, .. } = entry;
    let result = evaluation.area(area.number)?;
    let page = Route::of(entry);
    let base = renderer.materials.base;
    let has_areas = evaluation.has_areas();
    let href = if has_areas { page.at(Anchor::Area(area.number)).href(base) } else { page.href(base) };
    Some(ResultRow {
        name: municipality.name.clone(),
        href,
        year: evaluation.key.year,
        inferred: evaluation.basis.is_inferred(),
        value: result.value().into(),
        bar: result.value().points().map(|points| bar(points, mean, area.maximum).into()),
    })
}
