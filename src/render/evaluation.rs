//! The page of an evaluation, and the headline it shares with its
//! municipality's page.

use serde::Serialize;

use super::chart::bar;
use super::frame::{Frame, frame};
use super::municipality::{Identity, identity};
use super::passages::{Passages, passages};
use super::profile::{Profile, profile};
use super::provenance::{Provenance, provenance};
use super::search::{Preset, in_municipality};
use super::subject::Subject;
use super::template::Html;
use super::view::{Link, Source, Value, month};
use super::{Fragments, Renderer};
use crate::derive::Entry;
use crate::diagnostic::Diagnostic;
use crate::language;
use crate::model::{EvaluationKey, Mean, Slug, Year};
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

/// The result in one sentence (P1).
#[derive(Debug, Serialize)]
pub struct Headline {
    /// The total that counts.
    pub total: Value,
    /// Points there are to get.
    pub maximum: String,
    /// Year.
    pub year: u16,
    /// Month and year, or the year.
    pub month: String,
    /// Name of the edition.
    pub edition: String,
    /// Whether the edition is a conclusion of the portal.
    pub inferred: bool,
    /// Which evaluation in order, from 1.
    pub ordinal: Option<u8>,
    /// Bar of the total on the full scale.
    pub bar: Option<Html>,
    /// The published mean total of the edition.
    pub mean: Option<MeanView>,
    /// Total minus mean, signed.
    pub difference: Option<String>,
    /// Where the figures come from.
    pub source: Source,
    /// The page of the evaluation.
    pub href: String,
    /// The same with its host, to quote.
    pub url: String,
}

/// A published mean, never without population and date.
#[derive(Debug, Serialize)]
pub struct MeanView {
    /// The mean total.
    pub total: Option<String>,
    /// Id of the edition it belongs to, which names a year.
    pub edition: String,
    /// Which municipalities it is the mean of.
    pub population: String,
    /// When.
    pub as_of: String,
    /// Where it was published.
    pub source: Source,
}

/// The view of a published mean.
pub fn mean(mean: &Mean) -> MeanView {
    MeanView {
        total: mean.total.map(language::format_points),
        edition: mean.edition.to_string(),
        population: mean.population.clone(),
        as_of: month(mean.year, mean.month),
        source: (&mean.source).into(),
    }
}

/// The headline of an evaluation.
pub fn headline(renderer: &Renderer<'_>, entry: Entry<'_>) -> Option<Headline> {
    let Entry { municipality, evaluation } = entry;
    let portal = renderer.materials.portal;
    let edition = portal.editions.get(&evaluation.edition)?;
    let means = portal.means.iter().filter(|mean| mean.edition == edition.id);
    let reference = means.into_iter().find(|mean| mean.total.is_some());
    let points = evaluation.total().points();
    let mean_total = reference.and_then(|mean| mean.total);
    let page = Route::Evaluation(municipality.slug.clone(), evaluation.key.year);
    Some(Headline {
        total: evaluation.total().into(),
        maximum: language::format_count(edition.maximum().into()),
        year: evaluation.key.year,
        month: month(evaluation.key.year, evaluation.month),
        edition: edition.name.clone(),
        inferred: evaluation.basis.is_inferred(),
        ordinal: evaluation.ordinal,
        bar: points.map(|points| bar(points, mean_total, edition.maximum()).into()),
        mean: reference.map(mean),
        difference: points.zip(mean_total).map(|(points, mean)| language::format_difference(points - mean)),
        source: (&evaluation.source).into(),
        href: renderer.href(&page),
        url: page.url(renderer.materials.base),
    })
}
