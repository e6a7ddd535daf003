//! Document → what the report says, every piece of it a passage with its
//! place.

pub mod area;
mod chapter;
pub mod cover;
mod edition;
mod extra;
mod furniture;
mod hyphen;
pub mod prose;
pub mod summary;
pub mod table;
mod title;

use std::collections::{BTreeMap, BTreeSet};

use self::area::{AreaChapter, AreaReader, State};
use self::chapter::{Chapter, chapters};
use self::cover::Cover;
use self::edition::Detected;
use self::furniture::page_furniture;
use self::hyphen::{Lexicon, Repair};
use self::prose::Node;
use self::summary::occasion::{LONGEST_LINE, Occasion};
use self::summary::total::{self, TotalRow};
use self::table::Tables;
use self::title::Titles;
use super::line::document::{Document, Passage};
use super::line::entry::{bare_entry, is_contents};
use super::line::heading::{self, Headings};
use super::line::markup;
use super::line::part::{Part, heading as part_heading};
use super::request::{Knowledge, Request};
use super::vocabulary::boilerplate::Likeness;
use super::vocabulary::names::Names;
use super::vocabulary::sentence::sentences;
use crate::language::comparable;
use crate::model::{Area, AreaNumber, Code, Edition};

/// A report as it was understood.
#[derive(Debug, Default)]
pub struct Reading {
    /// The cover.
    pub cover: Cover,
    /// Date, order, interviews and total.
    pub occasion: Occasion,
    /// The edition, as the maxima tell it.
    pub detected: Option<Detected>,
    /// The summarising chapter.
    pub summary: Vec<Node>,
    /// Chapters of areas by number.
    pub areas: BTreeMap<AreaNumber, AreaChapter>,
    /// Score tables.
    pub tables: Tables,
    /// Short facts: label and value.
    pub facts: Vec<(Passage, Passage)>,
    /// Sentences that other reports have as well.
    pub boilerplate: Vec<Passage>,
    /// Sentences that stand where only such sentences do, or are nearly one,
    /// but are new in a word at least.
    pub unfamiliar: Vec<Passage>,
    /// What was kept of paragraphs of which other reports have a part.
    pub parted: Vec<Passage>,
    /// Headings that the format says in its own way.
    pub structure: Vec<Passage>,
    /// Headers, footers and page numbers.
    pub furniture: Vec<Passage>,
    /// The list of contents.
    pub contents: Vec<Passage>,
    /// Headings of chapters that reports do not have as a rule, whose text is
    /// at the end of the summary.
    pub extras: Vec<Passage>,
    /// Parts that the list of contents names.
    pub listed: BTreeSet<Part>,
    /// Parts that the report has, with the line of their heading.
    pub parts: BTreeMap<Part, usize>,
    /// Words with hyphens that were joined, or kept though they look split.
    pub repairs: Vec<Repair>,
}

impl Reading {
    /// Every paragraph and item that is carried over into a text.
    pub fn texts(&self) -> impl Iterator<Item = &Passage> {
        let of_areas = self.areas.values().flat_map(|area| {
            let nodes = area.introduction.iter().chain(area.sections.iter().flat_map(|it| &it.nodes));
            nodes.filter_map(Node::passage).chain(area.lists.values().flatten())
        });
        self.summary.iter().filter_map(Node::passage).chain(of_areas)
    }
}

/// Reads `document`, whose split words are joined on the way. What whoever
/// imports says in `request` goes before what the report says.
pub fn read(
    document: &mut Document,
    knowledge: &Knowledge<'_>,
    names: &Names<'_>,
    request: &Request,
) -> Reading {
    let known = knowledge.editions.values().flat_map(|edition| &edition.areas).flat_map(|area| {
        std::iter::once(area.name.as_str()).chain(area.sub_areas.iter().map(|it| it.name.as_str()))
    });
    let register = knowledge.municipalities.values();
    let known = known.chain(register.flat_map(|it| [it.name.as_str(), it.genitive.as_str()]));
    let original = document.clone();
    let lexicon = Lexicon::new(&original, known);
    let repairs = lexicon.mend(document);
    let reader = Reader::new(document, knowledge, names, &lexicon);
    let mut reading = reader.read(request);
    reading.repairs = repairs;
    let closed: Vec<_> = reading.texts().flat_map(|it| hyphen::closed(document, it)).collect();
    reading.repairs.extend(closed);
    reading
}

