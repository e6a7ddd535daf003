//! Headings of chapters that reports do not have as a rule: appendices, a
//! study of its own. Their text goes to the end of the summary, and the
//! reviewer is told.

use std::collections::BTreeSet;

use super::chapter::{bare_entry, is_contents};
use super::document::{Document, Kind};
use super::title::Titles;
use super::words::words;
use crate::language::comparable;

/// What is known of a document's further chapters.
#[derive(Debug)]
pub struct Extras<'a> {
    document: &'a Document,
    titles: &'a Titles,
    /// Numbered chapters of the list of contents, as they are compared.
    listed: BTreeSet<String>,
}

/// No heading of a chapter is longer.
const LONGEST: usize = 120;

/// The first chapters are known ones; from here on there may be others behind
/// the tables.
const FIRST_NUMBER: u8 = 4;

impl<'a> Extras<'a> {
    /// Those of `document`; `titles` are no chapters, but areas.
    pub fn new(document: &'a Document, titles: &'a Titles) -> Self {
        let entries = document.lines.iter().map(|line| line.text.as_str()).filter(|it| is_contents(it));
        let listed = entries.filter_map(|entry| title(&bare_entry(entry).replace('\t', " "))).collect();
        Self { document, titles, listed }
    }

    /// Whether line `index` is such a heading. Behind the tables a number will
    /// do; elsewhere it must be in the list of contents, or an appendix.
    pub fn begin(&self, index: usize, is_behind_tables: bool) -> bool {
        let text = self.document.text(index);
        let is_heading = !text.is_empty()
            && text.len() <= LONGEST
            && !text.contains('\t')
            && !text.ends_with(['.', ',', ';', ':', '%'])
            && self.stands_alone(index)
            && self.titles.entry(text).is_none();
        is_heading
            && (is_appendix(text)
                || title(text).is_some_and(|it| self.listed.contains(&it))
                || (is_behind_tables && number(text).is_some_and(|it| it >= FIRST_NUMBER)))
    }

    /// Whether the file says that a line is a heading, or there is nothing
    /// right above and below it.
    fn stands_alone(&self, index: usize) -> bool {
        let is_empty = |index: usize| self.document.text(index).is_empty();
        let is_parted = index.checked_sub(1).is_none_or(is_empty) && is_empty(index + 1);
        self.document.kind(index) == Kind::Heading || is_parted
    }
}

/// `Bilaga 1`, `Bilagor`, `Appendix A: Intervjuer`.
fn is_appendix(text: &str) -> bool {
    let text = comparable(text);
    let first = text.split([' ', ':', '.', ',', '–', '-']).next().unwrap_or_default();
    words().chapters.appendix.iter().any(|it| it == first)
}

/// The number of a chapter in front of its title.
fn number(text: &str) -> Option<u8> {
    let (number, title) = text.split_once(' ')?;
    let begins_well = title.starts_with(|c: char| c.is_uppercase());
    number.trim_end_matches('.').parse().ok().filter(|_| begins_well)
}

/// A numbered chapter's title with its number, in the form that is compared.
fn title(text: &str) -> Option<String> {
    number(text).map(|number| {
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
        let found =
            |is_behind| (0..lines.len()).filter(|it| extras.begin(*it, is_behind)).collect::<Vec<_>>();
        assert_eq!(found(false), [2, 7]);
        assert_eq!(found(true), [2, 7, 11]);
    }
}
