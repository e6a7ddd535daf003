//! Rows of score tables without the head that would make a table of them. They are not read,
//! because nothing says which figure is which; but whoever imports such a file is told.

use rust_decimal::Decimal;

use crate::import::line::document::Document;
use crate::import::line::entry::Entry;
use crate::import::line::markup::without_tags;
use crate::import::line::part::AREAS;
use crate::import::line::score::{bare_figure, words_and_figures};
use crate::import::vocabulary::token::Token;
use crate::import::vocabulary::words::words;
use crate::language::{comparable, parse_points};
use crate::model::SubAreaNumber;

/// Lines that begin with a sub-area's number and end in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Headless {
    /// How many.
    pub count: usize,
    /// The first, as an index.
    pub first: usize,
    /// Whether most of them have a maximum beside the points.
    pub has_maxima: bool,
}

/// Fewer lines than so many may be anything: a date, a chapter's heading.
const FEWEST: usize = 3;

/// The lines of `document` that look like rows of score tables; nothing where there are too
/// few of them.
pub(crate) fn headless(document: &Document) -> Option<Headless> {
    let lines = document.lines.iter().enumerate();
    let mut rows: Vec<_> = lines.filter_map(|(index, line)| Some((index, row(&line.text)?))).collect();
    // In a list of contents the numbers are those of pages, which ascend.
    let pages = || rows.iter().filter(|(_, row)| row.may_be_entry).map(|(_, row)| row.last);
    if pages().zip(pages().skip(1)).all(|(before, next)| before <= next) {
        rows.retain(|(_, row)| !row.may_be_entry);
    }
    let with_maximum = rows.iter().filter(|(_, row)| row.figures > 1).count();
    let (first, _) = *rows.first()?;
    let has_maxima = 2 * with_maximum > rows.len();
    (rows.len() >= FEWEST).then_some(Headless { count: rows.len(), first, has_maxima })
}

/// A line that begins with a sub-area's number and ends in figures.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// How many figures there are at its end.
    figures: usize,
    /// The last of them.
    last: Decimal,
    /// Whether it may be an entry of a list of contents.
    may_be_entry: bool,
}

fn row(text: &str) -> Option<Row> {
    let bare = without_tags(text);
    let tokens = words_and_figures(&bare);
    let (number, rest) = tokens.split_first()?;
    let number = SubAreaNumber::parse(number.text.trim_end_matches(['.', ':']))?;
    let figure = |word: &Token<'_>| parse_points(bare_figure(word.text));
    let is_unit = |word: &Token<'_>| words().columns.units.contains(&comparable(word.text));
    let end = rest.iter().rev().take_while(|it| figure(it).is_some() || is_unit(it));
    let figures: Vec<_> = end.filter_map(figure).collect();
    let may_be_entry = figures.len() == 1 && rest.len() > 1 && Entry::read(text).leader().is_some();
    let row = Row { figures: figures.len(), last: *figures.first()?, may_be_entry };
    AREAS.contains(&number.area).then_some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_from_entries_and_text() {
        for (text, expected) in [
            ("1.1\tPlan?\t4,5\t15\t30%", Some(3)),
            ("1.1 Plan? 4,5 av 15 poäng", Some(2)),
            ("1.1 Plan? 16/20", Some(2)),
            ("1.1\t13", Some(1)),
            ("1.1: 13 p", Some(1)),
            ("1.1 Plan? 13", Some(1)),
            ("1.1 Planen är bra.", None),
            ("13 40", None),
            ("", None),
        ] {
            assert_eq!(row(text).map(|it| it.figures), expected, "{text}");
        }
        let found = |lines: &[&str]| headless(&Document::of_lines(lines.iter().copied()));
        let rows = ["Poäng", "1.1\tPlan\t4\t15", "1.2\tMål\t6\t15", "1.3\tBok\t7\t15"];
        assert_eq!(found(&rows), Some(Headless { count: 3, first: 1, has_maxima: true }));
        assert_eq!(found(&rows[..3]), None);
        assert_eq!(found(&["1.1 Plan\t4", "1.2 Mål\t4", "1.3 Bok......7"]), None);
        let points = Some(Headless { count: 3, first: 0, has_maxima: false });
        assert_eq!(found(&["1.1 Plan\t14", "1.2 Mål\t4", "1.3 Bok\t7"]), points);
        assert_eq!(found(&["1.1\t1", "1.2\t4", "1.3\t7"]), points);
    }
}
