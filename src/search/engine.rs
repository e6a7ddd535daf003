//! The index, made for Pagefind's search in the browser and entirely in memory.
//!
//! Pagefind makes a part of it: it says what every word is found by, and gives
//! the code that searches. It gets each word once. Left to index the documents
//! themselves it would fold, part and stem a word as often as it is written, on
//! one processor, and keep several copies of every place of every word: at the
//! size of the country eight times the memory and five times the time. So words
//! become numbers here, and what Pagefind says of them is put together in its
//! format (`corpus`, `lexicon`, `postings`, `chunk`). A test holds the outcome
//! against the index that Pagefind makes of the same documents: what is searched
//! is the same to the byte before compression. Hits leave out the parts of
//! compounds, which nobody is shown.

mod bundle;
mod chunk;
mod corpus;
mod fragment;
mod lexicon;
mod overview;
mod pack;
mod postings;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::Path;

use indexmap::IndexSet;
use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use tokio::runtime::{Builder, Runtime};

use super::{Bundle, Document};
use corpus::{Corpus, Page, Prepared};
use lexicon::Lexicon;
use postings::Postings;

/// Fields of a hit that have a meaning of their own. The page weighs them when
/// it searches, so their names are the same there.
const TITLE: &str = "title";
const PARTS: &str = "parts";

/// What the index says of itself.
const ENTRY: &str = "pagefind-entry.json";

/// What loads and runs the index in a browser, besides the code of a language.
const SCRIPTS: [&str; 2] = ["pagefind.js", "pagefind-worker.js"];

/// Folders and endings of the index proper.
const INDEX: [(&str, &str); 4] =
    [("", "pf_meta"), ("index", "pf_index"), ("filter", "pf_filter"), ("fragment", "pf_fragment")];

/// Why there is no index: faults of Kompass or of the machine, never of content.
#[derive(Debug)]
pub enum EngineError {
    /// The documents are not sorted by address, or two have the same.
    Unsorted {
        /// The address that is not above the one before it.
        address: String,
    },
    /// The index does not hold what went in: some text had no word.
    Lost {
        /// How many documents went in.
        given: usize,
        /// How many the index holds.
        indexed: usize,
    },
    /// Pagefind refused, in its own words.
    Pagefind(Box<dyn Error + Send + Sync>),
    /// A file of Pagefind's is not as we know them.
    Format(Box<dyn Error + Send + Sync>),
    /// Text for a page could not be written or read.
    Json(serde_json::Error),
    /// A file could not be compressed or decompressed.
    Pack(io::Error),
    /// The machine gave no thread to work on.
    Thread(io::Error),
}

impl EngineError {
    fn unread(error: minicbor::decode::Error) -> Self {
        Self::Format(error.into())
    }

    fn unwritten(error: &minicbor::encode::Error<Infallible>) -> Self {
        Self::Format(error.to_string().into())
    }

    fn refused(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Pagefind(error.into())
    }
}

impl Display for EngineError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsorted { address } => write!(formatter, "`{address}` is not above the address before it"),
            Self::Lost { given, indexed } => {
                write!(formatter, "{given} documents went in, {indexed} are indexed")
            }
            Self::Pagefind(error) => write!(formatter, "the indexer refused: {error}"),
            Self::Format(error) => write!(formatter, "the indexer's files are not as expected: {error}"),
            Self::Json(error) => write!(formatter, "a text of the index: {error}"),
            Self::Pack(error) => write!(formatter, "a compressed file of the index: {error}"),
            Self::Thread(error) => write!(formatter, "no thread for the indexer: {error}"),
        }
    }
}

impl Error for EngineError {}

/// Makes the index of `documents`, which are sorted by address, for a language
/// such as `sv`, with what a page needs to search it and nothing else. The same
/// documents give the same bytes. They are read one after the other and none is
/// kept, so whoever makes them need not hold them all either.
///
/// # Errors
/// See [`EngineError`]; above all when the index does not hold every document.
pub fn index(documents: impl IntoIterator<Item = Document>, language: &str) -> Result<Bundle, EngineError> {
    let mut corpus = Corpus::read(documents)?;
    if corpus.pages.is_empty() {
        return Ok(Bundle::new());
    }
    let model = by_pagefind(vec![vocabulary(&corpus)], language)?;
    let lexicon = Lexicon::read(&model, &corpus)?;
    expect_all(&corpus, &lexicon)?;
    let postings = Postings::new(&mut corpus, &lexicon);
    let chunks = chunk::chunks(&lexicon, &postings)?;
    drop((lexicon, postings));
    bundle::bundle(model, corpus, chunks, language)
}

