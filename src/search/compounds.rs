//! Parts of the compounds in a portal's texts, every word taken apart once.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::language::{Vocabulary, words};
use crate::model::{AreaNarrative, Portal};

/// Every compound of a portal and the words it is made of.
pub struct Compounds(IndexMap<String, Vec<String>>);

impl Compounds {
    /// Takes the words of all texts of `portal` apart, with each other's help.
    pub fn of(portal: &Portal) -> Self {
        let words = all_words(portal);
        let names: BTreeSet<String> =
            portal.municipalities.values().map(|municipality| municipality.name.to_lowercase()).collect();
        let vocabulary = Vocabulary::new(names.iter().map(String::as_str), words.iter().map(String::as_str));
        let compounds = words.into_par_iter().filter_map(|word| {
            let pieces: Vec<_> = vocabulary.pieces(&word).into_iter().collect();
            (!pieces.is_empty()).then_some((word, pieces))
        });
        Self(compounds.collect::<Vec<_>>().into_iter().collect())
    }

    /// The words that the compounds of `texts` are made of, sorted, each once
    /// and without those that are written out there themselves.
    pub fn parts_of(&self, texts: &[&str]) -> Vec<String> {
        let written: BTreeSet<String> = texts.iter().flat_map(|text| words(text)).collect();
        let parts: BTreeSet<&String> = written.iter().filter_map(|word| self.0.get(word)).flatten().collect();
        parts.into_iter().filter(|part| !written.contains(*part)).cloned().collect()
    }
}

/// Every word that stands anywhere, in lower case.
fn all_words(portal: &Portal) -> BTreeSet<String> {
    let in_texts = texts(portal).into_par_iter().map(|text| words(text).collect::<BTreeSet<_>>());
    in_texts.reduce(BTreeSet::new, |mut one, other| {
        one.extend(other);
        one
    })
}

/// The texts that records are made of.
fn texts(portal: &Portal) -> Vec<&str> {
    let evaluations = portal.evaluations.values();
    let summaries = evaluations.clone().filter_map(|it| it.summary.as_ref()).map(|prose| prose.0.as_str());
    let narratives = evaluations.clone().flat_map(|it| &it.areas).filter_map(|area| area.narrative.as_ref());
    let topics = portal.lessons().flat_map(|it| [it.place.topic.as_str(), it.place.passage.as_str()]);
    let pages = portal.pages.values().flat_map(|page| [page.title.as_str(), page.prose.0.as_str()]);
    let areas = portal.editions.values().flat_map(|edition| &edition.areas);
    let areas = areas.flat_map(|area| {
        let names = area.sub_areas.iter().map(|sub_area| sub_area.name.as_str());
        names.chain([area.name.as_str(), area.description.as_str()])
    });
    summaries.chain(narratives.flat_map(narrative)).chain(topics).chain(pages).chain(areas).collect()
}

fn narrative(narrative: &AreaNarrative) -> impl Iterator<Item = &str> {
    let lists = [&narrative.strengths, &narrative.partials, &narrative.improvements];
    let items = lists.into_iter().flatten().map(|prose| prose.0.as_str());
    let sections = narrative.sections.iter().flat_map(|it| [it.heading.as_str(), it.prose.0.as_str()]);
    std::iter::once(narrative.introduction.0.as_str()).chain(sections).chain(items)
}
