//! Good examples and referrals: in lists by topic, and as pages that a facet
//! narrows down.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Renderer;
use super::frame::{Frame, frame};
use super::search::{Preset, among_examples};
use super::view::Link;
use crate::language;
use crate::model::{Area, Facet, Lesson, LessonKind};
use crate::route::{Anchor, Route, facet_parts};

/// One passage in a list.
#[derive(Debug, Serialize)]
pub struct LessonView {
    /// What there is to learn.
    pub topic: String,
    /// The municipality to learn from.
    pub from: Link,
    /// Official name of the municipality the report is about.
    pub about: String,
    /// Whether the report is about the municipality itself.
    pub own: bool,
    /// Year of the evaluation.
    pub year: u16,
    /// Name of the edition.
    pub edition: String,
    /// Name of the area in that edition.
    pub area: String,
    /// Name of the sub-area, where the passage is about one.
    pub sub_area: Option<String>,
    /// Where the passage stands in the source.
    pub place: String,
    /// The passage on the page of its year.
    pub href: String,
    /// Its facets, where the script narrows the list at once. A list, because
    /// a template goes through a map in an order of its own.
    pub facets: Vec<FacetValue>,
}

/// A facet's name and value, as they stand in addresses.
#[derive(Debug, Serialize)]
pub struct FacetValue {
    /// Such as `omrade`.
    pub name: &'static str,
    /// Such as `arbetsliv`.
    pub value: String,
}

/// The view of one passage.
pub fn lesson_view(renderer: &Renderer<'_>, lesson: &Lesson<'_>) -> LessonView {
    let Lesson { kind, from, about, evaluation, place, .. } = *lesson;
    let edition = renderer.materials.portal.editions.get(&evaluation.edition);
    let area = edition.and_then(|edition| edition.area(place.area));
    let sub_area = edition.zip(place.sub_area).and_then(|(edition, number)| edition.sub_area(number));
    let page = renderer.href(&Route::Evaluation(about.slug.clone(), evaluation.key.year));
    LessonView {
        topic: place.topic.clone(),
        from: Link {
            name: from.official_name.clone(),
            href: renderer.href(&Route::Municipality(from.slug.clone())),
        },
        about: about.official_name.clone(),
        own: kind == LessonKind::Own,
        year: evaluation.key.year,
        edition: edition.map(|edition| edition.name.clone()).unwrap_or_default(),
        area: area.map(|area| area.name.clone()).unwrap_or_default(),
        sub_area: sub_area.map(|sub_area| sub_area.name.clone()),
        place: place.passage.clone(),
        href: format!("{page}#{}", Anchor::Example(place.id.clone()).id()),
        facets: Vec::new(),
    }
}

/// The same with its facets.
fn faceted_view(renderer: &Renderer<'_>, lesson: &Lesson<'_>) -> LessonView {
    let facets = lesson.facets().iter().map(facet_value).collect();
    LessonView { facets, ..lesson_view(renderer, lesson) }
}

fn facet_value(facet: &Facet) -> FacetValue {
    let (name, value) = facet_parts(facet);
    FacetValue { name, value }
}

/// Passages about one topic.
#[derive(Debug, Serialize)]
pub struct Topic {
    topic: String,
    lessons: Vec<LessonView>,
}

/// `lessons`, which come by topic, as one entry per topic.
pub fn topics(lessons: impl Iterator<Item = LessonView>) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    for lesson in lessons {
        match topics.last_mut().filter(|topic| topic.topic == lesson.topic) {
            Some(topic) => topic.lessons.push(lesson),
            None => topics.push(Topic { topic: lesson.topic.clone(), lessons: vec![lesson] }),
        }
    }
    topics
}

/// How many passages one page lists. More would break its budget (F6) and
/// nobody reads them; the page then leads to the lists of the municipalities.
const MOST_ON_A_PAGE: usize = 250;

/// What a list of good examples shows.
#[derive(Debug, Serialize)]
pub struct ExamplesView {
    frame: Frame,
    /// What the list is narrowed down to, if to anything.
    narrowed: Option<FacetLink>,
    /// Address of the whole list.
    all: String,
    /// How many passages there are in this list.
    count: u64,
    count_text: String,
    referrals: Vec<AreaLessons>,
    examples: Vec<AreaLessons>,
    /// In place of the passages when they are too many: whose they are.
    municipalities: Vec<FacetLink>,
    filters: Vec<Filter>,
    /// A search among all of them.
    search: Preset,
    /// The whole list as data.
    data: String,
    /// The script that narrows the whole list at once.
    script: Option<String>,
}

/// The passages of one area of the current edition.
#[derive(Debug, Serialize)]
pub struct AreaLessons {
    number: u8,
    name: String,
    href: String,
    topics: Vec<Topic>,
}

/// The values that one facet can take; its heading is `filter-<name>`.
#[derive(Debug, Serialize)]
pub struct Filter {
    name: &'static str,
    links: Vec<FacetLink>,
}

/// One value of a facet.
#[derive(Clone, Debug, Serialize)]
pub struct FacetLink {
    name: &'static str,
    value: String,
    /// What to show; for kinds the last part of a text's name.
    label: String,
    href: String,
    count: u64,
    current: bool,
}

