//! A text is the same words to the program and to the search page.

use std::collections::BTreeSet;
use std::fs;

use kompass::language::{StopWords, fold, stem};
use kompass::search::analysis::{Token, composed, tokens};
use walkdir::WalkDir;

use super::node;
use crate::dice::Dice;
use crate::project::repository;

/// What inflection and derivation put behind a word, those of the stemmer among it.
const ENDINGS: [&str; 58] = [
    "", "a", "ad", "ade", "ades", "an", "ande", "anden", "andes", "andet", "are", "aren", "arens", "arna",
    "arnas", "ars", "as", "ast", "aste", "at", "d", "dd", "e", "else", "elser", "en", "ens", "er", "erna",
    "ernas", "erns", "es", "et", "ets", "fullt", "gd", "gt", "het", "heten", "heterna", "hetens", "ig",
    "iga", "igt", "ing", "ingar", "kt", "lig", "löst", "n", "na", "nas", "nn", "or", "ornas", "s", "t", "tt",
];

/// Pieces that words and texts are broken with. All characters are older than the
/// Unicode of any browser that can run the search.
const ODD: [&str; 44] = [
    "-",
    "\u{2010}",
    "\u{2011}",
    "–",
    "--",
    "'",
    "’",
    ".",
    "_",
    "\u{301}",
    "\u{308}",
    "\u{30a}",
    "\u{323}",
    "\u{200d}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
    "\u{a0}",
    "0",
    "42",
    "²",
    "½",
    "Ⅷ",
    "٣",
    "é",
    "ß",
    "ẞ",
    "İ",
    "ı",
    "ﬁ",
    "ǅ",
    "Æ",
    "ø",
    "Å",
    "Σ",
    "ж",
    "א",
    "ض",
    "कि",
    "ไทย",
    "漢字",
    "한글",
    "𐐀",
    "🙂",
];

/// The words that compounds are made of.
fn parts() -> Vec<String> {
    let list = fs::read_to_string(repository().join("src/language/compound/words.txt")).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with(['#', '[']));
    let parts: BTreeSet<&str> = lines.flat_map(|line| line.split([' ', '/'])).collect();
    parts.into_iter().filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Every word of the repository's content, as it is written.
fn written() -> BTreeSet<String> {
    let files = WalkDir::new(repository().join("content")).into_iter().map(Result::unwrap);
    let texts = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    texts.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn pick<'w>(dice: &mut Dice, words: &'w [String]) -> &'w str {
    &words[dice.below(words.len())]
}

/// Words of all kinds, most of them nobody has ever written.
fn forms() -> BTreeSet<String> {
    let parts = parts();
    let mut forms = written();
    assert!(forms.len() > 5_000 && parts.len() > 2_000);
    // A third of the endings each, so that all meet many words.
    let inflected = |(at, part): (usize, &String)| {
        let endings = ENDINGS.into_iter().skip(at % 3).step_by(3);
        endings.map(|ending| format!("{part}{ending}")).collect::<Vec<_>>()
    };
    forms.extend(parts.iter().enumerate().flat_map(inflected));
    forms.extend(exceptions());
    // Only words like these are looked up by another term than their stem.
    let stop = StopWords::default();
    let beside = stop.iter().flat_map(|word| ENDINGS.map(|ending| format!("{word}{ending}")));
    let beside: Vec<String> = beside.filter(|word| stop.term(word) != stem(word)).collect();
    assert!(beside.len() > 500, "only {}", beside.len());
    forms.extend(beside);
    let dice = &mut Dice::new(1);
    let known: Vec<String> = forms.iter().cloned().collect();
    for _ in 0..15_000 {
        let joint = dice.pick(&["", "s", "o", "-", "\u{2011}"]);
        forms.insert(format!("{}{joint}{}{}", pick(dice, &parts), pick(dice, &parts), dice.pick(&ENDINGS)));
        forms.insert(mutated(pick(dice, &known), dice));
        forms.insert(invented(dice));
    }
    forms
}

/// Words that end as the rules of the stemmer look at them: every letter, and every
/// end of a stem that keeps its `et`, before endings of all kinds.
fn exceptions() -> impl Iterator<Item = String> {
    let stems =
        ["fab", "pak", "rak", "stak", "kom", "iet", "alit", "ilit", "ivit", "kvit", "vit", "lit", "et"];
    let letters = "abcdefghijklmnopqrstuvwxyzåäöé".chars();
    let ends = letters.flat_map(|letter| [letter.to_string(), format!("{letter}it"), format!("a{letter}")]);
    let ends: Vec<String> = ends.chain(stems.map(str::to_owned)).collect();
    let starts = ["", "b", "ab", "kar", "strö", "företag"];
    let endings = ENDINGS.iter().chain(&["öst", "östa", "lösts", "fulltet", "els", "dt", "dtet", "arne"]);
    let endings: Vec<_> = endings.copied().collect();
    starts.into_iter().flat_map(move |start| {
        let both =
            ends.iter().flat_map(|end| endings.iter().map(move |ending| format!("{start}{end}{ending}")));
        both.collect::<Vec<_>>()
    })
}

