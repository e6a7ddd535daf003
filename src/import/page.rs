//! Numbers alone on a line: of a page, or of the sentence around them.

use super::document::Document;
use super::prose::is_finished;

/// Pages without a number of their own that there may be in a row.
const GAP: u16 = 3;

/// Lines to look at on either side; a break of a page has no more.
const NEAR: usize = 20;

/// Takes out of `furniture`, a mark per line, the numbers that are words of a
/// sentence: text goes on around them, and they are not in the ascending row
/// that numbers of pages form.
pub fn spare_words(document: &Document, furniture: &mut [bool]) {
    let numbers: Vec<_> = (0..furniture.len())
        .filter(|index| furniture.get(*index) == Some(&true))
        .filter_map(|index| Some((index, number(document.text(index))?)))
        .collect();
    let neighbour = |at: Option<usize>| at.and_then(|at| numbers.get(at)).map(|(_, number)| *number);
    let is_word = |at: usize, index: usize, number: u16| {
        let (before, after) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
        !is_in_row(before, number, after) && is_within_text(document, furniture, index)
    };
    let words = numbers.iter().enumerate().filter(|(at, (index, number))| is_word(*at, *index, *number));
    for index in words.map(|(_, (index, _))| *index).collect::<Vec<_>>() {
        furniture.iter_mut().skip(index).take(1).for_each(|it| *it = false);
    }
}

/// The number that a line is, if it is nothing else.
pub fn number(text: &str) -> Option<u16> {
    let is_short = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| text.parse().ok()).flatten()
}

fn is_in_row(before: Option<u16>, number: u16, after: Option<u16>) -> bool {
    let is_up = before.is_none_or(|it| it < number) && after.is_none_or(|it| number < it);
    let is_near = before.is_some_and(|it| number <= it + GAP) || after.is_some_and(|it| it <= number + GAP);
    is_up && is_near
}

/// Whether the text next to line `index` on either side belongs together.
fn is_within_text(document: &Document, furniture: &[bool], index: usize) -> bool {
    let text = |at: usize| {
        let is_free = furniture.get(at) == Some(&false);
        Some(document.text(at)).filter(|text| is_free && !text.is_empty())
    };
    let before = (0..index).rev().take(NEAR).find_map(text).unwrap_or_default();
    let after = (index + 1..furniture.len()).take(NEAR).find_map(text).unwrap_or_default();
    !before.contains('\t') && goes_on_around(before, after)
}

/// Whether a sentence that `before`, no row of a table, begins can go on with a
/// number and `after`.
pub fn goes_on_around(before: &str, after: &str) -> bool {
    let is_open = before.ends_with(|c: char| c.is_lowercase() || c == ',') && !is_finished(before);
    // "o" with a blank is a bullet.
    is_open && !after.contains('\t') && after.starts_with(char::is_lowercase) && !after.starts_with("o ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::chapter::page_furniture;

    #[test]
    fn numbers_of_pages_are_told_from_words() {
        let check = |lines: &[&str], expected: &[&str]| {
            let document = Document::of_lines(lines.iter().copied());
            let marks = page_furniture(&document);
            let kept = (0..lines.len()).filter(|index| !marks[*index]).map(|index| document.text(index));
            let kept: Vec<_> = kept.filter(|text| number(text).is_some()).collect();
            assert_eq!(kept, expected, "{lines:?}");
        };
        check(&["Kommunen har", "14", "nämnder som möts."], &["14"]);
        check(&["Slut.", "3", "Kommunen har", "", "14", "", "nämnder som möts.", "4"], &["14"]);
        check(&["Slut.", "3", "Rådet möts och", "", "4", "", "beslutar sedan.", "5"], &[]);
        check(&["Slut.", "3", "Kommunen har", "4", "nämnder.", "4", "Ny text"], &["4"]);
        check(&["Kommunen har flera", "", "14", "", "Nämnder möts."], &[]);
        check(&["Kommunen möts.", "14", "nämnder"], &[]);
        check(&["Rubriker\tPoäng", "14", "nämnder"], &["14"]);
    }
}
