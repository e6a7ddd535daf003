//! Documents, read once: their words as numbers, and everything that is shown of
//! them, packed. No text is kept.

use std::io;

use ahash::RandomState;
use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;

use super::field::Field;
use super::file::File;
use crate::search::analysis::{self, Token};
use crate::search::document::{Document, Standing};

/// All documents.
pub(super) struct Corpus {
    /// Every different word, in the order in which they were met.
    pub(super) words: IndexSet<String, RandomState>,
    /// How often each is written.
    pub(super) counts: Vec<u32>,
    /// The documents in order, in the batches they came in.
    pub(super) batches: Vec<Batch>,
    /// How many documents there are.
    pub(super) documents: usize,
    /// How many words a text has on average; at least 1.
    pub(super) mean_length: f32,
}

/// Documents that were read together.
pub(super) struct Batch {
    pub(super) rows: Vec<Row>,
    /// How many documents each pack holds, and the pack.
    pub(super) packs: Vec<(usize, Vec<u8>)>,
    /// The words of all documents in order, as numbers.
    pub(super) tokens: Vec<u32>,
    /// Which of `tokens` stand where.
    pub(super) runs: Vec<Run>,
    /// The words by their numbers, in lower case, and how often each is written; emptied
    /// when they get numbers that hold for all batches.
    words: Vec<(String, u32)>,
}

/// Words one after the other in one field of a document.
pub(super) struct Run {
    /// Which document of the batch.
    pub(super) document: u32,
    pub(super) field: Field,
    /// How many tokens.
    pub(super) length: usize,
    /// Whether they stand in a text in this order; joined words do not.
    pub(super) has_places: bool,
}

/// What a search knows of a document before it loads its pack.
pub(super) struct Row {
    pub(super) page: String,
    pub(super) place: String,
    pub(super) title: String,
    pub(super) filters: Vec<(&'static str, Vec<String>)>,
    pub(super) standing: Standing,
    /// How many words its text has.
    pub(super) length: u32,
}

/// Words as they are written, and how often.
#[derive(Default)]
struct Words(IndexMap<Box<str>, u32, RandomState>);

impl Words {
    /// The number of a word, which is counted once more.
    fn count(&mut self, written: &str) -> u32 {
        if let Some((index, _, count)) = self.0.get_full_mut(written) {
            *count += 1;
            return number(index);
        }
        number(self.0.insert_full(written.into(), 1).0)
    }
}

impl Corpus {
    /// Reads what `read` makes of each source, and packs it in files of `pack_size` bytes.
    /// Sources are read at the same time,
    /// and their documents stand in the order of the sources.
    pub(super) fn read<S: Sync>(
        sources: &[S],
        pack_size: usize,
        read: impl Fn(&S) -> Vec<Document> + Sync,
    ) -> io::Result<Self> {
        let batches: io::Result<Vec<Batch>> =
            sources.par_iter().with_max_len(1).map(|source| Batch::read(read(source), pack_size)).collect();
        let mut batches = batches?;
        let mut words = IndexSet::default();
        let mut counts = Vec::new();
        for batch in &mut batches {
            batch.join(&mut words, &mut counts);
        }
        let rows = || batches.iter().flat_map(|batch| &batch.rows);
        let documents = rows().count();
        let length: f64 = rows().map(|row| f64::from(row.length)).sum();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "a mean needs few digits"
        )]
        let mean_length = (length / documents.max(1) as f64).max(1.0) as f32;
        Ok(Self { words, counts, batches, documents, mean_length })
    }
}

impl Batch {
    fn read(documents: Vec<Document>, pack_size: usize) -> io::Result<Self> {
        let mut batch = Self {
            rows: Vec::with_capacity(documents.len()),
            packs: Vec::new(),
            tokens: Vec::new(),
            runs: Vec::new(),
            words: Vec::new(),
        };
        // Whoever has no batch left to read takes packs of another's last one.
        let groups: Vec<_> = groups(&documents, pack_size).collect();
        let packs = groups.into_par_iter().with_max_len(1).map(|group| Ok((group.len(), pack(group)?)));
        batch.packs = packs.collect::<io::Result<_>>()?;
        let mut words = Words::default();
        for document in documents {
            batch.add(document, &mut words);
        }
        batch.words = words.0.into_iter().map(|(written, count)| (written.to_lowercase(), count)).collect();
        Ok(batch)
    }

    fn add(&mut self, document: Document, known: &mut Words) {
        let at = number(self.rows.len());
        let fields = [
            (Field::Names, &document.names),
            (Field::Title, &document.title),
            (Field::Place, &document.place),
            (Field::Headings, &document.headings),
            (Field::Text, &document.text),
        ];
        let mut length = 0;
        for (field, text) in fields {
            let words = self.add_text(at, field, text, known);
            if field == Field::Text {
                length = number(words);
            }
        }
        let Document { page, place, title, filters, standing, .. } = document;
        self.rows.push(Row { page, place, title, filters, standing, length });
    }

    /// Adds the words of one field; returns how many there are.
    fn add_text(&mut self, document: u32, field: Field, text: &str, known: &mut Words) -> usize {
        let before = self.tokens.len();
        let mut joined = Vec::new();
        for token in analysis::tokens(&analysis::composed(text)) {
            match token {
                Token::Word(written) => self.tokens.push(known.count(written)),
                Token::Joined(written) => joined.push(known.count(&written)),
            }
        }
        let length = self.tokens.len() - before;
        // What headings say stands in the text again, where its order is known.
        self.runs.push(Run { document, field, length, has_places: field != Field::Headings });
        self.runs.push(Run { document, field, length: joined.len(), has_places: false });
        self.tokens.extend(joined);
        length
    }

    /// Gives the words numbers that hold for all batches.
    fn join(&mut self, words: &mut IndexSet<String, RandomState>, counts: &mut Vec<u32>) {
        let numbers: Vec<u32> = std::mem::take(&mut self.words)
            .into_iter()
            .map(|(word, count)| {
                let (index, _) = words.insert_full(word);
                counts.resize(words.len(), 0);
                if let Some(sum) = counts.get_mut(index) {
                    *sum += count;
                }
                number(index)
            })
            .collect();
        for token in &mut self.tokens {
            *token = numbers.get(*token as usize).copied().unwrap_or_default();
        }
    }
}

/// Documents that share a pack of at most so many bytes, or of one document.
fn groups(documents: &[Document], most: usize) -> impl Iterator<Item = &[Document]> {
    let mut rest = documents;
    std::iter::from_fn(move || {
        let mut size = 0;
        let fits = |document: &&Document| {
            let is_first = size == 0;
            size += document.text.len();
            is_first || size <= most
        };
        let count = rest.iter().take_while(fits).count();
        let (group, after) = rest.split_at_checked(count)?;
        rest = after;
        (!group.is_empty()).then_some(group)
    })
}

/// What is shown of documents: JSON with a row of anchor, title and text for each.
fn pack(documents: &[Document]) -> io::Result<Vec<u8>> {
    let rows: Vec<_> =
        documents.iter().map(|Document { anchor, title, text, .. }| (anchor, title, text)).collect();
    let mut file = File::new();
    file.bytes(&serde_json::to_vec(&rows)?);
    file.compressed()
}

/// A count as the index has it. Four thousand million documents, or words of one,
/// do not fit into the memory of any machine that builds a portal.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
