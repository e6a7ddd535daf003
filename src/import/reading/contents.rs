//! The list of contents.

use std::collections::BTreeSet;

use super::chapter::Chapter;
use super::prose::Text;
use super::title::Titles;
use crate::import::line::document::Passage;
use crate::import::line::entry::Entry;
use crate::import::line::part::{Part, heading};

/// What the list of contents says.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Its lines.
    pub lines: Vec<Passage>,
    /// The parts that they name.
    pub parts: BTreeSet<Part>,
}

/// Reads the list of contents; `titles` are the names of areas.
pub(super) fn contents(text: &Text<'_>, chapters: &[Chapter], titles: &Titles) -> Contents {
    let mut contents = Contents::default();
    for chapter in chapters.iter().filter(|chapter| chapter.part == Part::Contents) {
        let document = text.document;
        let lines: Vec<_> = text.lines(chapter).filter(|index| !document.text(*index).is_empty()).collect();
        let is_entry =
            |at: usize| lines.get(at).is_some_and(|it| Entry::read(document.text(*it)).is_possible());
        for (at, index) in lines.iter().enumerate() {
            // An entry of two lines has its page number on the second.
            if is_entry(at) || is_entry(at + 1) {
                let name = Entry::read(document.text(*index)).name().replace('\t', " ");
                let name = name.trim();
                let part = heading(name).or_else(|| titles.entry(name).map(Part::Area));
                contents.parts.extend(part);
                contents.lines.push(document.whole(*index));
            }
        }
    }
    contents
}
