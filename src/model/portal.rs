//! The whole content of the portal.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    Change, Code, Corrected, Drafts, Edition, EditionId, Evaluation, EvaluationKey, Introduction, Mean,
    Measure, Municipality, Shape, SiteMetadata, Statement, SynonymSet, TextPage,
};

/// Everything the portal publishes, or, in a preview, would publish with its drafts.
#[derive(Clone, Debug)]
pub struct Portal {
    /// What the portal is called and who answers for it.
    pub site: SiteMetadata,
    /// Editions, oldest first.
    pub editions: BTreeMap<EditionId, Edition>,
    /// The whole register, by kommunkod.
    pub municipalities: BTreeMap<Code, Municipality>,
    /// How municipalities look on a map, by kommunkod: the whole register, or nothing where
    /// the portal has no map.
    pub shapes: BTreeMap<Code, Shape>,
    /// Evaluations by municipality and year.
    pub evaluations: BTreeMap<EvaluationKey, Evaluation>,
    /// Why evaluations have been withdrawn, of which nothing else is left (P12).
    pub withdrawn: BTreeMap<EvaluationKey, String>,
    /// Published means in the order of their file, which lists the best first.
    pub means: Vec<Mean>,
    /// Corrections, the latest first.
    pub changes: Vec<Change>,
    /// Sets of synonyms in the order of their file.
    pub synonyms: Vec<SynonymSet>,
    /// The accessibility statement, if there is one.
    pub accessibility: Option<Statement>,
    /// Texts of pages by stem.
    pub pages: BTreeMap<String, TextPage>,
    /// What the portal is, in other languages, in the order of `site.toml`.
    pub introductions: Vec<Introduction>,
    /// Whether it has drafts as well, and so is not for publication.
    pub drafts: Drafts,
}

impl Portal {
    /// The edition whose areas the area pages are about: the one without a
    /// successor. Validation makes sure there is exactly one.
    pub fn current_edition(&self) -> Option<&Edition> {
        self.editions.values().find(|edition| edition.succeeded_by.is_none())
    }

    /// Whether texts have another licence than the data, or none (P10).
    pub fn has_other_licences(&self) -> bool {
        self.evaluations.values().any(|evaluation| self.has_other_licence(evaluation))
    }

    /// Whether the texts of an evaluation have another licence than the data, or none (P10).
    pub fn has_other_licence(&self, evaluation: &Evaluation) -> bool {
        let licence = &self.site.licence;
        evaluation.texts.is_some() && evaluation.licence(licence) != Some(licence)
    }

    /// The day of the last change of an evaluation that its record and the corrections tell
    /// of (P9); none if they tell of none.
    pub fn updated(&self, of: &EvaluationKey) -> Option<Date> {
        let updated = self.evaluations.get(of).and_then(|evaluation| evaluation.updated);
        self.corrections(of).map(|change| change.date).chain(updated).max()
    }

    /// The corrections of an evaluation, the first of them first (P9).
    pub fn corrections(&self, of: &EvaluationKey) -> impl Iterator<Item = &Change> {
        self.changes.iter().rev().filter(move |change| change.evaluation == *of)
    }

    /// Whether a score of an evaluation has been corrected (P9).
    pub fn is_corrected(&self, evaluation: &EvaluationKey, score: Measure) -> bool {
        let is_it = |change: &Change| matches!(change.corrected, Corrected::Score { of, .. } if of == score);
        self.corrections(evaluation).any(is_it)
    }

    /// The municipalities that the portal has something to say of, by kommunkod: those
    /// with an evaluation, even a withdrawn one, and those that a report names as one to
    /// learn from.
    pub fn spoken_of(&self) -> impl Iterator<Item = &Municipality> {
        let evaluated = self.evaluations.keys().chain(self.withdrawn.keys()).map(|key| &key.code);
        let referrals = self.evaluations.values().flat_map(|evaluation| &evaluation.referrals);
        let codes: BTreeSet<_> = evaluated.chain(referrals.map(|referral| &referral.to)).collect();
        codes.into_iter().filter_map(|code| self.municipalities.get(code))
    }
}
