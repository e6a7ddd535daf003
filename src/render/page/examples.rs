//! All good examples and referrals on a page, and on one per facet.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::language;
use crate::model::{Area, Facet, Lesson, LessonKind, Place, Slug};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::lessons::{Lessons, Rendered, Topic, topics};
use crate::render::part::search_field::{Preset, among_examples};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// How high the passages of one page may be on a telephone, in pixels, so that the page is
/// no higher than 20,000. More nobody reads; the page then leads to the lists of the
/// municipalities (F6).
const MOST: usize = 17_000;

/// How high a passage without a summary is, with its topic above it.
const PASSAGE: usize = 165;

/// How many characters of a summary make twenty pixels more.
const CHARACTERS: usize = 23;

/// What a list of good examples shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
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
    /// When there are too many passages to list: the municipalities they are from, in
    /// their place.
    municipalities: Vec<FacetLink>,
    filters: Vec<Filter>,
    /// A search among all of them.
    search: Preset,
    /// The page on who names whom; only the whole list leads there.
    network: Option<String>,
    /// Address of the whole list as a CSV file.
    data: String,
    /// Address of the script that narrows the list down without loading another page.
    script: Option<String>,
}

/// The passages of one area of the current edition.
#[derive(Debug, Serialize)]
pub(crate) struct AreaLessons {
    number: u8,
    name: String,
    href: String,
    topics: Vec<Topic>,
}

/// The values that one facet can take; its heading is `filter-<name>`.
#[derive(Debug, Serialize)]
pub(crate) struct Filter {
    name: &'static str,
    links: Vec<FacetLink>,
}

/// One value of a facet.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FacetLink {
    name: &'static str,
    value: String,
    /// What to show; for kinds the last part of a text's name.
    label: String,
    href: String,
    count: u64,
    current: bool,
}

/// The view of the list of good examples, narrowed down to `facet`.
///
/// # Errors
/// When the template of a passage has a fault.
pub(crate) fn view(
    renderer: &Renderer<'_>,
    lessons: &Lessons<'_>,
    facet: Option<&Facet>,
) -> Result<View, Box<Diagnostic>> {
    let route = facet.map_or(Route::Examples, |facet| Route::ExamplesBy(facet.clone()));
    let insights = renderer.materials.insights;
    let found: &[_] = match facet {
        Some(facet) => insights.lessons_by.get(facet).map_or(&[], Vec::as_slice),
        None => &insights.lessons,
    };
    let is_short = found.iter().map(|lesson| height(lesson.place)).sum::<usize>() <= MOST || is_of_one(facet);
    let is_whole = facet.is_none() && is_short;
    let (listed, counted) = if is_short { (found, [].as_slice()) } else { ([].as_slice(), found) };
    let shown = |lesson: &Lesson<'_>| {
        if is_whole { lessons.faceted_html(lesson) } else { lessons.html(lesson) }
    };
    let of_kind = |kind| {
        let found = listed.iter().filter(move |lesson| lesson.kind == kind);
        by_area(renderer, found, shown)
    };
    let count = u64::try_from(found.len()).unwrap_or(0);
    Ok(View {
        frame: frame(renderer, &route, Vec::new()),
        narrowed: facet.map(|facet| facet_link(renderer, facet, found, true)),
        all: renderer.href(&Route::Examples),
        count,
        count_text: language::format_count(count),
        referrals: of_kind(LessonKind::Referral)?,
        examples: of_kind(LessonKind::Own)?,
        municipalities: municipalities(renderer, counted),
        filters: if is_of_one(facet) { Vec::new() } else { filters(renderer, facet, is_whole) },
        search: among_examples(renderer, None),
        network: facet.is_none().then(|| renderer.href(&Route::Network)),
        data: renderer.href(&Route::ExampleData),
        script: if is_whole { renderer.asset("examples.js") } else { None },
    })
}

/// How high a passage is on a telephone, in pixels, as near as can be told.
fn height(place: &Place) -> usize {
    let summary = place.summary.as_deref().unwrap_or_default();
    PASSAGE + summary.chars().count() * 20 / CHARACTERS
}

/// Whether the list is one municipality's. Lists that are too long lead to these,
/// so there may be one for every municipality: too many for each to offer every
/// facet.
fn is_of_one(facet: Option<&Facet>) -> bool {
    matches!(facet, Some(Facet::Municipality(_)))
}

/// The municipalities that `lessons` are from, with how many there are of each.
fn municipalities(renderer: &Renderer<'_>, lessons: &[Lesson<'_>]) -> Vec<FacetLink> {
    let mut by_slug = BTreeMap::<_, Vec<Lesson<'_>>>::new();
    for lesson in lessons {
        by_slug.entry(Facet::Municipality(lesson.from.slug.clone())).or_default().push(*lesson);
    }
    let mut values: Vec<_> = by_slug.iter().collect();
    sort(&mut values);
    values.into_iter().map(|(facet, lessons)| facet_link(renderer, facet, lessons, false)).collect()
}

