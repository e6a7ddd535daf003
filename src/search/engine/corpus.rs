//! The documents, taken apart as they pass: texts as numbers of words, so that
//! none of them stays in memory, and finished fragments.

use std::collections::BTreeMap;
use std::mem;

use indexmap::IndexSet;
use rayon::prelude::*;

use super::fragment::{self, Fragment};
use super::{EngineError, PARTS, TITLE};
use crate::search::Document;

/// How many documents are worked on together: enough for all processors, few
/// enough to forget their texts soon.
const BATCH: usize = 512;

/// Words with which Pagefind steers itself inside a text; written by somebody
/// else they are words like any other.
const STEERING: [&str; 2] = ["___PAGEFIND_", "___END_PAGEFIND_"];

/// Pagefind parts words of some languages with this and drops it.
const NO_SPACE: char = '\u{200B}';

/// All documents as numbers. A page is a document's number, from 0.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    /// Every word of a text, once.
    pub words: IndexSet<String>,
    /// Every word of a field, once.
    pub field_words: IndexSet<String>,
    /// The names of fields.
    pub fields: IndexSet<String>,
    /// The documents in order.
    pub pages: Vec<Page>,
    /// What a hit shows, by page.
    pub fragments: Vec<Fragment>,
    /// Pages by filter and value.
    pub filters: BTreeMap<String, BTreeMap<String, Vec<u32>>>,
    /// Sort keys and pages by the name of the key.
    pub orders: BTreeMap<String, Vec<(i32, u32)>>,
}

/// The words of a document by their numbers, in order.
#[derive(Debug)]
pub(super) struct Page {
    /// Those of its text.
    pub text: Vec<u32>,
    /// The numbers of its fields, and the words of each.
    pub fields: Vec<(u32, Vec<u32>)>,
}

/// A document as it is shown and searched.
pub(super) struct Prepared {
    pub address: String,
    pub content: String,
    pub fields: BTreeMap<String, String>,
    pub filters: BTreeMap<String, Vec<String>>,
    pub order: BTreeMap<String, i32>,
}

impl Corpus {
    /// Reads documents, which are sorted by address.
    pub(super) fn read(documents: impl IntoIterator<Item = Document>) -> Result<Self, EngineError> {
        let mut corpus = Self::default();
        let mut batch = Vec::with_capacity(BATCH);
        let mut last = None;
        for document in documents {
            expect_above(&mut last, &document.address)?;
            batch.push(document);
            if batch.len() == BATCH {
                corpus.add(mem::take(&mut batch))?;
            }
        }
        corpus.add(batch)?;
        Ok(corpus)
    }

    /// Numbers the fields in the order of their names.
    pub(super) fn sort_fields(&mut self) {
        let before: Vec<_> = self.fields.iter().cloned().collect();
        self.fields.sort_unstable();
        let ranks: Vec<_> = before.iter().map(|name| numbered(&mut self.fields, name)).collect();
        for (field, _) in self.pages.iter_mut().flat_map(|page| &mut page.fields) {
            *field = ranks.get(*field as usize).copied().unwrap_or_default();
        }
    }

    fn add(&mut self, batch: Vec<Document>) -> Result<(), EngineError> {
        let batch: Vec<_> = batch.into_par_iter().map(Prepared::from).collect();
        let fragments = || batch.par_iter().map(fragment::fragment).collect::<Result<Vec<_>, _>>();
        let (fragments, ()) =
            rayon::join(fragments, || batch.iter().for_each(|document| self.take(document)));
        self.fragments.extend(fragments?);
        Ok(())
    }

    fn take(&mut self, document: &Prepared) {
        let page = number(self.pages.len());
        for (filter, values) in &document.filters {
            let pages = self.filters.entry(filter.clone()).or_default();
            for value in values {
                pages.entry(value.clone()).or_default().push(page);
            }
        }
        for (name, key) in &document.order {
            self.orders.entry(name.clone()).or_default().push((*key, page));
        }
        let text = numbers(&mut self.words, &document.content);
        let mut fields = Vec::with_capacity(document.fields.len());
        for (name, value) in &document.fields {
            fields.push((numbered(&mut self.fields, name), numbers(&mut self.field_words, value)));
        }
        self.pages.push(Page { text, fields });
    }
}

fn expect_above(last: &mut Option<String>, address: &str) -> Result<(), EngineError> {
    if last.as_deref().is_some_and(|last| last >= address) {
        return Err(EngineError::Unsorted { address: address.to_owned() });
    }
    *last = Some(address.to_owned());
    Ok(())
}

impl From<Document> for Prepared {
    fn from(document: Document) -> Self {
        let text = unsteered(document.text).replace(NO_SPACE, "");
        Self {
            address: document.address,
            content: spaced(&text),
            fields: fields(document.title, &document.parts, document.context),
            filters: document.filters,
            order: document.order,
        }
    }
}

/// The words with one space between them.
fn spaced(text: &str) -> String {
    let mut content = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        content.push_str(if content.is_empty() { "" } else { " " });
        content.push_str(word);
    }
    content
}

/// The fields of a hit, by name.
fn fields(title: String, parts: &[String], context: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let own = [(TITLE.to_owned(), title), (PARTS.to_owned(), parts.join(" "))];
    let fields = context.into_iter().chain(own).filter(|(_, value)| !value.is_empty());
    fields.map(|(name, value)| (name, unsteered(value))).collect()
}

/// The text without words that steer Pagefind.
fn unsteered(text: String) -> String {
    if !STEERING.iter().any(|word| text.contains(word)) {
        return text;
    }
    STEERING.iter().fold(text, |text, word| text.replace(word, word.trim_start_matches('_')))
}

fn numbers(known: &mut IndexSet<String>, text: &str) -> Vec<u32> {
    text.split_whitespace().map(|word| numbered(known, word)).collect()
}

fn numbered(known: &mut IndexSet<String>, word: &str) -> u32 {
    let index = known.get_index_of(word).unwrap_or_else(|| known.insert_full(word.to_owned()).0);
    number(index)
}

/// A count as the format has it. Four thousand million documents, or words of
/// one, do not fit into the memory of any machine that builds a portal.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
