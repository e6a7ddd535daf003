//! Texts of an evaluation, cut along their headings.

use std::collections::BTreeMap;

use super::SubAreaNumber;
use crate::markdown::Prose;

/// The narrative of one area.
#[derive(Clone, Debug, Default)]
pub struct AreaNarrative {
    /// What stands before the first heading.
    pub introduction: Prose,
    /// One section per sub-area that has a text, in the text's order.
    pub sections: Vec<Section>,
    /// What the evaluators list at its end.
    pub lists: Lists,
}

/// One of the lists in which the evaluators sum up an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// What they found strong.
    Strengths,
    /// What exists in part and can become better (2010 edition).
    Partials,
    /// What can be improved.
    Improvements,
}

impl List {
    /// All lists, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Strengths, Self::Partials, Self::Improvements];

    /// Its name in data files and in the names of texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Strengths => "strengths",
            Self::Partials => "partials",
            Self::Improvements => "improvements",
        }
    }
}

/// The items of an area's lists.
#[derive(Clone, Debug, Default)]
pub struct Lists(BTreeMap<List, Vec<Prose>>);

impl Lists {
    /// The items of `list`; none when the area does not have it. An area without a
    /// narrative has no lists at all.
    pub fn items(&self, list: List) -> &[Prose] {
        self.0.get(&list).map_or(&[], Vec::as_slice)
    }

    /// Gives `list` these items in place of those it had.
    pub fn set(&mut self, list: List, items: Vec<Prose>) {
        self.0.insert(list, items);
    }

    /// The lists that hold anything, in the order in which they are shown.
    pub fn iter(&self) -> impl Iterator<Item = (List, &[Prose])> {
        self.0.iter().filter(|(_, items)| !items.is_empty()).map(|(list, items)| (*list, items.as_slice()))
    }
}

/// The part of a narrative that is about one sub-area.
#[derive(Clone, Debug)]
pub struct Section {
    /// The sub-area.
    pub sub_area: SubAreaNumber,
    /// Its heading without the number.
    pub heading: String,
    /// Its text.
    pub prose: Prose,
}
