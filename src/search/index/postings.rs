//! Which documents have which terms, and where.

use std::ops::Range;

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
    /// The terms that the batch has, ascending.
    terms: Vec<Listed>,
    postings: Vec<Posting>,
    /// For every posting how many places, and the distance of each from the one before.
    places: Vec<u8>,
}

/// Where a batch has what belongs to a term. There are many, so numbers are small.
struct Listed {
    term: u32,
    postings: Range<u32>,
    places: Range<u32>,
}

impl Listed {
    fn of<'p, T>(range: &Range<u32>, all: &'p [T]) -> &'p [T] {
        all.get(range.start as usize..range.end as usize).unwrap_or_default()
    }
}

/// A posting before those of its term are put together.
struct Loose {
    term: u32,
    /// Where its places begin; they end where those of the next one begin.
    places: u32,
    posting: Posting,
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
        let mut counts = vec![0; terms.count()];
        for listed in batches.iter().flat_map(|batch| &batch.terms) {
            if let Some(count) = counts.get_mut(listed.term as usize) {
                *count += number(listed.postings.len());
            }
        }
        Self { batches, counts }
    }

    /// Reads the postings from a term on.
    pub(super) fn from(&self, term: u32) -> Reader<'_> {
        let rest = |batch: &Inverted| batch.terms.partition_point(|listed| listed.term < term);
        let rests =
            self.batches.iter().map(|batch| (batch, batch.terms.get(rest(batch)..).unwrap_or_default()));
        Reader(rests.collect())
    }
}

/// Postings, read term by term: for every batch what is left of it.
pub(super) struct Reader<'p>(Vec<(&'p Inverted, &'p [Listed])>);

impl<'p> Reader<'p> {
    /// The documents of a term in order, in several parts, each with its places: for each
    /// document how many there are, and how far each is from the one before. Every term with
    /// documents has to be asked for, in ascending order.
    pub(super) fn next(&mut self, term: u32) -> impl Iterator<Item = (&'p [Posting], &'p [u8])> {
        self.0.iter_mut().filter_map(move |(batch, rest)| {
            let (listed, after) = rest.split_first().filter(|(listed, _)| listed.term == term)?;
            *rest = after;
            let postings = Listed::of(&listed.postings, &batch.postings);
            Some((postings, Listed::of(&listed.places, &batch.places)))
        })
    }
}

impl Inverted {
    fn new(batch: &mut Batch, first: u32, terms: &Terms, mean_length: f32) -> Self {
        let tokens = std::mem::take(&mut batch.tokens);
        let runs = std::mem::take(&mut batch.runs);
        let mut rest = tokens.as_slice();
        let mut sheet = Sheet::new(terms);
        let (mut loose, mut places) =
            (Vec::with_capacity(tokens.len() / 2), Vec::with_capacity(tokens.len() * 2));
        for of_document in runs.chunk_by(|one, other| one.document == other.document) {
            let length: usize = of_document.iter().map(|run| run.length).sum();
            let Some((words, after)) = rest.split_at_checked(length) else { break };
            rest = after;
            let Some(document) = of_document.first().map(|run| run.document) else { continue };
            let length = batch.rows.get(document as usize).map_or(0, |row| row.length);
            #[expect(clippy::cast_precision_loss, reason = "a text has far fewer than 2²⁴ words")]
            let length = length as f32 / mean_length;
            sheet.read(of_document, words);
            for (Found { term, frequencies, .. }, of_term) in sheet.found.iter().zip(sheet.places()) {
                let posting = Posting { document: first + document, impact: frequencies.impact(length) };
                loose.push(Loose { term: *term, places: number(places.len()), posting });
                add_places(&mut places, of_term);
            }
        }
        Self::sorted(&loose, &places, terms.count())
    }

    /// Puts the postings of each term together, and leaves documents in their order.
    fn sorted(loose: &[Loose], places: &[u8], terms: usize) -> Self {
        let order = sorted_by(loose.iter().map(|it| it.term), terms);
        let mut sorted = Self {
            terms: Vec::new(),
            postings: Vec::with_capacity(loose.len()),
            places: Vec::with_capacity(places.len()),
        };
        for (at, which) in (0..).zip(order) {
            let Some((it, after)) = loose.get(which as usize..).and_then(<[Loose]>::split_first) else {
                continue;
            };
            let places_end = after.first().map_or(places.len(), |next| next.places as usize);
            let start = number(sorted.places.len());
            sorted.postings.push(it.posting);
            sorted.places.extend_from_slice(places.get(it.places as usize..places_end).unwrap_or_default());
            let end = number(sorted.places.len());
            match sorted.terms.last_mut() {
                Some(last) if last.term == it.term => {
                    (last.postings.end, last.places.end) = (at + 1, end);
                }
                _ => sorted.terms.push(Listed { term: it.term, postings: at..at + 1, places: start..end }),
            }
        }
        sorted.terms.shrink_to_fit();
        sorted
    }
}

