//! The page of a municipality.

use serde::Serialize;

use crate::derive::{History, Occasion};
use crate::diagnostic::Diagnostic;
use crate::language;
use crate::model::{Absence, Entry, Facet, LessonKind, Municipality};
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
pub(crate) struct View {
    frame: Frame,
    municipality: Identity,
    /// The latest evaluation (P1); none for a municipality that is only
    /// referred to (P8).
    headline: Option<Headline>,
    /// Where the municipality has no evaluation: what the page says in its place.
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
pub(crate) struct Detailed {
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
pub(crate) struct HistoryRow {
    year: u16,
    month: String,
    /// The page of the evaluation, if its result is in the portal.
    href: Option<String>,
    edition: Option<String>,
    inferred: bool,
    /// Whether it is a draft, which only a preview shows.
    draft: bool,
    total: Option<Value>,
    maximum: Option<String>,
}

/// The view of the page of a municipality.
///
/// # Errors
/// When the template of the details has a fault.
pub(crate) fn view(
    renderer: &Renderer<'_>,
    municipality: &Municipality,
    fragments: &mut Fragments,
) -> Result<View, Box<Diagnostic>> {
    let Materials { portal, insights, .. } = renderer.materials;
    let history = insights.history(municipality);
    let slug = &municipality.slug;
    let latest = history.entries().next();
    let shown = portal.detailed_entry_of(municipality).or(latest);
    let has_lessons = !history.lessons.is_empty();
    Ok(View {
        frame: frame(renderer, &Route::Municipality(slug.clone()), Vec::new()),
        municipality: identity(renderer, municipality),
        headline: latest.map(|entry| headline(renderer, entry)),
        no_total: Value::absent(Absence::NoEvaluation),
        detailed: shown.map(|entry| detailed(renderer, entry, latest, fragments)).transpose()?,
        history: history.occasions.iter().map(|it| history_row(renderer, *it)).collect(),
        mixed_editions: has_mixed_editions(history),
        examples: lessons(renderer, history, LessonKind::Own),
        advice: lessons(renderer, history, LessonKind::Referral),
        search: in_municipality(renderer, slug),
        lessons_href: has_lessons
            .then(|| renderer.href(&Route::ExamplesBy(Facet::Municipality(slug.clone())))),
    })
}

fn detailed(
    renderer: &Renderer<'_>,
    entry: Entry<'_>,
    latest: Option<Entry<'_>>,
    fragments: &mut Fragments,
) -> Result<Detailed, Box<Diagnostic>> {
    let subject = Subject::new(renderer, entry);
    let key = &entry.evaluation.key;
    Ok(Detailed {
        year: key.year,
        edition: entry.edition.name.clone(),
        is_latest: latest.is_some_and(|latest| latest.evaluation.key == *key),
        profile: profile(&subject),
        details: fragments.details(&subject)?,
        provenance: provenance(&subject),
    })
}

fn has_mixed_editions(history: &History<'_>) -> bool {
    let editions = || history.occasions.iter().map(|occasion| occasion.entry().map(|it| &it.edition.id));
    editions().any(|edition| Some(edition) != editions().next())
}

fn history_row(renderer: &Renderer<'_>, occasion: Occasion<'_>) -> HistoryRow {
    let entry = occasion.entry();
    let year = occasion.year();
    HistoryRow {
        year,
        month: month(year, entry.and_then(|it| it.evaluation.month)),
        href: entry.map(|it| renderer.href(&Route::of(it))),
        edition: entry.map(|it| it.edition.name.clone()),
        inferred: entry.is_some_and(|it| it.evaluation.basis.is_inferred()),
        draft: entry.is_some_and(|it| it.evaluation.publication.is_draft()),
        total: entry.map(|it| it.evaluation.total().into()),
        maximum: entry.map(|it| language::format_count(it.edition.maximum().into())),
    }
}

/// What can be learnt from a municipality: its lessons of one kind.
fn lessons(renderer: &Renderer<'_>, history: &History<'_>, kind: LessonKind) -> Vec<LessonView> {
    let of_kind = history.lessons.iter().filter(|lesson| lesson.kind == kind);
    of_kind.map(|lesson| lesson_view(renderer.materials, lesson)).collect()
}
