//! What the written files say, word by word.
//!
//! To have understood a passage is not to have carried it over: a title behind
//! an evaluator's name, a note behind a total. So what was put into the files is
//! looked through, and what of a passage is in none of them has not been placed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Bound, Range};

use super::fate::Fate;
use crate::format::narrative::{SUMMARY, area_stem};
use crate::import::judgement::decision::Decision;
use crate::import::judgement::figures::Figures;
use crate::import::judgement::finding::Finding;
use crate::import::line::document::Passage;
use crate::import::vocabulary::words::words;
use crate::import::writing::Written;
use crate::language::{self, comparable};
use crate::model::{Edition, Municipality};

/// Words in comparable form.
type Words = BTreeSet<String>;

/// The words of the written files, and of what they say in their own way.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    /// Of `evaluation.toml`.
    record: Words,
    /// Of the texts, by stem.
    texts: BTreeMap<String, Words>,
    /// Of the edition, of the municipality's names and of headings that every
    /// report has.
    known: Words,
    /// Of what the reviewer is told to look at.
    told: Words,
    /// The month that the record gives as a number.
    month: Option<u8>,
}

impl Carried {
    /// The words of a record, of texts by stem and of findings; `month` is the
    /// record's.
    pub fn new(
        record: &Written,
        month: Option<u8>,
        texts: &[(String, Written)],
        findings: &[Finding],
        decision: &Decision<'_>,
        figures: &Figures,
    ) -> Self {
        let by_stem = texts.iter().map(|(stem, text)| (stem.clone(), words_of(said(text))));
        let told = findings.iter().flat_map(|it| it.fault.arguments()).map(|(_, text)| text);
        Self {
            record: words_of(said(record)),
            texts: by_stem.collect(),
            known: known(decision.edition, decision.municipality, figures),
            told: words_of(told),
            month,
        }
    }

    /// What of a passage with this fate is where the fate says.
    pub fn part(&self, passage: &Passage, fate: Fate) -> Vec<Passage> {
        // Mostly that is all of it, and then it is told at once.
        let plain = comparable(&passage.text);
        if word_ranges(&plain).filter_map(|range| plain.get(range)).all(|word| self.holds(word, fate)) {
            return vec![passage.clone()];
        }
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut is_open = false;
        for range in word_ranges(&passage.text) {
            let word = comparable(passage.text.get(range.clone()).unwrap_or_default());
            let is_held = self.holds(&word, fate);
            match parts.last_mut().filter(|_| is_open) {
                Some(part) if is_held => part.end = range.end,
                _ => parts.extend(is_held.then_some(range)),
            }
            is_open = is_held;
        }
        parts.into_iter().map(|range| passage.slice(range)).collect()
    }

    fn holds(&self, word: &str, fate: Fate) -> bool {
        let in_text = |stem: &str| self.texts.get(stem).is_some_and(|words| words.contains(word));
        match fate {
            Fate::Cover => self.record.contains(word) || self.is_month(word),
            Fate::Fact => self.record.contains(word),
            Fate::Score => self.record.contains(word) || self.known.contains(word),
            Fate::Summary => in_text(SUMMARY),
            Fate::Area(number) => in_text(&area_stem(number)),
            // The numbers of chapters and sub-areas say where they stand.
            Fate::Structure => word.starts_with(|c: char| c.is_ascii_digit()) || self.names(word),
            // A date, the name that the kommunkod stands for, or another one,
            // which a note beside the code tells.
            Fate::Translated => {
                word.starts_with(|c: char| c.is_ascii_digit())
                    || language::parse_month(word).is_some()
                    || self.known.contains(word)
                    || self.record.contains(word)
            }
            Fate::Boilerplate | Fate::Contents | Fate::Furniture | Fate::Markup | Fate::Left => true,
        }
    }

    /// Whether a word names the month of the record.
    fn is_month(&self, word: &str) -> bool {
        let month = language::parse_month(word).and_then(|it| u8::try_from(it).ok());
        month.is_some() && month == self.month
    }

    /// Whether a word of a heading or label is said anywhere, if only in its
    /// definite form: boxes name sub-areas in short.
    fn names(&self, word: &str) -> bool {
        let longer = self.known.range::<str, _>((Bound::Included(word), Bound::Unbounded));
        let mut forms = longer.take_while(|it| it.starts_with(word));
        forms.any(|it| it.len() - word.len() <= MAX_ENDING)
            || [&self.record, &self.told].into_iter().chain(self.texts.values()).any(|it| it.contains(word))
    }
}

/// The longest ending that makes a definite form, in bytes: "-arna", "-erna". In the
/// reports at hand, five real and three invented ones, those that are needed have
/// 2 ("chefer", "cheferna"). None is longer than 4, and the only one that long is no
/// ending: "en" is found in "enligt".
const MAX_ENDING: usize = 4;

/// What the edition and the register say, and what every report does.
fn known(edition: &Edition, municipality: &Municipality, figures: &Figures) -> Words {
    let Municipality { name, genitive, official_name, .. } = municipality;
    let mut known = words_of([name.as_str(), genitive, official_name].into_iter().chain(words().labels()));
    let points = figures.areas.values().filter_map(|it| language::parse_points(&it.text));
    known
        .extend(points.flat_map(|it| [it.floor(), it.ceil()]).map(|percent| percent.normalize().to_string()));
    for area in &edition.areas {
        known.extend([area.number.to_string(), area.maximum.to_string()]);
        known.extend(area.sub_areas.iter().flat_map(|it| [it.number.to_string(), it.maximum.to_string()]));
        let sub_areas = area.sub_areas.iter().flat_map(|it| std::iter::once(&it.name).chain(&it.also));
        let names = sub_areas.chain([&area.name]).chain(&area.also);
        known.extend(words_of(names.map(String::as_str)));
    }
    known
}

fn said(file: &Written) -> impl Iterator<Item = &str> {
    file.said.iter().map(String::as_str)
}

fn words_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Words {
    let mut found = Words::new();
    for text in texts {
        let text = comparable(text);
        for word in word_ranges(&text).filter_map(|range| text.get(range)) {
            if !found.contains(word) {
                found.insert(word.to_owned());
            }
        }
    }
    found
}

/// Where the words of a text stand: letters in a row, or digits in a row with
/// commas or points between them.
///
/// `language::words` does not say where its words stand and parts `4,5`;
/// `vocabulary::token` cuts at characters between words, and in `461p` there is
/// none, though the record has the number and the report's "p" stands for points.
fn word_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let rest = text.get(start..)?;
        let length = length(rest);
        at = start + length;
        Some(start..at)
    })
}

/// How long the word is that `text` begins with.
fn length(text: &str) -> usize {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return text.find(|c: char| !c.is_alphanumeric() || c.is_ascii_digit()).unwrap_or(text.len());
    }
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim_end_matches([',', '.']).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::document::Document;

    #[test]
    fn words_and_numbers_are_told_apart() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = word_ranges(text).map(|range| text.get(range).unwrap()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Norrby 2018 – 461p.", &["Norrby", "2018", "461", "p"]);
        check("1.1 Öppet, 4,5 av 15,", &["1.1", "Öppet", "4,5", "av", "15"]);
        check("", &[]);
    }

    #[test]
    fn what_no_file_says_is_not_carried() {
        let carried = Carried { record: words_of(["name = \"Eva Ek\""]), ..Carried::default() };
        let line = Document::of_lines(["EVA Ek, konsult, (Ek)"]).whole(0);
        let parts = carried.part(&line, Fate::Cover);
        let parts: Vec<_> = parts.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(parts, ["EVA Ek", "Ek"]);
    }
}
