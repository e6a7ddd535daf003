//! What a report says of its own, parted from sentences that all reports have.

use std::collections::BTreeMap;

use super::chapter::Chapter;
use super::prose::{Node, Text};
use crate::import::line::document::Passage;
use crate::import::line::heading::is_name_of;
use crate::import::line::part::Part;
use crate::import::vocabulary::boilerplate::{Boilerplate, Likeness};
use crate::import::vocabulary::sentence::sentences;
use crate::model::{Edition, EditionId};

/// Tells sentences of the report's own from those that other reports have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sieve<'a> {
    /// Sentences known from other reports.
    pub boilerplate: &'a Boilerplate,
    /// The editions, whose names of areas stand in all reports.
    pub editions: &'a BTreeMap<EditionId, Edition>,
}

/// Nodes that went through the sieve.
#[derive(Debug, Default)]
pub(crate) struct Sifted {
    /// What is the report's own.
    pub own: Vec<Node>,
    /// What is not.
    pub aside: Aside,
}

/// What the sieve has put aside, and what a reviewer should know of it.
#[derive(Debug, Default)]
pub(crate) struct Aside {
    /// Sentences that other reports have as well.
    pub boilerplate: Vec<Passage>,
    /// Those among them that are new in a word at least.
    pub unfamiliar: Vec<Passage>,
    /// What was kept of paragraphs of which a part was put aside.
    pub parted: Vec<Passage>,
}

impl Aside {
    /// All that several passes have put aside, in the order of the report.
    pub(crate) fn of_all(all: impl IntoIterator<Item = Self>) -> Self {
        let mut together = Self::default();
        for aside in all {
            together.boilerplate.extend(aside.boilerplate);
            together.unfamiliar.extend(aside.unfamiliar);
            together.parted.extend(aside.parted);
        }
        let Self { boilerplate, unfamiliar, parted } = &mut together;
        for list in [boilerplate, unfamiliar, parted] {
            list.sort_by_key(Passage::start);
        }
        together
    }

    /// Puts a sentence aside unless it is new; says whether it did.
    fn take(&mut self, sentence: &Passage, likeness: Likeness) -> bool {
        if likeness == Likeness::Near {
            self.unfamiliar.push(sentence.clone());
        }
        if likeness != Likeness::New {
            self.boilerplate.push(sentence.clone());
        }
        likeness != Likeness::New
    }
}

impl Sieve<'_> {
    /// Takes known sentences out of paragraphs, and known items out of lists.
    pub(crate) fn sift(self, nodes: Vec<Node>) -> Sifted {
        let mut sifted = Sifted::default();
        for node in nodes {
            match node {
                Node::Paragraph(passage) => {
                    sifted.own.extend(self.own(&passage, &mut sifted.aside).map(Node::Paragraph));
                }
                Node::Item(passage) => {
                    if !sifted.aside.take(&passage, self.boilerplate.likeness(&passage.text)) {
                        sifted.own.push(Node::Item(passage));
                    }
                }
                other => sifted.own.push(other),
            }
        }
        sifted
    }

    /// The sentences of a paragraph that are the report's own.
    fn own(self, paragraph: &Passage, aside: &mut Aside) -> Option<Passage> {
        let mut is_parted = false;
        let mut own: Option<Passage> = None;
        for range in sentences(&paragraph.text) {
            let sentence = paragraph.slice(range);
            if aside.take(&sentence, self.boilerplate.likeness(&sentence.text)) {
                is_parted = true;
                continue;
            }
            match &mut own {
                Some(own) => own.append(" ", sentence),
                None => own = Some(sentence),
            }
        }
        if is_parted {
            aside.parted.extend(own.clone());
        }
        own
    }

    /// The chapters on what Kommunkompassen is: all of them is boilerplate, also
    /// where it is new.
    pub(crate) fn about(self, text: &Text<'_>, chapters: &[Chapter]) -> Aside {
        let mut aside = Aside::default();
        let chapters = chapters.iter().filter(|chapter| chapter.part == Part::About);
        let nodes = chapters.flat_map(|chapter| text.nodes(chapter, &|_| false));
        for passage in nodes.filter_map(Node::into_passage) {
            for range in sentences(&passage.text) {
                let sentence = passage.slice(range);
                if !self.is_familiar(&sentence.text) {
                    aside.unfamiliar.push(sentence.clone());
                }
                aside.boilerplate.push(sentence);
            }
        }
        aside
    }

    /// Whether a sentence says nothing new: it has been seen before, or is an
    /// area's number or name.
    fn is_familiar(self, sentence: &str) -> bool {
        let mut areas = self.editions.values().flat_map(|edition| &edition.areas);
        self.boilerplate.likeness(sentence) == Likeness::Same
            || !sentence.contains(char::is_alphabetic)
            || areas.any(|area| is_name_of(sentence, &area.name, &area.also))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::document::Document;

    fn texts(passages: &[Passage]) -> Vec<&str> {
        passages.iter().map(|it| it.text.as_str()).collect()
    }

    #[test]
    fn known_sentences_are_put_aside_and_the_rest_is_kept() {
        let mut boilerplate = Boilerplate::default();
        boilerplate.learn("Rådet läser alla brev som kommer in under våren. Alla svar är öppna.");
        let sieve = Sieve { boilerplate: &boilerplate, editions: &BTreeMap::new() };
        let document = Document::of_lines([
            "Alla svar är öppna.",
            "Torget är nytt. Alla svar är öppna. Bron är gammal.",
            "Rådet läser alla brev som kommer in under hösten.",
            "Torget är stort.",
        ]);
        let nodes = [
            Node::Item(document.whole(0)),
            Node::Paragraph(document.whole(1)),
            Node::Item(document.whole(2)),
            Node::Heading(document.whole(0)),
            Node::Paragraph(document.whole(3)),
        ];
        let Sifted { own, aside } = sieve.sift(nodes.into());
        let own: Vec<_> = own.into_iter().filter_map(Node::into_passage).collect();
        assert_eq!(
            texts(&own),
            ["Torget är nytt. Bron är gammal.", "Alla svar är öppna.", "Torget är stort."]
        );
        let near = "Rådet läser alla brev som kommer in under hösten.";
        assert_eq!(texts(&aside.boilerplate), ["Alla svar är öppna.", "Alla svar är öppna.", near]);
        assert_eq!(texts(&aside.unfamiliar), [near]);
        assert_eq!(texts(&aside.parted), ["Torget är nytt. Bron är gammal."]);
    }

    #[test]
    fn what_passes_put_aside_comes_in_the_order_of_the_report() {
        let document = Document::of_lines(["Ett.", "Två.", "Tre."]);
        let aside = |index| Aside { boilerplate: vec![document.whole(index)], ..Aside::default() };
        let all = Aside::of_all([aside(1), aside(2), aside(0)]);
        assert_eq!(texts(&all.boilerplate), ["Ett.", "Två.", "Tre."]);
    }
}
