//! Which documents have which terms.

use std::ops::Range;

use indexmap::IndexMap;
use rayon::prelude::*;

use super::corpus::{Batch, Corpus, Run, number};
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

/// A term somewhere in a document. Sorted, what belongs together stands together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Occurrence {
    term: u32,
    field: Field,
    /// Which word of its document it is; [`NOWHERE`] where its order is not known.
    place: u32,
}

/// A place that is not known.
const NOWHERE: u32 = u32::MAX;

/// A posting before those of its term are put together.
struct Loose {
    term: u32,
    posting: Posting,
    /// Where its places are.
    places: Range<usize>,
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
        let tokens = std::mem::take(&mut batch.tokens);
        let runs = std::mem::take(&mut batch.runs);
        let mut rest = tokens.as_slice();
        let mut met = Met::new(terms);
        let (mut loose, mut places) =
            (Vec::with_capacity(tokens.len() / 2), Vec::with_capacity(tokens.len()));
        for of_document in runs.chunk_by(|one, other| one.document == other.document) {
            let length: usize = of_document.iter().map(|run| run.length).sum();
            let Some((words, after)) = rest.split_at_checked(length) else { break };
            rest = after;
            let Some(document) = of_document.first().map(|run| run.document) else { continue };
            let length = batch.rows.get(document as usize).map_or(0, |row| row.length);
            #[expect(clippy::cast_precision_loss, reason = "a text has far fewer than 2²⁴ words")]
            let length = length as f32 / mean_length;
            for of_term in met.occurrences(of_document, words).chunk_by(|one, other| one.term == other.term) {
                let start = places.len();
                add_places(&mut places, of_term);
                let posting = Posting { document: first + document, impact: impact(of_term, length) };
                let term = of_term.first().map_or(0, |it| it.term);
                loose.push(Loose { term, posting, places: start..places.len() });
            }
        }
        // Stable, so that documents stay in order.
        loose.sort_by_key(|it| it.term);
        Self::bound(&loose, &places)
    }

    /// Puts the postings of each term together; they are sorted by terms.
    fn bound(loose: &[Loose], places: &[u8]) -> Self {
        let mut bound = Self {
            terms: IndexMap::new(),
            postings: loose.iter().map(|it| it.posting).collect(),
            places: Vec::with_capacity(places.len()),
        };
        let mut at = 0;
        for of_term in loose.chunk_by(|one, other| one.term == other.term) {
            let start = bound.places.len();
            for it in of_term {
                bound.places.extend_from_slice(places.get(it.places.clone()).unwrap_or_default());
            }
            let ranges = (at..at + of_term.len(), start..bound.places.len());
            at += of_term.len();
            bound.terms.extend(of_term.first().map(|it| (it.term, ranges)));
        }
        bound
    }
}

/// What a term says of a document, from where it stands there.
fn impact(occurrences: &[Occurrence], length: f32) -> u8 {
    let mut frequencies = Frequencies::default();
    for occurrence in occurrences {
        frequencies.add(occurrence.field);
    }
    frequencies.impact(length)
}

/// Adds how many places a term has in a document, and how far each is from the one
/// before.
fn add_places(bytes: &mut Vec<u8>, occurrences: &[Occurrence]) {
    let places = occurrences.iter().map(|it| it.place).filter(|place| *place != NOWHERE);
    add_number(bytes, places.clone().count());
    let mut before = 0;
    for place in places {
        add_number(bytes, (place - before) as usize);
        before = place;
    }
}

/// Which words a document has had so far.
struct Met<'t> {
    terms: &'t Terms,
    /// For every word the number of the last document that had it, from 1.
    last: Vec<u32>,
    document: u32,
}

impl<'t> Met<'t> {
    fn new(terms: &'t Terms) -> Self {
        Self { terms, last: vec![0; terms.count_of_words()], document: 0 }
    }

    /// Whether the document has not had the word yet.
    fn is_new(&mut self, word: u32) -> bool {
        let last = self.last.get_mut(word as usize);
        last.is_some_and(|last| std::mem::replace(last, self.document) != self.document)
    }

    /// Where the terms of the next document stand, sorted. What a word hides is told
    /// once, however often it is written.
    fn occurrences(&mut self, runs: &[Run], words: &[u32]) -> Vec<Occurrence> {
        self.document += 1;
        let terms = self.terms;
        let mut occurrences = Vec::with_capacity(words.len() * 3 / 2);
        let (mut rest, mut next_place) = (words, 0);
        for run in runs {
            let Some((words, after)) = rest.split_at_checked(run.length) else { break };
            rest = after;
            let is_searched_inside = matches!(run.field, Field::Title | Field::Text);
            for (word, place) in words.iter().zip(next_place..) {
                let place = if run.has_places { place } else { NOWHERE };
                occurrences.push(Occurrence { term: terms.of(*word), field: run.field, place });
                if is_searched_inside && !terms.hidden_in(*word).is_empty() && self.is_new(*word) {
                    let hidden = terms.hidden_in(*word).iter();
                    let inside = |&term| Occurrence { term, field: Field::Parts, place: NOWHERE };
                    occurrences.extend(hidden.map(inside));
                }
            }
            if run.has_places {
                next_place += number(run.length) + GAP;
            }
        }
        occurrences.sort_unstable();
        occurrences
    }
}
