//! Swedish compounds and their parts (S2): a search for `dialog` should find
//! `medborgardialog` as well, and a stemmer does not know that it is in there.
//!
//! A compound is a chain of heads and one tail. A head often ends in a linking
//! s, e, o or u (`verksamhets`); the tail is an ordinary word, inflected or not.
//! Heads and tails come from a word list that people review
//! (`compound/words.txt`) and from the portal's own texts. A word that can be a
//! tail itself is never split.

mod inflection;
mod word_list;

use std::collections::BTreeSet;
use std::ops::Range;

use ahash::RandomState;
use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;

use self::word_list::WordList;

/// The longest word that is split, in bytes. The work for longer ones would grow
/// with whatever somebody writes. The longest word without a hyphen in the first
/// reports and pages has 28 letters (`tillgänglighetsredogörelse`).
const MAX_WORD: usize = 80;

/// Words from a portal's texts become tails from this length on, in characters:
/// shorter ones are too often only the last letters of another word.
const MIN_LEARNT_TAIL: usize = 5;

/// The same for nouns, which become heads; in characters.
const MIN_LEARNT_NOUN: usize = 4;

/// What follows a prefix is a stem from this length on, in characters: shorter
/// ones are more often letters in the middle of another word.
const MIN_STEM: usize = 4;

/// Heads and tails, from the word list and from a portal's texts.
pub struct Vocabulary {
    list: WordList,
    /// Heads, and under `None` every beginning of a head that is none itself: whoever
    /// looks for the heads at some place of a word stops where no longer one can follow.
    heads: Heads,
    tails: IndexMap<String, Doubt, RandomState>,
}

type Heads = IndexMap<String, Option<Head>, RandomState>;

/// What may stand before another part.
struct Head {
    /// The ordinary word it comes from: `medborgare` for `medborgar`.
    free: String,
    doubt: Doubt,
}

/// How doubtful a part is, the most trustworthy first. Of two splits with equally
/// many parts, the one whose doubts add up to less is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Doubt {
    /// It stands in the word list.
    Listed,
    /// A head of the list with an s that it only takes when another part stands
    /// before it: `bandnät`, but `bredbandsnät`.
    Linked,
    /// A prefix before a word of the list: `ombyggnads`.
    Prefixed,
    /// It was only met in the portal's texts.
    Learnt,
}

/// The best way found to split a word from its beginning to some place in it.
/// Routes are compared by their fields in this order; less is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    parts: usize,
    doubt: usize,
    /// Where the last part begins. Of otherwise equal routes, the one with the
    /// longest last part is best.
    from: usize,
}

