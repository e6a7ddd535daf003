//! The page of a municipality.

use serde::Serialize;

use crate::derive::{Entry, History, Occasion};
use crate::diagnostic::Diagnostic;
use crate::language;
use crate::model::{Absence, Evaluation, Facet, LessonKind, Municipality, Slug};
use crate::render::part::details::Fragments;
use crate::render::part::frame::{Frame, frame};
use crate::render::part::headline::{Headline, headline};
use crate::render::part::identity::{Identity, identity};
use crate::render::part::lessons::{LessonView, lesson_view};
use crate::render::part::profile::{Profile, profile};
use crate::render::part::provenance::{Provenance, provenance};
use crate::render::part::search_field::{Preset, in_municipality};
use crate::render::part::subject::Subject;
use crate::render::part::value::{Value, month};
use crate::render::renderer::{Materials, Renderer};
use crate::render::template::Html;
use crate::route::Route;

/// What the page of a municipality shows.
#[derive(Debug, Serialize)]
pub struct MunicipalityPage {
    frame: Frame,
    municipality: Identity,
    /// The latest evaluation (P1); none for a municipality that is only
    /// referred to (P8).
    headline: Option<Headline>,
    /// What stands in its place then.
    no_total: Value,
    /// The latest evaluation that has details (P1).
    detailed: Option<Detailed>,
    /// The latest first.
    history: Vec<HistoryRow>,
    /// Whether the history spans more than one edition.
    mixed_editions: bool,
    /// What its own reports call a good example.
    examples: Vec<LessonView>,
    /// What other municipalities' reports say there is to learn from it.
    advice: Vec<LessonView>,
    /// A search in what is about it.
    search: Preset,
    /// All there is to learn from it, as a list of its own.
    lessons_href: Option<String>,
}

/// An evaluation that the page shows in full.
#[derive(Debug, Serialize)]
pub struct Detailed {
    year: u16,
    edition: String,
    /// Whether it is the one in the headline.
    is_latest: bool,
    profile: Option<Profile>,
    details: Html,
    provenance: Provenance,
}

/// One year in a municipality's history.
#[derive(Debug, Serialize)]
pub struct HistoryRow {
    year: u16,
    month: String,
    /// The page of the evaluation, if its result is in the portal.
    href: Option<String>,
    edition: Option<String>,
    inferred: bool,
    total: Option<Value>,
    maximum: Option<String>,
}

/// The view of the page of the municipality with this slug.
///
/// # Errors
/// When the template of the details has a fault.
pub fn view(
    renderer: &Renderer<'_>,
    slug: &Slug,
    fragments: &mut Fragments,
) -> Result<Option<MunicipalityPage>, Box<Diagnostic>> {
    let Materials { portal, insights, .. } = renderer.materials;
    let municipality = insights.by_slug.get(slug);
    let history = municipality.and_then(|it| insights.histories.get(&it.code));
    let Some((municipality, history)) = municipality.zip(history) else { return Ok(None) };
    let latest = history.evaluations().next();
    let shown = portal.detailed_evaluation_of(&municipality.code).or(latest);
    let detailed = shown.and_then(|evaluation| Subject::of(renderer, Entry { municipality, evaluation }));
    let detailed = detailed.map(|subject| detailed_view(&subject, latest, fragments)).transpose()?;
    Ok(Some(page(renderer, municipality, history, detailed)))
}

fn detailed_view(
    subject: &Subject<'_>,
    latest: Option<&Evaluation>,
    fragments: &mut Fragments,
) -> Result<Detailed, Box<Diagnostic>> {
    let key = &subject.entry.evaluation.key;
    Ok(Detailed {
        year: key.year,
        edition: subject.edition.name.clone(),
        is_latest: latest.is_some_and(|latest| latest.key == *key),
        profile: profile(subject),
        details: fragments.details(subject)?,
        provenance: provenance(subject),
    })
}

fn page(
    renderer: &Renderer<'_>,
    municipality: &Municipality,
    history: &History<'_>,
    detailed: Option<Detailed>,
) -> MunicipalityPage {
    let slug = &municipality.slug;
    let latest = history.evaluations().next().map(|evaluation| Entry { municipality, evaluation });
    let has_lessons = !history.lessons.is_empty();
    MunicipalityPage {
        frame: frame(renderer, &Route::Municipality(slug.clone()), Vec::new()),
        municipality: identity(renderer, municipality),
        headline: latest.and_then(|entry| headline(renderer, entry)),
        no_total: Value::absent(Absence::NoEvaluation),
        detailed,
        history: history.occasions.iter().map(|it| history_row(renderer, slug, *it)).collect(),
        mixed_editions: has_mixed_editions(history),
        examples: lessons(renderer, history, LessonKind::Own),
        advice: lessons(renderer, history, LessonKind::Referral),
        search: in_municipality(renderer, slug),
        lessons_href: has_lessons
            .then(|| renderer.href(&Route::ExamplesBy(Facet::Municipality(slug.clone())))),
    }
}

fn has_mixed_editions(history: &History<'_>) -> bool {
    let editions = || history.occasions.iter().map(|occasion| occasion.evaluation().map(|it| &it.edition));
    editions().any(|edition| Some(edition) != editions().next())
}

fn history_row(renderer: &Renderer<'_>, slug: &Slug, occasion: Occasion<'_>) -> HistoryRow {
    let evaluation = occasion.evaluation();
    let edition = evaluation.and_then(|it| renderer.materials.portal.editions.get(&it.edition));
    let year = occasion.year();
    HistoryRow {
        year,
        month: month(year, evaluation.and_then(|it| it.month)),
        href: evaluation.map(|_| renderer.href(&Route::Evaluation(slug.clone(), year))),
        edition: edition.map(|edition| edition.name.clone()),
        inferred: evaluation.is_some_and(|it| it.basis.is_inferred()),
        total: evaluation.map(|it| it.total().into()),
        maximum: edition.map(|edition| language::format_count(edition.maximum().into())),
    }
}

/// What there is to learn from a municipality, of one kind.
fn lessons(renderer: &Renderer<'_>, history: &History<'_>, kind: LessonKind) -> Vec<LessonView> {
    let of_kind = history.lessons.iter().filter(|lesson| lesson.kind == kind);
    of_kind.map(|lesson| lesson_view(renderer.materials, lesson)).collect()
}
