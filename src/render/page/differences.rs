//! Every difference between printed values, as the pages of the years tell it (P10).

use serde::Serialize;

use crate::language;
use crate::model::{Difference, Entry, Weight};
use crate::render::part::among::count;
use crate::render::part::details::{Note, note};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::table_tools::{TableTools, plain_tools};
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::route::{Anchor, Route};

/// How many differences the page lists. With more it would break its budget (F6), and who
/// looks for one looks for its evaluation, whose page tells of all: the page then counts them
/// for each municipality and leads there.
const MOST: usize = 250;

/// What the page of differences shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    warnings: u64,
    notes: u64,
    /// How many evaluations have any, and how many there are.
    with_any: u64,
    evaluations: u64,
    /// Every difference, unless they are too many for a page.
    rows: Vec<Row>,
    tools: TableTools,
    /// When they are: a row for each municipality with any.
    municipalities: Vec<Counted>,
}

/// One difference.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    /// The evaluation, and where its page tells of the difference.
    evaluation: Link,
    draft: bool,
    edition: String,
    /// Name of the area or sub-area; none for the evaluation as a whole.
    name: Option<String>,
    /// Whether it is a warning; else it is a note.
    warning: bool,
    note: Note,
}

/// A municipality whose evaluations have differences.
#[derive(Debug, Serialize)]
pub(crate) struct Counted {
    name: String,
    /// The pages of the years that tell of them.
    years: Vec<Link>,
    warnings: u64,
    notes: u64,
}

/// The view of the page of differences.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let portal = renderer.materials.portal;
    let order = language::Order::new();
    let mut entries: Vec<_> =
        portal.entries().filter(|entry| !entry.evaluation.differences.is_empty()).collect();
    // Evaluations come by municipality, then year, and the sort is stable.
    entries.sort_by_cached_key(|entry| order.key(&entry.municipality.name));
    let all = || entries.iter().flat_map(|entry| &entry.evaluation.differences);
    let is_short = all().count() <= MOST;
    let (listed, counted) = if is_short { (&entries[..], &[][..]) } else { (&[][..], &entries[..]) };
    View {
        frame: frame(renderer, &Route::Differences, Vec::new()),
        warnings: of_weight(all(), Weight::Warning),
        notes: of_weight(all(), Weight::Note),
        with_any: count(entries.len()),
        evaluations: count(portal.evaluations.len()),
        rows: listed.iter().flat_map(|entry| rows(renderer, *entry)).collect(),
        municipalities: municipalities(renderer, counted),
        tools: plain_tools(renderer, all().count().min(MOST)),
    }
}

fn of_weight<'a>(differences: impl Iterator<Item = &'a Difference>, weight: Weight) -> u64 {
    count(differences.filter(|it| it.weight() == weight).count())
}

fn rows(renderer: &Renderer<'_>, entry: Entry<'_>) -> impl Iterator<Item = Row> {
    entry.evaluation.differences.iter().map(move |difference| row(renderer, entry, difference))
}

fn row(renderer: &Renderer<'_>, entry: Entry<'_>, difference: &Difference) -> Row {
    let Entry { municipality, edition, evaluation } = entry;
    let place = difference.area().map_or(Anchor::Notes, Anchor::Area);
    let sub_area = match difference {
        Difference::Percent { sub_area, .. } => edition.sub_area(*sub_area).map(|it| it.name.clone()),
        _ => None,
    };
    let area = || Some(edition.area(difference.area()?)?.name.clone());
    Row {
        evaluation: Link {
            name: format!("{} {}", municipality.name, evaluation.key.year),
            href: Route::of(entry).at(place).href(renderer.materials.base),
        },
        draft: evaluation.publication.is_draft(),
        edition: edition.name.clone(),
        name: sub_area.or_else(area),
        warning: difference.weight() == Weight::Warning,
        note: note(difference),
    }
}

/// One row per municipality, in the order of `entries`.
fn municipalities(renderer: &Renderer<'_>, entries: &[Entry<'_>]) -> Vec<Counted> {
    let by_municipality = entries.chunk_by(|one, other| one.municipality.code == other.municipality.code);
    by_municipality.filter_map(|entries| municipality(renderer, entries)).collect()
}

fn municipality(renderer: &Renderer<'_>, entries: &[Entry<'_>]) -> Option<Counted> {
    let all = || entries.iter().flat_map(|entry| &entry.evaluation.differences);
    let year = |entry: &Entry<'_>| Link {
        name: entry.evaluation.key.year.to_string(),
        href: renderer.href(&Route::of(*entry)),
    };
    Some(Counted {
        name: entries.first()?.municipality.name.clone(),
        years: entries.iter().map(year).collect(),
        warnings: of_weight(all(), Weight::Warning),
        notes: of_weight(all(), Weight::Note),
    })
}
