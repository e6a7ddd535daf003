//! What stands in the head of a page: for those who see it before the page (F8).

use std::collections::BTreeMap;

use kompass::tree::Tree;

use crate::country;
use crate::project::{GOLDEN_DAY, compile, golden_project, real, text};

/// The most characters of a description; search engines cut what is longer.
const LONGEST: usize = 160;
/// The fewest: a word alone describes nothing.
const SHORTEST: usize = 20;

/// The part of a page between `start` and the first `end` after it, as readers see it.
fn between(html: &str, start: &str, end: &str) -> String {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("no {start} in {html}"));
    text(rest.split_once(end).unwrap().0)
}

/// What is wrong with titles and descriptions of the pages in `tree`.
fn faults(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for (path, html) in tree.pages() {
        let html = std::str::from_utf8(html).unwrap();
        let title = between(html, "<title>", "</title>");
        let description = between(html, "<meta name=\"description\" content=\"", "\">");
        let heading = between(html, "<h1", "</h1>");
        let heading = heading.split_once('>').unwrap().1;
        // The heading of an area has its number before its name.
        let numbered = path.starts_with("omraden/").then(|| heading.split_once(' ')).flatten();
        let names = [Some(heading), numbered.map(|(_, name)| name)];
        let is_title = |name: &str| title.strip_prefix(name).is_some_and(|rest| rest.starts_with(" – "));
        if !names.into_iter().flatten().any(is_title) {
            faults.push(format!("{path}: the title is {title:?}, the heading {heading:?}"));
        }
        let length = description.chars().count();
        if !(SHORTEST..=LONGEST).contains(&length) {
            faults.push(format!("{path}: {length} characters of description: {description}"));
        }
        for (kind, words) in [("title", title), ("description", description)] {
            if let Some(other) = seen.insert((kind, words), path) {
                faults.push(format!("{path}: its {kind} is that of {other}"));
            }
        }
    }
    assert!(seen.len() > 80, "pages were looked at");
    faults
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    let golden = compile(golden_project().path(), GOLDEN_DAY);
    for tree in [&golden.site().tree, &real().site().tree, country::tree()] {
        assert_eq!(faults(tree), Vec::<String>::new());
    }
}
