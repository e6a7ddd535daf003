//! Nouns whose plural has another vowel (`bok`, `böcker`): no stemmer sees that they
//! are one word.

use super::stem;

/// The ordinary list, one and many.
const NOUNS: [(&str, &str); 18] = [
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
    ("kraft", "krafter"),
    ("dotter", "döttrar"),
    ("mor", "mödrar"),
    ("far", "fäder"),
    ("bror", "bröder"),
];

/// The shortest word that may stand before such a noun in a compound, in bytes: in
/// `oro` and `form` there is no `ro` and no `form` that has another plural.
const MIN_HEAD: usize = 3;

/// The stems of the other number of the noun that has the stem `term`, or of which that is
/// a compound: `kokbok` → `kokböck`, `böck` → `bok`. Mostly none.
pub fn other_numbers(term: &str) -> impl Iterator<Item = String> {
    let pairs = NOUNS.iter().flat_map(|(one, many)| [(*one, *many), (*many, *one)]);
    pairs.filter_map(move |(from, to)| {
        let head = term.strip_suffix(stem(from).as_ref())?;
        (head.is_empty() || head.len() >= MIN_HEAD).then(|| format!("{head}{}", stem(to)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_number_has_another_vowel() {
        let cases: [(&str, &[&str]); 6] = [
            ("bok", &["böck"]),
            ("böck", &["bok"]),
            ("kokbok", &["kokböck"]),
            ("händ", &["hand"]),
            ("kommun", &[]),
            ("abok", &[]),
        ];
        for (term, expected) in cases {
            assert_eq!(other_numbers(term).collect::<Vec<_>>(), expected, "{term}");
        }
    }
}
