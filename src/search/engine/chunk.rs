//! The index proper: terms and their places, in files of about the same size,
//! of which a query loads those that hold its words.

use std::convert::Infallible;

use minicbor::Encoder;
use minicbor::encode::Error;
use rayon::prelude::*;

use super::EngineError;
use super::lexicon::{Lexicon, Term};
use super::pack::{digest, packed};
use super::postings::{Place, Postings};

/// How many numbers a file holds at least, the last one excepted.
const FULL: usize = 20_000;

/// The weight that goes without saying.
const COMMON: u8 = 25;

/// A file of the index.
pub(super) struct Chunk {
    /// The first term in it, shortened as far as order allows.
    pub from: String,
    /// The last.
    pub to: String,
    /// The digest of its contents.
    pub digest: String,
    /// The contents of its file.
    pub bytes: Vec<u8>,
}

/// A term as the file has it.
struct PackedTerm<'a> {
    stem: &'a str,
    bytes: Vec<u8>,
    /// How many numbers it takes.
    size: usize,
}

/// The files of the index, in the order of their terms.
pub(super) fn chunks(lexicon: &Lexicon, postings: &Postings) -> Result<Vec<Chunk>, EngineError> {
    let terms = lexicon.terms.par_iter().map(|term| packed_term(term, postings));
    let terms = terms.collect::<Result<Vec<_>, _>>()?;
    let mut chunks = groups(&terms).into_par_iter().map(chunk).collect::<Result<Vec<_>, _>>()?;
    shorten(&mut chunks);
    Ok(chunks)
}

/// Runs of terms that fill a file.
fn groups<'a>(terms: &'a [PackedTerm<'a>]) -> Vec<&'a [PackedTerm<'a>]> {
    let mut groups = Vec::new();
    let mut rest = terms;
    while !rest.is_empty() {
        let mut size = 0;
        let fills = |term: &PackedTerm| {
            size += term.size;
            size >= FULL
        };
        let end = rest.iter().position(fills).map_or(rest.len(), |last| last + 1);
        let (group, after) = rest.split_at(end);
        groups.push(group);
        rest = after;
    }
    groups
}

fn chunk(terms: &[PackedTerm]) -> Result<Chunk, EngineError> {
    let mut file = Encoder::new(Vec::new());
    file.array(1)
        .and_then(|file| file.array(terms.len() as u64))
        .map_err(|error| EngineError::unwritten(&error))?;
    let mut bytes = file.into_writer();
    for term in terms {
        bytes.extend(&term.bytes);
    }
    let stem = |term: Option<&PackedTerm>| term.map_or("", |term| term.stem).to_owned();
    Ok(Chunk {
        from: stem(terms.first()),
        to: stem(terms.last()),
        digest: digest(&bytes),
        bytes: packed(&bytes)?,
    })
}

/// Shortens the ends of neighbours to the first letter that tells them apart.
fn shorten(chunks: &mut [Chunk]) {
    let mut rest = chunks;
    while let Some((before, after)) = rest.split_first_mut() {
        if let Some(after) = after.first_mut() {
            let common = before.to.chars().zip(after.from.chars()).take_while(|(a, b)| a == b).count();
            let to: String = before.to.chars().take(common + 1).collect();
            if to >= before.from {
                before.to = to;
            }
            after.from = after.from.chars().take(common + 1).collect();
        }
        rest = after;
    }
}

fn packed_term<'a>(term: &'a Term, postings: &Postings) -> Result<PackedTerm<'a>, EngineError> {
    let mut file = File { encoder: Encoder::new(Vec::new()), scratch: Vec::new(), size: 0 };
    file.term(term, postings).map_err(|error| EngineError::unwritten(&error))?;
    Ok(PackedTerm { stem: &term.stem, bytes: file.encoder.into_writer(), size: file.size })
}

type Written = Result<(), Error<Infallible>>;

struct File {
    encoder: Encoder<Vec<u8>>,
    scratch: Vec<i32>,
    size: usize,
}