impl Vocabulary {
    /// The word list, together with what `names` and `words` add to it; both are
    /// in lower case and NFC. `names` are never split. `words` are all words of a
    /// portal's texts; those that are made of known parts add nothing.
    pub fn new<'a>(
        names: impl IntoIterator<Item = &'a str>,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut vocabulary = Self::listed();
        for name in names {
            vocabulary.add_name(name);
        }
        vocabulary.learn(&words.into_iter().filter(|word| is_plain(word)).collect());
        vocabulary
    }

    fn listed() -> Self {
        let list = WordList::swedish();
        let mut heads = Heads::default();
        for (head, free) in list.heads() {
            add_head(&mut heads, head, free, Doubt::Listed);
        }
        for (head, free) in linked(&heads) {
            add_head(&mut heads, head, &free, Doubt::Linked);
        }
        let tails = list.tails().map(|tail| (tail, Doubt::Listed)).collect();
        Self { list, heads, tails }
    }

    /// A name can be a whole word, or a head in its genitive: `burlövsmodellen`.
    fn add_name(&mut self, name: &str) {
        let genitive = format!("{}s", name.trim_end_matches('s'));
        self.tails.insert(name.to_owned(), Doubt::Listed);
        self.tails.insert(genitive.clone(), Doubt::Listed);
        add_head(&mut self.heads, genitive, name, Doubt::Learnt);
    }

    /// Adds parts from `words`, short words first, because longer ones may be
    /// made of them.
    fn learn(&mut self, words: &IndexSet<&str, RandomState>) {
        let mut by_length: Vec<(usize, &str)> =
            words.iter().map(|word| (word.chars().count(), *word)).collect();
        by_length.par_sort_unstable();
        // Words of one length are no parts of each other.
        for of_length in by_length.chunk_by(|one, other| one.0 == other.0) {
            let is_new =
                |(_, word): &&(usize, &str)| !self.list.is_never_a_part(word) && !self.can_make(word);
            let new: Vec<_> = of_length.par_iter().filter(is_new).copied().collect();
            for (length, word) in new {
                self.learn_tail(word, length);
                self.learn_noun(word, length, words);
            }
        }
    }

    /// Whether `word` is a known part or can be split into known parts.
    fn can_make(&self, word: &str) -> bool {
        self.routes(word).last().is_some_and(Option::is_some)
    }

    /// Adds any word as a tail, unless it is too short to be trusted as one.
    fn learn_tail(&mut self, word: &str, length: usize) {
        if length >= MIN_LEARNT_TAIL {
            self.tails.insert(word.to_owned(), Doubt::Learnt);
        }
    }

    /// Adds a word as a head, with its inflections as tails, if it is a noun: its
    /// definite form stands in the texts as well.
    fn learn_noun(&mut self, word: &str, length: usize, words: &IndexSet<&str, RandomState>) {
        if length < MIN_LEARNT_NOUN || !inflection::is_noun_among(word, words) {
            return;
        }
        for form in inflection::noun_forms(word) {
            self.tails.entry(form).or_insert(Doubt::Learnt);
        }
        for head in inflection::noun_heads(word) {
            add_head(&mut self.heads, head, word, Doubt::Learnt);
        }
    }

    /// The parts of `word`, which is in lower case and NFC: one part if it is no
    /// compound, none if it is empty. Joined they give the word again, since a
    /// linking letter or a hyphen belongs to the head before it.
    pub fn split<'w>(&self, word: &'w str) -> Vec<&'w str> {
        self.ranges(word).into_iter().filter_map(|range| word.get(range)).collect()
    }

    /// What a search may ask for when it should find `word`, apart from the word
    /// itself: its parts and neighbouring parts together, with the last of them
    /// both as it stands and as an ordinary word. `verksamhetsplan` has `plan`,
    /// `verksamhet` and `verksamhets`. Nothing for a word that is no compound.
    pub fn pieces(&self, word: &str) -> BTreeSet<String> {
        let parts = self.ranges(word);
        let mut pieces = BTreeSet::new();
        for (index, last) in parts.iter().enumerate() {
            let forms = self.forms(word, last);
            for first in parts.iter().take(index + 1) {
                let before = word.get(first.start..last.start).unwrap_or_default();
                pieces.extend(forms.iter().map(|form| format!("{before}{form}")));
            }
        }
        pieces.remove(word);
        pieces.retain(|piece| piece.chars().nth(1).is_some());
        pieces
    }

    /// A part of `word` as it stands and, if it is a head, as an ordinary word.
    fn forms(&self, word: &str, part: &Range<usize>) -> Vec<String> {
        let text = word.get(part.clone()).unwrap_or_default().trim_end_matches('-');
        let free = if part.end < word.len() { self.free_form(text) } else { None };
        free.into_iter().chain([text.to_owned()]).collect()
    }

    /// Where the parts of `word` are.
    fn ranges(&self, word: &str) -> Vec<Range<usize>> {
        let starts = if self.tails.contains_key(word) { vec![0] } else { self.starts(word) };
        let ends = starts.iter().skip(1).copied().chain([word.len()]);
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
    }

    /// Where the parts of a word begin that is no tail itself. A part begins after
    /// every hyphen.
    fn starts(&self, word: &str) -> Vec<usize> {
        let mut starts = Vec::new();
        let mut start = 0;
        for segment in word.split_inclusive('-') {
            let parts = self.segment_starts(segment.trim_end_matches('-'));
            starts.extend(parts.into_iter().map(|part| start + part));
            start += segment.len();
        }
        starts
    }

    /// Where the parts of a word without hyphens begin, on the best route to its
    /// end.
    fn segment_starts(&self, word: &str) -> Vec<usize> {
        let routes = self.routes(word);
        let mut starts = Vec::new();
        let mut at = word.len();
        while let Some(Some(route)) = routes.get(at).filter(|_| at > 0) {
            at = route.from;
            starts.push(at);
        }
        if starts.is_empty() {
            return vec![0];
        }
        starts.reverse();
        starts
    }

    /// The best route to every place of the word, where there is one.
    fn routes(&self, word: &str) -> Vec<Option<Route>> {
        if word.len() > MAX_WORD {
            return Vec::new();
        }
        let mut routes = vec![None; word.len() + 1];
        if let Some(start) = routes.first_mut() {
            *start = Some(Route { parts: 0, doubt: 0, from: 0 });
        }
        for (from, _) in word.char_indices() {
            let Some(Some(before)) = routes.get(from).copied() else { continue };
            for (to, doubt) in self.parts_at(word, from) {
                let route = Route { parts: before.parts + 1, doubt: before.doubt + doubt as usize, from };
                if let Some(best) = routes.get_mut(to) {
                    *best = Some(best.map_or(route, |best| route.min(best)));
                }
            }
        }
        routes
    }

    /// Ends of the parts that may begin at `from`.
    fn parts_at(&self, word: &str, from: usize) -> Vec<(usize, Doubt)> {
        let rest = word.get(from..).unwrap_or_default();
        let mut parts = self.plain_parts(rest);
        for (prefix, stem) in self.list.prefixes_of(rest) {
            let stems = self.plain_parts(stem).into_iter().filter(|(length, doubt)| {
                *doubt == Doubt::Listed && stem.get(..*length).is_some_and(is_stem)
            });
            parts.extend(stems.map(|(length, _)| (prefix.len() + length, Doubt::Prefixed)));
        }
        parts.retain(|(_, doubt)| from > 0 || *doubt != Doubt::Linked);
        parts.into_iter().map(|(length, doubt)| (from + length, doubt)).collect()
    }

    /// Lengths in bytes of the parts that `rest` may begin with, prefixes left
    /// aside.
    fn plain_parts(&self, rest: &str) -> Vec<(usize, Doubt)> {
        let ends = rest.char_indices().map(|(end, _)| end).skip(1);
        let heads = ends.map_while(|end| Some((end, self.heads.get(rest.get(..end)?)?)));
        let heads = heads.filter_map(|(end, head)| Some((end, head.as_ref()?.doubt)));
        let tail = self.tails.get(rest).map(|doubt| (rest.len(), *doubt));
        heads.chain(tail).collect()
    }

    /// A head as an ordinary word. If it is unknown but begins with a prefix, the
    /// rest of it is looked up and the prefix put back.
    fn free_form(&self, head: &str) -> Option<String> {
        let known = |head: &str| self.heads.get(head)?.as_ref();
        if let Some(known) = known(head) {
            return Some(known.free.clone());
        }
        let mut stems = self.list.prefixes_of(head);
        stems.find_map(|(prefix, stem)| Some(format!("{prefix}{}", known(stem)?.free)))
    }
}

