//! Who is named by whom: every referral as a row, and those that most reports name (P13).

use serde::Serialize;

use crate::derive::{self, Named, most_named};
use crate::language;
use crate::model::{Area, Facet, Lesson, LessonKind};
use crate::render::chart::dot;
use crate::render::part::among::count;
use crate::render::part::frame::{Frame, frame};
use crate::render::part::table_tools::{TableTools, plain_tools};
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::{Anchor, Route};

/// How many referrals the table has. More would break the page's budget (F6).
const MOST: usize = 250;

/// How many of the most named the figure shows: as many as can be taken in.
const MOST_NAMED: usize = 20;

/// What the page on who names whom shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// How many referrals there are, in how many reports, and to how many municipalities.
    referrals: u64,
    referrals_text: String,
    reports: u64,
    named: u64,
    /// Years of the first and the last of these reports.
    first: u16,
    last: u16,
    /// Name of the current edition, whose areas are counted by.
    edition: String,
    /// Every referral, unless they are too many for a page.
    rows: Vec<Row>,
    /// When they are: a row for each municipality that is named.
    municipalities: Vec<Counted>,
    /// Those that most reports name.
    most: Option<Most>,
    /// The current edition's areas.
    areas: Vec<AreaView>,
    tools: TableTools,
    /// The list of good examples.
    examples: String,
    /// All of them as a CSV file.
    data: String,
}

/// One referral.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    named: Link,
    /// The municipality whose report names it, and the place there.
    by: Link,
    area: u8,
    area_name: String,
    topic: String,
    summary: Option<String>,
    year: u16,
    /// Whether it is proposed only or stands in a draft: only a preview shows it.
    draft: bool,
}

/// A municipality with how many reports name it.
#[derive(Debug, Serialize)]
pub(crate) struct Counted {
    /// It, and the list of all that there is to learn from it.
    named: Link,
    reports: u64,
    /// Numbers of the areas that it is named in, such as `1, 3 och 8`.
    areas: String,
}

/// The figure of those that most reports name.
#[derive(Debug, Serialize)]
pub(crate) struct Most {
    rows: Vec<MostRow>,
    /// Those that most of all name, as `A och B`.
    names: String,
    /// How many of them there are.
    names_count: u64,
    /// How many reports name each of them.
    times: u64,
    /// How many reports name each one in the figure at least.
    fewest: u64,
}

/// One of those that most reports name.
#[derive(Debug, Serialize)]
pub(crate) struct MostRow {
    named: Link,
    reports: u64,
    areas: Vec<Cell>,
}

/// How many reports name it in one area; without a dot, none does.
#[derive(Debug, Serialize)]
pub(crate) struct Cell {
    reports: u64,
    dot: Option<Html>,
}

/// An area by its number.
#[derive(Debug, Serialize)]
pub(crate) struct AreaView {
    number: u8,
    name: String,
    /// What stands for it where there is little room.
    short: String,
    href: Option<String>,
}

/// The view of the page on who names whom.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let (portal, insights) = (renderer.materials.portal, renderer.materials.insights);
    let named = &insights.named;
    let referrals = || insights.lessons.iter().filter(|lesson| lesson.kind == LessonKind::Referral);
    let years = || referrals().map(|lesson| lesson.entry.evaluation.key.year);
    let is_short = referrals().count() <= MOST;
    let areas = portal.current_edition().map_or(&[][..], |edition| &edition.areas);
    let all = named.iter().flat_map(|it| &it.referrals);
    View {
        frame: frame(renderer, &Route::Network, Vec::new()),
        referrals: count(referrals().count()),
        referrals_text: language::format_count(count(referrals().count())),
        reports: count(derive::reports(referrals())),
        named: count(named.len()),
        first: years().min().unwrap_or_default(),
        last: years().max().unwrap_or_default(),
        edition: portal.current_edition().map(|edition| edition.name.clone()).unwrap_or_default(),
        rows: if is_short { all.map(|lesson| row(renderer, lesson)).collect() } else { Vec::new() },
        municipalities: if is_short {
            Vec::new()
        } else {
            named.iter().map(|it| counted(renderer, it, areas)).collect()
        },
        most: most(renderer, &most_named(named, MOST_NAMED), areas),
        areas: areas.iter().map(|it| area(renderer, it)).collect(),
        tools: plain_tools(renderer, if is_short { referrals().count() } else { named.len() }),
        examples: renderer.href(&Route::Examples),
        data: renderer.href(&Route::ExampleData),
    }
}

fn row(renderer: &Renderer<'_>, lesson: &Lesson<'_>) -> Row {
    let Lesson { from, entry, place, area, .. } = *lesson;
    let passage = Route::of(entry).at(Anchor::Example(place.id.clone()));
    Row {
        named: Link { name: from.name.clone(), href: renderer.href(&Route::Municipality(from.slug.clone())) },
        by: Link { name: entry.municipality.name.clone(), href: passage.href(renderer.materials.base) },
        area: area.number,
        area_name: area.name.clone(),
        topic: place.topic.clone(),
        summary: place.summary.clone(),
        year: entry.evaluation.key.year,
        draft: place.is_proposed || entry.evaluation.publication.is_draft(),
    }
}

fn counted(renderer: &Renderer<'_>, named: &Named<'_>, areas: &[Area]) -> Counted {
    let numbers = areas.iter().map(|area| area.number).filter(|number| named.reports_in(*number) > 0);
    let numbers: Vec<_> = numbers.map(|number| number.to_string()).collect();
    Counted {
        named: list_of(renderer, named),
        reports: count(named.reports()),
        areas: language::join_and(&numbers),
    }
}

/// A municipality, and all that there is to learn from it.
fn list_of(renderer: &Renderer<'_>, named: &Named<'_>) -> Link {
    let municipality = named.municipality;
    let list = Route::ExamplesBy(Facet::Municipality(municipality.slug.clone()));
    Link { name: municipality.name.clone(), href: renderer.href(&list) }
}

fn most(renderer: &Renderer<'_>, most: &[&Named<'_>], areas: &[Area]) -> Option<Most> {
    let (first, last) = (most.first()?.reports(), most.last()?.reports());
    let names: Vec<_> = most.iter().filter(|it| it.reports() == first).collect();
    let counts =
        |named: &Named<'_>| areas.iter().map(|area| named.reports_in(area.number)).collect::<Vec<_>>();
    let largest = most.iter().flat_map(|it| counts(it)).max().unwrap_or_default();
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let cell = |reports: usize| Cell {
        reports: count(reports),
        dot: (reports > 0).then(|| dot(small(reports), small(largest)).into()),
    };
    let rows = most.iter().map(|named| MostRow {
        named: list_of(renderer, named),
        reports: count(named.reports()),
        areas: counts(named).into_iter().map(cell).collect(),
    });
    Some(Most {
        rows: rows.collect(),
        names: language::join_and(&names.iter().map(|it| &it.municipality.name).collect::<Vec<_>>()),
        names_count: count(names.len()),
        times: count(first),
        fewest: count(last),
    })
}

fn area(renderer: &Renderer<'_>, area: &Area) -> AreaView {
    AreaView {
        number: area.number,
        name: area.name.clone(),
        short: area.short().to_owned(),
        href: area.slug.clone().map(|slug| renderer.href(&Route::Area(slug))),
    }
}
