//! The page of an evaluation.

use serde::Serialize;

use crate::model::Entry;
use crate::render::part::dataset::{Dataset, of_evaluation};
use crate::render::part::details::{DetailsView, details};
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
use crate::route::Route;

/// What the page of an evaluation shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    municipality: Identity,
    headline: Headline,
    profile: Option<Profile>,
    /// What `details.html` shows, which the page includes.
    #[serde(flatten)]
    details: DetailsView,
    passages: Passages,
    provenance: Provenance,
    dataset: Dataset,
    /// A search in what is about the municipality.
    search: Preset,
    /// The municipality's page.
    overview: String,
}

/// The view of the page of an evaluation.
pub(crate) fn view(renderer: &Renderer<'_>, entry: Entry<'_>) -> View {
    let subject = Subject::new(renderer, entry);
    let municipality = entry.municipality;
    let overview = renderer.href(&Route::Municipality(municipality.slug.clone()));
    let via = vec![Link { name: municipality.name.clone(), href: overview.clone() }];
    View {
        frame: frame(renderer, &Route::of(entry), via),
        municipality: identity(renderer, municipality),
        headline: headline(renderer, entry),
        profile: profile(&subject),
        details: details(&subject),
        passages: passages(&subject),
        provenance: provenance(&subject),
        dataset: of_evaluation(renderer, entry),
        search: in_municipality(renderer, &municipality.slug),
        overview,
    }
}
