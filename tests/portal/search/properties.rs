//! What holds for every index, whatever the documents.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kompass::search::{Bundle, Document};
use rayon::ThreadPoolBuilder;
use serde_json::{Value, json};

use super::{addresses, answers, index_of, node, write};
use crate::dice::Dice;
use crate::scratch::Folder;

/// Words with compounds, forms of one another, marks, digits and hyphens among them.
const WORDS: [&str; 48] = [
    "skola",
    "skolan",
    "skolor",
    "förskola",
    "barn",
    "barnen",
    "äldre",
    "omsorg",
    "omsorgen",
    "bok",
    "böcker",
    "stad",
    "städer",
    "länder",
    "lån",
    "län",
    "dialog",
    "medborgardialog",
    "e-tjänst",
    "e-tjänster",
    "2011",
    "IT-stöd",
    "à",
    "idé",
    "Åre",
    "Östervik",
    "Öster",
    "mål",
    "måla",
    "styrning",
    "styrka",
    "och",
    "i",
    "att",
    "kommun",
    "kommunens",
    "kommunfullmäktige",
    "budget",
    "budgetens",
    "trygg",
    "trygghet",
    "näringsliv",
    "ν",
    "жизнь",
    "漢字",
    "½",
    "x1",
    "vatten",
];

/// Values of the filters, several of which a document may have.
const FILTERS: [(&str, &[&str]); 3] = [
    ("typ", &["styrka", "exempel", "forbattring"]),
    ("omrade", &["1", "2", "3", "4"]),
    ("ar", &["2009", "2013"]),
];

fn sentence(dice: &mut Dice, most: usize) -> String {
    let between = [" ", " ", " ", ", ", ". ", " – ", "-"];
    let mut text = String::new();
    for _ in 0..=dice.below(most) {
        text.push_str(dice.pick(&WORDS));
        text.push_str(dice.pick(&between));
    }
    text.trim_end().to_owned()
}

/// Documents of any words, three to a page.
fn documents(seed: u64, count: usize) -> Vec<Document> {
    let dice = &mut Dice::new(seed);
    let document = |number: usize| Document {
        page: format!("sida/{}/", number / 3),
        anchor: format!("del-{number}"),
        place: dice.pick(&["Här", "Där", ""]).to_owned(),
        title: sentence(dice, 3),
        text: sentence(dice, 60),
        filters: filters(dice),
        ..Document::default()
    };
    (0..count).map(document).collect()
}

fn filters(dice: &mut Dice) -> Vec<(&'static str, Vec<String>)> {
    let mut chosen = |all: &[&str]| -> Vec<String> {
        all.iter().filter(|_| dice.below(3) == 0).map(|value| (*value).to_owned()).collect()
    };
    FILTERS.iter().map(|(name, all)| (*name, chosen(all))).filter(|(_, values)| !values.is_empty()).collect()
}

fn on_disk(files: &Bundle) -> Folder {
    let folder = Folder::new();
    write(&folder, files.iter().map(|(path, bytes)| (format!("index/{path}"), bytes)));
    folder
}

fn in_batches(documents: &[Document], size: usize) -> Bundle {
    let batches: Vec<&[Document]> = documents.chunks(size).collect();
    index_of(&batches)
}

/// Whether an index finds every document by each of its words; `every` thins them out.
fn assert_finds_its_own(folder: &Path, every: usize, least: usize) {
    let said = node("own-words.js", &[folder, Path::new(&every.to_string())], "");
    let tried = said.trim().strip_prefix("tried ").unwrap_or_else(|| panic!("{said}"));
    assert!(tried.parse::<usize>().unwrap() >= least, "only {tried} words");
}

fn asked(words: &str, chosen: &Value) -> String {
    json!({ "words": words, "chosen": chosen, "limit": 100_000 }).to_string()
}

/// Every word alone, two by two, and phrases, with nothing chosen.
fn queries() -> Vec<String> {
    let dice = &mut Dice::new(5);
    let pairs: Vec<String> =
        (0..60).map(|_| format!("{} {}", dice.pick(&WORDS), dice.pick(&WORDS))).collect();
    let phrases = pairs.iter().map(|pair| format!("\"{pair}\""));
    let all = WORDS.iter().map(|word| (*word).to_owned()).chain(pairs.iter().cloned()).chain(phrases);
    all.map(|words| asked(&words, &json!({}))).collect()
}

