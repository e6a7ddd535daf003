//! The shape of a result: the kompassros, and what it shows in words (C2).

use rust_decimal::Decimal;
use serde::Serialize;

use super::areas::area_maximum;
use super::mean::{MeanView, mean};
use super::subject::Subject;
use crate::language;
use crate::render::chart::{Petal, rose};
use crate::render::template::Html;

/// The kompassros of one evaluation.
#[derive(Debug, Serialize)]
pub(crate) struct Profile {
    year: u16,
    edition: String,
    svg: Html,
    /// What every area is worth, if they are alike: then areas are compared by
    /// their points, else by their share of the maximum.
    area_maximum: Option<String>,
    /// Names of the areas with the best result.
    highest: String,
    /// Their points or share.
    highest_value: String,
    /// Names of the areas with the weakest result.
    lowest: String,
    /// Their points or share.
    lowest_value: String,
    /// How many areas lie above the published mean, where there is one.
    above: Option<u64>,
    /// How many areas could be compared.
    compared: u64,
    /// The mean that the areas are compared with.
    mean: Option<MeanView>,
}

/// The profile, when at least two areas have a value to compare.
pub(crate) fn profile(subject: &Subject<'_>) -> Option<Profile> {
    let petals: Vec<_> = subject.results().map(|(area, result)| subject.petal(area, result)).collect();
    let shares: Vec<_> = petals.iter().filter_map(Petal::share).collect();
    let (highest, lowest) = (*shares.iter().max()?, *shares.iter().min()?);
    let area_maximum = area_maximum(subject.entry.edition);
    let value = |share: Decimal| {
        let with_share = petals.iter().find(|petal| petal.share() == Some(share));
        match with_share.and_then(|petal| petal.points) {
            Some(points) if area_maximum.is_some() => language::format_points(points),
            _ => language::format_percent(share.round_dp(0)),
        }
    };
    let with_mean: Vec<_> = petals.iter().filter_map(|petal| petal.points.zip(petal.mean)).collect();
    let above = with_mean.iter().filter(|(points, mean)| points > mean).count();
    (shares.len() > 1).then(|| Profile {
        year: subject.entry.evaluation.key.year,
        edition: subject.entry.edition.name.clone(),
        svg: rose(&petals).into(),
        highest: subject.names_at(&petals, highest),
        highest_value: value(highest),
        lowest: subject.names_at(&petals, lowest),
        lowest_value: value(lowest),
        above: (!with_mean.is_empty()).then(|| u64::try_from(above).unwrap_or(0)),
        compared: u64::try_from(with_mean.len()).unwrap_or(0),
        mean: subject.reference.map(mean),
        area_maximum: area_maximum.clone(),
    })
}
