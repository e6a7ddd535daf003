//! One good example or referral in a list, and lists of them by topic.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::value::Link;
use crate::diagnostic::Diagnostic;
use crate::model::{Entry, EvaluationKey, Facet, Lesson, LessonKind};
use crate::render::renderer::Materials;
use crate::render::template::Html;
use crate::route::{Anchor, Route};

/// One passage in a list.
#[derive(Debug, Serialize)]
pub(crate) struct LessonView {
    /// What can be learnt.
    pub topic: String,
    /// What that municipality does, in a sentence or two.
    pub summary: Option<String>,
    /// The municipality to learn from.
    pub from: Link,
    /// Official name of the municipality the report is about.
    pub about: String,
    /// Whether the report is about the municipality itself.
    pub own: bool,
    /// Whether it is proposed only or stands in a draft: only a preview shows it.
    pub draft: bool,
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
pub(crate) struct FacetValue {
    /// Such as `omrade`.
    pub name: &'static str,
    /// Such as `arbetsliv`.
    pub value: String,
}

/// The view of one passage.
pub(crate) fn lesson_view(materials: &Materials<'_>, lesson: &Lesson<'_>) -> LessonView {
    let Lesson { kind, from, entry, place, .. } = *lesson;
    let Entry { municipality: about, edition, evaluation } = entry;
    let area = edition.area(place.area);
    let sub_area = place.sub_area.and_then(|number| edition.sub_area(number));
    LessonView {
        topic: place.topic.clone(),
        summary: place.summary.clone(),
        from: Link {
            name: from.official_name.clone(),
            href: Route::Municipality(from.slug.clone()).href(materials.base),
        },
        about: about.official_name.clone(),
        own: kind == LessonKind::Own,
        draft: place.is_proposed || evaluation.publication.is_draft(),
        year: evaluation.key.year,
        edition: edition.name.clone(),
        area: area.map(|area| area.name.clone()).unwrap_or_default(),
        sub_area: sub_area.map(|sub_area| sub_area.name.clone()),
        place: place.passage.clone(),
        href: Route::of(entry).at(Anchor::Example(place.id.clone())).href(materials.base),
        facets: Vec::new(),
    }
}

/// The view of one passage with its facets.
fn faceted_view(materials: &Materials<'_>, lesson: &Lesson<'_>) -> LessonView {
    let facets = lesson.facets().iter().map(facet_value).collect();
    LessonView { facets, ..lesson_view(materials, lesson) }
}

fn facet_value(facet: &Facet) -> FacetValue {
    FacetValue { name: facet.name(), value: facet.value() }
}

/// Every passage as lists show it. It stands in several, its area's, its
/// municipality's, its county's, and is rendered once for all of them.
pub(crate) struct Lessons<'a> {
    materials: &'a Materials<'a>,
    rendered: BTreeMap<(&'a EvaluationKey, &'a str), Rendered>,
}

/// A passage's HTML, or its template's fault.
pub(crate) type Rendered = Result<Html, Box<Diagnostic>>;

impl<'a> Lessons<'a> {
    /// Renders every passage, in parallel.
    pub(crate) fn render(materials: &'a Materials<'a>) -> Self {
        let lessons = materials.insights.lessons.par_iter();
        let rendered = lessons.map(|it| (key(it), html(materials, &lesson_view(materials, it)))).collect();
        Self { materials, rendered }
    }

    /// A passage in a list.
    pub(crate) fn html(&self, lesson: &Lesson<'_>) -> Rendered {
        let rendered = self.rendered.get(&key(lesson)).cloned();
        rendered.unwrap_or_else(|| html(self.materials, &lesson_view(self.materials, lesson)))
    }

    /// A passage with its facets, for a list that a script narrows down.
    pub(crate) fn faceted_html(&self, lesson: &Lesson<'_>) -> Rendered {
        html(self.materials, &faceted_view(self.materials, lesson))
    }
}

/// By what passages are told apart: their ids are unique only within an evaluation.
fn key<'a>(lesson: &Lesson<'a>) -> (&'a EvaluationKey, &'a str) {
    (&lesson.entry.evaluation.key, &lesson.place.id)
}

/// How many bytes most passages have, so that few buffers have to grow.
const USUAL_SIZE: usize = 1 << 10;

fn html(materials: &Materials<'_>, view: &LessonView) -> Rendered {
    materials.templates.fragment("lesson.html", view, USUAL_SIZE)
}

/// Passages about one topic.
#[derive(Debug, Serialize)]
pub(crate) struct Topic {
    topic: String,
    lessons: Vec<Html>,
}

/// `lessons`, which come by topic, as one entry per topic.
///
/// # Errors
/// When the template of a passage has a fault.
pub(crate) fn topics<'a>(
    lessons: impl IntoIterator<Item = &'a Lesson<'a>>,
    shown: impl Fn(&Lesson<'_>) -> Rendered,
) -> Result<Vec<Topic>, Box<Diagnostic>> {
    let mut topics: Vec<Topic> = Vec::new();
    for lesson in lessons {
        let html = shown(lesson)?;
        match topics.last_mut().filter(|topic| topic.topic == lesson.place.topic) {
            Some(topic) => topic.lessons.push(html),
            None => topics.push(Topic { topic: lesson.place.topic.clone(), lessons: vec![html] }),
        }
    }
    Ok(topics)
}