/// The view of the list of good examples, narrowed down to `facet`.
pub fn view(renderer: &Renderer<'_>, facet: Option<&Facet>) -> ExamplesView {
    let route = facet.map_or(Route::Examples, |facet| Route::ExamplesBy(facet.clone()));
    let insights = renderer.materials.insights;
    let found: &[_] = match facet {
        Some(facet) => insights.lessons_by.get(facet).map_or(&[], Vec::as_slice),
        None => &insights.lessons,
    };
    let is_short = found.len() <= MOST_ON_A_PAGE || is_of_one(facet);
    let is_whole = facet.is_none() && is_short;
    let (listed, counted) = if is_short { (found, [].as_slice()) } else { ([].as_slice(), found) };
    let shown = if is_whole { faceted_view } else { lesson_view };
    let of_kind = |kind| {
        let lessons = listed.iter().filter(move |lesson| lesson.kind == kind);
        by_area(renderer, lessons.map(|lesson| (lesson.area, shown(renderer, lesson))))
    };
    let count = u64::try_from(found.len()).unwrap_or(0);
    ExamplesView {
        frame: frame(renderer, &route, Vec::new()),
        narrowed: facet.map(|facet| facet_link(renderer, facet, found, true)),
        all: renderer.href(&Route::Examples),
        count,
        count_text: language::format_count(count),
        referrals: of_kind(LessonKind::Referral),
        examples: of_kind(LessonKind::Own),
        municipalities: municipalities(renderer, counted),
        filters: if is_of_one(facet) { Vec::new() } else { filters(renderer, facet, is_whole) },
        search: among_examples(renderer, None),
        data: renderer.href(&Route::ExampleData),
        script: renderer.asset("examples.js").filter(|_| is_whole),
    }
}

/// Whether the list is one municipality's: the others lead here when they are
/// long, and there are too many of these for each to offer every facet.
fn is_of_one(facet: Option<&Facet>) -> bool {
    matches!(facet, Some(Facet::Municipality(_)))
}

/// The municipalities that `lessons` are from, with how many there are of each.
fn municipalities(renderer: &Renderer<'_>, lessons: &[Lesson<'_>]) -> Vec<FacetLink> {
    let mut by_slug = BTreeMap::<_, Vec<Lesson<'_>>>::new();
    for lesson in lessons {
        by_slug.entry(lesson.from.slug.clone()).or_default().push(*lesson);
    }
    let link =
        |(slug, lessons): (_, Vec<_>)| facet_link(renderer, &Facet::Municipality(slug), &lessons, false);
    let mut links: Vec<_> = by_slug.into_iter().map(link).collect();
    sort_by_name(&mut links);
    links
}

fn by_area<'a>(
    renderer: &Renderer<'_>,
    lessons: impl Iterator<Item = (&'a Area, LessonView)>,
) -> Vec<AreaLessons> {
    let mut areas = BTreeMap::<u8, (&Area, Vec<LessonView>)>::new();
    for (area, lesson) in lessons {
        areas.entry(area.number).or_insert_with(|| (area, Vec::new())).1.push(lesson);
    }
    let area = |(area, lessons): (&Area, Vec<LessonView>)| {
        Some(AreaLessons {
            number: area.number,
            name: area.name.clone(),
            href: renderer.href(&Route::Area(area.slug.clone()?)),
            topics: topics(lessons.into_iter()),
        })
    };
    areas.into_values().filter_map(area).collect()
}

/// The values that occur, with how often they do in the whole list. Only the
/// whole list offers the municipalities: listing all of them on the page of each
/// would grow with their square.
fn filters(renderer: &Renderer<'_>, current: Option<&Facet>, is_whole: bool) -> Vec<Filter> {
    let mut filters: Vec<Filter> = Vec::new();
    for (facet, lessons) in &renderer.materials.insights.lessons_by {
        if !is_whole && matches!(facet, Facet::Municipality(_)) {
            continue;
        }
        let link = facet_link(renderer, facet, lessons, current == Some(facet));
        match filters.last_mut().filter(|filter| filter.name == link.name) {
            Some(filter) => filter.links.push(link),
            None => filters.push(Filter { name: link.name, links: vec![link] }),
        }
    }
    filters.iter_mut().for_each(sort);
    filters
}

fn facet_link(renderer: &Renderer<'_>, facet: &Facet, lessons: &[Lesson<'_>], current: bool) -> FacetLink {
    let (name, value) = facet_parts(facet);
    FacetLink {
        name,
        value,
        label: lessons.first().map(|lesson| label(lesson, facet)).unwrap_or_default(),
        href: renderer.href(&Route::ExamplesBy(facet.clone())),
        count: u64::try_from(lessons.len()).unwrap_or(0),
        current,
    }
}

/// Names in Swedish order, years the latest first; areas and kinds stay.
fn sort(filter: &mut Filter) {
    match filter.name {
        "kommun" | "lan" => sort_by_name(&mut filter.links),
        "ar" => filter.links.reverse(),
        "omrade" => filter.links.sort_by_cached_key(|link| link.label.clone()),
        _ => {}
    }
}

fn sort_by_name(links: &mut [FacetLink]) {
    let order = language::Order::new();
    links.sort_by_cached_key(|link| order.key(&link.label));
}

fn label(lesson: &Lesson<'_>, facet: &Facet) -> String {
    match facet {
        Facet::Kind(LessonKind::Own) => "own".to_owned(),
        Facet::Kind(LessonKind::Referral) => "referral".to_owned(),
        Facet::Area(_) => format!("{} {}", lesson.area.number, lesson.area.name),
        Facet::Municipality(_) => lesson.from.name.clone(),
        Facet::County(_) => lesson.from.county.clone(),
        Facet::Year(year) => year.to_string(),
    }
}
