//! Proposals of good examples and referrals: passages that seem to say what
//! there is to learn, and from whom. A person confirms them.

pub(crate) mod brief;
pub(crate) mod recommend;
pub(crate) mod topic;

use std::collections::BTreeSet;

use self::recommend::{Bearer, Context, Recommenders};
use self::topic::Topics;
use crate::format::narrative::HEADINGS;
use crate::import::line::document::Passage;
use crate::import::reading::Reading;
use crate::import::reading::area::AreaChapter;
use crate::import::reading::prose::Node;
use crate::import::vocabulary::names::{Mention, Names};
use crate::import::vocabulary::sentence::sentences;
use crate::model::{AreaNumber, Code, List, SubAreaNumber};

/// A passage to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// The municipality to learn from; nothing when it is the evaluated one.
    pub from: Option<Code>,
    /// The area it stands in or, in the summary, seems to be about.
    pub area: Option<AreaNumber>,
    /// Whether the area is a guess.
    pub is_guess: bool,
    /// The sub-area it stands under.
    pub sub_area: Option<SubAreaNumber>,
    /// The heading it stands under.
    pub heading: Option<String>,
    /// What the report says, word for word.
    pub sentence: Passage,
}

/// Where in the report a passage stands.
#[derive(Clone, Copy)]
struct Place<'r> {
    /// The area; nothing in the summary.
    area: Option<AreaNumber>,
    sub_area: Option<SubAreaNumber>,
    heading: Option<&'r str>,
    /// Whether what stands here may be praise. What could be better is none.
    may_praise: bool,
}

/// The longest sentence that is judged, in bytes; what is longer is a table or a
/// list that was taken for one. Of 1,916 sentences in five real reports the longest
/// has 357 bytes, of those in the invented ones 154.
const MAX_SENTENCE: usize = 1500;

/// All proposals in the summary and in the areas' texts and lists; the report
/// is about `own`.
pub(crate) fn proposals(reading: &Reading, names: &Names<'_>, topics: &Topics, own: &Code) -> Vec<Proposal> {
    let mut finder = Finder { names, topics, own, found: Vec::new(), seen: BTreeSet::new() };
    finder.summary(&reading.summary);
    for area in reading.areas.values() {
        finder.area(area);
    }
    finder.found
}

struct Finder<'a> {
    names: &'a Names<'a>,
    topics: &'a Topics,
    own: &'a Code,
    found: Vec<Proposal>,
    /// A municipality is proposed once per sub-area.
    seen: BTreeSet<(Option<AreaNumber>, Option<SubAreaNumber>, Code)>,
}

impl Finder<'_> {
    fn summary(&mut self, nodes: &[Node]) {
        let mut place = Place { area: None, sub_area: None, heading: None, may_praise: true };
        for node in nodes {
            match node {
                Node::Heading(heading) => place.heading = Some(&heading.text),
                other => self.nodes(std::slice::from_ref(other), place),
            }
        }
    }

    fn area(&mut self, area: &AreaChapter) {
        let place = Place { area: Some(area.number), sub_area: None, heading: None, may_praise: true };
        self.nodes(&area.introduction, place);
        for section in &area.sections {
            let sub_area = section.meant.map(|meant| meant.number);
            self.nodes(&section.nodes, Place { sub_area, heading: Some(&section.heading.text), ..place });
        }
        for (heading, list) in HEADINGS {
            let may_praise = list != List::Improvements;
            let place = Place { heading: Some(heading), may_praise, ..place };
            for item in area.lists.get(&list).into_iter().flatten() {
                self.passage(item, place);
            }
        }
    }

    fn nodes(&mut self, nodes: &[Node], place: Place<'_>) {
        for passage in nodes.iter().filter_map(Node::passage) {
            self.passage(passage, place);
        }
    }

    fn passage(&mut self, passage: &Passage, place: Place<'_>) {
        let ranges = sentences(&passage.text).into_iter();
        let sentences: Vec<_> = ranges.map(|range| passage.slice(range)).collect();
        let judged = |at: usize| sentences.get(at).filter(|it| it.text.len() <= MAX_SENTENCE);
        for at in 0..sentences.len() {
            if let Some(sentence) = judged(at) {
                self.sentence(at.checked_sub(1).and_then(judged), sentence, judged(at + 1), place);
            }
        }
    }

    fn sentence(
        &mut self,
        before: Option<&Passage>,
        sentence: &Passage,
        after: Option<&Passage>,
        place: Place<'_>,
    ) {
        let mentions = self.names.mentions(&sentence.text);
        let bearer = |code: &Code| if code == self.own { Bearer::Own } else { Bearer::Other };
        let names: Vec<_> = mentions.iter().map(|it| (it.range.clone(), bearer(&it.code))).collect();
        let [before_text, after_text] = [before, after].map(|it| it.map_or("", |it| it.text.as_str()));
        let context = Context { before: before_text, sentence: &sentence.text, after: after_text };
        let features = context.features(&names);
        let known = Recommenders::known();
        let others: Vec<_> = mentions.into_iter().filter(|it| it.code != *self.own).collect();
        if !others.is_empty() && known.refers(&features) {
            for Mention { code, .. } in others {
                if self.seen.insert((place.area, place.sub_area, code.clone())) {
                    self.propose(Some(code), sentence.clone(), place);
                }
            }
        } else if place.may_praise && known.praises(&features) {
            self.propose(None, with_what_it_praises(sentence, before), place);
        }
    }

    fn propose(&mut self, from: Option<Code>, sentence: Passage, place: Place<'_>) {
        let guess = || self.topics.area(&sentence.text);
        let (area, is_guess) = (place.area.or_else(guess), place.area.is_none());
        let heading = place.heading.map(str::to_owned);
        let sub_area = place.sub_area;
        self.found.push(Proposal { from, area, is_guess, sub_area, heading, sentence });
    }
}

/// "Ett gott exempel." says nothing without the sentence before.
fn with_what_it_praises(sentence: &Passage, before: Option<&Passage>) -> Passage {
    let refers = ["Ett ", "Det ", "Detta ", "Här "].iter().any(|word| sentence.text.starts_with(word));
    let Some(before) = before.filter(|_| refers) else { return sentence.clone() };
    let mut both = before.clone();
    both.append(" ", sentence.clone());
    both
}
