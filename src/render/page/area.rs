//! The page of an area of the current edition: how municipalities did, whom to learn
//! from, and the areas of earlier editions that it succeeds. Where there are too many
//! results for one page, all of an edition stand on a page of their own.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::model::{Edition, Facet, Lesson, LessonKind};
use crate::render::part::among::count;
use crate::render::part::area_results::{EditionResults, edition_results};
use crate::render::part::brief::brief;
use crate::render::part::frame::{Frame, frame};
use crate::render::part::lessons::{Lessons, Topic, topics};
use crate::render::part::search_field::{Preset, among_examples};
use crate::render::part::strips::Strips;
use crate::render::part::table_tools::{ColumnFilter, shared_filters};
use crate::render::part::value::Link;
use crate::render::renderer::{Materials, Renderer};
use crate::route::{AreaSubject, Route};

/// How many results stand on the page where not all do.
const BEST: usize = 10;

/// How many good examples of a kind stand on the page; the others have a page of their own.
const LESSONS: usize = 5;

/// How many municipalities are named as models.
const MODELS: usize = 8;

/// What the page of an area shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    number: u8,
    name: String,
    description: String,
    /// Its beginning, as the description of the page.
    brief: String,
    /// Counties and groups, for all results of the page; none where some of these stand on
    /// pages of their own.
    filters: Vec<ColumnFilter>,
    /// The current edition first, then the newest.
    results: Vec<Results>,
    /// Passages that name a municipality to learn from.
    referrals: Vec<Topic>,
    /// Passages that call the evaluated municipality a good example.
    examples: Vec<Topic>,
    /// Municipalities that several reports name.
    models: Vec<Model>,
    /// The page on who names whom.
    network: String,
    /// A search among the passages.
    search: Preset,
    /// The page that lists these passages and can be narrowed down.
    lessons_href: Option<String>,
    /// How many there are.
    lessons_count: u64,
    /// Address of the script that orders tables, if the theme has it.
    script: Option<String>,
}

/// Results of an edition, and the page that has all of them where this one has not.
#[derive(Debug, Serialize)]
pub(crate) struct Results {
    #[serde(flatten)]
    results: EditionResults,
    all: Option<String>,
}

/// A municipality that several reports name as one to learn from.
#[derive(Debug, Serialize)]
pub(crate) struct Model {
    municipality: Link,
    /// How many reports do.
    reports: u64,
}

/// The view of the page of an area.
///
/// # Errors
/// When the template of a passage has a fault.
pub(crate) fn view(
    renderer: &Renderer<'_>,
    lessons: &Lessons<'_>,
    strips: &Strips<'_>,
    subject: AreaSubject<'_>,
) -> Result<View, Box<Diagnostic>> {
    let AreaSubject { area, slug, .. } = subject;
    let Materials { portal, insights, .. } = renderer.materials;
    let editions = portal.editions.values().rev();
    let results: Vec<_> = editions.map(|edition| results(renderer, strips, subject, edition)).collect();
    let is_whole = results.iter().all(|it| it.all.is_none());
    let entries: Vec<_> = insights.editions.values().flatten().copied().collect();
    let here = || insights.lessons.iter().filter(|lesson| lesson.area.number == area.number);
    let of_kind = |kind| topics(newest(here().filter(|it| it.kind == kind)), |it| lessons.html(it));
    let all = count(here().count());
    Ok(View {
        frame: frame(renderer, &Route::Area(slug.clone()), Vec::new()),
        number: area.number,
        name: area.name.clone(),
        description: area.description.clone(),
        brief: brief(&area.name, &area.description),
        filters: if is_whole { shared_filters(&entries) } else { Vec::new() },
        results,
        referrals: of_kind(LessonKind::Referral)?,
        examples: of_kind(LessonKind::Own)?,
        models: models(renderer, here().filter(|it| it.kind == LessonKind::Referral)),
        network: renderer.href(&Route::Network),
        search: among_examples(renderer, Some(slug)),
        lessons_href: (all > 0).then(|| renderer.href(&Route::ExamplesBy(Facet::Area(slug.clone())))),
        lessons_count: all,
        script: renderer.asset("tables.js"),
    })
}

fn results(
    renderer: &Renderer<'_>,
    strips: &Strips<'_>,
    subject: AreaSubject<'_>,
    edition: &Edition,
) -> Results {
    let portal = renderer.materials.portal;
    let all = subject.has_results_page(portal, edition);
    let most = if all { BEST } else { usize::MAX };
    let page = Route::AreaResults(subject.slug.clone(), edition.id.clone());
    Results {
        results: edition_results(renderer, strips, edition, subject.area.number, most),
        all: all.then(|| renderer.href(&page)),
    }
}

/// The newest of `lessons`, in the order in which they come.
fn newest<'a>(lessons: impl Iterator<Item = &'a Lesson<'a>>) -> Vec<&'a Lesson<'a>> {
    let mut numbered: Vec<_> = lessons.enumerate().collect();
    numbered.sort_by_key(|(at, lesson)| (Reverse(lesson.entry.evaluation.key.year), *at));
    numbered.truncate(LESSONS);
    numbered.sort_by_key(|(at, _)| *at);
    numbered.into_iter().map(|(_, lesson)| lesson).collect()
}

/// The municipalities that at least two reports name, those that most do first, of
/// equal ones by name.
fn models<'a>(renderer: &Renderer<'_>, referrals: impl Iterator<Item = &'a Lesson<'a>>) -> Vec<Model> {
    let mut named: BTreeMap<_, (Link, BTreeSet<_>)> = BTreeMap::new();
    for lesson in referrals {
        let from = lesson.from;
        let link =
            || Link { name: from.name.clone(), href: renderer.href(&Route::Municipality(from.slug.clone())) };
        let (_, reports) = named.entry(&from.code).or_insert_with(|| (link(), BTreeSet::new()));
        reports.insert(&lesson.entry.evaluation.key);
    }
    let order = crate::language::Order::new();
    let mut several: Vec<_> = named.into_values().filter(|(_, reports)| reports.len() > 1).collect();
    several.sort_by_cached_key(|(link, reports)| (Reverse(reports.len()), order.key(&link.name)));
    several.truncate(MODELS);
    let model =
        |(municipality, reports): (Link, BTreeSet<_>)| Model { municipality, reports: count(reports.len()) };
    several.into_iter().map(model).collect()
}
