//! What stands on every page: running heads and feet, page numbers.

use std::collections::BTreeMap;

use crate::import::line::document::{Document, Kind, Line};
use crate::import::line::entry::{is_page_number, is_rule, lone_number};
use crate::import::line::heading::is_common;
use crate::import::line::part::{heading, is_box_head};
use crate::import::line::score::{Maxima, labelled_score};
use crate::import::vocabulary::list::list_heading;
use crate::import::vocabulary::sentence::goes_on_around;

/// Per line of `document`, whether it is page furniture: a page number, a running
/// head or foot, or a rule.
pub(super) fn page_furniture(document: &Document, maxima: &Maxima) -> Vec<bool> {
    let mut counts = BTreeMap::<String, usize>::new();
    let keys: Vec<_> = document.lines.iter().map(running_key).collect();
    // Lists of several areas may share an item, so lines within lists do not count.
    let elsewhere = keys.iter().zip(within_lists(document)).filter(|(_, is_within)| !is_within);
    elsewhere
        .filter_map(|(key, _)| key.as_ref())
        .for_each(|key| *counts.entry(key.clone()).or_default() += 1);
    // The first number below the head of a box is a score.
    let mut awaits_score = false;
    let mut furniture = Vec::with_capacity(keys.len());
    for (line, key) in document.lines.iter().zip(keys) {
        if line.kind == Kind::Margin || is_rule(&line.text) {
            furniture.push(true);
            continue;
        }
        let is_number = is_page_number(&line.text);
        let is_repeated = key.is_some_and(|key| counts.get(&key).is_some_and(|count| *count >= 3));
        furniture.push((is_repeated && may_run(&line.text, maxima)) || (is_number && !awaits_score));
        let has_score = is_number || line.text.contains('\t') || is_common(&line.text);
        awaits_score = is_box_head(&line.text) || (awaits_score && !has_score);
    }
    spare_words(document, &mut furniture);
    furniture
}

/// Whether each line is within a list: below its head and before the next chapter
/// or paragraph.
fn within_lists(document: &Document) -> impl Iterator<Item = bool> {
    document.lines.iter().scan(false, |is_within, line| {
        let ends = line.text.len() > MAX_ITEM || heading(&line.text).is_some();
        *is_within = list_heading(&line.text).is_some() || (*is_within && !ends);
        Some(*is_within)
    })
}

/// The longest item of a list, in bytes, but for a few: real reports have some of
/// 240.
const MAX_ITEM: usize = 200;

/// A line without its digits, by which running heads are compared: they differ in
/// the page number. Nothing for a line that looks like none, being too long, a
/// row of a table, an item or a sentence.
fn running_key(line: &Line) -> Option<String> {
    let text = &line.text;
    let is_candidate = (4..=100).contains(&text.len())
        && line.kind != Kind::Item
        && !text.contains('\t')
        && !text.ends_with(['.', ':', ';', '!'])
        && !text.starts_with(['-', '•', '–', '+', '<']);
    is_candidate.then(|| text.chars().filter(|c| !c.is_ascii_digit()).collect())
}

/// Whether a line that stands on several pages can be a running head: it is no
/// heading or score that areas have in common.
fn may_run(text: &str, maxima: &Maxima) -> bool {
    let says_something = is_common(text) || heading(text).is_some() || labelled_score(text, maxima).is_some();
    text.chars().any(char::is_alphabetic) && !says_something
}

/// How many numbers may be missing between two pages: some have none.
const MAX_GAP: u16 = 3;

/// How many lines on either side are looked at for text: the break of a page has
/// fewer.
const MAX_BREAK: usize = 20;

/// Takes the mark from numbers that are words of a sentence: the text goes on
/// around them, and they do not ascend as the numbers of pages do.
fn spare_words(document: &Document, furniture: &mut [bool]) {
    let numbers: Vec<_> = (0..furniture.len())
        .filter(|index| furniture.get(*index) == Some(&true))
        .filter_map(|index| Some((index, lone_number(document.text(index))?)))
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

/// Whether a number is one of an ascending row, close to one of its neighbours.
fn is_in_row(before: Option<u16>, number: u16, after: Option<u16>) -> bool {
    let is_up = before.is_none_or(|it| it < number) && after.is_none_or(|it| number < it);
    let is_near =
        before.is_some_and(|it| number <= it + MAX_GAP) || after.is_some_and(|it| it <= number + MAX_GAP);
    is_up && is_near
}

/// Whether the nearest text before line `index` goes on with the nearest behind
/// it.
fn is_within_text(document: &Document, furniture: &[bool], index: usize) -> bool {
    let text = |at: usize| {
        let is_free = furniture.get(at) == Some(&false);
        Some(document.text(at)).filter(|text| is_free && !text.is_empty())
    };
    let before = (0..index).rev().take(MAX_BREAK).find_map(text).unwrap_or_default();
    let after = (index + 1..furniture.len()).take(MAX_BREAK).find_map(text).unwrap_or_default();
    !before.contains('\t') && goes_on_around(before, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_told_from_words() {
        let check = |lines: &[&str], expected: &[&str]| {
            let document = Document::of_lines(lines.iter().copied());
            let marks = page_furniture(&document, &Maxima::alike(8, 100));
            let kept = (0..lines.len()).filter(|index| !marks[*index]).map(|index| document.text(index));
            let kept: Vec<_> = kept.filter(|text| lone_number(text).is_some()).collect();
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
    #[test]
    fn a_score_in_a_box_is_no_page_number() {
        let document = Document::of_lines(["Rubriker\tPoäng", "46", "", "Allmänt"]);
        assert_eq!(page_furniture(&document, &Maxima::alike(8, 100)), [false; 4]);
    }
}
