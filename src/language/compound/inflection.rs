//! Forms of Swedish words, as far as compounds need them. From the ending of a
//! word the rules make every form that such a word may have, and some that this
//! word does not have: nobody writes those, so they are never met.

use std::hash::BuildHasher;

use indexmap::IndexSet;

const VOWELS: [char; 10] = ['a', 'e', 'i', 'o', 'u', 'y', 'å', 'ä', 'ö', 'é'];

/// Endings of nouns whose heads always end in s.
const ENDINGS_WITH_S: [&str; 8] = ["ing", "het", "tion", "sion", "skap", "tet", "nad", "dom"];

/// In words of at most this many characters, such as `ring`, those letters belong
/// to the stem and are no ending.
const MAX_WITHOUT_ENDING: usize = 5;

/// Endings that a noun takes after a consonant.
const AFTER_CONSONANT: [&str; 9] = ["", "n", "en", "et", "er", "erna", "ar", "arna", "na"];

/// Endings that a noun takes after a vowel other than a and e.
const AFTER_VOWEL: [&str; 12] = ["", "n", "t", "en", "et", "r", "er", "erna", "ar", "arna", "rna", "na"];

/// The forms of a noun in which it may end a compound, genitives included.
pub(super) fn noun_forms(noun: &str) -> Vec<String> {
    let mut forms: Vec<String> = noun_stems(noun)
        .into_iter()
        .flat_map(|(stem, endings)| endings.iter().map(move |ending| format!("{stem}{ending}")))
        .collect();
    let genitives: Vec<String> =
        forms.iter().filter(|form| !form.ends_with('s')).map(|form| format!("{form}s")).collect();
    forms.extend(genitives);
    forms
}

/// The stems of a noun with the endings that each of them takes.
fn noun_stems(noun: &str) -> Vec<(String, &'static [&'static str])> {
    if let Some(stem) = noun.strip_suffix("are") {
        return vec![(format!("{stem}ar"), &["e", "en", "na"])];
    }
    if let Some(stem) = noun.strip_suffix("man") {
        return vec![(format!("{stem}man"), &["", "nen"]), (format!("{stem}män"), &["", "nen"])];
    }
    if let Some(stem) = noun.strip_suffix("um").filter(|stem| stem.len() > 2) {
        return vec![(stem.to_owned(), &["um", "et", "er", "erna", "a"])];
    }
    match noun.chars().next_back() {
        Some('a') => vec![(without_last(noun), &["a", "an", "or", "orna"])],
        Some('e') => vec![(without_last(noun), &["e", "en", "et", "ena", "ar", "arna", "er", "erna"])],
        Some(last) if VOWELS.contains(&last) => vec![(noun.to_owned(), &AFTER_VOWEL)],
        _ => consonant_stems(noun),
    }
}

/// The stems of a noun that ends in a consonant: itself, with the consonant
/// doubled (`program`, `programmet`), and without its last e (`nyckel`,
/// `nycklar`).
fn consonant_stems(noun: &str) -> Vec<(String, &'static [&'static str])> {
    let mut stems: Vec<(String, &'static [&'static str])> = vec![(noun.to_owned(), &AFTER_CONSONANT)];
    if noun.ends_with(['m', 'n']) {
        let last = noun.chars().next_back();
        stems.push((noun.chars().chain(last).collect(), &["en", "et", "er", "erna", "ar", "arna"]));
    }
    for (ending, consonant) in [("el", 'l'), ("er", 'r'), ("en", 'n')] {
        if let Some(stem) = noun.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            stems.push((format!("{stem}{consonant}"), &["et", "en", "ar", "arna", "er", "erna"]));
        }
    }
    stems
}

/// The forms that a noun has as a head, by rule; the word list may say otherwise.
/// `skola` gives `skol`, `medborgare` gives `medborgar`, `utbildning` gives
/// `utbildnings`, and many nouns give two: `arkiv` and `arkivs`.
pub(super) fn noun_heads(noun: &str) -> Vec<String> {
    let with_s = format!("{noun}s");
    if noun.ends_with("are") || noun.ends_with('a') {
        return vec![without_last(noun)];
    }
    if takes_s(noun) {
        return vec![with_s];
    }
    if noun.ends_with(['s', 'i', 'o', 'y', 'å', 'é']) {
        return vec![noun.to_owned()];
    }
    vec![noun.to_owned(), with_s]
}

