//! The list of words that compounds are made of, and of words that only look like a
//! part of a compound.

use std::collections::BTreeMap;

use ahash::RandomState;
use indexmap::{IndexMap, IndexSet};

use super::inflection;

const SWEDISH: &str = include_str!("words.txt");

/// A word list: the words of each section as they stand in the file, which
/// explains what the sections mean.
pub(super) struct WordList {
    sections: BTreeMap<&'static str, Vec<&'static str>>,
    /// Prefixes by their first letters; every word is asked for its own.
    prefixes: IndexMap<char, Vec<&'static str>, RandomState>,
    never: IndexSet<&'static str, RandomState>,
}

impl WordList {
    /// The list that Kompass comes with.
    pub(super) fn swedish() -> Self {
        Self::parse(SWEDISH)
    }

    /// Reads `[section]` lines, words between white space, and comments from `#`.
    fn parse(text: &'static str) -> Self {
        let mut sections: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut section = "";
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default().trim();
            match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Some(name) => section = name,
                None => sections.entry(section).or_default().extend(line.split_whitespace()),
            }
        }
        let section = |name| sections.get(name).into_iter().flatten().copied();
        let mut prefixes = IndexMap::<_, Vec<_>, _>::default();
        for prefix in section("prefixes") {
            prefixes.entry(prefix.chars().next().unwrap_or_default()).or_default().push(prefix);
        }
        let never = section("never").collect();
        Self { sections, prefixes, never }
    }

    fn section(&self, name: &str) -> impl Iterator<Item = &'static str> {
        self.sections.get(name).into_iter().flatten().copied()
    }

    /// All heads, each with the ordinary word it comes from.
    pub(super) fn heads(&self) -> impl Iterator<Item = (String, &'static str)> {
        let nouns = self
            .section("nouns")
            .flat_map(|entry| heads_of(entry).into_iter().map(move |head| (head, noun(entry))));
        nouns.chain(self.section("heads").map(|head| (head.to_owned(), head)))
    }

    /// All words that may be a tail, in all their forms.
    pub(super) fn tails(&self) -> impl Iterator<Item = String> {
        let nouns = self.section("nouns").flat_map(|entry| inflection::noun_forms(noun(entry)));
        let verbs = self.section("verbs").flat_map(inflection::verb_forms);
        let adjectives = self.section("adjectives").flat_map(inflection::adjective_forms);
        nouns.chain(verbs).chain(adjectives).chain(self.section("tails").map(str::to_owned))
    }

    /// Every prefix that `text` begins with, and what follows it.
    pub(super) fn prefixes_of<'w>(&self, text: &'w str) -> impl Iterator<Item = (&'static str, &'w str)> {
        let of_letter = text.chars().next().and_then(|letter| self.prefixes.get(&letter));
        let of_letter = of_letter.into_iter().flatten().copied();
        of_letter.filter_map(move |prefix| Some((prefix, text.strip_prefix(prefix)?)))
    }

    /// Whether `word` must not become a part, though texts have it.
    pub(super) fn is_never_a_part(&self, word: &str) -> bool {
        self.never.contains(word)
    }
}

/// The noun of an entry `noun` or `noun/head/head`.
fn noun(entry: &'static str) -> &'static str {
    entry.split('/').next().unwrap_or(entry)
}

fn heads_of(entry: &'static str) -> Vec<String> {
    match entry.split_once('/') {
        Some((_, heads)) => heads.split('/').filter(|head| !head.is_empty()).map(str::to_owned).collect(),
        None => inflection::noun_heads(entry),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const SECTIONS: [&str; 7] = ["adjectives", "heads", "never", "nouns", "prefixes", "tails", "verbs"];

    #[test]
    fn the_list_is_in_order_and_says_nothing_twice() {
        let list = WordList::swedish();
        let sections: Vec<&str> = list.sections.keys().copied().filter(|name| !name.is_empty()).collect();
        assert_eq!(sections, SECTIONS);
        assert!(list.sections.get("").is_none_or(Vec::is_empty), "words before the first section");
        for (section, words) in &list.sections {
            for (word, next) in words.iter().zip(words.iter().skip(1)) {
                assert!(word < next, "[{section}] {word} {next}");
            }
            let is_plain = |entry: &str| entry.split('/').all(|word| word.chars().all(char::is_lowercase));
            assert!(words.iter().all(|word| is_plain(word)), "[{section}]");
        }
    }

    #[test]
    fn what_is_no_part_is_not_listed_as_one() {
        let list = WordList::swedish();
        let parts: BTreeSet<String> = list.tails().chain(list.heads().map(|(head, _)| head)).collect();
        let both: Vec<&str> = list.section("never").filter(|word| parts.contains(*word)).collect();
        assert_eq!(both, [""; 0]);
    }

    #[test]
    fn an_entry_may_name_its_heads() {
        let list =
            WordList::parse("# note\n[nouns]\nkyrka/kyrko  medborgare # end\nvillkor/\n[heads]\nbygg\n");
        let heads: Vec<(String, &str)> = list.heads().collect();
        let heads: Vec<(&str, &str)> = heads.iter().map(|(head, free)| (head.as_str(), *free)).collect();
        assert_eq!(heads, [("kyrko", "kyrka"), ("medborgar", "medborgare"), ("bygg", "bygg")]);
    }
}
