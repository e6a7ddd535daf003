//! What is known of one municipality over the years.

use std::collections::BTreeMap;

use crate::model::{Code, Entry, Lesson, Municipality, Portal, Year};

/// Evaluations of one municipality and what others are told to learn from it.
#[derive(Debug, Default)]
pub struct History<'p> {
    /// The latest first.
    pub occasions: Vec<Occasion<'p>>,
    /// What can be learnt from it, in the order of all lessons.
    pub lessons: Vec<Lesson<'p>>,
}

impl<'p> History<'p> {
    /// Evaluations with a result in the portal, the latest first.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'p>> {
        self.occasions.iter().filter_map(|occasion| occasion.entry())
    }
}

/// One year in which a municipality was evaluated.
#[derive(Clone, Copy, Debug)]
pub enum Occasion<'p> {
    /// The result of the evaluation is in the portal.
    Evaluated(Entry<'p>),
    /// That there was an evaluation is known from another report only (P8).
    Known(Year),
}

impl<'p> Occasion<'p> {
    /// The year.
    pub fn year(self) -> Year {
        match self {
            Self::Evaluated(entry) => entry.evaluation.key.year,
            Self::Known(year) => year,
        }
    }

    /// The evaluation, if its result is in the portal.
    pub fn entry(self) -> Option<Entry<'p>> {
        match self {
            Self::Evaluated(entry) => Some(entry),
            Self::Known(_) => None,
        }
    }
}

/// One history per municipality.
pub(super) fn histories<'p>(portal: &'p Portal, lessons: &[Lesson<'p>]) -> BTreeMap<&'p Code, History<'p>> {
    let mut by_municipality = BTreeMap::<_, Vec<_>>::new();
    for lesson in lessons {
        by_municipality.entry(&lesson.from.code).or_default().push(*lesson);
    }
    let history = |municipality: &'p Municipality| {
        let lessons = by_municipality.remove(&municipality.code).unwrap_or_default();
        (&municipality.code, History { occasions: occasions(portal, municipality), lessons })
    };
    portal.municipalities.values().map(history).collect()
}

/// Years with an evaluation in the portal, and years that a later report mentions.
/// A year of which both are known is listed once, with its evaluation.
fn occasions<'p>(portal: &'p Portal, municipality: &'p Municipality) -> Vec<Occasion<'p>> {
    let mut years = BTreeMap::new();
    for entry in portal.entries_of(municipality) {
        years.extend(entry.evaluation.earlier.iter().map(|year| (*year, Occasion::Known(*year))));
    }
    let evaluated = portal.entries_of(municipality);
    years.extend(evaluated.map(|entry| (entry.evaluation.key.year, Occasion::Evaluated(entry))));
    years.into_values().rev().collect()
}
