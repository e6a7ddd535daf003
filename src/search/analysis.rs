//! How text becomes what a search compares. `words.js` of the theme does the
//! same in the browser; a test holds both against each other.
//!
//! A *word* is a run of letters and digits in lower case, a *term* is its stem.
//! Words that hyphens join (`e-tjänst`) are words of their own, and joined they
//! are one more (`etjänst`), for many people write it so.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What a text says, piece by piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'t> {
    /// A word in the letters of the text.
    Word(&'t str),
    /// The words before it that hyphens, and nothing else, join; as one.
    Joined(String),
}

/// The tokens of a text, made as they are asked for.
#[derive(Debug)]
pub struct Tokens<'t> {
    rest: &'t str,
    /// The last word, as long as what hyphens join may go on.
    open: Option<&'t str>,
    joined: String,
}

/// The tokens of `text`, which is [`composed`].
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { rest: text, open: None, joined: String::new() }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let start = length_while(self.rest, |letter| !is_part_of_word(letter));
        let (between, word) = self.rest.split_at_checked(start)?;
        match self.open {
            Some(_) if is_hyphen(between) && !word.is_empty() && !self.joined.is_empty() => {}
            Some(before) if is_hyphen(between) && !word.is_empty() => self.joined.push_str(before),
            _ if !self.joined.is_empty() => {
                self.open = None;
                return Some(Token::Joined(std::mem::take(&mut self.joined)));
            }
            _ => {}
        }
        let end = length_while(word, is_part_of_word);
        let (written, rest) = word.split_at_checked(end).filter(|(written, _)| !written.is_empty())?;
        if !self.joined.is_empty() {
            self.joined.push_str(written);
        }
        (self.rest, self.open) = (rest, Some(written));
        Some(Token::Word(written))
    }
}

/// How many bytes of `text` have only characters of a kind.
fn length_while(text: &str, is_of_kind: impl Fn(char) -> bool) -> usize {
    text.char_indices().find(|(_, letter)| !is_of_kind(*letter)).map_or(text.len(), |(at, _)| at)
}

/// Whether words are made of such characters. Those that Swedish has besides ASCII are
/// known without a look into the tables of all scripts.
fn is_part_of_word(letter: char) -> bool {
    matches!(letter, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö') || letter.is_alphanumeric()
}

/// Whether `between` two words makes them one.
fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "\u{2010}" | "\u{2011}")
}

/// `text` as [`tokens`] expects it.
pub fn composed(text: &str) -> Cow<'_, str> {
    // All below U+0300 is composed, and nearly all Swedish is below it.
    let is_composed = text.bytes().all(|byte| byte < 0xcc) || is_nfc(text);
    if is_composed { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let tokens = tokens(text).map(|token| match token {
            Token::Word(word) => word.to_lowercase(),
            Token::Joined(word) => format!("={}", word.to_lowercase()),
        });
        tokens.collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let cases: [(&str, &[&str]); 6] = [
            ("Lunds kommun, 2011!", &["lunds", "kommun", "2011"]),
            ("kost- och näring", &["kost", "och", "näring"]),
            ("E-tjänster i Dals-Ed", &["e", "tjänster", "=etjänster", "i", "dals", "ed", "=dalsed"]),
            ("a-b-c d-", &["a", "b", "c", "=abc", "d"]),
            ("–", &[]),
            ("a--b", &["a", "b"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
        assert_eq!(words(&composed("A\u{30a}re")), ["åre"]);
    }
}
