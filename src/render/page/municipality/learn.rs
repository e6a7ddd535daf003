//! From whom to learn: for each of the weakest sub-areas those with most points in
//! it, and what reports call good examples there.

use serde::Serialize;

use super::areas::{StandingView, standing};
use crate::derive::{Best, Distribution, Extremes, Neighbours, Standing};
use crate::language;
use crate::model::{Entry, Measure, Peers, SubAreaNumber, Texts};
use crate::render::part::among::count;
use crate::render::part::lessons::{LessonView, lesson_view};
use crate::render::part::subject::Subject;
use crate::render::part::value::Link;
use crate::route::{Anchor, Route};

/// How many good examples are shown for each sub-area.
const LESSONS: usize = 3;

/// How much of what a report says is shown, in characters: most say what they do in less.
const EXCERPT: usize = 320;

/// Whom to learn from in what is weakest.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Lessons {
    /// How many others have points in one of the sub-areas.
    others: u64,
    sub_areas: Vec<Learn>,
}

/// One sub-area to become better in.
#[derive(Debug, Serialize)]
pub(crate) struct Learn {
    standing: StandingView,
    /// Those with most points, the best first; empty where nobody has enough.
    best: Vec<BestView>,
    lessons: Vec<LessonView>,
    /// The page of the area, which has more.
    area: Option<Link>,
    /// Whether the area has another name there than in the evaluation.
    is_renamed: bool,
}

/// A municipality with more points.
#[derive(Debug, Serialize)]
pub(crate) struct BestView {
    name: String,
    year: u16,
    points: String,
    /// Where its report says what it does there, or else the points.
    href: String,
    /// The beginning of what its report says there.
    excerpt: Option<String>,
    /// Whether these are the report's own words.
    verbatim: bool,
}

/// What there is to learn in each of the weakest sub-areas; nothing where there is nobody
/// to learn from in any of them. One among others without anybody stays: a reader who has
/// seen it named as weak looks for it here.
pub(crate) fn learn(subject: &Subject<'_>, extremes: &Extremes<'_>) -> Lessons {
    let entry = subject.entry;
    let insights = subject.renderer.materials.insights;
    let Some(neighbours) = insights.neighbours.get(&entry.edition.id) else { return Lessons::default() };
    let statistics = insights.statistics.get(&entry.edition.id);
    let among = |weak: &Standing<'_>| {
        statistics?.among(Peers::All, Measure::SubArea(weak.sub_area.number)).map(Distribution::count)
    };
    let learn = |weak: &Standing<'_>| {
        let number = weak.sub_area.number;
        let area = area(subject, number);
        Learn {
            standing: standing(subject, weak),
            best: neighbours.best(entry, number).iter().map(|it| best(subject, it, number)).collect(),
            lessons: lessons(subject, neighbours, number),
            is_renamed: area
                .as_ref()
                .is_some_and(|it| entry.edition.area(number.area).is_none_or(|own| own.name != it.name)),
            area,
        }
    };
    let weakest: Vec<_> = extremes.weakest.iter().map(learn).collect();
    let is_empty = weakest.iter().all(|it| it.best.is_empty() && it.lessons.is_empty());
    Lessons {
        others: count(extremes.weakest.iter().filter_map(among).max().unwrap_or_default().saturating_sub(1)),
        sub_areas: if is_empty { Vec::new() } else { weakest },
    }
}

fn best(subject: &Subject<'_>, best: &Best<'_>, number: SubAreaNumber) -> BestView {
    let Entry { municipality, evaluation, .. } = best.entry;
    let said = said(best, number).map(|text| language::excerpt(&text, EXCERPT));
    let anchor = if best.says(number) { Anchor::Passage(number) } else { Anchor::SubArea(number) };
    let spot = Route::of(best.entry).at(anchor);
    BestView {
        name: municipality.name.clone(),
        year: evaluation.key.year,
        points: language::format_points(best.points),
        href: spot.href(subject.renderer.materials.base),
        excerpt: said.filter(|text| !text.is_empty()),
        verbatim: evaluation.texts == Some(Texts::Verbatim),
    }
}

/// What the report of one of the best says of the sub-area.
fn said(best: &Best<'_>, number: SubAreaNumber) -> Option<String> {
    let narrative = best.entry.evaluation.area(number.area)?.narrative.as_ref()?;
    let section = narrative.sections.iter().find(|section| section.sub_area == number)?;
    Some(section.prose.plain_text())
}

fn lessons(subject: &Subject<'_>, neighbours: &Neighbours<'_>, number: SubAreaNumber) -> Vec<LessonView> {
    let lessons = neighbours.lessons(subject.entry, number).take(LESSONS);
    lessons.map(|lesson| lesson_view(subject.renderer.materials, &lesson)).collect()
}

fn area(subject: &Subject<'_>, number: SubAreaNumber) -> Option<Link> {
    let current = subject.renderer.materials.portal.current_area(subject.entry, number.area)?;
    let href = subject.renderer.href(&Route::Area(current.slug.clone()?));
    Some(Link { name: current.name.clone(), href })
}
