//! Document → what the report says, every piece of it a passage with its
//! place.
//!
//! Reading is a row of passes. Each takes what it needs and returns what it has
//! found; [`read`] calls them in order and puts the results together.

pub(super) mod area;
mod chapter;
mod contents;
pub(super) mod cover;
mod edition;
mod extra;
mod fact;
mod furniture;
pub(super) mod headless;
mod hyphen;
pub(super) mod prose;
mod sieve;
pub(super) mod summary;
pub(super) mod table;
mod title;

use std::collections::{BTreeMap, BTreeSet};

use self::area::{AreaChapter, Areas, areas};
use self::chapter::{Chapter, chapters};
use self::contents::{Contents, contents};
use self::cover::{Cover, cover};
use self::edition::{Detected, detect};
use self::fact::facts;
use self::furniture::page_furniture;
use self::hyphen::{Lexicon, Repair, closed};
use self::prose::{Node, Text};
use self::sieve::{Aside, Sieve};
use self::summary::occasion::Occasion;
use self::summary::{Extra, Subject, Summary, extra, summary};
use self::table::{Tables, tables};
use self::title::Titles;
use super::line::document::{Document, Passage};
use super::line::entry::is_rule;
use super::line::part::Part;
use super::line::score::Maxima;
use super::request::{Knowledge, Request};
use super::vocabulary::names::Names;
use crate::model::AreaNumber;

/// A report as it was understood.
#[derive(Debug)]
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
        texts(&self.summary, &self.areas)
    }
}

/// Reads `document` and returns it with its split words joined. What whoever
/// imports says in `request` goes before what the report says.
pub(super) fn read(
    document: Document,
    knowledge: &Knowledge<'_>,
    names: &Names<'_>,
    request: &Request,
) -> (Document, Reading) {
    let maxima = Maxima::of(knowledge.editions);
    let lexicon = Lexicon::new(&document, known_names(knowledge));
    let (document, mut repairs) = lexicon.mend(document);
    let furniture = page_furniture(&document, &maxima);

    // The tables tell the edition, and only the edition knows what else may be a
    // heading: names of areas. Tables have headings without them.
    let plain_chapters = chapters(&document, &Titles::default());
    let (tables, is_of_tables) = tables(&document, &plain_chapters, &furniture, &maxima);
    let detected = detect(&tables, knowledge.editions);
    let id = request.edition.as_ref().or(detected.as_ref().map(|it| &it.id));
    let edition = id.and_then(|id| knowledge.editions.get(id));
    let titles = edition.map(Titles::new).unwrap_or_default();
    let chapters = if edition.is_some() { chapters(&document, &titles) } else { plain_chapters };

    let is_free = furniture.iter().zip(&is_of_tables).map(|(page, table)| !page && !table).collect();
    let text = Text { document: &document, lexicon: &lexicon, is_free };
    let sieve = Sieve { boilerplate: knowledge.boilerplate, editions: knowledge.editions };
    let before_contents = chapters.iter().find(|chapter| chapter.part == Part::Cover);
    let cover = cover(&document, before_contents.map_or(0..0, |chapter| chapter.lines.clone()), names);
    let Contents { lines: contents, parts: listed } = contents(&text, &chapters, &titles);
    let about = sieve.about(&text, &chapters);
    let asked = request.municipality.as_ref().and_then(|name| names.find(name));
    let subject = Subject { of_cover: cover.municipality.as_ref(), asked: asked.map(|it| &it.code), names };
    let of_summary = summary(&text, &chapters, sieve, subject);
    let of_areas = areas(&text, &chapters, sieve, edition);
    let facts = facts(&text, &chapters);
    let of_extra = extra(&text, &chapters, sieve);

    let Summary { occasion, text: mut summary, structure, aside: of_summary } = of_summary;
    let Areas { chapters: areas, aside: of_areas } = of_areas;
    let Extra { headings: extras, text: further, aside: of_extra } = of_extra;
    summary.extend(further);
    repairs.extend(texts(&summary, &areas).flat_map(|it| closed(&document, it)));
    let asides = std::iter::once(about).chain(of_summary).chain(of_areas).chain(of_extra);
    let Aside { boilerplate, unfamiliar, parted } = Aside::of_all(asides);
    let mut structure: Vec<_> = headings(&document, &chapters).chain(structure).collect();
    structure.sort_by_key(Passage::start);
    let furniture = (0..).zip(furniture).filter(|(index, is_it)| *is_it && !is_rule(document.text(*index)));
    let furniture = furniture.map(|(index, _)| document.whole(index)).collect();
    let reading = Reading {
        cover,
        occasion,
        detected,
        summary,
        areas,
        tables,
        facts,
        boilerplate,
        unfamiliar,
        parted,
        structure,
        furniture,
        contents,
        extras,
        listed,
        parts: parts(&chapters),
        repairs,
    };
    (document, reading)
}

/// Words that the editions and the register know to exist.
fn known_names<'k>(knowledge: &Knowledge<'k>) -> impl Iterator<Item = &'k str> {
    let areas = knowledge.editions.values().flat_map(|edition| &edition.areas);
    let of_editions = areas.flat_map(|area| {
        std::iter::once(area.name.as_str()).chain(area.sub_areas.iter().map(|it| it.name.as_str()))
    });
    let municipalities = knowledge.municipalities.values();
    of_editions.chain(municipalities.flat_map(|it| [it.name.as_str(), it.genitive.as_str()]))
}

/// Every paragraph and item of the summary and the areas.
fn texts<'r>(
    summary: &'r [Node],
    areas: &'r BTreeMap<AreaNumber, AreaChapter>,
) -> impl Iterator<Item = &'r Passage> {
    let of_areas = areas.values().flat_map(|area| {
        let nodes = area.introduction.iter().chain(area.sections.iter().flat_map(|it| &it.nodes));
        nodes.filter_map(Node::passage).chain(area.lists.values().flatten())
    });
    summary.iter().filter_map(Node::passage).chain(of_areas)
}

/// The parts that a report has, each with the first line that is its heading.
fn parts(chapters: &[Chapter]) -> BTreeMap<Part, usize> {
    let mut parts = BTreeMap::new();
    for (part, heading) in chapters.iter().filter_map(|it| Some((it.part, it.heading?))) {
        parts.entry(part).or_insert(heading);
    }
    parts
}

/// The headings of chapters that the format says in its own way. Those of areas
/// stand in their chapters, those of further chapters in the summary.
fn headings<'d>(document: &'d Document, chapters: &'d [Chapter]) -> impl Iterator<Item = Passage> + 'd {
    let chapters = chapters.iter().filter(|it| !matches!(it.part, Part::Area(_) | Part::Extra(_)));
    chapters.filter_map(|chapter| Some(document.whole(chapter.heading?)))
}