/// The numbers of things in the order of their keys, which are below `keys`; of things
/// with the same key the first stays first. It counts instead of comparing, for there are
/// millions.
fn sorted_by(of: impl Iterator<Item = u32> + Clone, keys: usize) -> Vec<u32> {
    let mut starts = vec![0_u32; keys + 1];
    let mut total = 0;
    for key in of.clone() {
        if let Some(start) = starts.get_mut(key as usize + 1) {
            *start += 1;
            total += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut order = vec![0; total];
    for (thing, key) in (0..).zip(of) {
        let Some(start) = starts.get_mut(key as usize) else { continue };
        if let Some(place) = order.get_mut(*start as usize) {
            *place = thing;
        }
        *start += 1;
    }
    order
}

/// Adds how many places a term has in a document, and how far each is from the one
/// before.
fn add_places(bytes: &mut Vec<u8>, places: &[u32]) {
    add_number(bytes, places.len());
    let mut before = 0;
    for place in places {
        add_number(bytes, (place - before) as usize);
        before = *place;
    }
}

/// What is found in a document, word by word. One sheet serves all documents of a batch, so
/// that nothing as long as the list of all terms is made for each.
struct Sheet<'t> {
    terms: &'t Terms,
    /// For every term where in `found` it is, if that has it at all.
    slots: Vec<u32>,
    found: Vec<Found>,
    /// Where in `found` a term is, and its place in the document; ascending.
    placed: Vec<(u32, u32)>,
    /// The places by term, those of the first of `found` first.
    sorted: Vec<u32>,
    /// For every word the number of the last document that had it, from 1.
    last: Vec<u32>,
    document: u32,
}

/// A term of a document.
struct Found {
    term: u32,
    frequencies: Frequencies,
    /// How many places are known.
    places: u32,
}

impl<'t> Sheet<'t> {
    fn new(terms: &'t Terms) -> Self {
        Self {
            terms,
            slots: vec![0; terms.count()],
            found: Vec::new(),
            placed: Vec::new(),
            sorted: Vec::new(),
            last: vec![0; terms.count_of_words()],
            document: 0,
        }
    }

    /// Reads the next document. What a word hides is told once, however often it is
    /// written.
    fn read(&mut self, runs: &[Run], words: &[u32]) {
        self.document += 1;
        self.found.clear();
        self.placed.clear();
        let terms = self.terms;
        let (mut rest, mut next_place) = (words, 0);
        for run in runs {
            let Some((words, after)) = rest.split_at_checked(run.length) else { break };
            rest = after;
            let is_searched_inside = matches!(run.field, Field::Title | Field::Text);
            for (word, place) in words.iter().zip(next_place..) {
                self.add(terms.of(*word), run.field, run.has_places.then_some(place));
                let hidden = terms.hidden_in(*word);
                if is_searched_inside && !hidden.is_empty() && self.is_new(*word) {
                    for term in hidden {
                        self.add(*term, Field::Parts, None);
                    }
                }
            }
            if run.has_places {
                next_place += number(run.length) + GAP;
            }
        }
        self.sort_places();
    }

    /// Whether the document has not had the word yet.
    fn is_new(&mut self, word: u32) -> bool {
        let last = self.last.get_mut(word as usize);
        last.is_some_and(|last| std::mem::replace(last, self.document) != self.document)
    }

    fn add(&mut self, term: u32, field: Field, place: Option<u32>) {
        let Some(slot) = self.slots.get_mut(term as usize) else { return };
        if self.found.get(*slot as usize).is_none_or(|found| found.term != term) {
            *slot = number(self.found.len());
            self.found.push(Found { term, frequencies: Frequencies::default(), places: 0 });
        }
        if let Some(found) = self.found.get_mut(*slot as usize) {
            found.frequencies.add(field);
            found.places += u32::from(place.is_some());
        }
        self.placed.extend(place.map(|place| (*slot, place)));
    }

    fn sort_places(&mut self) {
        let order = sorted_by(self.placed.iter().map(|(slot, _)| *slot), self.found.len());
        let place = |at: &u32| self.placed.get(*at as usize).map(|(_, place)| *place);
        self.sorted.clear();
        self.sorted.extend(order.iter().filter_map(place));
    }

    /// The places of each term of `found`.
    fn places(&self) -> impl Iterator<Item = &[u32]> {
        let mut rest = self.sorted.as_slice();
        self.found.iter().map(move |found| {
            let (places, after) = rest.split_at_checked(found.places as usize).unwrap_or_default();
            rest = after;
            places
        })
    }
}