impl File {
    fn term(&mut self, term: &Term, postings: &Postings) -> Written {
        self.encoder.array(3)?.str(&term.stem)?;
        self.pages(postings.text.get(term.plain), postings.fields.get(term.plain))?;
        let variants = variants(term, postings);
        self.size += variants.len();
        self.encoder.array(variants.len() as u64)?;
        for (form, number) in variants {
            self.encoder.array(2)?.str(form)?;
            self.pages(postings.text.get(number), postings.fields.get(number))?;
        }
        Ok(())
    }

    /// The pages of one form with their places, each page by its distance to
    /// the one before.
    fn pages(&mut self, mut text: &[Place], mut fields: &[Place]) -> Written {
        self.encoder.array(count_pages(text, fields))?;
        let mut before = 0;
        while let Some(page) = first_page(text, fields) {
            let in_text = text.partition_point(|place| place.page == page);
            let in_fields = fields.partition_point(|place| place.page == page);
            let (here, text_after) = text.split_at(in_text);
            let (field_here, fields_after) = fields.split_at(in_fields);
            self.encoder.array(3)?.u32(page - before)?;
            self.text_places(here)?;
            self.field_places(field_here)?;
            (before, text, fields) = (page, text_after, fields_after);
            self.size += 1;
        }
        Ok(())
    }

    fn text_places(&mut self, places: &[Place]) -> Written {
        let mut sorted: Vec<_> = places.iter().map(|place| (place.mark(), place.position())).collect();
        sorted.sort_by_key(|&(weight, position)| (if weight == COMMON { 0 } else { weight }, position));
        let (mut weight, mut position) = (COMMON, 0);
        for (next_weight, next) in sorted {
            if next_weight != weight {
                self.scratch.push(-1 - i32::from(next_weight));
                (weight, position) = (next_weight, 0);
            }
            self.scratch.push(distance(position, next));
            position = next;
        }
        self.flush()
    }

    fn field_places(&mut self, places: &[Place]) -> Written {
        let mut sorted: Vec<_> =
            places.iter().map(|place| (u32::from(place.mark()), place.position())).collect();
        sorted.sort_unstable();
        let (mut field, mut position) = (None, 0);
        for (next_field, next) in sorted {
            if field != Some(next_field) {
                self.scratch.push(-1 - distance(0, next_field));
                (field, position) = (Some(next_field), 0);
            }
            self.scratch.push(distance(position, next));
            position = next;
        }
        self.flush()
    }

    /// Writes the numbers that have gathered.
    fn flush(&mut self) -> Written {
        self.size += self.scratch.len();
        self.encoder.array(self.scratch.len() as u64)?;
        for number in self.scratch.drain(..) {
            self.encoder.i32(number)?;
        }
        Ok(())
    }
}

fn distance(from: u32, to: u32) -> i32 {
    i32::try_from(to.saturating_sub(from)).unwrap_or(i32::MAX)
}

/// The first page of either list.
fn first_page(text: &[Place], fields: &[Place]) -> Option<u32> {
    let (text, field) = (text.first().map(|place| place.page), fields.first().map(|place| place.page));
    text.into_iter().chain(field).min()
}

/// How many pages the lists are on together.
fn count_pages(mut text: &[Place], mut fields: &[Place]) -> u64 {
    let mut count = 0;
    while let Some(page) = first_page(text, fields) {
        text = text.split_at(text.partition_point(|place| place.page == page)).1;
        fields = fields.split_at(fields.partition_point(|place| place.page == page)).1;
        count += 1;
    }
    count
}

/// The forms of a term in the order in which the documents bring them up: page
/// by page, those of the text before those of fields, each sorted.
fn variants<'a>(term: &'a Term, postings: &Postings) -> Vec<(&'a str, u32)> {
    let mut variants: Vec<_> = term.variants.iter().map(|(form, number)| (form.as_str(), *number)).collect();
    variants.sort_by_key(|&(form, number)| {
        let (text, fields) = (postings.text.get(number), postings.fields.get(number));
        let page = first_page(text, fields);
        (page, text.first().map(|place| place.page) != page, form)
    });
    variants
}
