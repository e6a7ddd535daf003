//! Headings of areas that do not say `Område 3 …` in so many words.
//!
//! A name alone may be an entry of a list or a sentence's subject. It begins
//! an area's chapter only where such a chapter goes on: with its box, its
//! general text or its first sub-area.

use crate::import::line::document::Document;
use crate::import::line::heading::{Headings, is_common, is_within};
use crate::import::line::markup::readable;
use crate::import::line::part::{area_heading, is_box_head};
use crate::import::vocabulary::words::words;
use crate::language::comparable;
use crate::model::{AreaNumber, Edition};

/// The areas of an edition by the names that reports print.
#[derive(Debug, Default)]
pub(super) struct Titles {
    areas: Vec<Title>,
}

#[derive(Debug)]
struct Title {
    number: AreaNumber,
    names: Vec<String>,
    sub_areas: Headings,
}

/// The word before an area's number.
const AREA: &str = "område";

/// The longest line that can be an area's heading, in bytes. Those in real reports
/// have 70.
const MAX_LENGTH: usize = 140;

/// How many lines below a heading, empty ones not counted, are looked at for what
/// an area's chapter begins with.
const MAX_BELOW: usize = 3;

impl Titles {
    /// The titles of `edition`'s areas.
    pub(super) fn new(edition: &Edition) -> Self {
        let areas = edition.areas.iter().map(|area| Title {
            number: area.number,
            names: std::iter::once(&area.name).chain(&area.also).map(|it| comparable(it)).collect(),
            sub_areas: Headings::new(area),
        });
        Self { areas: areas.collect() }
    }

    /// The area whose chapter begins on line `index`.
    pub(super) fn area(&self, document: &Document, index: usize) -> Option<AreaNumber> {
        let line = document.text(index);
        if line.is_empty() || line.len() > MAX_LENGTH || line.ends_with(['.', ',', ';', '%']) {
            return None;
        }
        // The heading may stand in tags, and in cells of a table.
        let text = readable(line).replace(" | ", " ");
        let says_area = area_heading(&text).is_some();
        let (number, name) = numbered(&text);
        let by_number = || if says_area { self.by_number(number?) } else { None };
        let title = self.named(number, name).or_else(by_number)?;
        let is_certain = says_area && title.names.contains(&comparable(name));
        (is_certain || title.goes_on(document, index)).then_some(title.number)
    }

    /// The area that an entry of a list of contents means.
    pub(super) fn entry(&self, text: &str) -> Option<AreaNumber> {
        if text.len() > MAX_LENGTH {
            return None;
        }
        let (number, name) = numbered(text);
        self.named(number, name).map(|title| title.number)
    }

    /// The area with this name, but for some letters, and this number if any.
    fn named(&self, number: Option<AreaNumber>, name: &str) -> Option<&Title> {
        let wanted = comparable(name);
        let is_near = |known: &String| is_within(known, &wanted, known.len() / 8);
        let fits = |title: &&Title| number.is_none_or(|number| number == title.number);
        let titles = || self.areas.iter().filter(fits);
        titles()
            .find(|it| it.names.contains(&wanted))
            .or_else(|| titles().find(|it| it.names.iter().any(is_near)))
    }

    fn by_number(&self, number: AreaNumber) -> Option<&Title> {
        self.areas.iter().find(|title| title.number == number)
    }
}

impl Title {
    /// Whether what stands below line `index` is of this area's chapter.
    fn goes_on(&self, document: &Document, index: usize) -> bool {
        let below = document.lines.iter().skip(index + 1).map(|line| line.text.as_str());
        below.filter(|text| !text.is_empty()).take(MAX_BELOW).any(|text| {
            let is_sub_area = self.sub_areas.meant(text).is_some_and(|meant| meant.is_certain);
            is_box_head(text) || is_common(text) || is_sub_area
        })
    }
}

/// The number in front of a name: `Område 5: Torget` but for a letter,
/// `5. Torget`, `3.5 Torget` as the fifth of the third chapter.
fn numbered(text: &str) -> (Option<AreaNumber>, &str) {
    let text = text.trim_start_matches('#').trim_start();
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let word = comparable(first);
    if is_within(&word, AREA, 1) || words().chapters.before_number.contains(&word) {
        return numbered(rest);
    }
    let digits = first.trim_end_matches(['.', ':', ')']);
    let last = digits.rsplit('.').next().unwrap_or_default();
    let Ok(number) = last.parse() else { return (None, text) };
    let name = rest.trim_start_matches([' ', ':', '.', '-', '–', '—']);
    match numbered(name) {
        (Some(own), name) => (Some(own), name),
        (None, _) => (Some(number), name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_before_names_in_many_forms() {
        for (text, expected) in [
            ("Område 5 Torget", (Some(5), "Torget")),
            ("Omräde 5: Torget", (Some(5), "Torget")),
            ("OMRÅDE 5 – Torget", (Some(5), "Torget")),
            ("5. Torget", (Some(5), "Torget")),
            ("3.5 Torget", (Some(5), "Torget")),
            ("3.5 Område 5. Torget", (Some(5), "Torget")),
            ("4 Område 5 Torget", (Some(5), "Torget")),
            ("Torget", (None, "Torget")),
            ("Torget 5", (None, "Torget 5")),
            ("", (None, "")),
        ] {
            assert_eq!(numbered(text), expected, "{text}");
        }
    }
}
