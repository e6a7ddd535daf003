//! What words are found by: the stem of each, and those of the words that a
//! compound hides.

use std::cmp::Ordering;

use ahash::RandomState;
use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;

use super::corpus::number;
use crate::language::{self, StopWords};

/// The words that compounds hide.
pub(super) struct Parts {
    /// Each of them, once.
    pub(super) all: IndexSet<String, RandomState>,
    /// Which of them each word hides.
    of_words: Vec<Vec<u32>>,
}

impl Parts {
    /// `of_words` has those of every word.
    pub(super) fn new(of_words: Vec<Vec<String>>) -> Self {
        let mut all = IndexSet::default();
        let mut add = |part| number(all.insert_full(part).0);
        let of_words = of_words.into_iter().map(|parts| parts.into_iter().map(&mut add).collect()).collect();
        Self { all, of_words }
    }
}

/// The terms of all words.
pub(super) struct Terms {
    /// Every term, in the order of [`by_letters`].
    pub(super) all: Vec<Term>,
    words: Vec<Word>,
    /// The terms that words hide, those of the first word first.
    hidden: Vec<u32>,
}

/// What is asked of a word wherever it is written: few bytes, so that those of many words
/// are at hand.
struct Word {
    /// The number of its term.
    term: u32,
    /// Where in the list of hidden terms its own begin and end.
    hidden: (u32, u32),
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
    pub(super) fn new(words: &[&str], parts: &Parts, stop: &StopWords) -> Self {
        let all_parts: Vec<&str> = parts.all.iter().map(String::as_str).collect();
        let [stems, part_stems] = [words, &all_parts]
            .map(|words| words.par_iter().map(|word| stop.term(word).into_owned()).collect::<Vec<String>>());
        let mut met: Vec<&str> = stems.iter().chain(&part_stems).map(String::as_str).collect();
        met.par_sort_unstable();
        met.dedup();
        let term = |exact: &&str| Term { folded: language::fold(exact), exact: (*exact).to_owned() };
        let mut terms: Vec<Term> = met.par_iter().map(term).collect();
        terms.par_sort_unstable_by(by_letters);
        let places: IndexMap<&str, u32, RandomState> =
            terms.iter().map(|term| term.exact.as_str()).zip(0..).collect();
        let place = |term: &String| places.get(term.as_str()).copied().unwrap_or_default();
        let [stems, part_stems] =
            [stems, part_stems].map(|stems| stems.par_iter().map(place).collect::<Vec<u32>>());
        let mut hidden = Vec::new();
        let words = stems.into_iter().zip(&parts.of_words).map(|(term, parts)| {
            let start = number(hidden.len());
            hidden.extend(parts.iter().filter_map(|part| part_stems.get(*part as usize)));
            Word { term, hidden: (start, number(hidden.len())) }
        });
        let words = words.collect();
        Self { all: terms, words, hidden }
    }

    /// The number of a word's term.
    pub(super) fn of(&self, word: u32) -> u32 {
        self.words.get(word as usize).map_or(0, |word| word.term)
    }

    /// The numbers of the terms that a word hides.
    pub(super) fn hidden_in(&self, word: u32) -> &[u32] {
        let Some(Word { hidden: (start, end), .. }) = self.words.get(word as usize) else { return &[] };
        self.hidden.get(*start as usize..*end as usize).unwrap_or_default()
    }

    /// How many words there are.
    pub(super) fn count_of_words(&self) -> usize {
        self.words.len()
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
        let terms = Terms::new(&words, &Parts::new(parts), &StopWords::default());
        let exact: Vec<_> = terms.all.iter().map(|term| term.exact.as_str()).collect();
        assert_eq!(exact, ["bo", "bock", "böck", "bok", "kommun", "kommunbok"]);
        assert_eq!([terms.of(2), terms.of(3)], [3, 5]);
        assert_eq!(terms.hidden_in(3), [3, 4]);
        assert!(terms.hidden_in(0).is_empty());
    }
}
