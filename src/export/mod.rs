//! The portal's data as files: one CSV of the results and one of the
//! statistics per edition, one CSV of all good examples, one JSON per evaluation. Their columns and keys are documented on `/data/`.
//!
//! Values keep the decimals of the source, with a decimal point. An absent
//! value is never 0: it is empty, and its kind stands beside it (P4).

mod comparison;
mod evaluation;
mod table;
mod value;

use rayon::prelude::*;

use crate::derive::Insights;
use crate::model::{BaseAddress, Entry, Portal};
use crate::route::Route;

/// Every data file with its route.
pub fn export(portal: &Portal, insights: &Insights<'_>, base: &BaseAddress) -> Vec<(Route, Vec<u8>)> {
    let mut files: Vec<_> = insights
        .latest
        .par_iter()
        .with_max_len(crate::parallel::BATCH)
        .filter_map(|entry| evaluation::json(portal, *entry, base))
        .collect();
    files.extend(portal.editions.values().map(|edition| table::edition(edition, portal, insights, base)));
    let editions = portal.editions.values();
    files.extend(editions.map(|edition| comparison::values(edition, insights)));
    files.extend(insights.statistics.values().map(table::statistics));
    files.push(table::lessons(portal, insights, base));
    files.extend(insights.latest.iter().filter_map(|entry| report(*entry)));
    files
}

/// The original report of an evaluation, if it has one that may be published.
fn report(entry: Entry<'_>) -> Option<(Route, Vec<u8>)> {
    let report = entry.evaluation.report.as_ref()?;
    let slug = entry.municipality.slug.clone();
    Some((Route::Report(slug, entry.evaluation.key.year, report.name.clone()), report.bytes.to_vec()))
}
