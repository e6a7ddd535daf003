//! Which municipalities reports about others name, and how many do. A count says how often
//! a municipality is named, not how good it is (P13).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::history::History;
use crate::model::{AreaNumber, Code, EvaluationKey, Lesson, LessonKind, Municipality};

/// A municipality that reports about others name as one to learn from.
#[derive(Clone, Debug)]
pub struct Named<'p> {
    /// The municipality.
    pub municipality: &'p Municipality,
    /// What it is named for, at least one: by area, topic, then report.
    pub referrals: Vec<Lesson<'p>>,
}

impl Named<'_> {
    /// How many reports name it: each counts once, however often it does.
    pub fn reports(&self) -> usize {
        reports(self.referrals.iter())
    }

    /// How many name it in the area with this number of the current edition.
    pub fn reports_in(&self, area: AreaNumber) -> usize {
        reports(self.referrals.iter().filter(|lesson| lesson.area.number == area))
    }
}

/// How many reports `lessons` come from.
pub fn reports<'a>(lessons: impl Iterator<Item = &'a Lesson<'a>>) -> usize {
    lessons.map(|lesson| &lesson.entry.evaluation.key).collect::<BTreeSet<&EvaluationKey>>().len()
}

/// Every municipality of `register` that a report about another one names, in its order.
pub(super) fn named<'p>(
    register: &[&'p Municipality],
    histories: &BTreeMap<&'p Code, History<'p>>,
) -> Vec<Named<'p>> {
    let named = register.iter().filter_map(|municipality| {
        let lessons = histories.get(&municipality.code)?.lessons.iter();
        let referrals = lessons.filter(|lesson| lesson.kind == LessonKind::Referral).copied().collect();
        Some(Named { municipality, referrals })
    });
    named.filter(|it| !it.referrals.is_empty()).collect()
}

/// Those that most reports name, at least two: the most often named first, of equal ones by
/// their order in `named`. At most `most`, and nobody is left out who is named as often as
/// one that is there: with too many at the end, all of them are left out.
pub fn most_named<'a, 'p>(named: &'a [Named<'p>], most: usize) -> Vec<&'a Named<'p>> {
    let mut often: Vec<_> =
        named.iter().map(|it| (it.reports(), it)).filter(|(count, _)| *count > 1).collect();
    often.sort_by_key(|(count, _)| Reverse(*count));
    let beyond = often.get(most).map_or(0, |(count, _)| *count);
    often.into_iter().filter(|(count, _)| *count > beyond).map(|(_, it)| it).collect()
}