/// A document under reading.
struct Reader<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge<'a>,
    names: &'a Names<'a>,
    lexicon: &'a Lexicon,
    chapters: Vec<Chapter>,
    /// Lines that are page furniture or have been read otherwise.
    is_taken: Vec<bool>,
    /// Chapters that reports do not have, which the summary ends with.
    extra: Vec<Node>,
    /// The municipality, if whoever imports says it.
    asked: Option<Code>,
    /// Where the chapter of an area has ended, until another chapter follows.
    ended: Option<(AreaNumber, State)>,
    reading: Reading,
}

impl<'a> Reader<'a> {
    fn new(
        document: &'a Document,
        knowledge: &'a Knowledge<'a>,
        names: &'a Names<'a>,
        lexicon: &'a Lexicon,
    ) -> Self {
        let is_taken = page_furniture(document);
        let furniture =
            is_taken.iter().enumerate().filter(|(_, it)| **it).map(|(index, _)| document.whole(index));
        let reading = Reading { furniture: furniture.collect(), ..Reading::default() };
        Self {
            document,
            knowledge,
            names,
            lexicon,
            chapters: chapters(document, &Titles::default()),
            is_taken,
            extra: Vec::new(),
            asked: None,
            ended: None,
            reading,
        }
    }

    fn read(mut self, request: &Request) -> Reading {
        let edition = request.edition.as_ref();
        self.asked =
            request.municipality.as_ref().and_then(|it| self.names.find(it)).map(|it| it.code.clone());
        self.tables();
        self.reading.detected = edition::detect(&self.reading.tables, self.knowledge.editions);
        let id = edition.or(self.reading.detected.as_ref().map(|it| &it.id));
        let edition = id.and_then(|id| self.knowledge.editions.get(id));
        if let Some(edition) = edition {
            self.chapters = chapters(self.document, &Titles::new(edition));
        }
        for chapter in self.chapters.clone() {
            self.chapter(&chapter, edition);
        }
        let extra = std::mem::take(&mut self.extra);
        self.reading.summary.extend(extra);
        self.reading
    }

    /// Rows of score tables, wherever they stand.
    fn tables(&mut self) {
        for chapter in self.chapters.clone() {
            let is_table = chapter.part == Part::Tables;
            let is_readable = !matches!(chapter.part, Part::Contents | Part::Cover);
            for index in chapter.lines.clone().filter(|_| is_readable) {
                let length = self.document.text(index).len();
                let is_free = self.is_taken.get(index).is_some_and(|it| !it);
                if is_free
                    && (1..2000).contains(&length)
                    && self.reading.tables.take(self.document, index, is_table)
                {
                    self.take(index);
                }
            }
        }
    }

    fn take(&mut self, index: usize) {
        if let Some(it) = self.is_taken.get_mut(index) {
            *it = true;
        }
    }

    fn chapter(&mut self, chapter: &Chapter, edition: Option<&Edition>) {
        if let Some(heading) = chapter.heading {
            self.reading.parts.entry(chapter.part).or_insert(heading);
            if !matches!(chapter.part, Part::Area(_) | Part::Extra(_)) {
                self.reading.structure.push(self.document.whole(heading));
            }
        }
        let ended = self.ended.take();
        match chapter.part {
            Part::Cover => self.cover(chapter),
            Part::Contents => self.contents(chapter, edition),
            Part::About => self.about(chapter),
            Part::Summary | Part::Detail | Part::Tables => self.summary(chapter),
            Part::Area(number) => {
                let state = ended.filter(|(area, _)| *area == number).map(|(_, state)| state);
                self.area(number, chapter, edition, state.unwrap_or_default());
            }
            Part::Facts => self.facts(chapter),
            Part::Extra(_) => self.extra(chapter),
        }
    }

    fn free_lines(&self, chapter: &Chapter) -> impl Iterator<Item = usize> + use<> {
        let is_free = |index: &usize| self.is_taken.get(*index).is_some_and(|it| !it);
        chapter.lines.clone().filter(is_free).collect::<Vec<_>>().into_iter()
    }

    fn nodes(&self, chapter: &Chapter, is_heading: &dyn Fn(&str) -> bool) -> Vec<Node> {
        prose::nodes(self.document, self.free_lines(chapter), self.lexicon, is_heading)
    }

    fn cover(&mut self, chapter: &Chapter) {
        self.reading.cover = cover::cover(self.document, chapter.lines.clone(), self.names);
    }

