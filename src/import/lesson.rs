//! Proposals of good examples and referrals: passages that seem to say what
//! there is to learn, and from whom. A person confirms them.

use std::collections::BTreeSet;

use super::area::AreaChapter;
use super::boilerplate::sentences;
use super::document::Passage;
use super::names::{Mention, Names};
use super::prose::Node;
use super::reading::Reading;
use super::topic::Topics;
use super::words::{holds_any, words};
use crate::format::narrative::List;
use crate::language::comparable;
use crate::model::{AreaNumber, Code, SubAreaNumber};

/// A passage to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
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

/// Where the reader is.
#[derive(Clone, Copy)]
struct Stand<'r> {
    /// The area; nothing in the summary.
    area: Option<AreaNumber>,
    sub_area: Option<SubAreaNumber>,
    heading: Option<&'r str>,
    /// Whether what stands here may be praise. What could be better is none.
    may_praise: bool,
}

/// No sentence we judge is longer.
const LONGEST: usize = 1500;

/// All proposals in the summary and in the areas' texts and lists; the report
/// is about `own`.
pub fn proposals(reading: &Reading, names: &Names<'_>, topics: &Topics, own: &Code) -> Vec<Proposal> {
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
        let mut stand = Stand { area: None, sub_area: None, heading: None, may_praise: true };
        for node in nodes {
            match node {
                Node::Heading(heading) => stand.heading = Some(&heading.text),
                other => self.nodes(std::slice::from_ref(other), stand),
            }
        }
    }

    fn area(&mut self, area: &AreaChapter) {
        let stand = Stand { area: Some(area.number), sub_area: None, heading: None, may_praise: true };
        self.nodes(&area.introduction, stand);
        for section in &area.sections {
            let sub_area = section.meant.map(|meant| meant.number);
            self.nodes(&section.nodes, Stand { sub_area, heading: Some(&section.heading.text), ..stand });
        }
        for (heading, list) in List::HEADINGS {
            let may_praise = list != List::Improvements;
            let stand = Stand { heading: Some(heading), may_praise, ..stand };
            for item in area.lists.get(&list).into_iter().flatten() {
                self.passage(item, stand);
            }
        }
    }

    fn nodes(&mut self, nodes: &[Node], stand: Stand<'_>) {
        for passage in nodes.iter().filter_map(Node::passage) {
            self.passage(passage, stand);
        }
    }

    fn passage(&mut self, passage: &Passage, stand: Stand<'_>) {
        let ranges: Vec<_> = sentences(&passage.text).into_iter().filter(|it| it.len() <= LONGEST).collect();
        let mut before: Option<Passage> = None;
        for range in ranges {
            let sentence = passage.slice(range);
            self.sentence(&sentence, before.as_ref(), stand);
            before = Some(sentence);
        }
    }

    fn sentence(&mut self, sentence: &Passage, before: Option<&Passage>, stand: Stand<'_>) {
        let mentions = self.names.mentions(&sentence.text);
        let others: Vec<_> = mentions.iter().filter(|it| it.code != *self.own).collect();
        let judge = Judge::new(&sentence.text, before.map(|it| it.text.as_str()));
        let advised: Vec<_> = others.iter().filter(|mention| judge.is_advice(mention)).collect();
        for mention in &advised {
            if self.seen.insert((stand.area, stand.sub_area, mention.code.clone())) {
                self.propose(Some(mention.code.clone()), sentence.clone(), stand);
            }
        }
        if !advised.is_empty() {
            return;
        }
        if stand.may_praise && judge.is_praise() {
            self.propose(None, with_what_it_praises(sentence, before), stand);
        } else if let Some(before) =
            before.filter(|_| mentions.is_empty() && judge.goes_on() && judge.is_suggestion())
        {
            self.continued(sentence, before, stand);
        }
    }

    /// "I Norrby har man torg. Det kan vara en inspirationskälla."
    fn continued(&mut self, sentence: &Passage, before: &Passage, stand: Stand<'_>) {
        let judge = Judge::new(&before.text, None);
        let signs = &words().lessons;
        let is_known = holds_any(&judge.plain, &signs.done) || holds_any(&judge.plain, &signs.partner);
        let others =
            self.names.mentions(&before.text).into_iter().filter(|it| it.code != *self.own && !is_known);
        for mention in others.collect::<Vec<_>>() {
            if self.seen.insert((stand.area, stand.sub_area, mention.code.clone())) {
                self.propose(Some(mention.code), with_what_it_praises(sentence, Some(before)), stand);
            }
        }
    }

    fn propose(&mut self, from: Option<Code>, sentence: Passage, stand: Stand<'_>) {
        let Stand { sub_area, .. } = stand;
        let guess = || self.topics.area(&sentence.text);
        let (area, is_guess) = (stand.area.or_else(guess), stand.area.is_none());
        let heading = stand.heading.map(str::to_owned);
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

/// One sentence and its signs.
struct Judge<'t> {
    text: &'t str,
    plain: String,
    before: String,
}

impl<'t> Judge<'t> {
    fn new(text: &'t str, before: Option<&str>) -> Self {
        Self { text, plain: comparable(text), before: comparable(before.unwrap_or_default()) }
    }

