//! What the forms of a Swedish word have in common.
//!
//! The only module that names frostem.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

/// The stem of `word`, which is in lower case and NFC, by Snowball's rules for
/// Swedish: `kommunernas` → `kommun`. Most endings of inflection go; vowels that
/// change (`bok`, `böcker`) and compounds stay as they are. The stem is a
/// beginning of the word.
pub fn stem(word: &str) -> Cow<'_, str> {
    Stemmer::new(Algorithm::Swedish).stem(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let cases = [
            ("kommun", "kommun"),
            ("kommunernas", "kommun"),
            ("utvecklingen", "utveckling"),
            ("styrkor", "styrk"),
            ("styrka", "styrk"),
            ("2020", "2020"),
            ("å", "å"),
            ("", ""),
        ];
        for (word, expected) in cases {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