/// A word with one to three letters changed.
fn mutated(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<String> = word.chars().map(String::from).collect();
    for _ in 0..=dice.below(3) {
        let at = dice.below(letters.len());
        match dice.below(6) {
            0 => letters[at] = letters[at].to_uppercase(),
            1 => letters[at] = dice.pick(&['a', 'e', 't', 's', 'å', 'ä', 'ö', 'é', 'x']).to_string(),
            2 if letters.len() > 1 => drop(letters.remove(at)),
            3 => letters.iter_mut().for_each(|letter| *letter = letter.to_uppercase()),
            _ => letters.insert(at, dice.pick(&ODD).to_owned()),
        }
    }
    letters.concat()
}

/// Letters at random and endings of the stemmer behind each other.
fn invented(dice: &mut Dice) -> String {
    let letters: Vec<char> = "aeiouyäåöbcdfghjklmnoprtvywxzq".chars().collect();
    let mut word: String = (0..=dice.below(5)).map(|_| dice.pick(&letters)).collect();
    for _ in 0..=dice.below(3) {
        word.push_str(dice.pick(&ENDINGS));
    }
    word
}

/// Words and what is no word, in any order.
fn text(dice: &mut Dice, words: &[String]) -> String {
    let between =
        [" ", " ", " ", "-", "\u{2010}", "- ", "\n", "\t", ", ", " · ", "/", "\"", "\\", "\u{2028}"];
    let mut text = String::new();
    for _ in 0..dice.below(40) {
        match dice.below(8) {
            0 => text.push_str(dice.pick(&ODD)),
            1 => text.push_str(&mutated(pick(dice, words), dice)),
            _ => text.push_str(pick(dice, words)),
        }
        if dice.below(10) > 0 {
            text.push_str(dice.pick(&between));
        }
    }
    text
}

/// What the program makes of a text, as `analyse.js` says it.
fn analysed(text: &str, stop: &StopWords) -> String {
    let row = |token| {
        let (is_joined, word) = match token {
            Token::Word(written) => (false, written.to_lowercase()),
            Token::Joined(written) => (true, written.to_lowercase()),
        };
        let (stem, term) = (stem(&word).into_owned(), stop.term(&word).into_owned());
        (is_joined, fold(&word), fold(&stem), stem, term, word)
    };
    let rows: Vec<_> = tokens(&composed(text)).map(row).collect();
    let rows: Vec<_> =
        rows.iter().map(|(is, plain, root, stem, term, word)| (is, word, plain, stem, root, term)).collect();
    serde_json::to_string(&rows).unwrap()
}

fn assert_same_on_both_sides(texts: impl IntoIterator<Item = String>) {
    let texts: Vec<String> = texts.into_iter().collect();
    let lines: Vec<String> = texts.iter().map(|text| serde_json::to_string(text).unwrap()).collect();
    let stop = StopWords::default();
    let answer = node("analyse.js", &stop.iter().collect::<Vec<_>>(), &lines.join("\n"));
    let answers: Vec<&str> = answer.lines().collect();
    assert_eq!(answers.len(), texts.len());
    let differ = |(text, theirs): (&String, &&str)| {
        let ours = analysed(text, &stop);
        (ours != **theirs).then(|| format!("{text:?}\n  program {ours}\n  page    {theirs}"))
    };
    let different: Vec<String> = texts.iter().zip(&answers).filter_map(differ).collect();
    let first: Vec<_> = different.iter().take(20).map(String::as_str).collect();
    assert!(different.is_empty(), "{} of {} differ:\n{}", different.len(), texts.len(), first.join("\n"));
}

#[test]
fn words_are_the_same_to_program_and_page() {
    let forms = forms();
    assert!(forms.len() >= 100_000, "only {} forms", forms.len());
    assert_same_on_both_sides(forms);
}

#[test]
fn texts_are_the_same_to_program_and_page() {
    let words: Vec<String> = written().into_iter().chain(parts()).collect();
    let dice = &mut Dice::new(2);
    assert_same_on_both_sides((0..10_000).map(|_| text(dice, &words)).collect::<Vec<_>>());
}
