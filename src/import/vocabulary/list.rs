//! Headings of the three lists and of an area's general part.

use super::words::words;
use crate::language::comparable;
use crate::model::List;

/// The longest heading of a list or general part, in bytes; longer lines need not
/// be compared with the words. The longest that is known has 33, and may name the
/// area beside.
const MAX_HEADING: usize = 60;

/// Whether comparable `text` holds any of `signs`.
pub(crate) fn holds_any(text: &str, signs: &[String]) -> bool {
    signs.iter().any(|sign| text.contains(sign.as_str()))
}

/// The list that stands under a heading of this text.
pub(crate) fn list_heading(text: &str) -> Option<List> {
    if text.len() > MAX_HEADING {
        return None;
    }
    let text = comparable(text);
    let text = text.trim_end_matches([':', '.', ' ']);
    named_list(text).or_else(|| named_list(&without_area(text)?))
}

/// `text` without the area that it names: `Område 3 – styrkor`.
fn without_area(text: &str) -> Option<String> {
    let of_area = &words().headings.of_area;
    let says_area = of_area.first().is_some_and(|area| text.contains(area.as_str()));
    let is_about_area = |word: &&str| {
        word.chars().all(|c| !c.is_alphabetic())
            || of_area.iter().any(|it| it == word.trim_matches(['(', ')', ':']))
    };
    let rest: Vec<_> = text.split(' ').filter(|word| !is_about_area(word)).collect();
    says_area.then(|| rest.join(" "))
}

fn named_list(text: &str) -> Option<List> {
    let headings = &words().headings;
    let is_in = |list: &[String]| list.iter().any(|it| it == text);
    [
        (&headings.strengths, List::Strengths),
        (&headings.partials, List::Partials),
        (&headings.improvements, List::Improvements),
    ]
    .into_iter()
    .find_map(|(names, list)| is_in(names).then_some(list))
}

/// Whether a heading of this text opens an area's general part.
pub(crate) fn is_general(text: &str) -> bool {
    text.len() <= MAX_HEADING && words().headings.general.contains(&comparable(text.trim_end_matches(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_lists_are_told() {
        assert_eq!(list_heading("STYRKOR"), Some(List::Strengths));
        assert_eq!(list_heading("Finns delar, kan bli bättre:"), Some(List::Partials));
        assert_eq!(list_heading("Styrkor finns"), None);
        assert_eq!(list_heading("Område 2 – styrkor"), Some(List::Strengths));
        assert_eq!(list_heading("Förbättringsområden (område 2)"), Some(List::Improvements));
        assert_eq!(list_heading("Område 2"), None);
    }
}
