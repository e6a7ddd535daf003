//! Corrections of published values (P9).

use std::collections::BTreeMap;

use toml::Spanned;

use super::field::{at_most, joined};
use super::known::{Known, folder};
use super::quantity::Quantity;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::change as file;
use crate::format::evaluation::Missing;
use crate::language;
use crate::load::{Document, Raw};
use crate::model::{
    Absence, Change, Corrected, Edition, Evaluation, EvaluationKey, Measure, Score, SubAreaNumber,
};

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
        let Some(key) = evaluation_key(document, written, known, faults) else { continue };
        if !evaluations.contains_key(&key) {
            let (municipality, year) = (written.municipality.get_ref().clone(), key.year.to_string());
            let fault = if held_back.contains_key(&key) {
                Some(Fault::DraftCorrected { municipality, year })
            } else {
                (!has_record(raw, known, &key)).then_some(Fault::UnknownEvaluation { municipality, year })
            };
            faults.extend(fault.map(|fault| Diagnostic::new(fault, document.span(&written.year))));
        }
        let edition = evaluations.get(&key).and_then(|it| known.editions.get(&it.edition));
        let date = super::field::past_date(document, &written.date, known.today, faults);
        let corrected = corrected(document, written, edition, faults);
        let Some((date, corrected)) = date.zip(corrected) else { continue };
        changes.push((Change { date, evaluation: key, corrected, reason: written.reason.clone() }, written));
    }
    // A stable sort: of two on one day, the one further down is the later one.
    changes.sort_by_key(|(change, _)| change.date);
    follow_each_other(document, &changes, evaluations, known, faults);
    changes.into_iter().rev().map(|(change, _)| change).collect()
}

fn evaluation_key(
    document: &Document<file::Changes>,
    change: &file::Change,
    known: &Known,
    faults: &mut Vec<Diagnostic>,
) -> Option<EvaluationKey> {
    let span = document.span(&change.municipality);
    let municipality = known.municipality(change.municipality.get_ref(), span, faults)?;
    Some(EvaluationKey { code: municipality.code.clone(), year: *change.year.get_ref() })
}

