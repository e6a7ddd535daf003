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
mod meanings;
mod postings;
mod table;
mod terms;

use std::collections::BTreeMap;
use std::io;

use rayon::prelude::*;

use self::corpus::Corpus;
use self::file::{File, add_number};
use self::postings::Postings;
use self::table::Firsts;
use self::terms::{Parts, Term, Terms, by_units};
use super::document::Document;
use crate::fingerprint::fingerprint;
use crate::language::{self, StopWords};
use crate::model::SynonymSet;

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

/// How much one file of an index holds. Small files are loaded quickly and have little
/// that was not asked for; but some hosts take no more than 20,000 files in all, so those
/// of a large portal are larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Bytes of a file of terms before compression. A query loads one for each of its words;
    /// a term that many documents have gets one for itself.
    pub terms: usize,
    /// Words that share a file. A query loads one or two for each of its words.
    pub words: usize,
    /// Bytes of documents that share a file, before compression. Ten hits load up to ten.
    pub texts: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self::for_pages(0)
    }
}

impl Sizes {
    /// For a portal of so many pages. A country of 290 municipalities with two evaluations
    /// each has 1,200 pages and gets 1,900 files.
    pub fn for_pages(pages: usize) -> Self {
        Self {
            terms: (pages * 23).clamp(8_000, 28_000),
            words: pages.clamp(600, 1_200),
            texts: (pages * 25).clamp(7_000, 30_000),
        }
    }
}

/// What an index has besides documents.
#[derive(Debug, Default)]
pub struct Setup<'p> {
    /// Words that mean the same (S6).
    pub synonyms: &'p [SynonymSet],
    /// What else a search needs to know; it becomes a part of the directory.
    pub known: serde_json::Map<String, serde_json::Value>,
    /// How large files get.
    pub sizes: Sizes,
}

