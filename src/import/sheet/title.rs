//! What areas and sub-areas are called. Heads may have a name without a number, and a name
//! may be that of another edition than the one that is said.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::Measure;
use super::head::{Column, Head, Key, is_measured, measure, stated_maximum, words};
use crate::language::comparable;
use crate::model::{Edition, EditionId};

/// The names of all parts of all editions.
#[derive(Clone, Debug)]
pub struct Titles {
    parts: BTreeMap<String, BTreeMap<EditionId, BTreeSet<Key>>>,
}

impl Titles {
    /// The names in `editions`.
    pub fn new(editions: &BTreeMap<EditionId, Edition>) -> Self {
        let mut parts: BTreeMap<_, BTreeMap<_, BTreeSet<_>>> = BTreeMap::new();
        let mut add = |edition: &Edition, name: &str, key| {
            let title = words(&comparable(name)).join(" ");
            parts.entry(title).or_default().entry(edition.id.clone()).or_default().insert(key);
        };
        for edition in editions.values() {
            for area in &edition.areas {
                add(edition, &area.name, Key::Area(area.number));
                for sub_area in &area.sub_areas {
                    add(edition, &sub_area.name, Key::SubArea(sub_area.number));
                }
            }
        }
        Self { parts }
    }

    /// The head `text` that is a name without a number, if that is the same part in every
    /// edition that has the name.
    pub fn head(&self, text: &str) -> Option<Head> {
        let text = comparable(text);
        let words = words(&text);
        let (maximum, rest) = stated_maximum(&words);
        let (title, measure) = self.known(rest)?;
        let key = self.only(&title)?;
        Some(Head { column: Column::Value(key, measure), maximum, title: Some(title) })
    }

    /// The part that is called `text` in every edition that has the name.
    pub fn part(&self, text: &str) -> Option<Key> {
        self.only(&words(&comparable(text)).join(" "))
    }

    /// The editions in which another part than `key` is called `title`, if `edition` is not one
    /// in which `key` is; nothing of a name that no edition has.
    pub fn misfit(&self, title: &str, key: Key, edition: &EditionId) -> Option<Vec<&EditionId>> {
        let words: Vec<_> = title.split(' ').collect();
        let (title, _) = self.known(&words)?;
        let editions = self.parts.get(&title)?;
        let fits = editions.get(edition).is_some_and(|keys| keys.contains(&key));
        (!fits).then(|| editions.keys().collect())
    }

    /// The name that `words` are, and what is measured if the last of them say so: a name may
    /// end with such words itself.
    fn known(&self, words: &[&str]) -> Option<(String, Measure)> {
        let whole = words.join(" ");
        if self.parts.contains_key(&whole) {
            return Some((whole, Measure::Points));
        }
        let count = words.iter().rev().take_while(|word| is_measured(word)).count();
        let (name, said) = words.split_at_checked(words.len() - count)?;
        let title = name.join(" ");
        self.parts.contains_key(&title).then(|| (title, measure(said).unwrap_or(Measure::Points)))
    }

    fn only(&self, title: &str) -> Option<Key> {
        let mut keys = self.parts.get(title)?.values().flatten();
        let first = keys.next()?;
        keys.all(|key| key == first).then_some(*first)
    }
}
