//! Portal → Insights: what follows from the evaluations taken together.
//!
//! Editions are never mixed here: every table and every statistic (P6) is about
//! one edition, in which a municipality counts with its latest
//! evaluation.

mod extremes;
mod geography;
mod history;
mod network;
mod peers;
mod progress;
mod statistics;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use self::extremes::{Basis, Extremes, Standing, extremes};
pub use self::geography::{Geography, Neighbour};
pub use self::history::{History, Occasion};
pub use self::network::{Named, most_named, reports};
pub use self::peers::{Best, Neighbours};
pub use self::progress::{Change, ChangedValue, Spell};
pub use self::statistics::{Distribution, FEWEST, Rank, Statistics, Summary, Time};
use crate::language::Order;
use crate::model::{Code, Edition, EditionId, Entry, Facet, Lesson, Mean, Municipality, Portal};

/// What follows from a portal's evaluations. Borrows from the portal.
#[derive(Debug)]
pub struct Insights<'p> {
    /// The whole register in Swedish order (L2), under its initials.
    pub alphabet: Vec<Initial<'p>>,
    /// Evaluations that count in an edition, one per municipality, by name.
    pub editions: BTreeMap<&'p EditionId, Vec<Entry<'p>>>,
    /// How the values of each edition are spread (P6).
    pub statistics: BTreeMap<&'p EditionId, Statistics<'p>>,
    /// Who in each edition is like whom, and who is best in what.
    pub neighbours: BTreeMap<&'p EditionId, Neighbours<'p>>,
    /// The same of everyone with a result, whatever its edition: each with its latest.
    pub everyone: Neighbours<'p>,
    /// Who borders on whom, where there is a map.
    pub geography: Geography<'p>,
    /// Everything known of every municipality (P8).
    pub histories: BTreeMap<&'p Code, History<'p>>,
    /// Everybody whom a report about another municipality names, in Swedish order (P13).
    pub named: Vec<Named<'p>>,
    /// All evaluations, the latest first, then by name.
    pub latest: Vec<Entry<'p>>,
    /// Good examples and referrals: by kind, area, topic, then name.
    pub lessons: Vec<Lesson<'p>>,
    /// The same narrowed down to every facet that occurs.
    pub lessons_by: BTreeMap<Facet, Vec<Lesson<'p>>>,
}

/// The municipalities whose names begin with one letter.
#[derive(Debug)]
pub struct Initial<'p> {
    /// The letter.
    pub letter: String,
    /// Municipalities by name.
    pub municipalities: Vec<&'p Municipality>,
}

/// Derives the insights of `portal`.
pub fn derive(portal: &Portal) -> Insights<'_> {
    let order = Order::new();
    let mut register: Vec<_> = portal.municipalities.values().collect();
    register.sort_by_cached_key(|municipality| order.key(&municipality.name));
    // The register is in order, so places in it can be compared instead of names, which is quicker.
    let places: BTreeMap<_, _> =
        register.iter().zip(0_usize..).map(|(it, place)| (&it.code, place)).collect();
    let by_name = |entries: &mut Vec<Entry<'_>>| {
        entries.sort_by_cached_key(|entry| places.get(&entry.municipality.code));
    };
    let lessons = lessons(portal, &places, &order);
    let editions = editions(portal, by_name);
    let histories = history::histories(portal, &lessons);
    let newest = |municipality: &&Municipality| histories.get(&municipality.code)?.entries().next();
    let everyone: Vec<_> = register.iter().filter_map(newest).collect();
    let lists = || (peers::neighbours(&editions, &lessons), lessons_by(&lessons), latest(portal, by_name));
    let values = || statistics::statistics(portal, &editions, by_name);
    let places = || geography::geography(portal, &register);
    let ((statistics, geography), (neighbours, lessons_by, latest)) =
        rayon::join(|| rayon::join(values, places), lists);
    Insights {
        everyone: peers::whereabouts(&everyone),
        alphabet: alphabet(&register, &order),
        statistics,
        neighbours,
        geography,
        editions,
        named: network::named(&register, &histories),
        histories,
        latest,
        lessons_by,
        lessons,
    }
}

