//! The page of a municipality: the answer. How it did, against whom, since when, and
//! from whom it can learn. The whole evaluation stands on the page of its year.

mod areas;
mod compare;
mod development;
mod learn;
mod verdict;

use serde::Serialize;

use self::areas::{Areas, ExtremesView};
use self::compare::Compare;
use self::development::Development;
use self::learn::Lessons;
use self::verdict::Verdict;
use crate::derive::{self, History};
use crate::model::{Entry, Facet, Lesson, LessonKind, Municipality};
use crate::render::part::dataset::{Dataset, of_municipality};
use crate::render::part::details::{Note, notes};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::identity::{Identity, identity};
use crate::render::part::lessons::{LessonView, lesson_view};
use crate::render::part::profile::{Profile, profile};
use crate::render::part::provenance::{Provenance, provenance};
use crate::render::part::search_field::{Preset, in_municipality};
use crate::render::part::strips::Strips;
use crate::render::part::subject::Subject;
use crate::render::part::vicinity::{Vicinity, vicinity};
use crate::render::renderer::{Materials, Renderer};
use crate::route::Route;

/// What the page of a municipality shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    municipality: Identity,
    /// The latest evaluation (P1); none for a municipality without one (P8).
    verdict: Option<Verdict>,
    /// The latest evaluation that has areas (P1).
    detailed: Option<Detailed>,
    development: Option<Development>,
    /// Whom to compare it with.
    compare: Compare,
    /// Its neighbours on a map, if the portal has one and it any.
    vicinity: Option<Vicinity>,
    /// What its own reports call a good example.
    examples: Vec<LessonView>,
    /// What other municipalities' reports say there is to learn from it.
    advice: Vec<LessonView>,
    /// How many reports say so.
    advice_reports: usize,
    /// Whom its own reports name, the latest report first.
    named: Vec<LessonView>,
    /// A search in what is about it.
    search: Preset,
    /// All there is to learn from it, as a list of its own.
    lessons_href: Option<String>,
    /// The page that says what the tool is, if there is one.
    about: Option<String>,
    /// Its evaluations as data.
    dataset: Option<Dataset>,
}

/// What the page says of an evaluation's areas.
#[derive(Debug, Serialize)]
pub(crate) struct Detailed {
    year: u16,
    edition: String,
    /// Whether it is the one in the verdict.
    is_latest: bool,
    /// The page of the year.
    href: String,
    /// Whether that has a summary.
    has_summary: bool,
    profile: Option<Profile>,
    areas: Option<Areas>,
    extremes: Option<ExtremesView>,
    learn: Lessons,
    /// Differences between printed values.
    notes: Vec<Note>,
    provenance: Provenance,
}

/// The view of the page of a municipality.
pub(crate) fn view(renderer: &Renderer<'_>, strips: &Strips<'_>, municipality: &Municipality) -> View {
    let Materials { portal, insights, .. } = renderer.materials;
    let history = insights.history(municipality);
    let slug = &municipality.slug;
    let latest = history.entries().next();
    let shown = portal.detailed_entry_of(municipality).or(latest);
    let has_lessons = !history.lessons.is_empty();
    View {
        frame: frame(renderer, &Route::Municipality(slug.clone()), Vec::new()),
        municipality: identity(renderer, municipality),
        verdict: latest.map(|entry| verdict::verdict(renderer, strips, entry)),
        detailed: shown.map(|entry| detailed(renderer, strips, entry, latest)),
        development: development::development(renderer, history),
        compare: match latest {
            Some(entry) => compare::compare(renderer, entry),
            None => compare::neighbours(renderer, municipality),
        },
        vicinity: vicinity(renderer, municipality),
        examples: lessons(renderer, history, LessonKind::Own),
        advice: lessons(renderer, history, LessonKind::Referral),
        advice_reports: derive::reports(of_kind(history, LessonKind::Referral)),
        named: named(renderer, history),
        search: in_municipality(renderer, slug),
        lessons_href: has_lessons
            .then(|| renderer.href(&Route::ExamplesBy(Facet::Municipality(slug.clone())))),
        about: about(renderer),
        dataset: of_municipality(renderer, municipality),
    }
}

fn detailed(
    renderer: &Renderer<'_>,
    strips: &Strips<'_>,
    entry: Entry<'_>,
    latest: Option<Entry<'_>>,
) -> Detailed {
    let subject = Subject::new(renderer, entry);
    let key = &entry.evaluation.key;
    let statistics = renderer.materials.insights.statistics.get(&entry.edition.id);
    let extremes = statistics.and_then(|statistics| derive::extremes(entry, statistics));
    Detailed {
        year: key.year,
        edition: entry.edition.name.clone(),
        is_latest: latest.is_some_and(|latest| latest.evaluation.key == *key),
        href: renderer.href(&subject.page()),
        has_summary: entry.evaluation.summary.is_some(),
        profile: profile(&subject),
        areas: areas::areas(&subject, strips),
        learn: extremes.as_ref().map(|it| learn::learn(&subject, it)).unwrap_or_default(),
        extremes: extremes.as_ref().map(|it| areas::extremes(&subject, it)),
        notes: notes(&subject),
        provenance: provenance(&subject),
    }
}

/// What can be learnt from a municipality: its lessons of one kind.
fn lessons(renderer: &Renderer<'_>, history: &History<'_>, kind: LessonKind) -> Vec<LessonView> {
    of_kind(history, kind).map(|lesson| lesson_view(renderer.materials, lesson)).collect()
}

fn of_kind<'h, 'p>(history: &'h History<'p>, kind: LessonKind) -> impl Iterator<Item = &'h Lesson<'p>> {
    history.lessons.iter().filter(move |lesson| lesson.kind == kind)
}

/// Whom the reports about a municipality name, the latest report first.
fn named(renderer: &Renderer<'_>, history: &History<'_>) -> Vec<LessonView> {
    let lessons = history.entries().flat_map(|entry| renderer.materials.portal.lessons_of(entry));
    let referrals = lessons.filter(|lesson| lesson.kind == LessonKind::Referral);
    referrals.map(|lesson| lesson_view(renderer.materials, &lesson)).collect()
}

/// The stem of the page that says what the tool is.
const ABOUT: &str = "om";

fn about(renderer: &Renderer<'_>) -> Option<String> {
    let exists = renderer.materials.portal.pages.contains_key(ABOUT);
    exists.then(|| renderer.href(&Route::Text(ABOUT.to_owned())))
}