/// What a correction is about: a score of `edition`, or what words say. A score of an
/// evaluation that has been withdrawn or has faults, and so no `edition` here, cannot be
/// looked at.
fn corrected(
    document: &Document<file::Changes>,
    change: &file::Change,
    edition: Option<&Edition>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Corrected> {
    let (given, at) = match (&change.value, &change.what) {
        (Some(value), None) => return corrected_score(document, value, change, edition?, faults),
        (None, Some(what)) => {
            if change.old.get_ref().trim() == change.new.get_ref().trim() {
                faults.push(nothing_corrected(document, change));
                return None;
            }
            return Some(Corrected::Other {
                what: what.get_ref().clone(),
                old: change.old.get_ref().clone(),
                new: change.new.get_ref().clone(),
            });
        }
        (Some(_), Some(what)) => ("both", document.span(what)),
        (None, None) => ("neither", document.span(&change.municipality)),
    };
    faults.push(Diagnostic::new(Fault::CorrectionSubject { given: given.to_owned() }, at));
    None
}

fn corrected_score(
    document: &Document<file::Changes>,
    value: &Spanned<String>,
    change: &file::Change,
    edition: &Edition,
    faults: &mut Vec<Diagnostic>,
) -> Option<Corrected> {
    let Some((of, quantity, maximum)) = score_key(value.get_ref(), edition) else {
        faults.push(Diagnostic::new(unknown_score(value.get_ref(), edition), document.span(value)));
        return None;
    };
    let mut read = |written: &Spanned<String>| match absence(written.get_ref()) {
        Some(absence) => Some(Score::Absent(absence)),
        None if language::parse_points(written.get_ref()).is_some() => {
            at_most(document, written, &quantity, maximum, faults).map(Score::Points)
        }
        None => {
            let fault = Fault::CorrectionScore { found: written.get_ref().clone() };
            faults.push(Diagnostic::new(fault, document.span(written)));
            None
        }
    };
    let (old, new) = (read(&change.old), read(&change.new));
    let (old, new) = (old?, new?);
    if is_same(old, new) {
        faults.push(nothing_corrected(document, change));
        return None;
    }
    Some(Corrected::Score { of, old, new })
}

fn nothing_corrected(document: &Document<file::Changes>, change: &file::Change) -> Diagnostic {
    let fault = Fault::CorrectionSame { value: change.new.get_ref().clone() };
    Diagnostic::new(fault, document.span(&change.new))
}

/// The score that `value` names, and the most points that it can have.
fn score_key(value: &str, edition: &Edition) -> Option<(Measure, Quantity, u16)> {
    if value == Measure::TOTAL {
        return Some((Measure::Total, Quantity::Total, edition.maximum()));
    }
    if let Some(number) = SubAreaNumber::parse(value) {
        let maximum = edition.sub_area(number)?.maximum;
        return Some((Measure::SubArea(number), Quantity::sub_area(number), maximum.into()));
    }
    let area = edition.areas.iter().find(|area| area.number.to_string() == value)?;
    Some((Measure::Area(area.number), Quantity::area(area.number), area.maximum))
}

/// A score that `edition` does not have; names the sub-areas of the area it seems to be in.
fn unknown_score(found: &str, edition: &Edition) -> Fault {
    let area = found.split('.').next().and_then(|area| edition.area(area.parse().ok()?));
    let sub_areas = area.or(edition.areas.first()).map(|area| &area.sub_areas[..]).unwrap_or_default();
    Fault::UnknownScore {
        found: found.to_owned(),
        edition: edition.id.to_string(),
        areas: format!("1–{}", edition.areas.len()),
        sub_areas: joined(sub_areas.iter().map(|it| it.number)),
    }
}

/// The kinds of absence that a record declares, as it writes them.
fn absence(written: &str) -> Option<Absence> {
    let kinds = [Missing::NotPublished, Missing::Unreadable].map(super::score::absence);
    kinds.into_iter().find(|kind| kind.name() == written)
}

/// Objects to corrections of one score that do not begin with what the one before has made
/// of it, or whose last is not what the record says. `changes` are in the order of their
/// days.
fn follow_each_other(
    document: &Document<file::Changes>,
    changes: &[(Change, &file::Change)],
    evaluations: &BTreeMap<EvaluationKey, Evaluation>,
    known: &Known,
    faults: &mut Vec<Diagnostic>,
) {
    let mut latest = BTreeMap::new();
    for (change, written) in changes {
        let Corrected::Score { of, old, new } = change.corrected else { continue };
        let former = latest.insert((&change.evaluation, of), (change.date, new, *written));
        if let Some((date, made, before)) = former
            && !is_same(made, old)
        {
            let fault = Fault::CorrectionGap {
                score: of.to_string(),
                old: written.old.get_ref().clone(),
                new: before.new.get_ref().clone(),
                date: language::format_date_iso(date),
            };
            faults.push(Diagnostic::new(fault, document.span(&written.old)));
        }
    }
    for ((key, of), (_, new, written)) in latest {
        let Some(record) = evaluations.get(key).and_then(|evaluation| evaluation.score(of)) else { continue };
        if !is_same(record, new) {
            let fault = Fault::CorrectionRecord {
                score: of.to_string(),
                new: written.new.get_ref().clone(),
                record: shown(record),
                file: record_file(known, key),
            };
            faults.push(Diagnostic::new(fault, document.span(&written.new)));
        }
    }
}

/// Whether two scores are printed alike: 27 and 27,0 are not.
fn is_same(one: Score, other: Score) -> bool {
    shown(one) == shown(other)
}

/// Where the record of an evaluation lies.
fn record_file(known: &Known, evaluation: &EvaluationKey) -> String {
    let slug = known.municipalities.get(&evaluation.code).map(|it| it.slug.0.as_str());
    format!("{}/evaluation.toml", folder(slug.unwrap_or_default(), &evaluation.year.to_string()))
}

/// A score as a record has it.
fn shown(score: Score) -> String {
    match score {
        Score::Points(points) => language::format_points(points),
        Score::Absent(absence) => absence.name().to_owned(),
    }
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
