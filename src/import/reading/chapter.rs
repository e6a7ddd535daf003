//! Lines → chapters: what stands where in a report.

use std::ops::Range;

use super::extra::Extras;
use super::title::Titles;
use crate::import::line::document::Document;
use crate::import::line::entry::{chapter_number, is_entry, is_page_number};
use crate::import::line::part::{Part, heading};

/// A stretch of lines that belong to one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Which part.
    pub part: Part,
    /// The line of its heading; none for what stands before the first.
    pub heading: Option<usize>,
    /// The lines below the heading.
    pub lines: Range<usize>,
}

/// Cuts a document into chapters; every line is a heading or in one chapter.
/// `titles` are names of areas that may be headings by themselves.
pub fn chapters(document: &Document, titles: &Titles) -> Vec<Chapter> {
    let mut chapters = vec![Chapter { part: Part::Cover, heading: None, lines: 0..0 }];
    // The number of the last chapter that has one.
    let mut last = None;
    let extras = Extras::new(document, titles);
    for (index, line) in document.lines.iter().enumerate() {
        let is_in_contents = chapters.last().is_some_and(|it| it.part == Part::Contents);
        // A list of contents stands before what it lists.
        let has_area = chapters.iter().any(|it| matches!(it.part, Part::Area(_)));
        let part = heading(&line.text)
            .filter(|part| !(has_area && *part == Part::Contents))
            .filter(|_| !(is_in_contents && is_listed(document, index)))
            .or_else(|| titles.area(document, index).map(Part::Area))
            .or_else(|| further(&extras, index, &chapters, last));
        if let Some(part) = part {
            let number = chapter_number(&line.text).filter(|_| !matches!(part, Part::Area(_)));
            last = number.or(last);
            chapters.push(Chapter { part, heading: Some(index), lines: index + 1..index + 1 });
        } else if let Some(last) = chapters.last_mut() {
            last.lines.end = index + 1;
        }
    }
    chapters
}

/// The chapter that nobody knows which begins on line `index`. Before the
/// areas it is the summary, if none has come.
fn further(extras: &Extras<'_>, index: usize, before: &[Chapter], last: Option<u8>) -> Option<Part> {
    let has = |is_it: fn(&Part) -> bool| before.iter().any(|chapter| is_it(&chapter.part));
    let is_in_text = before.last().is_some_and(|it| !matches!(it.part, Part::Cover | Part::Contents));
    (is_in_text && extras.begin(index, last)).then_some(())?;
    let is_summary = !has(|part| matches!(part, Part::Summary | Part::Detail | Part::Area(_) | Part::Tables));
    Some(if is_summary { Part::Summary } else { Part::Extra(index) })
}

/// No list of contents goes on for so many lines.
const MOST_ENTRIES: usize = 100;

/// Whether a line of the list of contents that reads like a heading is an entry
/// all the same: it has a page number, or the line has in which it ends.
fn is_listed(document: &Document, index: usize) -> bool {
    let lines = document.lines.iter().skip(index + 1).take(MOST_ENTRIES).map(|it| it.text.as_str());
    let mut below =
        lines.filter(|it| !it.is_empty()).skip_while(|it| !is_loose_entry(it) && heading(it).is_some());
    is_loose_entry(document.text(index))
        || below.next().is_some_and(|it| is_loose_entry(it) || is_page_number(it))
}

/// Whether a line is an entry of a list of contents, be it that only a blank
/// parts the page number from the heading.
fn is_loose_entry(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let has_number = (1..=3).contains(&(text.len() - bare.len())) && bare.ends_with(' ');
    is_entry(text) || (has_number && heading(bare.trim_end()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_over_two_lines_do_not_end_the_list_of_contents() {
        let lines = [
            "Innehåll",
            "1 Vad är Kommunkompassen? 3",
            "2 Norrby kommun i förhållande till Kommunkompassen: en",
            "kort genomgång\t5",
            "3 Detaljerad genomgång per område",
            "8",
            "Område 1 Torget 8",
            "Område 2 Hamnen\t9",
            "1 Vad är Kommunkompassen?",
            "Ett redskap.",
            "Område 3",
        ];
        let parts = chapters(&Document::of_lines(lines), &Titles::default()).into_iter().skip(1);
        let parts: Vec<_> = parts.map(|it| (it.part, it.heading)).collect();
        assert_eq!(parts, [(Part::Contents, Some(0)), (Part::About, Some(8)), (Part::Area(3), Some(10))]);
    }
}
