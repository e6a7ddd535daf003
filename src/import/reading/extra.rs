//! Headings of chapters that reports do not have as a rule: appendices, a
//! study of its own. Their text goes to the end of the summary, and the
//! reviewer is told.

use std::collections::BTreeSet;

use super::title::Titles;
use crate::import::line::document::{Document, Kind, Line};
use crate::import::line::entry::{Entry, chapter_number};
use crate::import::vocabulary::words::words;
use crate::language::comparable;

/// What is known of a document's further chapters.
#[derive(Debug)]
pub(super) struct Extras<'a> {
    document: &'a Document,
    titles: &'a Titles,
    /// Numbered chapters of the list of contents, as they are compared.
    listed: BTreeSet<String>,
}

/// The longest heading of a chapter, in bytes. Those in real reports have 90.
const MAX_LENGTH: usize = 120;

impl<'a> Extras<'a> {
    /// Those of `document`. `titles` are names of areas, whose headings are no
    /// further chapters.
    pub(super) fn new(document: &'a Document, titles: &'a Titles) -> Self {
        let entries = document.lines.iter().map(|line| Entry::read(&line.text)).filter(|it| it.is_possible());
        let listed = entries.filter_map(|entry| title(&entry.name().replace('\t', " "))).collect();
        Self { document, titles, listed }
    }

    /// Whether line `index` is such a heading: the list of contents names it, it
    /// is an appendix, or it has the number that comes after `last`, the number of
    /// the chapter before.
    pub(super) fn begin(&self, index: usize, last: Option<u8>) -> bool {
        let text = self.document.text(index);
        let is_heading = !text.is_empty()
            && text.len() <= MAX_LENGTH
            && !text.contains('\t')
            && !text.ends_with(['.', ',', ';', ':', '%'])
            && self.stands_alone(index)
            && self.titles.entry(text).is_none();
        is_heading
            && (is_appendix(text)
                || title(text).is_some_and(|it| self.listed.contains(&it))
                || (last.is_some() && chapter_number(text) == last.and_then(next) && !self.is_in_list(index)))
    }

    /// Whether the numbers of the lines around show that this one is an item of a
    /// numbered list.
    fn is_in_list(&self, index: usize) -> bool {
        let lines = &self.document.lines;
        // The number of the nearest line that is not empty, if that has one.
        let said = |line: &Line| (!line.text.is_empty()).then(|| chapter_number(&line.text));
        let before = lines.get(..index).and_then(|lines| lines.iter().rev().find_map(said)).flatten();
        let after = lines.get(index + 1..).and_then(|lines| lines.iter().find_map(said)).flatten();
        let own = chapter_number(self.document.text(index));
        (own.is_some() && before.and_then(next) == own) || (after.is_some() && after == own.and_then(next))
    }

    /// Whether the file says that a line is a heading, or there is nothing
    /// right above and below it.
    fn stands_alone(&self, index: usize) -> bool {
        let is_empty = |index: usize| self.document.text(index).is_empty();
        let is_parted = index.checked_sub(1).is_none_or(is_empty) && is_empty(index + 1);
        self.document.kind(index) == Kind::Heading || is_parted
    }
}

fn next(number: u8) -> Option<u8> {
    number.checked_add(1)
}

/// Whether a heading is an appendix's: `Bilaga 1`, `Bilagor`, `Appendix A:
/// Intervjuer`.
fn is_appendix(text: &str) -> bool {
    let text = comparable(text);
    let first = text.split([' ', ':', '.', ',', '–', '-']).next().unwrap_or_default();
    words().chapters.appendix.iter().any(|it| it == first)
}

/// A numbered chapter's title with its number, in the form that is compared.
fn title(text: &str) -> Option<String> {
    chapter_number(text).map(|number| {
        let title = text.split_once(' ').map_or("", |(_, title)| title);
        format!("{number} {}", comparable(title))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_are_told_from_items_and_sentences() {
        let lines = [
            "5 Hamnens framtid\t40",
            "",
            "5. Hamnens framtid",
            "",
            "5. Torget",
            "6. Bryggan",
            "",
            "Bilaga 2: Intervjuer",
            "",
            "Bilaga 2 visar vilka som intervjuades.",
            "",
            "7 Ett tillägg",
            "",
            "1 Ett annat",
            "",
        ];
        let document = Document::of_lines(lines);
        let titles = Titles::default();
        let extras = Extras::new(&document, &titles);
        let found = |last| (0..lines.len()).filter(|it| extras.begin(*it, last)).collect::<Vec<_>>();
        assert_eq!(found(None), [2, 7]);
        assert_eq!(found(Some(6)), [2, 7, 11]);
        assert_eq!(found(Some(1)), [2, 7]);
        let list = Document::of_lines(["1. Talet", "", "2. Texten", "", "Slut"]);
        assert!(!Extras::new(&list, &titles).begin(2, Some(1)));
    }
}
