//! What is known of one municipality over the years.

use std::collections::BTreeMap;

use crate::model::{Code, Evaluation, Lesson, Portal, Year};

/// Evaluations of one municipality and what others are told to learn from it.
#[derive(Debug, Default)]
pub struct History<'p> {
    /// The latest first.
    pub occasions: Vec<Occasion<'p>>,
    /// What there is to learn from it, in the order of all lessons.
    pub lessons: Vec<Lesson<'p>>,
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
pub fn histories<'p>(portal: &'p Portal, lessons: &[Lesson<'p>]) -> BTreeMap<&'p Code, History<'p>> {
    let mut by_municipality = BTreeMap::<_, Vec<_>>::new();
    for lesson in lessons {
        by_municipality.entry(&lesson.from.code).or_default().push(*lesson);
    }
    let history = |code: &'p Code| {
        let lessons = by_municipality.remove(code).unwrap_or_default();
        (code, History { occasions: occasions(portal, code), lessons })
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
