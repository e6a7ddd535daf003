//! Where drafts end (P11): what is published is parted here from what a preview has
//! besides, and no later stage can tell that there was any of the latter.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Fault};
use crate::format::evaluation as file;
use crate::load::Document;
use crate::model::{Drafts, Evaluation, EvaluationKey, Portal, Publication};

/// Evaluations by municipality and year.
type Evaluations = BTreeMap<EvaluationKey, Evaluation>;

/// All evaluations, parted.
pub(super) struct Parted {
    /// What is published on the day of the build.
    pub published: Evaluations,
    /// What a preview has besides, or instead: drafts, and published evaluations with
    /// what is only proposed in them.
    pub held_back: Evaluations,
    /// Of what has been withdrawn, only the reason (P12).
    pub withdrawn: BTreeMap<EvaluationKey, String>,
}

/// Whether a record is published on the day `today`. A draft that has a day is a draft
/// on that day as well.
pub(super) fn publication(
    record: &Document<file::Evaluation>,
    today: Date,
    faults: &mut Vec<Diagnostic>,
) -> Publication {
    let day = record.value.publish_at.as_ref();
    let day = day.and_then(|day| super::field::date(record, day, faults));
    if let Some(written) = &record.value.publish_at
        && let Some(made) = day.and_then(|day| made_after(&record.value, day))
        && !record.value.draft
        && record.value.withdrawn.is_none()
    {
        let fault = Fault::PublishedBefore { day: written.get_ref().as_ref().to_owned(), made };
        faults.push(Diagnostic::new(fault, record.span(written)));
    }
    match day.filter(|day| *day > today) {
        _ if record.value.draft => Publication::Draft,
        Some(day) => Publication::Awaited(day),
        None => match &record.value.withdrawn {
            Some(reason) => Publication::Withdrawn(reason.get_ref().clone()),
            None => Publication::Published,
        },
    }
}

/// When the evaluation was made, its year and if it is known its month, if that is after `day`.
fn made_after(record: &file::Evaluation, day: Date) -> Option<String> {
    let year = i16::try_from(*record.year.get_ref()).ok()?;
    let month = record.month.as_ref().and_then(|month| i8::try_from(*month.get_ref()).ok());
    let is_after = (year, month.unwrap_or(1)) > (day.year(), day.month());
    is_after.then(|| month.map_or_else(|| year.to_string(), |month| format!("{year}-{month:02}")))
}

/// Parts what is published from what is not.
pub(super) fn parted(evaluations: Evaluations) -> Parted {
    let mut parted =
        Parted { published: BTreeMap::new(), held_back: BTreeMap::new(), withdrawn: BTreeMap::new() };
    for (key, evaluation) in evaluations {
        if let Publication::Withdrawn(reason) = evaluation.publication {
            parted.withdrawn.insert(key, reason);
        } else if evaluation.publication.is_draft() {
            parted.held_back.insert(key, evaluation);
        } else if evaluation.has_proposals() {
            parted.published.insert(key.clone(), evaluation.clone().without_proposals());
            parted.held_back.insert(key, evaluation);
        } else {
            parted.published.insert(key, evaluation);
        }
    }
    parted
}

/// The portal as it would be with all that is held back; nothing when that is nothing,
/// so that a portal without drafts is never copied.
pub(super) fn preview(published: &Portal, held_back: Evaluations) -> Option<Portal> {
    if held_back.is_empty() {
        return None;
    }
    let mut preview = Portal { drafts: Drafts::Shown, ..published.clone() };
    preview.evaluations.extend(held_back);
    Some(preview)
}