fn takes_s(noun: &str) -> bool {
    noun.chars().count() > MAX_WITHOUT_ENDING && ENDINGS_WITH_S.iter().any(|ending| noun.ends_with(ending))
}

/// The forms of a verb given in its infinitive, whatever its conjugation.
pub(super) fn verb_forms(verb: &str) -> Vec<String> {
    const ENDINGS: [&str; 19] = [
        "a", "ar", "as", "at", "ats", "ad", "ade", "ades", "ande", "er", "es", "s", "t", "ts", "te", "tes",
        "d", "de", "des",
    ];
    let stem = without_last(verb);
    ENDINGS.iter().map(|ending| format!("{stem}{ending}")).collect()
}

/// The forms of an adjective or participle given in its basic form.
pub(super) fn adjective_forms(adjective: &str) -> Vec<String> {
    const ENDINGS: [&str; 8] = ["", "s", "t", "a", "e", "are", "ast", "aste"];
    let mut forms: Vec<String> = ENDINGS.iter().map(|ending| format!("{adjective}{ending}")).collect();
    for (ending, neuter) in [("ad", "at"), ("d", "t"), ("en", "et")] {
        forms.extend(adjective.strip_suffix(ending).map(|stem| format!("{stem}{neuter}")));
    }
    forms
}

/// Whether `words` hold the definite form of `word`, which shows that it is a
/// noun.
pub(super) fn is_noun_among(word: &str, words: &IndexSet<&str, impl BuildHasher>) -> bool {
    let endings = if word.ends_with(VOWELS) { ["n", "t"] } else { ["en", "et"] };
    endings.iter().any(|ending| words.contains(format!("{word}{ending}").as_str()))
}

fn without_last(word: &str) -> String {
    let mut characters = word.chars();
    characters.next_back();
    characters.as_str().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_known_in_all_their_forms() {
        let cases: [(&str, &[&str]); 10] = [
            ("dialog", &["dialog", "dialogen", "dialoger", "dialogerna", "dialogernas"]),
            ("skola", &["skola", "skolan", "skolor", "skolornas"]),
            ("medborgare", &["medborgare", "medborgaren", "medborgarna", "medborgarnas"]),
            ("styrelse", &["styrelse", "styrelsen", "styrelser", "styrelsernas"]),
            ("område", &["område", "området", "områden", "områdenas"]),
            ("strategi", &["strategi", "strategin", "strategierna"]),
            ("program", &["program", "programmet", "programmen", "programs"]),
            ("nyckel", &["nyckeln", "nycklar", "nycklarna"]),
            ("tjänsteman", &["tjänstemannen", "tjänstemän", "tjänstemäns", "tjänstemännens"]),
            ("museum", &["museum", "museet", "museerna"]),
        ];
        for (noun, expected) in cases {
            let forms = noun_forms(noun);
            for form in expected {
                assert!(forms.iter().any(|known| known == form), "{noun}: {form} in {forms:?}");
            }
        }
        assert!(!noun_forms("skola").contains(&"skolen".to_owned()));
    }

    #[test]
    fn heads_take_their_linking_letter() {
        let cases: [(&str, &[&str]); 6] = [
            ("medborgare", &["medborgar"]),
            ("skola", &["skol"]),
            ("utbildning", &["utbildnings"]),
            ("ring", &["ring", "rings"]),
            ("process", &["process"]),
            ("arkiv", &["arkiv", "arkivs"]),
        ];
        for (noun, heads) in cases {
            assert_eq!(noun_heads(noun), heads, "{noun}");
        }
    }

    #[test]
    fn verbs_and_adjectives_are_inflected() {
        for (form, verb) in
            [("säkrad", "säkra"), ("säkrats", "säkra"), ("styrs", "styra"), ("ställdes", "ställa")]
        {
            assert!(verb_forms(verb).contains(&form.to_owned()), "{form}");
        }
        for (form, adjective) in
            [("anpassat", "anpassad"), ("anpassade", "anpassad"), ("vänligast", "vänlig")]
        {
            assert!(adjective_forms(adjective).contains(&form.to_owned()), "{form}");
        }
    }

    #[test]
    fn a_noun_shows_in_its_definite_form() {
        let words = IndexSet::from(["modell", "modellen", "byrå", "byrån", "gul", "gula"]);
        for (word, expected) in [("modell", true), ("byrå", true), ("gul", false), ("gula", false)] {
            assert_eq!(is_noun_among(word, &words), expected, "{word}");
        }
    }
}
