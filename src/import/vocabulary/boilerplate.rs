//! Sentences that every report has. They are recognised one by one, so that
//! what a report says of its own among them is kept.
//!
//! The publisher's sentences are not ours to keep. What is kept of them is a
//! set of fingerprints of three words in a row, which tells a sentence that
//! has been seen before, also when a name in it has changed, and nothing else.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::fingerprint::fingerprint;
use super::sentence::sentences;
use crate::language::comparable;

/// Fingerprints of known sentences.
#[derive(Clone, Debug, Default)]
pub struct Boilerplate(BTreeSet<u32>);

/// How many of ten triples of words must be known for a sentence to be nearly
/// one that has been seen.
const MIN_KNOWN_OF_TEN: usize = 6;

impl Boilerplate {
    /// The sentences of the reports we have seen.
    pub fn known() -> &'static Self {
        static KNOWN: LazyLock<Boilerplate> =
            LazyLock::new(|| Boilerplate::read(include_str!("boilerplate.txt")));
        &KNOWN
    }

    /// Reads fingerprints as [`Self::index`] writes them.
    pub fn read(index: &str) -> Self {
        Self(index.split_whitespace().filter_map(|it| u32::from_str_radix(it, 16).ok()).collect())
    }

    /// Learns all sentences of `text`.
    pub fn learn(&mut self, text: &str) {
        for line in text.lines() {
            for range in sentences(line) {
                self.0.extend(fingerprints(line.get(range).unwrap_or_default()));
            }
        }
    }

    /// The fingerprints as text, eight to a line.
    pub fn index(&self) -> String {
        let prints: Vec<_> = self.0.iter().map(|it| format!("{it:08x}")).collect();
        prints.chunks(8).map(|line| line.join(" ") + "\n").collect()
    }

    /// How much of `sentence` has been seen before.
    pub fn likeness(&self, sentence: &str) -> Likeness {
        let prints = fingerprints(sentence);
        let known = prints.iter().filter(|it| self.0.contains(it)).count();
        match known {
            0 => Likeness::New,
            _ if known == prints.len() => Likeness::Same,
            _ if known * 10 >= prints.len() * MIN_KNOWN_OF_TEN => Likeness::Near,
            _ => Likeness::New,
        }
    }
}

/// How much of a sentence has been seen before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// All of it; names may differ.
    Same,
    /// Most of it: a word or two differ.
    Near,
    /// Nothing, or too little to say so.
    New,
}

/// The fingerprints of every three words in a row, or of a text of three words
/// or fewer as a whole. All names, told by a capital within the sentence, count
/// as the same word.
fn fingerprints(sentence: &str) -> Vec<u32> {
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = words.enumerate().map(|(at, word)| match at {
        0 => comparable(word),
        _ if word.starts_with(char::is_uppercase) => NAME.to_owned(),
        _ => comparable(word),
    });
    let plain: Vec<_> = plain.collect();
    let words: Vec<_> = plain.iter().map(String::as_str).collect();
    match words.len() {
        0 => Vec::new(),
        1..=3 => vec![of_words(&words)],
        _ => words.windows(3).map(of_words).collect(),
    }
}

/// The word that stands for any name.
const NAME: &str = "·";

fn of_words(words: &[&str]) -> u32 {
    fingerprint(words.iter().flat_map(|word| word.bytes().chain([b' '])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_known_with_another_name_in_it() {
        let mut known = Boilerplate::default();
        known.learn("Rådet i Norrby läser alla brev som kommer in under våren. Vi tackar alla.");
        let known = Boilerplate::read(&known.index());
        for (sentence, likeness) in [
            ("Rådet i Söderby läser alla brev som kommer in under våren.", Likeness::Same),
            ("Rådet i Söderby läser alla brev som kommer in under hösten.", Likeness::Near),
            ("Vi tackar alla.", Likeness::Same),
            ("Rådet i Norrby har sålt alla sina möbler under våren.", Likeness::New),
            ("Vi", Likeness::New),
            ("", Likeness::New),
        ] {
            assert_eq!(known.likeness(sentence), likeness, "{sentence}");
        }
    }
}
