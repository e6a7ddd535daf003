//! A published score is corrected: the new texts of the record and of the log of changes (P9).
//!
//! Only the places that change are written anew; comments, order and layout stay as they are.

mod correction;
mod difference;
mod log;
mod record;

use jiff::civil::Date;

pub use self::correction::{Correction, Refusal, Texts};
pub use self::difference::{Line, difference};
use crate::language;
use crate::model::{Absence, Change, Corrected, Edition, Evaluation, Measure, Score};

/// Corrects the texts of `evaluation.toml` and of `changes.toml`, which may be absent. `today` is
/// the last day that a correction can have.
///
/// # Errors
/// When there is nothing to correct, or when the portal would have a fault afterwards.
pub fn correct(
    correction: &Correction<'_>,
    record: &str,
    changes: Option<&str>,
    today: Date,
) -> Result<Texts, Refusal> {
    let Correction { evaluation, edition, new, reason, date, .. } = *correction;
    let measure = Measure::named(correction.score, edition)
        .ok_or_else(|| Refusal::UnknownScore { near: near(correction.score, edition) })?;
    let score = score(new).ok_or(Refusal::NoScore)?;
    let maximum = measure.maximum(edition).unwrap_or_default();
    if let Score::Points(points) = score
        && points > maximum.into()
    {
        return Err(Refusal::AboveMaximum { maximum });
    }
    let old = evaluation.score(measure).unwrap_or(Score::Absent(Absence::NotPublished));
    if shown(old) == shown(score) {
        return Err(Refusal::Unchanged);
    }
    if reason.trim().is_empty() {
        return Err(Refusal::NoReason);
    }
    if date > today {
        return Err(Refusal::Future);
    }
    let last = correction.changes.iter().filter(|change| is_about(change, evaluation, measure));
    if let Some(last) = last.map(|change| change.date).max().filter(|last| *last > date) {
        return Err(Refusal::Earlier { last });
    }
    let (text, printed) = record::record(record, measure, new, score, edition, date)?;
    let old = printed.unwrap_or_else(|| shown(old));
    Ok(Texts { record: text, changes: log::log(changes, correction, measure, &old)? })
}

fn is_about(change: &Change, evaluation: &Evaluation, measure: Measure) -> bool {
    let is_score = matches!(change.corrected, Corrected::Score { of, .. } if of == measure);
    is_score && change.evaluation == evaluation.key
}

/// The score that a text says.
fn score(text: &str) -> Option<Score> {
    absence(text).map(Score::Absent).or_else(|| language::parse_points(text).map(Score::Points))
}

/// The kind of absence that a text says.
fn absence(text: &str) -> Option<Absence> {
    [Absence::NotPublished, Absence::Unreadable].into_iter().find(|kind| kind.name() == text)
}

/// A score as a record has it: 27 and 27,0 are two.
fn shown(score: Score) -> String {
    match score {
        Score::Points(points) => language::format_points(points),
        Score::Absent(absence) => absence.name().to_owned(),
    }
}

/// Scores that are called much like `score`: those of the same area, else the areas.
fn near(score: &str, edition: &Edition) -> Vec<String> {
    let area = score.split('.').next().unwrap_or_default();
    let all: Vec<_> = Measure::all(edition).map(|it| it.to_string()).collect();
    let of_area = all.iter().filter(|it| it.split('.').next() == Some(area) && *it != area);
    let of_area: Vec<_> = of_area.cloned().collect();
    if of_area.is_empty() { all.into_iter().filter(|it| !it.contains('.')).collect() } else { of_area }
}