/// Every head that is an ordinary word, with the linking s that it may take when
/// another part stands before it.
fn linked(heads: &Heads) -> Vec<(String, String)> {
    let heads = heads.iter().filter_map(|(text, head)| Some((text, head.as_ref()?)));
    let whole = heads.filter(|(text, head)| **text == head.free && !text.ends_with('s'));
    whole.map(|(text, head)| (format!("{text}s"), head.free.clone())).collect()
}

/// Adds a head with the word it comes from, unless it is known already.
fn add_head(heads: &mut Heads, head: String, free: &str, doubt: Doubt) {
    for (end, _) in head.char_indices().rev().take_while(|(end, _)| *end > 0) {
        // Whatever is known has its own beginnings.
        match head.get(..end) {
            Some(beginning) if !heads.contains_key(beginning) => heads.insert(beginning.to_owned(), None),
            _ => break,
        };
    }
    heads.entry(head).or_default().get_or_insert_with(|| Head { free: free.to_owned(), doubt });
}

/// Whether a word has only letters. Others are pieces of codes and addresses, and
/// nothing is learnt from them.
fn is_plain(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

fn is_stem(text: &str) -> bool {
    text.chars().count() >= MIN_STEM
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["habo", "lindesberg", "burlöv", "malung-sälen"];
    const WORDS: [&str; 5] = ["kokillen", "kokill", "trikålon", "kokillmodell", "överallt"];

    fn check(word: &str, expected: &[&str]) {
        let vocabulary = Vocabulary::new(NAMES, WORDS);
        let parts = vocabulary.split(word);
        assert_eq!(parts, expected, "{word}");
        assert_eq!(parts.concat(), word);
    }

    #[test]
    fn compounds_are_taken_apart() {
        check("medborgardialogerna", &["medborgar", "dialogerna"]);
        check("verksamhetsplan", &["verksamhets", "plan"]);
        check("gatukontor", &["gatu", "kontor"]);
        check("kommunstyrelseordförande", &["kommun", "styrelse", "ordförande"]);
        check("ombyggnadsplan", &["ombyggnads", "plan"]);
        check("bredbandsstrategi", &["bred", "bands", "strategi"]);
        check("kvalitetssäkrades", &["kvalitets", "säkrades"]);
        check("e-tjänst", &["e-", "tjänst"]);
        check("eu-projektledare", &["eu-", "projekt", "ledare"]);
    }

    #[test]
    fn other_words_are_left_whole() {
        for word in
            ["-", "dialog", "uppföljning", "ledarskap", "budget", "framtid", "eller", "örat", "日本語"]
        {
            check(word, &[word]);
        }
        let endless = "kommun".repeat(1000) + "plan";
        check(&endless, &[&endless]);
    }

    #[test]
    fn names_are_whole_and_stand_first_in_their_genitive() {
        for name in NAMES {
            check(name, &[name]);
        }
        check("lindesbergs", &["lindesbergs"]);
        check("burlövsmodellen", &["burlövs", "modellen"]);
    }

    #[test]
    fn the_texts_of_a_portal_teach_words() {
        check("kokillplan", &["kokill", "plan"]);
        check("plankokillerna", &["plan", "kokillerna"]);
        check("skoltrikålon", &["skol", "trikålon"]);
        check("trikålonskola", &["trikålonskola"]);
        check("kommunöverallt", &["kommun", "överallt"]);
    }

    #[test]
    fn pieces_are_what_people_search_for() {
        let vocabulary = Vocabulary::new(NAMES, WORDS);
        let cases: [(&str, &[&str]); 6] = [
            ("verksamhetsplan", &["plan", "verksamhet", "verksamhets"]),
            ("skolmiljön", &["miljön", "skol", "skola"]),
            ("ombyggnadsplan", &["ombyggnad", "ombyggnads", "plan"]),
            (
                "kommunstyrelseordförande",
                &["kommun", "kommunstyrelse", "ordförande", "styrelse", "styrelseordförande"],
            ),
            (
                "e-tjänsteutveckling",
                &["e-tjänst", "e-tjänste", "tjänst", "tjänste", "tjänsteutveckling", "utveckling"],
            ),
            ("dialog", &[]),
        ];
        for (word, expected) in cases {
            assert_eq!(Vec::from_iter(vocabulary.pieces(word)), expected, "{word}");
        }
    }
}
