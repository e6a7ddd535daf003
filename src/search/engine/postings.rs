//! Where every form of a word stands.

use std::mem;

use super::corpus::{Corpus, Page, number};
use super::lexicon::Lexicon;

/// A place in the text or in a field of a document. There are millions of
/// places, so two numbers share one: no text has sixteen million words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub page: u32,
    /// The mark in the highest byte, the position below.
    packed: u32,
}

/// How many bits of [`Place::packed`] are the position's.
const POSITION: u32 = 24;

impl Place {
    fn new(page: u32, mark: u8, position: u32) -> Self {
        Self { page, packed: u32::from(mark) << POSITION | position.min((1 << POSITION) - 1) }
    }

    /// In a text the weight, in fields the field's number among their sorted
    /// names.
    pub(super) fn mark(self) -> u8 {
        self.packed.to_be_bytes()[0]
    }

    /// Its word, from 0.
    pub(super) fn position(self) -> u32 {
        self.packed & ((1 << POSITION) - 1)
    }
}

/// All places, by form.
pub(super) struct Postings {
    pub text: Grouped<Place>,
    pub fields: Grouped<Place>,
}

impl Postings {
    /// Takes the words of the documents and says where each form stands.
    pub(super) fn new(corpus: &mut Corpus, lexicon: &Lexicon) -> Self {
        corpus.sort_fields();
        let pages = mem::take(&mut corpus.pages);
        let text = Grouped::new(lexicon.forms, |put| text_places(&pages, lexicon, put));
        let fields = Grouped::new(lexicon.forms, |put| field_places(&pages, lexicon, put));
        Self { text, fields }
    }
}

fn text_places(pages: &[Page], lexicon: &Lexicon, put: &mut dyn FnMut(u32, Place)) {
    for (page, document) in (0..).zip(pages) {
        for (position, &word) in (0..).zip(&document.text) {
            for &(form, weight) in lexicon.in_text(word) {
                put(form, Place::new(page, weight, position));
            }
        }
    }
}

fn field_places(pages: &[Page], lexicon: &Lexicon, put: &mut dyn FnMut(u32, Place)) {
    for (page, document) in (0..).zip(pages) {
        for &(field, ref words) in &document.fields {
            let field = u8::try_from(field).unwrap_or(u8::MAX);
            for (position, &word) in (0..).zip(words) {
                for &form in lexicon.in_field(word) {
                    put(form, Place::new(page, field, position));
                }
            }
        }
    }
}

/// Items by group, in one piece of memory: there are millions of them.
pub(super) struct Grouped<T> {
    items: Vec<T>,
    /// Where each group ends; the first begins at 0.
    ends: Vec<u32>,
}

impl<T: Copy + Default> Grouped<T> {
    /// Items keep their order within a group. `visit` hands out all of them
    /// with the numbers of their groups; it is called twice.
    fn new(groups: usize, visit: impl Fn(&mut dyn FnMut(u32, T))) -> Self {
        let mut ends = vec![0_u32; groups];
        visit(&mut |group, _| {
            if let Some(size) = ends.get_mut(group as usize) {
                *size += 1;
            }
        });
        let mut items = vec![T::default(); begin_groups(&mut ends)];
        visit(&mut |group, item| {
            let Some(end) = ends.get_mut(group as usize) else { return };
            if let Some(slot) = items.get_mut(*end as usize) {
                *slot = item;
            }
            *end += 1;
        });
        Self { items, ends }
    }

    /// The items of a group.
    pub(super) fn get(&self, group: u32) -> &[T] {
        let group = group as usize;
        let begin = group.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(group).copied().unwrap_or(begin);
        self.items.get(begin as usize..end as usize).unwrap_or(&[])
    }
}

/// Turns sizes of groups into their beginnings; returns the size of all.
fn begin_groups(sizes: &mut [u32]) -> usize {
    let mut total = 0;
    for size in sizes {
        let begin = total;
        total += *size as usize;
        *size = number(begin);
    }
    total
}
