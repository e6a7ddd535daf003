//! What an honest editor may write, and of which nothing must be said: every rule that looks
//! for mistakes can also see one where there is none.

use std::fs;

use crate::project::{GOLDEN_DAY, compile, golden_project};

const RECORD: &str = "content/evaluations/bjorknas/2023/evaluation.toml";
const NARRATIVE: &str = "content/evaluations/bjorknas/2023/area-3.md";
const PAGE: &str = "content/pages/om.md";

/// The golden project with `replaced` for `found` in `file` has no fault.
fn is_blameless(file: &str, found: &str, replaced: &str) {
    let project = golden_project();
    let path = project.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(found), "{found} in {file}");
    fs::write(&path, text.replacen(found, replaced, 1)).unwrap();
    assert_eq!(compile(project.path(), GOLDEN_DAY).report, "", "{replaced}");
}

#[test]
fn sentences_that_begin_like_headings_are_sentences() {
    let place = "En dag i månaden sitter varje chef i receptionen.";
    for text in [
        "3.3 procent av invånarna svarade.",
        "3.3 procent av invånarna svarade så här:\n\n- ja\n- nej\n\nEn dag.",
        "3.3 är kommunens starkaste delområde!",
        "3.3 är vad rapporten kallar ”starkt”",
        "3.3 procent (2 av 61)",
        "**Styrkor:**",
        "Styrkor",
        "Det finns\nStyrkor\noch annat.",
        "```text\nStyrkor\n3.1 Chefer\n```",
        "> Styrkor",
    ] {
        is_blameless(NARRATIVE, place, text);
    }
}

#[test]
fn what_is_indented_within_a_list_or_stands_in_a_table_is_text() {
    for text in [
        "# Om\n\n- punkt\n\n    fortsättning\n\n    - inuti\n\n        och vidare\n\nText",
        "# Om\n\n| a | b |\n| --- | --- |\n| 1 \\| 2 | `x \\| y` |\n| kort |\n| 3 | 4\n\nText",
        "# Om\n\na | b\n--- | ---\n1 | 2\n\nText",
        "# Om\n\n```text\n| a | b | c |\n    indraget\n```\n\nText",
    ] {
        let project = golden_project();
        let first = fs::read_to_string(project.join(PAGE)).unwrap();
        let title = first.lines().next().unwrap().to_owned();
        is_blameless(PAGE, &title, text);
    }
}

#[test]
fn records_may_say_what_sounds_like_a_mistake() {
    for (found, replaced) in [
        ("month = 4\n", "month = 4\ndraft = true\npublish-at = 2023-02-01\n"),
        ("month = 4\n", "month = 4\npublish-at = 2023-04-01\n"),
        ("ordinal = 1\n", "ordinal = 2\n"),
    ] {
        is_blameless(RECORD, found, replaced);
    }
    let sabro = "content/evaluations/sabro/2017/evaluation.toml";
    is_blameless(sabro, "year = 2017\n", "year = 2017\nordinal = 1\n");
    is_blameless("site.toml", "name = \"CC0 1.0\"", "name = \"Fritt att använda\"");
    is_blameless("content/synonyms.toml", "\"få betalt\"", "\"1,5 gånger\"");
}
