//! What words are found by: the stem of each, and those of the words that a
//! compound hides.

use std::cmp::Ordering;

use ahash::RandomState;
use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;

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
        let stemmed =
            |parts: &Vec<String>| parts.iter().map(|part| language::stem(part).into_owned()).collect();
        let parts: Vec<Vec<String>> = parts.par_iter().map(stemmed).collect();
        let met: IndexSet<&str, RandomState> =
            stems.iter().chain(parts.iter().flatten()).map(String::as_str).collect();
        let met: Vec<&str> = met.into_iter().collect();
        let term = |exact: &&str| Term { folded: language::fold(exact), exact: (*exact).to_owned() };
        let mut terms: Vec<Term> = met.par_iter().map(term).collect();
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
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }
}

/// Terms are sorted by their plain letters, so that spellings with and without
/// marks lie together.
fn by_letters(one: &Term, other: &Term) -> Ordering {
    by_units(&one.folded, &other.folded).then_with(|| by_units(&one.exact, &other.exact))
}

/// The order in which JavaScript compares text: by UTF-16 code units. It differs from that
/// of bytes only where a character beyond U+FFFF meets one from U+E000 on.
pub(super) fn by_units(one: &str, other: &str) -> Ordering {
    match one.bytes().zip(other.bytes()).find(|(one, other)| one != other) {
        Some((0xee.., 0xee..)) => one.encode_utf16().cmp(other.encode_utf16()),
        Some((one, other)) => one.cmp(&other),
        None => one.len().cmp(&other.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_compared_by_its_units() {
        let sorted =
            ["", "a", "aa", "b", "ä", "å", "\u{d7ff}", "\u{10000}", "\u{10ffff}", "\u{e000}", "\u{ffff}"];
        for (at, one) in sorted.iter().enumerate() {
            for (other_at, other) in sorted.iter().enumerate() {
                assert_eq!(by_units(one, other), at.cmp(&other_at), "{one:?} {other:?}");
            }
        }
    }

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