fn by_area<'a>(
    renderer: &Renderer<'_>,
    lessons: impl Iterator<Item = &'a Lesson<'a>>,
    shown: impl Fn(&Lesson<'_>) -> Rendered,
) -> Result<Vec<AreaLessons>, Box<Diagnostic>> {
    let mut areas = BTreeMap::<u8, (&Area, Vec<&Lesson<'_>>)>::new();
    for lesson in lessons {
        areas.entry(lesson.area.number).or_insert_with(|| (lesson.area, Vec::new())).1.push(lesson);
    }
    let with_page =
        areas.into_values().filter_map(|(area, lessons)| Some((area, area.slug.as_ref()?, lessons)));
    let area = |(area, slug, lessons): (&Area, &Slug, Vec<_>)| {
        Ok(AreaLessons {
            number: area.number,
            name: area.name.clone(),
            href: renderer.href(&Route::Area(slug.clone())),
            topics: topics(lessons, &shown)?,
        })
    };
    with_page.map(area).collect()
}

/// The values that occur, with how often they do in the whole list. Only the whole
/// list offers the municipalities: if the page of each listed them all, the site
/// would grow with the square of their number.
fn filters(renderer: &Renderer<'_>, current: Option<&Facet>, is_whole: bool) -> Vec<Filter> {
    let offered = |facet: &Facet| is_whole || !matches!(facet, Facet::Municipality(_));
    let by_facet = &renderer.materials.insights.lessons_by;
    let mut values: Vec<_> = by_facet.iter().filter(|(facet, _)| offered(facet)).collect();
    let filters = values.chunk_by_mut(|(one, _), (other, _)| one.name() == other.name()).map(|values| {
        sort(values);
        let links: Vec<_> = values
            .iter()
            .map(|(facet, lessons)| facet_link(renderer, facet, lessons, current == Some(*facet)))
            .collect();
        Filter { name: values.first().map_or("", |(facet, _)| facet.name()), links }
    });
    filters.collect()
}

/// Puts the values of one facet in the order in which readers look for them:
/// names in Swedish order, areas by number, the latest year first. Kinds stay
/// in the order of the model.
fn sort(values: &mut [(&Facet, &Vec<Lesson<'_>>)]) {
    match values.first() {
        Some((Facet::Municipality(_) | Facet::County(_), _)) => {
            let order = language::Order::new();
            values.sort_by_cached_key(|(facet, lessons)| {
                lessons.first().map(|lesson| order.key(&label(lesson, facet)))
            });
        }
        Some((Facet::Area(_), _)) => {
            values.sort_by_key(|(_, lessons)| lessons.first().map(|lesson| lesson.area.number));
        }
        Some((Facet::Year(_), _)) => values.reverse(),
        _ => {}
    }
}

fn facet_link(renderer: &Renderer<'_>, facet: &Facet, lessons: &[Lesson<'_>], current: bool) -> FacetLink {
    FacetLink {
        name: facet.name(),
        value: facet.value(),
        label: lessons.first().map(|lesson| label(lesson, facet)).unwrap_or_default(),
        href: renderer.href(&Route::ExamplesBy(facet.clone())),
        count: u64::try_from(lessons.len()).unwrap_or(0),
        current,
    }
}

fn label(lesson: &Lesson<'_>, facet: &Facet) -> String {
    match facet {
        Facet::Lesson(LessonKind::Own) => "own".to_owned(),
        Facet::Lesson(LessonKind::Referral) => "referral".to_owned(),
        Facet::Area(_) => format!("{} {}", lesson.area.number, lesson.area.name),
        Facet::Municipality(_) => lesson.from.name.clone(),
        Facet::County(_) => lesson.from.county.name.clone(),
        Facet::Passage(_) | Facet::Edition(_) | Facet::Group(_) | Facet::Size(_) | Facet::Year(_) => {
            facet.value()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_as_high_as_its_summary_makes_it() {
        let place = |summary: Option<String>| Place {
            id: "a".to_owned(),
            topic: "Råd".to_owned(),
            summary,
            area: 1,
            sub_area: None,
            passage: "s. 8".to_owned(),
            is_proposed: false,
        };
        assert_eq!(height(&place(None)), 165);
        assert_eq!(height(&place(Some("å".repeat(230)))), 365, "characters count, not bytes");
        assert!(103 * height(&place(None)) <= MOST && 104 * height(&place(None)) > MOST);
    }
}
