//! Raw → Portal: every rule that content has to keep, all faults in one run.
//!
//! Files are checked in the order in which they depend on each other: site,
//! editions, register, then everything that refers to them, and links last,
//! when it is known which pages there will be.

mod accessibility;
mod beside;
mod change;
mod draft;
mod edition;
mod evaluation;
mod field;
mod html;
mod introduction;
mod known;
mod licence;
mod link;
mod narrative;
mod page;
mod printed;
mod quantity;
mod reference;
mod register;
mod review;
mod score;
mod shape;
mod site;
mod synonym;
mod text;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use self::draft::Parted;
use self::known::Known;
use self::link::Links;
pub use self::review::{Review, drafts, reviews};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::load::{self, Raw};
use crate::model::{
    Code, Drafts, Edition, EditionId, Evaluation, EvaluationKey, Municipality, Portal, SiteMetadata,
};
use crate::route::Route;

/// Checks the content against every rule. `today` decides what is published already, which
/// texts are due for review, what has not happened yet, and which evaluations are old.
///
/// Drafts are checked like everything else, whether they are in the portal or not, so
/// that there are the same faults either way.
pub fn validate(raw: &Raw, today: Date, drafts: Drafts) -> Outcome<Portal> {
    let mut faults = Vec::new();
    let mut links = Links::default();
    let editions = edition::editions(&raw.editions, &mut faults);
    if faults.iter().any(Diagnostic::is_error) {
        links.doubt_editions();
    }
    if raw.has_faulty_statement {
        links.doubt(&Route::Accessibility);
    }
    let mut register_faults = Vec::new();
    let municipalities = register::municipalities(&raw.municipalities, &raw.groups, &mut register_faults);
    if !register_faults.is_empty() {
        links.doubt(&Route::Municipalities);
    }
    let sound = register_faults.is_empty().then_some(&municipalities);
    let shapes = shape::shapes(raw.shapes.as_ref(), sound, &mut faults);
    faults.extend(register_faults);
    let site = site::site(&raw.site, &mut links, &mut faults);
    let folders = raw.evaluations.iter().map(|it| known::folder(&it.slug, &it.year));
    let known = Known::new(today, editions, municipalities, folders.collect());
    let means = reference::means(raw.references.as_ref(), &known, &mut faults);
    let evaluations = evaluations(raw, &known, &mut links, &mut faults);
    let Parted { published: evaluations, held_back, withdrawn } = draft::parted(evaluations);
    let pages = page::pages(raw, today, &mut links, &mut faults);
    let introductions = introduction::introductions(raw, &mut links, &mut faults);
    let mut changes = change::changes(raw, &known, &evaluations, &held_back, &mut faults);
    changes.retain(|change| !withdrawn.contains_key(&change.evaluation));
    let accessibility = raw.accessibility.as_ref();
    let accessibility = accessibility.map(|it| accessibility::statement(it, today, &mut faults));
    let updated = site::updated(raw, &changes, accessibility.as_ref(), today, &mut faults);
    let site = SiteMetadata { updated, ..site };
    let synonyms = synonym::synonyms(raw.synonyms.as_ref(), &mut faults);
    let Known { editions, municipalities, .. } = known;
    let published = Portal {
        site,
        editions,
        municipalities,
        shapes,
        evaluations,
        withdrawn,
        means,
        changes,
        synonyms,
        accessibility,
        pages,
        introductions,
        drafts: Drafts::Hidden,
    };
    let preview = draft::preview(&published, held_back);
    links.check(&published, preview.as_ref(), &mut faults);
    let portal = match drafts {
        Drafts::Hidden => published,
        Drafts::Shown => Portal { drafts, ..preview.unwrap_or(published) },
    };
    let is_whole = raw.undecoded.is_empty() && !raw.has_faulty_statement;
    let is_complete = is_whole && !faults.iter().any(Diagnostic::is_error);
    Outcome { value: is_complete.then_some(portal), faults }
}

/// Editions by id, and the register by kommunkod.
pub type Reference = (BTreeMap<EditionId, Edition>, BTreeMap<Code, Municipality>);

/// Checks only what evaluations refer to.
pub fn reference(raw: &load::Reference) -> Outcome<Reference> {
    let mut faults = Vec::new();
    let editions = edition::editions(&raw.editions, &mut faults);
    let municipalities = register::municipalities(&raw.municipalities, &raw.groups, &mut faults);
    Outcome::new((editions, municipalities), faults)
}

/// All evaluations, checked in parallel.
fn evaluations(
    raw: &Raw,
    known: &Known,
    links: &mut Links,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<EvaluationKey, Evaluation> {
    let checked: Vec<_> = raw
        .evaluations
        .par_iter()
        .with_max_len(crate::parallel::BATCH)
        .map(|raw| evaluation::evaluation(raw, known))
        .collect();
    raw.undecoded.iter().for_each(|slug| links.doubt_record(slug));
    evaluation::ordinals(&raw.evaluations, faults);
    let settings = &raw.site.value;
    let mut evaluations = BTreeMap::new();
    for (raw, outcome) in raw.evaluations.iter().zip(checked) {
        if outcome.value.is_none() || outcome.faults.iter().any(Diagnostic::is_error) {
            links.doubt_record(&raw.slug);
        }
        if let Some((mut evaluation, found)) = outcome.collect(faults) {
            if !settings.people {
                evaluation.evaluators.clear();
            }
            links.extend_of(&evaluation.publication, found);
            evaluations.insert(evaluation.key.clone(), evaluation);
        }
    }
    beside::misplaced_reports(faults);
    evaluations
}
