//! `docs/certainty.md` against what the portal says: whatever states a cause, or how certain
//! something is, stands there with its ground (P10).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::project::repository;

/// Words, or beginnings of words, that state a cause.
const CAUSES: [&str; 19] = [
    "bero",
    "därför",
    "därmed",
    "därigenom",
    "eftersom",
    "förklarar det",
    "förklarar skillnad",
    "förklaring",
    "följd",
    "föranled",
    "gjorde att",
    "gör att",
    "ledde till",
    "medför",
    "orsak",
    "på grund av",
    "resulterade",
    "tack vare",
    "alltså",
];

/// Those that state how certain something is. Texts of pages use them of much else.
const CERTAINTIES: [&str; 13] = [
    "kan ha",
    "kan vara",
    "kanske",
    "möjligen",
    "sannolik",
    "skäl",
    "slutit oss",
    "säker",
    "antagligen",
    "trolig",
    "tyder",
    "uppenbar",
    "ungefär",
];

/// The words of `words` that stand in `text`, at the beginning of a word there.
fn found<'w>(text: &str, words: &[&'w str]) -> Vec<&'w str> {
    let plain: String =
        text.to_lowercase().chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let plain = plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let plain = format!(" {plain} ");
    words.iter().copied().filter(|word| plain.contains(&format!(" {word}"))).collect()
}

/// The theme's texts by id.
fn interface() -> BTreeMap<String, String> {
    let file = fs::read_to_string(repository().join("themes/kompass/texts/sv.ftl")).unwrap();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut id = None;
    for line in file.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (name, text) = line.split_once(" =").unwrap();
            texts.insert(name.to_owned(), text.to_owned());
            id = Some(name.to_owned());
        } else if line.starts_with(' ') {
            let text = texts.get_mut(id.as_ref().unwrap()).unwrap();
            *text = format!("{text}\n{line}");
        }
    }
    texts
}

/// The sections of the pages: `om.md#kallor`. What stands before the first is `om.md`. An
/// edition says how its points compare, so each is a section as well: `2016.toml`.
fn sections() -> BTreeMap<String, String> {
    let mut sections = BTreeMap::new();
    for edition in fs::read_dir(repository().join("content/editions")).unwrap() {
        let path = edition.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        sections.insert(name, fs::read_to_string(&path).unwrap());
    }
    for page in fs::read_dir(repository().join("content/pages")).unwrap() {
        let path = page.unwrap().path();
        let page = path.file_name().unwrap().to_str().unwrap().to_owned();
        let mut section = page.clone();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if let Some((_, anchor)) = line.split_once("{#").filter(|_| line.starts_with('#')) {
                section = format!("{page}#{}", anchor.trim_end_matches('}'));
            }
            let text: &mut String = sections.entry(section.clone()).or_default();
            text.push_str(line);
            text.push('\n');
        }
    }
    sections
}

/// The first cells of the rows below a heading of the document, and the rest of each row.
fn listed(heading: &str) -> BTreeMap<String, String> {
    let document = fs::read_to_string(repository().join("docs/certainty.md")).unwrap();
    let (_, below) = document.split_once(&format!("\n## {heading}\n")).unwrap();
    let table = below.split("\n## ").next().unwrap();
    let mut rows = BTreeMap::new();
    for row in table.lines().filter_map(|line| line.strip_prefix("| `")) {
        let (names, rest) = row.split_once(" | ").unwrap();
        for name in names.split(['`', ',', ' ']).filter(|name| !name.is_empty()) {
            assert!(rows.insert(name.to_owned(), rest.to_owned()).is_none(), "{name} stands there twice");
        }
    }
    assert!(!rows.is_empty(), "{heading}");
    rows
}

/// Those of `texts` that have a word of `words` and are not `listed`.
fn unlisted(
    texts: &BTreeMap<String, String>,
    words: &[&str],
    listed: &BTreeMap<String, String>,
) -> Vec<String> {
    let hits = texts.iter().map(|(name, text)| (name, found(text, words)));
    hits.filter(|(name, words)| !words.is_empty() && !listed.contains_key(*name))
        .map(|(name, words)| format!("{name}: {}", words.join(", ")))
        .collect()
}

#[test]
fn every_interface_text_that_states_a_cause_has_its_ground() {
    let (texts, listed) = (interface(), listed("Interface texts"));
    let words = [&CAUSES[..], &CERTAINTIES].concat();
    assert_eq!(unlisted(&texts, &words, &listed), [""; 0], "docs/certainty.md does not have them");
    let unknown: BTreeSet<_> = listed.keys().filter(|id| !texts.contains_key(*id)).collect();
    assert!(unknown.is_empty(), "there is no text {unknown:?}");
}

#[test]
fn every_section_that_states_a_cause_has_its_ground() {
    let (sections, listed) = (sections(), listed("Pages"));
    assert_eq!(unlisted(&sections, &CAUSES, &listed), [""; 0], "docs/certainty.md does not have them");
    let unknown: BTreeSet<_> = listed.keys().filter(|name| !sections.contains_key(*name)).collect();
    assert!(unknown.is_empty(), "there is no section {unknown:?}");
}

#[test]
fn every_row_says_what_is_claimed_and_on_what_ground() {
    for (name, rest) in listed("Interface texts").into_iter().chain(listed("Pages")) {
        let cells: Vec<_> = rest.trim_end_matches('|').split(" | ").map(str::trim).collect();
        assert!(cells.len() == 2 && cells.iter().all(|cell| !cell.is_empty()), "{name}: {rest}");
    }
}

#[test]
fn words_of_cause_are_recognised_in_every_form() {
    let check = |text: &str, expected: &[&str]| assert_eq!(found(text, &CAUSES), expected, "{text}");
    check("Skillnaden beror på avrundning.", &["bero"]);
    check("Det kan berott.\n   *[other] Därför: på\n    grund av { $x }", &["bero", "därför", "på grund av"]);
    check("Orsaken är okänd", &["orsak"]);
    check("Poängen är oberoende av utgåvan", &[]);
    let texts = BTreeMap::from([
        ("a".to_owned(), "Det beror på det.".to_owned()),
        ("b".to_owned(), "Nej".to_owned()),
    ]);
    assert_eq!(unlisted(&texts, &CAUSES, &BTreeMap::new()), ["a: bero"]);
}
