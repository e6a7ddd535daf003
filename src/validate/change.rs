//! Corrections of published values.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::known::Known;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::change as file;
use crate::load::{Document, Raw};
use crate::model::{Change, Evaluation, EvaluationKey};

/// The corrections, the latest first; each is about an evaluation that is published.
pub(super) fn changes(
    raw: &Raw,
    known: &Known,
    evaluations: &BTreeMap<EvaluationKey, Evaluation>,
    held_back: &BTreeMap<EvaluationKey, Evaluation>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Change> {
    let Some(document) = &raw.changes else { return Vec::new() };
    let mut changes = Vec::new();
    for written in &document.value.changes {
        let Some(change) = change(document, written, known, faults) else { continue };
        let key = &change.evaluation;
        if !evaluations.contains_key(key) {
            let (municipality, year) = (written.municipality.get_ref().clone(), key.year.to_string());
            let fault = if held_back.contains_key(key) {
                Some(Fault::DraftCorrected { municipality, year })
            } else {
                (!has_record(raw, known, key)).then_some(Fault::UnknownEvaluation { municipality, year })
            };
            faults.extend(fault.map(|fault| Diagnostic::new(fault, document.span(&written.year))));
        }
        changes.push(change);
    }
    changes.sort_by_key(|change| Reverse(change.date));
    changes
}

fn change(
    document: &Document<file::Changes>,
    change: &file::Change,
    known: &Known,
    faults: &mut Vec<Diagnostic>,
) -> Option<Change> {
    let date = super::field::past_date(document, &change.date, known.today, faults);
    let span = document.span(&change.municipality);
    let municipality = known.municipality(change.municipality.get_ref(), span, faults)?;
    Some(Change {
        date: date?,
        evaluation: EvaluationKey { code: municipality.code.clone(), year: *change.year.get_ref() },
        what: change.what.clone(),
        old: change.old.clone(),
        new: change.new.clone(),
        reason: change.reason.clone(),
    })
}

/// Whether the evaluation has a record. One with faults counts as well: it is not
/// part of the portal then, but that is reported already and no fault of the
/// correction.
fn has_record(raw: &Raw, known: &Known, evaluation: &EvaluationKey) -> bool {
    let Some(municipality) = known.municipalities.get(&evaluation.code) else { return false };
    let slug = &municipality.slug.0;
    let year = evaluation.year.to_string();
    raw.undecoded.contains(slug) || raw.evaluations.iter().any(|it| it.slug == *slug && it.year == year)
}
