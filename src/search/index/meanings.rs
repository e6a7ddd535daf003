//! What else to look for when a word is asked for: words that mean the same (S6), and
//! nouns whose plural has another vowel.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use rayon::prelude::*;

use super::file::File;
use super::terms::{Term, by_units};
use crate::language::{self, StopWords};
use crate::model::SynonymSet;
use crate::search::analysis::{self, Token};

/// What else to look for, by what is asked for. Both are terms with spaces between
/// them: a phrase has several.
pub(super) type Meanings = BTreeMap<String, BTreeMap<String, u8>>;

/// How much of a hit is left, in percent, if a text has the other number of a noun.
const NUMBER: u8 = 95;

/// The same for an official word where an everyday one is asked for.
const OFFICIAL: u8 = 80;

/// The same for any other word of a set.
const SAME: u8 = 50;

/// How many bytes share a file, before compression. A query loads one for each of its words.
const FILE: usize = 4_000;

/// What `synonyms` says, and what the `terms` that texts have can be found by. Meanings that no
/// text has are left out: a reader would load files in vain.
pub(super) fn meanings(synonyms: &[SynonymSet], terms: &[&Term], stop: &StopWords) -> Meanings {
    let mut meanings = Meanings::new();
    let numbers = terms
        .par_iter()
        .flat_map_iter(|Term { exact, .. }| language::other_numbers(exact).map(move |it| (it, exact)));
    for (other, term) in numbers.collect::<Vec<_>>() {
        add(&mut meanings, &other, term, NUMBER);
    }
    // Readers look terms up by their plain letters.
    let there: BTreeSet<&str> = terms.iter().map(|term| term.folded.as_str()).collect();
    let is_there =
        |meant: &&String| meant.split(' ').all(|term| there.contains(language::fold(term).as_str()));
    for SynonymSet { everyday, official } in synonyms {
        let [everyday, official] = [everyday, official]
            .map(|entries| entries.iter().map(|entry| terms_of(entry, stop)).collect::<Vec<_>>());
        for said in &everyday {
            for meant in official.iter().filter(is_there) {
                add(&mut meanings, said, meant, OFFICIAL);
            }
        }
        for said in everyday.iter().chain(&official) {
            for meant in everyday.iter().chain(&official).filter(is_there) {
                add(&mut meanings, said, meant, SAME);
            }
        }
    }
    meanings
}

/// Adds a meaning, the best of several.
fn add(meanings: &mut Meanings, said: &str, meant: &str, weight: u8) {
    if said != meant {
        let known = meanings.entry(said.to_owned()).or_default().entry(meant.to_owned()).or_default();
        *known = weight.max(*known);
    }
}

/// The terms of an entry, without words that say nothing beside the others.
fn terms_of(entry: &str, stop: &StopWords) -> String {
    let composed = analysis::composed(entry);
    let words = analysis::tokens(&composed).filter_map(|token| match token {
        Token::Word(word) => Some(word),
        Token::Joined(_) => None,
    });
    let words: Vec<&str> = words.collect();
    let telling: Vec<&str> = words.iter().copied().filter(|word| !stop.contains(word)).collect();
    let kept = if telling.is_empty() { words } else { telling };
    kept.iter().map(|word| stop.term(word)).collect::<Vec<_>>().join(" ")
}

/// The files of `meanings` in the order of the plain letters of what is asked for: JSON
/// objects, `{"said": {"meant": percent}}`. Comes with the plain letters of the first term of
/// each.
pub(super) fn files(meanings: &Meanings) -> io::Result<Vec<(String, Vec<u8>)>> {
    let plain = |said: &str| language::fold(said.split(' ').next().unwrap_or_default());
    let mut rows: Vec<_> = meanings.iter().map(|(said, meant)| (plain(said), said, meant)).collect();
    rows.sort_by(|one, other| by_units(&one.0, &other.0));
    let mut size = 0;
    let files = rows.chunk_by(|_, (_, said, meant)| {
        size += said.len() + meant.keys().map(|it| it.len() + 6).sum::<usize>();
        if size > FILE {
            size = 0;
        }
        size > 0
    });
    let file = |rows: &[(String, &String, &BTreeMap<String, u8>)]| {
        let mut file = File::new();
        let object: BTreeMap<_, _> = rows.iter().map(|(_, said, meant)| (said, meant)).collect();
        file.bytes(&serde_json::to_vec(&object)?);
        let first = rows.first().map(|(plain, ..)| plain.clone()).unwrap_or_default();
        Ok((first, file.compressed()?))
    };
    files.map(file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The meanings of `sets` in texts with these terms.
    fn meanings_of(sets: &[SynonymSet], terms: &[&str]) -> Meanings {
        let term = |exact: &&str| Term { folded: language::fold(exact), exact: (*exact).to_owned() };
        let terms: Vec<_> = terms.iter().map(term).collect();
        meanings(sets, &terms.iter().collect::<Vec<_>>(), &StopWords::default())
    }

    #[test]
    fn an_everyday_word_means_official_ones() {
        let set = SynonymSet {
            everyday: vec!["dagis".to_owned(), "plats på dagis".to_owned()],
            official: vec!["förskola".to_owned()],
        };
        let there = ["kokböck", "bok", "dagis", "förskol", "plat"];
        let meanings = meanings_of(&[set], &there);
        let of = |said: &str| {
            let meant = meanings.get(said).into_iter().flatten();
            meant.map(|(meant, weight)| (meant.as_str(), *weight)).collect::<Vec<_>>()
        };
        assert_eq!(of("dagis"), [("förskol", 80), ("plat dagis", 50)]);
        assert_eq!(of("plat dagis"), [("dagis", 50), ("förskol", 80)]);
        assert_eq!(of("förskol"), [("dagis", 50), ("plat dagis", 50)]);
        assert_eq!(of("kokbok"), [("kokböck", 95)]);
        assert_eq!(of("böck"), [("bok", 95)]);
        assert_eq!(of("bok"), []);
    }

    #[test]
    fn what_no_text_has_is_no_meaning() {
        let set = SynonymSet {
            everyday: vec!["dagis".to_owned(), "plats på dagis".to_owned()],
            official: vec!["förskola".to_owned(), "pedagogisk omsorg".to_owned()],
        };
        // A text may be found by its plain letters.
        let meanings = meanings_of(&[set], &["dagis", "forskol", "omsorg"]);
        let meant = |said: &str| meanings.get(said).into_iter().flat_map(BTreeMap::keys).collect::<Vec<_>>();
        assert_eq!(meant("dagis"), ["förskol"]);
        assert_eq!(meant("plat dagis"), ["dagis", "förskol"]);
        assert!(meanings_of(&[], &[]).is_empty());
    }

    #[test]
    fn files_are_cut_between_entries() {
        let set = |number: u32| SynonymSet {
            everyday: vec![format!("vardag{number}")],
            official: vec![format!("offentlig{number}")],
        };
        let sets: Vec<_> = (100..500).map(set).collect();
        let there: Vec<String> =
            (100..500).flat_map(|it| [format!("vardag{it}"), format!("offentlig{it}")]).collect();
        let there: Vec<&str> = there.iter().map(String::as_str).collect();
        let files = files(&meanings_of(&sets, &there)).unwrap();
        assert!(files.len() > 3 && files.is_sorted_by_key(|(first, _)| first.clone()));
        assert_eq!(files.first().map(|(first, _)| first.as_str()), Some("offentlig100"));
    }
}
