//! Corrections as pages tell them (P9): each in the log, and beside the value where the
//! page of its evaluation shows that.

use serde::Serialize;

use super::subject::Subject;
use super::value::Value;
use crate::language;
use crate::model::{AreaResult, Change, Corrected, Edition, Entry, Measure, Portal};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// One correction. What it is about is the text `corrected-what`, chosen by `kind`, with
/// `number` and `name`.
#[derive(Debug, Serialize)]
pub(crate) struct CorrectionView {
    date: String,
    iso_date: String,
    /// `total`, `area`, `sub-area`, or `other` for what is no score.
    kind: &'static str,
    /// The number of the area or sub-area; empty for the others.
    number: String,
    /// Its name, or what `other` is about.
    name: String,
    old: Value,
    new: Value,
    reason: String,
}

impl CorrectionView {
    /// A correction of an evaluation by `edition`.
    pub(crate) fn new(change: &Change, edition: &Edition) -> Self {
        let words =
            |text: &str| Value { text: text.to_owned(), absence: None, computed: false, corrected: None };
        let (kind, number, name, old, new) = match &change.corrected {
            Corrected::Score { of, old, new } => {
                let (kind, name) = score(*of, edition);
                let number = if *of == Measure::Total { String::new() } else { of.to_string() };
                (kind, number, name, (*old).into(), (*new).into())
            }
            Corrected::Other { what, old, new } => {
                ("other", String::new(), what.clone(), words(old), words(new))
            }
        };
        Self {
            date: language::format_date_long(change.date),
            iso_date: language::format_date_iso(change.date),
            kind,
            number,
            name,
            old,
            new,
            reason: change.reason.clone(),
        }
    }
}

/// The kind of a score and the name of its area or sub-area.
fn score(of: Measure, edition: &Edition) -> (&'static str, String) {
    match of {
        Measure::Total => ("total", String::new()),
        Measure::Area(number) => {
            ("area", edition.area(number).map(|area| area.name.clone()).unwrap_or_default())
        }
        Measure::SubArea(number) => {
            ("sub-area", edition.sub_area(number).map(|it| it.name.clone()).unwrap_or_default())
        }
    }
}

/// The corrections of the total of an evaluation.
pub(crate) fn of_total(portal: &Portal, entry: Entry<'_>) -> Vec<CorrectionView> {
    let changes = portal.corrections(&entry.evaluation.key).filter(|it| score_of(it) == Some(Measure::Total));
    changes.map(|change| CorrectionView::new(change, entry.edition)).collect()
}

/// The corrections of a score that has a place among the details.
pub(crate) fn of_score(subject: &Subject<'_>, of: Measure) -> Vec<CorrectionView> {
    let changes = subject.corrections.iter().filter(|change| score_of(change) == Some(of));
    changes.map(|change| CorrectionView::new(change, subject.entry.edition)).collect()
}

/// The other corrections: of what is no score, and of scores that the page does not show.
pub(crate) fn without_place(subject: &Subject<'_>) -> Vec<CorrectionView> {
    let evaluation = subject.entry.evaluation;
    let has_place = |of| match of {
        Measure::Total => true,
        Measure::Area(_) => evaluation.has_areas(),
        Measure::SubArea(number) => evaluation.area(number.area).is_some_and(AreaResult::is_detailed),
    };
    let changes = subject.corrections.iter().filter(|change| !score_of(change).is_some_and(has_place));
    changes.map(|change| CorrectionView::new(change, subject.entry.edition)).collect()
}

/// A value of `entry` in a table of many: with the way to the log if it has been corrected.
pub(crate) fn marked(
    renderer: &Renderer<'_>,
    entry: Entry<'_>,
    of: Measure,
    value: impl Into<Value>,
) -> Value {
    let is_corrected = renderer.materials.portal.is_corrected(&entry.evaluation.key, of);
    Value { corrected: is_corrected.then(|| renderer.href(&Route::Changes)), ..value.into() }
}

fn score_of(change: &Change) -> Option<Measure> {
    match change.corrected {
        Corrected::Score { of, .. } => Some(of),
        Corrected::Other { .. } => None,
    }
}
