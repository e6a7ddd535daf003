//! How a municipality has changed between evaluations of the same edition. Those of
//! different editions stand side by side and are never subtracted.

use rust_decimal::Decimal;

use super::History;
use crate::model::{AreaNumber, Edition, Entry, Measure};

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
    /// The later total minus the earlier one; `None` where one of them is missing.
    pub total: Option<Decimal>,
    /// The same for every area of which both values are known.
    pub areas: Vec<(AreaNumber, Decimal)>,
}

impl<'p> History<'p> {
    /// The evaluations by edition, the one that was last used first.
    pub fn spells(&self) -> Vec<Spell<'p>> {
        let mut spells: Vec<Spell<'p>> = Vec::new();
        for entry in self.entries() {
            match spells.iter_mut().find(|spell| spell.edition.id == entry.edition.id) {
                Some(spell) => spell.entries.insert(0, entry),
                None => spells.push(Spell { edition: entry.edition, entries: vec![entry] }),
            }
        }
        spells
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
    let difference = |measure| Some(to.evaluation.value(measure)? - from.evaluation.value(measure)?);
    let numbers = to.edition.areas.iter().map(|area| area.number);
    let areas = numbers.filter_map(|number| Some((number, difference(Measure::Area(number))?)));
    Change { from, to, total: difference(Measure::Total), areas: areas.collect() }
}
