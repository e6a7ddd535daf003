//! What is known of one municipality over the years.

use std::collections::BTreeMap;

use super::{Advice, Entry, entries};
use crate::model::{Code, Evaluation, Portal, Year};

/// Evaluations of one municipality and what others are told to learn from it.
#[derive(Debug, Default)]
pub struct History<'p> {
    /// The latest first.
    pub occasions: Vec<Occasion<'p>>,
    /// Reports that name it as one to learn from, by the municipality they are
    /// about.
    pub advice: Vec<Advice<'p>>,
}

impl<'p> History<'p> {
    /// Evaluations with a result in the portal, the latest first.
    pub fn evaluations(&self) -> impl Iterator<Item = &'p Evaluation> {
        self.occasions.iter().filter_map(|occasion| occasion.evaluation())
    }
}

/// One year in which a municipality was evaluated.
#[derive(Clone, Copy, Debug)]
pub enum Occasion<'p> {
    /// With a result in the portal.
    Evaluated(&'p Evaluation),
    /// Known from another report only (P8).
    Known(Year),
}

impl<'p> Occasion<'p> {
    /// The year.
    pub fn year(self) -> Year {
        match self {
            Self::Evaluated(evaluation) => evaluation.key.year,
            Self::Known(year) => year,
        }
    }

    /// The evaluation, if its result is in the portal.
    pub fn evaluation(self) -> Option<&'p Evaluation> {
        match self {
            Self::Evaluated(evaluation) => Some(evaluation),
            Self::Known(_) => None,
        }
    }
}

/// One history per municipality with a page.
pub fn histories<'p>(
    portal: &'p Portal,
    by_name: impl Fn(&mut Vec<Entry<'p>>),
) -> BTreeMap<&'p Code, History<'p>> {
    let mut advice = advice(portal, by_name);
    let history = |code: &'p Code| {
        let advice = advice.remove(code).unwrap_or_default();
        (code, History { occasions: occasions(portal, code), advice })
    };
    portal.with_page().into_iter().map(history).collect()
}

fn occasions<'p>(portal: &'p Portal, code: &Code) -> Vec<Occasion<'p>> {
    let mut years = BTreeMap::new();
    for evaluation in portal.evaluations_of(code) {
        years.extend(evaluation.earlier.iter().map(|year| (*year, Occasion::Known(*year))));
    }
    years.extend(portal.evaluations_of(code).map(|it| (it.key.year, Occasion::Evaluated(it))));
    years.into_values().rev().collect()
}

/// What reports say, by the municipality they name; reports by name and year.
fn advice<'p>(
    portal: &'p Portal,
    by_name: impl Fn(&mut Vec<Entry<'p>>),
) -> BTreeMap<&'p Code, Vec<Advice<'p>>> {
    let mut reports: Vec<_> =
        entries(portal).filter(|entry| !entry.evaluation.referrals.is_empty()).collect();
    by_name(&mut reports);
    let mut advice = BTreeMap::<_, Vec<_>>::new();
    for by in reports {
        for referral in &by.evaluation.referrals {
            advice.entry(&referral.to).or_default().push(Advice { by, referral });
        }
    }
    advice
}