impl<'p> Insights<'p> {
    /// What is known of `municipality`; `None` when it has no page (P8).
    pub fn history(&self, municipality: &Municipality) -> &History<'p> {
        static UNKNOWN: History<'static> = History { occasions: Vec::new(), lessons: Vec::new() };
        self.histories.get(&municipality.code).unwrap_or(&UNKNOWN)
    }

    /// What became of the totals of those who count in `edition`, by name.
    pub fn total_changes(&self, edition: &Edition) -> Vec<(Change<'p>, ChangedValue<'p>)> {
        let counting = self.editions.get(&edition.id).into_iter().flatten();
        counting.flat_map(|entry| self.history(entry.municipality).total_changes(edition)).collect()
    }

    /// The published mean to compare the values of an edition with: the first
    /// one that has the value it is `wanted` for, because their file lists the
    /// best first.
    pub fn mean(portal: &'p Portal, edition: &EditionId, wanted: impl Fn(&Mean) -> bool) -> Option<&'p Mean> {
        portal.means.iter().find(|mean| mean.edition == *edition && wanted(mean))
    }
}

fn alphabet<'p>(register: &[&'p Municipality], order: &Order) -> Vec<Initial<'p>> {
    let mut alphabet: Vec<Initial<'p>> = Vec::new();
    for municipality in register {
        let letter = order.initial(&municipality.name);
        match alphabet.last_mut().filter(|initial| initial.letter == letter) {
            Some(initial) => initial.municipalities.push(municipality),
            None => alphabet.push(Initial { letter, municipalities: vec![municipality] }),
        }
    }
    alphabet
}

/// The evaluations that count in each edition: of every municipality the latest one
/// that was made in it.
fn editions<'p>(
    portal: &'p Portal,
    by_name: impl Fn(&mut Vec<Entry<'p>>),
) -> BTreeMap<&'p EditionId, Vec<Entry<'p>>> {
    let mut counting: BTreeMap<_, BTreeMap<_, _>> =
        portal.editions.keys().map(|id| (id, BTreeMap::new())).collect();
    // Evaluations come sorted by municipality, then year, so a later one replaces an
    // earlier one.
    for entry in portal.entries() {
        if let Some(edition) = counting.get_mut(&entry.evaluation.edition) {
            edition.insert(&entry.municipality.code, entry);
        }
    }
    let sorted = counting.into_iter().map(|(id, entries)| {
        let mut entries = entries.into_values().collect();
        by_name(&mut entries);
        (id, entries)
    });
    sorted.collect()
}

fn latest<'p>(portal: &'p Portal, by_name: impl Fn(&mut Vec<Entry<'p>>)) -> Vec<Entry<'p>> {
    let mut all: Vec<_> = portal.entries().collect();
    by_name(&mut all);
    // The sort is stable, so evaluations of the same month stay in order of their
    // names.
    all.sort_by_key(|entry| std::cmp::Reverse((entry.evaluation.key.year, entry.evaluation.month)));
    all
}

/// All lessons, sorted. `places` are those of municipalities in Swedish order.
fn lessons<'p>(portal: &'p Portal, places: &BTreeMap<&Code, usize>, order: &Order) -> Vec<Lesson<'p>> {
    let mut lessons: Vec<_> = portal.lessons().collect();
    lessons.par_sort_by_cached_key(|lesson| {
        let topic = order.key(&lesson.place.topic);
        let names = (places.get(&lesson.from.code), places.get(&lesson.entry.municipality.code));
        (lesson.kind, lesson.area.number, topic, names, lesson.entry.evaluation.key.year)
    });
    lessons
}

fn lessons_by<'p>(lessons: &[Lesson<'p>]) -> BTreeMap<Facet, Vec<Lesson<'p>>> {
    let mut by_facet = BTreeMap::<_, Vec<_>>::new();
    for lesson in lessons {
        for facet in lesson.facets() {
            by_facet.entry(facet).or_default().push(*lesson);
        }
    }
    by_facet
}