/// Makes the index of everything that `read` makes of `sources`, in their order.
/// `parts` says which words compounds hide, given every different word.
///
/// The same documents give the same bytes, on however many processors.
///
/// # Errors
/// When memory cannot be written to, which no machine is known to do.
pub fn index<S: Sync>(
    sources: &[S],
    setup: Setup<'_>,
    read: impl Fn(&S) -> Vec<Document> + Sync,
    parts: impl Fn(&[&str]) -> Vec<Vec<String>>,
) -> io::Result<Index> {
    let Setup { synonyms, known, sizes } = setup;
    let mut corpus = Corpus::read(sources, sizes.texts, read)?;
    let words: Vec<&str> = corpus.words.iter().map(String::as_str).collect();
    let parts = Parts::new(parts(&words));
    let stop = StopWords::default();
    let terms = Terms::new(&words, &parts, &stop);
    let postings = Postings::new(&mut corpus, &terms);
    let mut files = Bundle::new();
    let groups = groups(&terms, &postings, sizes.terms);
    let of_terms: io::Result<Vec<_>> =
        groups.par_iter().with_max_len(1).map(|group| term_files(group, &terms, &postings)).collect();
    for (number, (terms, places)) in of_terms?.into_iter().enumerate() {
        files.insert(format!("terms/{number}.bin"), terms);
        files.insert(format!("places/{number}.bin"), places);
    }
    let there = terms.all.iter().zip(&postings.counts).filter(|(_, count)| **count > 0);
    let there: Vec<_> = there.map(|(term, _)| term).collect();
    let meanings = meanings::meanings(synonyms, &there, &stop);
    drop(postings);
    let first_meanings = add_files(&mut files, "meanings", meanings::files(&meanings)?);
    let spellings = spellings(&corpus, &parts);
    let pages: Vec<_> = spellings.chunks(sizes.words).collect();
    let words: io::Result<Vec<_>> = pages.par_iter().map(|words| word_file(words)).collect();
    let first_words = add_files(&mut files, "words", words?);
    let first = |group: &Vec<u32>| Some(terms.all.get(*group.first()? as usize)?.folded.clone());
    let firsts = Firsts {
        terms: groups.iter().filter_map(first).collect(),
        words: first_words,
        meanings: first_meanings,
    };
    let (directory, columns) = table::table(&corpus, firsts, &stop)?;
    files.insert("columns.bin".to_owned(), columns);
    let mut directory = serde_json::to_value(directory)?;
    if let Some(fields) = directory.as_object_mut() {
        fields.extend(known);
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

/// Adds sorted files, and says what each begins with.
fn add_files(files: &mut Bundle, folder: &str, sorted: Vec<(String, Vec<u8>)>) -> Vec<String> {
    let add = |(number, (first, bytes)): (usize, (String, Vec<u8>))| {
        files.insert(format!("{folder}/{number}.bin"), bytes);
        first
    };
    sorted.into_iter().enumerate().map(add).collect()
}

/// Terms that share a file, by their numbers. A term that only stands inside compounds
/// that no text has is without documents, and in no file.
fn groups(terms: &Terms, postings: &Postings, most: usize) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::new();
    let mut size = 0;
    let counted = (0..).zip(&terms.all).zip(&postings.counts);
    for ((number, term), count) in counted.filter(|(_, count)| **count > 0) {
        // A posting is a byte of distance and one of impact.
        let own = term.exact.len() + 4 + 2 * *count as usize;
        match groups.last_mut() {
            Some(group) if size + own <= most => group.push(number),
            _ => {
                groups.push(vec![number]);
                size = 0;
            }
        }
        size += own;
    }
    groups
}

/// The file of terms and that of their places. The first has how many terms; for each of
/// them the term, how many documents have it and how many bytes tell which; then these
/// bytes of all terms: the distance of each document from the one before, and the impacts.
/// The other has how many terms; how many bytes tell the places of each; then these bytes.
fn term_files(group: &[u32], terms: &Terms, postings: &Postings) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let (mut file, mut place_file) = (File::new(), File::new());
    let (mut documents, mut places, mut impacts) = (Vec::new(), Vec::new(), Vec::new());
    let mut reader = postings.from(group.first().copied().unwrap_or_default());
    let mut before = "";
    file.number(group.len());
    place_file.number(group.len());
    for number in group {
        let Some(Term { exact, .. }) = terms.all.get(*number as usize) else { continue };
        let (start, start_of_places) = (documents.len(), places.len());
        let mut last = 0;
        for (of_batch, their_places) in reader.next(*number) {
            for posting in of_batch {
                add_number(&mut documents, (posting.document - last) as usize);
                impacts.push(posting.impact);
                last = posting.document;
            }
            places.extend_from_slice(their_places);
        }
        file.word(before, exact);
        file.number(impacts.len());
        documents.append(&mut impacts);
        file.number(documents.len() - start);
        place_file.number(places.len() - start_of_places);
        before = exact;
    }
    file.bytes(&documents);
    place_file.bytes(&places);
    Ok((file.compressed()?, place_file.compressed()?))
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
fn spellings<'c>(corpus: &'c Corpus, parts: &'c Parts) -> Vec<Spelling<'c>> {
    let written = corpus.words.iter().map(String::as_str).zip(corpus.counts.iter().copied());
    let hidden = parts.all.iter().map(String::as_str).filter(|part| !corpus.words.contains(*part));
    let all = written.chain(hidden.map(|part| (part, 0)));
    let spelling = |(word, count)| Spelling { folded: language::fold(word), word, count };
    let mut spellings: Vec<_> = all.collect::<Vec<_>>().into_par_iter().map(spelling).collect();
    spellings.par_sort_unstable_by(|one, other| {
        by_units(&one.folded, &other.folded).then_with(|| by_units(one.word, other.word))
    });
    spellings
}

/// Words and how often each is written, to the end of the file. Comes with the plain letters
/// of the first.
fn word_file(words: &[Spelling<'_>]) -> io::Result<(String, Vec<u8>)> {
    let mut file = File::new();
    let mut before = "";
    for Spelling { word, count, .. } in words {
        file.word(before, word);
        file.number(*count as usize);
        before = word;
    }
    Ok((words.first().map(|word| word.folded.clone()).unwrap_or_default(), file.compressed()?))
}