    /// Whether the sentence advises to learn from the municipality it mentions.
    fn is_advice(&self, mention: &Mention) -> bool {
        let signs = &words().lessons;
        let head = comparable(self.text.get(..mention.range.start).unwrap_or_default());
        let tail = comparable(self.text.get(mention.range.end..).unwrap_or_default());
        let is_partner = holds_any(&head, &signs.partner);
        if holds_any(&self.plain, &signs.done) {
            return false;
        }
        let is_strong = self.is_suggestion() && !is_partner;
        let is_weak = holds_any(&self.plain, &signs.weak) && holds_any(&self.plain, &signs.good);
        let verb = tail.split([' ', ',', '.']).find(|word| !word.is_empty()).unwrap_or_default();
        let does = signs.verbs.contains(verb);
        let is_model = does
            && ["som", "som t.ex.", "som exempelvis", "så som", "såsom", "som bl.a."]
                .iter()
                .any(|it| ends_in(&head, it));
        let is_subject = does && head.is_empty() && holds_any(&self.before, &signs.advice);
        is_strong || is_model || (is_weak || is_subject) && !holds_any(&self.plain, &signs.partner)
    }

    /// Whether the sentence holds something up to learn from, whatever it is.
    fn is_suggestion(&self) -> bool {
        let signs = &words().lessons;
        let begins = || signs.imperatives.iter().any(|it| self.plain.starts_with(it.as_str()));
        holds_any(&self.plain, &signs.strong)
            || holds_any(&self.plain, &signs.visit)
            || self.is_worth()
            || holds_any(&self.plain, &signs.doing) && (holds_any(&self.plain, &signs.may) || begins())
    }

    /// "Värd att studera", "kan vara något för kommunen att titta på".
    fn is_worth(&self) -> bool {
        let signs = &words().lessons;
        let words: Vec<_> = self.plain.split(' ').map(|it| it.trim_matches(['.', ',', ';', ':'])).collect();
        let worth = words.iter().enumerate().filter(|(_, word)| signs.worth.iter().any(|it| it == *word));
        worth.into_iter().any(|(at, _)| {
            let mut pairs = words.iter().zip(words.iter().skip(1)).skip(at + 1).take(FARTHEST);
            pairs.any(|(mark, verb)| *mark == "att" && signs.worth_doing.iter().any(|it| it == verb))
        })
    }

    /// Whether the sentence goes on about what the one before names.
    fn goes_on(&self) -> bool {
        ["det ", "detta ", "den ", "de ", "modellen ", "arbetssättet "]
            .iter()
            .any(|it| self.plain.starts_with(it))
    }

    /// Whether the sentence calls what the municipality does exemplary.
    fn is_praise(&self) -> bool {
        let signs = &words().own;
        if holds_any(&self.plain, &signs.never) {
            return false;
        }
        if holds_any(&self.plain, &signs.sure) {
            return true;
        }
        let is_slip = |word: &str| signs.near.iter().any(|sign| is_nearly(word, sign));
        let is_praise = holds_any(&self.plain, &signs.praise)
            || self.plain.split(|c: char| !c.is_alphabetic()).any(is_slip);
        is_praise && !holds_any(&self.plain, &signs.general)
    }
}

/// Words between what is worth it and what it is worth.
const FARTHEST: usize = 4;

/// Whether a long word is `sign` but for a slip of the keyboard.
fn is_nearly(word: &str, sign: &str) -> bool {
    word.len().abs_diff(sign.len()) <= MOST_SLIPS
        && word.chars().count() >= LONG
        && strsim::osa_distance(word, sign) <= MOST_SLIPS
}

/// Slips in a long word.
const MOST_SLIPS: usize = 3;

/// Letters of a word that are enough to tell it by most of them.
const LONG: usize = 10;

/// Whether `text` ends in `words`, as whole words.
fn ends_in(text: &str, words: &str) -> bool {
    let rest = text.trim_end().strip_suffix(words);
    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the sentence, behind another, advises to learn from `name`.
    fn is_advice(before: &str, sentence: &str, name: &str) -> bool {
        let start = sentence.find(name).unwrap();
        let range = start..start + name.len();
        let mention = Mention { code: Code("0201".into()), range, is_full: false };
        Judge::new(sentence, Some(before)).is_advice(&mention)
    }

    #[test]
    fn advice_is_told_from_co_operation() {
        let advice = "Det kan vara ett förbättringsområde att svara alla.";
        for (before, sentence) in [
            ("", "Älvhult är ett exempel på hur det kan gå till."),
            ("", "Det finns exempel på detta i Älvhult."),
            ("", "Verkstäder i Älvhult kan vara inspirationskällor."),
            ("", "Kommunen kan titta vidare på hur Älvhult skriver sina brev."),
            ("", "Fler kan svara inom en vecka, som Älvhult gör."),
            ("", "Älvhult har t.ex. en bra sida om sina resultat."),
            (advice, "Älvhult har ett system där alla får svar."),
        ] {
            assert!(is_advice(before, sentence, "Älvhult"), "{sentence}");
        }
        for (before, sentence) in [
            ("", "Verkstaden drivs tillsammans med Älvhult."),
            ("", "Det finns exempel på samverkan med Älvhult om vatten."),
            ("", "Älvhult har flera bryggor."),
            ("", "Priserna jämförs med Älvhult och andra grannkommuner, t.ex. varje år."),
            (advice, "Bussen till Älvhult går en gång i timmen."),
        ] {
            assert!(!is_advice(before, sentence, "Älvhult"), "{sentence}");
        }
    }

    #[test]
    fn praise_is_told_from_talk_of_examples() {
        let is_praise = |sentence: &str| Judge::new(sentence, None).is_praise();
        assert!(is_praise("Av verkstäderna finns det mycket för andra kommuner att lära."));
        assert!(is_praise("Verkstäderna är ett mycket gott exempel."));
        assert!(is_praise("Här sköts bryggorna på ett föredömligt sätt."));
        assert!(is_praise("Här sköts bryggorna på ett föredölmigt sätt."));
        assert!(!is_praise("Här är bryggor förenliga med båtar."));
        assert!(!is_praise("Att sprida goda exempel på möten återstår."));
        assert!(!is_praise("Det finns exempel på möten."));
    }
}
