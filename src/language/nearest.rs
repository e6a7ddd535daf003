//! Near misses: the word that was probably meant (W1, S1).

use strsim::osa_distance;

use super::text::fold;

/// The fewest characters that two words must begin with alike for one to be taken
/// for the beginning of the other. A shorter beginning says too little about the
/// rest of a word.
const MIN_PREFIX: usize = 3;

/// The `candidates` that are near `word`, nearest first, equally near ones
/// alphabetically, each once and at most `at_most` of them. A candidate is near
/// when at most a third of the letters of `word` differ (one may always differ, and
/// two neighbours that are swapped count as one), or when one of the two begins
/// with the other. Case and accents do not matter, å ä ö included, for that is how
/// names are mistyped.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>, at_most: usize) -> Vec<&'a str> {
    let word = Folded::new(word);
    let mut near: Vec<(usize, String, &str)> = candidates
        .filter_map(|candidate| {
            let folded = Folded::new(candidate);
            Some((word.distance(&folded)?, folded.text, candidate))
        })
        .collect();
    near.sort();
    near.dedup();
    near.into_iter().map(|(_, _, candidate)| candidate).take(at_most).collect()
}

/// A word without case and accents, and its length in characters.
struct Folded {
    text: String,
    length: usize,
}

impl Folded {
    fn new(word: &str) -> Self {
        let text = fold(word.trim());
        Self { length: text.chars().count(), text }
    }

    /// How far `other` is away, if it is near.
    fn distance(&self, other: &Self) -> Option<usize> {
        let difference = self.length.abs_diff(other.length);
        if self.begins_or_continues(other) {
            return Some(difference);
        }
        let threshold = (self.length / 3).max(1);
        // Lengths alone tell most candidates apart, which saves the costly
        // comparison of letters.
        if self.length == 0 || difference > threshold {
            return None;
        }
        Some(osa_distance(&self.text, &other.text)).filter(|distance| *distance <= threshold)
    }

    fn begins_or_continues(&self, other: &Self) -> bool {
        self.length.min(other.length) >= MIN_PREFIX
            && (self.text.starts_with(&other.text) || other.text.starts_with(&self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[&str] = &[
        "Burlöv",
        "Habo",
        "Håbo",
        "Höganäs",
        "Lindesberg",
        "Linköping",
        "Lund",
        "Lunda",
        "Lysekil",
        "Upplands-Bro",
        "Upplands Väsby",
        "Uppsala",
        "Ödeshög",
        "Lund",
    ];

    fn check(word: &str, expected: &[&str]) {
        assert_eq!(nearest(word, NAMES.iter().copied(), 3), expected, "{word:?}");
    }

    #[test]
    fn slips_lead_to_the_name_that_was_meant() {
        check("Lnud", &["Lund"]);
        check("Lindsberg", &["Lindesberg"]);
        check("burlov", &["Burlöv"]);
        check("Hoganas", &["Höganäs"]);
        check("HÖGANÄS kommun", &["Höganäs"]);
        check("odeshog", &["Ödeshög"]);
    }

    #[test]
    fn the_nearest_come_first_and_not_too_many() {
        check("lund", &["Lund", "Lunda"]);
        check("habo", &["Habo", "Håbo"]);
        check("Upp", &["Uppsala", "Upplands-Bro", "Upplands Väsby"]);
        assert_eq!(nearest("upp", NAMES.iter().copied(), 1), ["Uppsala"]);
        assert!(nearest("Lund", NAMES.iter().copied(), 0).is_empty());
    }

    #[test]
    fn nonsense_is_near_nothing() {
        for word in ["", " ", "x", "qqqqqq", "Stockholm", "U", "\u{301}"] {
            check(word, &[]);
        }
        check(&"lund".repeat(100_000), &["Lund"]);
    }
}
