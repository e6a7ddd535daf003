//! Numbers of people as sentences write them: `35`, `trettiotvå`, `ett
//! 40-tal`, `fyrtiotal`.

use super::words::words;

/// The number that comparable `word` says, from 1 to 999; in letters, to a
/// hundred.
pub(crate) fn count(word: &str) -> Option<u16> {
    let word =
        ["-talet", "-tal", "talet", "tal"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let digits = word.parse().ok();
    digits.or_else(|| of_words(word)).filter(|it| (1..1000).contains(it))
}

/// The number that is written in letters: tens, units, or both (`trettiotvå`).
fn of_words(word: &str) -> Option<u16> {
    let numbers = &words().numbers;
    if let Some(at) = position(&numbers.small, word) {
        return u16::try_from(at + 1).ok();
    }
    if word == numbers.hundred {
        return Some(100);
    }
    let mut tens = numbers.tens.iter().enumerate();
    let (at, rest) = tens.find_map(|(at, ten)| Some((at, word.strip_prefix(ten.as_str())?)))?;
    let units = if rest.is_empty() { 0 } else { position(&numbers.small, rest).filter(|it| *it < 9)? + 1 };
    u16::try_from((at + 2) * 10 + units).ok()
}

fn position(words: &[String], word: &str) -> Option<usize> {
    words.iter().position(|it| it == word)
}

/// Whether `word` is two numbers with a dash between them.
pub(crate) fn is_range(word: &str) -> bool {
    let parts = word.split_once(['-', '–']);
    parts.is_some_and(|(first, last)| count(first).is_some() && count(last).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_words_and_digits() {
        for (word, expected) in [
            ("35", 35),
            ("40-tal", 40),
            ("20-talet", 20),
            ("fyrtiotal", 40),
            ("trettiotvå", 32),
            ("tolv", 12),
            ("nittionio", 99),
            ("tjugoen", 21),
            ("hundra", 100),
            ("hundratal", 100),
        ] {
            assert_eq!(count(word), Some(expected), "{word}");
        }
        for word in ["", "0", "1000", "trettiotolv", "trettiotvåa", "antal", "samtal", "30–35", "4,5"] {
            assert_eq!(count(word), None, "{word}");
        }
        assert!(is_range("30–35") && is_range("30-35"));
        assert!(!is_range("40-tal") && !is_range("maj-juni"));
    }
}
