//! Nouns whose plural has another vowel (`bok`, `böcker`): no stemmer sees that they
//! are one word.

use std::sync::LazyLock;

use super::stem;

/// The ordinary list, one and many.
const NOUNS: [(&str, &str); 17] = [
    ("bok", "böcker"),
    ("hand", "händer"),
    ("stad", "städer"),
    ("man", "män"),
    ("son", "söner"),
    ("land", "länder"),
    ("natt", "nätter"),
    ("rot", "rötter"),
    ("fot", "fötter"),
    ("tand", "tänder"),
    ("strand", "stränder"),
    ("bot", "böter"),
    ("rand", "ränder"),
    ("dotter", "döttrar"),
    ("mor", "mödrar"),
    ("far", "fäder"),
    ("bror", "bröder"),
];

/// The stems of both, either way round. They are asked for by the hundred thousand.
static STEMS: LazyLock<Vec<[String; 2]>> = LazyLock::new(|| {
    let both_ways = NOUNS.iter().flat_map(|(one, many)| [[*one, *many], [*many, *one]]);
    both_ways.map(|pair| pair.map(|word| stem(word).into_owned())).collect()
});

/// The shortest word that may stand before such a noun in a compound, in bytes: a `roman`
/// is no `man`, though a `talman` is.
const MIN_HEAD: usize = 3;

/// The stems of the other number of the noun that has the stem `term`, or of which that is
/// a compound: `kokbok` → `kokböck`, `böck` → `bok`. Mostly none.
pub fn other_numbers(term: &str) -> impl Iterator<Item = String> {
    STEMS.iter().filter_map(move |[from, to]| {
        let head = term.strip_suffix(from.as_str())?;
        (head.is_empty() || head.len() >= MIN_HEAD).then(|| format!("{head}{to}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_number_has_another_vowel() {
        let cases: [(&str, &[&str]); 7] = [
            ("bok", &["böck"]),
            ("böck", &["bok"]),
            ("kokbok", &["kokböck"]),
            ("händ", &["hand"]),
            ("kommun", &[]),
            ("talman", &["talmän"]),
            ("roman", &[]),
        ];
        for (term, expected) in cases {
            assert_eq!(other_numbers(term).collect::<Vec<_>>(), expected, "{term}");
        }
    }
}
