//! The page of an evaluation.

use serde::Serialize;

use crate::derive::Entry;
use crate::diagnostic::Diagnostic;
use crate::model::{EvaluationKey, Slug, Year};
use crate::render::part::details::Fragments;
use crate::render::part::frame::{Frame, frame};
use crate::render::part::headline::{Headline, headline};
use crate::render::part::identity::{Identity, identity};
use crate::render::part::passages::{Passages, passages};
use crate::render::part::profile::{Profile, profile};
use crate::render::part::provenance::{Provenance, provenance};
use crate::render::part::search_field::{Preset, in_municipality};
use crate::render::part::subject::Subject;
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::Route;

/// What the page of an evaluation shows.
#[derive(Debug, Serialize)]
pub struct EvaluationPage {
    frame: Frame,
    municipality: Identity,
    headline: Headline,
    profile: Option<Profile>,
    details: Html,
    passages: Passages,
    provenance: Provenance,
    /// A search in what is about the municipality.
    search: Preset,
    /// The municipality's page.
    overview: String,
}

/// The view of the evaluation of a municipality in a year.
///
/// # Errors
/// When the template of the details has a fault.
pub fn view(
    renderer: &Renderer<'_>,
    slug: &Slug,
    year: Year,
    fragments: &mut Fragments,
) -> Result<Option<EvaluationPage>, Box<Diagnostic>> {
    let Some(subject) = entry(renderer, slug, year).and_then(|entry| Subject::of(renderer, entry)) else {
        return Ok(None);
    };
    let details = fragments.details(&subject)?;
    Ok(page(&subject, details))
}

fn page(subject: &Subject<'_>, details: Html) -> Option<EvaluationPage> {
    let Subject { renderer, entry, .. } = *subject;
    let overview = renderer.href(&Route::Municipality(entry.municipality.slug.clone()));
    let via = vec![Link { name: entry.municipality.name.clone(), href: overview.clone() }];
    Some(EvaluationPage {
        frame: frame(renderer, &subject.page(), via),
        municipality: identity(renderer, entry.municipality),
        headline: headline(renderer, entry)?,
        profile: profile(subject),
        details,
        passages: passages(subject),
        provenance: provenance(subject),
        search: in_municipality(renderer, &entry.municipality.slug),
        overview,
    })
}

fn entry<'a>(renderer: &Renderer<'a>, slug: &Slug, year: Year) -> Option<Entry<'a>> {
    let municipality = renderer.materials.insights.by_slug.get(slug)?;
    let key = EvaluationKey { code: municipality.code.clone(), year };
    Some(Entry { municipality, evaluation: renderer.materials.portal.evaluations.get(&key)? })
}
