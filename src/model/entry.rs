//! An evaluation together with what it refers to.

use super::{AreaResult, Edition, Evaluation, EvaluationKey, Municipality, Portal, Year};

/// An evaluation, the municipality it is about and the edition it was made in. Code
/// that has an entry need not look up the other two, and need not handle that they
/// are missing.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'p> {
    /// The municipality.
    pub municipality: &'p Municipality,
    /// The edition.
    pub edition: &'p Edition,
    /// The evaluation.
    pub evaluation: &'p Evaluation,
}

impl Portal {
    /// All evaluations, by municipality, then year. Validation lets in none
    /// whose municipality or edition does not exist.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = Entry<'_>> {
        self.evaluations.values().filter_map(|evaluation| {
            let municipality = self.municipalities.get(&evaluation.key.code)?;
            Some(Entry { municipality, edition: self.editions.get(&evaluation.edition)?, evaluation })
        })
    }

    /// The evaluations of one municipality, oldest first.
    pub fn entries_of<'p>(
        &'p self,
        municipality: &'p Municipality,
    ) -> impl DoubleEndedIterator<Item = Entry<'p>> {
        let from = EvaluationKey { code: municipality.code.clone(), year: 0 };
        let to = EvaluationKey { code: municipality.code.clone(), year: Year::MAX };
        self.evaluations.range(from..=to).filter_map(move |(_, evaluation)| {
            Some(Entry { municipality, edition: self.editions.get(&evaluation.edition)?, evaluation })
        })
    }

    /// The evaluation whose details a municipality's page shows: the latest
    /// one with sub-areas or narratives, else the latest one with areas (P1).
    pub fn detailed_entry_of<'p>(&'p self, municipality: &'p Municipality) -> Option<Entry<'p>> {
        let latest = || self.entries_of(municipality).rev();
        let in_full = latest().find(|entry| entry.evaluation.areas.iter().any(AreaResult::is_detailed));
        in_full.or_else(|| latest().find(|entry| entry.evaluation.has_areas()))
    }
}
