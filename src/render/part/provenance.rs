//! Where an evaluation comes from: source, evaluators, facts and files.

use serde::Serialize;

use super::correction::{CorrectionView, without_place};
use super::subject::Subject;
use super::value::Source;
use crate::language;
use crate::model::{Evaluation, Evaluator, Fact};
use crate::route::Route;

/// Source, people, short facts and downloads of one evaluation.
#[derive(Debug, Serialize)]
pub(crate) struct Provenance {
    year: u16,
    interviews: Option<String>,
    cover_date: Option<String>,
    evaluators: Option<String>,
    source: Source,
    /// Date of the last change (P9).
    updated: Option<String>,
    /// Corrections that stand beside no value of the page (P9).
    corrections: Vec<CorrectionView>,
    /// Short facts that the source gives of the municipality.
    facts: Vec<FactView>,
    /// The original report.
    report: Option<ReportLink>,
    /// The evaluation as data.
    data: String,
}

/// A short fact.
#[derive(Debug, Serialize)]
pub(crate) struct FactView {
    label: String,
    value: String,
}

/// The original report as a file.
#[derive(Debug, Serialize)]
pub(crate) struct ReportLink {
    href: String,
    /// Its kind, such as `PDF`.
    kind: String,
    size: String,
}

/// The provenance of an evaluation.
pub(crate) fn provenance(subject: &Subject<'_>) -> Provenance {
    let evaluation = subject.entry.evaluation;
    let data = Route::EvaluationData(subject.entry.municipality.slug.clone(), evaluation.key.year);
    Provenance {
        year: evaluation.key.year,
        interviews: evaluation.interviews.map(|count| language::format_count(count.into())),
        cover_date: evaluation.cover_date.map(language::format_date_long),
        evaluators: evaluators(evaluation),
        source: (&evaluation.source).into(),
        updated: evaluation.updated.map(language::format_date_long),
        corrections: without_place(subject),
        facts: evaluation.facts.iter().map(fact).collect(),
        report: report(subject),
        data: subject.renderer.href(&data),
    }
}

fn fact(fact: &Fact) -> FactView {
    FactView { label: fact.label.clone(), value: fact.value.clone() }
}

/// "A (konsult, X), B och C", where the source names anybody (P7).
fn evaluators(evaluation: &Evaluation) -> Option<String> {
    let names: Vec<_> = evaluation
        .evaluators
        .iter()
        .map(|Evaluator { name, role, organisation }| {
            let more: Vec<_> = role.iter().chain(organisation).map(String::as_str).collect();
            if more.is_empty() { name.clone() } else { format!("{name} ({})", more.join(", ")) }
        })
        .collect();
    (!names.is_empty()).then(|| language::join_and(&names))
}

fn report(subject: &Subject<'_>) -> Option<ReportLink> {
    let report = subject.entry.evaluation.report.as_ref()?;
    let slug = subject.entry.municipality.slug.clone();
    let route = Route::Report(slug, subject.entry.evaluation.key.year, report.name.clone());
    let kind = report.name.rsplit('.').next().unwrap_or_default().to_uppercase();
    let size = language::format_bytes(u64::try_from(report.bytes.len()).unwrap_or(u64::MAX));
    Some(ReportLink { href: subject.renderer.href(&route), kind, size })
}
