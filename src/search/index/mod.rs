//! The index: files that a browser finds documents with.
//!
//! `docs/search-format.md` describes them. They are made in four steps, each on
//! all processors: documents are read and packed (`corpus`), their words become
//! terms (`terms`), terms get their documents (`postings`), and everything is
//! written (`table`, and the functions below). No document is kept: the texts of a
//! country would not fit beside its pages.

mod corpus;
mod field;
mod file;
mod postings;
mod table;
mod terms;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use rayon::prelude::*;

use self::corpus::Corpus;
use self::file::{File, add_number};
use self::postings::Postings;
use self::terms::{Term, Terms, by_units};
use super::document::Document;
use crate::fingerprint::fingerprint;
use crate::language;

/// Files of an index by their path in it.
pub type Bundle = BTreeMap<String, Vec<u8>>;

/// A finished index.
#[derive(Debug, Default)]
pub struct Index {
    /// The folder that it lies in; another one whenever a byte of it changes, so that
    /// browsers may keep its files for ever.
    pub name: String,
    /// Its files.
    pub files: Bundle,
}

/// How large a file of terms gets before compression, in bytes. A query loads one
/// for each of its words; terms that many documents have get one for themselves.
const TERMS: usize = 28_000;

/// How many words share a file: about 5 kB. A query loads one or two for each of its
/// words.
const WORDS: usize = 1_200;

/// Makes the index of everything that `read` makes of `sources`, in their order.
/// `parts` says which words compounds hide, given every different word. `extra` is
/// what else a search needs to know; it becomes a part of the directory.
///
/// The same documents give the same bytes, on however many processors.
///
/// # Errors
/// When memory cannot be written to, which no machine is known to do.
pub fn index<S: Sync>(
    sources: &[S],
    read: impl Fn(&S) -> Vec<Document> + Sync,
    parts: impl Fn(&[&str]) -> Vec<Vec<String>>,
    extra: serde_json::Map<String, serde_json::Value>,
) -> io::Result<Index> {
    let mut corpus = Corpus::read(sources, read)?;
    let words: Vec<&str> = corpus.words.iter().map(String::as_str).collect();
    let parts = parts(&words);
    let terms = Terms::new(&words, &parts);
    let postings = Postings::new(&mut corpus, &terms);
    let mut files = Bundle::new();
    let groups = groups(&terms, &postings);
    let of_terms: io::Result<Vec<_>> = groups
        .par_iter()
        .with_max_len(1)
        .map(|group| Ok((term_file(group, &terms, &postings)?, place_file(group, &postings)?)))
        .collect();
    for (number, (terms, places)) in of_terms?.into_iter().enumerate() {
        files.insert(format!("terms/{number}.bin"), terms);
        files.insert(format!("places/{number}.bin"), places);
    }
    drop(postings);
    let spellings = spellings(&corpus, &parts);
    let pages: Vec<_> = spellings.chunks(WORDS).collect();
    let words: io::Result<Vec<_>> = pages.par_iter().map(|words| word_file(words)).collect();
    for (number, file) in words?.into_iter().enumerate() {
        files.insert(format!("words/{number}.bin"), file);
    }
    let first = |group: &Vec<u32>| terms.all.get(*group.first()? as usize).map(|term| term.folded.as_str());
    let firsts = groups.iter().filter_map(first).collect();
    let first_words = pages.iter().filter_map(|words| Some(words.first()?.folded.as_str())).collect();
    let (directory, columns) = table::table(&corpus, firsts, first_words)?;
    files.insert("columns.bin".to_owned(), columns);
    let mut directory = serde_json::to_value(directory)?;
    if let Some(fields) = directory.as_object_mut() {
        fields.extend(extra);
    }
    let mut file = File::new();
    file.bytes(&serde_json::to_vec(&directory)?);
    files.insert("directory.bin".to_owned(), file.compressed()?);
    drop(directory);
    let packs = corpus.batches.into_iter().flat_map(|batch| batch.packs);
    for (number, (_, pack)) in packs.enumerate() {
        files.insert(format!("texts/{number}.bin"), pack);
    }
    let parts = files.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes]);
    Ok(Index { name: fingerprint(parts), files })
}

/// Terms that share a file, by their numbers. A term that only stands inside compounds
/// that no text has is without documents, and in no file.
fn groups(terms: &Terms, postings: &Postings) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::new();
    let mut size = 0;
    let counted = (0..).zip(&terms.all).zip(&postings.counts);
    for ((number, term), count) in counted.filter(|(_, count)| **count > 0) {
        // A posting is a byte of distance and one of impact.
        let own = term.exact.len() + 4 + 2 * *count as usize;
        match groups.last_mut() {
            Some(group) if size + own <= TERMS => group.push(number),
            _ => {
                groups.push(vec![number]);
                size = 0;
            }
        }
        size += own;
    }
    groups
}

/// How many terms; for each of them the term, how many documents have it and how many
/// bytes tell which; then these bytes of all terms: the distance of each document
/// from the one before, and the impacts.
fn term_file(group: &[u32], terms: &Terms, postings: &Postings) -> io::Result<Vec<u8>> {
    let mut file = File::new();
    let mut tail = Vec::new();
    file.number(group.len());
    let mut before = "";
    for number in group {
        let Some(Term { exact, .. }) = terms.all.get(*number as usize) else { continue };
        let start = tail.len();
        let mut last = 0;
        let mut count = 0;
        for posting in postings.of(*number) {
            add_number(&mut tail, (posting.document - last) as usize);
            last = posting.document;
            count += 1;
        }
        tail.extend(postings.of(*number).map(|posting| posting.impact));
        file.word(before, exact);
        file.number(count);
        file.number(tail.len() - start);
        before = exact;
    }
    file.bytes(&tail);
    file.compressed()
}

/// How many terms; how many bytes tell the places of each; then these bytes.
fn place_file(group: &[u32], postings: &Postings) -> io::Result<Vec<u8>> {
    let mut file = File::new();
    let mut tail = Vec::new();
    file.number(group.len());
    for number in group {
        let start = tail.len();
        postings.places_of(*number).for_each(|places| tail.extend_from_slice(places));
        file.number(tail.len() - start);
    }
    file.bytes(&tail);
    file.compressed()
}

/// A word as somebody may spell it.
struct Spelling<'c> {
    folded: String,
    word: &'c str,
    /// How often it is written; 0 if it only stands inside compounds.
    count: u32,
}

/// Every word in the order of its plain letters: what a search looks through for other
/// forms of a word, and when it does not know one.
fn spellings<'c>(corpus: &'c Corpus, parts: &'c [Vec<String>]) -> Vec<Spelling<'c>> {
    let written = corpus.words.iter().map(String::as_str).zip(corpus.counts.iter().copied());
    let hidden = parts.iter().flatten().map(String::as_str);
    let hidden: BTreeSet<&str> = hidden.filter(|part| !corpus.words.contains(*part)).collect();
    let all = written.chain(hidden.into_iter().map(|part| (part, 0)));
    let spelling = |(word, count)| Spelling { folded: language::fold(word), word, count };
    let mut spellings: Vec<_> = all.map(spelling).collect();
    spellings.sort_unstable_by(|one, other| {
        by_units(&one.folded, &other.folded).then_with(|| by_units(one.word, other.word))
    });
    spellings
}

/// Words and how often each is written, to the end of the file.
fn word_file(words: &[Spelling<'_>]) -> io::Result<Vec<u8>> {
    let mut file = File::new();
    let mut before = "";
    for Spelling { word, count, .. } in words {
        file.word(before, word);
        file.number(*count as usize);
        before = word;
    }
    file.compressed()
}
