//! Published means.

use std::collections::BTreeMap;

use super::field::at_most;
use super::known::Known;
use super::quantity::Quantity;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::reference as file;
use crate::load::Document;
use crate::model::{AreaNumber, Edition, Mean};

/// The means, in the order of the file.
pub(super) fn means(
    document: Option<&Document<file::References>>,
    known: &Known,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Mean> {
    let Some(document) = document else { return Vec::new() };
    document.value.means.iter().filter_map(|mean| self::mean(document, mean, known, faults)).collect()
}

fn mean(
    document: &Document<file::References>,
    mean: &file::Mean,
    known: &Known,
    faults: &mut Vec<Diagnostic>,
) -> Option<Mean> {
    let as_of = as_of(mean.as_of.get_ref());
    if as_of.is_none() {
        let fault = super::field::unreadable_date(mean.as_of.get_ref(), "2020, 2020-12");
        faults.push(Diagnostic::new(fault, document.span(&mean.as_of)));
    }
    let source = super::field::citation(document, &mean.source, faults);
    let edition = known.edition(document, &mean.edition, faults)?;
    if let Some((year, _)) = as_of.filter(|(year, _)| *year < edition.year) {
        let (what, found) = ("as-of".to_owned(), year.to_string());
        let range = format!("{}–{}", edition.year, known.today.year());
        faults.push(Diagnostic::new(Fault::OutOfRange { what, found, range }, document.span(&mean.as_of)));
    }
    let total = mean
        .total
        .as_ref()
        .and_then(|it| at_most(document, it, &Quantity::MeanTotal, edition.maximum(), faults));
    let areas = areas(document, mean, edition, faults);
    let (year, month) = as_of?;
    Some(Mean {
        edition: edition.id.clone(),
        year,
        month,
        population: mean.population.clone(),
        total,
        areas,
        source,
    })
}

fn areas(
    document: &Document<file::References>,
    mean: &file::Mean,
    edition: &Edition,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<AreaNumber, rust_decimal::Decimal> {
    let mut areas = BTreeMap::new();
    for (key, printed) in &mean.areas {
        let area = super::score::area(document, key, edition, faults);
        let quantity = Quantity::MeanArea(key.get_ref().clone());
        let maximum = super::score::area_maximum(edition, area);
        let value = at_most(document, printed, &quantity, maximum, faults);
        areas.extend(area.zip(value));
    }
    areas
}

/// Reads `YYYY` or `YYYY-MM`.
fn as_of(text: &str) -> Option<(u16, Option<u8>)> {
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year, Some(month.parse().ok().filter(|month| (1..=12).contains(month))?)),
        None => (text, None),
    };
    (year.len() == 4).then_some(())?;
    Some((year.parse().ok()?, month))
}
