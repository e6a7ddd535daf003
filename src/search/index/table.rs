//! What a search knows of every document before it loads a text: numbers in the
//! order of the documents, which compress to a few bits each.

use std::io;

use ahash::RandomState;
use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;
use serde::Serialize;

use super::corpus::{Batch, Corpus, Row};
use super::file::{File, add_number};
use crate::language::StopWords;

/// What numbers stand for.
#[derive(Debug, Serialize)]
pub(super) struct Directory<'c> {
    /// How many documents there are.
    documents: usize,
    /// Address and place of every page, and how many documents it has: they stand in
    /// the order of the pages.
    pages: Vec<(&'c str, &'c str, usize)>,
    /// Titles that several documents have. The first is empty and stands for one
    /// that only its pack has.
    titles: Vec<&'c str>,
    filters: Vec<Filter<'c>>,
    /// How many documents each pack has.
    packs: Vec<usize>,
    #[serde(flatten)]
    firsts: Firsts,
    /// Words that say nothing where others say something. A reader needs them to make terms.
    stop: Vec<&'static str>,
}

/// What every file of something sorted begins with, without marks.
#[derive(Debug, Serialize)]
pub(super) struct Firsts {
    pub(super) terms: Vec<String>,
    pub(super) words: Vec<String>,
    pub(super) meanings: Vec<String>,
}

/// What documents can be narrowed down by.
#[derive(Debug, Serialize)]
struct Filter<'c> {
    name: &'static str,
    values: Vec<&'c str>,
    /// What documents may have: numbers of values. The first is none at all.
    sets: Vec<Vec<usize>>,
}

/// The directory, and the file with the columns: for every filter the number of each
/// document's set, then the number of each title, then the standing.
pub(super) fn table<'c>(
    corpus: &'c Corpus,
    firsts: Firsts,
    stop: &StopWords,
) -> io::Result<(Directory<'c>, Vec<u8>)> {
    let rows = || corpus.batches.iter().flat_map(|batch| &batch.rows);
    let mut file = File::new();
    let names: Vec<_> = names(rows()).into_iter().collect();
    let columns: Vec<_> = names.into_par_iter().with_max_len(1).map(|name| filter(name, rows())).collect();
    let (filters, columns): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    for column in &columns {
        file.bytes(column);
    }
    let titles = titles(rows(), &mut file);
    rows().for_each(|row| file.byte(row.standing as u8));
    let packs = corpus.batches.iter().flat_map(|batch: &Batch| &batch.packs).map(|(count, _)| *count);
    let directory = Directory {
        documents: corpus.documents,
        pages: pages(rows()),
        titles,
        filters,
        packs: packs.collect(),
        firsts,
        stop: stop.iter().collect(),
    };
    Ok((directory, file.compressed()?))
}

/// Documents of one page follow each other.
fn pages<'c>(rows: impl Iterator<Item = &'c Row>) -> Vec<(&'c str, &'c str, usize)> {
    let mut pages: Vec<(&str, &str, usize)> = Vec::new();
    for Row { page, place, .. } in rows {
        match pages.last_mut() {
            Some((last, of, count)) if last == page && of == place => *count += 1,
            _ => pages.push((page, place, 1)),
        }
    }
    pages
}

fn names<'c>(rows: impl Iterator<Item = &'c Row>) -> IndexSet<&'static str, RandomState> {
    rows.flat_map(|row| &row.filters).map(|(name, _)| *name).collect()
}

/// A filter, and its column.
fn filter<'c>(name: &'static str, rows: impl Iterator<Item = &'c Row>) -> (Filter<'c>, Vec<u8>) {
    let mut values = IndexSet::<_, RandomState>::default();
    let mut sets = IndexSet::<_, RandomState>::from_iter([Vec::new()]);
    let mut column = Vec::new();
    for row in rows {
        let of_row = row.filters.iter().filter(|(of, _)| *of == name).flat_map(|(_, values)| values);
        let set = of_row.map(|value| values.insert_full(value.as_str()).0).collect();
        add_number(&mut column, sets.insert_full(set).0);
    }
    let filter = Filter { name, values: values.into_iter().collect(), sets: sets.into_iter().collect() };
    (filter, column)
}

fn titles<'c>(rows: impl Iterator<Item = &'c Row> + Clone, file: &mut File) -> Vec<&'c str> {
    let mut counts: IndexMap<&str, usize, RandomState> = IndexMap::default();
    for row in rows.clone() {
        *counts.entry(&row.title).or_default() += 1;
    }
    let shared = counts.into_iter().filter(|(title, count)| *count > 1 && !title.is_empty());
    let titles: IndexSet<&str, RandomState> =
        std::iter::once("").chain(shared.map(|(title, _)| title)).collect();
    for row in rows {
        file.number(titles.get_index_of(row.title.as_str()).unwrap_or_default());
    }
    titles.into_iter().collect()
}
