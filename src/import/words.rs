//! The words of `words.toml`, read once.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::comparable;
use crate::model::List;

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Words {
    pub chapters: Chapters,
    pub headings: Headings,
    pub columns: Columns,
    pub cover: Cover,
    pub numbers: Numbers,
    pub occasion: Occasion,
    pub total: Total,
    pub joining: Joining,
    pub names: Names,
}

/// Parts of chapter headings.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapters {
    pub said: Vec<String>,
    pub about: Vec<String>,
    pub detail: Vec<String>,
    pub summary: Vec<String>,
    pub tables: Vec<String>,
    pub facts: Vec<String>,
    pub contents: Vec<String>,
    pub before_number: Vec<String>,
    pub appendix: Vec<String>,
}

/// Headings inside chapters.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Headings {
    pub general: Vec<String>,
    pub r#box: Vec<Vec<String>>,
    pub summary: Vec<String>,
    strengths: Vec<String>,
    partials: Vec<String>,
    improvements: Vec<String>,
    of_area: Vec<String>,
}

/// Heads of the score tables' columns.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    pub points: BTreeSet<String>,
    pub maximum: BTreeSet<String>,
    pub labels: BTreeSet<String>,
    pub sums: BTreeSet<String>,
    pub percent: BTreeSet<String>,
    pub units: BTreeSet<String>,
}

/// What stands on a cover.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    pub evaluators: Vec<String>,
    pub analysis: Vec<String>,
    pub titles: BTreeSet<String>,
    pub report: Vec<String>,
    pub labels: Vec<String>,
    pub small: BTreeSet<String>,
    pub publishers: Vec<String>,
    pub organisations: BTreeSet<String>,
}

/// What the sentence on the evaluation consists of.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Occasion {
    pub ordinals: Vec<Vec<String>>,
    pub evaluation: BTreeSet<String>,
    pub carried_out: BTreeSet<String>,
    pub earlier: BTreeSet<String>,
    pub before: BTreeSet<String>,
    pub people: BTreeSet<String>,
    pub talks: Vec<String>,
    pub being: BTreeSet<String>,
    pub evaluators: BTreeSet<String>,
    pub these: BTreeSet<String>,
    pub denials: BTreeSet<String>,
    pub limits: BTreeSet<String>,
    pub renewed: BTreeSet<String>,
    pub current: BTreeSet<String>,
    pub parts: BTreeSet<String>,
    pub others: BTreeSet<String>,
}

/// Numbers in words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    pub small: Vec<String>,
    pub tens: Vec<String>,
    pub hundred: String,
}

/// What a number of points is said to be; beginnings of words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    pub signs: Vec<String>,
    pub reached: Vec<String>,
    pub others: Vec<String>,
    pub differences: Vec<String>,
    pub joining: BTreeSet<String>,
}

/// How paragraphs and words are put together again.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Joining {
    pub abbreviations: BTreeSet<String>,
    pub open_ends: BTreeSet<String>,
    pub after_hyphen: BTreeSet<String>,
    pub words: BTreeSet<String>,
}

/// What a municipality's name is not.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Names {
    pub not_after: BTreeSet<String>,
    pub not_before: BTreeSet<String>,
    pub words: BTreeSet<String>,
    pub verbs: BTreeSet<String>,
}

impl Words {
    /// Words of headings and labels that every report has, which the format
    /// says in its own way.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        let Chapters { said, about, detail, summary, tables, facts, contents, .. } = &self.chapters;
        let Headings { general, r#box, summary: inner, strengths, partials, improvements, of_area } =
            &self.headings;
        let Cover { evaluators, report, labels, .. } = &self.cover;
        let chapters = [said, about, detail, summary, tables, facts, contents];
        let lists = [general, inner, strengths, partials, improvements, of_area];
        let lists = chapters.into_iter().chain(lists).chain([evaluators, report, labels]).chain(r#box);
        let Columns { points, maximum, percent, labels: beside, sums, units } = &self.columns;
        let columns = [points, maximum, percent, beside, sums, units].into_iter().flatten();
        lists.flatten().chain(columns).map(String::as_str)
    }
}

/// The words; a test reads the file, which is a part of the program.
pub fn words() -> &'static Words {
    static WORDS: LazyLock<Words> =
        LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_default());
    &WORDS
}

/// Whether comparable `text` holds any of `signs`.
pub fn holds_any(text: &str, signs: &[String]) -> bool {
    signs.iter().any(|sign| text.contains(sign.as_str()))
}

/// The list that stands under a heading of this text.
pub fn list_heading(text: &str) -> Option<List> {
    // Nothing this long is a heading, and the comparison costs.
    if text.len() > 60 {
        return None;
    }
    let text = comparable(text);
    let text = text.trim_end_matches([':', '.', ' ']);
    named_list(text).or_else(|| named_list(&without_area(text)?))
}

/// `text` without the area that it names: `Område 3 – styrkor`.
fn without_area(text: &str) -> Option<String> {
    let of_area = &words().headings.of_area;
    let says_area = of_area.first().is_some_and(|area| text.contains(area.as_str()));
    let is_about_area = |word: &&str| {
        word.chars().all(|c| !c.is_alphabetic())
            || of_area.iter().any(|it| it == word.trim_matches(['(', ')', ':']))
    };
    let rest: Vec<_> = text.split(' ').filter(|word| !is_about_area(word)).collect();
    says_area.then(|| rest.join(" "))
}

fn named_list(text: &str) -> Option<List> {
    let headings = &words().headings;
    let is_in = |list: &[String]| list.iter().any(|it| it == text);
    [
        (&headings.strengths, List::Strengths),
        (&headings.partials, List::Partials),
        (&headings.improvements, List::Improvements),
    ]
    .into_iter()
    .find_map(|(names, list)| is_in(names).then_some(list))
}

/// Whether a heading of this text opens an area's general part.
pub fn is_general(text: &str) -> bool {
    text.len() <= 60 && words().headings.general.contains(&comparable(text.trim_end_matches(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let read: Result<Words, _> = toml::from_str(include_str!("words.toml"));
        assert!(read.is_ok(), "{read:?}");
        assert_eq!(list_heading("STYRKOR"), Some(List::Strengths));
        assert_eq!(list_heading("Finns delar, kan bli bättre:"), Some(List::Partials));
        assert_eq!(list_heading("Styrkor finns"), None);
        assert_eq!(list_heading("Område 2 – styrkor"), Some(List::Strengths));
        assert_eq!(list_heading("Förbättringsområden (område 2)"), Some(List::Improvements));
        assert_eq!(list_heading("Område 2"), None);
    }
}
