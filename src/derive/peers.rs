//! Whom a municipality is like, and whom it can learn from.
//!
//! Within an edition a municipality counts with its latest evaluation in it; where the
//! question is only who has a result at all, with its latest.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{County, EditionId, Entry, Group, Lesson, Measure, Municipality, SubAreaNumber};

/// How many of the best in a sub-area are known; a municipality that is one of them
/// still finds three others.
const BEST: usize = 4;

/// Evaluations, one per municipality, arranged by what a municipality asks of the
/// others.
#[derive(Debug, Default)]
pub struct Neighbours<'p> {
    /// Those with a total in each group, by population.
    groups: BTreeMap<&'p Group, Vec<Entry<'p>>>,
    /// Those with a total in each county, by name.
    counties: BTreeMap<&'p County, Vec<Entry<'p>>>,
    /// The evaluations with most points in a sub-area, the best first.
    best: BTreeMap<SubAreaNumber, Vec<Best<'p>>>,
    /// What there is to learn in a sub-area, in the order of all lessons.
    lessons: BTreeMap<SubAreaNumber, Vec<Lesson<'p>>>,
}

/// An evaluation that is among the best in something.
#[derive(Clone, Copy, Debug)]
pub struct Best<'p> {
    /// The evaluation.
    pub entry: Entry<'p>,
    /// Its points.
    pub points: Decimal,
}

/// The neighbours in every edition. `counting` has the evaluations that count in each,
/// by name.
pub(super) fn neighbours<'p>(
    counting: &BTreeMap<&'p EditionId, Vec<Entry<'p>>>,
    lessons: &[Lesson<'p>],
) -> BTreeMap<&'p EditionId, Neighbours<'p>> {
    let of_edition = |(id, entries): (&&'p EditionId, &Vec<Entry<'p>>)| {
        (*id, Neighbours { best: best(entries), ..whereabouts(entries) })
    };
    let mut all: BTreeMap<_, _> = counting.iter().map(of_edition).collect();
    for lesson in lessons {
        let place = lesson.place.sub_area.zip(all.get_mut(&lesson.entry.edition.id));
        if let Some((number, neighbours)) = place {
            neighbours.lessons.entry(number).or_default().push(*lesson);
        }
    }
    all
}

/// Only where they are and how large: nothing that belongs to an edition. `entries` come
/// by name.
pub(super) fn whereabouts<'p>(entries: &[Entry<'p>]) -> Neighbours<'p> {
    let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut counties: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.evaluation.total().points().is_some()) {
        groups.entry(&entry.municipality.group).or_default().push(*entry);
        counties.entry(&entry.municipality.county).or_default().push(*entry);
    }
    // The sort is stable: of two with the same population the first by name stays first.
    for members in groups.values_mut() {
        members.sort_by_key(|entry| entry.municipality.population);
    }
    Neighbours { groups, counties, ..Neighbours::default() }
}

fn best<'p>(entries: &[Entry<'p>]) -> BTreeMap<SubAreaNumber, Vec<Best<'p>>> {
    let mut best: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for entry in entries {
        for result in entry.evaluation.areas.iter().flat_map(|area| &area.sub_areas) {
            if let Some(points) = result.points.points() {
                best.entry(result.number).or_default().push(Best { entry: *entry, points });
            }
        }
    }
    for (number, those) in &mut best {
        keep_highest(those, |it| it.points);
        // Of those with the same points one whose report says more comes first, then
        // the later one, then by name.
        those
            .sort_by_key(|it| (Reverse(it.points), !it.says(*number), Reverse(it.entry.evaluation.key.year)));
        those.truncate(BEST);
    }
    best
}

/// Keeps those with the [`BEST`] highest points and all that have as many as the last of
/// them, so that only few need to be put in order. What stays keeps its order.
fn keep_highest<T>(those: &mut Vec<T>, points: impl Fn(&T) -> Decimal) {
    let mut all: Vec<_> = those.iter().map(&points).collect();
    if all.len() > BEST {
        let (_, last, _) = all.select_nth_unstable_by_key(BEST - 1, |it| Reverse(*it));
        let last = *last;
        those.retain(|it| points(it) >= last);
    }
}

impl Best<'_> {
    /// Whether the evaluation has a text on the sub-area.
    pub fn says(&self, number: SubAreaNumber) -> bool {
        let narrative = self.entry.evaluation.area(number.area).and_then(|area| area.narrative.as_ref());
        narrative.is_some_and(|it| it.sections.iter().any(|section| section.sub_area == number))
    }
}

impl<'p> Neighbours<'p> {
    /// At most `most` municipalities that are like `of`: of the same group, the one whose
    /// population is nearest first.
    pub fn similar(&self, of: &Municipality, most: usize) -> Vec<Entry<'p>> {
        let members = self.groups.get(&of.group).map_or(&[][..], Vec::as_slice);
        let middle = members.partition_point(|it| it.municipality.population < of.population);
        let (smaller, larger) = members.split_at_checked(middle).unwrap_or((members, &[]));
        let others = |it: &&Entry<'p>| it.municipality.code != of.code;
        // The nearest lie among as many on either side.
        let below = smaller.iter().rev().filter(others).take(most);
        let above = larger.iter().filter(others).take(most);
        let mut near: Vec<_> = below.chain(above).copied().collect();
        near.sort_by_key(|it| it.municipality.population.abs_diff(of.population));
        near.truncate(most);
        near
    }

    /// The others of the same county, by name.
    pub fn county(&self, of: &Municipality) -> impl Iterator<Item = Entry<'p>> {
        let members = self.counties.get(&of.county).into_iter().flatten();
        let own = of.code.clone();
        members.filter(move |it| it.municipality.code != own).copied()
    }

    /// At most three other municipalities with most points in a sub-area, the best first:
    /// more than `entry` has, and at least two thirds of the maximum, or there is little to
    /// learn.
    pub fn best(&self, entry: Entry<'_>, number: SubAreaNumber) -> Vec<Best<'p>> {
        let own = entry.evaluation.value(Measure::SubArea(number));
        let maximum = Decimal::from(entry.edition.sub_area(number).map_or(0, |it| it.maximum));
        let is_better = |it: &&Best<'p>| {
            let is_other = it.entry.municipality.code != entry.municipality.code;
            is_other
                && own.is_none_or(|own| it.points > own)
                && it.points * Decimal::from(3) >= maximum * Decimal::TWO
        };
        let best = self.best.get(&number).into_iter().flatten().filter(is_better);
        best.take(BEST - 1).copied().collect()
    }

    /// What reports of the edition say there is to learn in a sub-area, from others
    /// than the municipality of `entry`.
    pub fn lessons(&self, entry: Entry<'_>, number: SubAreaNumber) -> impl Iterator<Item = Lesson<'p>> {
        let lessons = self.lessons.get(&number).into_iter().flatten();
        let own = entry.municipality.code.clone();
        lessons.filter(move |lesson| lesson.from.code != own).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_share_the_last_place_are_kept_in_their_order() {
        let kept = |points: &[u8]| {
            let mut those: Vec<_> = points.to_vec();
            keep_highest(&mut those, |it| Decimal::from(*it));
            those
        };
        assert_eq!(kept(&[1, 5, 4, 3, 5, 4, 4]), [5, 4, 5, 4, 4]);
        assert_eq!(kept(&[1, 2, 3, 1, 0]), [1, 2, 3, 1]);
        assert_eq!(kept(&[2, 1, 3]), [2, 1, 3]);
    }
}
