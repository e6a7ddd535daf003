//! The world as a whole.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AreaResult, Change, Code, Edition, EditionId, Evaluation, EvaluationKey, Mean, Municipality, Site,
    TextPage, Year,
};

/// Everything the portal publishes.
#[derive(Clone, Debug)]
pub struct Portal {
    /// What the portal is called and who answers for it.
    pub site: Site,
    /// Editions, oldest first.
    pub editions: BTreeMap<EditionId, Edition>,
    /// The whole register, by kommunkod.
    pub municipalities: BTreeMap<Code, Municipality>,
    /// Evaluations by municipality and year.
    pub evaluations: BTreeMap<EvaluationKey, Evaluation>,
    /// Published means, in the order of their file: the first of an edition is
    /// the one charts use.
    pub means: Vec<Mean>,
    /// Corrections, the latest first.
    pub changes: Vec<Change>,
    /// Texts of pages by stem.
    pub pages: BTreeMap<String, TextPage>,
}

impl Portal {
    /// The edition whose areas the area pages are about: the one without a
    /// successor. Validation makes sure there is exactly one.
    pub fn current_edition(&self) -> Option<&Edition> {
        self.editions.values().find(|edition| edition.succeeded_by.is_none())
    }

    /// The evaluations of one municipality, oldest first.
    pub fn evaluations_of(&self, code: &Code) -> impl DoubleEndedIterator<Item = &Evaluation> {
        let from = EvaluationKey { code: code.clone(), year: 0 };
        let to = EvaluationKey { code: code.clone(), year: Year::MAX };
        self.evaluations.range(from..=to).map(|(_, evaluation)| evaluation)
    }

    /// The evaluation whose details a municipality's page shows: the latest
    /// one with sub-areas or narratives, else the latest one with areas (P1).
    pub fn detailed_evaluation_of(&self, code: &Code) -> Option<&Evaluation> {
        let latest = || self.evaluations_of(code).rev();
        let in_full = latest().find(|evaluation| evaluation.areas.iter().any(AreaResult::is_detailed));
        in_full.or_else(|| latest().find(|evaluation| evaluation.has_areas()))
    }

    /// The municipalities with a page of their own: those with an evaluation
    /// and those that a report names as one to learn from (P8).
    pub fn with_page(&self) -> BTreeSet<&Code> {
        let evaluated = self.evaluations.keys().map(|key| &key.code);
        let referrals = self.evaluations.values().flat_map(|evaluation| &evaluation.referrals);
        evaluated.chain(referrals.map(|referral| &referral.to)).collect()
    }
}