/// A document of all words.
fn vocabulary(corpus: &Corpus) -> Document {
    let text = joined(&corpus.words);
    let context = BTreeMap::from([(TITLE.to_owned(), joined(&corpus.field_words))]);
    Document { text, context, ..Document::default() }
}

fn joined(words: &IndexSet<String>) -> String {
    words.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Pagefind leaves out what has no word.
fn expect_all(corpus: &Corpus, lexicon: &Lexicon) -> Result<(), EngineError> {
    let is_found = |page: &&Page| page.text.iter().any(|&word| !lexicon.in_text(word).is_empty());
    let (given, indexed) = (corpus.pages.len(), corpus.pages.iter().filter(is_found).count());
    if indexed == given { Ok(()) } else { Err(EngineError::Lost { given, indexed }) }
}

/// The files Pagefind makes of documents, those that a page needs.
fn by_pagefind(documents: Vec<Document>, language: &str) -> Result<Bundle, EngineError> {
    let code = format!("wasm.{language}.pagefind");
    let mut bundle = Bundle::new();
    for file in runtime()?.block_on(files(documents, language))? {
        if is_needed(&file.filename, &code) {
            bundle.insert(path(&file.filename), file.contents);
        }
    }
    Ok(bundle)
}

/// Pagefind hands every document to another thread and waits for it, so more
/// than one of them would only scatter its memory.
fn runtime() -> Result<Runtime, EngineError> {
    Builder::new_current_thread().max_blocking_threads(1).build().map_err(EngineError::Thread)
}

async fn files(documents: Vec<Document>, language: &str) -> Result<Vec<SyntheticFile>, EngineError> {
    let config = PagefindServiceConfig::builder().force_language(language.to_owned()).build();
    let mut index = PagefindIndex::new(Some(config)).map_err(EngineError::refused)?;
    for document in documents {
        add(&mut index, document, language).await?;
    }
    index.get_files().await.map_err(EngineError::refused)
}

async fn add(index: &mut PagefindIndex, document: Document, language: &str) -> Result<(), EngineError> {
    let Prepared { address, content, fields, filters, order } = Prepared::from(document);
    let order = order.into_iter().map(|(name, key)| (name, key.to_string())).collect();
    let (fields, filters, order) = (Some(fields), Some(filters), Some(order));
    let added = index.add_custom_record(address, content, language.to_owned(), fields, filters, order);
    added.await.map(drop).map_err(EngineError::refused)
}

/// Whether our own page, which has no use for Pagefind's, loads the file.
fn is_needed(file: &Path, code: &str) -> bool {
    let is_named = |name: &&str| file == Path::new(name);
    let is_index = INDEX.iter().any(|(folder, ending)| {
        file.parent() == Some(Path::new(folder)) && file.extension().is_some_and(|found| found == *ending)
    });
    is_index || SCRIPTS.iter().chain([&ENTRY, &code]).any(is_named)
}

/// The path with `/`, whatever the system.
fn path(file: &Path) -> String {
    let parts: Vec<_> = file.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of all kinds that Pagefind treats in its own way.
    const WORDS: &str = "Länets lån, länen och lånet. En e-tjänst t.ex. för A-Ö, KommunKompassen bl.a. 24/7 \
                         kost- och näringspolicyn (SKR:s) å ä ö Ö-vik café 3,5 % – 😀 glad. ord-ord Straße _tyst_";

    fn document(address: String, text: &str) -> Document {
        let edition = if address.len().is_multiple_of(2) { "2016" } else { "2022" };
        Document {
            title: format!("Rubrik för {}", text.split(' ').next().unwrap()),
            text: text.to_owned(),
            parts: text.split(' ').filter(|word| word.len() > 8).map(str::to_owned).collect(),
            context: BTreeMap::from([("municipality".to_owned(), "Håbo Habo".to_owned())]),
            filters: BTreeMap::from([("edition".to_owned(), vec![edition.to_owned()])]),
            order: BTreeMap::from([("year".to_owned(), i32::try_from(text.len()).unwrap() % 7)]),
            address,
        }
    }

    fn documents<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Document> {
        let addresses = (10_000..).map(|number| format!("a/{}#{number}", "x".repeat(number % 2)));
        let mut documents: Vec<_> =
            addresses.zip(texts).map(|(address, text)| document(address, text)).collect();
        documents.sort_by(|a, b| a.address.cmp(&b.address));
        documents
    }

    /// Enough texts for several files of an index: words by different steps.
    fn many() -> Vec<Document> {
        let words: Vec<_> = WORDS.split(' ').collect();
        let text = |seed: usize| {
            let word = |step: usize| words[(seed * step + step * step) % words.len()];
            (1..40)
                .map(|step| format!("{} {}{}", word(step), word(step + seed), seed % 50))
                .collect::<Vec<_>>()
        };
        let texts: Vec<_> = (0..600).map(|seed| text(seed).join(" ")).collect();
        documents(texts.iter().map(String::as_str))
    }

    /// The bytes before compression, whose level is our own.
    fn contents(path: &str, bytes: &[u8]) -> Vec<u8> {
        if path.contains(".pf_") { pack::unpacked(bytes).unwrap() } else { bytes.to_vec() }
    }

    /// Everything is the same without parts, which are not shown. With them the
    /// fragments differ, and what names them; what is searched does not.
    fn expect_same(documents: Vec<Document>) {
        expect_same_files(documents.clone(), |path| path.contains('/') && !path.starts_with("fragment/"));
        let plain = documents.into_iter().map(|document| Document { parts: Vec::new(), ..document });
        expect_same_files(plain.collect(), |_| true);
    }

    fn expect_same_files(documents: Vec<Document>, is_compared: impl Fn(&str) -> bool) {
        let theirs = by_pagefind(documents.clone(), "sv").unwrap();
        let ours = index(documents, "sv").unwrap();
        let paths =
            |bundle: &Bundle| bundle.keys().filter(|path| is_compared(path)).cloned().collect::<Vec<_>>();
        assert_eq!(paths(&ours), paths(&theirs));
        for path in paths(&ours) {
            assert!(contents(&path, &ours[&path]) == contents(&path, &theirs[&path]), "{path}");
        }
    }

    #[test]
    fn the_index_is_what_pagefind_makes_of_the_documents() {
        expect_same(documents([WORDS, "En dialog", "Dialogen om lån", "å"]));
        expect_same(many());
    }

    #[test]
    fn the_same_documents_give_the_same_bytes() {
        let once = index(many(), "sv").unwrap();
        assert!(once.keys().filter(|path| path.ends_with(".pf_index")).count() > 1);
        assert!(once == index(many(), "sv").unwrap());
    }

    #[test]
    fn only_what_a_page_needs_is_kept() {
        let bundle = index(documents(["Lunds dialog", "Burlövs dialog"]), "sv").unwrap();
        let mut kinds: Vec<_> = bundle.keys().map(|path| path.split(['/', '.']).next().unwrap()).collect();
        kinds.dedup();
        let expected =
            ["filter", "fragment", "index", "pagefind-entry", "pagefind-worker", "pagefind", "wasm"];
        assert_eq!(kinds, expected);
        assert_eq!(bundle.keys().filter(|path| path.starts_with("fragment/")).count(), 2);
        assert!(bundle.contains_key("wasm.sv.pagefind"));
        assert!(index(Vec::new(), "sv").unwrap().is_empty());
    }

    #[test]
    fn a_document_that_is_lost_is_an_error() {
        let lost = index(documents(["Ett ord", "–", "Två ord"]), "sv").map(drop);
        assert!(matches!(lost, Err(EngineError::Lost { given: 3, indexed: 2 })), "{lost:?}");
    }

    #[test]
    fn addresses_ascend() {
        for addresses in [["b", "a"], ["a", "a"]] {
            let documents = addresses.map(|address| document(address.to_owned(), "ord"));
            let unsorted = index(documents, "sv").map(drop);
            assert!(matches!(unsorted, Err(EngineError::Unsorted { .. })), "{unsorted:?}");
        }
    }

    #[test]
    fn a_text_does_not_steer() {
        for text in
            ["___PAGEFIND_WEIGHT___9 ord", "___END_PAGEFIND_WEIGHT___", "a ___PAGEFIND_ANCHOR___h:1:x"]
        {
            expect_same(documents([text, "\u{200B}noll\u{200B}bredd \u{200B} ord"]));
        }
    }
}
