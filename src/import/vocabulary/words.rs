//! The words of `words.toml`, read once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

/// All words of the file.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Words {
    pub chapters: Chapters,
    pub headings: Headings,
    pub columns: Columns,
    pub cover: Cover,
    pub numbers: Numbers,
    pub occasion: Occasion,
    pub total: Total,
    pub joining: Joining,
    pub names: Names,
    pub topic: Topic,
    /// By the names of their kinds: words by which it is told whether something is held up as
    /// an example to others.
    pub praise: BTreeMap<String, Vec<String>>,
}

/// Pieces of headings of chapters, by the part that they begin.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Chapters {
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
pub(crate) struct Headings {
    pub general: Vec<String>,
    pub r#box: Vec<Vec<String>>,
    pub summary: Vec<String>,
    pub strengths: Vec<String>,
    pub partials: Vec<String>,
    pub improvements: Vec<String>,
    pub of_area: Vec<String>,
}

/// Heads of the score tables' columns.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Columns {
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
pub(crate) struct Cover {
    pub evaluators: Vec<String>,
    pub analysis: Vec<String>,
    pub titles: BTreeSet<String>,
    pub report: Vec<String>,
    pub labels: Vec<String>,
    pub small: BTreeSet<String>,
    pub publishers: Vec<String>,
    pub organisations: BTreeSet<String>,
}

/// Words of the sentences that tell when and how the evaluation was made.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Occasion {
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
pub(crate) struct Numbers {
    pub small: Vec<String>,
    pub tens: Vec<String>,
    pub hundred: String,
}

/// What a number of points is said to be. Beginnings of words, but for `joining`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Total {
    pub signs: Vec<String>,
    pub reached: Vec<String>,
    pub others: Vec<String>,
    pub differences: Vec<String>,
    pub joining: BTreeSet<String>,
}

/// Words by which paragraphs and split words are put together again.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Joining {
    pub abbreviations: BTreeSet<String>,
    pub open_ends: BTreeSet<String>,
    pub after_hyphen: BTreeSet<String>,
    pub words: BTreeSet<String>,
}

/// Words by which a municipality's name is told from other words and names.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Names {
    pub not_after: BTreeSet<String>,
    pub not_before: BTreeSet<String>,
    pub words: BTreeSet<String>,
    pub verbs: BTreeSet<String>,
}

/// Words by which the topic of a sentence is told from what is said of it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topic {
    pub signs: Vec<String>,
    pub verbs: BTreeSet<String>,
    pub empty: BTreeSet<String>,
    pub questions: BTreeSet<String>,
}

impl Words {
    /// Words of headings and labels that every report has, which the format
    /// says in its own way.
    pub(crate) fn labels(&self) -> impl Iterator<Item = &str> {
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

/// The words. The file is a part of the program, and a test holds it against the
/// types above: a program whose test has passed never falls back to no words.
pub(crate) fn words() -> &'static Words {
    static WORDS: LazyLock<Words> =
        LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_default());
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let read: Result<Words, _> = toml::from_str(include_str!("words.toml"));
        assert!(read.is_ok(), "{read:?}");
    }
}
