//! Lines → chapters: what stands where in a report.

use std::ops::Range;

use super::extra::Extras;
use super::title::Titles;
use crate::import::line::document::Document;
use crate::import::line::entry::{Entry, Leader, chapter_number, is_page_number};
use crate::import::line::part::{Part, heading};

/// A stretch of lines that belong to one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chapter {
    /// Which part.
    pub part: Part,
    /// The index of the line of its heading; none for what stands before the
    /// first heading.
    pub heading: Option<usize>,
    /// The lines below the heading.
    pub lines: Range<usize>,
}

/// Cuts a document into chapters; every line is a heading or in one chapter.
/// `titles` are names of areas that may be headings by themselves.
pub(super) fn chapters(document: &Document, titles: &Titles) -> Vec<Chapter> {
    let extras = Extras::new(document, titles);
    let mut chapters = Vec::new();
    let mut open = Chapter { part: Part::Cover, heading: None, lines: 0..0 };
    let mut last_number = None;
    let (mut has_area, mut has_results) = (false, false);
    for (index, line) in document.lines.iter().enumerate() {
        let is_heading = |part: &Part| match (open.part, part) {
            (Part::Contents, _) if is_listed(document, index) => false,
            // A list of contents stands before what it lists.
            (_, Part::Contents) => !has_area,
            _ => true,
        };
        let part = heading(&line.text)
            .filter(is_heading)
            .or_else(|| titles.area(document, index).map(Part::Area))
            .or_else(|| {
                let is_in_text = !matches!(open.part, Part::Cover | Part::Contents);
                let begins = is_in_text && extras.begin(index, last_number);
                // Before all results, a chapter with a title of its own is the summary.
                begins.then_some(if has_results { Part::Extra(index) } else { Part::Summary })
            });
        let Some(part) = part else {
            open.lines.end = index + 1;
            continue;
        };
        has_area |= matches!(part, Part::Area(_));
        has_results |= matches!(part, Part::Summary | Part::Detail | Part::Area(_) | Part::Tables);
        if !matches!(part, Part::Area(_)) {
            last_number = chapter_number(&line.text).or(last_number);
        }
        let next = Chapter { part, heading: Some(index), lines: index + 1..index + 1 };
        chapters.push(std::mem::replace(&mut open, next));
    }
    chapters.push(open);
    chapters
}

/// How many lines below an entry are looked at for its page number. Lists of
/// contents in real reports have 16 entries at most.
const MAX_ENTRY_LINES: usize = 100;

/// Whether a line of the list of contents that reads like a heading is an entry
/// all the same: it has a page number, or the line has in which it ends.
fn is_listed(document: &Document, index: usize) -> bool {
    let lines = document.lines.iter().skip(index + 1).take(MAX_ENTRY_LINES).map(|it| it.text.as_str());
    let mut below = lines.filter(|it| !it.is_empty()).skip_while(|it| !is_entry(it) && heading(it).is_some());
    is_entry(document.text(index)) || below.next().is_some_and(|it| is_entry(it) || is_page_number(it))
}

/// Whether a line of the list of contents ends in a page number, be it that
/// only a blank parts it from a heading.
fn is_entry(text: &str) -> bool {
    let entry = Entry::read(text);
    match entry.leader() {
        Some(Leader::Drawn) => true,
        Some(Leader::Blank) => heading(entry.before().trim_end()).is_some(),
        None => false,
    }
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
