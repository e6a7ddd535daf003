//! Sets of synonyms (S6).

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use toml::Spanned;

use super::field::joined;
use crate::diagnostic::{Diagnostic, Fault, Place};
use crate::format::synonym as file;
use crate::language;
use crate::load::Document;
use crate::model::SynonymSet;
use crate::source::Span;

/// A longer entry is a sentence, which nobody types word for word.
const MAX_WORDS: usize = 3;

/// Where each word stands first.
type Places = BTreeMap<String, Span>;

/// The sets, in the order of the file.
///
/// An everyday word stands in one set only. If one set does not lead to all
/// that its word is about, it gets more official words; the same word in a
/// second set, among hundreds, is most likely there because nobody saw the
/// first. An official word may stand in several, for many everyday words with
/// meanings of their own lead to the same one.
pub(super) fn synonyms(
    document: Option<&Document<file::Synonyms>>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<SynonymSet> {
    let Some(document) = document else { return Vec::new() };
    let mut earlier = Places::new();
    document.value.sets.iter().map(|set| self::set(document, set, &mut earlier, faults)).collect()
}

/// `earlier` are the everyday words of the sets before; those of `set` join them.
fn set(
    document: &Document<file::Synonyms>,
    set: &file::Set,
    earlier: &mut Places,
    faults: &mut Vec<Diagnostic>,
) -> SynonymSet {
    let everyday = entries(document, "everyday", &set.everyday, faults);
    let official = entries(document, "official", &set.official, faults);
    let mut own = Places::new();
    repetitions("set", everyday.iter().chain(&official), &mut own, faults);
    let distinct = everyday.iter().filter(|(word, place)| own.get(word) == Some(place));
    repetitions("sets", distinct, earlier, faults);
    SynonymSet { everyday: words(everyday), official: words(official) }
}

fn words(entries: Vec<(String, Span)>) -> Vec<String> {
    entries.into_iter().map(|(word, _)| word).collect()
}

/// What the list `name` holds, with places; faulty entries are left out.
fn entries(
    document: &Document<file::Synonyms>,
    name: &str,
    list: &file::Entries,
    faults: &mut Vec<Diagnostic>,
) -> Vec<(String, Span)> {
    if list.get_ref().is_empty() {
        faults.push(Diagnostic::new(Fault::EmptyList { list: name.to_owned() }, document.span(list)));
    }
    list.get_ref().iter().filter_map(|written| entry(document, written, faults)).collect()
}

fn entry(
    document: &Document<file::Synonyms>,
    written: &Spanned<String>,
    faults: &mut Vec<Diagnostic>,
) -> Option<(String, Span)> {
    // The file is normalised, but TOML can escape any character (L4).
    let text = language::normalise(written.get_ref());
    let word = language::comparable(&text);
    let place = document.span(written);
    let whats = objections(&text, &word);
    for what in &whats {
        let found = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let parts = if *what == "comma" { several(&word) } else { Vec::new() };
        let fix = joined(parts.into_iter().map(|it| format!("\"{it}\"")));
        faults.push(Diagnostic::new(Fault::BadEntry { what: (*what).to_owned(), found, fix }, place));
    }
    whats.is_empty().then_some((word, place))
}

/// What is wrong with an entry written as `text`, which `word` is the
/// comparable form of; the words are those of [`Fault::BadEntry`].
fn objections(text: &str, word: &str) -> Vec<&'static str> {
    let is_several = several(word).len() > 1;
    let checks = [
        ("empty", word.is_empty()),
        ("letter", !word.is_empty() && !word.chars().any(char::is_alphabetic)),
        ("comma", is_several),
        ("words", !is_several && word.split(' ').count() > MAX_WORDS),
        ("case", !is_several && text != text.to_lowercase()),
    ];
    checks.into_iter().filter_map(|(what, holds)| holds.then_some(what)).collect()
}

/// The words that stand in one entry, with commas between them; none where only one of them is a word.
fn several(entry: &str) -> Vec<&str> {
    let parts: Vec<_> = entry.split(',').map(str::trim).collect();
    let are_words = parts.iter().all(|it| it.contains(char::is_alphabetic));
    if are_words && parts.len() > 1 { parts } else { Vec::new() }
}

/// Objects to every entry that has its place in `first` already; the others get
/// theirs. `within` is what the word may stand in once only
/// ([`Fault::DuplicateEntry`]).
fn repetitions<'e>(
    within: &str,
    entries: impl Iterator<Item = &'e (String, Span)>,
    first: &mut Places,
    faults: &mut Vec<Diagnostic>,
) {
    for (word, place) in entries {
        match first.entry(word.clone()) {
            Entry::Vacant(free) => drop(free.insert(*place)),
            Entry::Occupied(first) => {
                let fault = Fault::DuplicateEntry { entry: word.clone(), within: within.to_owned() };
                faults.push(Diagnostic::new(fault, Place::Again { place: *place, first: *first.get() }));
            }
        }
    }
}
