//! Swedish compounds and their parts (S2): who searches `dialog` means
//! `medborgardialog` as well, and no stemmer tells.
//!
//! A compound is a chain of heads, many of which end in a linking s, e, o or u,
//! and one tail, which is a word as it occurs freely, inflected or not. Both
//! come from a word list (`compound/words.txt`) and from the portal's own texts.
//! The list is for people to review; it says which words are never taken apart,
//! too.

mod inflection;
mod word_list;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::word_list::WordList;

/// Longer words are left alone, so that splitting is cheap whatever is written.
const LONGEST_WORD: usize = 80;

/// Shorter words of the portal are too often the end of something else.
const SHORTEST_LEARNT_TAIL: usize = 5;
const SHORTEST_LEARNT_NOUN: usize = 4;

/// Heads and tails, from the word list and from the portal's texts.
pub struct Vocabulary {
    list: WordList,
    heads: BTreeMap<String, Head>,
    tails: BTreeMap<String, Doubt>,
}

/// What may stand before another part.
struct Head {
    /// The word as it occurs freely: `medborgare` for `medborgar`.
    free: String,
    doubt: Doubt,
}

/// How much speaks against a part: of two splits with equally many parts, the
/// one with less doubt is right.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Doubt {
    /// It stands in the word list.
    Listed,
    /// A prefix before a word of the list.
    Prefixed,
    /// It was only met in the portal's texts.
    Learnt,
}

/// The best way from the beginning of a word to some place in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    parts: usize,
    doubt: usize,
    /// Where the last part begins: among equals, the longest last part wins.
    from: usize,
}

