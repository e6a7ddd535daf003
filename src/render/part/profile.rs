//! The shape of a result: the kompassros, and what it shows in words (C2).

use serde::Serialize;

use super::mean::{MeanView, mean};
use super::subject::Subject;
use crate::language;
use crate::render::chart::rose;
use crate::render::template::Html;

/// The kompassros of one evaluation.
#[derive(Debug, Serialize)]
pub struct Profile {
    year: u16,
    edition: String,
    svg: Html,
    /// Names of the areas with the most points.
    highest: String,
    /// Their points.
    highest_points: String,
    /// Names of the areas with the fewest points.
    lowest: String,
    /// Their points.
    lowest_points: String,
    /// How many areas lie above the published mean, where there is one.
    above: Option<u64>,
    /// How many areas could be compared.
    compared: u64,
    /// The mean that the areas are compared with.
    mean: Option<MeanView>,
}

/// The profile, when at least two areas have a value to compare.
pub fn profile(subject: &Subject<'_>) -> Option<Profile> {
    let petals: Vec<_> = subject.results().map(|(area, result)| subject.petal(area, result)).collect();
    let points: Vec<_> = petals.iter().filter_map(|petal| petal.points).collect();
    let (highest, lowest) = (*points.iter().max()?, *points.iter().min()?);
    let with_mean: Vec<_> = petals.iter().filter_map(|petal| petal.points.zip(petal.mean)).collect();
    let above = with_mean.iter().filter(|(points, mean)| points > mean).count();
    (points.len() > 1).then(|| Profile {
        year: subject.entry.evaluation.key.year,
        edition: subject.edition.name.clone(),
        svg: rose(&petals).into(),
        highest: subject.names_at(&petals, highest),
        highest_points: language::format_points(highest),
        lowest: subject.names_at(&petals, lowest),
        lowest_points: language::format_points(lowest),
        above: (!with_mean.is_empty()).then(|| u64::try_from(above).unwrap_or(0)),
        compared: u64::try_from(with_mean.len()).unwrap_or(0),
        mean: subject.reference.map(mean),
    })
}
