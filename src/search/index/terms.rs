//! What words are found by: the stem of each, and those of the words that a
//! compound hides.

use std::cmp::Ordering;

use ahash::RandomState;
use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;

use super::corpus::number;
use crate::language;

/// The terms of all words.
pub(super) struct Terms {
    /// Every term, in the order of [`by_letters`].
    pub(super) all: Vec<Term>,
    /// The number of each word's term.
    of_words: Vec<u32>,
    /// The terms that each word hides.
    hidden: Vec<Box<[u32]>>,
}

/// One term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Its letters without their marks: what it is sorted and looked up by.
    pub(super) folded: String,
    /// The term.
    pub(super) exact: String,
}

impl Terms {
    /// `parts` has the words that each word of `words` hides.
    pub(super) fn new(words: &[&str], parts: &[Vec<String>]) -> Self {
        let stems: Vec<String> = words.par_iter().map(|word| language::stem(word).into_owned()).collect();
        let mut met: IndexSet<&str, RandomState> = stems.iter().map(String::as_str).collect();
        let stemmed =
            |parts: &Vec<String>| parts.iter().map(|part| language::stem(part).into_owned()).collect();
        let parts: Vec<Vec<String>> = parts.par_iter().map(stemmed).collect();
        met.extend(parts.iter().flatten().map(String::as_str));
        let term = |exact: &str| Term { folded: language::fold(exact), exact: exact.to_owned() };
        let mut terms: Vec<Term> = met.into_iter().map(term).collect();
        terms.par_sort_unstable_by(by_letters);
        let places: IndexMap<&str, u32, RandomState> =
            terms.iter().map(|term| term.exact.as_str()).zip(0..).collect();
        let place = |term: &String| places.get(term.as_str()).copied().unwrap_or_default();
        let of_words = stems.iter().map(place).collect();
        let hidden = parts.iter().map(|parts| parts.iter().map(place).collect()).collect();
        Self { all: terms, of_words, hidden }
    }

    /// The number of a word's term.
    pub(super) fn of(&self, word: u32) -> u32 {
        self.of_words.get(word as usize).copied().unwrap_or_default()
    }

    /// The numbers of the terms that a word hides.
    pub(super) fn hidden_in(&self, word: u32) -> &[u32] {
        self.hidden.get(word as usize).map(AsRef::as_ref).unwrap_or_default()
    }

    /// How many words there are.
    pub(super) fn count_of_words(&self) -> usize {
        self.of_words.len()
    }

    /// How many there are.
    pub(super) fn count(&self) -> u32 {
        number(self.all.len())
    }
}

/// Terms are sorted by their plain letters, so that spellings with and without
/// marks lie together.
fn by_letters(one: &Term, other: &Term) -> Ordering {
    by_units(&one.folded, &other.folded).then_with(|| by_units(&one.exact, &other.exact))
}

/// The order in which JavaScript compares text.
pub(super) fn by_units(one: &str, other: &str) -> Ordering {
    if one.is_ascii() && other.is_ascii() {
        return one.cmp(other);
    }
    one.encode_utf16().cmp(other.encode_utf16())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_sorted_by_plain_letters() {
        let words = ["böcker", "bo", "bok", "kommunbok", "bocka"];
        let mut parts = vec![Vec::new(); 5];
        parts[3] = vec!["boken".to_owned(), "kommunen".to_owned()];
        let terms = Terms::new(&words, &parts);
        let exact: Vec<_> = terms.all.iter().map(|term| term.exact.as_str()).collect();
        assert_eq!(exact, ["bo", "bock", "böck", "bok", "kommun", "kommunbok"]);
        assert_eq!([terms.of(2), terms.of(3)], [3, 5]);
        assert_eq!(terms.hidden_in(3), [3, 4]);
        assert!(terms.hidden_in(0).is_empty());
    }
}