    fn contents(&mut self, chapter: &Chapter, edition: Option<&Edition>) {
        let titles = edition.map(Titles::new).unwrap_or_default();
        let lines: Vec<_> =
            self.free_lines(chapter).filter(|it| !self.document.text(*it).is_empty()).collect();
        // An entry of two lines has its page number on the second.
        let is_entry = |at: usize| lines.get(at).is_some_and(|it| is_contents(self.document.text(*it)));
        for (at, index) in lines.iter().enumerate() {
            if is_entry(at) || is_entry(at + 1) {
                self.reading.contents.push(self.document.whole(*index));
                let name = bare_entry(self.document.text(*index)).replace('\t', " ");
                let part = part_heading(name.trim());
                self.reading.listed.extend(part.or_else(|| titles.entry(name.trim()).map(Part::Area)));
            }
        }
    }

    /// What Kommunkompassen is: boilerplate all of it, also where it is new.
    fn about(&mut self, chapter: &Chapter) {
        for node in self.nodes(chapter, &|_| false) {
            let (Node::Heading(passage) | Node::Paragraph(passage) | Node::Item(passage)) = node else {
                continue;
            };
            for range in sentences(&passage.text) {
                let sentence = passage.slice(range);
                if !self.is_familiar(&sentence.text) {
                    self.reading.unfamiliar.push(sentence.clone());
                }
                self.reading.boilerplate.push(sentence);
            }
        }
    }

    /// Whether a sentence says nothing new: it has been seen before, or is an
    /// area's number or name.
    fn is_familiar(&self, sentence: &str) -> bool {
        let is_name = |area: &Area| is_name_of(sentence, &area.name, &area.also);
        self.knowledge.boilerplate.likeness(sentence) == Likeness::Same
            || !sentence.contains(char::is_alphabetic)
            || self.knowledge.editions.values().flat_map(|it| &it.areas).any(is_name)
    }

    /// Takes known sentences out of `nodes`.
    fn sift(&mut self, nodes: Vec<Node>) -> Vec<Node> {
        let sift = |node| match node {
            Node::Paragraph(passage) => self.own(&passage).map(Node::Paragraph),
            Node::Item(passage) => self.is_own(&passage).then_some(Node::Item(passage)),
            other => Some(other),
        };
        nodes.into_iter().filter_map(sift).collect()
    }

    /// The sentences of a paragraph that are the report's own.
    fn own(&mut self, paragraph: &Passage) -> Option<Passage> {
        let sentences = sentences(&paragraph.text).into_iter().map(|range| paragraph.slice(range));
        let all = self.reading.boilerplate.len();
        let own = sentences.filter(|it| self.is_own(it));
        let own = own.reduce(|mut before, next| {
            before.append(" ", next);
            before
        });
        let is_parted = self.reading.boilerplate.len() > all;
        self.reading.parted.extend(own.iter().filter(|_| is_parted).cloned());
        own
    }

    /// Whether a sentence is the report's own; others are put aside.
    fn is_own(&mut self, sentence: &Passage) -> bool {
        let likeness = self.knowledge.boilerplate.likeness(&sentence.text);
        if likeness == Likeness::Near {
            self.reading.unfamiliar.push(sentence.clone());
        }
        if likeness != Likeness::New {
            self.reading.boilerplate.push(sentence.clone());
        }
        likeness == Likeness::New
    }

    /// The municipality that is asked for, and the one that the cover names if
    /// the chapter's heading names no other.
    fn subjects(&self, chapter: &Chapter) -> BTreeSet<Code> {
        let own = self.reading.cover.municipality.as_ref();
        let heading = chapter.heading.map(|index| self.document.text(index)).unwrap_or_default();
        let mentions = self.names.mentions(heading);
        let is_sure = mentions.is_empty() || mentions.iter().any(|it| Some(&it.code) == own);
        own.filter(|_| is_sure).into_iter().chain(&self.asked).cloned().collect()
    }

    fn summary(&mut self, chapter: &Chapter) {
        let nodes = self.nodes(chapter, &heading::is_of_summary);
        let (names, subjects) = (self.names, self.subjects(chapter));
        let is_of_others = |text: &str| {
            let mentions = names.mentions(text);
            let is_of_these = mentions.is_empty() || mentions.iter().any(|it| subjects.contains(&it.code));
            !subjects.is_empty() && !is_of_these
        };
        for passage in nodes.iter().filter_map(Node::passage) {
            self.reading.occasion.read(passage, &is_of_others);
        }
        for node in &nodes {
            self.total_row(node);
        }
        let mut kept = self.sift(nodes);
        drop_empty_headings(&mut kept, &mut self.reading.structure);
        if let Some(total) = &self.reading.occasion.total_line {
            let line = total.line();
            let is_total = |node: &Node| matches!(node, Node::Paragraph(it) if it.line() == line && it.text.len() <= LONGEST_LINE);
            let (lines, rest): (Vec<_>, Vec<_>) = kept.into_iter().partition(is_total);
            kept = rest;
            self.reading.structure.extend(lines.into_iter().filter_map(Node::into_passage));
        }
        self.reading.summary.extend(kept);
    }

