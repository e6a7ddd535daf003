//! The compounds in a portal's texts and their parts. Every different word is
//! split once.

use std::borrow::Cow;
use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;

use crate::language::{Vocabulary, words};
use crate::markdown::Prose;
use crate::model::{AreaNarrative, Portal};

/// What the compounds in a portal's texts are made of. A part is kept once and
/// meant by its number: many compounds have the same.
pub(super) struct Compounds {
    /// Every compound, and the numbers of its parts.
    compounds: IndexMap<String, Vec<usize>>,
    /// Every part.
    parts: IndexSet<String>,
}

impl Compounds {
    /// Splits the words of all texts of `portal`. Short words of the texts help
    /// to split the longer ones.
    pub(super) fn of(portal: &Portal) -> Self {
        let words = all_words(texts(portal));
        let names: BTreeSet<String> =
            portal.municipalities.values().map(|municipality| municipality.name.to_lowercase()).collect();
        let vocabulary = Vocabulary::new(names.iter().map(String::as_str), words.iter().map(String::as_str));
        let taken_apart: Vec<_> = words.into_par_iter().map(|word| hidden(&vocabulary, word)).collect();
        let mut parts = IndexSet::new();
        let numbered = taken_apart
            .into_iter()
            .filter(|(_, hidden)| !hidden.is_empty())
            .map(|(word, hidden)| (word, hidden.into_iter().map(|part| parts.insert_full(part).0).collect()));
        let compounds = numbered.collect();
        Self { compounds, parts }
    }

    /// The words that the compounds of `texts` are made of, each once.
    pub(super) fn parts_of(&self, texts: &[&str]) -> Vec<String> {
        let written = texts.iter().flat_map(|text| words(text));
        let compounds: IndexSet<usize> =
            written.filter_map(|word| self.compounds.get_index_of(&*word)).collect();
        let numbers = compounds.iter().filter_map(|compound| self.compounds.get_index(*compound));
        let parts: BTreeSet<usize> = numbers.flat_map(|(_, parts)| parts.iter().copied()).collect();
        parts.into_iter().filter_map(|part| self.parts.get_index(part)).cloned().collect()
    }
}

/// A word with its parts, but for those that it begins with: a search finds words
/// by their beginning anyway.
fn hidden(vocabulary: &Vocabulary, word: String) -> (String, Vec<String>) {
    let is_hidden = |part: &String| {
        let mut letters = part.chars();
        letters.next_back();
        !word.starts_with(letters.as_str())
    };
    let hidden = vocabulary.pieces(&word).into_iter().filter(is_hidden).collect();
    (word, hidden)
}

/// Every different word of `texts`, in lower case, sorted.
fn all_words(texts: Vec<Text<'_>>) -> Vec<String> {
    let met = texts.into_par_iter().fold(IndexSet::new, |mut met: IndexSet<String>, text| {
        for word in words(&text.plain()) {
            if !met.contains(&*word) {
                met.insert(word.into_owned());
            }
        }
        met
    });
    let mut words: Vec<String> = met
        .reduce(IndexSet::new, |mut one, other| {
            one.extend(other);
            one
        })
        .into_iter()
        .collect();
    words.sort_unstable();
    words
}

/// A text that words are met in.
enum Text<'p> {
    Plain(&'p str),
    Prose(&'p Prose),
}

impl<'p> Text<'p> {
    /// What it says, as records say it: targets of links are no words.
    fn plain(&self) -> Cow<'p, str> {
        match self {
            Self::Plain(text) => Cow::Borrowed(text),
            Self::Prose(prose) => Cow::Owned(prose.plain_text()),
        }
    }
}

/// All texts of which records are made.
fn texts(portal: &Portal) -> Vec<Text<'_>> {
    let evaluations = portal.evaluations.values();
    let summaries = evaluations.clone().filter_map(|it| it.summary.as_ref()).map(Text::Prose);
    let narratives = evaluations.flat_map(|it| &it.areas).filter_map(|area| area.narrative.as_ref());
    let topics = portal.lessons().flat_map(|it| [&it.place.topic, &it.place.passage]);
    let pages = portal.pages.values().flat_map(|page| [Text::Plain(&page.title), Text::Prose(&page.prose)]);
    let areas = portal.editions.values().flat_map(|edition| &edition.areas);
    let areas = areas.flat_map(|area| {
        let names = area.sub_areas.iter().map(|sub_area| &sub_area.name);
        names.chain([&area.name, &area.description])
    });
    let plain = topics.chain(areas).map(|text| Text::Plain(text));
    summaries.chain(narratives.flat_map(narrative)).chain(pages).chain(plain).collect()
}

fn narrative(narrative: &AreaNarrative) -> impl Iterator<Item = Text<'_>> {
    let items = narrative.lists.iter().flat_map(|(_, items)| items).map(Text::Prose);
    let sections =
        narrative.sections.iter().flat_map(|it| [Text::Plain(&it.heading), Text::Prose(&it.prose)]);
    std::iter::once(Text::Prose(&narrative.introduction)).chain(sections).chain(items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::read;

    #[test]
    fn words_are_what_readers_see() {
        let (prose, _) =
            read(&"## Ett {#forsta}\n\nTvå [*skol*or](/kommuner/lund/ \"Lunds\")\n\n[a]: /b/\n".into());
        assert_eq!(all_words(vec![Text::Prose(&prose), Text::Plain("Tre")]), ["ett", "skolor", "tre", "två"]);
    }
}
