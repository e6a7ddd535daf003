//! Where sentences end, and whether a line goes on with one.

use std::ops::Range;

use super::words::words;
use crate::language::comparable;

/// The sentences of a paragraph, as ranges without white space around them.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?')) {
        let rest = text.get(at + mark.len_utf8()..).unwrap_or_default();
        let after = rest.trim_start_matches(['”', '"', ')', '\'', '’']);
        let end = text.len() - after.len();
        if at >= start && is_end(text.get(start..at).unwrap_or_default(), mark, after) {
            sentences.push(start..end);
            start = text.len() - after.trim_start().len();
        }
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

/// Whether a sentence ends with `mark`, between `before` and `after`.
fn is_end(before: &str, mark: char, after: &str) -> bool {
    let Some(next) = after.strip_prefix(' ') else { return after.is_empty() };
    let begins = next.trim_start_matches(['”', '"', '(', '’', '–', '-', '•', ' ']);
    if !begins.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return false;
    }
    let last = before.rsplit([' ', '(']).next().unwrap_or_default().to_lowercase();
    mark != '.' || !words().joining.abbreviations.contains(&last)
}

/// Whether a text ends like a sentence.
pub(crate) fn is_finished(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '"', '\'', '’', ')', ']', '»']);
    // An abbreviation such as "m.m." counts as an end: it mostly is one.
    bare.ends_with(['.', '!', '?', ':', '…'])
}

/// Whether a text ends in a word or mark that no sentence or item ends in.
pub(crate) fn is_open(text: &str) -> bool {
    if text.len() < 20 {
        return false;
    }
    let last = text.rsplit(' ').next().unwrap_or_default();
    text.ends_with(',') || words().joining.open_ends.contains(&comparable(last))
}

/// Whether `before`, a number and `after` can be one sentence. `before` must be no
/// row of a table.
pub(crate) fn goes_on_around(before: &str, after: &str) -> bool {
    let is_open = before.ends_with(|c: char| c.is_lowercase() || c == ',') && !is_finished(before);
    // "o" with a blank is a bullet.
    is_open && !after.contains('\t') && after.starts_with(char::is_lowercase) && !after.starts_with("o ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_do() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = sentences(text).into_iter().map(|it| text.get(it).unwrap()).collect();
            assert_eq!(found, expected);
        };
        check("Ett. Två! ”Tre?” Fyra", &["Ett.", "Två!", "”Tre?”", "Fyra"]);
        check("Möten, t.ex. Rådet, och kl. 19. Slut.", &["Möten, t.ex. Rådet, och kl. 19.", "Slut."]);
        check("2,5 av 3.0 är bra.", &["2,5 av 3.0 är bra."]);
        check("", &[]);
    }
}