    /// Takes the total of a summarising table; another one than was stated
    /// before is left over.
    fn total_row(&mut self, node: &Node) {
        let Node::Row(index) = node else { return };
        let Some(TotalRow { points, rest }) = total::row(&self.document.whole(*index)) else { return };
        match &self.reading.occasion.total_line {
            None => self.reading.occasion.total_line = Some(points),
            Some(stated) if stated.text == points.text => self.reading.structure.push(points),
            Some(_) => return,
        }
        self.reading.structure.extend(rest);
    }

    fn extra(&mut self, chapter: &Chapter) {
        let heading = chapter.heading.map(|index| self.document.whole(index)).unwrap_or_default();
        self.reading.extras.push(heading.clone());
        let nodes = self.nodes(chapter, &heading::is_of_summary);
        self.extra.push(Node::Heading(heading));
        let own = self.sift(nodes);
        self.extra.extend(own);
    }

    /// Reads an area's chapter, or more of it from where it ended in `state`.
    fn area(&mut self, number: AreaNumber, chapter: &Chapter, edition: Option<&Edition>, state: State) {
        // What the edition does not have is left over, all of it.
        let Some(area) = edition.and_then(|edition| edition.area(number)) else { return };
        let headings = Headings::new(area);
        let heading = |index| markup::plain(self.document, index, 0..self.document.text(index).len());
        let heading = chapter.heading.map(heading).unwrap_or_default();
        let is_heading = |text: &str| heading::is_common(text) || headings.meant(text).is_some();
        let nodes = self.nodes(chapter, &is_heading);
        let begun = self.reading.areas.remove(&number);
        let mut area = match begun {
            // The heading again, most likely on top of the next page.
            Some(mut begun) => {
                begun.structure.push(heading);
                begun
            }
            None => AreaChapter { number, heading, ..AreaChapter::default() },
        };
        let sifted = std::mem::take(&mut area.introduction);
        let (mut area, state) = AreaReader::new(self.document, &headings, area, state).read(nodes);
        let introduction = self.sift(std::mem::take(&mut area.introduction));
        area.introduction = sifted.into_iter().chain(introduction).collect();
        self.reading.areas.insert(number, area);
        self.ended = Some((number, state));
    }

    /// Rows of label and value, or lines with a colon in between.
    fn facts(&mut self, chapter: &Chapter) {
        for index in self.free_lines(chapter) {
            let text = self.document.text(index);
            let colon = text.find(": ").filter(|at| *at < 80);
            let cut = text.find('\t').or(colon.map(|at| at + 1));
            let Some(cut) = cut else { continue };
            let label = markup::plain(self.document, index, 0..cut);
            let cells = markup::cells(text).into_iter().skip_while(|cell| cell.end <= cut);
            let mut values =
                cells.map(|cell| markup::plain(self.document, index, cell.start.max(cut)..cell.end));
            let value = values.by_ref().find(|value| !value.text.is_empty());
            if let (Some(mut value), false) = (value, label.text.is_empty()) {
                values.filter(|it| !it.text.is_empty()).for_each(|next| value.append(" ", next));
                self.reading.facts.push((label, value));
            }
        }
    }
}

/// Headings below which nothing is left.
fn drop_empty_headings(nodes: &mut Vec<Node>, structure: &mut Vec<Passage>) {
    let mut kept: Vec<Node> = Vec::new();
    for node in nodes.drain(..) {
        if matches!((&node, kept.last()), (Node::Heading(_), Some(Node::Heading(_)))) {
            structure.extend(kept.pop().and_then(Node::into_passage));
        }
        kept.push(node);
    }
    if matches!(kept.last(), Some(Node::Heading(_))) {
        structure.extend(kept.pop().and_then(Node::into_passage));
    }
    *nodes = kept;
}

/// Whether a printed name is one of an area's names.
pub fn is_name_of(printed: &str, name: &str, also: &[String]) -> bool {
    let wanted = comparable(printed);
    std::iter::once(name).chain(also.iter().map(String::as_str)).any(|it| comparable(it) == wanted)
}
