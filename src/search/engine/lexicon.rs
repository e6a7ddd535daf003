//! What Pagefind makes of words: read off an index of every word once, so that
//! no word is folded, parted and stemmed a second time.

use std::collections::BTreeMap;

use super::corpus::{Corpus, number};
use super::pack::unpacked;
use super::{Bundle, EngineError};

/// A page, its places in the text, its places in fields.
type PackedPage = (u64, Vec<i32>, Vec<i32>);

/// A term, its pages, and the same for each of its forms with diacritics.
type PackedTerm = (String, Vec<PackedPage>, Vec<(String, Vec<PackedPage>)>);

/// Terms and the words that are found by them.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// All terms, sorted.
    pub terms: Vec<Term>,
    /// How many forms they have together.
    pub forms: usize,
    text: Vec<Vec<(u32, u8)>>,
    fields: Vec<Vec<u32>>,
}

/// What a query looks up: a stem without diacritics.
#[derive(Debug)]
pub(super) struct Term {
    /// The stem.
    pub stem: String,
    /// The number of the form without diacritics.
    pub plain: u32,
    /// Whole words with diacritics that have this stem, and their numbers.
    pub variants: Vec<(String, u32)>,
}

impl Lexicon {
    /// Reads the index of a single document, which has the words of the corpus
    /// for its text and those of fields in a field, each at its number.
    pub(super) fn read(index: &Bundle, corpus: &Corpus) -> Result<Self, EngineError> {
        let text = vec![Vec::new(); corpus.words.len()];
        let fields = vec![Vec::new(); corpus.field_words.len()];
        let mut lexicon = Self { text, fields, ..Self::default() };
        for (stem, (pages, variants)) in terms(index)? {
            let plain = lexicon.form(&pages);
            let number = |(form, pages): (String, Vec<PackedPage>)| (form, lexicon.form(&pages));
            let variants = variants.into_iter().map(number).collect();
            lexicon.terms.push(Term { stem, plain, variants });
        }
        Ok(lexicon)
    }

    /// The forms by which the word of a text is found, with weights.
    pub(super) fn in_text(&self, word: u32) -> &[(u32, u8)] {
        self.text.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// The forms by which the word of a field is found.
    pub(super) fn in_field(&self, word: u32) -> &[u32] {
        self.fields.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// Notes the words that are found by a form, and gives it a number.
    fn form(&mut self, pages: &[PackedPage]) -> u32 {
        let form = number(self.forms);
        self.forms += 1;
        for (_, text, fields) in pages {
            for (word, weight) in places(text) {
                if let Some(word) = self.text.get_mut(word) {
                    word.push((form, weight));
                }
            }
            for word in field_places(fields) {
                if let Some(word) = self.fields.get_mut(word) {
                    word.push(form);
                }
            }
        }
        form
    }
}

type Pages = (Vec<PackedPage>, Vec<(String, Vec<PackedPage>)>);

/// All terms of an index, sorted.
fn terms(index: &Bundle) -> Result<BTreeMap<String, Pages>, EngineError> {
    let mut terms = BTreeMap::new();
    for (_, file) in index.iter().filter(|(path, _)| path.ends_with(".pf_index")) {
        let (packed,): (Vec<PackedTerm>,) =
            minicbor::decode(&unpacked(file)?).map_err(EngineError::unread)?;
        terms.extend(packed.into_iter().map(|(stem, pages, variants)| (stem, (pages, variants))));
    }
    Ok(terms)
}

/// Positions and weights: a negative number is a weight and one more, after it
/// comes a position; other positions are distances to the one before.
fn places(packed: &[i32]) -> impl Iterator<Item = (usize, u8)> {
    let (mut position, mut weight) = (0, 0);
    packed.iter().filter_map(move |&value| {
        if let Ok(marked) = u8::try_from(-1 - i64::from(value)) {
            (position, weight) = (0, marked);
            return None;
        }
        position += usize::try_from(value).unwrap_or(0);
        Some((position, weight))
    })
}

/// The same for the places of a field, which a negative number names.
fn field_places(packed: &[i32]) -> impl Iterator<Item = usize> {
    let mut position = 0;
    packed.iter().filter_map(move |&value| {
        if value < 0 {
            position = 0;
            return None;
        }
        position += usize::try_from(value).unwrap_or(0);
        Some(position)
    })
}