fn answers_to(files: &Bundle, queries: &[String]) -> Vec<Value> {
    let queries: Vec<&str> = queries.iter().map(String::as_str).collect();
    answers(on_disk(files).path(), &queries)
}

#[test]
fn a_document_is_found_by_its_own_words_and_phrases() {
    for seed in 0..2 {
        let folder = on_disk(&in_batches(&documents(seed, 100), 32));
        assert_finds_its_own(folder.path(), 1, 500);
    }
}

/// Where one file of terms or words ends and the next begins, spellings that differ
/// in their marks alone may be parted.
#[test]
fn a_word_is_found_in_whichever_file_it_lies() {
    let dice = &mut Dice::new(6);
    let word = |dice: &mut Dice| {
        let syllable = |dice: &mut Dice| {
            let letter = dice.pick(&["b", "d", "k", "l", "m", "v"]);
            format!("{letter}{}", dice.pick(&["a", "å", "ä", "o", "ö"]))
        };
        format!("{}{}{}k", syllable(dice), syllable(dice), syllable(dice))
    };
    let mut all = documents(6, 80);
    for document in &mut all {
        let words: Vec<String> = (0..150).map(|_| word(dice)).collect();
        document.text = words.join(" ");
    }
    let files = in_batches(&all, 32);
    assert!(files.contains_key("terms/3.bin") && files.contains_key("words/3.bin"));
    assert_finds_its_own(on_disk(&files).path(), 4, 2_000);
}

#[test]
fn everything_of_the_real_portal_is_found_by_its_own_words() {
    let folder = Folder::new();
    let tree = &crate::project::real().site().tree;
    let files = tree.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("sok/index/")?, bytes)));
    write(&folder, files.map(|(path, bytes)| (path.to_owned(), bytes)));
    assert_finds_its_own(folder.path(), 10, 500);
}

#[test]
fn how_documents_are_cut_and_ordered_does_not_change_what_is_found() {
    let documents = documents(7, 300);
    let queries = queries();
    let whole = answers_to(&in_batches(&documents, 300), &queries);
    assert!(whole.iter().filter(|answer| answer["total"].as_u64().unwrap() > 0).count() > 100);
    for size in [1, 7, 64] {
        assert!(answers_to(&in_batches(&documents, size), &queries) == whole, "batches of {size}");
    }
    let mut turned: Vec<Document> = documents.chunks(3).rev().flatten().cloned().collect();
    for document in &mut turned {
        document.filters.reverse();
    }
    let other = answers_to(&in_batches(&turned, 7), &queries);
    for ((one, other), query) in whole.iter().zip(&other).zip(&queries) {
        let found = |answer| addresses(answer).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        assert_eq!(found(one), found(other), "{query}");
        assert_eq!(one["counts"], other["counts"], "{query}");
    }
}

#[test]
fn threads_do_not_show_in_an_index() {
    let documents = documents(8, 400);
    let build = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| in_batches(&documents, 16))
    };
    let one = build(1);
    for threads in [1, 2, 2, 5] {
        assert!(build(threads) == one, "{threads} threads");
    }
}

