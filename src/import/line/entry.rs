//! Entries of a list of contents, and numbers that a line begins, ends with or is.

use crate::language::comparable;

/// No heading is longer.
pub const LONGEST_HEADING: usize = 200;

/// Whether a line is an entry of a list of contents: its page number stands
/// behind a tab or a row of dots.
pub fn is_entry(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - bare.len();
    (1..=3).contains(&digits)
        && (bare.ends_with('\t') || bare.trim_end().ends_with("..") || bare.trim_end().ends_with('…'))
}

/// An entry of a list of contents without its page number.
pub fn bare_entry(text: &str) -> &str {
    let name = text.trim_end_matches(|c: char| c.is_ascii_digit());
    name.trim_end_matches(['.', '…', ' ', '\t'])
}

/// Whether a line within the list of contents belongs to it.
pub fn is_contents(text: &str) -> bool {
    is_entry(text)
        || (text.len() <= LONGEST_HEADING
            && text.ends_with(|c: char| c.is_ascii_digit())
            && !text.ends_with('%'))
}

/// `7`, `7 (43)`, `Sida 7 av 43`, `- 7 -`.
pub fn is_page_number(text: &str) -> bool {
    let text = text.trim_matches(['-', '–', ' ', '|']);
    if text.is_empty() || text.len() > 20 || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words: Vec<_> = text.split([' ', '(', ')', '/']).filter(|word| !word.is_empty()).collect();
    let is_word = |word: &str| matches!(comparable(word).as_str(), "sida" | "sid" | "s." | "av");
    let numbers =
        words.iter().filter(|word| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())).count();
    numbers >= 1
        && words
            .iter()
            .all(|word| is_word(word) || (word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())))
        && numbers <= 2
}

/// The number of a chapter in front of its title.
pub fn chapter_number(text: &str) -> Option<u8> {
    let (number, title) = text.split_once(' ')?;
    let begins_well = title.starts_with(|c: char| c.is_uppercase());
    number.trim_end_matches('.').parse().ok().filter(|_| begins_well)
}

/// The number that a line is, if it is nothing else.
pub fn lone_number(text: &str) -> Option<u16> {
    let is_short = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_other_lines() {
        for text in ["7", "7 (43)", "Sida 7 av 43", "- 7 -"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "2011", "7 %", "Sida", "7 områden", "1.1"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
