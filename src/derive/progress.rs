//! How a municipality has changed between evaluations of the same edition. Those of
//! different editions stand side by side and are never subtracted.

use rust_decimal::Decimal;

use super::History;
use crate::model::{Area, Edition, Entry, Measure};

/// The evaluations of one municipality that were made in one edition.
#[derive(Clone, Debug)]
pub struct Spell<'p> {
    /// The edition.
    pub edition: &'p Edition,
    /// The evaluations, at least one, the oldest first.
    pub entries: Vec<Entry<'p>>,
}

/// What became of a municipality from one evaluation to a later one of the same
/// edition.
#[derive(Clone, Debug)]
pub struct Change<'p> {
    /// The earlier one.
    pub from: Entry<'p>,
    /// The later one.
    pub to: Entry<'p>,
    /// The total and every area of which both values are known, in this order.
    pub rows: Vec<ChangedValue<'p>>,
}

/// A value before and after.
#[derive(Clone, Copy, Debug)]
pub struct ChangedValue<'p> {
    /// The area; `None` for the total.
    pub area: Option<&'p Area>,
    /// The earlier value.
    pub before: Decimal,
    /// The later one.
    pub after: Decimal,
    /// The most that it can be.
    pub maximum: u16,
}

impl<'p> History<'p> {
    /// The evaluations by edition, the one that was first used first.
    pub fn spells(&self) -> Vec<Spell<'p>> {
        let mut spells: Vec<Spell<'p>> = Vec::new();
        for entry in self.entries() {
            match spells.iter_mut().find(|spell| spell.edition.id == entry.edition.id) {
                Some(spell) => spell.entries.insert(0, entry),
                None => spells.insert(0, Spell { edition: entry.edition, entries: vec![entry] }),
            }
        }
        spells
    }

    /// What became of the total within `edition`: every change from one evaluation to the
    /// next of which both totals are known.
    pub fn total_changes(&self, edition: &Edition) -> Vec<(Change<'p>, ChangedValue<'p>)> {
        let spells = self.spells().into_iter().filter(|spell| spell.edition.id == edition.id);
        let total = |change: Change<'p>| {
            let total = change.rows.iter().find(|row| row.area.is_none()).copied()?;
            Some((change, total))
        };
        spells.flat_map(|spell| spell.changes()).filter_map(total).collect()
    }
}

impl<'p> Spell<'p> {
    /// What changed from each evaluation to the next one.
    pub fn changes(&self) -> Vec<Change<'p>> {
        let later = self.entries.iter().skip(1);
        self.entries.iter().zip(later).map(|(from, to)| change(*from, *to)).collect()
    }
}

fn change<'p>(from: Entry<'p>, to: Entry<'p>) -> Change<'p> {
    let edition = to.edition;
    let areas = edition.areas.iter().map(|area| (Some(area), Measure::Area(area.number)));
    let rows = std::iter::once((None, Measure::Total)).chain(areas).filter_map(|(area, measure)| {
        let [before, after] = [from, to].map(|entry| entry.evaluation.value(measure));
        Some(ChangedValue { area, before: before?, after: after?, maximum: measure.maximum(edition)? })
    });
    Change { from, to, rows: rows.collect() }
}