/// OR within a filter, AND between filters, and a filter's own choice does not narrow
/// down what is counted for it.
#[test]
fn counts_are_true() {
    let documents = documents(9, 250);
    let by_address: BTreeMap<String, &Document> =
        documents.iter().map(|it| (format!("{}#{}", it.page, it.anchor), it)).collect();
    let dice = &mut Dice::new(10);
    let mut cases = Vec::new();
    for _ in 0..80 {
        let words = dice.pick(&["", "skola", "barn bok", "dialog", "kommunens budget", "\"i att\"", "mål"]);
        let chosen: BTreeMap<_, _> = filters(dice).into_iter().collect();
        if !words.is_empty() || !chosen.is_empty() {
            cases.push((words, chosen));
        }
    }
    let both = |(words, chosen): &(&str, BTreeMap<&str, Vec<String>>)| {
        [asked(words, &json!({})), asked(words, &json!(chosen))]
    };
    let queries: Vec<String> = cases.iter().flat_map(both).collect();
    let answers = answers_to(&in_batches(&documents, 64), &queries);
    let mut counted = 0;
    for (answer, (words, chosen)) in answers.chunks(2).zip(&cases) {
        let all: Vec<(&str, &Document)> =
            addresses(&answer[0]).into_iter().map(|address| (address, by_address[address])).collect();
        let fits = |document: &Document, but: &str| {
            chosen
                .iter()
                .filter(|(name, _)| **name != but)
                .all(|(name, wanted)| values(document, name).iter().any(|value| wanted.contains(value)))
        };
        let expected: Vec<&str> =
            all.iter().filter(|(_, document)| fits(document, "")).map(|(address, _)| *address).collect();
        assert_eq!(addresses(&answer[1]), expected, "{words} {chosen:?}");
        for (name, possible) in FILTERS {
            for value in possible {
                let has = |document: &Document| values(document, name).iter().any(|it| it == value);
                let count = all.iter().filter(|(_, document)| fits(document, name) && has(document)).count();
                let said = answer[1]["counts"][name][value].as_u64().unwrap_or(0);
                assert_eq!(usize::try_from(said).unwrap(), count, "{name} {value} of {words} {chosen:?}");
                counted += count;
            }
        }
    }
    assert!(counted > 10_000, "only {counted} counted");
}

fn values<'d>(document: &'d Document, name: &str) -> &'d [String] {
    let of_name = document.filters.iter().find(|(of, _)| *of == name);
    of_name.map(|(_, values)| values.as_slice()).unwrap_or_default()
}

#[test]
fn a_document_may_have_every_character() {
    let all: Vec<char> =
        ('\0'..='\u{10ffff}').filter(|letter| u32::from(*letter) % 4 != 1 || letter.is_ascii()).collect();
    let words: Vec<String> = all.chunks(9).map(|some| some.iter().collect()).collect();
    let document = Document {
        page: "allt/".to_owned(),
        title: "\u{0}\u{1b}\"\\</script>\u{2028}🙂 titel".to_owned(),
        text: format!("{} slutet", words.join(" ")),
        ..Document::default()
    };
    let folder = on_disk(&index_of(&[&[document][..]]));
    let answers = answers(folder.path(), &["titel", "slutet", r#""slutet""#, "\u{1b}🙂", "saknas"]);
    let totals: Vec<_> = answers.iter().map(|answer| answer["total"].as_u64().unwrap()).collect();
    assert_eq!(totals[..3], [1, 1, 1]);
    assert_eq!(totals[4], 0);
}

#[test]
fn nothing_is_found_where_nothing_is() {
    for batches in [&[][..], &[&[][..], &[]], &[&[Document::default()][..]]] {
        let found = answers_to(&index_of(batches), &queries());
        assert!(found.iter().all(|answer| answer["total"] == 0));
    }
}

#[test]
fn twenty_thousand_documents_are_searched() {
    let mut documents = documents(11, 200);
    documents = (0..100).flat_map(|_| documents.clone()).collect();
    for (number, document) in documents.iter_mut().enumerate() {
        document.page = format!("sida/{number}/");
        document.anchor.clear();
        document.text = format!("{} nummer{number}x", document.text);
    }
    let last = r#"{"words": "nummer19999x"}"#;
    let found = answers_to(&in_batches(&documents, 1_000), &[asked("", &json!({})), last.to_owned()]);
    assert_eq!(found[0]["total"], 20_000);
    assert_eq!(addresses(&found[0]).into_iter().collect::<BTreeSet<_>>().len(), 20_000);
    assert_eq!(addresses(&found[1]).first(), Some(&"sida/19999/"));
}

#[test]
fn damaged_and_missing_files_are_errors_and_never_the_end() {
    let folder = on_disk(&in_batches(&documents(12, 120), 40));
    let said = node("damage.js", &[folder.path(), Path::new("40")], "");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.starts_with("tried "), "{said}");
}
