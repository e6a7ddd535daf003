//! Values on their scale among all that they are compared with.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::derive::Insights;
use crate::model::{Edition, EditionId, Measure, Peers};
use crate::render::chart::{Dots, strip};
use crate::render::template::Html;

/// The dots of every measure of every edition. They stand on the page of each
/// municipality, so they are made once.
pub(crate) struct Strips<'a>(BTreeMap<(&'a EditionId, Measure), Dots>);

impl<'a> Strips<'a> {
    /// The dots of everyone in the portal.
    pub(crate) fn new(insights: &'a Insights<'_>) -> Self {
        let statistics = insights.statistics.iter();
        let all = statistics.flat_map(|(id, statistics)| {
            let among_all = statistics.all().filter(|(peers, ..)| *peers == Peers::All);
            among_all.filter_map(move |(_, measure, distribution)| {
                let maximum = measure.maximum(statistics.edition)?;
                Some(((*id, measure), Dots::new(distribution.values(), maximum)))
            })
        });
        Self(all.collect())
    }

    /// A value of `edition` and the published mean, where there are any, among everyone
    /// who has a value; `None` where nobody has.
    pub(crate) fn strip(
        &self,
        edition: &Edition,
        measure: Measure,
        value: Option<Decimal>,
        mean: Option<Decimal>,
    ) -> Option<Html> {
        let dots = self.0.get(&(&edition.id, measure))?;
        Some(strip(value, mean, measure.maximum(edition)?, dots).into())
    }
}
