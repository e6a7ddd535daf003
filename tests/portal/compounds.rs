//! The compound splitter against words that people have split (S2).

#![expect(clippy::print_stdout, reason = "`cargo test -- --nocapture compounds` shows the figures")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use kompass::language::Vocabulary;
use kompass::markdown::read;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

use crate::project::repository;

/// Proposed splits that must be right, and compounds that must be found.
const PRECISION: f64 = 0.95;
const RECALL: f64 = 0.85;

/// Words with the parts they should have.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Judged {
    /// Words that have one part, white space between them.
    #[serde(default)]
    whole: String,
    compounds: BTreeMap<String, Vec<String>>,
}

impl Judged {
    fn read(name: &str) -> Self {
        let text = fs::read_to_string(repository().join("tests/search").join(name)).unwrap();
        let mut judged: Self = toml::from_str(&text).unwrap();
        let whole: Vec<String> = judged.whole.split_whitespace().map(str::to_owned).collect();
        judged.compounds.extend(whole.into_iter().map(|word| (word.clone(), vec![word])));
        judged
    }
}

/// The words of the content as the splitter learns them.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let words = content_words();
    let names = names();
    Vocabulary::new(names.iter().map(String::as_str), words.iter().map(String::as_str))
});

fn content_words() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for entry in WalkDir::new(repository().join("content")) {
        let path = entry.unwrap().into_path();
        let is_text = path.extension().is_some_and(|extension| extension == "md");
        if is_text || path.ends_with("evaluation.toml") {
            let text: String = fs::read_to_string(path).unwrap().nfc().collect();
            let text = if is_text { read(&text.into()).0.plain_text() } else { text };
            let text = text.to_lowercase();
            words.extend(text.split(|c: char| !c.is_alphabetic()).map(str::to_owned));
        }
    }
    words
}

fn names() -> Vec<String> {
    let mut register = csv::Reader::from_path(repository().join("content/municipalities.csv")).unwrap();
    let rows: Vec<BTreeMap<String, String>> = register.deserialize().map(Result::unwrap).collect();
    rows.iter().map(|row| row["name"].to_lowercase()).collect()
}

/// Prints precision, recall and what went wrong; holds the floors.
fn measure(name: &str) {
    let judged = Judged::read(name);
    let (mut proposed, mut found, mut compounds) = (0_u32, 0_u32, 0_u32);
    for (word, expected) in &judged.compounds {
        assert_eq!(&expected.concat(), word, "{name}: the parts of {word}");
        let parts = VOCABULARY.split(word);
        proposed += u32::from(parts.len() > 1);
        compounds += u32::from(expected.len() > 1);
        found += u32::from(expected.len() > 1 && parts == *expected);
        if parts != *expected {
            println!("{name}: {} should be {}", parts.join("|"), expected.join("|"));
        }
    }
    let precision = f64::from(found) / f64::from(proposed);
    let recall = f64::from(found) / f64::from(compounds);
    println!("{name}: {} words, precision {precision:.3}, recall {recall:.3}", judged.compounds.len());
    assert!(precision >= PRECISION, "{name}: {found} of {proposed} proposed splits are right");
    assert!(recall >= RECALL, "{name}: {found} of {compounds} compounds are found");
}

#[test]
fn listed_compounds_are_split_right() {
    assert!(Judged::read("compounds.toml").compounds.len() >= 300);
    measure("compounds.toml");
}

/// Written with the listed ones and put aside while the splitter was made.
#[test]
fn compounds_held_out_are_split_right() {
    measure("compounds-held-out.toml");
}

#[test]
fn compounds_of_the_narratives_are_split_right() {
    measure("narrative-splits.toml");
}

#[test]
fn pieces_lead_to_the_words_they_are_in() {
    for (word, piece) in [
        ("medborgardialoger", "dialoger"),
        ("brukarenkäten", "enkäten"),
        ("arbetsmiljö", "miljö"),
        ("resultatstyrning", "styrning"),
    ] {
        assert!(VOCABULARY.pieces(word).contains(piece), "{word}");
    }
}