impl Vocabulary {
    /// The word list together with `names`, which are never taken apart, and
    /// `words`, the words of all texts of a portal; all in lower case and NFC.
    /// Words that are compounds themselves teach nothing new.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>, words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut vocabulary = Self::listed();
        for name in names {
            vocabulary.tails.extend([(name.to_owned(), Doubt::Listed), (format!("{name}s"), Doubt::Listed)]);
        }
        vocabulary.learn_all(&words.into_iter().filter(|word| is_plain(word)).collect());
        vocabulary
    }

    /// Short words first, for longer ones may consist of them.
    fn learn_all(&mut self, words: &BTreeSet<&str>) {
        let mut by_length: Vec<(usize, &str)> =
            words.iter().map(|word| (word.chars().count(), *word)).collect();
        by_length.sort_unstable();
        for (length, word) in by_length {
            let is_known = self.tail_doubt(word).is_some() || self.list.is_never_a_part(word);
            if !is_known && self.ranges(word).len() == 1 {
                self.learn(word, length, words);
            }
        }
    }

    fn listed() -> Self {
        let list = WordList::swedish();
        let tails = list.tails().map(|tail| (tail, Doubt::Listed)).collect();
        let mut heads = BTreeMap::new();
        for (head, free) in list.heads() {
            heads.entry(head).or_insert_with(|| Head { free: free.to_owned(), doubt: Doubt::Listed });
        }
        Self { list, heads, tails }
    }

    /// Any word may be a tail; a head must be a noun, as its inflections show.
    fn learn(&mut self, word: &str, length: usize, words: &BTreeSet<&str>) {
        if length >= SHORTEST_LEARNT_TAIL {
            self.tails.entry(word.to_owned()).or_insert(Doubt::Learnt);
        }
        if length < SHORTEST_LEARNT_NOUN || !inflection::is_noun_among(word, words) {
            return;
        }
        for form in inflection::noun_forms(word) {
            self.tails.entry(form).or_insert(Doubt::Learnt);
        }
        for head in inflection::noun_heads(word) {
            let entry = self.heads.entry(head);
            entry.or_insert_with(|| Head { free: word.to_owned(), doubt: Doubt::Learnt });
        }
    }

    /// The parts of `word`, which is in lower case and NFC; one part if it is no
    /// compound. A linking letter stays with its head, hyphens between parts are
    /// left out, everything else of the word is there in its order.
    pub fn split<'w>(&self, word: &'w str) -> Vec<&'w str> {
        self.ranges(word).into_iter().filter_map(|range| word.get(range)).collect()
    }

    /// What else than itself `word` should be found by: its parts and the runs of
    /// them, heads also as free words. For `kommunstyrelseordförande`: `kommun`,
    /// `kommunstyrelse`, `ordförande`, `styrelse`, `styrelseordförande`. Nothing
    /// for a word that is no compound.
    pub fn pieces(&self, word: &str) -> BTreeSet<String> {
        let parts = self.ranges(word);
        let mut pieces = BTreeSet::new();
        for (index, first) in parts.iter().enumerate() {
            for last in parts.iter().skip(index) {
                pieces.extend(self.piece(word, first.start, last));
            }
        }
        pieces.remove(word);
        pieces
    }

    /// The run of parts from `start` to the part `last`, also with `last` as a
    /// free word if another part follows.
    fn piece(&self, word: &str, start: usize, last: &Range<usize>) -> Vec<String> {
        let run = word.get(start..last.end).map(str::to_owned);
        let free = || {
            let free = self.free_form(word.get(last.clone())?)?;
            Some(word.get(start..last.start)?.to_owned() + &free)
        };
        let is_head = last.end < word.len();
        run.into_iter().chain(is_head.then(free).flatten()).collect()
    }

    /// Where the parts of `word` are; a hyphen belongs to the part before it.
    fn ranges(&self, word: &str) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        let mut start = 0;
        if self.tails.contains_key(word) {
            return vec![0..word.len()];
        }
        for segment in word.split_inclusive('-') {
            let letters = segment.trim_end_matches('-');
            let mut from = start;
            for to in self.ends(letters) {
                let to = if to == letters.len() { segment.len() } else { to };
                ranges.push(from..start + to);
                from = start + to;
            }
            start += segment.len();
        }
        ranges
    }

    /// Ends of the parts of a word without hyphens.
    fn ends(&self, word: &str) -> Vec<usize> {
        let routes = self.routes(word);
        let mut ends = Vec::new();
        let mut end = word.len();
        while let Some(route) = routes.get(&end).filter(|_| end > 0) {
            ends.push(end);
            end = route.from;
        }
        if end > 0 {
            return vec![word.len()];
        }
        ends.reverse();
        ends
    }

    /// The best route to every place that can be reached.
    fn routes(&self, word: &str) -> BTreeMap<usize, Route> {
        let mut routes = BTreeMap::from([(0, Route { parts: 0, doubt: 0, from: 0 })]);
        if word.len() > LONGEST_WORD {
            return routes;
        }
        for (from, _) in word.char_indices() {
            let Some(before) = routes.get(&from).copied() else { continue };
            for (to, doubt) in self.parts_at(word, from) {
                let doubt = before.doubt + doubt as usize;
                let route = Route { parts: before.parts + 1, doubt, from };
                routes.entry(to).and_modify(|best| *best = route.min(*best)).or_insert(route);
            }
        }
        routes
    }

    /// Ends of all parts that may begin at `from`.
    fn parts_at<'w>(&self, word: &'w str, from: usize) -> impl Iterator<Item = (usize, Doubt)> {
        let rest = word.get(from..).unwrap_or_default();
        let heads = rest.char_indices().skip(1).filter_map(move |(length, _)| {
            Some((from + length, self.head_doubt(rest.get(..length)?)?))
        });
        heads.chain(self.tail_doubt(rest).map(|doubt| (word.len(), doubt)))
    }

    fn head_doubt(&self, text: &str) -> Option<Doubt> {
        let whole = self.heads.get(text).map(|head| head.doubt);
        whole.or_else(|| self.prefixed_head(text).map(|_| Doubt::Prefixed))
    }

    fn tail_doubt(&self, text: &str) -> Option<Doubt> {
        let is_listed = |stem: &str| self.tails.get(stem) == Some(&Doubt::Listed);
        let whole = self.tails.get(text).copied();
        whole.or_else(|| self.list.stems(text).any(|(_, stem)| is_listed(stem)).then_some(Doubt::Prefixed))
    }

    /// `utbyggnads` by way of `byggnads`: the prefix and the known head.
    fn prefixed_head<'w>(&self, text: &'w str) -> Option<(&'w str, &Head)> {
        let known = self.list.stems(text).filter_map(|(prefix, stem)| Some((prefix, self.heads.get(stem)?)));
        known.into_iter().find(|(_, head)| head.doubt == Doubt::Listed)
    }

    fn free_form(&self, head: &str) -> Option<String> {
        if let Some(known) = self.heads.get(head) {
            return Some(known.free.clone());
        }
        self.prefixed_head(head).map(|(prefix, known)| prefix.to_owned() + &known.free)
    }
}

/// Whether a word can teach anything: letters only, not cut out of an address.
fn is_plain(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}
