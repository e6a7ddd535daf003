//! Which documents have which terms.

use std::ops::Range;

use indexmap::IndexMap;
use rayon::prelude::*;

use super::corpus::{Batch, Corpus, number};
use super::field::{Field, Frequencies};
use super::file::add_number;
use super::terms::Terms;

/// The documents of every term, batch by batch.
pub(super) struct Postings {
    batches: Vec<Inverted>,
    /// How many documents have each term.
    pub(super) counts: Vec<u32>,
}

/// A document that has a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) document: u32,
    /// See [`Frequencies::impact`].
    pub(super) impact: u8,
}

/// The documents of one batch by their terms.
struct Inverted {
    /// Where the postings and the places of each term are.
    terms: IndexMap<u32, (Range<usize>, Range<usize>)>,
    postings: Vec<Posting>,
    /// For every posting how many places, and the distance of each from the one before.
    places: Vec<u8>,
}

/// A term somewhere. Sorted, what belongs together stands together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Occurrence {
    term: u32,
    document: u32,
    field: Field,
    /// Which word of its document it is, where its order is known.
    place: Option<u32>,
}

/// What stands between the fields of a document, in places: no phrase reaches over it.
const GAP: u32 = 16;

impl Postings {
    /// Turns documents into postings and lets go of their words.
    pub(super) fn new(corpus: &mut Corpus, terms: &Terms) -> Self {
        let mut first = 0;
        let mut firsts = Vec::with_capacity(corpus.batches.len());
        for batch in &corpus.batches {
            firsts.push(first);
            first += number(batch.rows.len());
        }
        let mean_length = corpus.mean_length;
        let batches: Vec<Inverted> = (&mut corpus.batches, firsts)
            .into_par_iter()
            .with_max_len(1)
            .map(|(batch, first)| Inverted::new(batch, first, terms, mean_length))
            .collect();
        let mut counts = vec![0; terms.count() as usize];
        for (term, (postings, _)) in batches.iter().flat_map(|batch| &batch.terms) {
            if let Some(count) = counts.get_mut(*term as usize) {
                *count += number(postings.len());
            }
        }
        Self { batches, counts }
    }

    /// The documents that have a term, in order.
    pub(super) fn of(&self, term: u32) -> impl Iterator<Item = Posting> {
        self.batches.iter().flat_map(move |batch| {
            let range = batch.terms.get(&term).map(|(postings, _)| postings.clone());
            range.and_then(|range| batch.postings.get(range)).unwrap_or_default().iter().copied()
        })
    }

    /// For each of these documents how many places the term has there, and how far
    /// each is from the one before.
    pub(super) fn places_of(&self, term: u32) -> impl Iterator<Item = &[u8]> {
        self.batches.iter().filter_map(move |batch| batch.places.get(batch.terms.get(&term)?.1.clone()))
    }
}

impl Inverted {
    fn new(batch: &mut Batch, first: u32, terms: &Terms, mean_length: f32) -> Self {
        let occurrences = occurrences(batch, terms);
        let mut inverted = Self { terms: IndexMap::new(), postings: Vec::new(), places: Vec::new() };
        for of_term in occurrences.chunk_by(|one, other| one.term == other.term) {
            let Some(term) = of_term.first().map(|it| it.term) else { continue };
            let (postings, places) = (inverted.postings.len(), inverted.places.len());
            for in_document in of_term.chunk_by(|one, other| one.document == other.document) {
                inverted.add(in_document, batch, first, mean_length);
            }
            let ranges = (postings..inverted.postings.len(), places..inverted.places.len());
            inverted.terms.insert(term, ranges);
        }
        inverted
    }

    /// Adds a term's occurrences in one document.
    fn add(&mut self, occurrences: &[Occurrence], batch: &Batch, first: u32, mean_length: f32) {
        let Some(document) = occurrences.first().map(|it| it.document) else { return };
        let mut frequencies = Frequencies::default();
        for occurrence in occurrences {
            frequencies.add(occurrence.field);
        }
        let length = batch.rows.get(document as usize).map_or(0, |row| row.length);
        #[expect(clippy::cast_precision_loss, reason = "a text has far fewer than 2²⁴ words")]
        let impact = frequencies.impact(length as f32 / mean_length);
        self.postings.push(Posting { document: first + document, impact });
        let places = occurrences.iter().filter_map(|it| it.place);
        add_number(&mut self.places, places.clone().count());
        let mut before = 0;
        for place in places {
            add_number(&mut self.places, (place - before) as usize);
            before = place;
        }
    }
}

/// Where every term of a batch stands, sorted. Its tokens are taken out.
fn occurrences(batch: &mut Batch, terms: &Terms) -> Vec<Occurrence> {
    let tokens = std::mem::take(&mut batch.tokens);
    let runs = std::mem::take(&mut batch.runs);
    let mut occurrences = Vec::with_capacity(tokens.len() * 3 / 2);
    let mut rest = tokens.as_slice();
    let (mut document, mut next_place) = (0, 0);
    for run in runs {
        let Some((words, after)) = rest.split_at_checked(run.length) else { break };
        rest = after;
        if run.document != document {
            (document, next_place) = (run.document, 0);
        }
        let is_searched_inside = matches!(run.field, Field::Title | Field::Text);
        for (word, place) in words.iter().zip(next_place..) {
            let place = run.has_places.then_some(place);
            occurrences.push(Occurrence { term: terms.of(*word), document, field: run.field, place });
            if is_searched_inside {
                let hidden = terms.hidden_in(*word).iter();
                occurrences.extend(hidden.map(|&term| Occurrence {
                    term,
                    document,
                    field: Field::Parts,
                    place: None,
                }));
            }
        }
        if run.has_places {
            next_place += number(run.length) + GAP;
        }
    }
    occurrences.sort_unstable();
    occurrences
}
